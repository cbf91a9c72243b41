"""The discounts on contributions: from when to when, whom they leave out, and the warning where a plan outlives them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from petaucj.domain.arithmetic import HUNDRED, rounded
from petaucj.domain.atlas import Atlas
from petaucj.domain.contributions import Contribution, Payer, RateTable, contribution, reliefs
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import PACKAGES
from petaucj.domain.planning import PlanningBook
from petaucj.domain.rates import Rate
from petaucj.text.dates import iso_name
from petaucj.views.phrases import Reader, listed, month_name, percent, rupiah
from petaucj.views.plan_tables import fund_names
from petaucj.views.rate_words import each_rate, rate_legal, rate_mark

PRIVATE, STATE = "self_or_private", "state_budget"
DISCOUNTED = PACKAGES["two"]


def relief_windows(table: RateTable) -> tuple[Rate, ...]:
    """Return one discounted rate for each sector and window, in order of time: the death rate, which no income moves."""
    mine = [r for r in table.rates if r.segment == "non_wage" and r.payer_class == PRIVATE and r.programme == "death" and r.valid_from and r.valid_to]
    return tuple(sorted(mine, key=lambda r: (r.valid_from, r.sector)))


def _discount(rate: Rate, table: RateTable) -> tuple[Decimal, Contribution, Contribution] | None:
    """Return the discount in per cent, the discounted contribution, and the full one that state budgets pay in the same month."""
    half, full = (contribution(table, Payer(payer, rate.sector, DISCOUNTED), rate.valid_from) for payer in (PRIVATE, STATE))
    if half is None or not full:
        return None
    return rounded((full.idr - half.idr) * HUNDRED / full.idr, 0), half, full


def relief_sentences(windows: tuple[Rate, ...], table: RateTable, reader: Reader) -> Iterator[str]:
    """Return each discount in words, with whom it leaves out."""
    words = reader.words
    for rate in windows:
        found = _discount(rate, table)
        if found is None:
            continue
        discount, half, full = found
        told = {"full": rupiah(full.idr, reader)}
        said = words("biaya.relief.sentence", percent=percent(discount, reader), sector=words(f"biaya.sector.{rate.sector}"),
                     start=month_name(rate.valid_from, reader), end=month_name(rate.valid_to, reader), half=rupiah(half.idr, reader),
                     legal=rate_legal(rate, reader), mark=rate_mark(rate, reader), **told)
        excluded = words("biaya.relief.excluded", mark=each_rate(full.rates, rate_mark, reader), **told)
        yield f"{said} {excluded}"


def state_budget_members(book: PlanningBook, atlas: Atlas, reader: Reader) -> Iterator[str]:
    """Return which funds count as state budgets, and which classes are only inferred."""
    names = fund_names(atlas, reader)
    state = [names[source] for source, rule in book.rules.items() if rule.payer_class == STATE]
    inferred = [names[source] for source, rule in book.rules.items() if rule.payer_class_status != "stated"]
    if state:
        yield reader.words("biaya.relief.members", names=listed(state, reader))
    if inferred:
        yield reader.words("biaya.relief.inferred", names=listed(inferred, reader))


def relief_endings(result: Outlook, book: PlanningBook, reader: Reader) -> Iterator[str]:
    """Return a warning for each discount that ends before the last month somebody other than a state budget may pay."""
    words, last = reader.words, {}
    for row in (*result.plan.tranches, *result.plan.offers):
        if book.rules[row.funding_source].payer_class == PRIVATE:
            last[row.sector] = max(last.get(row.sector, row.start), row.start.plus(row.months - 1))
    for sector, month in last.items():
        ending = [r for r in reliefs(book.table, Payer(PRIVATE, sector, ("death",))) if r.valid_to < month and r in relief_windows(book.table)]
        newest = max(ending, key=lambda r: r.valid_to, default=None)
        found = newest and _discount(newest, book.table)
        if found:
            yield words("biaya.rates.ends", percent=percent(found[0], reader), sector=words(f"biaya.sector.{sector}"),
                        legal=rate_legal(newest, reader), end=month_name(newest.valid_to, reader), next=month_name(newest.valid_to.plus(1), reader),
                        checked=iso_name(newest.checked_on, reader.language))
