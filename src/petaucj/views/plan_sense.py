"""Pace, sensitivity and result of a plan in words: what is asked against what happened, how far the need may move, what was paid out elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from petaucj.domain.arithmetic import rounded
from petaucj.domain.atlas import Atlas
from petaucj.domain.need import Need, NoNeed, months_to_go, needed_a_month
from petaucj.domain.outlook import Outlook
from petaucj.domain.peers import DistrictPace, district_pace
from petaucj.domain.planning import PlanningBook
from petaucj.domain.ranking import Pace, pace
from petaucj.domain.records import CoverageFact
from petaucj.text.numbers import number
from petaucj.views.banding import NamedNotes, named_notes
from petaucj.views.phrases import Reader, as_of_name, month_name, people
from petaucj.views.plan_cost_view import why_no_need
from petaucj.views.plan_result import ResultView, build_result
from petaucj.views.plan_spans import SpansView, build_spans
from petaucj.views.rate_words import duration


@dataclass(frozen=True, slots=True)
class PaceView:
    """The pace needed, then the pace recorded, in sentences; and what stands behind the two counts."""

    title: str
    sentences: tuple[str, ...]
    notes: NamedNotes | None


@dataclass(frozen=True, slots=True)
class SenseView:
    """The three parts: pace, sensitivity, result."""

    pace: PaceView
    spans: SpansView
    result: ResultView


def build_sense(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader) -> SenseView:
    """Return pace, sensitivity and result of a plan."""
    return SenseView(build_plan_pace(result, atlas, reader), build_spans(result, book, atlas, reader), build_result(result, book, atlas, reader))


def build_plan_pace(result: Outlook, atlas: Atlas, reader: Reader) -> PaceView:
    """Return the pace a plan asks for beside the one recorded between the two newest comparable counts, each with its dates."""
    recorded = _recorded(result, atlas, reader)
    facts = [recorded.pace.first, recorded.pace.last] if recorded and recorded.pace else []
    named = [(reader.words("biaya.pace.dated", people=people(f.active, reader), date=as_of_name(f.as_of, reader)), f) for f in facts]
    return PaceView(reader.words("biaya.pace.title"), (*_needed(result, reader), *_actual(result, recorded, reader)),
                    named_notes(named, "biaya.pace.sources", atlas, reader))


def _needed(result: Outlook, reader: Reader) -> list[str]:
    words, plan, found = reader.words, result.plan, result.need
    if isinstance(found, NoNeed):
        return [words("biaya.pace.none", reason=why_no_need(found, reader))]
    deadline = month_name(plan.goal.deadline, reader)
    if not found.missing:
        return [words("biaya.pace.surplus", deadline=deadline, surplus=people(found.surplus, reader)) if found.surplus else
                words("biaya.pace.exact", deadline=deadline)]
    months = months_to_go(plan.base.month, plan.goal.deadline)
    told = {"needed": _a_month(found, months, reader), "missing": people(found.missing, reader), "months": duration(months, reader),
            "record": month_name(plan.base.month, reader), "deadline": deadline}
    left = months_to_go(reader.today, plan.goal.deadline)
    if left is None:
        del told["missing"]
        return [words("biaya.pace.passed", **told)]
    said = [words("biaya.pace.needed", **told)]
    if reader.today > plan.base.month:
        said.append(words("biaya.pace.from_today", today=month_name(reader.today, reader), needed=_a_month(found, left, reader),
                          months=duration(left, reader)))
    return said


def _a_month(found: Need, months: int, reader: Reader) -> str:
    return people(needed_a_month(found.missing, months), reader)


def _recorded(result: Outlook, atlas: Atlas, reader: Reader) -> DistrictPace | None:
    """Return the recorded pace up to the plan's record; None for an area the data do not know."""
    plan = result.plan
    if plan.area_code not in atlas.district_by_code:
        return None
    return district_pace(atlas, plan.area_code, plan.base.month if plan.base.fact_keys and plan.base.month else reader.per, None)


def _actual(result: Outlook, recorded: DistrictPace | None, reader: Reader) -> list[str]:
    words = reader.words
    if recorded is None or recorded.pace is None:
        return [words("biaya.pace.no_actual", reason=words(f"biaya.pace.{recorded.reason if recorded else 'no_count'}"))]
    first, last, held = recorded.pace.first, recorded.pace.last, recorded.pace
    said = [words("biaya.pace.actual", first=people(first.active, reader), first_date=as_of_name(first.as_of, reader),
                  last=people(last.active, reader), last_date=as_of_name(last.as_of, reader), change=signed(last.active - first.active, reader),
                  months=duration(held.months, reader), actual=signed(rounded(held.actual_per_month, 0), reader))]
    if first.disputed or last.disputed:
        said.append(words("biaya.pace.disputed"))
    return [*said, *_index(result, first, last, reader), words("biaya.pace.describes")]


def _index(result: Outlook, first: CoverageFact, last: CoverageFact, reader: Reader) -> list[str]:
    """Return the recorded pace over the one needed and where it would lead; nothing where nobody is missing or the deadline has passed."""
    words, found, plan = reader.words, result.need, result.plan
    if isinstance(found, NoNeed) or not found.missing or plan.goal.deadline < reader.today:
        return []
    held: Pace = pace(first, last, found.missing, plan.goal.deadline)
    if held.finish is None:
        return [words("biaya.pace.never")]
    needed = Decimal(found.missing) / months_to_go(plan.base.month, plan.goal.deadline)
    key = "index" if held.finish > reader.today else "index_past"
    return [words(f"biaya.pace.{key}", index=number(rounded(held.actual_per_month / needed), reader.language), missing=people(found.missing, reader),
                  finish=month_name(held.finish, reader))]


def signed(value: Decimal | int, reader: Reader) -> str:
    """Return a number with its sign: "+696", "−1.700"."""
    text = number(value, reader.language)
    return text.replace("-", "−") if text.startswith("-") else f"+{text}"
