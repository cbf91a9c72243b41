"""What the sheet says of money: who pays for whom, what stays unfunded, breadth against duration, and results on record."""

from __future__ import annotations

from itertools import groupby

from petaucj.domain.atlas import Atlas
from petaucj.domain.benefits import pairs
from petaucj.domain.outcome import claims_rate
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import Tranche
from petaucj.domain.plan_cost import TrancheCost, payer_of
from petaucj.domain.planning import PlanningBook
from petaucj.domain.spread import SpreadPoint, short_cover, spread
from petaucj.domain.waterfall import OWN_DUTY
from petaucj.text.numbers import number
from petaucj.views.banding import Row, Table
from petaucj.views.daerah_benefits import benefit_period
from petaucj.views.phrases import Reader, listed, month_short, people, rupiah, rupiah_short
from petaucj.views.plan_changes import share_words
from petaucj.views.plan_scenarios import public_cost, shortest_cover, shortest_words
from petaucj.views.plan_spread import budget_of

COLUMNS = ("fund", "people", "months", "idr", "status")
# Lengths whose benefit quality differs: a year, half a year, and the longest without the full benefit.
LENGTHS = (12, 6, 3)


def funding_table(result: Outlook, reader: Reader) -> Table | None:
    """Return every tranche and every allocation that pays, and last what nobody pays for; None where there is neither."""
    words, rows = reader.words, [_row(cost, reader) for cost in result.costs]
    if result.mix and result.mix.unfunded:
        bill = result.mix.unfunded_bill
        rows.append(Row((words("lembar.sheet.unfunded"), people(result.mix.unfunded, reader),
                         words("lembar.sheet.unfunded_months", start=month_short(result.plan.first_month, reader)),
                         rupiah(bill.twelve_months_idr, reader) if bill else words("lembar.sheet.no_rate"), words("lembar.sheet.unfunded_status")), True))
    return Table(tuple(words(f"lembar.sheet.column_{name}") for name in COLUMNS), tuple(rows), (1, 3)) if rows else None


def _row(cost: TrancheCost, reader: Reader) -> Row:
    words, held = reader.words, cost.tranche
    unknown = words("lembar.sheet.own_cost" if held.funding_source == OWN_DUTY else "lembar.sheet.no_rate")
    return Row((words(f"lembar.fund.{held.funding_source}"), people(cost.people, reader), _months(held, reader),
                unknown if cost.total_idr is None else rupiah(cost.total_idr, reader), words(f"rencana.commitment.{held.commitment}")))


def _months(held: Tranche, reader: Reader) -> str:
    if held.months == 1:
        return reader.words("lembar.sheet.one_month", start=month_short(held.start, reader))
    return reader.words("lembar.sheet.months", start=month_short(held.start, reader), end=month_short(held.end, reader), months=held.months)


def funding_notes(result: Outlook, reader: Reader) -> tuple[str, ...]:
    """Return what the payments cost in the budget year, without what nobody pays for, and which sources pay for nobody and why."""
    words, (amount, unknown) = reader.words, result.year_idr
    district, district_unknown = public_cost(result)
    key = "year_cost_paid" if result.mix and result.mix.unfunded else "year_cost"
    told = [words("lembar.sheet.nobody")] if not result.costs else [
        words(f"lembar.sheet.{key}", year=result.plan.first_month.year, amount=_sum(amount, unknown, reader), district=_sum(district, district_unknown, reader))]
    silent: dict[str, list[str]] = {}
    for held in result.mix.allocations if result.mix else ():
        if not held.people:
            silent.setdefault(words(f"rencana.stopped.{held.stopped_by}"), []).append(words(f"lembar.fund.{held.offer.funding_source}"))
    items = [words("lembar.sheet.silent_item", why=why, funds=", ".join(funds)) for why, funds in silent.items()]
    return (*told, words("lembar.sheet.silent", list="; ".join(items))) if items else tuple(told)


def _sum(amount: int, unknown: int, reader: Reader) -> str:
    return reader.words("lembar.scenarios.incomplete", amount=rupiah(amount, reader), count=unknown) if unknown else rupiah(amount, reader)


def run_words(result: Outlook, reader: Reader) -> tuple[str, ...]:
    """Return the projection in words: each stretch of months with the same number of people, then every fall."""
    words, told = reader.words, []
    for count, points in groupby(result.points, key=lambda p: p.protected):
        months = [point.month for point in points]
        start, end = month_short(months[0], reader), month_short(months[-1], reader)
        key, more = ("run", {"end": end}) if len(months) > 1 else ("run_one", {})
        told.append(words(f"lembar.sheet.{key}", start=start, people=people(count, reader), **more))
    return (words("lembar.sheet.runs", list="; ".join(told)),) if told else ()


def breadth_lines(result: Outlook, book: PlanningBook, reader: Reader) -> tuple[str, ...]:
    """Return what one sum buys for a year, half a year and three months, and the shortest cover of the plan; each with its benefit quality."""
    words, plan, budget, told = reader.words, result.plan, budget_of(result), []
    if budget:
        payer = payer_of(plan, book, plan.spread_source, plan.spread_sector)
        bought = spread(book.table, payer, budget, plan.first_month, max(LENGTHS), book.amount("full_death_after_months"))
        points = [point for point in reversed(bought) if point.months in LENGTHS]
        few = [words("lembar.sheet.breadth_few", months=p.months, each=rupiah(p.each_idr, reader)) for p in points if not p.people]
        items = {"breadth_line": [_bought(point, book, reader) for point in points if point.people], "breadth_little": few}
        money = {"amount": rupiah_short(budget, reader), "fund": words(f"lembar.fund.{plan.spread_source}"),
                 "start": month_short(plan.first_month, reader)}
        told = [words(f"lembar.sheet.{key}", list=listed(held, reader), **money) for key, held in items.items() if held]
    return (*told, words("lembar.sheet.shortest", cover=shortest_words(result, book, reader))) if shortest_cover(result) else tuple(told)


def _bought(point: SpreadPoint, book: PlanningBook, reader: Reader) -> str:
    words = reader.words
    if short_cover(point.months, book.amount("full_death_after_months")):
        quality = words("lembar.sheet.quality_none", low=rupiah_short(book.amount("death_short_idr"), reader),
                        high=rupiah_short(book.amount("death_full_idr"), reader))
    else:
        quality = words("lembar.sheet.quality_share", share=share_words(point.full_death_share, reader))
    return words("lembar.sheet.breadth_item", people=people(point.people, reader), months=point.months, quality=quality)


def result_lines(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader, sentence: str = "lembar.sheet.result_line") -> tuple[str, ...]:
    """Return contributions against benefits of the district's own pairs, each in ``sentence``; nothing where it has none."""
    rates = filter(None, (claims_rate(book.table, pair) for pair in pairs(atlas, result.plan.area_code)))
    return tuple(reader.words(
        sentence, ratio=number(rate.pair.ratio.value, reader.language), ratio_low=number(rate.pair.ratio.low, reader.language),
        ratio_high=number(rate.pair.ratio.high, reader.language), group=rate.pair.fundings[0].group.of(reader.language),
        period=benefit_period(rate.pair.benefit.period, reader),
        paid=rupiah_short(rate.pair.fundings[0].contribution_idr, reader), received=rupiah_short(rate.pair.benefit.benefit_idr, reader),
        cases=people(rate.pair.benefit.cases, reader), per_thousand=number(rate.per_thousand, reader.language), low=number(rate.low, reader.language),
        high=number(rate.high, reader.language)) for rate in rates)
