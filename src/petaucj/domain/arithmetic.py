"""Exact arithmetic with printed figures: rounding, recomputation, derivation (domain notes §7.8)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

HUNDRED = Decimal(100)


def half_width(printed: Decimal) -> Decimal:
    """Return half of the last printed decimal, in percentage points: 30.40 -> 0.005, 28 -> 0.5."""
    return Decimal(1).scaleb(min(0, printed.as_tuple().exponent)) / 2


def ratio_pct(active: int, denominator: int) -> Decimal:
    """Return active / denominator x 100, exact to the precision of Decimal; raise ValueError without people to divide by."""
    if denominator <= 0:
        raise ValueError("denominator must be positive")
    return Decimal(active) * HUNDRED / Decimal(denominator)


def rounded(value: Decimal, decimals: int = 2) -> Decimal:
    """Return ``value`` rounded half up to ``decimals``."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def adds_up(printed: Decimal | None, active: int | None, denominator: int | None) -> bool:
    """Tell whether the printed percentage is the ratio of the printed counts, up to its own rounding.

    True as well when one of the three is missing: nothing contradicts it then.
    """
    if printed is None or active is None or not denominator:
        return True
    return abs(ratio_pct(active, denominator) - printed) <= half_width(printed)


@dataclass(frozen=True, slots=True)
class Derived:
    """A number derived from two others, with the interval that rounding allows (both ends included)."""

    low: int
    value: int
    high: int


def derived_denominator(active: int, printed: Decimal) -> Derived:
    """Return the denominator that ``active`` people and a printed percentage imply; ValueError at zero per cent."""
    h = half_width(printed)
    if printed - h <= 0:
        raise ValueError("a percentage that may be zero implies no denominator")
    people = Decimal(active) * HUNDRED
    return Derived(
        low=int((people / (printed + h)).to_integral_value(ROUND_CEILING)),
        value=int((people / printed).to_integral_value(ROUND_HALF_UP)),
        high=int((people / (printed - h)).to_integral_value(ROUND_FLOOR)),
    )


def people_for(target_pct: Decimal, denominator: int) -> int:
    """Return the people a target needs: the ratio times the denominator, rounded up (0.2830 x 106590 -> 30165)."""
    return int((target_pct * denominator / HUNDRED).to_integral_value(ROUND_CEILING))
