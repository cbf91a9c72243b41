"""Picks the figure each district shows for a month, and tells how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from petaucj.domain.arithmetic import ratio_pct, rounded
from petaucj.domain.atlas import Atlas
from petaucj.domain.month import Month
from petaucj.domain.records import CoverageFact

AS_PRINTED = "printed"


def percentage(fact: CoverageFact) -> Decimal | None:
    """Return the percentage as printed or, where only the counts are, their ratio with two decimals."""
    if fact.pct_printed is not None:
        return fact.pct_printed
    if fact.active is None or not fact.denominator:
        return None
    return rounded(ratio_pct(fact.active, fact.denominator))


def charted(fact: CoverageFact) -> bool:
    """Whether the fact is a percentage of a whole workforce that may be drawn."""
    return fact.segment == "all" and fact.usable and fact.pct_printed is not None


def visible_at(fact: CoverageFact, per: Month, newest: Month) -> bool:
    """Whether the fact is known by month ``per``; an undated one is shown only from the newest month on."""
    if fact.as_of.month is None:
        return per >= newest
    return fact.as_of.month <= per


def _preference(fact: CoverageFact) -> tuple:
    """Newest first; of one month the more precise date, then the undisputed, then the one with counts."""
    month = fact.as_of.month.ordinal if fact.as_of.month else -1
    precise = ("unknown", "year", "quarter", "month", "day").index(fact.as_of.precision)
    return month, precise, not fact.disputed, fact.active is not None


def newest(facts: Iterable[CoverageFact]) -> CoverageFact | None:
    """Return the newest of the facts, or None when there is none.

    A later report that only repeats people and percentage of a stated cut-off gives way to it.
    """
    held = list(facts)
    best = max(held, key=_preference, default=None)
    if best is None or best.active is None or best.as_of.rests_on == "stated_cutoff":
        return best
    twins = [f for f in held if (f.pct_printed, f.active, f.basis) == (best.pct_printed, best.active, best.basis)
             and f.as_of.rests_on == "stated_cutoff" and f.denominator]
    return max(twins, key=_preference, default=best)


def newest_coverage(atlas: Atlas, code: str, per: Month, basis: str = AS_PRINTED) -> CoverageFact | None:
    """Return a district's newest drawn percentage up to ``per`` on one basis, or on any when ``basis`` is "printed"."""
    return newest(
        fact for fact in atlas.coverage_by_area.get(code, ())
        if charted(fact) and visible_at(fact, per, atlas.newest_month) and basis in (AS_PRINTED, fact.basis)
    )


def newest_active(atlas: Atlas, code: str, per: Month) -> CoverageFact | None:
    """Return the newest statement up to ``per`` that counts a district's active participants of all segments."""
    return newest(
        fact for fact in atlas.coverage_by_area.get(code, ())
        if fact.segment == "all" and fact.usable and fact.active is not None and visible_at(fact, per, atlas.newest_month)
    )


@dataclass(frozen=True, slots=True)
class Age:
    """How old a figure is: months to the chosen month (None when undated), months to today, and whether it is stale."""

    to_chosen: int | None
    to_today: int | None
    stale: bool


def age_of(fact: CoverageFact, per: Month, today: Month, stale_after: int) -> Age:
    """Return the age of a fact; stale means more than ``stale_after`` months older than ``per``."""
    month = fact.as_of.month
    if month is None:
        return Age(None, None, False)
    return Age(per.since(month), today.since(month), per.since(month) > stale_after)


@dataclass(frozen=True, slots=True)
class Converted:
    """Coverage on another denominator: the same people over the base that ``denominator_fact`` prints."""

    pct: Decimal
    active_fact: CoverageFact
    denominator_fact: CoverageFact


def denominator_on(atlas: Atlas, code: str, basis: str, per: Month) -> CoverageFact | None:
    """Return the newest fact up to ``per`` that prints a district's denominator on ``basis``."""
    return newest(
        fact for fact in atlas.coverage_by_area.get(code, ())
        if fact.segment == "all" and fact.basis == basis and fact.denominator and visible_at(fact, per, atlas.newest_month)
    )


def _older(people: CoverageFact, latest: CoverageFact | None) -> bool:
    """Whether people were counted before the newest percentage, so that they no longer speak for it."""
    if latest is None or people is latest or latest.as_of.month is None:
        return False
    return people.as_of.month is None or people.as_of.month < latest.as_of.month


def converted(atlas: Atlas, code: str, basis: str, per: Month) -> Converted | None:
    """Return the newest active participants over the newest denominator on ``basis``, or None where either is unknown.

    Solok Selatan, October 2025: 18,788 of 106,590 is 17.63 %, though 30.40 % is printed on another base.
    """
    people = newest_active(atlas, code, per)
    base = denominator_on(atlas, code, basis, per)
    latest = newest_coverage(atlas, code, per)
    if basis == "unknown" or people is None or base is None or _older(people, latest):
        return None
    return Converted(rounded(ratio_pct(people.active, base.denominator)), people, base)
