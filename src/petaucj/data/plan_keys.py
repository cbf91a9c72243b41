"""The keys of a plan file: what each is called, what it holds, how far it may go. The documents of the format follow this table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from petaucj.data.plan_format import BASIS_OF, COMMITMENT_OF, FUND_OF, PACKAGE_OF, REGIME_OF, SECTOR_OF

MOST_BYTES, MOST_ROWS, MOST_TEXT, MOST_DECIMALS = 64 * 1024, 24, 200, 6
# A line this long belongs to no plan; a reader of TOML takes seconds over a key of ten thousand dots.
MOST_LINE = 2000
MOST_PEOPLE_IN_A_TRANCHE = 10_000_000
FIFTEEN_DIGITS = 10**15 - 1


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its word in the file, the field it fills, its kind, whether it must be there, what stands for it otherwise.

    ``kind`` is text, area, record, month, whole, decimal or word. ``low`` and ``high`` are the ends that still fit
    (``above``: the low end itself does not). ``example`` is how it looks in a file.
    """

    word: str
    field: str
    kind: str
    example: str
    required: bool = False
    default: object = None
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(FIFTEEN_DIGITS)
    above: bool = False
    words: Mapping[str, str] | None = None


def _whole(word: str, field: str, example: str, low: int = 0, high: int = FIFTEEN_DIGITS, required: bool = False, default: int | None = None) -> Key:
    return Key(word, field, "whole", example, required, default, Decimal(low), Decimal(high))


def _decimal(word: str, field: str, example: str, low: int, high: int, default: Decimal | None, above: bool = False) -> Key:
    return Key(word, field, "decimal", example, False, default, Decimal(low), Decimal(high), above)


def _month(word: str, field: str, example: str, required: bool = False) -> Key:
    return Key(word, field, "month", f'"{example}"', required)


def _word(word: str, field: str, words: Mapping[str, str], default: str | None = None) -> Key:
    return Key(word, field, "word", f'"{next(iter(words))}"', default is None, default, words=words)


_FUND, _SECTOR = _word("sumber", "funding_source", FUND_OF), _word("sektor", "sector", SECTOR_OF, "non_transport")
_START, _MONTHS = _month("mulai", "start", "2027-01", required=True), _whole("bulan", "months", "12", 1, 60, required=True)
ZERO, ONE = Decimal(0), Decimal(1)

TOP = (Key("judul", "title", "text", '"Solok Selatan, rencana 2027"', default=""), Key("daerah", "area_code", "area", '"13.11"', default=""))
TABLES: dict[str, tuple[Key, ...]] = {
    "catatan": (
        _whole("peserta_aktif", "active", "18788"), _month("per", "month", "2025-10"), _whole("penyebut", "denominator", "106590", 1),
        _month("penyebut_per", "denominator_month", "2024-09"), _word("dasar", "basis", BASIS_OF, "unknown"),
    ),
    "target": (
        _decimal("persen", "pct", "28.30", 0, 100, None, above=True), _word("dasar", "basis", BASIS_OF, "unknown"),
        _month("tenggat", "deadline", "2027-12", required=True), _word("rezim", "regime", REGIME_OF, ""), _whole("tahun", "year", "2025", 2000, 2099),
    ),
    "anggapan": (
        _month("mulai_anggaran", "first_month", "2027-01"), _decimal("pertumbuhan_persen", "growth_pct", "2.4", -10, 20, ZERO),
        _decimal("rentang_penyebut_persen", "margin_pct", "5", 0, 50, ZERO), _whole("tenggang_bulan", "grace_months", "3", 0, 3, default=3),
        _word("program", "package", PACKAGE_OF, "two"), _whole("penghasilan", "income_idr", "1000000"), _whole("upah", "wage_idr", "3182955"),
    ),
    "luas_atau_lama": (
        _whole("rupiah", "idr", "282240000"), _word("sumber", "source", FUND_OF, "district_budget"), _SECTOR,
        _whole("bulan", "months", "12", 1, 24, default=12),
    ),
}
ARRAYS: dict[str, tuple[Key, ...]] = {
    "tranche": (
        _FUND, _whole("orang", "workers", "9650", 0, MOST_PEOPLE_IN_A_TRANCHE, required=True), _START, _MONTHS,
        _word("status", "commitment", COMMITMENT_OF), _SECTOR, _decimal("tumpang_tindih", "overlap", "0.05", 0, 1, ZERO),
        _decimal("diterima", "acceptance", "0.898", 0, 1, ONE, above=True), _decimal("lanjut_mandiri", "continuing", "0.1", 0, 1, ZERO),
        Key("catatan", "record_id", "record", '"fund-070"', default=""),
    ),
    "sumber_dana": (_FUND, _whole("berhak", "eligible", "1500"), _whole("pagu", "cap_idr", "712000000"), _START, _MONTHS, _SECTOR),
}
EXPECTED = "harapan"
SECTIONS = (*TABLES, *ARRAYS, EXPECTED)
# What [harapan] may name: the parts of the results of ``petaucj plan --json``.
RESULT_WORDS = (
    "kebutuhan", "biaya_kekurangan", "biaya_selisih_sederhana", "tranche", "proyeksi", "tebing", "aman_sampai", "empat_angka", "bauran",
    "biaya_tahun_anggaran", "biaya_seluruhnya", "tanpa_tarif", "tercapai", "luas_atau_lama", "kepekaan",
)
