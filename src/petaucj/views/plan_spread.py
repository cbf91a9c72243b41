"""Breadth or duration in words: what one sum of money buys for one to twelve months, and how good short cover is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.need import NoNeed
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import PLANNABLE, SECTORS
from petaucj.domain.plan_cost import payer_of
from petaucj.domain.planning import PlanningBook, PlanningValue
from petaucj.domain.spread import SpreadPoint, full_death_share, short_cover, spread
from petaucj.text.dates import iso_name
from petaucj.views.banding import NamedNotes, Row, Table
from petaucj.views.daerah_notes import build_source_only
from petaucj.views.entry import EntryCell, EntryColumn, EntryRow, EntryTable
from petaucj.views.evidence import FigureNote
from petaucj.views.phrases import Reader, listed, month_name, people, rupiah, rupiah_short
from petaucj.views.plan_changes import share_words
from petaucj.views.plan_cost_view import why_no_need
from petaucj.views.plan_tables import Wrong, fund_names
from petaucj.views.rate_words import duration, mark_words

LONGEST, HALF_YEAR, YEAR = 12, 6, 12
WAITING, FULL, SHORT, ACCIDENT = "full_death_after_months", "death_full_idr", "death_short_idr", "work_injury_death_idr"
TABLE, ROW = "spread", "plan"


@dataclass(frozen=True, slots=True)
class SpreadBar:
    """One bar: months, people and their words; ``short`` never reaches the full death benefit."""

    months: int
    people: int
    label: str
    short: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class SpreadView:
    """What the money buys. Without money or rate ``bars`` and the table are empty and ``sentence`` says why.

    ``options`` are the months that may be chosen, with their words; ``entry`` is the table of one row in which the money,
    its payer and the sector are typed.
    """

    sentence: str
    details: tuple[str, ...]
    quality: tuple[str, ...]
    control: str
    months: int
    options: Mapping[int, str]
    entry: EntryTable
    bars: tuple[SpreadBar, ...]
    axis: str
    legend: tuple[str, str]
    alt: str
    table_open: str
    table: Table
    notes: NamedNotes | None


def build_spread(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader, wrong: Wrong | None = None) -> SpreadView:
    """Return what the plan's money buys by months; ``wrong`` holds what was typed but cannot be used, under ("spread", "plan", column)."""
    words, plan = reader.words, result.plan
    points, reason = _points(result, book, atlas, reader)
    chosen = next((p for p in points if p.months == plan.spread_months), None)
    waiting, short = book.amount(WAITING), rupiah_short(book.amount(SHORT), reader)
    longest = max(LONGEST, plan.spread_months)
    return SpreadView(
        _sentence(result, points, chosen, reader) if chosen else reason, tuple(_details(result, points, chosen, atlas, reader)) if chosen else (),
        tuple(_quality(plan.spread_months, book, reader)), words("biaya.spread.control"), plan.spread_months,
        {months: duration(months, reader) for months in range(1, longest + 1)}, _entry(result, atlas, reader, wrong or {}),
        tuple(SpreadBar(p.months, p.people, people(p.people, reader), short_cover(p.months, waiting), p is chosen) for p in points),
        words("biaya.spread.axis"), (words("biaya.spread.legend_chosen"), words("biaya.spread.legend_short", waiting=waiting, short=short)),
        _alt(result, points, chosen, book, reader) if chosen else reason, words("biaya.spread.table"), _table(points, chosen, reader),
        _notes(book, atlas, reader),
    )


def budget_of(result: Outlook) -> int | None:
    """Return the money to divide: what the plan sets, else what the people still needed cost in twelve months, else None."""
    if result.plan.spread_idr is not None:
        return result.plan.spread_idr
    return result.gap_bill.twelve_months_idr if result.gap_bill and result.gap_bill.people else None


