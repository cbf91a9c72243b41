"""The first screen of a plan: one verdict, four numbers, and which figure to ask for where one is missing."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.month import Month
from petaucj.domain.need import Need, NoNeed
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import Plan
from petaucj.domain.prefill import denominators
from petaucj.domain.projection import Cliff
from petaucj.domain.records import CoverageFact
from petaucj.views.evidence import FigureNote, build_coverage_note, merged_note
from petaucj.views.phrases import (
    Reader, as_of_name, basis_short, listed, month_name, people, percent, points, regime_name, rupiah_short,
)


@dataclass(frozen=True, slots=True)
class BigNumber:
    """One number for the eyes: its name, the number, and the line that explains it."""

    label: str
    value: str
    detail: str


@dataclass(frozen=True, slots=True)
class HeadView:
    """Title, meta line, verdict, warnings, big numbers, and what stands behind the record."""

    title: str
    meta: str
    verdict: str
    warnings: tuple[str, ...]
    numbers: tuple[BigNumber, ...]
    note: FigureNote | None


def build_head(result: Outlook, atlas: Atlas, reader: Reader) -> HeadView:
    """Return the first screen of a plan."""
    plan = result.plan
    facts = base_facts(atlas, plan)
    notes = tuple(build_coverage_note(atlas, fact, reader) for fact in facts)
    name = atlas.district_by_code[plan.area_code].name
    return HeadView(
        title=reader.words("rencana.head.title", name=name), meta=_meta(plan, reader), verdict=_verdict(result, name, atlas, reader),
        warnings=tuple(_warnings(result, facts, reader)), numbers=tuple(_numbers(result, reader)), note=merged_note(notes, reader) if notes else None,
    )


def base_facts(atlas: Atlas, plan: Plan) -> tuple[CoverageFact, ...]:
    """Return the statements the plan's record comes from; none where it was typed by hand."""
    return tuple(f for f in atlas.coverage_by_area.get(plan.area_code, ()) if f.fact_key in plan.base.fact_keys)


def goal_words(plan: Plan, reader: Reader) -> str:
    """Return the target in words: "28,30 % (target daerah 2025)"; the year of the target is always its own."""
    goal, words = plan.goal, reader.words
    if goal.pct is None:
        return words("rencana.head.no_goal")
    basis = basis_short(goal.basis, reader) if goal.basis == "unknown" else words("rencana.head.basis", basis=basis_short(goal.basis, reader))
    if not goal.regime:
        return words("rencana.head.goal_typed", percent=percent(goal.pct, reader), basis=basis)
    return words("rencana.head.goal", percent=percent(goal.pct, reader), regime=regime_name(goal.regime, reader), year=goal.year or words("shared.none"),
                 basis=basis)


def _short_goal(plan: Plan, reader: Reader) -> str:
    if plan.goal.pct is None:
        return reader.words("rencana.head.no_goal")
    return reader.words("rencana.head.goal_short", percent=percent(plan.goal.pct, reader))


def _meta(plan: Plan, reader: Reader) -> str:
    return reader.words("rencana.head.meta", code=plan.area_code, goal=goal_words(plan, reader), deadline=month_name(plan.goal.deadline, reader),
                        start=month_name(plan.first_month, reader))


def _verdict(result: Outlook, name: str, atlas: Atlas, reader: Reader) -> str:
    words, plan, found = reader.words, result.plan, result.need
    if isinstance(found, NoNeed):
        return _no_number(found, plan, name, atlas, reader)
    told = {"date": month_name(plan.base.month, reader), "active": people(plan.base.active, reader), "percent": percent(plan.goal.pct, reader),
            "required": people(found.required, reader), "denominator": people(found.denominator, reader), "basis": basis_short(plan.base.basis, reader),
            "deadline": month_name(plan.goal.deadline, reader), "missing": people(found.missing, reader), "surplus": people(found.surplus, reader),
            "naive": people(found.naive_missing, reader), "expiring": people(abs(found.expiring), reader)}
    return words(f"rencana.verdict.{_kind(found)}", **told)


def _kind(found: Need) -> str:
    if not found.missing:
        return "surplus"
    if found.naive_surplus:
        return "falls_below"
    return "missing_expiring" if found.expiring > 0 else "missing_funded" if found.expiring < 0 else "missing"


def _no_number(found: NoNeed, plan: Plan, name: str, atlas: Atlas, reader: Reader) -> str:
    words = reader.words
    told = {"name": name, "goal": _short_goal(plan, reader), "basis": basis_short(plan.base.basis, reader), "wanted": basis_short(plan.goal.basis, reader),
            "exceeding": people(found.exceeding, reader), "active": "–" if plan.base.active is None else people(plan.base.active, reader)}
    unclear = found.reason == "no_denominator" and plan.goal.basis == "unknown"
    sentence = words("rencana.no_number.no_denominator_unclear" if unclear else f"rencana.no_number.{found.reason}", **told)
    if plan.base.active is None and found.reason != "no_active":
        sentence = f"{sentence} {words('rencana.no_number.also_active')}"
    others = [f for f in denominators(atlas, plan.area_code, reader.today)] if found.reason in ("basis_differs", "no_denominator", "basis_unknown") else []
    if not others:
        return sentence
    known = [words("rencana.no_number.known", people=people(f.denominator, reader), basis=basis_short(f.basis, reader),
                   date=as_of_name(f.as_of, reader)) for f in others]
    return f"{sentence} {words('rencana.no_number.others', list=listed(known, reader))}"


