"""The footnotes of the one-page brief: publisher and date of every document, under the number it has in every file."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from petaucj.text.words import Words
from petaucj.views.handout import NumberedSource


@dataclass(frozen=True, slots=True)
class BriefSource:
    """One document in the footnotes: its number, its words (publisher and date), and its address where it may be opened ("" otherwise)."""

    number: int
    source_id: str
    text: str
    url: str


def brief_sources(sources: tuple[NumberedSource, ...], words: Words) -> tuple[BriefSource, ...]:
    """Return the documents of a handout as footnotes."""
    return tuple(BriefSource(s.number, s.source.source_id, _told(s, words), openable(s.source.url)) for s in sources)


def _told(held: NumberedSource, words: Words) -> str:
    date = numeric_date(held.source.dated) or words("ringkas.undated")
    return words("ringkas.source", publisher=held.source.publisher, date=date)


def numeric_date(iso: str) -> str:
    """Return an ISO date of any precision in figures, day first: "2025-10-06" -> "6/10/2025"; "" stays ""."""
    return "/".join(str(int(part)) for part in reversed(iso.split("-"))) if iso else ""


def openable(url: str) -> str:
    """Return an address a reader may open, or "" for anything but a web address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""
