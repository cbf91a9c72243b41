"""Shows a table the reader may change, and the button that opens a file; both real HTML controls in our own words."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from petaucj.ui.component import mount
from petaucj.views.entry import EntryCell, EntryColumn, EntryRow, EntryTable

FILE_LIMIT = 64 * 1024
_LONGEST_TEXT = 200
_LONGEST_NAME = 120
_EDITABLE = {"number", "percent", "select", "month"}


def edit_table(view: EntryTable, key: str, *, on_edit: Callable[[str, str, str], None], on_add: Callable[[str], None] | None = None,
               on_remove: Callable[[str], None] | None = None, on_move: Callable[[str, int], None] | None = None,
               on_reset: Callable[[], None] | None = None) -> None:
    """Show the table; each change calls one of the functions before the page runs again.

    Parameters
    ----------
    on_edit
        Gets row, column and the text as typed, or the value of the option; it judges the text and lets ``view`` keep
        it with a fault.
    on_add, on_remove, on_move, on_reset
        Get the value of the option, the row, the row and -1 or +1, nothing. Without the function (or the label in
        ``view``) the control is not shown. Several changes may come at once: a row may be gone by the second.
    """
    calls = {"edit": on_edit, "add": on_add, "remove": on_remove, "move": on_move, "reset": on_reset}
    offered = {kind for kind, call in calls.items() if call}

    def take() -> None:
        for event in _fresh(key):
            kind = event.get("kind")
            arguments = _arguments(view, event) if kind in offered else None
            if arguments is not None:
                calls[kind](*arguments)

    mount("table.js", key, {**_table(view, offered), "seen": _seen(key)}, on_event_change=take)


def open_file(label: str, hint: str, key: str, language: str, on_open: Callable[[str, str | None], None], accept: str = "") -> None:
    """Show a button that reads a text file in the browser; ``on_open`` gets its name and text, None when over 64 KB.

    ``accept`` narrows the choice of the file dialogue (".toml"); leave it empty where phones grey unknown kinds out.
    """
    def take() -> None:
        for event in _fresh(key):
            name, text = event.get("row"), event.get("value")
            if event.get("kind") != "open" or not isinstance(name, str):
                continue
            small = isinstance(text, str) and len(text.encode("utf-8", "replace")) <= FILE_LIMIT
            on_open(name[-_LONGEST_NAME:], text if small else None)

    data = {"kind": "open", "label": label, "hint": hint, "lang": language, "accept": accept, "limit": FILE_LIMIT, "seen": _seen(key)}
    mount("table.js", key, data, on_event_change=take)


def _seen(key: str) -> list:
    return st.session_state.get(f"{key}:seen", ["", 0])


def _fresh(key: str) -> list[dict]:
    """Return the changes not yet taken: the browser repeats what it has no answer to, so that a quick second change never loses the first."""
    sent = st.session_state[key].event
    if not isinstance(sent, dict) or not isinstance(sent.get("events"), list):
        return []
    mounted, last = sent.get("mount"), _seen(key)
    known = last[1] if last[0] == mounted else 0
    fresh = [event for event in sent["events"]
             if isinstance(event.get("nonce"), int) and isinstance(event.get("kind"), str) and event["nonce"] > known]
    if fresh:
        st.session_state[f"{key}:seen"] = [mounted, max(event["nonce"] for event in fresh)]
    return fresh


def _arguments(view: EntryTable, event: dict) -> tuple | None:
    """Return what the function of an event gets, or None when the event names nothing the reader could have changed."""
    row, value = next((row for row in view.rows if row.row_id == event.get("row")), None), event.get("value")
    match event["kind"]:
        case "edit" if row and isinstance(value, str):
            column = _changeable(view, row, event.get("key"))
            known = column and (not column.options or value in {option for option, _ in column.options})
            return (row.row_id, column.key, value[:_LONGEST_TEXT]) if known else None
        case "add" if isinstance(value, str) and value in ({option for option, _ in view.add_options} or {""}):
            return (value,)
        case "remove" if row and row.removable:
            return (row.row_id,)
        case "move" if row and row.movable and value in (-1, 1):
            return (row.row_id, value)
        case "reset":
            return ()
    return None


def _changeable(view: EntryTable, row: EntryRow, key: object) -> EntryColumn | None:
    return next((column for column, cell in zip(view.columns, row.cells, strict=True)
                 if column.key == key and column.kind in _EDITABLE and not cell.fixed), None)


def _table(view: EntryTable, offered: set[str]) -> dict:
    """Return the table as the script reads it; what is empty is left out."""
    labels = {"add": view.add_label, "remove": view.remove_label, "up": view.up_label if "move" in offered else "",
              "down": view.down_label if "move" in offered else "", "reset": view.reset_label}
    words = {name: label for name, label in labels.items() if label and (name in offered or name in ("up", "down"))}
    return {
        "kind": "table", "lang": view.language, "caption": view.caption, "words": words,
        "columns": [_full({"key": column.key, "label": column.label, "kind": column.kind, "narrow": column.narrow,
                           "spoken": column.spoken, "options": [list(option) for option in column.options]}) for column in view.columns],
        "rows": [_row(view, row) for row in view.rows], "add": [list(option) for option in view.add_options],
        "empty": view.empty, "total": list(view.total), **({"stacks": view.stacks_below} if view.stacks_below != EntryTable.stacks_below else {}),
    }


def _row(view: EntryTable, row: EntryRow) -> dict:
    cells = [_cell(column, cell) for column, cell in zip(view.columns, row.cells, strict=True)]
    return {"id": row.row_id, "cells": cells, **_full({"name": row.name, "note": row.note, "swatch": row.swatch,
                                                       "movable": row.movable, "removable": row.removable})}


def _cell(column: EntryColumn, cell: EntryCell) -> str | dict:
    """Return a cell as its text alone where that says all."""
    read_only = cell.fixed or column.kind == "text"
    text = (cell.shown or dict(column.options).get(cell.value, cell.value)) if read_only else cell.value
    marks = _full({"fault": cell.fault, "fixed": cell.fixed and column.kind != "text"})
    return {"text": text, **marks} if marks else text


def _full(fields: dict) -> dict:
    return {name: value for name, value in fields.items() if value not in ("", [], False)}
