"""How many people a target still needs, with what expires counted (domain notes §7.2)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from petaucj.domain.arithmetic import HUNDRED, people_for
from petaucj.domain.comparable import comparable_bases
from petaucj.domain.month import Month
from petaucj.domain.plan import COMMITTED, Plan, Tranche
from petaucj.domain.projection import permanent_base, protected_at


@dataclass(frozen=True, slots=True)
class Need:
    """People a plan's goal asks for at its deadline.

    ``baseline`` are those protected then without any new act: the record, less what ends, with what is paid or budgeted.
    ``missing`` stands on it; ``naive_missing`` on the record as it is, shown only beside the other.
    A surplus is people beyond the goal; never a negative shortage. ``ending`` are people of the record whose payment has
    ended by the deadline, ``starting`` people paid at the deadline who are not in the record: record - ending + starting = baseline.
    """

    denominator: int
    required: int
    baseline: int
    missing: int
    surplus: int
    naive_missing: int
    naive_surplus: int
    ending: int
    starting: int


@dataclass(frozen=True, slots=True)
class NoNeed:
    """Why there is no number: no_target, no_active, undated_record, no_denominator, basis_unknown, target_basis_unknown, basis_differs, before_record or tranches_exceed.

    ``exceeding`` is how many people the tranches have too many, for the last.
    """

    reason: str
    exceeding: int = 0


def denominator_at(plan: Plan) -> int | None:
    """Return the denominator in the deadline month, grown from the month it was published for, in whole workers."""
    base, growth = plan.base, plan.growth_pct
    if base.denominator is None or not growth:
        return base.denominator
    start = base.denominator_month or base.month
    if start is None:
        return base.denominator
    return grown(base.denominator, growth, plan.goal.deadline.since(start))


def grown(denominator: int, growth_pct: Decimal, months: int) -> int:
    """Return D0 x (1 + growth)^(months / 12), rounded half up to whole workers (106,590 at 2.8 % over 27 months -> 113,423)."""
    factor = (1 + growth_pct / HUNDRED) ** (Decimal(months) / 12)
    return int((denominator * factor).to_integral_value(ROUND_HALF_UP))


def need(plan: Plan, tranches: tuple[Tranche, ...] | None = None) -> Need | NoNeed:
    """Return the people needed, counting on ``tranches`` (those paid or budgeted when not given), or the reason why there is no number."""
    counted = plan.committed if tranches is None else tranches
    reason = _missing_figure(plan, counted)
    if reason:
        return reason
    denominator = denominator_at(plan)
    required = people_for(plan.goal.pct, denominator)
    baseline = protected_at(plan, counted, plan.goal.deadline)
    gap, naive = required - baseline, required - plan.base.active
    ending, starting = _moves(plan, counted)
    return Need(denominator, required, baseline, max(0, gap), max(0, -gap), max(0, naive), max(0, -naive), ending, starting)


def _moves(plan: Plan, tranches: tuple[Tranche, ...]) -> tuple[int, int]:
    """Return the people who leave the record by the deadline, and those who come on top of it."""
    counted, changes = Counter(tranches), []
    for t in plan.tranches:
        inside = t.recorded_in(plan.base.month, plan.grace_months) if t.commitment in COMMITTED else 0
        changes.append((t.protected_in(plan.goal.deadline) if counted[t] > 0 else 0) - inside)
        counted[t] -= 1
    return -sum(c for c in changes if c < 0), sum(c for c in changes if c > 0)


def _missing_figure(plan: Plan, tranches: tuple[Tranche, ...]) -> NoNeed | None:
    base, goal = plan.base, plan.goal
    if goal.pct is None:
        return NoNeed("no_target")
    if base.denominator is None:
        return NoNeed("no_denominator")
    if goal.basis == "unknown":
        return NoNeed("target_basis_unknown")
    if not (fits := comparable_bases(base.basis, goal.basis)):
        return NoNeed(fits.reason)
    if base.active is None:
        return NoNeed("no_active")
    if base.month is None:
        return NoNeed("undated_record")
    if goal.deadline < base.month:
        return NoNeed("before_record")
    held = permanent_base(plan)
    return NoNeed("tranches_exceed", -held) if held < 0 else None


def months_to_go(record: Month, deadline: Month) -> int | None:
    """Return the months a plan has, the record's own and the deadline's both counted; None when the deadline has passed."""
    left = deadline.since(record) + 1
    return left if left >= 1 else None


def needed_a_month(people: int, months: int) -> int:
    """Return the pace that brings ``people`` in ``months`` months, rounded half up: a description, so 11,377 in 3 months is 3,792."""
    return int((Decimal(people) / months).to_integral_value(ROUND_HALF_UP))
