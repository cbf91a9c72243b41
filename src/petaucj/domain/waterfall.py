"""Who could pay for the people still missing: one source after the other, as far as its rules and money reach (domain notes §7.5)."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.contributions import per_worker
from petaucj.domain.plan import Offer, Plan, Tranche
from petaucj.domain.plan_cost import Bill, bill, payer_of, tranche_cost
from petaucj.domain.planning import PlanningBook

UNFUNDED_PAYER = "district_budget"
# An employer pays for its own workers: a duty that needs no budget line of ours.
OWN_DUTY = "employer"


@dataclass(frozen=True, slots=True)
class Allocation:
    """What one offer pays: people, rupiah for its whole time, and what stopped it.

    ``stopped_by`` is need (nobody left), eligible, cap, or why it pays for nobody: excluded, needs_eligible, needs_cap,
    not_at_deadline, no_rate. ``idr`` is None where the rate is not known (an employer without a wage given).
    """

    offer: Offer
    people: int
    each_idr: int | None
    idr: int | None
    stopped_by: str

    @property
    def tranche(self) -> Tranche | None:
        """The allocation as a tranche of the plan; None when it pays for nobody."""
        offer = self.offer
        if not self.people:
            return None
        return Tranche(offer.funding_source, self.people, offer.start, offer.months, offer.sector, "scenario")


@dataclass(frozen=True, slots=True)
class Mix:
    """The whole waterfall. ``unfunded`` people are never spread over the sources; ``unfunded_bill`` is what the district budget would pay for them."""

    needed: int
    allocations: tuple[Allocation, ...]
    unfunded: int
    unfunded_bill: Bill | None

    @property
    def tranches(self) -> tuple[Tranche, ...]:
        """The allocations that pay for somebody, as tranches."""
        return tuple(a.tranche for a in self.allocations if a.tranche is not None)


def waterfall(plan: Plan, book: PlanningBook, needed: int) -> Mix:
    """Return who pays for ``needed`` people, in the plan's order of offers.

    n = min(people left, eligible people, whole people that what is left of the cap buys over the offer's months). An offer whose cover does
    not include the deadline pays for nobody: it would not help to reach the target.
    """
    left, found = needed, []
    for offer in plan.offers:
        allocation = _allocate(plan, book, offer, left)
        found.append(allocation)
        left -= allocation.people
    payer = payer_of(plan, book, UNFUNDED_PAYER, "non_transport")
    return Mix(needed, tuple(found), left, bill(book.table, payer, left, plan.first_month))


def _allocate(plan: Plan, book: PlanningBook, offer: Offer, left: int) -> Allocation:
    each = per_worker(book.table, payer_of(plan, book, offer.funding_source, offer.sector), offer.start, offer.months)
    refusal = _refusal(plan, book, offer, each)
    if refusal:
        return Allocation(offer, 0, each, 0, refusal)
    limits = {"need": left}
    if offer.eligible is not None:
        limits["eligible"] = offer.eligible
    if offer.cap_idr is not None and each:
        limits["cap"] = max(0, offer.cap_idr - spent_already(plan, book, offer)) // each
    stop = min(limits, key=limits.__getitem__)
    people = limits[stop]
    return Allocation(offer, people, each, None if each is None else people * each, stop)


def spent_already(plan: Plan, book: PlanningBook, offer: Offer) -> int:
    """Return what the plan's own payments from the same fund cost in the budget year of an offer: its money is spent only once."""
    mine = [tranche_cost(plan, book, t) for t in plan.tranches if t.funding_source == offer.funding_source]
    return sum(cost.in_year(offer.start.year) or 0 for cost in mine)


def _refusal(plan: Plan, book: PlanningBook, offer: Offer, each: int | None) -> str:
    rule = book.rules[offer.funding_source]
    if rule.excludes(plan.area_code):
        return "excluded"
    if rule.needs_eligible and offer.eligible is None:
        return "needs_eligible"
    if rule.needs_cap and offer.cap_idr is None:
        return "needs_cap"
    if not offer.start <= plan.goal.deadline <= offer.start.plus(offer.months - 1):
        return "not_at_deadline"
    return "no_rate" if each is None and offer.funding_source != OWN_DUTY else ""
