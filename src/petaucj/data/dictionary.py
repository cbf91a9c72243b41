"""Reads the data dictionary, ``seeds/README.md``: what every table and column means, in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from petaucj.data.bilingual import Bilingual
from petaucj.data.paths import seeds_dir

DICTIONARY_FILE = "README.md"
_TABLE = re.compile(r"^### (\w+)\.csv\s*$")
_ROW = re.compile(r"^\| `(\w+)` \|([^|]*)\|([^|]*)\|(.*)\|\s*$")


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """What one column holds: its unit, the values it may take, its meaning."""

    unit: Bilingual
    values: Bilingual
    meaning: Bilingual


def load_dictionary(seeds: Path | None = None) -> Mapping[str, Mapping[str, ColumnMeaning]]:
    """Return the meaning of every column by table, in the order of the file; nothing when there is no dictionary.

    Each table stands in the file twice, first in Indonesian, then in English, under ``### <table>.csv``.
    """
    path = (seeds or seeds_dir()) / DICTIONARY_FILE
    if not path.exists():
        return {}
    held: dict[str, dict[str, list[tuple[str, str, str]]]] = {}
    table = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        heading, row = _TABLE.match(line), _ROW.match(line)
        if heading:
            table = heading.group(1)
        elif line.startswith("#"):
            table = ""
        elif row and table:
            held.setdefault(table, {}).setdefault(row.group(1), []).append(tuple(part.strip() for part in row.groups()[1:]))
    return {name: {column: _meaning(told) for column, told in columns.items()} for name, columns in held.items()}


def _meaning(told: list[tuple[str, str, str]]) -> ColumnMeaning:
    first, second = told[0], told[-1]
    return ColumnMeaning(*(Bilingual(indonesian, english) for indonesian, english in zip(first, second, strict=True)))
