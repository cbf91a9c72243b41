"""``petaucj plan``: what an official sees, what a program reads, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from petaucj.cli import app
from tests.plan_files import GOOD

RUN = CliRunner()


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PETAUCJ_TODAY", "2026-11-21")


def _plan(folder: Path, text: str | bytes, *more: str) -> Result:
    path = folder / "kasus.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return RUN.invoke(app, ["plan", str(path), *more])


def test_the_report_answers_how_many_how_much_who_and_until_when(tmp_path: Path) -> None:
    told = _plan(tmp_path, GOOD)
    assert (told.exit_code, told.stderr) == (0, "")
    said = " ".join(told.stdout.split())
    for sentence in (
            "Rencana Kabupaten Solok Selatan (13.11): Solok Selatan, rencana 2027",
            "Catatan: 18.788 peserta aktif per Oktober 2025, 17,63 % dari 106.590 orang (penduduk bekerja).",
            "Kurang: 14.177 orang (selisih sederhana terhadap catatan: 11.377 orang).",
            "Kurang 14.177 Rp238.173.600 Rp2.858.083.200 (12 bulan) Rp2.858.083.200",
            "2 APBD kabupaten/kota 9.650 9.650 Nov 2025–Des 2025 2 terbayar Rp16.800 Rp324.240.000",
            "Pembayaran 2: 2 bulan belum cukup bagi peserta baru; ahli waris menerima Rp10 juta, bukan Rp42 juta.",
            "Tebing: Januari 2026 turun 12.450 orang (11,68 poin), dari 28.438 menjadi 15.988.", "Aman sampai Desember 2027.",
            "Empat angka: 17.488 pada tenggat, 17.488 tertinggi, 16.738 rata-rata 12 bulan, 15.988 terendah.",
            "DBH Sawit 1.500 Rp100.800 Rp151.200.000 sebanyak yang berhak", "Belum terdanai 12.677 Rp2.555.683.200 12 bulan dengan tarif APBD",
            "6 2.800 16.800 Rp0 50 %", "12 1.400 16.800 Rp0 75 %", "pembulatan persentase target 14.172 14.183", "JKK: PP 44/2015",
            "belum diverifikasi pada naskah asli", "Pembayaran 1: DBH Sawit 2.800 orang × 6 bulan sejak Jul 2025 (terbayar)", "Peta UCJ, rilis"):
        assert sentence in said, sentence


def test_the_report_speaks_english_when_asked(tmp_path: Path) -> None:
    said = " ".join(_plan(tmp_path, GOOD, "--lang", "en").stdout.split())
    assert "Short: 14,177 people (simple gap to the record: 11,377 people)." in said
    assert "Not funded yet 12,677 Rp2,555,683,200 12 months at the rate of the district budget" in said
    assert "not verified against the original text" in said


def test_the_json_is_what_a_program_reads(tmp_path: Path) -> None:
    told = _plan(tmp_path, GOOD.replace("Solok Selatan, rencana", "Rencana “A” –"), "--json")
    results = json.loads(told.stdout)
    assert told.exit_code == 0
    assert (results["kebutuhan"]["kurang"], results["biaya_kekurangan"]["dua_belas_bulan"]) == (14_177, 2_858_083_200)
    assert results["rencana"]["judul"] == "Rencana “A” – 2027"
    assert "Rencana “A” –" in told.stdout
    assert '\n  "kebutuhan": {\n    "alasan"' in told.stdout
    assert set(results["rilis"]) == {"nomor", "tanggal", "hash"}
    assert {"legal_basis", "verification", "valid_to"} <= set(results["tarif"][0])


def test_a_missing_figure_says_which_one_to_ask_for(tmp_path: Path) -> None:
    told = _plan(tmp_path, GOOD.replace("penyebut = 106590\n", ""))
    assert told.exit_code == 0
    assert "penyebutnya belum diketahui. Mintalah kepada kantor cabang BPJS Ketenagakerjaan atau BPS" in " ".join(told.stdout.split())


def test_a_made_up_area_and_the_least_file_are_worked_out(tmp_path: Path) -> None:
    for language in ("id", "en"):
        assert _plan(tmp_path, 'format = "petaucj-rencana-1"\n[target]\ntenggat = "2027-12"\n', "--lang", language).exit_code == 0


def test_every_fault_is_told_and_nothing_is_worked_out(tmp_path: Path) -> None:
    told = _plan(tmp_path, GOOD.replace("18_788", "18.788").replace('"apbd"', '"apbn"'))
    assert (told.exit_code, told.stdout) == (1, "")
    assert told.stderr.startswith("2 kesalahan data\n- kasus.toml, baris [catatan], kolom peserta_aktif: “18.788” – harus bilangan bulat")
    assert "- kasus.toml, baris [[tranche]] ke-2, kolom sumber: “apbn” – tidak dikenal." in told.stderr


@pytest.mark.parametrize(("text", "sentence"), [
    (b"\xff\xfe", "bukan teks UTF-8"), (b"#" * 70_000, "berkas lebih dari 64 KB"),
    (GOOD.replace("13.11", "13.99"), "“13.99” – bukan kode Kemendagri"),
    (GOOD.replace("[catatan]", "[catatan"), "kasus.toml, baris 5, kolom -: “[catatan”")])
def test_what_cannot_be_read_ends_with_one(tmp_path: Path, text: str | bytes, sentence: str) -> None:
    told = _plan(tmp_path, text)
    assert (told.exit_code, told.stdout) == (1, "")
    assert sentence in told.stderr
    assert "Traceback" not in told.stderr


def test_a_file_that_is_not_there_or_a_folder_is_said_so(tmp_path: Path) -> None:
    absent, folder = RUN.invoke(app, ["plan", str(tmp_path / "tidak.toml")]), RUN.invoke(app, ["plan", str(tmp_path)])
    assert (absent.exit_code, folder.exit_code) == (1, 1)
    assert "tidak.toml tidak dapat dibaca: berkas tidak ditemukan." in absent.stderr
    assert "tidak dapat dibaca: ini folder." in folder.stderr


def test_broken_seeds_end_with_three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").mkdir()
    monkeypatch.setenv("PETAUCJ_HOME", str(tmp_path))
    told = _plan(tmp_path, GOOD)
    assert (told.exit_code, told.stdout) == (3, "")
    assert "rates.csv" in told.stderr


def test_what_a_case_expects_is_compared(tmp_path: Path) -> None:
    fine = _plan(tmp_path, GOOD + "[harapan]\nkebutuhan.kurang = 14177\nkebutuhan.persen_sekarang = 17.63\nkepekaan.penyebut = \"tidak-ada\"\n")
    assert fine.exit_code == 0
    assert fine.stdout.endswith("3 nilai harapan diperiksa, semuanya cocok.\n")
    wrong = _plan(tmp_path, GOOD + "[harapan]\nkebutuhan.kurang = 11377\naman_sampai = \"2026-01\"\ntercapai = false\n", "--json")
    assert wrong.exit_code == 4
    assert wrong.stderr == ("2 dari 3 nilai harapan tidak cocok:\n- kebutuhan.kurang: diharapkan 11377, hasilnya 14177\n"
                            "- aman_sampai: diharapkan 2026-01, hasilnya 2025-12\n")
    assert json.loads(wrong.stdout)["kebutuhan"]["kurang"] == 14_177
