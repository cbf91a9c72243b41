"""The printable sheet: self-contained, escaped, the same bytes every time, with the golden numbers in it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from types import MappingProxyType

import pytest

from petaucj.data.bilingual import Bilingual
from petaucj.domain.atlas import Atlas
from petaucj.domain.outlook import outlook
from petaucj.domain.funding_records import BenefitFact
from petaucj.domain.plan import Base, Plan
from petaucj.domain.records import Evidence
from petaucj.share.plan_sheet import POLICY, write_plan_sheet
from petaucj.views.phrases import Reader
from petaucj.views.plan_scenarios import build_scenarios
from petaucj.views.plan_sheet import build_sheet, public_address
from tests.conftest import NO_WORDS, make_atlas, make_coverage, make_district, make_funding, make_source, make_target
from tests.plans import CASUAL, PALM, make_book, make_offer, make_plan, make_tranche

BOOK = make_book()
DAY = date(2026, 11, 21)
EVIL = """<script>alert(1)</script>{{7*7}}"><img src=x onerror=alert(1)>'&**"""


def _atlas(**more: object) -> Atlas:
    coverage = (make_coverage("13.11", active=18_788, fact_key="k1"), make_coverage("13.11", "2024-09", active=18_092, denominator=106_590, fact_key="k2"))
    return make_atlas(**({"districts": (make_district("13.11", "Kabupaten Contoh"),), "coverage": coverage, "targets": (make_target("13.11"),),
                          "funding": (make_funding("13.11", "palm_oil_share", 2800),)} | more))


def _plan(**more: object) -> Plan:
    plan = make_plan(tranches=(replace(PALM, record_id="f1"), CASUAL), **more)
    return replace(plan, base=replace(plan.base, fact_keys=("k1", "k2")), goal=replace(plan.goal, target_id="13.11-district-2025"))


def _sheet(plan: Plan, reader: Reader, atlas: Atlas | None = None, **more: object) -> str:
    return write_plan_sheet(build_sheet(outlook(plan, BOOK), BOOK, atlas or _atlas(), reader, DAY, **more)).decode("utf-8")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _read(html: str) -> _Tags:
    tags = _Tags()
    tags.feed(html)
    return tags


def _words(html: str) -> str:
    return re.sub(r"\s+", " ", " ".join(_read(html).words).replace("\u00a0", " "))


def test_the_golden_numbers_stand_on_the_sheet(reader: Reader) -> None:
    told = _words(_sheet(_plan(), reader))
    for number in ("18.788", "30.165", "14.177 orang", "11.377", "Rp2,86 miliar", "Rp238,17 juta", "Desember 2025", "Jan 2026 −12.450 orang (−11,68 poin)",
                   "Rp282.240.000", "Rp324.240.000", "Rp2.858.083.200", "belum ada pembayar", "14.177 orang × 12 bulan", "28.354 orang × 6 bulan"):
        assert re.sub(r"\s+", " ", number) in told, number
    assert "Jun 2025 15.988; Jul 2025 – Okt 2025 18.788; Nov 2025 – Des 2025 28.438; Jan 2026 – Des 2027 15.988" in told


def test_it_says_when_from_what_and_what_is_assumed(reader: Reader) -> None:
    told = _words(_sheet(_plan(), reader))
    for part in ("Lembar rencana, dicetak 21 November 2026", "Kabupaten Contoh · dasar A penduduk bekerja · per Oktober 2025", "Keputusan yang diminta",
                 "Penanggung jawab (PIC)", "Anggapan", "Pertumbuhan penyebut: 0 % setahun · nilai awal.", "[1] Warta, Judul, 6 Oktober 2025",
                 "Data rilis 1 (21 November 2026, abc)", "tidak dijumlahkan"):
        assert part in told, part


