"""Rank, pace and province total, only among comparable records (domain notes §7.6, §7.7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from petaucj.domain.arithmetic import half_width, ratio_pct, rounded
from petaucj.domain.atlas import Atlas
from petaucj.domain.comparable import comparable, comparable_segments
from petaucj.domain.coverage import AS_PRINTED, newest, newest_coverage, percentage, visible_at
from petaucj.domain.month import Month
from petaucj.domain.records import CoverageFact


@dataclass(frozen=True, slots=True)
class Rank:
    """One place in a ranking; ``best`` and ``worst`` are the places rounding allows."""

    code: str
    fact: CoverageFact
    pct: Decimal
    place: int
    best: int
    worst: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """A ranking on one basis: the places, and why each other district is left out."""

    basis: str
    places: tuple[Rank, ...]
    left_out: Mapping[str, str]


def rank(atlas: Atlas, codes: Iterable[str], per: Month, basis: str, window: int) -> Ranking:
    """Rank the newest figures on ``basis`` that are comparable and at most ``window`` months apart from the newest.

    ``left_out`` maps a code to "no_figure", "other_basis", "undated", "disputed" or "too_old". Equal
    percentages share a place (competition ranking).
    """
    found = {code: newest_coverage(atlas, code, per, basis) for code in codes}
    reasons = {code: _why_not(atlas, code, per, fact) for code, fact in found.items()}
    dated = {code: fact for code, fact in found.items() if not reasons[code]}
    latest = max((fact.as_of.month for fact in dated.values()), default=None)
    for code, fact in dated.items():
        if latest.since(fact.as_of.month) > window:
            reasons[code] = "too_old"
    ranked = {code: fact for code, fact in dated.items() if not reasons[code]}
    return Ranking(basis, _places(ranked), {code: reason for code, reason in reasons.items() if reason})


def _why_not(atlas: Atlas, code: str, per: Month, fact: CoverageFact | None) -> str:
    if fact is None:
        return "other_basis" if newest_coverage(atlas, code, per) else "no_figure"
    if not fact.as_of.known:
        return "undated"
    return "disputed" if fact.disputed else ""


def _places(facts: Mapping[str, CoverageFact]) -> tuple[Rank, ...]:
    bounds = {code: (percentage(f) - half_width(percentage(f)), percentage(f) + half_width(percentage(f))) for code, f in facts.items()}
    places = [
        Rank(code, fact, percentage(fact),
             place=1 + sum(percentage(o) > percentage(fact) for o in facts.values()),
             best=1 + sum(bounds[other][0] > bounds[code][1] for other in facts),
             worst=sum(bounds[other][1] >= bounds[code][0] for other in facts))
        for code, fact in facts.items()
    ]
    return tuple(sorted(places, key=lambda r: (r.place, r.code)))


@dataclass(frozen=True, slots=True)
class Pace:
    """Change of people between two comparable counts, and what a target asks for.

    ``actual_per_month`` and ``needed_per_month`` are people per month; ``finish`` is the month the
    target is met at this pace, None when it never is. Pace describes, it does not forecast.
    """

    first: CoverageFact
    last: CoverageFact
    months: int
    actual_per_month: Decimal
    needed_per_month: Decimal | None
    months_left: int | None
    finish: Month | None


def pace(first: CoverageFact, last: CoverageFact, people_short: int | None, deadline: Month) -> Pace | None:
    """Return the pace between two counts, or None when they may not be compared.

    The denominator plays no part in a count of people, so only segments and dates must fit. The
    months left count the record's own month and the deadline (October to December is three).
    """
    if not _countable(first, last):
        return None
    months = last.as_of.month.since(first.as_of.month)
    actual = Decimal(last.active - first.active) / months
    left = deadline.since(last.as_of.month) + 1
    needed = Decimal(people_short) / left if people_short is not None and left >= 1 else None
    finish = None
    if people_short is not None and actual > 0:
        finish = last.as_of.month.plus(-int(-Decimal(people_short) // actual))
    return Pace(first, last, months, actual, needed, left if left >= 1 else None, finish)


def _countable(first: CoverageFact, last: CoverageFact) -> bool:
    return bool(
        first.active is not None and last.active is not None and first.as_of.known and last.as_of.known
        and first.usable and last.usable and last.as_of.month > first.as_of.month
        and comparable_segments(first.segment_set, last.segment_set)
    )


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of people over the sum of denominators on one basis, and how many districts it covers."""

    basis: str
    active: int
    denominator: int
    pct: Decimal | None
    codes: tuple[str, ...]


def province_total(atlas: Atlas, per: Month, basis: str) -> Total:
    """Return sum(A) / sum(D) over the districts whose newest figure on ``basis`` prints both; never a mean of percentages."""
    facts = {}
    for district in atlas.districts:
        fact = newest(f for f in atlas.coverage_by_area.get(district.code, ())
                      if f.segment == "all" and f.usable and f.basis == basis and f.active is not None and f.denominator
                      and f.as_of.known and visible_at(f, per, atlas.newest_month))
        if fact:
            facts[district.code] = fact
    people, base = sum(f.active for f in facts.values()), sum(f.denominator for f in facts.values())
    return Total(basis, people, base, rounded(ratio_pct(people, base)) if base else None, tuple(facts))


def change_between(atlas: Atlas, code: str, first: Month, last: Month, basis: str) -> tuple[Decimal | None, str]:
    """Return the change in percentage points between two months, or None with the reason."""
    before, after = (newest_coverage(atlas, code, month, basis) for month in (first, last))
    if basis == AS_PRINTED and before and after and before.fact_key != after.fact_key:
        return None, "as_printed"
    if before is None or after is None:
        return None, "no_figure"
    if before.fact_key == after.fact_key:
        return None, "same_figure"
    fits = comparable(before, after)
    return (percentage(after) - percentage(before), "") if fits else (None, fits.reason)
