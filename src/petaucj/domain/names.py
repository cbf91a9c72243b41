"""Finds a district by the name somebody typed; never guesses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass


def normalised(name: str) -> str:
    """Return ``name`` in lower case with runs of anything but letters and digits as one space."""
    plain = unicodedata.normalize("NFKC", name).lower()
    return re.sub(r"[\W_]+", " ", plain).strip()


@dataclass(frozen=True)
class NameMatch:
    """The outcome of a search: one code, several candidates, or nothing."""

    code: str | None
    candidates: tuple[str, ...] = ()


def match_name(name: str, aliases: Mapping[str, tuple[str, ...]]) -> NameMatch:
    """Return the district called ``name``; exact after normalisation, so a near miss finds nothing."""
    codes = aliases.get(normalised(name), ())
    if len(codes) == 1:
        return NameMatch(codes[0])
    return NameMatch(None, codes)