def _points(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader) -> tuple[tuple[SpreadPoint, ...], str]:
    """Return the points, or none with the sentence that says what is missing."""
    words, plan, budget = reader.words, result.plan, budget_of(result)
    fund = fund_names(atlas, reader)[plan.spread_source]
    if budget is None:
        if isinstance(result.need, NoNeed):
            return (), words("biaya.spread.none_no_need", reason=why_no_need(result.need, reader))
        return (), words("biaya.spread.none_surplus") if not result.need.missing else words("biaya.spread.none_rate", fund=fund)
    payer = payer_of(plan, book, plan.spread_source, plan.spread_sector)
    points = spread(book.table, payer, budget, plan.first_month, max(LONGEST, plan.spread_months), book.amount(WAITING))
    if not points:
        return (), words("biaya.spread.none_rate", fund=fund)
    if not points[0].people:
        return (), words("biaya.spread.none_little", idr=rupiah(budget, reader), each=rupiah(points[0].each_idr, reader), fund=fund)
    return points, ""


def _other(points: tuple[SpreadPoint, ...], chosen: SpreadPoint) -> SpreadPoint:
    """Return the way of spending to set beside the chosen one: a year, or half a year where a year is chosen."""
    return points[(HALF_YEAR if chosen.months == YEAR else YEAR) - 1]


def _sentence(result: Outlook, points: tuple[SpreadPoint, ...], chosen: SpreadPoint, reader: Reader) -> str:
    """Return what the money buys in the chosen months and in others; a length for which it is not enough tells what one person costs."""
    words, other, idr = reader.words, _other(points, chosen), rupiah_short(budget_of(result), reader)
    held, beside = ({"people": people(p.people, reader), "months": duration(p.months, reader), "each": rupiah(p.each_idr, reader)}
                    for p in (chosen, other))
    if chosen.people and other.people:
        return words("biaya.spread.sentence", idr=idr, people=held["people"], months=held["months"], other_people=beside["people"],
                     other_months=beside["months"])
    if chosen.people or other.people:
        enough, short = (held, beside) if chosen.people else (beside, held)
        return words("biaya.spread.one_little", idr=idr, people=enough["people"], months=enough["months"], other_months=short["months"],
                     each=short["each"])
    longest = max((p for p in points if p.people), key=lambda p: p.months)
    return words("biaya.spread.both_little", idr=idr, months=held["months"], each=held["each"], other_months=beside["months"],
                 other_each=beside["each"], people=people(longest.people, reader), fit=duration(longest.months, reader))


def _details(result: Outlook, points: tuple[SpreadPoint, ...], chosen: SpreadPoint, atlas: Atlas, reader: Reader) -> list[str]:
    words, plan, other = reader.words, result.plan, _other(points, chosen)
    told = {"fund": fund_names(atlas, reader)[plan.spread_source], "start": month_name(plan.first_month, reader)}
    mine, theirs = (people(p.worker_months, reader) for p in (chosen, other))
    compared = [words("biaya.spread.same", worker_months=mine) if mine == theirs else
                words("biaya.spread.differs", worker_months=mine, other_worker_months=theirs)]
    return [*(compared if chosen.people and other.people else ()), words("biaya.spread.typed", **told) if plan.spread_idr is not None else
            words("biaya.spread.from_gap", people=people(result.gap_bill.people, reader), **told)]


def _quality(months: int, book: PlanningBook, reader: Reader) -> list[str]:
    """Return what the heirs of a new participant would receive, and how sure the rule is."""
    words, waiting = reader.words, book.amount(WAITING)
    told = {"months": duration(months, reader), "full": rupiah_short(book.amount(FULL), reader), "short": rupiah_short(book.amount(SHORT), reader)}
    said = (words("biaya.spread.short", **told) if short_cover(months, waiting) else
            words("biaya.spread.partly", full_months=months - waiting, share=share_words(full_death_share(months, waiting), reader),
                  waiting=waiting, **told))
    rules = [book.values[name] for name in (FULL, SHORT, WAITING)]
    legal = listed(list(dict.fromkeys(rule.legal_basis for rule in rules if rule.legal_basis)), reader) or words("biaya.rates.no_legal")
    marks = list(dict.fromkeys(mark_words(rule.verification, reader) for rule in rules))
    return [said, words("biaya.spread.continuing", full=told["full"]),
            words("biaya.spread.rule", legal=legal, mark=listed(marks, reader), waiting=waiting)]


