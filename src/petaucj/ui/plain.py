"""Keeps words from the data from being read as Markdown."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~$:^])")


def plain(words: str) -> str:
    """Return ``words`` so that Markdown shows them as they are: no link, image, colour, formula or HTML."""
    return _SPECIAL.sub(r"\\\1", words.replace("\n", " "))


def link(words: str, url: str) -> str:
    """Return a Markdown link; the address stands in angle brackets, so nothing in it can end the link."""
    return f"[{plain(words)}](<{url}>)"
