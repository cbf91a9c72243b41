"""A plan file is read whole or refused whole: every fault with its place, its value, its rule and what to write instead."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
import time

import pytest

from petaucj.data.faults import DataFaults
from petaucj.data.plan_file import read_plan_bytes, read_plan_file
from petaucj.data.plan_format import FUND_OF
from petaucj.data.plan_keys import ARRAYS, MOST_ROWS, TABLES
from petaucj.data.plan_parts import OfferRow, RecordPart
from petaucj.domain.month import Month
from petaucj.domain.plan import PLANNABLE, Base
from petaucj.domain.plan_faults import LIMITS, plan_faults
from petaucj.domain.plan_faults import MOST_ROWS as PLAN_ROWS
from petaucj.domain.plan_reading import plan_from, with_sources
from tests.plan_files import GOOD


def _told(text: str, name: str = "kasus.toml") -> list[str]:
    with pytest.raises(DataFaults) as caught:
        read_plan_file(text, name)
    return [str(fault) for fault in caught.value.faults]


def _with(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def test_a_good_file_gives_typed_values_with_codes_for_words() -> None:
    file = read_plan_file(GOOD, "kasus.toml")
    assert (file.title, file.area_code) == ("Solok Selatan, rencana 2027", "13.11")
    assert file.record == RecordPart(18_788, "2025-10", 106_590, "2024-09", "bps_employed")
    assert (str(file.goal.pct), file.goal.regime, file.goal.deadline) == ("28.30", "district", "2027-12")
    row = file.tranches[1]
    assert (row.funding_source, row.workers, row.start, row.months, row.commitment) == ("district_budget", 9650, "2025-11", 2, "paid")
    assert (row.sector, row.overlap, row.acceptance, row.continuing, row.record_id) == ("non_transport", 0, 1, 0, "fund-070")
    assert file.offers == (OfferRow("palm_oil_share", 1500, 712_000_000, "2027-07", 6, "non_transport"),)
    assert (file.spread.idr, file.spread.source, file.spread.months, dict(file.expected)) == (282_240_000, "district_budget", 12, {})


def test_what_is_left_out_is_not_known_or_has_its_default() -> None:
    file = read_plan_file('format = "petaucj-rencana-1"\n[target]\ntenggat = "2027-06"\n', "k.toml")
    plan = plan_from(file)
    assert plan.base == Base(None, None, None, None, "unknown")
    assert (plan.goal.pct, plan.area_code, plan.first_month, plan.grace_months, plan.package) == (None, "", Month(2027, 1), 3, "two")


# One whole sentence for each kind of fault.
FAULTS = [
    ("18_788", "18.788", "baris [catatan], kolom peserta_aktif: “18.788” – harus bilangan bulat tanpa tanda petik dan tanpa titik atau koma. "
     "Tulis peserta_aktif = 18788."),
    ("18_788", '"18.788"', "baris [catatan], kolom peserta_aktif: “18.788” – harus bilangan bulat tanpa tanda petik dan tanpa titik atau koma. "
     "Tulis peserta_aktif = 18788."),
    ("712000000", '"Rp712.000.000"',
     "baris [[sumber_dana]] ke-1, kolom pagu: “Rp712.000.000” – harus bilangan bulat tanpa tanda petik dan tanpa titik "
     "atau koma. Tulis pagu = 712000000."),
    ("18_788", "true", "baris [catatan], kolom peserta_aktif: “true” – harus bilangan bulat tanpa tanda petik dan tanpa titik atau koma. "
     "Tulis peserta_aktif = 18788."),
    ("18_788", "-1",
     "baris [catatan], kolom peserta_aktif: “-1” – harus 0 atau lebih, paling banyak 15 angka. Tulis misalnya peserta_aktif = 18788."),
    ("orang = 9650", "orang = -9650", "baris [[tranche]] ke-2, kolom orang: “-9650” – harus 0 sampai 10000000. Tulis misalnya orang = 9650."),
    ("106590", "0", "baris [catatan], kolom penyebut: “0” – harus 1 atau lebih, paling banyak 15 angka. Tulis misalnya penyebut = 106590."),
    ("28.30", '"28,30"', "baris [target], kolom persen: “28,30” – harus bilangan tanpa tanda petik, dengan titik sebagai tanda desimal. "
     "Tulis persen = 28.30."),
    ("28.30", "130.5", "baris [target], kolom persen: “130.5” – harus di atas 0 sampai 100. Tulis misalnya persen = 28.30."),
    ("28.30", "nan", "baris [target], kolom persen: “NaN” – harus bilangan. Tulis misalnya persen = 28.30."),
    ("28.30", "28.30000001",
     "baris [target], kolom persen: “28.30000001” – paling banyak 6 angka di belakang titik. Bulatkan, misalnya persen = 28.30."),
    ("orang = 9650", "orang = 9650\ntumpang_tindih = 50", "baris [[tranche]] ke-2, kolom tumpang_tindih: “50” – harus 0 sampai 1. "
     "Tulis bagian, bukan persen: tumpang_tindih = 0.5."),
    ("orang = 9650", "orang = 9650\nditerima = 0", "baris [[tranche]] ke-2, kolom diterima: “0” – harus di atas 0 sampai 1. "
     "Tulis misalnya diterima = 0.898."),
    ('"2025-10"', '"2025-13"', "baris [catatan], kolom per: “2025-13” – bulan harus 01 sampai 12, tahun 2000 sampai 2099. "
     'Tulis tahun dan bulan, misalnya per = "2025-10".'),
    ('"2025-10"', '"Oktober 2025"', "baris [catatan], kolom per: “Oktober 2025” – bukan bulan. Tulis tahun dan bulan, misalnya per = \"2025-10\"."),
    ('"2025-10"', "2025-10-31", "baris [catatan], kolom per: “2025-10-31” – harus teks di antara tanda petik. Tulis misalnya per = \"2025-10\"."),
    ("bulan = 2\n", "bulan = 61\n", "baris [[tranche]] ke-2, kolom bulan: “61” – harus 1 sampai 60. Tulis misalnya bulan = 12."),
    ('sumber = "apbd"', 'sumber = "apbn"',
     "baris [[tranche]] ke-2, kolom sumber: “apbn” – tidak dikenal. Pakai salah satu: " + ", ".join(FUND_OF) + "."),
    ("penyebut_per", "penyebut_pr", "baris [catatan], kolom penyebut_pr: “2024-09” – kunci tidak dikenal. Mungkin maksudnya penyebut_per."),
    ('judul = "', 'sql = "',
     "baris awal berkas, kolom sql: “Solok Selatan, rencana 2027” – kunci tidak dikenal. Pakai salah satu: judul, daerah, format, "
     "catatan, target, anggapan, luas_atau_lama, tranche, sumber_dana, harapan."),
    ('tenggat = "2027-12"\n', "", 'baris [target], kolom tenggat: “” – wajib diisi. Tambahkan misalnya tenggat = "2027-12".'),
    ('persen = 28.30\ndasar = "bekerja"\n', "persen = 28.30\n", 'baris [target], kolom dasar: “” – wajib diisi bila persen diisi. '
     'Tambahkan misalnya dasar = "bekerja".'),
    ("petaucj-rencana-1", "petaucj-rencana-9", "baris awal berkas, kolom format: “petaucj-rencana-9” – bukan format rencana yang dikenal. "
     'Tulis format = "petaucj-rencana-1" pada baris pertama.'),
    ('"13.11"', '"1311"',
     "baris awal berkas, kolom daerah: “1311” – bukan kode Kemendagri. Tulis empat angka dengan titik, misalnya daerah = \"13.11\"; "
     "kode BPS memakai angka lain."),
    ('"fund-070"', '"fund.070~x"', "baris [[tranche]] ke-2, kolom catatan: “fund.070~x” – bukan nama catatan pendanaan. "
     'Tulis huruf, angka, dan tanda hubung saja, paling panjang 40, misalnya catatan = "fund-070".'),
    ("Solok Selatan, rencana 2027", "x" * 201, f"baris awal berkas, kolom judul: “{'x' * 40}…” – paling panjang 200 huruf, ini 201. Perpendek."),
    ("Solok Selatan, rencana 2027", "a\\u001b[31m\\nb", "baris awal berkas, kolom judul: “a [31m b” – berisi tanda kendali atau baris baru. "
     "Tulis dalam satu baris huruf biasa."),
    ("[target]", "[[target]]", "baris [target], kolom -: “[…]” – harus satu bagian dengan kurung tunggal. Tulis [target] satu kali, "
     "lalu kuncinya di bawahnya."),
    ("[[sumber_dana]]", "[sumber_dana]",
     "baris [[sumber_dana]], kolom -: “{…}” – harus baris berkurung ganda. Tulis [[sumber_dana]] di atas setiap baris, "
     "lalu kuncinya di bawahnya."),
    ("[luas_atau_lama]\nrupiah = 282240000", "[harapan]\nkebutuhan = 2025-01-01", "baris [harapan], kolom kebutuhan: “2025-01-01” – berisi tanggal, "
     "bilangan tak hingga, atau bagian yang terlalu dalam. Pakai bilangan, teks, true atau false, dengan susunan seperti hasil --json."),
    ("[luas_atau_lama]\nrupiah = 282240000", "[harapan]\nkebutuan.kurang = 1", "baris [harapan], kolom kebutuan: “{…}” – kunci tidak dikenal. "
     "Mungkin maksudnya kebutuhan."),
]


@pytest.mark.parametrize(("old", "new", "sentence"), FAULTS, ids=[f"{new[:24]}-{number}" for number, (_, new, _) in enumerate(FAULTS)])
def test_each_fault_is_told_in_one_sentence(old: str, new: str, sentence: str) -> None:
    assert _told(_with(old, new)) == [f"kasus.toml, {sentence}"]


# What people write where TOML wants something else: the line, and what to write.
SYNTAX = [
    ("28.30", "28,30", "baris 13, kolom -: “persen = 28,30” – bukan penulisan TOML yang benar. Tulis tanda desimal dengan titik, misalnya 28.30."),
    ('"2025-10"', "2025-10", "baris 7, kolom -: “per = 2025-10” – bukan penulisan TOML yang benar. "
     'Tulis bulan di antara tanda petik, misalnya "2025-10".'),
    ("712000000", "712.000.000", "baris 37, kolom -: “pagu = 712.000.000” – bukan penulisan TOML yang benar. "
     "Tulis bilangan tanpa titik pemisah, misalnya 712000000."),
    ("712000000", "Rp712000000", "baris 37, kolom -: “pagu = Rp712000000” – bukan penulisan TOML yang benar. "
     "Tulis rupiah sebagai bilangan saja, misalnya 712000000."),
    ('"bekerja"', "bekerja", "baris 10, kolom -: “dasar = bekerja” – bukan penulisan TOML yang benar. "
     'Tulis teks di antara tanda petik, misalnya "apbd".'),
    ('"bekerja"', "“bekerja”", "baris 10, kolom -: “dasar = “bekerja”” – bukan penulisan TOML yang benar. Pakai tanda petik lurus: \"…\"."),
    ('dasar = "bekerja"', "dasar =", "baris 10, kolom -: “dasar =” – bukan penulisan TOML yang benar. "
     "Isi nilainya, atau hapus barisnya bila tidak diketahui."),
    ('dasar = "bekerja"', "dasar: bekerja", "baris 10, kolom -: “dasar: bekerja” – bukan penulisan TOML yang benar. "
     "Tulis nama = nilai, dengan tanda sama dengan."),
    ('dasar = "bekerja"', 'dasar = "bekerja', "baris 10, kolom -: “dasar = \"bekerja” – bukan penulisan TOML yang benar. "
     "Periksa tanda petik, kurung, dan tanda sama dengan pada baris itu."),
    ('dasar = "bekerja"', 'dasar = "bekerja"\ndasar = "potensi"', "baris 11, kolom -: “dasar = \"potensi\"” – ditulis dua kali. "
     "Hapus salah satunya; baris pembayaran berulang memakai kurung ganda: [[tranche]]."),
]


@pytest.mark.parametrize(("old", "new", "sentence"), SYNTAX, ids=[new[:24] for _, new, _ in SYNTAX])
def test_what_is_no_toml_names_the_line_and_what_to_write(old: str, new: str, sentence: str) -> None:
    assert _told(_with(old, new)) == [f"kasus.toml, {sentence}"]


def test_all_faults_are_told_at_once() -> None:
    text = GOOD.replace("18_788", "18.788").replace('"2025-10"', '"2025-00"').replace('"terbayar"', '"lunas"').replace("berhak", "berhk")
    assert len(_told(text)) == 5


def test_too_many_rows_are_refused() -> None:
    row = '[[tranche]]\nsumber = "apbd"\norang = 1\nmulai = "2027-01"\nbulan = 1\nstatus = "rencana"\n'
    text = f'format = "petaucj-rencana-1"\n[target]\ntenggat = "2027-12"\n{row * 25}'
    assert _told(text) == ["kasus.toml, baris [[tranche]], kolom -: “25” – paling banyak 24 baris. Gabungkan atau hapus sebagian barisnya."]
    read_plan_file(text.removesuffix(row), "kasus.toml")


def test_a_large_file_is_refused_before_it_is_read() -> None:
    sentence = ("kasus.toml, baris -, kolom -: “65537 bita” – berkas lebih dari 64 KB. Berkas rencana hanya berisi beberapa puluh baris; "
                "periksa apakah berkasnya benar.")
    assert _told("#" * 65_537) == [sentence]
    with pytest.raises(DataFaults, match="lebih dari 64 KB"):
        read_plan_bytes(b"#" * 65_537, "kasus.toml")


def test_bytes_may_carry_a_mark_and_windows_lines_but_must_be_utf8() -> None:
    assert read_plan_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode(), "k.toml") == read_plan_file(GOOD, "k.toml")
    with pytest.raises(DataFaults) as caught:
        read_plan_bytes(GOOD.replace("Solok", "Solok\u00e9", 1).encode("latin-1"), "k.toml")
    assert [str(f) for f in caught.value.faults] == [
        "k.toml, baris 2, kolom -: “” – bukan teks UTF-8. Simpan berkas sebagai teks biasa dengan pengodean UTF-8."]


NASTY = ["a = " + "[" * 1900, "a = " + "{b=" * 600, "a = " + "9" * 1990, "a = 0x" + "f" * 1990, "[a" + ".a" * 990 + "]", "a" + ".a" * 30_000 + " = 1",
         "x\x00y = 1", "persen = 1e999999999", "\r", "[[[[", '"\\u001b[2J" = 1', "\n".join(f"k{n} = 1" for n in range(7_000)),
         "\n".join(f"[a{n}" + ".a" * 900 + "]" for n in range(34)),
         GOOD + "[harapan.kebutuhan]\n" + "a." * 900 + "a = 1", GOOD.replace("28.30", "1e-999999"),
         GOOD.replace("2025\n", "1e99999999\n"), "\ud800"]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_a_file_made_to_hurt_is_refused_quickly_and_says_nothing_a_terminal_obeys(text: str) -> None:
    started = time.monotonic()
    told = _told(text, "k\x1b[2J.toml")
    assert time.monotonic() - started < 5
    assert told
    assert len(told) < 100
    assert all(sign == " " or sign.isprintable() for line in told for sign in line)


def test_nothing_of_a_file_is_run() -> None:
    text = _with("Solok Selatan, rencana 2027", "{0.__class__} %s ${HOME} `id` __import__('os')")
    assert read_plan_file(text, "k.toml").title == "{0.__class__} %s ${HOME} `id` __import__('os')"


def test_the_limits_of_the_file_are_those_of_a_plan() -> None:
    keys = {key.field: (int(key.low), int(key.high)) for key in (*TABLES["anggapan"], *ARRAYS["tranche"])}
    assert {name: keys[name] for name in ("months", "grace_months", "workers", "growth_pct", "margin_pct")} == {
        name: LIMITS[name] for name in ("months", "grace_months", "workers", "growth_pct", "margin_pct")}
    assert (PLAN_ROWS, set(FUND_OF.values())) == (MOST_ROWS, set(PLANNABLE))
    assert plan_faults(plan_from(read_plan_file(GOOD, "k.toml"))) == ()


def test_only_figures_that_are_still_the_published_ones_keep_their_documents() -> None:
    read = plan_from(read_plan_file(GOOD, "k.toml"))
    first = read.with_(base=Base(18_788, Month(2025, 10), 106_590, Month(2024, 9), "bps_employed", ("a", "b")))
    assert with_sources(read, first).base.fact_keys == ("a", "b")
    changed = read.with_(base=Base(18_789, Month(2025, 10), 106_590, Month(2024, 9), "bps_employed"))
    # The names come along; a statement is shown only beside a figure it prints (tests/views/test_plan_head.py).
    assert with_sources(changed, first).base.active == 18_789
    assert with_sources(changed.with_(goal=replace(changed.goal, pct=Decimal(30))), first).goal.target_id == ""
