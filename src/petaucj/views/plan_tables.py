"""The tables of a plan that a reader may change: what it starts from, its tranches, its waterfall."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from petaucj.domain.atlas import Atlas
from petaucj.domain.funding_records import FundingFact
from petaucj.domain.month import Month, months_between
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import COMMITMENTS, PLANNABLE, SECTORS, Plan
from petaucj.domain.plan_faults import MOST_ROWS
from petaucj.domain.planning import PlanningBook
from petaucj.domain.prefill import undated_funding
from petaucj.domain.waterfall import Allocation
from petaucj.text.numbers import NBSP, number
from petaucj.views.entry import EntryCell, EntryColumn, EntryRow, EntryTable, Options
from petaucj.views.phrases import Reader, month_short, people, rupiah
from petaucj.views.plan_notes import offer_notes, tranche_notes

YEARS_AHEAD, YEARS_BACK = 4, 2
# Columns that hold a result and are only read.
COMPUTED = frozenset({"cost", "people", "idr"})
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Typed:
    """What a reader typed into a cell that could not be used, and the sentence that says why."""

    text: str
    fault: str


Wrong = Mapping[tuple[str, str, str], Typed]


def fund_names(atlas: Atlas, reader: Reader) -> dict[str, str]:
    """Return the plannable funding sources by code, in the reader's words."""
    held = {rule.funding_source: rule.name.of(reader.language) for rule in atlas.funding_rules}
    return {source: held.get(source, source) for source in PLANNABLE}


def _months(plan: Plan, reader: Reader) -> Options:
    starts = [row.start for row in (*plan.tranches, *plan.offers)]
    first = min([Month(reader.today.year - YEARS_BACK, 1), plan.base.month or plan.first_month, *starts])
    last = max([Month(reader.today.year + YEARS_AHEAD, 12), plan.goal.deadline, *starts])
    return tuple((str(month), month_short(month, reader)) for month in months_between(first, last))


def options_of(kind: str, values: tuple[str, ...], reader: Reader) -> Options:
    """Return the values of one kind as options with their words."""
    return tuple((value, reader.words(f"rencana.{kind}.{value}")) for value in values)


def entry_cells(table: str, row: str, columns: tuple[EntryColumn, ...], values: Mapping[str, str], wrong: Wrong) -> tuple[EntryCell, ...]:
    """Return the cells of one row; what could not be used stays as typed, with its sentence."""
    found = []
    for column in columns:
        bad = wrong.get((table, row, column.key))
        value = values.get(column.key, "")
        found.append(EntryCell(bad.text, fault=bad.fault) if bad else EntryCell(value, shown=value, fixed=column.key in COMPUTED))
    return tuple(found)


def entry_column(table: str, key: str, kind: str, reader: Reader, options: Options = (), narrow: bool = False) -> EntryColumn:
    """Return one column with its words."""
    words, name = reader.words, f"rencana.{table}.column.{key}"
    spoken = words(f"{name}_spoken") if words.has(f"{name}_spoken") else ""
    return EntryColumn(key, words(name), kind, options, narrow, spoken)


def _share(value: Decimal, reader: Reader) -> str:
    return number((value * HUNDRED).normalize() if value * HUNDRED % 1 else (value * HUNDRED).quantize(Decimal(1)), reader.language)


def maybe_people(value: int | None, reader: Reader) -> str:
    """Return a whole number, or nothing where it is not known."""
    return "" if value is None else people(value, reader)


def build_tranches(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader, wrong: Wrong) -> EntryTable:
    """Return the tranches of a plan as a table, each with its end, its cost and what its people would receive."""
    words, plan = reader.words, result.plan
    columns = (
        entry_column("tranche", "funding_source", "select", reader, tuple(fund_names(atlas, reader).items())),
        entry_column("tranche", "workers", "number", reader), entry_column("tranche", "start", "month", reader, _months(plan, reader)),
        entry_column("tranche", "months", "number", reader, narrow=True), entry_column("tranche", "end", "text", reader),
        entry_column("tranche", "commitment", "select", reader, options_of("commitment", COMMITMENTS, reader)),
        entry_column("tranche", "sector", "select", reader, options_of("sector", SECTORS, reader)),
        entry_column("tranche", "overlap", "percent", reader, narrow=True), entry_column("tranche", "acceptance", "percent", reader, narrow=True),
        entry_column("tranche", "continuing", "percent", reader, narrow=True), entry_column("tranche", "cost", "number", reader),
    )
    rows = tuple(_tranche_row(i, result, book, columns, reader, wrong, atlas) for i in range(len(plan.tranches)))
    return EntryTable(
        reader.language, words("rencana.tranche.caption"), columns, rows, add_label=words("rencana.tranche.add") if len(rows) < MOST_ROWS else "",
        add_options=(*((f"new:{source}", name) for source, name in fund_names(atlas, reader).items()), *_undated(atlas, plan, reader)),
        remove_label=words("rencana.tranche.remove"), reset_label=words("rencana.tranche.reset"), empty=words("rencana.tranche.empty"),
    )


