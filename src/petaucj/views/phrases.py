"""Small phrases many views share: dates with their precision, bases, ages, amounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from petaucj.domain.coverage import Age
from petaucj.domain.month import AsOf, Month
from petaucj.text import dates, numbers
from petaucj.text.words import Words, words_in


@dataclass(frozen=True, slots=True)
class Reader:
    """The one who reads: language, the chosen month, today's month, and what counts as stale or too far apart.

    Everything a view needs besides the facts and the address; today is an input here, never read.
    """

    language: str
    per: Month
    today: Month
    stale_after_months: int = 12
    rank_window_months: int = 6

    @property
    def words(self) -> Words:
        """The catalogue of the reader's language."""
        return words_in(self.language)


def month_name(month: Month, reader: Reader) -> str:
    """Return "Oktober 2025"."""
    return dates.month_name(month.year, month.month, reader.language)


def month_short(month: Month, reader: Reader) -> str:
    """Return "Okt 2025"."""
    return dates.month_short(month.year, month.month, reader.language)


def as_of_name(as_of: AsOf, reader: Reader) -> str:
    """Return a date as precise as it is known: "2 Oktober 2023", "Oktober 2025", "triwulan I 2023", "2024"."""
    if as_of.month is None:
        return reader.words("shared.date.unknown")
    if as_of.precision == "year":
        return str(as_of.month.year)
    if as_of.precision == "quarter":
        quarter = ("I", "II", "III", "IV")[(as_of.month.month - 1) // 3]
        return reader.words("shared.date.quarter", quarter=quarter, year=as_of.month.year)
    if as_of.precision == "day" and as_of.day:
        return dates.day_name(date(as_of.month.year, as_of.month.month, as_of.day), reader.language)
    return month_name(as_of.month, reader)


def as_of_short(as_of: AsOf, reader: Reader) -> str:
    """Return a date for the face of the map: "Okt 2025", "2024", "tanpa tgl"."""
    if as_of.month is None:
        return reader.words("shared.date.unknown_short")
    return str(as_of.month.year) if as_of.precision == "year" else month_short(as_of.month, reader)


def rests_on(as_of: AsOf, reader: Reader) -> str:
    """Return what a date rests on, in words."""
    return reader.words(f"shared.rests_on.{as_of.rests_on}")


def age_words(age: Age, reader: Reader) -> str:
    """Return "13 bulan lalu", counted to today, or "" for an undated figure."""
    if age.to_today is None:
        return ""
    if age.to_today <= 0:
        return reader.words("shared.age.this_month")
    return reader.words("shared.age.months_ago", months=age.to_today)


def basis_name(basis: str, reader: Reader) -> str:
    """Return the name of a basis: "penduduk bekerja (BPS)"."""
    return reader.words(f"shared.basis.{basis}.name")


def basis_short(basis: str, reader: Reader) -> str:
    """Return the short name of a basis: "penduduk bekerja"."""
    return reader.words(f"shared.basis.{basis}.short")


def percent(value: Decimal, reader: Reader) -> str:
    """Return a percentage with the decimals it carries."""
    return numbers.percent(value, reader.language)


def people(count: int, reader: Reader) -> str:
    """Return a count of people."""
    return numbers.people(count, reader.language)


def rupiah(amount: int, reader: Reader) -> str:
    """Return an exact amount."""
    return numbers.rupiah(amount, reader.language)


def rupiah_short(amount: int, reader: Reader) -> str:
    """Return an amount for reading aloud."""
    return numbers.rupiah_short(amount, reader.language)


def points(value: Decimal, reader: Reader) -> str:
    """Return an unsigned difference in percentage points."""
    return numbers.points(value, reader.language)


def regime_name(regime: str, reader: Reader) -> str:
    """Return the name of a target regime: "RPJMN", "target daerah"."""
    return reader.words(f"shared.regime.{regime}")


def listed(parts: list[str], reader: Reader) -> str:
    """Return "a, b dan c"."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + f" {reader.words('shared.and')} " + parts[-1]
