"""Groups of districts: their total as sum(A) / sum(D), how it fits the printed one, and the pace of each district."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from petaucj.domain.arithmetic import half_width, ratio_pct, rounded
from petaucj.domain.atlas import Atlas
from petaucj.domain.comparable import comparable_segments
from petaucj.domain.coverage import AS_PRINTED, denominator_on, newest, newest_active, newest_coverage, percentage, visible_at
from petaucj.domain.month import Month
from petaucj.domain.ranking import Pace, comparable_set, countable_pair, pace
from petaucj.domain.records import PROVINCE, CoverageFact
from petaucj.domain.targets import Standing, standing


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of people over the sum of denominators of some districts on one basis.

    ``facts`` are the comparable figures that enter, by district; ``asked`` the districts of the group;
    ``left_out`` says why each other one does not enter. ``pct`` is None when none does.
    """

    basis: str
    active: int
    denominator: int
    pct: Decimal | None
    facts: Mapping[str, CoverageFact]
    asked: tuple[str, ...]
    left_out: Mapping[str, str]

    @property
    def months(self) -> tuple[Month, Month] | None:
        """The oldest and the newest month of the figures, or None without any."""
        held = [fact.as_of.month for fact in self.facts.values()]
        return (min(held), max(held)) if held else None


def total(atlas: Atlas, per: Month, basis: str, window: int) -> Total:
    """Return sum(A) / sum(D) over all comparable districts on ``basis``; never a mean of percentages."""
    codes = tuple(district.code for district in atlas.districts)
    found = {code: _counted(atlas, code, per, basis) for code in codes}
    reasons = {code: _why_not(atlas, code, per, basis, fact) for code, fact in found.items()}
    kept, left = comparable_set({code: fact for code, fact in found.items() if not reasons[code]}, window)
    return _summed(basis, kept, codes, {code: reason for code, reason in (reasons | left).items() if reason})


def part_of(whole: Total, codes: Iterable[str]) -> Total:
    """Return the part of a total that some districts make, of the very same figures, so that groups add up to the whole."""
    asked = tuple(codes)
    return _summed(whole.basis, {code: fact for code, fact in whole.facts.items() if code in asked}, asked,
                   {code: reason for code, reason in whole.left_out.items() if code in asked})


def _summed(basis: str, facts: Mapping[str, CoverageFact], asked: tuple[str, ...], left_out: Mapping[str, str]) -> Total:
    people, base = sum(f.active for f in facts.values()), sum(f.denominator for f in facts.values())
    return Total(basis, people, base, rounded(ratio_pct(people, base)) if base else None, facts, asked, left_out)


def _counted(atlas: Atlas, code: str, per: Month, basis: str) -> CoverageFact | None:
    return newest(f for f in atlas.coverage_by_area.get(code, ())
                  if f.segment == "all" and f.usable and f.basis == basis and f.active is not None and f.denominator
                  and visible_at(f, per, atlas.newest_month))


def _why_not(atlas: Atlas, code: str, per: Month, basis: str, fact: CoverageFact | None) -> str:
    if basis in (AS_PRINTED, "unknown"):
        return "as_printed" if basis == AS_PRINTED else "basis_unknown"
    if fact is None:
        if newest_coverage(atlas, code, per, basis):
            return "no_counts"
        return "other_basis" if newest_coverage(atlas, code, per) else "no_figure"
    if not fact.as_of.known:
        return "undated"
    return "disputed" if fact.disputed else ""


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A total beside the figure the area itself is printed with, on the same basis and nearest in time.

    ``difference`` is the total minus the printed percentage, in points; ``equal`` tells that it lies within
    the rounding of the printed one. ``reasons`` say why the two need not be equal: "partial" (not every
    district), "dates", "segments" (other parts of "all", or not told), "no_denominator".
    ``base`` prints the area's own denominator (None when nothing does), ``base_share`` is the share of it
    that the total covers, in per cent.
    """

    printed: CoverageFact
    difference: Decimal
    equal: bool
    reasons: tuple[str, ...]
    base: CoverageFact | None
    base_share: Decimal | None


def printed_near(atlas: Atlas, area: str, basis: str, near: Month, per: Month) -> CoverageFact | None:
    """Return an area's own printed figure on ``basis``, up to ``per``, nearest in time to ``near``; the newer of two as near."""
    facts = [f for f in atlas.coverage_by_area.get(area, ())
             if f.segment == "all" and f.usable and f.basis == basis and percentage(f) is not None and f.as_of.known and f.as_of.month <= per]
    return min(facts, key=lambda f: (abs(f.as_of.month.since(near)), -f.as_of.month.ordinal, not f.denominator), default=None)


def reconciled(atlas: Atlas, held: Total, per: Month, area: str = PROVINCE) -> Reconciliation | None:
    """Return a total beside the area's printed figure, or None when there is no total or nothing is printed on its basis."""
    if held.pct is None:
        return None
    printed = printed_near(atlas, area, held.basis, held.months[1], per)
    if printed is None:
        return None
    pct = percentage(printed)
    equal = abs(ratio_pct(held.active, held.denominator) - pct) <= half_width(pct)
    base = printed if printed.denominator else denominator_on(atlas, area, held.basis, per)
    share = rounded(ratio_pct(held.denominator, base.denominator), 1) if base else None
    return Reconciliation(printed, held.pct - pct, equal, tuple(_differences(held, printed, base)), base, share)


def _differences(held: Total, printed: CoverageFact, base: CoverageFact | None) -> Iterable[str]:
    if len(held.facts) < len(held.asked):
        yield "partial"
    if any(fact.as_of.month != printed.as_of.month for fact in held.facts.values()):
        yield "dates"
    fits = [comparable_segments(fact.segment_set, printed.segment_set) for fact in held.facts.values()]
    if not all(fits) or any(fit.flagged for fit in fits):
        yield "segments"
    if base is None:
        yield "no_denominator"


@dataclass(frozen=True, slots=True)
class DistrictPace:
    """The pace of one district towards a target, or the ``reason`` why there is none.

    Reasons: "no_count", "undated" (the only count has no date), "one_count" (nothing earlier), "segments_differ".
    ``people_short`` belongs to the newest count; None when the target is not comparable. ``deadline`` is
    December of the target's year.
    """

    code: str
    standing: Standing
    last: CoverageFact | None
    pace: Pace | None
    reason: str
    people_short: int | None
    deadline: Month | None


def district_pace(atlas: Atlas, code: str, per: Month, regime: str | None) -> DistrictPace:
    """Return how fast a district's active participants changed between its two newest comparable counts, and what a target asks for."""
    held = standing(atlas, code, per, regime)
    counts = [f for f in atlas.coverage_by_area.get(code, ()) if f.segment == "all" and f.usable and f.active is not None
              and f.as_of.known and f.as_of.month <= per]
    last = newest(counts)
    if last is None:
        return DistrictPace(code, held, None, None, "undated" if newest_active(atlas, code, per) else "no_count", None, None)
    gap, used = held.gap or held.converted_gap, held.converted.active_fact if held.converted_gap else held.fact
    same = gap is not None and used is not None and used.active == last.active and used.as_of.month == last.as_of.month
    short = gap.people_short if same else None
    deadline = Month(gap.target.year, 12) if gap is not None and gap.target.year else None
    earlier = [f for f in counts if f.as_of.month < last.as_of.month]
    first = newest(f for f in earlier if countable_pair(f, last))
    if first is None:
        return DistrictPace(code, held, last, None, "segments_differ" if earlier else "one_count", short, deadline)
    return DistrictPace(code, held, last, pace(first, last, short, deadline), "", short, deadline)

