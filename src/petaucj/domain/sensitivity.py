"""How far the people needed move when one assumption moves (domain notes §7.10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from petaucj.domain.arithmetic import HUNDRED, half_width
from petaucj.domain.need import Need, need
from petaucj.domain.plan import Plan, Tranche
from petaucj.domain.planning import PlanningBook


@dataclass(frozen=True, slots=True)
class Span:
    """People missing when one assumption takes its two ends.

    ``factor`` is expiring, rounding, growth, denominator, overlap, acceptance or commitment; ``low`` and ``high`` are people, never ordered by hand.
    """

    factor: str
    low: int
    high: int


def spans(plan: Plan, book: PlanningBook) -> tuple[Span, ...]:
    """Return one span for every assumption that may move the need; empty where there is no need to move."""
    found = need(plan)
    if not isinstance(found, Need):
        return ()
    pairs = [("expiring", (found.naive_missing, found.missing)), ("rounding", _missing(_rounded_targets(plan))),
             ("growth", _missing(_growths(plan, book)))]
    if plan.margin_pct:
        pairs.append(("denominator", _missing(_denominators(plan))))
    if plan.tranches:
        pairs.append(("overlap", _missing(_overlaps(plan))))
        pairs.append(("commitment", _missing_with(plan)))
        pairs.append(("acceptance", _missing(_acceptances(plan, book))))
    return tuple(Span(factor, min(people), max(people)) for factor, people in pairs if people)


def _missing(plans: Iterable[Plan]) -> tuple[int, ...]:
    results = [need(plan) for plan in plans]
    return tuple(r.missing for r in results if isinstance(r, Need))


def _missing_with(plan: Plan) -> tuple[int, ...]:
    """Return the need when only paid, when also budgeted, and when all tranches are counted on."""
    chosen = [tuple(t for t in plan.tranches if t.commitment == "paid"), plan.committed, plan.tranches]
    results = [need(plan, tranches) for tranches in chosen]
    return tuple(r.missing for r in results if isinstance(r, Need))


def _rounded_targets(plan: Plan) -> list[Plan]:
    h = half_width(plan.goal.pct)
    return [plan.with_(goal=replace(plan.goal, pct=pct)) for pct in (plan.goal.pct - h, plan.goal.pct, plan.goal.pct + h) if pct > 0]


def _growths(plan: Plan, book: PlanningBook) -> list[Plan]:
    return [plan.with_(growth_pct=pct) for pct in (Decimal(0), plan.growth_pct, book.ratio("growth_high"))]


def _denominators(plan: Plan) -> list[Plan]:
    steps = (1 - plan.margin_pct / HUNDRED, Decimal(1), 1 + plan.margin_pct / HUNDRED)
    sizes = [int((plan.base.denominator * step).to_integral_value(ROUND_HALF_UP)) for step in steps]
    return [plan.with_(base=replace(plan.base, denominator=size)) for size in sizes if size > 0]


def _acceptances(plan: Plan, book: PlanningBook) -> list[Plan]:
    """Return the plan as it is, and with the lowest known acceptance for every payment not yet made; none where all are made."""
    low = book.ratio("acceptance_low")
    rows = tuple(t if t.commitment == "paid" else replace(t, acceptance=min(low, t.acceptance)) for t in plan.tranches)
    return [] if rows == plan.tranches else [plan, plan.with_(tranches=rows)]


def _overlaps(plan: Plan) -> list[Plan]:
    def with_overlap(overlap: Decimal) -> tuple[Tranche, ...]:
        return tuple(replace(t, overlap=overlap) for t in plan.tranches)

    return [plan.with_(tranches=with_overlap(Decimal(0))), plan, plan.with_(tranches=with_overlap(Decimal(1)))]


def to_propose(people: int, acceptance: Decimal) -> int:
    """Return how many people to propose so that ``people`` are accepted: rounded up."""
    return int((people / acceptance).to_integral_value(ROUND_CEILING))
