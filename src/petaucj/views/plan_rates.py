"""The rates a plan rests on: amount, validity, legal basis and how each is known; the discounts, whom they leave out and when they end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from petaucj.domain.atlas import Atlas
from petaucj.domain.contributions import Contribution, Payer, RateTable, contribution
from petaucj.domain.month import Month, months_between
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan_cost import payer_of
from petaucj.domain.planning import PlanningBook
from petaucj.domain.rates import Rate, expired
from petaucj.domain.waterfall import UNFUNDED_PAYER
from petaucj.text.dates import iso_name
from petaucj.views.banding import NamedNotes, Row, Table
from petaucj.views.daerah_notes import build_source_only
from petaucj.views.phrases import Reader, month_name, month_short, rupiah
from petaucj.views.plan_reliefs import relief_endings, relief_sentences, relief_windows, state_budget_members
from petaucj.views.rate_words import each_rate, rate_legal, rate_mark, validity, who_pays

YEAR = 12


@dataclass(frozen=True, slots=True)
class RatesView:
    """Warnings first, then the discounts in sentences, then the table of every rate used and its sources."""

    title: str
    warnings: tuple[str, ...]
    relief_title: str
    reliefs: tuple[str, ...]
    table_open: str
    table: Table
    notes: NamedNotes | None


@dataclass(frozen=True, slots=True)
class Use:
    """One payer over months in a row with the same rates; ``paid`` is None where the rate is not known."""

    payer: Payer
    first: Month
    last: Month
    paid: Contribution | None


def build_rates(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader) -> RatesView:
    """Return the rates of a plan's payments, its gap and its waterfall, from the dated table."""
    words, uses = reader.words, tuple(rate_uses(result, book))
    columns = tuple(words(f"biaya.rates.{name}") for name in ("payer", "used", "amount", "parts", "valid", "legal", "mark"))
    table = Table(columns, tuple(Row(_cells(use, book.table, reader)) for use in uses), (2,))
    windows = relief_windows(book.table)
    return RatesView(words("biaya.rates.title"), (*relief_endings(result, book, reader), *_past(uses, reader)), words("biaya.relief.title"),
                     (*relief_sentences(windows, book.table, reader), *(state_budget_members(book, atlas, reader) if windows else ())),
                     words("biaya.rates.open", count=len(uses)), table, _notes(uses, windows, atlas, reader))


def rate_uses(result: Outlook, book: PlanningBook) -> Iterator[Use]:
    """Return every stretch of months each payer of the plan pays at one rate, in order of time."""
    used: dict[Payer, set[Month]] = {}
    for cost in result.costs:
        used.setdefault(cost.payer, set()).update(month for month, _ in cost.monthly)
    start = result.plan.first_month
    plan = result.plan
    for source, sector in ((UNFUNDED_PAYER, "non_transport"), (plan.spread_source, plan.spread_sector)):
        used.setdefault(payer_of(plan, book, source, sector), set()).update(months_between(start, start.plus(YEAR - 1)))
    for payer, months in used.items():
        stretch: Use | None = None
        for month in sorted(months):
            paid = contribution(book.table, payer, month)
            if stretch and stretch.paid == paid and month.since(stretch.last) == 1:
                stretch = replace(stretch, last=month)
                continue
            if stretch:
                yield stretch
            stretch = Use(payer, month, month, paid)
        yield stretch


def _cells(use: Use, table: RateTable, reader: Reader) -> tuple[str, ...]:
    words = reader.words
    used = month_short(use.first, reader) if use.first == use.last else f"{month_short(use.first, reader)}–{month_short(use.last, reader)}"
    if use.paid is None:
        amount = words("biaya.rates.wage_unknown" if use.payer.segment == "wage" else "biaya.rates.unknown")
        return (who_pays(use.payer, reader), used, amount, "", "", "", "")
    alone = {p: contribution(table, replace(use.payer, programmes=(p,)), use.first).idr for p in use.payer.programmes}
    parts = " + ".join(f"{words(f'biaya.programme.{programme}')} {rupiah(idr, reader)}" for programme, idr in alone.items())
    return (who_pays(use.payer, reader), used, rupiah(use.paid.idr, reader), parts,
            *(each_rate(use.paid.rates, say, reader) for say in (validity, rate_legal, rate_mark)))


def _past(uses: tuple[Use, ...], reader: Reader) -> Iterator[str]:
    """Return a warning for each rate in use whose last month lies before today's."""
    held = {(use.payer.payer_class, use.payer.sector, rate.valid_to): (use.payer, rate)
            for use in uses if use.paid for rate in use.paid.rates if expired(rate, reader.today)}
    for payer, rate in held.values():
        yield reader.words("biaya.rates.past", who=who_pays(payer, reader), legal=rate_legal(rate, reader), end=month_name(rate.valid_to, reader),
                           today=month_name(reader.today, reader))


def _notes(uses: tuple[Use, ...], windows: tuple[Rate, ...], atlas: Atlas, reader: Reader) -> NamedNotes | None:
    words = reader.words
    rates = tuple(dict.fromkeys((*(rate for use in uses if use.paid for rate in use.paid.rates), *windows)))
    if not rates:
        return None
    notes = []
    for rate in rates:
        line = words("biaya.rates.checked", date=iso_name(rate.checked_on, reader.language), mark=rate_mark(rate, reader))
        note = replace(build_source_only(atlas, rate.source_id, rate.note, reader), lines=(line,))
        notes.append((f"{words(f'biaya.programme.{rate.programme}')}: {rate_legal(rate, reader)}, {validity(rate, reader)}", note))
    return NamedNotes(words("biaya.rates.sources", count=len({rate.source_id for rate in rates})), tuple(notes))
