"""What is paid and what is paid out: funding, benefits, and the rules of each funding source."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.data.bilingual import Bilingual
from petaucj.domain.month import Month
from petaucj.domain.records import Evidence


@dataclass(frozen=True, slots=True)
class FundingFact:
    """One statement of who pays for whom: people, months, rupiah, and the cover where it is known.

    ``cover_start`` and ``cover_end`` are set only where the source states the cover, or
    prints start and length; otherwise the period is only the one the source speaks of. ``cover_record`` names the record that tells it.
    """

    fact_key: str
    area_code: str
    funding_source: str
    group: Bilingual
    segment: str
    workers: int | None
    contribution_idr: int | None
    contribution_kind: str
    months_funded: int | None
    period_start: str
    period_end: str
    end_of_cover: str
    cover_start: Month | None
    cover_end: Month | None
    status: str
    count_kind: str
    evidence: tuple[Evidence, ...]
    conflict_ids: tuple[str, ...]
    cover_record: str = ""

    @property
    def year(self) -> int | None:
        """The year the statement speaks of first, or None when it names none."""
        text = self.period_start or self.period_end
        return int(text[:4]) if text else None

    @property
    def spans_years(self) -> bool:
        """Whether the statement speaks of several years, so that its number need not hold for the first."""
        return bool(self.period_start and self.period_end) and self.period_start[:4] != self.period_end[:4]

    @property
    def worker_months(self) -> int | None:
        """People times months, where both are printed."""
        if self.workers is None or self.months_funded is None:
            return None
        return self.workers * self.months_funded


@dataclass(frozen=True, slots=True)
class BenefitFact:
    """Benefits paid over a period: cases and rupiah of one programme."""

    fact_key: str
    area_code: str
    branch: str
    period: str
    cases: int | None
    benefit_idr: int | None
    programme: str
    evidence: tuple[Evidence, ...]
    conflict_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FundingSourceRule:
    """Whom a funding source may pay for, its limits and its legal basis."""

    funding_source: str
    public_money: bool
    name: Bilingual
    who: Bilingual
    limits: Bilingual
    months_seen: str
    legal_basis: str
    caveat: Bilingual
    source_ids: tuple[str, ...]
