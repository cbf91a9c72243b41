"""Reads numbers as Indonesians and English readers type them; what cannot be read is refused, never guessed."""

from __future__ import annotations

import re
from decimal import Decimal

_GROUP = {"id": ".", "en": ","}
_SCALES = {"ribu": 10**3, "juta": 10**6, "jt": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12,
           "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WHOLE = re.compile(r"\d{1,15}")
_SCALED = re.compile(r"(\d{1,9}(?:[.,]\d{1,3})?)\s*([a-z]+)")
_PERCENT = re.compile(r"-?\d{1,3}(?:[.,]\d{1,4})?")


def read_whole(text: str, language: str) -> int:
    """Return a whole number: "9.650", "9650", "Rp712.000.000", "1,5 miliar"; raise ValueError for anything else.

    Thousands must stand in groups of three behind the reader's own sign, so "1.5" is refused in Indonesian.
    """
    bare = re.sub(r"^(rp|idr)\.?\s*", "", text.strip().lower()).replace("\u00a0", " ")
    scaled = _SCALED.fullmatch(bare)
    if scaled and scaled[2] in _SCALES:
        value = Decimal(scaled[1].replace(",", ".")) * _SCALES[scaled[2]]
        if value != value.to_integral_value() or value >= 10**15:
            raise ValueError(text)
        return int(value)
    group = _GROUP[language]
    if group in bare:
        head, *rest = bare.split(group)
        if not (1 <= len(head) <= 3 and all(len(part) == 3 for part in rest)):
            raise ValueError(text)
        bare = head + "".join(rest)
    bare = bare.replace(" ", "") if re.fullmatch(r"\d{1,3}( \d{3})+", bare) else bare
    if not (bare.isascii() and _WHOLE.fullmatch(bare)):
        raise ValueError(text)
    return int(bare)


def read_percent(text: str) -> Decimal:
    """Return a percentage: "89,8", "89.8 %", "-0,5"; raise ValueError for anything else. A percentage has no thousands, so both signs mean decimals."""
    bare = text.strip().replace("\u00a0", " ").removesuffix("%").strip().replace("\u2212", "-")
    if not (bare.isascii() and _PERCENT.fullmatch(bare)):
        raise ValueError(text)
    return Decimal(bare.replace(",", "."))
