"""The list of open-data files, and what their columns mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from petaucj.data.dictionary import ColumnMeaning
from petaucj.domain.atlas import Atlas
from petaucj.text.dates import iso_name
from petaucj.text.numbers import number
from petaucj.views.phrases import Reader
from petaucj.views.sumber import Cell, Grid, Part, cell


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """One file: its name, its address, its size in bytes, its rows where it is a table."""

    name: str
    address: str
    size: int
    rows: int | None


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """The one file that holds all (``whole`` label and address), the list of files, rights, and the dictionary by table."""

    intro: str
    whole: tuple[str, str]
    grid: Grid
    remarks: tuple[str, ...]
    attribution: tuple[str, ...]
    dictionary_title: str
    dictionary: tuple[tuple[str, tuple[str, ...]], ...]


def build_downloads(
    atlas: Atlas, files: tuple[OfferedFile, ...], attribution: tuple[str, ...], dictionary: Mapping[str, Mapping[str, ColumnMeaning]],
    reader: Reader,
) -> DownloadsView:
    """Return the list of files; the first of ``files`` is the one that holds all."""
    words, whole = reader.words, files[0]
    return DownloadsView(
        intro=words("sumber.unduh.intro", number=atlas.release_number, date=iso_name(atlas.release_date, reader.language), hash=atlas.release_hash),
        whole=(words("sumber.unduh.all", size=_size(whole.size, reader)), whole.address),
        grid=Grid(tuple(words(f"sumber.unduh.columns_{name}") for name in ("file", "what", "rows", "size")),
                  tuple(_row(file, reader) for file in files)),
        remarks=(words("sumber.unduh.safe"), words("sumber.unduh.rights")), attribution=attribution,
        dictionary_title=words("sumber.unduh.dictionary"),
        dictionary=tuple((f"{table}.csv", tuple(_meaning(name, held, reader) for name, held in columns.items()))
                         for table, columns in dictionary.items()),
    )


def _row(file: OfferedFile, reader: Reader) -> tuple[Cell, ...]:
    stem, _, ending = file.name.rpartition(".")
    key = f"sumber.table.{stem}" if ending == "csv" else f"sumber.file.{ending if ending != 'json' else 'metadata'}"
    rows = "" if file.rows is None else number(file.rows, reader.language)
    return (Part(file.name, file.address),), cell(reader.words(key)), cell(rows), cell(_size(file.size, reader))


def _size(size: int, reader: Reader) -> str:
    return reader.words("sumber.unduh.kilobytes", size=number(max(1, round(size / 1024)), reader.language))


def _meaning(name: str, held: ColumnMeaning, reader: Reader) -> str:
    """Return one column in words; its unit only where it has one."""
    told = reader.words("sumber.unduh.dictionary_row", column=name, meaning=held.meaning.of(reader.language))
    unit = held.unit.of(reader.language)
    return told if unit in ("", "–") else f"{told} ({reader.words('sumber.unduh.dictionary_unit', unit=unit)})"
