"""One sum of money as a plan: many people for a short time, or few for a long one."""

from __future__ import annotations

from petaucj.domain.contributions import per_worker
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import Plan, Tranche
from petaucj.domain.plan_cost import payer_of
from petaucj.domain.planning import PlanningBook
from petaucj.views.plan_spread import budget_of


def with_spread(result: Outlook, book: PlanningBook, months: int) -> Plan:
    """Return the plan of ``result`` with its breadth-or-duration money spent on ``months`` months that end with the deadline.

    The plan itself where there is no money, no rate, or not enough for one person. The payment is a scenario.
    """
    plan, idr = result.plan, budget_of(result)
    start = plan.goal.deadline.plus(1 - months)
    each = per_worker(book.table, payer_of(plan, book, plan.spread_source, plan.spread_sector), start, months)
    if not idr or not each or idr < each:
        return plan
    row = Tranche(plan.spread_source, idr // each, start, months, plan.spread_sector, "scenario")
    return plan.with_(tranches=(*plan.tranches, row), spread_idr=idr, spread_months=months)
