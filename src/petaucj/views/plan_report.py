"""A plan worked out, as a report to read without a browser: what ``petaucj plan`` prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from petaucj.domain.arithmetic import ratio_pct, rounded
from petaucj.domain.atlas import Atlas
from petaucj.domain.need import Need, NoNeed, months_to_go, needed_a_month
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import Plan
from petaucj.domain.plan_cost import Bill
from petaucj.domain.planning import PlanningBook
from petaucj.views.phrases import Reader, basis_short, month_name, people, percent, regime_name, rupiah
from petaucj.views.plan_assumptions import build_assumptions
from petaucj.views.plan_rates import build_rates
from petaucj.views.plan_report_parts import (
    ReportSection, mix_section, months_section, spans_section, spread_section, table_of, tranche_section,
)
from petaucj.views.plan_tables import fund_names

# The first columns of the rates, payer and months, need no name before them.
NAMELESS = 2


@dataclass(frozen=True, slots=True)
class PlanReport:
    """The whole report: title, the record and the target in sentences, the sections in reading order, the release it rests on."""

    title: str
    lines: tuple[str, ...]
    sections: tuple[ReportSection, ...]
    release: str


def build_plan_report(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader) -> PlanReport:
    """Return the report of a plan; every part that needs a missing figure says which one."""
    words, plan, names = reader.words, result.plan, fund_names(atlas, reader)
    sections = (
        ReportSection(words("berkas.section.need"), tuple(_need(result, reader))), _cost(result, reader),
        tranche_section(result, book, names, reader),
        months_section(result, reader), mix_section(result, names, reader), spread_section(result, book, names, reader),
        spans_section(result, book, reader), _rates(result, book, atlas, reader),
        ReportSection(words("berkas.section.assumptions"), build_assumptions(plan, result, book, atlas, reader).lines),
    )
    release = words("berkas.release", number=atlas.release_number, date=atlas.release_date, hash=atlas.release_hash)
    return PlanReport(words("berkas.title", name=_name(plan, atlas, reader)), tuple(_head(plan, reader)), sections, release)


def _name(plan: Plan, atlas: Atlas, reader: Reader) -> str:
    district = atlas.district_by_code.get(plan.area_code)
    place = reader.words("berkas.place", name=district.name, code=district.code) if district else reader.words("berkas.made_up")
    return f"{place}: {plan.title}" if plan.title else place


def _head(plan: Plan, reader: Reader) -> Iterator[str]:
    words, base, goal = reader.words, plan.base, plan.goal
    if base.active is None:
        yield words("berkas.record.none")
    elif base.month is None:
        yield words("berkas.record.undated", active=people(base.active, reader))
    elif base.denominator is None:
        yield words("berkas.record.no_denominator", active=people(base.active, reader), month=month_name(base.month, reader))
    else:
        share = percent(rounded(ratio_pct(base.active, base.denominator)), reader)
        yield words("berkas.record.full", active=people(base.active, reader), month=month_name(base.month, reader), percent=share,
                    denominator=people(base.denominator, reader), basis=basis_short(base.basis, reader))
    deadline = month_name(goal.deadline, reader)
    if goal.pct is None:
        yield words("berkas.record.no_goal", deadline=deadline)
    else:
        told = {"percent": percent(goal.pct, reader), "basis": basis_short(goal.basis, reader), "deadline": deadline}
        yield words("berkas.record.goal_regime", regime=regime_name(goal.regime, reader), year=goal.year or words("shared.none"), **told) \
            if goal.regime else words("berkas.record.goal", **told)
    if base.month and reader.today.since(base.month) > reader.stale_after_months:
        yield words("rencana.warning.stale", months=reader.today.since(base.month), date=month_name(base.month, reader))
    if goal.deadline < reader.today:
        yield words("rencana.warning.past", deadline=deadline)


def _need(result: Outlook, reader: Reader) -> Iterator[str]:
    words, plan, found = reader.words, result.plan, result.need
    if isinstance(found, NoNeed):
        yield words(f"berkas.no_need.{found.reason}", wanted=basis_short(plan.goal.basis, reader), basis=basis_short(plan.base.basis, reader),
                    exceeding=people(found.exceeding, reader))
        return
    deadline = month_name(plan.goal.deadline, reader)
    yield words("berkas.need.required", deadline=deadline, people=people(found.required, reader), percent=percent(plan.goal.pct, reader),
                denominator=people(found.denominator, reader))
    yield words("berkas.need.baseline", deadline=deadline, people=people(found.baseline, reader))
    kind = "missing" if found.missing else "surplus"
    yield words(f"berkas.need.{kind}", people=people(getattr(found, kind), reader), naive=people(found.naive_missing, reader))
    for key, moved in (("expiring", found.ending), ("funded", found.starting)):
        if moved:
            yield words(f"berkas.need.{key}", people=people(moved, reader))
    left = months_to_go(plan.base.month, plan.goal.deadline)
    if found.missing and left:
        yield words("berkas.need.pace", people=people(needed_a_month(found.missing, left), reader), months=left)
    if result.reaches is not None:
        yield words(f"berkas.need.reaches_{'yes' if result.reaches else 'no'}")


def _cost(result: Outlook, reader: Reader) -> ReportSection:
    words, title = reader.words, reader.words("berkas.section.cost")
    if result.gap_bill is None or not isinstance(result.need, Need):
        return ReportSection(title, (words("berkas.cost.none"),))
    rows = tuple(_bill(name, bill, reader) for name, bill in (("missing", result.gap_bill), ("naive", result.naive_bill)) if bill)
    return ReportSection(title, (words("berkas.cost.start", month=month_name(result.gap_bill.first_month, reader)),),
                         table_of("cost", ("what", "people", "month", "year", "twelve"), rows, (1, 2, 3, 4), reader))


def _bill(name: str, bill: Bill, reader: Reader) -> tuple[str, ...]:
    words = reader.words
    return (words(f"berkas.cost.{name}"), people(bill.people, reader), rupiah(bill.month_idr, reader),
            words("berkas.cost.rest", idr=rupiah(bill.rest_of_year_idr, reader), months=bill.rest_of_year_months),
            rupiah(bill.twelve_months_idr, reader))


def _rates(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader) -> ReportSection:
    """Return every rate with its validity, legal basis and how it was verified; warnings first, the discounts last."""
    view = build_rates(result, book, atlas, reader)
    told = tuple("; ".join(_told(view.table.columns, row.cells)) + "." for row in view.table.rows)
    return ReportSection(reader.words("berkas.section.rates"), (*view.warnings, *told, *view.reliefs))


def _told(columns: tuple[str, ...], cells: tuple[str, ...]) -> Iterator[str]:
    """Return the cells of one row of rates; who pays and when speak for themselves, the others with their name."""
    for place, (name, cell) in enumerate(zip(columns, cells, strict=True)):
        if cell:
            yield cell if place < NAMELESS else f"{name}: {cell}"
