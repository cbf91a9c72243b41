"""The whole domain in memory: every fact, grouped, ready to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from petaucj.domain.month import Month
from petaucj.domain.funding_records import BenefitFact, FundingFact, FundingSourceRule
from petaucj.domain.records import Conflict, CoverageFact, District, Milestone, Source, Target, Workforce


@dataclass(frozen=True)
class Atlas:
    """All facts of one data release. Districts keep the Kemendagri order, kabupaten before kota."""

    release_hash: str
    release_number: int
    release_date: str
    districts: tuple[District, ...]
    sources: Mapping[str, Source]
    coverage: tuple[CoverageFact, ...]
    targets: tuple[Target, ...]
    funding: tuple[FundingFact, ...]
    benefits: tuple[BenefitFact, ...]
    milestones: tuple[Milestone, ...]
    workforce: tuple[Workforce, ...]
    conflicts: tuple[Conflict, ...]
    funding_rules: tuple[FundingSourceRule, ...]
    aliases: Mapping[str, tuple[str, ...]]

    @cached_property
    def district_by_code(self) -> Mapping[str, District]:
        """The 19 districts by Kemendagri code."""
        return {district.code: district for district in self.districts}

    @cached_property
    def coverage_by_area(self) -> Mapping[str, tuple[CoverageFact, ...]]:
        """Coverage facts by area code, branches left out."""
        return _grouped(self.coverage)

    @cached_property
    def funding_by_area(self) -> Mapping[str, tuple[FundingFact, ...]]:
        """Funding facts by area code."""
        return _grouped(self.funding)

    @cached_property
    def conflict_by_id(self) -> Mapping[str, Conflict]:
        """Conflicts by their id."""
        return {conflict.conflict_id: conflict for conflict in self.conflicts}

    @cached_property
    def newest_month(self) -> Month:
        """The newest month any district's whole-workforce figure is dated; the default as-of month (the release's when none is dated)."""
        return max(self._dated_months, default=Month.parse(self.release_date[:7]))

    @cached_property
    def first_month(self) -> Month:
        """The oldest month any district's whole-workforce figure is dated."""
        return min(self._dated_months, default=Month.parse(self.release_date[:7]))

    @cached_property
    def _dated_months(self) -> tuple[Month, ...]:
        return tuple(fact.as_of.month for fact in self.coverage
                     if fact.as_of.month and fact.area_code in self.district_by_code and fact.segment == "all")


def _grouped(facts: tuple) -> Mapping[str, tuple]:
    groups: dict[str, list] = {}
    for fact in facts:
        groups.setdefault(fact.area_code, []).append(fact)
    return {code: tuple(group) for code, group in groups.items()}
