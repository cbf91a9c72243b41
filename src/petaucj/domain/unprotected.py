"""What is not yet protected in a district: the arithmetic remainder on each base, and the groups sources name."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.coverage import converted, newest, visible_at
from petaucj.domain.funding_records import FundingFact
from petaucj.domain.month import Month
from petaucj.domain.records import BASES, CoverageFact


@dataclass(frozen=True, slots=True)
class Remainder:
    """Workers of one base who are not recorded as active: ``denominator`` minus ``active``.

    ``people`` is 0 and ``beyond`` counts the surplus where more are active than the base holds.
    The two facts are one statement, or the newest people over the newest base of that kind.
    """

    segment: str
    active: CoverageFact
    denominator: CoverageFact
    people: int
    beyond: int


def remainders(atlas: Atlas, code: str, per: Month) -> tuple[Remainder, ...]:
    """Return the remainder on each known base, else on the base of one statement; then one a part of the workers.

    Remainders on different bases count the same people in different ways: they are never added.
    """
    facts = [f for f in atlas.coverage_by_area.get(code, ()) if f.usable and visible_at(f, per, atlas.newest_month)]
    found = [_remainder(c.active_fact, c.denominator_fact) for basis in BASES if (c := converted(atlas, code, basis, per))]
    whole = newest(f for f in facts if f.segment == "all" and f.active is not None and f.denominator)
    if whole and not found:
        found.append(_remainder(whole, whole))
    for segment in dict.fromkeys(f.segment for f in facts if f.segment != "all"):
        part = newest(f for f in facts if f.segment == segment and f.active is not None and f.denominator)
        found += [_remainder(part, part)] if part else []
    return tuple(found)


def _remainder(active: CoverageFact, denominator: CoverageFact) -> Remainder:
    left = denominator.denominator - active.active
    return Remainder(active.segment, active, denominator, max(0, left), max(0, -left))


def reported_gaps(atlas: Atlas, code: str) -> tuple[FundingFact, ...]:
    """Return the groups a source reports as not protected, largest first."""
    mine = [f for f in atlas.funding_by_area.get(code, ()) if f.status == "gap"]
    return tuple(sorted(mine, key=lambda f: -(f.workers or 0)))


def only_planned(atlas: Atlas, code: str) -> tuple[FundingFact, ...]:
    """Return the plans, newest first, of a fund for a group or a number of people that no realised statement of that fund names."""
    mine = atlas.funding_by_area.get(code, ())
    groups = {(f.funding_source, f.group) for f in mine if f.status == "realised"}
    numbers = {(f.funding_source, f.workers) for f in mine if f.status == "realised" and f.workers is not None}
    plans = [f for f in mine if f.status == "planned" and (f.funding_source, f.group) not in groups
             and (f.funding_source, f.workers) not in numbers]
    return tuple(sorted(plans, key=lambda f: -(f.year or 0)))
