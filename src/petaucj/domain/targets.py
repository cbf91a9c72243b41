"""Which targets concern a district, and how far it is from one of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from petaucj.domain.arithmetic import adds_up, people_for, ratio_pct, rounded
from petaucj.domain.atlas import Atlas
from petaucj.domain.comparable import comparable_to_target
from petaucj.domain.coverage import Converted, converted, denominator_on, newest_coverage, percentage
from petaucj.domain.month import Month
from petaucj.domain.records import NATION, PROVINCE, CoverageFact, Target

# A district's own target speaks before the province's and the nation's.
REGIME_ORDER = ("district", "mou", "province", "rpjmn", "rkp", "national_other", "rpjpn")


def targets_for(atlas: Atlas, code: str, segment: str = "all") -> tuple[Target, ...]:
    """Return every target that concerns an area, its own first, then by regime and year; people-only targets included."""
    areas = (code, PROVINCE, NATION)
    mine = [t for t in atlas.targets if t.area_code in areas and t.segment == segment]
    return tuple(sorted(mine, key=lambda t: (REGIME_ORDER.index(t.regime), t.year or 9999)))


def regimes_for(atlas: Atlas, code: str) -> tuple[str, ...]:
    """Return the regimes that give an area a percentage target, in the order they speak."""
    return tuple(dict.fromkeys(t.regime for t in targets_for(atlas, code) if t.pct_printed is not None))


def chosen_target(atlas: Atlas, code: str, regime: str | None, year: int) -> Target | None:
    """Return the target of a regime for ``year``, else its next published year, else its last one.

    Without a regime the first one that has a percentage speaks. Years nobody published stay
    unpublished: the target returned says its own year.
    """
    with_pct = [t for t in targets_for(atlas, code) if t.pct_printed is not None]
    wanted = regime or next((t.regime for t in with_pct), None)
    mine = [t for t in with_pct if t.regime == wanted]
    later = [t for t in mine if t.year is not None and t.year >= year]
    # Of two targets of one regime and year the first in the seeds speaks, before and after that year alike.
    last = max((t.year or 0 for t in mine), default=0)
    return later[0] if later else next((t for t in mine if (t.year or 0) == last), None)


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a district is from a target on one denominator.

    ``points`` is target minus actual in percentage points (negative when over). ``people_short``
    is None without counts; ``surplus`` is people beyond the target, never a negative shortage.
    """

    target: Target
    actual_pct: Decimal
    points: Decimal
    needed_people: int | None
    people_short: int | None
    surplus: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A district against a target: the figure shown, and the gap or the reason why there is none.

    ``gap`` is set when the newest figure is on the target's own basis. Otherwise ``reason`` says
    why not and, where people and the target's denominator are both known, ``converted`` and
    ``converted_gap`` give the value on the target's own denominator.
    """

    fact: CoverageFact | None
    target: Target | None
    gap: Gap | None
    reason: str
    converted: Converted | None
    converted_gap: Gap | None


def _gap(target: Target, pct: Decimal, active: int | None, denominator: int | None) -> Gap:
    """Measure people where the counts carry the percentage; counts that contradict it give no people."""
    if active is not None and denominator:
        fits = adds_up(pct, active, denominator)
        active, pct = (active, rounded(ratio_pct(active, denominator))) if fits else (None, pct)
    needed = people_for(target.pct_printed, denominator) if denominator else None
    missing = needed - active if needed is not None and active is not None else None
    return Gap(target, pct, target.pct_printed - pct, needed,
               None if missing is None else max(0, missing), None if missing is None else max(0, -missing))


def standing(atlas: Atlas, code: str, per: Month, regime: str | None = None) -> Standing:
    """Return where a district stands at ``per`` against the chosen regime's target."""
    fact = newest_coverage(atlas, code, per)
    target = chosen_target(atlas, code, regime, per.year)
    if fact is None or target is None:
        return Standing(fact, target, None, "no_figure" if fact is None else "no_target", None, None)
    fits = comparable_to_target(fact, target)
    if fits:
        base = fact.denominator or getattr(denominator_on(atlas, code, fact.basis, per), "denominator", None)
        return Standing(fact, target, _gap(target, percentage(fact), fact.active, base), "", None, None)
    other = converted(atlas, code, target.basis, per)
    if other is None:
        return Standing(fact, target, None, fits.reason, None, None)
    gap = _gap(target, other.pct, other.active_fact.active, other.denominator_fact.denominator)
    return Standing(fact, target, None, fits.reason, other, gap)
