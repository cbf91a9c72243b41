"""Cover that ends: all known ends in six months from any chosen one, and how many statements tell none (domain notes §5, §7.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.cover import COUNTABLE
from petaucj.domain.funding_records import FundingFact
from petaucj.domain.month import Month, months_between

WINDOW_MONTHS = 6
PROMISED = ("realised", "planned")


@dataclass(frozen=True, slots=True)
class OnePayer:
    """What one payer's statements of one status in one district end in a month.

    The people of ``facts`` may be the same, so their sum is only ``at_most``; it is never taken across months, payers or districts.
    """

    area_code: str
    funding_source: str
    status: str
    facts: tuple[FundingFact, ...]

    @property
    def at_most(self) -> int:
        """The most people that may lose this payer's cover."""
        return sum(fact.workers for fact in self.facts)


@dataclass(frozen=True, slots=True)
class MonthOfEnds:
    """One month and what ends with it, districts in the order of the register; empty when no end is known."""

    month: Month
    payers: tuple[OnePayer, ...]

    @property
    def facts(self) -> tuple[FundingFact, ...]:
        """Every statement that ends this month."""
        return tuple(fact for payer in self.payers for fact in payer.facts)


@dataclass(frozen=True, slots=True)
class WithoutEnd:
    """A district's statements of the window's years whose end of cover nobody tells, by status."""

    area_code: str
    realised: int
    planned: int


@dataclass(frozen=True, slots=True)
class CoverEnds:
    """The calendar: every month of the window, and who is not in it because nobody tells the end."""

    months: tuple[MonthOfEnds, ...]
    without_end: tuple[WithoutEnd, ...]

    @property
    def facts(self) -> tuple[FundingFact, ...]:
        """Every statement with an end in the window."""
        return tuple(fact for month in self.months for fact in month.facts)

    @property
    def area_codes(self) -> frozenset[str]:
        """The districts with an end in the window."""
        return frozenset(fact.area_code for fact in self.facts)


def cover_ends(atlas: Atlas, first: Month) -> CoverEnds:
    """Return all realised or planned cover of the districts that ends in the six months from ``first``, past ones included."""
    last = first.plus(WINDOW_MONTHS - 1)
    facts = tuple(fact for district in atlas.districts for fact in atlas.funding_by_area.get(district.code, ()) if fact.status in PROMISED)
    months = tuple(MonthOfEnds(month, tuple(_payers(facts, month))) for month in months_between(first, last))
    open_ = [fact for fact in facts if _end_not_told(fact) and _speaks_of(fact, first.year, last.year)]
    without = (WithoutEnd(d.code, _count(open_, d.code, "realised"), _count(open_, d.code, "planned")) for d in atlas.districts)
    return CoverEnds(months, tuple(one for one in without if one.realised or one.planned))


def _payers(facts: tuple[FundingFact, ...], month: Month) -> Iterator[OnePayer]:
    ending = [f for f in facts if f.cover_end == month and f.count_kind in COUNTABLE and f.workers is not None]
    for key in dict.fromkeys((f.area_code, f.funding_source, f.status) for f in ending):
        yield OnePayer(*key, tuple(f for f in ending if (f.area_code, f.funding_source, f.status) == key))


def _end_not_told(fact: FundingFact) -> bool:
    """Whether a statement tells no end of cover; one that only sums up others tells nothing of its own."""
    return fact.cover_end is None and fact.count_kind != "total_of_parts"


def _speaks_of(fact: FundingFact, first_year: int, last_year: int) -> bool:
    """Whether the years a statement names touch the window's; a statement without a year speaks of none."""
    if fact.year is None:
        return False
    until = int(fact.period_end[:4]) if fact.period_end else fact.year
    return fact.year <= last_year and until >= first_year


def _count(facts: list[FundingFact], code: str, status: str) -> int:
    return sum(fact.area_code == code and fact.status == status for fact in facts)