def _warnings(result: Outlook, facts: tuple[CoverageFact, ...], reader: Reader) -> list[str]:
    words, plan = reader.words, result.plan
    found = [words("rencana.warning.disputed")] if any(f.disputed for f in facts) else []
    if plan.base.month and reader.today.since(plan.base.month) > reader.stale_after_months:
        found.append(words("rencana.warning.stale", months=reader.today.since(plan.base.month), date=month_name(plan.base.month, reader)))
    if plan.goal.year and plan.goal.year != plan.goal.deadline.year:
        found.append(words("rencana.warning.other_year", year=plan.goal.deadline.year, regime=regime_name(plan.goal.regime, reader), own=plan.goal.year))
    if plan.goal.deadline < reader.today:
        found.append(words("rencana.warning.past", deadline=month_name(plan.goal.deadline, reader)))
    return found


def _numbers(result: Outlook, reader: Reader) -> list[BigNumber]:
    words, found = reader.words, result.need
    numbers = []
    if isinstance(found, Need):
        numbers += [_people_number(found, reader), _money_number(result, reader), _open_number(result, reader)]
    numbers.append(_safe_number(result, reader))
    return [n for n in numbers if n] or [BigNumber(words("rencana.number.people"), "–", words("rencana.number.no_people"))]


def _people_number(found: Need, reader: Reader) -> BigNumber:
    words = reader.words
    if not found.missing:
        return BigNumber(words("rencana.number.surplus"), words("rencana.number.of_people", people=people(found.surplus, reader)),
                         words("rencana.number.surplus_detail", required=people(found.required, reader)))
    return BigNumber(words("rencana.number.people"), words("rencana.number.of_people", people=people(found.missing, reader)),
                     words("rencana.number.people_detail", naive=people(found.naive_missing, reader)))


def _money_number(result: Outlook, reader: Reader) -> BigNumber | None:
    words, bill = reader.words, result.gap_bill
    if bill is None or not bill.people:
        return None
    return BigNumber(words("rencana.number.money"), rupiah_short(bill.twelve_months_idr, reader),
                     words("rencana.number.money_detail", month=rupiah_short(bill.month_idr, reader), naive=rupiah_short(result.naive_bill.twelve_months_idr, reader)))


def _open_number(result: Outlook, reader: Reader) -> BigNumber | None:
    words, mix = reader.words, result.mix
    if mix is None or not result.need.missing:
        return None
    if not mix.unfunded:
        return BigNumber(words("rencana.number.open"), words("rencana.number.of_people", people="0"), words("rencana.number.closed_detail"))
    idr = rupiah_short(mix.unfunded_bill.twelve_months_idr, reader) if mix.unfunded_bill else words("shared.none")
    return BigNumber(words("rencana.number.open"), words("rencana.number.of_people", people=people(mix.unfunded, reader)),
                     words("rencana.number.open_detail", idr=idr))


def _safe_number(result: Outlook, reader: Reader) -> BigNumber | None:
    words = reader.words
    if result.permanent is None:
        return None
    if result.safe_until is None:
        return BigNumber(words("rencana.number.safe"), words("rencana.number.no_end"), words("rencana.number.no_end_detail"))
    ahead = [cliff for cliff in result.cliffs if cliff.month > reader.today]
    past = [cliff for cliff in result.cliffs if plan_starts(result) < cliff.month <= reader.today]
    if not ahead and not past:
        return BigNumber(words("rencana.number.safe"), month_name(result.safe_until, reader), words("rencana.number.no_fall"))
    # What has fallen already is told beside; until when it is safe is a question about what is still to come.
    fall = (ahead or past)[0]
    told = [_fall_words(fall, reader)] + ([words("rencana.number.fallen", fall=_fall_words(past[-1], reader))] if ahead and past else [])
    return BigNumber(words("rencana.number.safe" if ahead else "rencana.number.was_safe"), month_name(fall.month.plus(-1), reader), "; ".join(told))


def plan_starts(result: Outlook) -> Month:
    """Return the month of the record, else the month the plan's budget begins."""
    return result.plan.base.month or result.plan.first_month


def _fall_words(fall: Cliff, reader: Reader) -> str:
    words = reader.words
    size = words("rencana.number.points", points=points(fall.points, reader)) if fall.points is not None else ""
    return words("rencana.number.fall", month=month_name(fall.month, reader), people=people(fall.people, reader), size=size)
