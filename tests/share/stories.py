"""A made-up province of all 19 codes with one district that has everything a story tells; for tests of handouts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from petaucj.data.bilingual import Bilingual
from petaucj.domain.atlas import Atlas
from petaucj.domain.month import Month
from petaucj.domain.records import Evidence
from petaucj.draw.shapes import outlines
from petaucj.views.occasion import Occasion, reader_for
from petaucj.views.state import ViewState
from tests.conftest import NO_WORDS, make_atlas, make_coverage, make_district, make_funding, make_source, make_target
from tests.plans import make_book

DAY = date(2026, 11, 21)
CODES = tuple(outlines().areas)
CODE = "13.11"
WHOLE = "provinsi,peringkat,putusan,pembayar,tebing,pilihan,rencana,keputusan"


def make_province(**more: object) -> Atlas:
    """Return 19 made-up districts: 13.11 with record, target and dated funding, 13.73 above 100 %, a few others with a figure, the rest bare."""
    districts = tuple(make_district(code, f"Kabupaten Contoh {code[-2:]}", i % 5, i // 5) for i, code in enumerate(CODES))
    coverage = (
        make_coverage(CODE, active=18_788, denominator=61_794, basis="bpjs_potential", fact_key="k1"),
        make_coverage(CODE, "2024-09", pct="16.97", active=18_092, denominator=106_590, fact_key="k2"),
        make_coverage("13.73", "2025-12", "105.40", active=33_418, denominator=31_706), make_coverage("13.02", "2025-06", "13.85"),
        make_coverage("13.12", "2025-08", "33.51", basis="unknown"),
    )
    cover = {"period_start": "2025", "period_end": "2025", "end_of_cover": "stated"}
    funding = (make_funding(CODE, "palm_oil_share", 2800, cover_start=Month(2025, 7), cover_end=Month(2025, 12), months_funded=6, **cover),
               make_funding(CODE, "district_budget", 9650, cover_start=Month(2025, 11), cover_end=Month(2025, 12), months_funded=2, **cover))
    targets = (make_target(CODE), make_target(CODE, "32.15", 2029, "rpjmn"), make_target("13.73", "58.55"))
    return make_atlas(**({"districts": districts, "coverage": coverage, "funding": funding, "targets": targets} | more))


def make_occasion(code: str = CODE, language: str = "id", atlas: Atlas | None = None, public_url: str = "", steps: str = WHOLE) -> Occasion:
    """Return the made-up province seen on 21 November 2026, at the newest month."""
    held = atlas or make_province()
    return Occasion(held, make_book(), ViewState(daerah=code, bahasa=language, langkah=steps), reader_for(held, language, None, DAY, 12, 6), DAY, public_url)


def make_hostile(evil: str) -> Atlas:
    """Return the same province with ``evil`` in every text that comes from data."""
    plain = make_province()
    source = replace(make_source(), publisher=evil, title=evil, url=f"javascript:alert(1){evil}", trust_note=Bilingual(evil, evil), read_as=Bilingual(evil, evil))
    told = (Evidence(evil, "s1", evil, NO_WORDS),)
    return make_province(
        districts=tuple(replace(d, name=f"{evil} {d.code}", name_tile=evil) for d in plain.districts), sources=MappingProxyType({"s1": source}), release_hash=evil,
        coverage=tuple(replace(f, basis_reason=Bilingual(evil, evil), denominator_wording=evil, evidence=told) for f in plain.coverage),
        funding=tuple(replace(f, group=Bilingual(evil, evil), evidence=told) for f in plain.funding), targets=tuple(replace(t, legal_basis=evil) for t in plain.targets),
    )
