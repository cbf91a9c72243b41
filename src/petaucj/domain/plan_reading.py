"""A plan out of a plan file, and the documents its figures rest on once they are known again."""

from __future__ import annotations

from dataclasses import replace

from petaucj.data.plan_parts import OfferRow, PlanFile, TrancheRow
from petaucj.domain.month import Month
from petaucj.domain.plan import Base, Goal, Offer, Plan, Tranche


def plan_from(file: PlanFile) -> Plan:
    """Return the plan a file holds; its budget begins in January of the deadline's year unless the file says otherwise.

    A file names no statements, so ``base.fact_keys`` and ``goal.target_id`` are empty: see ``with_sources``.
    """
    record, goal, assumed, spread = file.record, file.goal, file.assumed, file.spread
    deadline = Month.parse(goal.deadline)
    return Plan(
        file.area_code, Base(record.active, _maybe(record.month), record.denominator, _maybe(record.denominator_month), record.basis),
        Goal(goal.pct, goal.basis, deadline, goal.regime, goal.year), _maybe(assumed.first_month) or Month(deadline.year, 1),
        tuple(map(_tranche, file.tranches)), tuple(map(_offer, file.offers)), assumed.growth_pct, assumed.margin_pct, assumed.grace_months,
        assumed.package, assumed.income_idr, assumed.wage_idr, spread.idr, spread.source, spread.sector, spread.months, file.title,
    )


def with_sources(plan: Plan, first: Plan) -> Plan:
    """Return ``plan`` resting on the documents of ``first`` wherever it still holds the very same figures.

    ``first`` is the plan the district begins with. A figure changed by hand loses its document; a file cannot claim one.
    """
    # The statements are shown only beside the figures they print (views.plan_head.base_facts), so one changed figure keeps the other's.
    base = replace(plan.base, fact_keys=first.base.fact_keys)
    goal = plan.goal
    if (goal.pct, goal.basis, goal.regime, goal.year) == (first.goal.pct, first.goal.basis, first.goal.regime, first.goal.year):
        goal = replace(goal, target_id=first.goal.target_id)
    return plan.with_(base=base, goal=goal)


def _maybe(text: str | None) -> Month | None:
    return Month.parse(text) if text else None


def _tranche(row: TrancheRow) -> Tranche:
    return Tranche(row.funding_source, row.workers, Month.parse(row.start), row.months, row.sector, row.commitment, row.overlap, row.acceptance,
                   row.continuing, row.record_id)


def _offer(row: OfferRow) -> Offer:
    return Offer(row.funding_source, row.eligible, row.cap_idr, Month.parse(row.start), row.months, row.sector)
