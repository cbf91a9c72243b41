"""Words as markup, for every page we write: cleaned, escaped, strong parts marked; and the digest that admits a page's own style and script."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape

from petaucj.text.rich import runs_of

# Control signs have no place in a page; the blanks they stood for stay.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")


def cleaned(words: str) -> str:
    """Return words, or a whole picture, without control signs."""
    return _CONTROL.sub(" ", words)


def text(words: str) -> str:
    """Return words that can stand anywhere in a page, attributes included."""
    return escape(cleaned(words), quote=True)


def rich(sentence: str) -> str:
    """Return a sentence with its **strong** parts; nothing else in it becomes markup."""
    return strong(runs_of(sentence))


def strong(runs: Iterable[tuple[str, bool]]) -> str:
    """Return (text, strong) pieces as markup."""
    return "".join(f"<strong>{text(piece)}</strong>" if loud else text(piece) for piece, loud in runs)


def admitted(part: str) -> str:
    """Return how a content policy names exactly this style or script: 'sha256-…'."""
    return f"'sha256-{b64encode(sha256(part.encode('utf-8')).digest()).decode('ascii')}'"


def right(column: int, columns: Iterable[int]) -> str:
    """Return the class of a cell that holds a number, "" for others."""
    return ' class="right"' if column in columns else ""


def table_head(columns: Iterable[str], numbers: Iterable[int]) -> str:
    """Return the head of a table; ``numbers`` are the columns that stand right-aligned."""
    held = tuple(numbers)
    return "".join(f'<th scope="col"{right(i, held)}>{text(name)}</th>' for i, name in enumerate(columns))
