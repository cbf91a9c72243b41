"""What the sections of the room Sumber share: tables whose cells carry links, and the names of areas."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.records import NATION, PROVINCE, Evidence
from petaucj.text.dates import iso_name
from petaucj.views.phrases import Reader


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a cell: words, the address they lead to, and whether they are stressed."""

    text: str
    url: str = ""
    strong: bool = False


Cell = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in the reader's words; each cell is a row of parts."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def cell(text: str, strong: bool = False) -> Cell:
    """Return a cell of plain words; a dash where there are none."""
    return (Part(text or "–", strong=strong),)


def source_cell(atlas: Atlas, source_ids: Iterable[str]) -> Cell:
    """Return a cell that names each publisher once per document and leads to it."""
    parts: list[Part] = []
    for source_id in dict.fromkeys(source_ids):
        source = atlas.sources[source_id]
        parts += [Part(", ")] if parts else []
        parts.append(Part(source.publisher, source.url))
    return tuple(parts) or cell("")


def evidence_ids(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Return the sources of a statement, each once."""
    return tuple(dict.fromkeys(piece.source_id for piece in evidence))


def area_name(atlas: Atlas, code: str, reader: Reader) -> str:
    """Return the name of an area: a district, the province, the nation, or a branch office."""
    district = atlas.district_by_code.get(code)
    if district:
        return district.name
    if code in (PROVINCE, NATION):
        return reader.words(f"sumber.area.{code}")
    branch = code.removeprefix("branch:")
    return reader.words(f"shared.branch.{branch}") if reader.words.has(f"shared.branch.{branch}") else reader.words("sumber.area.branch")


def area_order(atlas: Atlas, code: str) -> int:
    """Return where an area stands in a list: nation, province, districts as in the register, branch offices."""
    codes = (NATION, PROVINCE, *(d.code for d in atlas.districts))
    return codes.index(code) if code in codes else len(codes)


def period_name(start: str, end: str, reader: Reader) -> str:
    """Return a period in words, as precise as it is told: "Maret 2022 – Juli 2025"; "" when nothing is told."""
    names = [iso_name(text, reader.language) for text in dict.fromkeys((start, end)) if text]
    return " – ".join(names)