def test_it_is_one_file_without_script_or_network(reader: Reader) -> None:
    html = _sheet(_plan(), reader)
    tags = _read(html).seen
    assert ("html", {"lang": "id"}) in tags
    assert any(attrs.get("http-equiv") == "Content-Security-Policy" and attrs["content"] == POLICY for _, attrs in tags)
    assert not {tag for tag, _ in tags} & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "a"}
    assert not [name for _, attrs in tags for name in attrs if name in ("src", "href", "action") or name.startswith("on")]
    assert not re.search(r"@import|url\((?!#)", html)
    assert all(attrs.get("fill", "").startswith("url(#perkiraan)") for _, attrs in tags if "url(" in attrs.get("fill", ""))


def test_the_same_inputs_give_the_same_bytes_and_another_day_gives_others(reader: Reader) -> None:
    assert _sheet(_plan(), reader) == _sheet(_plan(), reader)
    other = write_plan_sheet(build_sheet(outlook(_plan(), BOOK), BOOK, _atlas(), reader, date(2026, 11, 22))).decode()
    assert other != _sheet(_plan(), reader)


def test_english_is_english(english: Reader) -> None:
    html = _sheet(_plan(), english)
    assert '<html lang="en">' in html
    told = _words(html)
    for part in ("Plan sheet, printed 21 November 2026", "14,177 people", "Unfunded", "Decisions requested", "Assumptions", "Safe until"):
        assert part in told, part
    for word in ("orang", "bulan", "Sumber", "belum"):
        assert not re.search(rf"\b{word}\b", told), word


def _evil_atlas() -> Atlas:
    source = replace(make_source(), publisher=EVIL, title=EVIL, url=EVIL)
    fact = make_funding("13.11", "palm_oil_share", 2800, group=Bilingual(EVIL, EVIL), contribution_idr=5_400_000_000, contribution_kind="cumulative",
                        period_start="2022-03", period_end="2025-07", evidence=(Evidence(EVIL, "s1", EVIL, NO_WORDS),))
    benefit = BenefitFact("b", "13.11", "", "2022-03..2025-07", 119, 5_800_000_000, "work_injury_and_death", (Evidence("b1", "s1", EVIL, NO_WORDS),), ())
    coverage = tuple(replace(f, basis_reason=Bilingual(EVIL, EVIL), denominator_wording=EVIL) for f in _atlas().coverage)
    return _atlas(districts=(make_district("13.11", EVIL),), sources=MappingProxyType({"s1": source}), coverage=coverage,
                  targets=(make_target("13.11", legal_basis=EVIL),), funding=(fact,), benefits=(benefit,), release_hash=EVIL)


@pytest.mark.parametrize("title", ["", EVIL])
def test_every_text_is_escaped(reader: Reader, title: str) -> None:
    plan = _plan(title=title)
    plan = plan.with_(tranches=(replace(PALM, record_id=EVIL), *plan.tranches[1:]), offers=(make_offer(cap_idr=10**9),))
    scenarios = build_scenarios({"a": outlook(_plan(), BOOK), "b": outlook(plan, BOOK)}, _plan(), BOOK, reader)
    html = _sheet(plan, reader, _evil_atlas(), scenarios=scenarios, address=f"https://contoh.go.id/rencana?{EVIL}", letter="b")
    tags = _read(html)
    assert not {tag for tag, _ in tags.seen} & {"script", "img"}
    assert not [name for _, attrs in tags.seen for name in attrs if name.startswith("on")]
    assert html.count("{{7*7}}") >= 8
    assert "<script>alert" not in html
    assert '"><img' not in html


def test_its_own_results_stand_on_it_with_their_interval(reader: Reader) -> None:
    told = _words(_sheet(_plan(), reader, _evil_atlas()))
    assert ("4,4 kasus per 1.000 pekerja setahun (rentang 95 %: 3,7–5,3). Manfaat per rupiah iuran 1,07 (antara 1,06 dan 1,09 karena pembulatan). "
            "Ini bukan imbal hasil APBD: manfaat dibayar dana jaminan nasional kepada keluarga peserta, dan klaim masih dapat bertambah.") in told
    assert "imbal hasil" not in _words(_sheet(_plan(), reader))


