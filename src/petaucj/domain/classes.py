"""Fixed classes with a meaning in policy; a district that moves never recolours the others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from decimal import Decimal

# Below 20, 20-30 (the 2025 targets), 30-40, 40-60 (RPJMN 2029 is 43.92), 60-80, 80-100, above 100 %.
COVERAGE_BREAKS = (Decimal(20), Decimal(30), Decimal(40), Decimal(60), Decimal(80), Decimal(100))
# Points short of a target (positive) or beyond it (negative).
GAP_BREAKS = (Decimal(-10), Decimal(0), Decimal(5), Decimal(10), Decimal(20))
# Change in points between two dates.
CHANGE_BREAKS = (Decimal(-10), Decimal(-2), Decimal(2), Decimal(10))


def coverage_class(pct: Decimal) -> int:
    """Return 0 to 6; exactly 100 is still 80-100, only more is "above 100"."""
    if pct == COVERAGE_BREAKS[-1]:
        return len(COVERAGE_BREAKS) - 1
    return bisect_right(COVERAGE_BREAKS, pct)


def gap_class(points: Decimal) -> int:
    """Return 0 (more than 10 points beyond the target) to 5 (more than 20 short); exactly met counts as met."""
    return bisect_left(GAP_BREAKS, points)


def change_class(points: Decimal) -> int:
    """Return 0 (fell by more than 10 points) to 4 (rose by 10 points or more)."""
    return bisect_right(CHANGE_BREAKS, points)
