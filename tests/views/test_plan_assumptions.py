"""Every assumption of a plan is told, with where it comes from; nothing is told of what nobody published."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from petaucj.domain.atlas import Atlas
from petaucj.domain.month import Month
from petaucj.domain.outlook import outlook
from petaucj.domain.plan import Base, Goal, Plan
from petaucj.views.phrases import Reader
from petaucj.views.plan_assumptions import AssumptionsView, build_assumptions
from tests.conftest import make_atlas, make_coverage, make_funding, make_target
from tests.plans import CASUAL, PALM, make_book, make_offer, make_plan, make_tranche

BOOK = make_book()


@pytest.fixture
def atlas() -> Atlas:
    coverage = (make_coverage("13.11", active=18_788, fact_key="k1"),
                make_coverage("13.11", "2024-09", active=18_092, denominator=106_590, fact_key="k2", basis_status="inferred"))
    return make_atlas(coverage=coverage, targets=(make_target("13.11"),), funding=(make_funding("13.11", "palm_oil_share", 2800, cover_start=Month(2025, 7), cover_end=Month(2025, 12)),))


@pytest.fixture
def documented() -> Plan:
    plan = make_plan(tranches=(replace(PALM, record_id="f1"), CASUAL))
    return replace(plan, base=replace(plan.base, fact_keys=("k1", "k2")), goal=replace(plan.goal, target_id="13.11-district-2025"))


def _told(plan: Plan, atlas: Atlas, reader: Reader) -> AssumptionsView:
    return build_assumptions(plan, outlook(plan, BOOK), BOOK, atlas, reader)


def _line(view: AssumptionsView, start: str) -> str:
    found = [line for line in view.lines if line.startswith(start)]
    assert len(found) == 1, (start, view.lines)
    return found[0]


def test_what_comes_from_documents_names_them(documented: Plan, atlas: Atlas, reader: Reader, english: Reader) -> None:
    view = _told(documented, atlas, reader)
    assert _line(view, "Catatan awal") == "Catatan awal: 18.788 peserta aktif, Oktober 2025 · Warta, Judul, 6 Oktober 2025."
    assert _line(view, "Penyebut") == "Penyebut: 106.590 orang, September 2024 · Warta, Judul, 6 Oktober 2025."
    assert _line(view, "Dasar penyebut") == "Dasar penyebut: A · penduduk bekerja · bacaan kami: Alasan bacaan."
    assert _line(view, "Target") == ("Target: 28,30\u00a0% dari penduduk bekerja, target daerah 2025; target daerah 2027 tidak diterbitkan; dipakai 2025 · "
                                     "Perda 1/2024; Warta, Judul, 6 Oktober 2025.")
    assert "catatan f1; Warta" in _line(view, "Pembayaran 1")
    assert view.source_ids == ("s1",)
    assert _line(_told(documented, atlas, english), "The record") == "The record: 18,788 active participants, October 2025 · Warta, Judul, 6 October 2025."


def test_what_was_typed_says_so(atlas: Atlas, reader: Reader) -> None:
    plan = make_plan(growth_pct=Decimal("2.4"), grace_months=1, package="three", income_idr=2_000_000, wage_idr=3_182_955)
    view = _told(replace(plan, goal=Goal(Decimal("30"), "bps_employed", Month(2027, 12))), atlas, reader)
    assert _line(view, "Catatan awal").endswith("Oktober 2025 · diisi sendiri.")
    assert _line(view, "Target") == "Target: 30\u00a0% dari penduduk bekerja · diisi sendiri."
    assert _line(view, "Pertumbuhan penyebut") == "Pertumbuhan penyebut: 2,4\u00a0% setahun · diisi sendiri."
    assert _line(view, "Masa tenggang") == "Masa tenggang: 1 bulan masih tercatat aktif sesudah pembayaran terakhir · diisi sendiri."
    assert _line(view, "Program yang dibayar") == "Program yang dibayar: JKK + JKM + JHT · diisi sendiri."
    assert _line(view, "Upah pekerja") == "Upah pekerja pemberi kerja: Rp3,18 juta · diisi sendiri."


def test_what_nobody_published_stays_unknown(atlas: Atlas, reader: Reader) -> None:
    plan = make_plan(None, base=Base(None, None, None, None, "unknown"), tranches=())
    view = _told(plan, atlas, reader)
    assert _line(view, "Catatan awal") == "Catatan awal: belum diketahui."
    assert _line(view, "Penyebut") == "Penyebut: belum diketahui."
    assert _line(view, "Dasar penyebut") == "Dasar penyebut: ? · dasar belum jelas."
    assert _line(view, "Target") == "Target: belum diketahui."


def test_each_tranche_says_whether_it_is_inside_the_record(atlas: Atlas, reader: Reader) -> None:
    tranches = (PALM, CASUAL, make_tranche(100, "2025-06", 2), make_tranche(100, "2025-01", 2), make_tranche(1000, "2026-01", 3, acceptance=Decimal("0.898")))
    view = _told(make_plan(tranches=tranches), atlas, reader)
    said = [_line(view, f"Pembayaran {number}") for number in range(1, 6)]
    assert "dianggap sudah termasuk dalam catatan Oktober 2025, semuanya tambahan bersih" in said[0]
    assert "dianggap tambahan baru sesudah Oktober 2025" in said[1]
    assert "sudah berakhir, dianggap masih tercatat pada Oktober 2025" in said[2]
    assert "berakhir sebelum Oktober 2025, tidak mengubah catatan" in said[3]
    assert "diterima 89,8\u00a0%" in said[4]
    assert "tambahan bersih 898 orang" in said[4]


def test_rates_tell_their_legal_basis_and_how_they_were_checked(documented: Plan, atlas: Atlas, reader: Reader) -> None:
    view = _told(documented, atlas, reader)
    assert _line(view, "Tarif JKM") == ("Tarif JKM, bukan penerima upah (BPU): Rp6.800 per bulan; siapa pun, semua sektor; masa berlaku tidak disebut · "
                                        "PP 44/2015; dari berita, 21 November 2026; Warta, Judul, 6 Oktober 2025.")
    assert "tanpa potongan" in _line(view, "Kelompok pembayar DBH Sawit dan APBD kabupaten/kota")
    private = _told(documented.with_(tranches=(make_tranche(10, "2026-05", 3, "csr"),)), atlas, reader)
    assert "potongan PP 50/2025 sampai Desember 2026, lalu tarif penuh" in _line(private, "Kelompok pembayar CSR/TJSL")


def test_caps_tell_whether_they_come_from_an_allotment(documented: Plan, atlas: Atlas, reader: Reader) -> None:
    offers = (make_offer("palm_oil_share", 1500, 712_000_000, "2027-07", 6), make_offer("csr", None, 100_000_000), make_offer("zakat"))
    view = _told(documented.with_(offers=offers), atlas, reader)
    assert "pagu dari alokasi 2025 Rp3,56 miliar × 20\u00a0%" in _line(view, "Batas DBH Sawit")
    assert "biaya penunjang paling banyak 10\u00a0% dari DBH Sawit (Permenaker 1/2025; dari berita)" in _line(view, "Batas DBH Sawit")
    assert not [line for line in view.lines if "penunjang" in line and not line.startswith("Batas DBH Sawit")]
    assert "jumlah berhak diisi sendiri" in _line(view, "Batas DBH Sawit")
    assert _line(view, "Batas CSR/TJSL").endswith("pagu diisi sendiri.")
    assert not [line for line in view.lines if line.startswith("Batas BAZNAS")]
    assert _line(view, "Urutan sumber dana") == "Urutan sumber dana: DBH Sawit, CSR/TJSL dan BAZNAS (zakat) · urutan awal."
    turned = _told(documented.with_(offers=offers[::-1]), atlas, reader)
    assert _line(turned, "Urutan sumber dana").endswith("urutan diisi sendiri.")


def test_benefit_rules_stand_on_every_list(documented: Plan, atlas: Atlas, reader: Reader) -> None:
    assert _line(_told(documented, atlas, reader), "Santunan kematian").startswith(
        "Santunan kematian peserta baru: Rp42 juta sesudah 3 bulan membayar; sebelumnya Rp10 juta. Bulan ke-3 dihitung belum penuh · Permenaker 1/2025")
