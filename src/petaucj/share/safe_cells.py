"""Keeps a spreadsheet from reading words as a formula."""

from __future__ import annotations

import re

# A cell that starts so may be run by a spreadsheet; the wide forms are what some of them read as the narrow ones.
_LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


def safe_cell(text: str) -> str:
    """Return ``text`` with an apostrophe in front when it starts like a formula, even behind blanks; plain numbers stay as they are."""
    if _NUMBER.fullmatch(text):
        return text
    return f"'{text}" if text.startswith(_LIVE) or text.lstrip(" ").startswith(_LIVE) else text
