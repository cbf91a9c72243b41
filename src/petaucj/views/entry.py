"""A table the reader may change: columns, rows and cells, all text already in the reader's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "number", "percent", "select", "month"]
Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class EntryColumn:
    """One column: "text" is only shown; "number" and "percent" are typed; "select" and "month" pick an option.

    Figures that are only shown (a sum of rupiah) are a "number" column of fixed cells: it stands right-aligned.
    ``options`` are (value, label). ``narrow`` keeps a column of short choices thin. ``spoken`` is the name for a
    screen reader where ``label`` is an abbreviation.
    """

    key: str
    label: str
    kind: Kind
    options: Options = ()
    narrow: bool = False
    spoken: str = ""


@dataclass(frozen=True)
class EntryCell:
    """One cell: ``value`` is the option chosen or the text in the field, as the reader writes it ("9.650").

    ``shown`` is the text of a cell that is only read. ``fault`` is the sentence below a cell that cannot be used;
    what was typed stays in ``value``. ``fixed`` makes one cell of an editable column read-only.
    """

    value: str = ""
    shown: str = ""
    fault: str = ""
    fixed: bool = False


@dataclass(frozen=True)
class EntryRow:
    """One row with a cell for each column; ``row_id`` stays the same while the row lives.

    ``swatch`` is a fill such as "f-district-budget", drawn as a small square before the first cell. ``name`` says
    in labels which row is meant ("APBD 9.650"); without it the text of the first cell does.
    """

    row_id: str
    cells: tuple[EntryCell, ...]
    note: str = ""
    movable: bool = False
    removable: bool = False
    swatch: str = ""
    name: str = ""


@dataclass(frozen=True)
class EntryTable:
    """The whole table; a control without a label is not there.

    ``total`` is an optional last row, one text for each column. ``empty`` is the sentence when there are no rows.
    ``stacks_below`` is the width in pixels below which each row becomes a card; a table of few short columns can be narrower.
    """

    language: str
    caption: str
    columns: tuple[EntryColumn, ...]
    rows: tuple[EntryRow, ...]
    add_label: str = ""
    add_options: Options = ()
    remove_label: str = ""
    up_label: str = ""
    down_label: str = ""
    reset_label: str = ""
    empty: str = ""
    total: tuple[str, ...] = ()
    stacks_below: int = 640
