"""The sections of a plan's report that are tables: payments, months, the waterfall, breadth or duration, sensitivity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from petaucj.domain.contributions import contribution
from petaucj.domain.need import Need
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan_cost import TrancheCost, payer_of
from petaucj.domain.planning import PlanningBook
from petaucj.domain.sensitivity import spans
from petaucj.domain.spread import short_cover, spread
from petaucj.domain.waterfall import OWN_DUTY, Allocation
from petaucj.views.phrases import Reader, month_name, month_short, people, points, rupiah, rupiah_short
from petaucj.views.plan_spread import LONGEST, budget_of, share_words
from petaucj.views.plan_safe import safe_of

WAITING = "full_death_after_months"


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table of words: its head, its rows, and which columns hold numbers (from 0)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportSection:
    """One section: its title, sentences, and at most one table between ``lines`` and ``notes``."""

    title: str
    lines: tuple[str, ...] = ()
    table: ReportTable | None = None
    notes: tuple[str, ...] = ()


def table_of(room: str, names: tuple[str, ...], rows: Iterator[tuple[str, ...]], numeric: tuple[int, ...], reader: Reader) -> ReportTable:
    """Return a table whose head stands in the words of this report."""
    return ReportTable(tuple(reader.words(f"berkas.{room}.column_{name}") for name in names), tuple(rows), numeric)


def tranche_section(result: Outlook, book: PlanningBook, names: Mapping[str, str], reader: Reader) -> ReportSection:
    """Return the payments of the plan with their cost, the sums, and a warning for each cover that is too short."""
    words, plan, waiting = reader.words, result.plan, book.amount(WAITING)
    title, costs = words("berkas.section.tranches"), result.costs[:len(result.plan.tranches)]
    short = [words("berkas.tranche.short", number=number, months=t.months, low=rupiah_short(book.amount("death_short_idr"), reader),
                   high=rupiah_short(book.amount("death_full_idr"), reader))
             for number, t in enumerate(plan.tranches, 1) if short_cover(t.months, waiting)]
    if not costs:
        return ReportSection(title, (words("berkas.tranche.none"),), notes=tuple(_sums(result, reader)))
    rows = (_tranche_row(number, cost, book, names, reader) for number, cost in enumerate(costs, 1))
    columns = ("number", "source", "people", "net", "span", "months", "status", "each", "cost")
    return ReportSection(title, (), table_of("tranche", columns, rows, (2, 3, 5, 7, 8), reader), (*short, *_sums(result, reader)))


def _tranche_row(number: int, cost: TrancheCost, book: PlanningBook, names: Mapping[str, str], reader: Reader) -> tuple[str, ...]:
    t, words = cost.tranche, reader.words
    unknown = words("berkas.tranche.no_rate")
    each = list(dict.fromkeys(paid and paid.idr for month, _ in cost.monthly for paid in [contribution(book.table, cost.payer, month)]))
    return (str(number), names[t.funding_source], people(t.workers, reader), people(t.net, reader), span_words(t.start, t.end, reader), str(t.months),
            words(f"rencana.commitment.{t.commitment}"), " / ".join(unknown if idr is None else rupiah(idr, reader) for idr in each),
            unknown if cost.total_idr is None else rupiah(cost.total_idr, reader))


def _sums(result: Outlook, reader: Reader) -> Iterator[str]:
    words, (year, _) = reader.words, result.year_idr
    if result.costs:
        yield words("berkas.tranche.year", year=result.plan.first_month.year, idr=rupiah(year, reader))
        yield words("berkas.tranche.whole", idr=rupiah(result.whole_idr, reader))
    left_out = sum(not cost.known for cost in result.costs)
    if left_out:
        yield words("berkas.tranche.left_out", count=left_out)


def span_words(first: object, last: object, reader: Reader) -> str:
    """Return "Nov 2025" or "Nov 2025–Des 2025"."""
    start, end = month_short(first, reader), month_short(last, reader)
    return start if start == end else f"{start}–{end}"


def months_section(result: Outlook, reader: Reader) -> ReportSection:
    """Return the projection in stretches of equal months, every fall, until when it is safe, and the four figures."""
    words, title = reader.words, reader.words("berkas.section.months")
    if not result.points:
        return ReportSection(title, (words("berkas.months.none"),))
    runs = [list(group) for _, group in groupby(result.points, key=lambda p: (p.protected, p.recorded))]
    rows = ((span_words(run[0].month, run[-1].month, reader), people(run[0].protected, reader), people(run[0].recorded, reader)) for run in runs)
    return ReportSection(title, (), table_of("months", ("span", "protected", "recorded"), rows, (1, 2), reader), tuple(_month_notes(result, reader)))


def _month_notes(result: Outlook, reader: Reader) -> Iterator[str]:
    words = reader.words
    for fall in result.cliffs:
        key, size = ("cliff", {}) if fall.points is None else ("cliff_points", {"points": points(fall.points, reader)})
        yield words(f"berkas.months.{key}", month=month_name(fall.month, reader), people=people(fall.people, reader),
                    before=people(fall.before, reader), after=people(fall.after, reader), **size)
    if not result.cliffs:
        yield words("berkas.months.no_cliff")
    safe = safe_of(result, reader)
    yield words("berkas.months.no_end") if safe.month is None else words(
        f"berkas.months.{'safe_past' if safe.passed else 'safe'}", month=month_name(safe.month, reader))
    if result.four:
        four = result.four
        yield words("berkas.months.four", deadline=people(four.at_deadline, reader), peak=people(four.peak, reader), months=four.months,
                    mean=people(int(four.mean), reader), minimum=people(four.minimum, reader))


def mix_section(result: Outlook, names: Mapping[str, str], reader: Reader) -> ReportSection:
    """Return the waterfall in its order; what nobody pays for stands last, never spread over the others."""
    words, mix, title = reader.words, result.mix, reader.words("berkas.section.mix")
    if mix is None:
        return ReportSection(title, (words("berkas.mix.none"),))
    unfunded = (words("berkas.mix.unfunded"), people(mix.unfunded, reader), "", rupiah(mix.unfunded_bill.twelve_months_idr, reader)
                if mix.unfunded_bill else words("berkas.tranche.no_rate"), words("berkas.mix.unfunded_why"))
    rows = (*(_mix_row(paid, names, reader) for paid in mix.allocations), unfunded)
    return ReportSection(title, (words("berkas.mix.needed", people=people(mix.needed, reader)),),
                         table_of("mix", ("source", "people", "each", "idr", "why"), rows, (1, 2, 3), reader))


def _mix_row(paid: Allocation, names: Mapping[str, str], reader: Reader) -> tuple[str, ...]:
    words, source = reader.words, paid.offer.funding_source
    unknown = words("berkas.mix.own" if source == OWN_DUTY else "berkas.tranche.no_rate")
    idr = rupiah(paid.idr, reader) if paid.idr is not None else unknown
    return (names[source], people(paid.people, reader), "" if paid.each_idr is None else rupiah(paid.each_idr, reader), idr if paid.people else "–",
            words(f"rencana.stopped.{paid.stopped_by}"))


def spread_section(result: Outlook, book: PlanningBook, names: Mapping[str, str], reader: Reader) -> ReportSection:
    """Return what one sum of money buys by months, with the benefit quality of each."""
    words, plan, budget, waiting = reader.words, result.plan, budget_of(result), book.amount(WAITING)
    payer = payer_of(plan, book, plan.spread_source, plan.spread_sector)
    bought = () if budget is None else spread(book.table, payer, budget, plan.first_month, max(LONGEST, plan.spread_months), waiting)
    if not bought:
        return ReportSection(words("berkas.section.spread"), (words("berkas.spread.none"),))
    rows = ((str(p.months), people(p.people, reader), people(p.worker_months, reader), rupiah(p.left_idr, reader),
             share_words(p.full_death_share, reader)) for p in bought)
    head = words("berkas.spread.budget", idr=rupiah(budget, reader), fund=names[plan.spread_source], month=month_name(plan.first_month, reader))
    quality = words("berkas.spread.quality", waiting=waiting, low=rupiah_short(book.amount("death_short_idr"), reader),
                    high=rupiah_short(book.amount("death_full_idr"), reader))
    columns = ("months", "people", "worker_months", "left", "full")
    return ReportSection(words("berkas.section.spread"), (head,), table_of("spread", columns, rows, (0, 1, 2, 3, 4), reader), (quality,))


def spans_section(result: Outlook, book: PlanningBook, reader: Reader) -> ReportSection:
    """Return how far the shortfall moves with each assumption."""
    words = reader.words
    found = spans(result.plan, book) if isinstance(result.need, Need) else ()
    if not found:
        return ReportSection(words("berkas.section.spans"), (words("berkas.spans.none"),))
    rows = ((words(f"berkas.spans.{span.factor}"), people(span.low, reader), people(span.high, reader)) for span in found)
    return ReportSection(words("berkas.section.spans"), (), table_of("spans", ("factor", "low", "high"), rows, (1, 2), reader))
