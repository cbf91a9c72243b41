"""Sentences of the catalogue may hold **strong** parts and no other markup; here they are taken apart."""

from __future__ import annotations

import re

_STRONG = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def plain_of(sentence: str) -> str:
    """Return a sentence without its marks: "kurang **5 orang**" -> "kurang 5 orang"."""
    return _STRONG.sub(r"\1", sentence)


def runs_of(sentence: str) -> tuple[tuple[str, bool], ...]:
    """Return a sentence as (text, strong) pieces in order, none of them empty."""
    pieces = _STRONG.split(sentence)
    return tuple((piece, bool(i % 2)) for i, piece in enumerate(pieces) if piece)
