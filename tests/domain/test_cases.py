"""Worked cases an official can check by hand: the program gets every number, and every number stands in the arithmetic above it.

The only file here that reads real seeds: the cases are seeds themselves and rest on the real rates.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from petaucj.data.catalogue import load_catalogue
from petaucj.data.paths import seeds_dir
from petaucj.data.plan_file import read_plan_file
from petaucj.data.worked_cases import CaseFile, comment_lines, read_cases
from petaucj.domain.outlook import outlook
from petaucj.domain.plan_faults import plan_faults
from petaucj.domain.plan_reading import plan_from
from petaucj.domain.planning import PlanningBook, planning_of
from petaucj.share.plan_results import plan_results

CASES = sorted((seeds_dir() / "cases").glob("*.toml"))
ABSENT = "tidak-ada"


@pytest.fixture(scope="module")
def book() -> PlanningBook:
    return planning_of(load_catalogue())


def _name(path: Path) -> str:
    return path.stem


def differences(wanted: object, found: object, place: str = "") -> Iterator[str]:
    """Say every place where the results are not exactly what a case expects; a key the results do not have is one too."""
    if isinstance(wanted, Mapping):
        if not isinstance(found, Mapping):
            yield f"{place}: {found!r} is no table"
            return
        for key, value in wanted.items():
            if key not in found:
                yield f"{place}.{key}: no such result"
            else:
                yield from differences(value, found[key], f"{place}.{key}")
    elif isinstance(wanted, list):
        if not isinstance(found, list) or len(found) != len(wanted):
            yield f"{place}: {len(wanted)} expected, found {found!r}"
            return
        for number, (one, other) in enumerate(zip(wanted, found, strict=True), 1):
            yield from differences(one, other, f"{place}[{number}]")
    elif not (found is None if wanted == ABSENT else type(found) is type(wanted) and found == wanted):
        yield f"{place}: expected {wanted!r}, found {found!r}"


def test_there_are_enough_cases_with_one_number_each() -> None:
    assert len(CASES) >= 48
    assert [path.name[:2] for path in CASES] == [f"{number:02d}" for number in range(1, len(CASES) + 1)]
    assert all(re.fullmatch(r"\d\d(-[a-z0-9]+)+\.toml", path.name) for path in CASES)


@pytest.mark.parametrize("path", CASES, ids=_name)
def test_the_program_gets_what_the_case_expects(path: Path, book: PlanningBook) -> None:
    file = read_plan_file(path.read_text(encoding="utf-8"), path.name)
    assert file.title
    assert file.expected, "a case must say what it expects"
    plan = plan_from(file)
    assert plan_faults(plan) == ()
    assert list(differences(dict(file.expected), plan_results(outlook(plan, book), book))) == []


def test_a_wrong_or_misspelt_expectation_is_found() -> None:
    found = {"kebutuhan": {"kurang": 11_377, "diperlukan": None, "persen_sekarang": "17.63"}, "tebing": [{"turun": 1}], "tercapai": True}
    assert list(differences({"kebutuhan": {"kurang": 11_377, "diperlukan": ABSENT}, "tercapai": True}, found)) == []
    for wrong in ({"kebutuhan": {"kurang": 11_378}}, {"kebutuhan": {"kurangnya": ABSENT}}, {"kebutuhan": {"kurang": ABSENT}},
                  {"kebutuhan": {"diperlukan": 0}}, {"kebutuhan": {"persen_sekarang": "17.6"}}, {"tebing": []}, {"tercapai": 1}):
        assert list(differences(wrong, found)), wrong


# The arithmetic in the comments: "28,30 % x 106.590 = 30.164,97", "11.377 : 3 = 3.792,33...", "1,028 pangkat 2,25 = 1,064105".
NUMBER = r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?(?: %)?|-?\d+(?:,\d+)?(?: %)?"
SUM = re.compile(rf"(?<![\d.,])((?:{NUMBER})(?: (?:x|:|\+|-|pangkat) (?:{NUMBER}))+) = (?:Rp)?({NUMBER})(\.\.\.)?")


def _value(text: str) -> Decimal:
    value = Decimal(text.removesuffix(" %").replace(".", "").replace(",", "."))
    return value / 100 if text.endswith(" %") else value


def _worked(text: str) -> Decimal:
    """Work a sum out, multiplication and division first."""
    parts = re.split(r" (x|:|\+|-|pangkat) ", text)
    total, term, sign = Decimal(0), _value(parts[0]), 1
    for operator, word in zip(parts[1::2], parts[2::2], strict=True):
        value = _value(word)
        if operator in "+-":
            total, term, sign = total + sign * term, value, 1 if operator == "+" else -1
        else:
            term = term * value if operator == "x" else term / value if operator == ":" else term ** value
    return total + sign * term


@pytest.mark.parametrize("path", CASES, ids=_name)
def test_every_sum_in_the_comments_is_right(path: Path) -> None:
    for said, result, cut in SUM.findall("\n".join(comment_lines(path.read_text(encoding="utf-8")))):
        worked, told = _worked(said), _value(result)
        step = Decimal(1).scaleb(told.as_tuple().exponent)
        if cut:
            assert 0 < worked - told < step, f"{said} = {worked}"
        elif "pangkat" in said:
            assert worked.quantize(step, ROUND_HALF_UP) == told, f"{said} = {worked}"
        else:
            assert worked == told, f"{said} = {worked}"


def test_nearly_every_case_shows_sums() -> None:
    without = [path.name for path in CASES if not SUM.search(path.read_text(encoding="utf-8"))]
    assert len(without) <= 2, without


def _numbers(value: object) -> Iterator[str]:
    """Yield the expected numbers as an official writes them."""
    if isinstance(value, Mapping | list):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from _numbers(one)
    elif isinstance(value, int) and not isinstance(value, bool) and value:
        yield f"{value:,}".replace(",", ".")
    elif isinstance(value, str) and re.fullmatch(r"\d+\.\d+", value):
        yield value.replace(".", ",")


@pytest.mark.parametrize("path", CASES, ids=_name)
def test_every_expected_number_stands_in_the_comments(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    comments = "\n".join(comment_lines(text))
    told = set(re.findall(NUMBER, comments)) | set(re.findall(NUMBER.replace("(?: %)?", ""), comments))
    assert sorted(set(_numbers(read_plan_file(text, path.name).expected)) - told) == []


def _ids(table: str, column: str) -> set[str]:
    with (seeds_dir() / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {row[column] for row in csv.DictReader(file)}


def test_public_figures_name_records_that_are_there() -> None:
    known = _ids("coverage", "record_id") | _ids("funding", "record_id") | _ids("workforce", "record_id")
    text = "\n".join(path.read_text(encoding="utf-8") for path in CASES)
    named = set(re.findall(r"\b(?:cov|fund|wf)-\d{3}\b", text))
    assert len(named) >= 20
    assert named <= known
    assert set(re.findall(r"\b[a-z]+_2025\b", text)) <= _ids("targets", "target_id")
    assert set(re.findall(r"\bw\d\d_\w+\b", text)) <= _ids("sources", "source_id")


@pytest.mark.parametrize("path", CASES, ids=_name)
def test_made_up_numbers_are_called_so(path: Path) -> None:
    """Each case names the record it rests on, quotes the rates, or says that its numbers are made up."""
    comments = "\n".join(comment_lines(path.read_text(encoding="utf-8")))
    assert re.search(r"\b(cov|fund|wf)-\d{3}\b|\bw\d\d_|contoh", comments, re.I) or "-tarif-" in path.name


# Every planning row of domain notes §8 (and the worked numbers of §7.9), with the case that holds it and the line it must expect.
GOLDEN = {
    "ceil(0.2830 x 106,590)": ("kebutuhan-solok-selatan", "diperlukan = 30165"),
    "gap against 18,788": ("kebutuhan-solok-selatan", "kurang = 11377"),
    "18,788 / 61,794": ("melampaui-dasar-potensi", 'persen_sekarang = "30.40"'),
    "18,788 / 106,590": ("kebutuhan-solok-selatan", 'persen_sekarang = "17.63"'),
    "basis B against a target of basis A": ("tidak-sebanding", 'alasan = "basis_differs"'),
    "9,650 x 2": ("biaya-9650-dua-bulan", "biaya = 324240000"),
    "2,800 x 6": ("biaya-2800-enam-bulan", "biaya = 282240000"),
    "7,764 x 11": ("biaya-7764-sebelas-bulan", "biaya = 1434787200"),
    "1,850 x 5": ("biaya-1850-lima-bulan", "biaya = 155400000"),
    "5,200 x 4": ("biaya-5200-empat-bulan", "biaya = 349440000"),
    "K for 12 months": ("luas-atau-lama-solok-selatan", "orang = 1400"),
    "K for 6 months": ("luas-atau-lama-solok-selatan", "orang = 2800"),
    "non-transport 2026, self-paid": ("tarif-mandiri-2026", "biaya = 126000"),
    "non-transport 2026, APBD": ("tarif-apbd-2026", "biaya = 201600"),
    "transport 2026, self-paid": ("tarif-transportasi-2026", "biaya = 100800"),
    "with JHT 2026": ("tarif-dengan-jht-2026", "biaya = 366000"),
    "cliff in people": ("tebing-dasar-bekerja", "turun = 12450"),
    "cliff in points (A)": ("tebing-dasar-bekerja", 'poin = "11.68"'),
    "cliff in points (B)": ("tebing-dasar-potensi", 'poin = "20.15"'),
    "f(2), f(3)": ("manfaat-cakupan-pendek", 'bagian_manfaat_penuh = "0"'),
    "f(6)": ("manfaat-cakupan-pendek", 'bagian_manfaat_penuh = "0.5"'),
    "f(12)": ("manfaat-cakupan-pendek", 'bagian_manfaat_penuh = "0.75"'),
    "105 % is not clipped": ("di-atas-seratus-persen", 'persen_sekarang = "105.00"'),
    "105 % needs nobody": ("di-atas-seratus-persen", "kurang = 0"),
    "Pasaman Barat without D": ("pasaman-barat-tanpa-penyebut", f'kurang = "{ABSENT}"'),
    "growth over 27 months": ("pertumbuhan-27-bulan", "diperlukan = 32099"),
    "surplus on basis B": ("melampaui-dasar-potensi", "lebih = 1300"),
    "gap after the cliff": ("setelah-tebing-solok-selatan", "kurang = 14177"),
    "naive gap a year": ("setelah-tebing-solok-selatan", "dua_belas_bulan = 2293603200"),
    "gap after the cliff a year": ("setelah-tebing-solok-selatan", "dua_belas_bulan = 2858083200"),
    "all spent in 2025": ("bulan-demi-bulan-solok-selatan", "biaya_seluruhnya = 606480000"),
    "even the peak misses": ("puncak-tetap-kurang", "kurang = 1727"),
    "keeping 12,450 all year": ("mempertahankan-12450-setahun", "biaya_tahun_anggaran = 2509920000"),
    "palm oil x 12": ("bauran-dbh-sawit-dua-belas-bulan", "orang = 3531"),
    "palm oil x 6": ("bauran-dbh-sawit-enam-bulan", "orang = 7063"),
    "palm oil x 3": ("bauran-dbh-sawit-tiga-bulan", "orang = 14126"),
}


@pytest.mark.parametrize("row", GOLDEN)
def test_every_planning_row_of_the_domain_notes_is_a_case(row: str) -> None:
    name, line = GOLDEN[row]
    (path,) = [path for path in CASES if path.stem[3:] == name]
    assert line in path.read_text(encoding="utf-8").splitlines()


def test_reading_the_folder_keeps_the_lines_and_tells_faults(tmp_path: Path) -> None:
    (tmp_path / "01-baik.toml").write_text(CASES[0].read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "02-rusak.toml").write_text("# Berapa?\n#    lalu\n\nbukan toml", encoding="utf-8")
    good, bad = read_cases(tmp_path)
    assert isinstance(good, CaseFile)
    assert good.plan is not None and good.lines[0].startswith("Berapa orang lagi")
    assert (bad.plan, bad.lines) == (None, ("Berapa?", "   lalu"))
    assert bad.faults and "02-rusak.toml" in bad.faults[0]
    assert read_cases(tmp_path / "tidak-ada") == ()
