"""One assumption, and how its documents are named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.text.dates import iso_name
from petaucj.views.phrases import Reader


@dataclass(frozen=True, slots=True)
class Assumption:
    """One assumption: its name, its value, where it comes from in words ("" where it speaks for itself), and the documents behind it."""

    name: str
    value: str
    origin: str = ""
    source_ids: tuple[str, ...] = ()


def assumption_line(held: Assumption, documents: Mapping[str, str], reader: Reader) -> str:
    """Return an assumption as one line; ``documents`` names each source id, by its title or by a number like "[3]"."""
    named = "; ".join(documents[key] for key in dict.fromkeys(held.source_ids) if key in documents)
    origin = "; ".join(filter(None, (held.origin, named)))
    key, told = ("line", {"source": origin}) if origin else ("line_plain", {})
    return reader.words(f"lembar.assume.{key}", name=held.name, value=held.value, **told)


def source_names(atlas: Atlas, source_ids: Iterable[str], reader: Reader) -> dict[str, str]:
    """Return each document as "ANTARA Sumbar, Judul, November 2025", once; those the table does not hold are left out."""
    return {key: _name(atlas, key, reader) for key in dict.fromkeys(source_ids) if key in atlas.sources}


def _name(atlas: Atlas, source_id: str, reader: Reader) -> str:
    source = atlas.sources[source_id]
    day = iso_name(source.published_on or source.event_date, reader.language) or reader.words("shared.source.unpublished")
    return ", ".join(filter(None, (source.publisher, source.title or source.title_from_address, day)))
