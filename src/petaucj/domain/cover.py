"""Paid cover through time: who is paid for in a month, and where it ends (domain notes §7.3, §5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.month import Month
from petaucj.domain.funding_records import FundingFact

COUNTABLE = frozenset({"as_printed", "part_of_3000"})


def countable(fact: FundingFact) -> bool:
    """Whether a statement's people may enter any sum: realised, printed as such, with a number."""
    return fact.status == "realised" and fact.count_kind in COUNTABLE and fact.workers is not None


def in_month(fact: FundingFact, month: Month) -> bool:
    """Whether a statement's known cover includes ``month``."""
    return fact.cover_start is not None and fact.cover_end is not None and fact.cover_start <= month <= fact.cover_end


@dataclass(frozen=True, slots=True)
class PaidFor:
    """People paid for by public money in one month.

    ``at_most`` adds the facts whose cover includes the month; with more than one fund the same
    person may stand in several, so it is an upper bound. ``year_only`` are facts of that year whose
    months no source tells: they are shown beside, never added.
    """

    at_most: int
    facts: tuple[FundingFact, ...]
    year_only: tuple[FundingFact, ...]

    @property
    def overlap_unknown(self) -> bool:
        """Whether several facts were added, so that people may be counted twice."""
        return len(self.facts) > 1


def public_funds(atlas: Atlas) -> frozenset[str]:
    """Return the funding sources that are public money."""
    return frozenset(rule.funding_source for rule in atlas.funding_rules if rule.public_money)


def paid_for(atlas: Atlas, code: str, month: Month) -> PaidFor:
    """Return who is paid for by public money in a district in ``month``."""
    public = public_funds(atlas)
    mine = [f for f in atlas.funding_by_area.get(code, ()) if countable(f) and f.funding_source in public]
    dated = tuple(f for f in mine if in_month(f, month))
    year_only = tuple(f for f in mine if f.cover_start is None and f.year == month.year
                      and not (len(f.period_start) >= 7 and f.period_start[:7] > str(month)))
    return PaidFor(sum(f.workers for f in dated), dated, year_only)


@dataclass(frozen=True, slots=True)
class FundShare:
    """The largest single figure one fund is reported with in a year; ``fact`` carries it."""

    funding_source: str
    workers: int
    fact: FundingFact


def fund_mix(atlas: Atlas, code: str, year: int, status: str = "realised") -> tuple[FundShare, ...]:
    """Return the largest single figure of each fund in a year, funds in display order.

    One scheme is often reported several times, so figures of one fund are not added. A statement that
    speaks of several years gives way to one that speaks of this year.
    """
    best: dict[str, FundShare] = {}
    for fact in atlas.funding_by_area.get(code, ()):
        if fact.year != year or fact.status != status or fact.workers is None or fact.count_kind not in COUNTABLE:
            continue
        held = best.get(fact.funding_source)
        if held is None or (not fact.spans_years, fact.workers) > (not held.fact.spans_years, held.workers):
            best[fact.funding_source] = FundShare(fact.funding_source, fact.workers, fact)
    return tuple(best[rule.funding_source] for rule in atlas.funding_rules if rule.funding_source in best)


def ends(facts: Iterable[FundingFact]) -> tuple[FundingFact, ...]:
    """Return the realised facts whose end of cover is known, by end."""
    known = [f for f in facts if f.cover_end is not None and f.status == "realised"]
    return tuple(sorted(known, key=lambda f: (f.cover_end, f.funding_source)))


def years_of(atlas: Atlas, status: str | None = None) -> tuple[int, ...]:
    """Return the years any funding statement speaks of, newest first."""
    years = {f.year for f in atlas.funding if f.year and status in (None, f.status)}
    return tuple(sorted(years, reverse=True))
