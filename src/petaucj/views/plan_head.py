"""The first screen of a plan: one verdict, four numbers, and which figure to ask for where one is missing."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.arithmetic import ratio_pct, rounded
from petaucj.domain.atlas import Atlas
from petaucj.domain.need import Need, NoNeed
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import Plan, Tranche
from petaucj.domain.prefill import denominators, known_tranches, undated_funding
from petaucj.domain.projection import Cliff
from petaucj.domain.records import CoverageFact
from petaucj.views.evidence import FigureNote, build_coverage_note, merged_note
from petaucj.views.phrases import (
    Reader, as_of_name, basis_short, listed, month_name, people, percent, points, regime_name, rupiah_short,
)
from petaucj.views.plan_safe import safe_of


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
        warnings=tuple(_warnings(result, facts, known_tranches(atlas, plan.area_code, plan.base.month) if plan.base.month else (), reader)), numbers=tuple(_numbers(result, atlas, reader)), note=merged_note(notes, reader) if notes else None,
    )


def base_facts(atlas: Atlas, plan: Plan) -> tuple[CoverageFact, ...]:
    """Return the statements that print the plan's own figures; one typed by hand has none."""
    base = plan.base
    return tuple(f for f in atlas.coverage_by_area.get(plan.area_code, ()) if f.fact_key in base.fact_keys
                 and ((f.active is not None and f.active == base.active) or (f.denominator is not None and f.denominator == base.denominator)))


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
            "naive": people(found.naive_missing, reader), "ending": people(found.ending, reader), "starting": people(found.starting, reader)}
    return words(f"rencana.verdict.{_kind(found)}", **told)


def _kind(found: Need) -> str:
    if not found.missing:
        return "surplus"
    if found.naive_surplus:
        return "falls_below"
    if found.ending and found.starting:
        return "missing_both"
    return "missing_ending" if found.ending else "missing_starting" if found.starting else "missing"


def _no_number(found: NoNeed, plan: Plan, name: str, atlas: Atlas, reader: Reader) -> str:
    words = reader.words
    told = {"name": name, "goal": _short_goal(plan, reader), "basis": basis_short(plan.base.basis, reader), "wanted": basis_short(plan.goal.basis, reader),
            "exceeding": people(found.exceeding, reader), "active": "–" if plan.base.active is None else people(plan.base.active, reader)}
    unclear = found.reason == "no_denominator" and plan.goal.basis == "unknown"
    sentence = words("rencana.no_number.no_denominator_unclear" if unclear else f"rencana.no_number.{found.reason}", **told)
    if plan.base.active is None and found.reason != "no_active":
        sentence = f"{sentence} {words('rencana.no_number.also_active')}"
    asked = found.reason in ("basis_differs", "no_denominator", "basis_unknown", "target_basis_unknown")
    others = [f for f in denominators(atlas, plan.area_code, reader.per) if f.denominator != plan.base.denominator] if asked else []
    if not others:
        return sentence
    known = [_other_base(plan, f, reader) for f in others]
    return f"{sentence} {words('rencana.no_number.others', list=listed(known, reader))}"


def _other_base(plan: Plan, fact: CoverageFact, reader: Reader) -> str:
    told = {"people": people(fact.denominator, reader), "basis": basis_short(fact.basis, reader), "date": as_of_name(fact.as_of, reader)}
    if plan.base.active is None:
        return reader.words("rencana.no_number.known", **told)
    return reader.words("rencana.no_number.known_pct", percent=percent(rounded(ratio_pct(plan.base.active, fact.denominator)), reader), **told)


def _warnings(result: Outlook, facts: tuple[CoverageFact, ...], inside: tuple[Tranche, ...], reader: Reader) -> list[str]:
    words, plan = reader.words, result.plan
    found = [words("rencana.warning.disputed")] if any(f.disputed for f in facts) else []
    if plan.base.month and reader.today.since(plan.base.month) > reader.stale_after_months:
        found.append(words("rencana.warning.stale", months=reader.today.since(plan.base.month), date=month_name(plan.base.month, reader)))
    if plan.goal.year and plan.goal.year != plan.goal.deadline.year:
        found.append(words("rencana.warning.other_year", year=plan.goal.deadline.year, regime=regime_name(plan.goal.regime, reader), own=plan.goal.year))
    held = {t.record_id for t in plan.tranches}
    if plan.base.fact_keys and any(t.in_record(plan.base.month) and t.record_id not in held for t in inside):
        found.append(words("rencana.warning.dropped"))
    if plan.goal.deadline < reader.today:
        found.append(words("rencana.warning.past", deadline=month_name(plan.goal.deadline, reader)))
    return found


def _numbers(result: Outlook, atlas: Atlas, reader: Reader) -> list[BigNumber]:
    words, found = reader.words, result.need
    numbers = []
    if isinstance(found, Need):
        numbers += [_people_number(found, reader), _money_number(result, reader), _open_number(result, reader)]
    numbers.append(_safe_number(result, atlas, reader))
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


def _safe_number(result: Outlook, atlas: Atlas, reader: Reader) -> BigNumber | None:
    words = reader.words
    if result.permanent is None:
        return None
    safe, label = safe_of(result, reader), words("rencana.number.safe")
    if not safe.known:
        undated = len(undated_funding(atlas, result.plan.area_code))
        return BigNumber(label, words("rencana.number.unknown_end"), words("rencana.number.undated" if undated else "rencana.number.no_end_detail", count=undated))
    if safe.month is None:
        return BigNumber(label, words("rencana.number.no_end"), words("rencana.number.no_fall"))
    told = [_fall_words(safe.fall, reader)] + ([words("rencana.number.fallen", fall=_fall_words(safe.earlier, reader))] if safe.earlier else [])
    return BigNumber(words("rencana.number.was_safe") if safe.passed else label, month_name(safe.month, reader), "; ".join(told))


def _fall_words(fall: Cliff, reader: Reader) -> str:
    words = reader.words
    size = words("rencana.number.points", points=points(fall.points, reader)) if fall.points is not None else ""
    return words("rencana.number.fall", month=month_name(fall.month, reader), people=people(fall.people, reader), size=size)
