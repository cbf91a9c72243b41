"""What a plan assumes about money: who pays at which rate, what each fund has, in which order they pay."""

from __future__ import annotations

from petaucj.domain.atlas import Atlas
from petaucj.domain.contributions import Payer, contribution, reliefs
from petaucj.domain.month import months_between
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import Offer, Plan
from petaucj.domain.plan_cost import payer_of
from petaucj.domain.planning import PlanningBook
from petaucj.domain.prefill import allotted_cap
from petaucj.domain.rates import Rate
from petaucj.domain.waterfall import UNFUNDED_PAYER
from petaucj.views.phrases import Reader, listed, month_name, rupiah_short
from petaucj.views.plan_assumed_words import Assumption
from petaucj.views.plan_changes import limit_words, share_words
from petaucj.views.sumber_tables import key_words, rates_table


def rate_lines(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader) -> list[Assumption]:
    """Return one line for every rate that any paid month rests on, with its legal basis and how it was checked."""
    words, used = reader.words, used_rates(result, book)
    held = [row for row in used if row.source_id in atlas.sources]
    found = []
    for rate, cells in zip(held, rates_table(atlas, tuple(held), reader)[0].rows, strict=True):
        segment, programme, sector, payer, amount, valid, _, checked, *_ = ("".join(part.text for part in cell) for cell in cells)
        source = words("lembar.assume.rate_source", legal=rate.legal_basis or words("lembar.assume.legal_none"), checked=checked)
        found.append(Assumption(words("lembar.assume.rate", programme=programme, segment=segment),
                                words("lembar.assume.rate_value", amount=amount, payer=payer, sector=sector, valid=valid), source, (rate.source_id,)))
    return found


def used_rates(result: Outlook, book: PlanningBook) -> tuple[Rate, ...]:
    """Return every rate behind the cost of a plan: those of its tranches, and those of the people still without money."""
    plan = result.plan
    asked = [(cost.payer, month) for cost in result.costs for month, _ in cost.monthly]
    if result.gap_bill:
        payer = payer_of(plan, book, UNFUNDED_PAYER, "non_transport")
        asked += [(payer, month) for month in months_between(plan.first_month, plan.first_month.plus(11))]
    paid = (contribution(book.table, payer, month) for payer, month in dict.fromkeys(asked))
    return tuple(dict.fromkeys(rate for each in paid if each for rate in each.rates))


def payer_lines(result: Outlook, book: PlanningBook, reader: Reader) -> list[Assumption]:
    """Return which rate each paying fund gets and why: public money has no relief, an employer pays as for wage earners."""
    words, groups = reader.words, {}
    for fund, sector in dict.fromkeys((t.funding_source, t.sector) for t in result.tranches):
        payer = payer_of(result.plan, book, fund, sector)
        relief = _last_relief(book, payer)
        value = words("lembar.assume.payer_value", payer=key_words("payer", payer.payer_class, reader),
                      discount=_relief_words(relief, payer.payer_class, reader))
        key = (value, status_words(book.rules[fund].payer_class_status, reader), (relief.source_id,) if relief else ())
        groups.setdefault(key, []).append(words(f"lembar.fund.{fund}"))
    return [Assumption(words("lembar.assume.payer", fund=listed(list(dict.fromkeys(funds)), reader)), *told) for told, funds in groups.items()]


def _last_relief(book: PlanningBook, payer: Payer) -> Rate | None:
    mine = [rate for rate in reliefs(book.table, payer) if rate.payer_class == payer.payer_class]
    return max(mine, key=lambda rate: rate.valid_to, default=None)


def _relief_words(relief: Rate | None, payer_class: str, reader: Reader) -> str:
    words = reader.words
    if payer_class == "employer" or relief is None:
        return words("lembar.assume.employer" if payer_class == "employer" else "lembar.assume.standing")
    legal = relief.legal_basis or words("lembar.assume.legal_none")
    if payer_class == "state_budget":
        return words("lembar.assume.no_discount", legal=legal, how=key_words("verification", relief.verification, reader))
    return words("lembar.assume.discount", legal=legal, month=month_name(relief.valid_to, reader))


def status_words(status: str, reader: Reader) -> str:
    """Return how sure the payer class of a fund is."""
    key = f"lembar.assume.status_{status}"
    return reader.words(key) if reader.words.has(key) else key_words("verification", status, reader)


def offer_lines(plan: Plan, book: PlanningBook, reader: Reader) -> list[Assumption]:
    """Return what each line of the waterfall may pay and where that comes from, the order, and the rule that nothing is scaled up."""
    words = reader.words
    if not plan.offers:
        return []
    known = [_offer(plan, row, book, reader) for row in plan.offers if row.eligible is not None or row.cap_idr is not None]
    mine = list(dict.fromkeys(row.funding_source for row in plan.offers))
    usual = [source for source in book.rules if source in mine]
    order = Assumption(words("lembar.assume.order"), listed([words(f"lembar.fund.{source}") for source in mine], reader),
                       words(f"lembar.assume.order_{'default' if mine == usual else 'typed'}"))
    return [*known, order, Assumption(words("lembar.assume.rule"), words("lembar.assume.stop"))]


def _offer(plan: Plan, row: Offer, book: PlanningBook, reader: Reader) -> Assumption:
    words, allotted = reader.words, book.newest_allotment(plan.area_code, row.funding_source)
    told, sources, ids = limit_words(row, reader), [], ()
    if row.cap_idr is not None and allotted and row.cap_idr == allotted_cap(book, plan.area_code, row.funding_source):
        share = book.values["palm_oil_other_share"]
        told += f"; {words('lembar.assume.cap_from', year=allotted.year, idr=rupiah_short(allotted.idr, reader), share=share_words(share.value, reader))}"
        sources.append(words("lembar.assume.cap_source", basis=share.legal_basis))
        ids = (allotted.source_id, share.source_id)
    elif row.cap_idr is not None:
        sources.append(words("lembar.assume.cap_typed"))
    sources += [words("lembar.assume.eligible_typed")] if row.eligible is not None else []
    if row.funding_source == "palm_oil_share":
        support = book.values["palm_oil_support_share"]
        how = key_words("verification", support.verification, reader)
        told += f"; {words('lembar.assume.support', share=share_words(support.value, reader), basis=support.legal_basis, how=how)}"
        ids = (*ids, support.source_id)
    return Assumption(words("lembar.assume.offer", fund=words(f"lembar.fund.{row.funding_source}")), told, "; ".join(sources), ids)
