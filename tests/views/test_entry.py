"""What a table to fill in sends to the browser, and what it takes back."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, replace

import pytest

from petaucj.ui.entry import _arguments, _table
from petaucj.views.entry import EntryCell, EntryColumn, EntryRow, EntryTable

PAYERS = (("apbd", "APBD"), ("sawit", "DBH Sawit"))
COLUMNS = (EntryColumn("payer", "Pembayar", "select", PAYERS), EntryColumn("people", "Orang", "number", spoken="Banyaknya orang"),
           EntryColumn("cost", "Biaya", "text"))
ROWS = (EntryRow("r1", (EntryCell("apbd"), EntryCell("9.650"), EntryCell(shown="Rp162.120.000")), movable=True, swatch="f-district-budget"),
        EntryRow("r2", (EntryCell("sawit", fixed=True), EntryCell("dua", fault="Tulis angka."), EntryCell(shown="–")), removable=True))
TABLE = EntryTable("id", "Gelombang", COLUMNS, ROWS, "Tambah", PAYERS, "Hapus", "Naik", "Turun", "Kembalikan")
ALL = {"edit", "add", "remove", "move", "reset"}


def test_a_view_cannot_be_changed_by_accident() -> None:
    with pytest.raises(FrozenInstanceError):
        TABLE.caption = "lain"


def test_a_cell_is_sent_as_its_text_where_that_says_all() -> None:
    first, second = _table(TABLE, ALL)["rows"]
    assert first == {"id": "r1", "cells": ["apbd", "9.650", "Rp162.120.000"], "movable": True, "swatch": "f-district-budget"}
    assert second["cells"] == [{"text": "DBH Sawit", "fixed": True}, {"text": "dua", "fault": "Tulis angka."}, "–"]


def test_options_are_sent_once_for_a_column_and_stay_small() -> None:
    months = tuple((f"2026-{month:02}", f"Bulan {month}") for month in range(1, 13))
    columns = (COLUMNS[0], COLUMNS[1], *(EntryColumn(f"m{i}", "Mulai", "month", months) for i in range(7)))
    cells = (EntryCell("apbd"), EntryCell("9.650"), *(EntryCell("2026-03"),) * 7)
    rows = tuple(EntryRow(f"r{i}", cells, movable=True, removable=True) for i in range(8))
    assert len(json.dumps(_table(replace(TABLE, columns=columns, rows=rows), ALL))) < 5000


def test_a_control_needs_its_label_and_its_function() -> None:
    assert _table(TABLE, {"edit", "move"})["words"] == {"up": "Naik", "down": "Turun"}
    assert set(_table(TABLE, ALL)["words"]) == {"add", "remove", "up", "down", "reset"}
    assert _table(replace(TABLE, add_label=""), {"edit", "add"})["words"] == {}


@pytest.mark.parametrize(("event", "expected"), [
    ({"kind": "edit", "row": "r1", "key": "people", "value": "9000"}, ("r1", "people", "9000")),
    ({"kind": "edit", "row": "r1", "key": "payer", "value": "sawit"}, ("r1", "payer", "sawit")),
    ({"kind": "edit", "row": "r1", "key": "people", "value": "9" * 900}, ("r1", "people", "9" * 200)),
    ({"kind": "add", "value": "sawit"}, ("sawit",)),
    ({"kind": "remove", "row": "r2"}, ("r2",)),
    ({"kind": "move", "row": "r1", "value": -1}, ("r1", -1)),
    ({"kind": "reset"}, ()),
])
def test_what_the_reader_may_change_is_taken(event: dict, expected: tuple) -> None:
    assert _arguments(TABLE, event) == expected


@pytest.mark.parametrize("event", [
    {"kind": "edit", "row": "r1", "key": "cost", "value": "1"},
    {"kind": "edit", "row": "r1", "key": "payer", "value": "zakat"},
    {"kind": "edit", "row": "r2", "key": "payer", "value": "apbd"},
    {"kind": "edit", "row": "r9", "key": "people", "value": "1"},
    {"kind": "edit", "row": "r1", "key": "people", "value": 1},
    {"kind": "edit", "row": "r1", "key": ["people"], "value": "1"},
    {"kind": "add", "value": "zakat"}, {"kind": "add", "value": ["apbd"]}, {"kind": "add"},
    {"kind": "remove", "row": "r1"}, {"kind": "move", "row": "r2", "value": 1}, {"kind": "move", "row": "r1", "value": 2},
    {"kind": "open", "row": "x"}, {"kind": ""},
])
def test_what_the_reader_could_not_have_changed_is_left_alone(event: dict) -> None:
    assert _arguments(TABLE, event) is None
