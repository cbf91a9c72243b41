"""Rank, pace and totals, only among comparable records (domain notes §7.6, §7.7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from petaucj.domain.arithmetic import half_width
from petaucj.domain.atlas import Atlas
from petaucj.domain.comparable import comparable, comparable_segments
from petaucj.domain.coverage import AS_PRINTED, newest_coverage, percentage
from petaucj.domain.month import Month
from petaucj.domain.records import CoverageFact

NO_RANK = (AS_PRINTED, "unknown")


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
    """A ranking on one basis: the places, why each other district is left out, and its own figure where it has one.

    ``flagged`` says that not every figure tells which segments it counts, so that the ranking holds
    only if they are the same.
    """

    basis: str
    places: tuple[Rank, ...]
    left_out: Mapping[str, str]
    flagged: bool

    def place_of(self, code: str) -> Rank | None:
        """Return the place of a district, or None when it has none."""
        return next((held for held in self.places if held.code == code), None)


def rank(atlas: Atlas, codes: Iterable[str], per: Month, basis: str, window: int) -> Ranking:
    """Rank the newest figures on ``basis`` that are comparable and at most ``window`` months older than the newest of them.

    ``left_out`` maps a code to "no_figure", "other_basis", "undated", "disputed", "too_old",
    "segments_differ" or, on a basis that allows no comparison, "as_printed" or "basis_unknown".
    Equal percentages share a place (competition ranking).
    """
    codes = tuple(codes)
    if basis in NO_RANK:
        return Ranking(basis, (), dict.fromkeys(codes, "as_printed" if basis == AS_PRINTED else "basis_unknown"), False)
    found = {code: newest_coverage(atlas, code, per, basis) for code in codes}
    reasons = {code: _why_not(atlas, code, per, fact) for code, fact in found.items()}
    kept, left = comparable_set({code: fact for code, fact in found.items() if not reasons[code]}, window)
    left_out = {code: reason for code, reason in (reasons | left).items() if reason}
    return Ranking(basis, _places(kept), left_out, any(not fact.segments_counted for fact in kept.values()))


def comparable_set(facts: Mapping[str, CoverageFact], window: int) -> tuple[dict[str, CoverageFact], dict[str, str]]:
    """Return the dated facts that may stand together, and why each other may not.

    Of facts that tell different parts of "all", those with the parts most districts count stay (of two
    equally usual ones the newer); then those at most ``window`` months older than the newest.
    """
    counted = Counter(fact.segments_counted for fact in facts.values() if fact.segments_counted)
    newest_by = {parts: max(f.as_of.month for f in facts.values() if f.segments_counted == parts) for parts in counted}
    usual = max(counted, key=lambda parts: (counted[parts], newest_by[parts], sorted(parts)), default=frozenset())
    left = {code: "segments_differ" for code, fact in facts.items() if fact.segments_counted and fact.segments_counted != usual}
    latest = max((fact.as_of.month for code, fact in facts.items() if code not in left), default=None)
    left |= {code: "too_old" for code, fact in facts.items() if code not in left and latest.since(fact.as_of.month) > window}
    return {code: fact for code, fact in facts.items() if code not in left}, left


def _why_not(atlas: Atlas, code: str, per: Month, fact: CoverageFact | None) -> str:
    if fact is None:
        return "other_basis" if newest_coverage(atlas, code, per) else "no_figure"
    if not fact.as_of.known:
        return "undated"
    return "disputed" if fact.disputed else ""


def _places(facts: Mapping[str, CoverageFact]) -> tuple[Rank, ...]:
    """Return the places; a figure surely stands above another only where their rounding intervals do not meet."""
    bounds = {code: (percentage(f) - half_width(percentage(f)), percentage(f) + half_width(percentage(f))) for code, f in facts.items()}
    places = [
        Rank(code, fact, percentage(fact),
             place=1 + sum(percentage(o) > percentage(fact) for o in facts.values()),
             best=1 + sum(bounds[other][0] > bounds[code][1] for other in facts),
             worst=1 + sum(bounds[other][1] > bounds[code][0] for other in facts if other != code))
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


def months_left(last: Month, deadline: Month) -> int | None:
    """Return the months from a record to a deadline, both counted (October to December is three); None when it has passed."""
    left = deadline.since(last) + 1
    return left if left >= 1 else None


def pace(first: CoverageFact, last: CoverageFact, people_short: int | None, deadline: Month | None) -> Pace | None:
    """Return the pace between two counts, or None when they may not be compared.

    The denominator plays no part in a count of people, so only segments and dates must fit.
    """
    if not countable_pair(first, last):
        return None
    months = last.as_of.month.since(first.as_of.month)
    gained = last.active - first.active
    left = months_left(last.as_of.month, deadline) if deadline else None
    needed = Decimal(people_short) / left if people_short is not None and left else None
    finish = None
    if people_short is not None and gained > 0:
        finish = last.as_of.month.plus(-(-people_short * months // gained))
    return Pace(first, last, months, Decimal(gained) / months, needed, left, finish)


def countable_pair(first: CoverageFact, last: CoverageFact) -> bool:
    """Whether two counts of people may be compared: both counted, usable and dated, in this order, of the same segments."""
    return bool(
        first.active is not None and last.active is not None and first.as_of.known and last.as_of.known
        and first.usable and last.usable and last.as_of.month > first.as_of.month
        and comparable_segments(first.segment_set, last.segment_set)
    )


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
