"""Months and dates in words, as precise as they are known."""

from __future__ import annotations

from datetime import date
from functools import cache

from babel.dates import format_date

_LOCALES = {"id": "id_ID", "en": "en_GB"}


@cache
def month_name(year: int, month: int, language: str) -> str:
    """Return "Oktober 2025" / "October 2025"."""
    return format_date(date(year, month, 1), "MMMM y", locale=_LOCALES[language])


@cache
def month_short(year: int, month: int, language: str) -> str:
    """Return "Okt 2025" / "Oct 2025"."""
    return format_date(date(year, month, 1), "MMM y", locale=_LOCALES[language]).replace("Sept", "Sep")


@cache
def month_initial(month: int, language: str) -> str:
    """Return the first letter of a month for a calendar head."""
    return format_date(date(2025, month, 1), "LLLLL", locale=_LOCALES[language])


@cache
def day_name(day: date, language: str) -> str:
    """Return "21 November 2026"."""
    return format_date(day, "d MMMM y", locale=_LOCALES[language])


@cache
def day_short(day: date, language: str) -> str:
    """Return "21 Nov 2026"."""
    return format_date(day, "d MMM y", locale=_LOCALES[language]).replace("Sept", "Sep")


@cache
def iso_name(text: str, language: str) -> str:
    """Return an ISO date of any precision in words: "2025-10" -> "Oktober 2025"; "" stays ""."""
    parts = [int(part) for part in text.split("-")] if text else []
    if len(parts) == 3:
        return day_name(date(*parts), language)
    if len(parts) == 2:
        return month_name(parts[0], parts[1], language)
    return str(parts[0]) if parts else ""