def _alt(result: Outlook, points: tuple[SpreadPoint, ...], chosen: SpreadPoint, book: PlanningBook, reader: Reader) -> str:
    first, last = points[0], points[-1]
    return reader.words("biaya.spread.alt", idr=rupiah_short(budget_of(result), reader), most=people(first.people, reader),
                        fewest=duration(first.months, reader), least=people(last.people, reader), longest=duration(last.months, reader),
                        people=people(chosen.people, reader), months=duration(chosen.months, reader),
                        waiting=book.amount(WAITING), short=rupiah_short(book.amount(SHORT), reader))


def _table(points: tuple[SpreadPoint, ...], chosen: SpreadPoint | None, reader: Reader) -> Table:
    columns = tuple(reader.words(f"biaya.spread.{name}") for name in ("months", "people", "worker_months", "left", "share"))
    return Table(columns, tuple(Row((str(p.months), people(p.people, reader), people(p.worker_months, reader), rupiah(p.left_idr, reader),
                                     share_words(p.full_death_share, reader)), p is chosen) for p in points), (0, 1, 2, 3, 4))


def _entry(result: Outlook, atlas: Atlas, reader: Reader, wrong: Wrong) -> EntryTable:
    words, plan, budget = reader.words, result.plan, budget_of(result)
    columns = (EntryColumn("spread_idr", words("biaya.spread.idr"), "number", spoken=words("biaya.spread.idr_spoken")),
               EntryColumn("spread_source", words("biaya.spread.payer"), "select", tuple((s, fund_names(atlas, reader)[s]) for s in PLANNABLE)),
               EntryColumn("spread_sector", words("biaya.spread.sector"), "select", tuple((s, words(f"biaya.sector.{s}")) for s in SECTORS)))
    values = ("" if budget is None else people(budget, reader), plan.spread_source, plan.spread_sector)
    held = [(wrong.get((TABLE, ROW, column.key)), value) for column, value in zip(columns, values, strict=True)]
    cells = tuple(EntryCell(bad.text, fault=bad.fault) if bad else EntryCell(value) for bad, value in held)
    return EntryTable(reader.language, words("biaya.spread.entry"), columns, (EntryRow(ROW, cells, name=words("biaya.spread.entry")),))


def _notes(book: PlanningBook, atlas: Atlas, reader: Reader) -> NamedNotes:
    words = reader.words
    named = {FULL: words("biaya.spread.value_full", amount=rupiah(book.amount(FULL), reader)),
             SHORT: words("biaya.spread.value_short", amount=rupiah(book.amount(SHORT), reader)),
             WAITING: words("biaya.spread.value_waiting", months=book.amount(WAITING)),
             ACCIDENT: words("biaya.spread.value_accident", amount=rupiah_short(book.amount(ACCIDENT), reader))}
    sources = {book.values[name].source_id for name in named}
    notes = tuple((title, value_note(book.values[name], atlas, reader)) for name, title in named.items())
    return NamedNotes(words("biaya.spread.sources", count=len(sources)), notes)


def value_note(value: PlanningValue, atlas: Atlas, reader: Reader) -> FigureNote:
    """Return what stands behind one planning value: its legal basis, when and how it was checked, its source."""
    words = reader.words
    checked = words("biaya.rates.checked", date=iso_name(value.checked_on, reader.language), mark=mark_words(value.verification, reader))
    note = build_source_only(atlas, value.source_id, value.note, reader)
    return FigureNote("", (value.legal_basis, checked) if value.legal_basis else (checked,), note.sources, ())
