"""Which letters the fonts of files can print: a PDF for screen readers refuses a letter no font has."""

from __future__ import annotations

import re
import unicodedata

# What the subsets in draw/fonts hold, as a test makes sure by printing all of it.
PRINTABLE = (" -~\u00a0-\u0179\u017a-\u017f\u0192\u02c6-\u02dd\u2000-\u200a\u2010-\u2027\u202f-\u205f\u2070\u2071\u2074-\u208e\u2090-\u209c\u20a0-\u20bf"
             "\u2122\u2190-\u2193\u2212\u2248\u2260\u2264\u2265\u25a0\u25a1\u25b2\u25bc\u25cb\u25cc\u25cf\u2713\u2717")
_OTHER = re.compile(f"[^{PRINTABLE}]")
UNKNOWN = "?"


def printable(text: str) -> str:
    """Return text with every letter that cannot be printed told as "?"; what turns or hides letters is left out, other controls are blanks."""
    return _OTHER.sub(_told, unicodedata.normalize("NFC", text)).replace("\u00ad", "")


def _told(found: re.Match[str]) -> str:
    kind = unicodedata.category(found.group())
    return "" if kind == "Cf" else " " if kind in ("Cc", "Zl", "Zp") else UNKNOWN
