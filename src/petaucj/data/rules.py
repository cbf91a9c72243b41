"""The kinds of value a seed column may hold, each with its rule and remedy in words."""

from __future__ import annotations

from dataclasses import dataclass

AREA_CODE = r"^13(\.\d{2})?$"
DISTRICT_CODE = r"^\d{2}\.\d{2}$"


@dataclass(frozen=True)
class Kind:
    """A named pattern: what it accepts, what it becomes, what to tell the person who mends it."""

    pattern: str
    dtype: str
    rule: str
    remedy: str


# Signs nobody sees: control signs, and those that turn the direction of reading.
UNSEEN = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff"
TEXT = Kind(f"^[^{UNSEEN}]*$", "str", "teks tanpa tanda kendali", "Tulis teks biasa; hapus tanda yang tidak terlihat.")
KEY = Kind(r"^[A-Za-z0-9_.\-]+$", "str", "kunci tanpa spasi", "Pakai huruf, angka, titik, garis bawah atau tanda hubung.")
AREA = Kind(AREA_CODE, "str", "kode Kemendagri wilayah", "Tulis 13 (provinsi) atau 13.NN sebagai teks, misalnya 13.10.")
DISTRICT = Kind(DISTRICT_CODE, "str", "kode Kemendagri kabupaten/kota", "Tulis 13.NN sebagai teks, misalnya 13.10, bukan 13.1.")
ANY_AREA = Kind(r"^(ID|13(\.\d{2})?)$", "str", "kode wilayah atau ID (nasional)", "Tulis ID, 13 atau 13.NN.")
BPS = Kind(r"^\d{4}$", "str", "kode BPS empat angka", "Tulis kode BPS, misalnya 1310, hanya di tabel kabupaten/kota.")
COUNT = Kind(r"^\d+$", "Int64", "bilangan bulat tanpa titik", "Tulis angka saja, misalnya 18788.")
DECIMAL = Kind(r"^\d+(\.\d+)?$", "decimal", "angka dengan titik desimal", "Tulis seperti 30.40; jumlah desimal mengikuti sumber.")
YEAR = Kind(r"^(19|20)\d{2}$", "Int64", "tahun empat angka", "Tulis misalnya 2025.")
MONTH = Kind(r"^(19|20)\d{2}-(0[1-9]|1[0-2])$", "str", "bulan YYYY-MM", "Tulis misalnya 2025-10.")
DATE = Kind(
    r"^(19|20)\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$", "str", "tanggal YYYY, YYYY-MM atau YYYY-MM-DD",
    "Tulis seteliti sumbernya, misalnya 2025, 2025-10 atau 2025-10-06.",
)
PERIOD = Kind(
    r"^(\d{4}(-\d{2}(-\d{2})?)?)?(\.\.)?(\d{4}(-\d{2}(-\d{2})?)?)?$", "str", "masa a..b, a.., ..b atau a",
    "Tulis misalnya 2022-03..2025-07.",
)
URL = Kind(r"^https?://[^\s<>\"`]+$", "str", "alamat http(s)", "Salin alamat lengkap dari peramban.")
YES_NO = Kind(r"^(yes|no)$", "bool", "yes atau no", "Tulis yes atau no.")


def one_of(*choices: str) -> Kind:
    """Return a kind that accepts exactly the given words."""
    words = ", ".join(choices)
    return Kind(rf"^({'|'.join(choices)})$", "str", f"salah satu dari: {words}", f"Pakai salah satu dari: {words}.")


@dataclass(frozen=True)
class Column:
    """One column of a seed table: its kind, and whether it may be empty or must be unique."""

    kind: Kind
    required: bool = True
    unique: bool = False


def need(kind: Kind) -> Column:
    """Return a column that may not be empty."""
    return Column(kind)


def maybe(kind: Kind) -> Column:
    """Return a column that may be empty; empty means unknown, never zero."""
    return Column(kind, required=False)


def unique(kind: Kind) -> Column:
    """Return a column that may not be empty and holds each value once."""
    return Column(kind, unique=True)
