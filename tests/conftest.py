"""Made-up districts for every test below app and browser; real seeds are read only in tests/data, tests/app and tests/browser."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import settings

from petaucj.data.bilingual import Bilingual
from petaucj.domain.atlas import Atlas
from petaucj.domain.month import AsOf, Month
from petaucj.domain.funding_records import FundingFact, FundingSourceRule
from petaucj.domain.records import CoverageFact, District, Evidence, Source, Target
from petaucj.views.phrases import Reader

# A slow machine is no fault of the code: no test fails on wall-clock time.
settings.register_profile("petaucj", deadline=None, max_examples=60)
settings.load_profile("petaucj")

NO_WORDS = Bilingual("", "")
REASON = Bilingual("Alasan bacaan.", "Reason of the reading.")


def make_district(code: str, name: str, column: int = 0, row: int = 0, **more: object) -> District:
    """Return a made-up district."""
    plain = District(code, code.replace(".", ""), name, "kabupaten", name.removeprefix("Kabupaten "), name[-8:], "", "solok", True,
                     Decimal(100), 1000, column, row)
    return replace(plain, **more)


def make_source(source_id: str = "s1") -> Source:
    """Return a made-up source."""
    return Source(source_id, "Warta", "Judul", "", "https://example.org/berita", "2025-10-06", "", "2026-11-21", "facts_only", "medium",
                  NO_WORDS, Bilingual("kutipan", "excerpt"))


def make_coverage(code: str, as_of: str = "2025-10", pct: str | None = "30.40", precision: str = "month", **more: object) -> CoverageFact:
    """Return a made-up coverage fact; ``more`` replaces any field."""
    plain = CoverageFact(
        fact_key=f"{code}|{as_of}|all|{pct}", area_code=code, as_of=AsOf.parse(as_of, precision, "stated_cutoff"), segment="all",
        segments_counted=frozenset(), pct_printed=None if pct is None else Decimal(pct), active=None, denominator=None,
        denominator_wording="", basis="bps_employed", basis_status="stated", basis_reason=REASON, target_pct_printed=None,
        target_year=None, status="stated", usable=True, evidence=(Evidence("r1", "s1", "UCJ", NO_WORDS),), conflict_ids=(), disputed=False,
    )
    return replace(plain, **more)


def make_target(area: str, pct: str | None = "28.30", year: int | None = 2025, regime: str = "district", **more: object) -> Target:
    """Return a made-up target."""
    plain = Target(f"{area}-{regime}-{year}", area, regime, year, "all", None if pct is None else Decimal(pct), None, "bps_employed",
                   "stated", REASON, "Perda 1/2024", "stated", "s1", "", NO_WORDS)
    return replace(plain, **more)


def make_funding(code: str, fund: str = "district_budget", workers: int | None = 100, **more: object) -> FundingFact:
    """Return a made-up funding fact."""
    plain = FundingFact(
        fact_key=f"{code}|{fund}|{workers}|{sorted(more)}", area_code=code, funding_source=fund, group=Bilingual("pekerja rentan", "vulnerable workers"),
        segment="vulnerable", workers=workers, contribution_idr=None, contribution_kind="", months_funded=None, period_start="2025",
        period_end="2025", end_of_cover="not_stated", cover_start=None, cover_end=None, status="realised", count_kind="as_printed",
        evidence=(Evidence("f1", "s1", "APBD", NO_WORDS),), conflict_ids=(),
    )
    return replace(plain, **more)


def make_atlas(**parts: object) -> Atlas:
    """Return an atlas of made-up facts; parts not given are empty."""
    rules = tuple(FundingSourceRule(name, public, Bilingual(name, name), NO_WORDS, NO_WORDS, "", "", NO_WORDS, ("s1",))
                  for name, public in (("district_budget", True), ("palm_oil_share", True), ("csr", False)))
    plain = {
        "release_hash": "abc", "release_number": 1, "release_date": "2026-11-21",
        "districts": (make_district("13.01", "Kabupaten Awan", 0, 0), make_district("13.02", "Kabupaten Bukit", 1, 0),
                      make_district("13.71", "Kota Cahaya", 0, 1, kind="kota", branch="padang")),
        "sources": MappingProxyType({"s1": make_source()}), "coverage": (), "targets": (), "funding": (), "benefits": (), "milestones": (),
        "workforce": (), "conflicts": (), "funding_rules": rules, "aliases": MappingProxyType({}),
    }
    return Atlas(**(plain | parts))


@pytest.fixture
def reader() -> Reader:
    """An Indonesian reader at December 2025, on 21 November 2026."""
    return Reader("id", Month(2025, 12), Month(2026, 11))


@pytest.fixture
def english(reader: Reader) -> Reader:
    """The same reader in English."""
    return replace(reader, language="en")
