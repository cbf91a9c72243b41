"""Made-up occasions: one district of golden numbers among three, on a fixed day."""

from __future__ import annotations

from datetime import date

from petaucj.domain.atlas import Atlas
from petaucj.domain.month import Month
from petaucj.views.occasion import Occasion, reader_for
from petaucj.views.state import ViewState
from tests.conftest import make_atlas, make_coverage, make_district, make_funding, make_target
from tests.plans import make_book

DAY = date(2026, 11, 21)
EVIL = """=cmd()|' /C calc'!A0 <script>window.__pwned=1</script>{{7*7}}"><img src=x onerror="window.__pwned=1">'&** #panic() ![](x) ]]>\x0b"""


def make_golden_atlas(**more: object) -> Atlas:
    """Return an atlas in which 13.11 has the golden numbers of the domain: 18,788 of 106,590, 30,165 asked for."""
    districts = (make_district("13.11", "Kabupaten Contoh"), make_district("13.06", "Kabupaten Kosong", 1, 0), make_district("13.73", "Kota Penuh", 0, 1, kind="kota"))
    coverage = (
        make_coverage("13.11", active=18_788, denominator=61_794, basis="bpjs_potential", fact_key="k1"),
        make_coverage("13.11", "2024-09", None, active=None, denominator=106_590, fact_key="k2"),
        make_coverage("13.73", "2025-09", "105.00", active=2_100, denominator=2_000, fact_key="k3"),
    )
    funding = (make_funding("13.11", "palm_oil_share", 2_800, cover_start=Month(2025, 7), cover_end=Month(2025, 12)),
               make_funding("13.11", "district_budget", 9_650, cover_start=Month(2025, 11), cover_end=Month(2025, 12)))
    plain = {"districts": districts, "coverage": coverage, "targets": (make_target("13.11"), make_target("13.73", "50.00")), "funding": funding}
    return make_atlas(**(plain | more))


def make_occasion(code: str = "13.11", language: str = "id", atlas: Atlas | None = None, public_url: str = "", **state: object) -> Occasion:
    """Return an occasion on DAY at the newest month of the made-up atlas."""
    held = atlas or make_golden_atlas()
    reader = reader_for(held, language, None, DAY, 12, 6)
    return Occasion(held, make_book(), ViewState(daerah=code, bahasa=language, **state), reader, DAY, public_url)