def test_the_cost_of_the_year_says_that_it_leaves_out_what_is_unfunded(reader: Reader, english: Reader) -> None:
    paying = make_tranche(1750, "2027-01", 12, commitment="planned")
    told = _words(_sheet(_plan().with_(tranches=(PALM, CASUAL, paying)), reader))
    assert "Belum terdanai 12.427" in told
    assert ("Biaya pembayaran di atas pada tahun anggaran 2027, tanpa yang belum terdanai: Rp352.800.000; dari APBD kabupaten/kota Rp352.800.000.") in told
    whole = _words(_sheet(_plan().with_(tranches=(replace(paying, workers=14_177),)), reader))
    assert "Biaya seluruh pembayaran di atas pada tahun anggaran 2027: " in whole
    assert "without what is unfunded: Rp352,800,000; of this, Rp352,800,000 from the district budget." in _words(
        _sheet(_plan().with_(tranches=(PALM, CASUAL, paying)), english))


def test_money_for_nobody_is_no_breadth(reader: Reader) -> None:
    told = _words(_sheet(_plan(spread_idr=150_000), reader))
    assert "Rp150.000 dari APBD kabupaten/kota mulai Jan 2027 cukup untuk 1 orang × 6 bulan" in told
    assert "Rp150.000 dari APBD kabupaten/kota mulai Jan 2027 tidak cukup untuk seorang pun selama 12 bulan (seorang Rp201.600)." in told
    assert " 0 orang ×" not in told


def test_options_stand_on_it_only_when_one_is_edited(reader: Reader) -> None:
    start, other = _plan(), _plan(offers=(make_offer(cap_idr=1_000_000_000), make_offer("csr"), make_offer("zakat")))
    same = build_scenarios({"a": outlook(start, BOOK), "b": outlook(start, BOOK)}, start, BOOK, reader)
    assert "Pilihan A, B, C" not in _words(_sheet(start, reader, scenarios=same, letter="a"))
    edited = build_scenarios({"a": outlook(start, BOOK), "b": outlook(other, BOOK)}, start, BOOK, reader)
    told = _words(_sheet(other, reader, scenarios=edited, letter="b"))
    assert "Lembar rencana, skenario B, dicetak 21 November 2026" in told
    assert "Pilihan A, B, C dan anggarannya" in told
    assert "Skenario B memerlukan Rp999.936.000 lebih banyak" in told
    assert "Tidak membayar dalam rencana ini: CSR/TJSL (isi pagu); BAZNAS (zakat) (isi orang yang berhak)." in told


def test_a_plan_without_figures_prints_reasons_and_no_picture(reader: Reader) -> None:
    plan = make_plan(None, base=Base(None, None, None, None, "unknown"), tranches=())
    html = _sheet(plan, reader)
    assert "<svg" not in html
    told = _words(html)
    assert "Tidak ada proyeksi" in told
    assert "bulan catatan belum diketahui" in told
    assert "Rp0" not in told


def test_an_employer_costs_the_budget_nothing(reader: Reader) -> None:
    told = _words(_sheet(_plan().with_(tranches=(make_tranche(500, "2027-01", 12, "employer", commitment="planned"),)), reader))
    assert "Rp0 bagi APBD" in told


@pytest.mark.parametrize("address", ["", "http://localhost:8501/rencana", "https://127.0.0.1/rencana", "http://[::1]:8501/", "http://0.0.0.0:8501", "/rencana?a=1",
                                     "javascript:alert(1)", "http://ucj.localhost/", "http://127.1.2.3/", "file:///etc/passwd", "http://[bad", "http://LOCALHOST./"])
def test_an_address_only_this_machine_knows_is_left_out(reader: Reader, address: str) -> None:
    assert public_address(address) == ""
    assert "Buka lagi" not in _sheet(_plan(), reader, address=address)


def test_a_public_address_leads_back(reader: Reader) -> None:
    assert "Buka lagi rencana ini: https://ucj.contoh.go.id/rencana?daerah=13.11&a=x" in _words(
        _sheet(_plan(), reader, address="https://ucj.contoh.go.id/rencana?daerah=13.11&a=x"))
