"""Numbers as Indonesians and English readers write them, whatever the browser's language."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.numbers import format_decimal

_LOCALES = {"id": "id_ID", "en": "en_US"}
_SCALES = {
    "id": ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta")),
    "en": ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")),
}
NBSP = "\u00a0"


def number(value: Decimal | int, language: str, decimals: int | None = None) -> str:
    """Return a number with its thousands grouped; ``decimals`` None keeps those the value carries."""
    return _formatted(str(value), language, decimals)


@lru_cache(maxsize=8192)
def _formatted(value: str, language: str, decimals: int | None) -> str:
    """Format a number given as text: as Decimal, 30.4 and 30.40 would share one place in the cache."""
    exact = Decimal(value)
    if decimals is None:
        decimals = max(0, -exact.as_tuple().exponent)
    exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(exact, pattern, locale=_LOCALES[language])


def people(count: int, language: str) -> str:
    """Return a count of people: 18788 -> "18.788" / "18,788"."""
    return number(count, language)


def percent(value: Decimal, language: str, decimals: int | None = None) -> str:
    """Return a percentage with the decimals it carries: "30,40 %" / "30.40%"."""
    figure = number(value, language, decimals)
    return f"{figure}{NBSP}%" if language == "id" else f"{figure}%"


def points(value: Decimal, language: str) -> str:
    """Return a difference in percentage points, unsigned: "10,67 poin" / "10.67 points"."""
    return f"{number(abs(value), language)}{NBSP}{'poin' if language == 'id' else 'points'}"


def rupiah(amount: Decimal | int, language: str) -> str:
    """Return an exact amount: "Rp606.480.000" / "Rp606,480,000"."""
    return f"Rp{number(amount, language)}"


def rupiah_short(amount: Decimal | int, language: str) -> str:
    """Return an amount for reading aloud: 606480000 -> "Rp606,48 juta"; at most two decimals, none that are zero."""
    for scale, name in _SCALES[language]:
        if abs(amount) >= scale:
            short = (Decimal(amount) / scale).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP).normalize()
            short = short.quantize(Decimal(1)) if short == short.to_integral_value() else short
            return f"Rp{number(short, language)} {name}"
    return rupiah(amount, language)
