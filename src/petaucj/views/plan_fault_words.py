"""What cannot be in a plan, in words, with the place where it stands."""

from __future__ import annotations

from petaucj.domain.month import Month
from petaucj.domain.plan import Plan
from petaucj.domain.plan_faults import PlanFault, plan_faults
from petaucj.views.phrases import Reader


def fault_words(fault: PlanFault, reader: Reader) -> str:
    """Return one fault as a sentence that names its place, the value and what to do."""
    place = reader.words(f"rencana.fault_place.{fault.place}", number=fault.number) if fault.number else ""
    return place + reader.words(f"rencana.fault.{fault.rule}", value=fault.value)


def faults_today(plan: Plan, today: Month) -> tuple[PlanFault, ...]:
    """Return everything that cannot be in a plan read today: its own faults, and a record from the future."""
    found = plan_faults(plan)
    if plan.base.month is not None and plan.base.month > today:
        return (*found, PlanFault("plan", 0, "month", str(plan.base.month), "future_record"))
    return found
