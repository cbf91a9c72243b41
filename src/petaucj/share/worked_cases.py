"""Works every case out with the running program and holds it against what the case expects."""

from __future__ import annotations

from collections.abc import Iterable

from petaucj.data.plan_parts import PlanFile
from petaucj.data.worked_cases import CaseFile
from petaucj.domain.outlook import outlook
from petaucj.domain.plan_reading import plan_from
from petaucj.domain.planning import PlanningBook
from petaucj.share.plan_expected import compared
from petaucj.share.plan_results import plan_results
from petaucj.views.sumber_cases import CaseValue, CheckedCase


def checked_cases(files: Iterable[CaseFile], book: PlanningBook) -> tuple[CheckedCase, ...]:
    """Return every case with each expected value beside the one worked out now."""
    return tuple(_checked(file, book) for file in files)


def _checked(file: CaseFile, book: PlanningBook) -> CheckedCase:
    if file.plan is None:
        return CheckedCase(file.name, file.name, "need", file.lines, (), file.faults)
    results = plan_results(outlook(plan_from(file.plan), book), book)
    values = tuple(CaseValue(c.place, c.expected, c.found, c.agrees) for c in compared(results, file.plan.expected))
    return CheckedCase(file.name, file.plan.title or file.name, _topic(file.plan), file.lines, values)


def _topic(plan: PlanFile) -> str:
    """Return what a case is mostly about, from what its plan holds."""
    if plan.offers:
        return "mix"
    if plan.spread.idr is not None:
        return "spread"
    if plan.tranches:
        return "cost" if plan.record.active is None else "expiry"
    return "need"