def _undated(atlas: Atlas, plan: Plan, reader: Reader) -> Options:
    names, words = fund_names(atlas, reader), reader.words
    held = {t.record_id for t in plan.tranches}
    return tuple((f"record:{record_of(fact)}", words("rencana.tranche.undated", fund=names[fact.funding_source], people=people(fact.workers, reader),
                                                    year=fact.year or words("rencana.tranche.no_year"),
                                                    status=words(f"rencana.fact_status.{fact.status}")))
                 for fact in undated_funding(atlas, plan.area_code) if record_of(fact) not in held)


def record_of(fact: FundingFact) -> str:
    """Return the record a funding statement is first told by."""
    return fact.evidence[0].record_id


def _tranche_row(index: int, result: Outlook, book: PlanningBook, columns: tuple[EntryColumn, ...], reader: Reader, wrong: Wrong,
                 atlas: Atlas) -> EntryRow:
    t, cost, words = result.plan.tranches[index], result.costs[index], reader.words
    name = f"{fund_names(atlas, reader)[t.funding_source]} {people(t.workers, reader)}"
    values = {
        "funding_source": t.funding_source, "workers": people(t.workers, reader), "start": str(t.start), "months": str(t.months),
        "end": month_short(t.end, reader).replace(" ", NBSP), "commitment": t.commitment, "sector": t.sector, "overlap": _share(t.overlap, reader),
        "acceptance": _share(t.acceptance, reader), "continuing": _share(t.continuing, reader),
        "cost": words("rencana.tranche.no_rate") if cost.total_idr is None else rupiah(cost.total_idr, reader),
    }
    row_id = f"t{index + 1}"
    return EntryRow(row_id, entry_cells("tranche", row_id, columns, values, wrong), " ".join(tranche_notes(index, result, book, atlas, reader)),
                    removable=True, swatch=f"f-{t.funding_source.replace('_', '-')}", name=name)


def build_offers(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader, wrong: Wrong) -> EntryTable:
    """Return the waterfall as a table in its order: what each source could pay, what it pays, and what stops it; the rest stays unfunded."""
    words, plan, names = reader.words, result.plan, fund_names(atlas, reader)
    columns = (
        entry_column("offer", "source", "text", reader), entry_column("offer", "eligible", "number", reader), entry_column("offer", "cap_idr", "number", reader),
        entry_column("offer", "start", "month", reader, _months(plan, reader)), entry_column("offer", "months", "number", reader, narrow=True),
        entry_column("offer", "sector", "select", reader, options_of("sector", SECTORS, reader)), entry_column("offer", "people", "number", reader),
        entry_column("offer", "idr", "number", reader), entry_column("offer", "stopped", "text", reader),
    )
    rows = tuple(_offer_row(i, result, book, columns, names, reader, wrong) for i in range(len(plan.offers)))
    held = {offer.funding_source for offer in plan.offers}
    missing = tuple((source, name) for source, name in names.items() if source not in held and not book.rules[source].excludes(plan.area_code))
    total = ()
    if result.mix:
        idr = rupiah(result.mix.unfunded_bill.twelve_months_idr, reader) if result.mix.unfunded_bill else ""
        total = (words("rencana.offer.unfunded"), "", "", "", "", "", people(result.mix.unfunded, reader), idr, words("rencana.offer.unfunded_note"))
    return EntryTable(reader.language, words("rencana.offer.caption"), columns, rows, add_label=words("rencana.offer.add") if missing else "", add_options=missing,
                      remove_label=words("rencana.offer.remove"), up_label=words("rencana.offer.up"), down_label=words("rencana.offer.down"),
                      reset_label=words("rencana.offer.reset"), empty=words("rencana.offer.empty"), total=total)


def offer_ids(plan: Plan) -> tuple[str, ...]:
    """Return a name for each line of the waterfall that stays with it when it moves: its fund, which stands once."""
    return tuple(offer.funding_source for offer in plan.offers)


def _offer_row(index: int, result: Outlook, book: PlanningBook, columns: tuple[EntryColumn, ...], names: Mapping[str, str], reader: Reader, wrong: Wrong) -> EntryRow:
    offer, row_id = result.plan.offers[index], offer_ids(result.plan)[index]
    paid = result.mix.allocations[index] if result.mix else None
    values = {"source": names[offer.funding_source], "eligible": maybe_people(offer.eligible, reader), "cap_idr": maybe_people(offer.cap_idr, reader),
              "start": str(offer.start), "months": str(offer.months), "sector": offer.sector, **_paid(paid, reader)}
    return EntryRow(row_id, entry_cells("offer", row_id, columns, values, wrong), offer_notes(offer, result, book, reader), movable=True, removable=True,
                    swatch=f"f-{offer.funding_source.replace('_', '-')}", name=names[offer.funding_source])


def _paid(paid: Allocation | None, reader: Reader) -> dict[str, str]:
    words = reader.words
    if paid is None:
        return {"people": "–", "idr": "–", "stopped": ""}
    idr = words("rencana.offer.own_cost") if paid.people and paid.idr is None else rupiah(paid.idr or 0, reader)
    return {"people": people(paid.people, reader), "idr": idr if paid.people else "–", "stopped": words(f"rencana.stopped.{paid.stopped_by}")}
