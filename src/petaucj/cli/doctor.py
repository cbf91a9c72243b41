"""``petaucj doctor``: the check of the room, before the meeting, without starting the app."""

from __future__ import annotations

import json
import os
import textwrap
import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from petaucj.data.faults import DataFaults
from petaucj.data.paths import project_root
from petaucj.data.settings import Settings, load_settings, today
from petaucj.domain.month import Month
from petaucj.meeting.check import check_room
from petaucj.meeting.room import Room
from petaucj.views.phrases import Reader
from petaucj.views.room_check import FAIL, OK, Finding, build_room_check, found_words, todo_words

NOT_READY = 1
APP_PORT = 8501
WIDTH = 110


class Language(StrEnum):
    """The languages of the report."""

    id = "id"
    en = "en"


def doctor(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder tempat berkas bagikan akan ditulis.")] = Path("."),
    lang: Annotated[Language, typer.Option(help="Bahasa laporan.")] = Language.id,
    as_json: Annotated[bool, typer.Option("--json", help="Cetak hasil sebagai JSON.")] = False,
) -> None:
    """Periksa ruang sebelum pertemuan: berkas, data, porta, jaringan, folder. Kode keluar 1 bila ada yang belum siap."""
    settings, findings = _settings()
    day = today()
    findings = (*findings, *check_room(Room(settings, day, out, _number(_streamlit("server", "port"), APP_PORT), _usage_stats(), _prefix())))
    month = Month(day.year, day.month)
    reader = Reader(lang.value, month, month, settings.stale_after_months, settings.rank_window_months)
    typer.echo(json.dumps(_plain(findings, reader), ensure_ascii=False, indent=2) if as_json else _printed(findings, reader))
    if any(found.status == FAIL for found in findings):
        raise typer.Exit(NOT_READY)


def _settings() -> tuple[Settings, tuple[Finding, ...]]:
    """Return the office's settings, or the defaults where its file cannot be used; and the finding that says so."""
    try:
        return load_settings(), (Finding("settings", OK, "ok"),)
    except DataFaults as faults:
        reason = str(faults.faults[0])
    except (OSError, ValueError) as fault:
        reason = str(fault)
    return Settings(), (Finding("settings", FAIL, "wrong", {"reason": reason}),)


def _streamlit(section: str, name: str) -> object:
    """Return a setting of Streamlit's as the app will see it: from the environment, else from the project's file; None where neither has it."""
    snake = "".join(f"_{letter}" if letter.isupper() else letter for letter in name).upper()
    told = os.environ.get(f"STREAMLIT_{section.upper()}_{snake}")
    if told is not None:
        return told
    try:
        file = tomllib.loads((project_root() / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    held = file.get(section)
    return held.get(name) if isinstance(held, dict) else None


def _number(told: object, usual: int) -> int:
    try:
        return int(str(told))
    except ValueError:
        return usual


def _usage_stats() -> bool:
    """Return whether Streamlit would report its use; without a word of ours it does."""
    return str(_streamlit("browser", "gatherUsageStats")).lower() not in ("false", "0")


def _prefix() -> str:
    base = str(_streamlit("server", "baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def _plain(findings: tuple[Finding, ...], reader: Reader) -> dict[str, object]:
    told = [{"name": f.name, "status": f.status, "case": f.case, "values": {name: _json(value) for name, value in f.values.items()},
             "found": found_words(f, reader), "todo": todo_words(f, reader)} for f in findings]
    return {"ready": not any(f.status == FAIL for f in findings), "findings": told}


def _json(value: object) -> object:
    return list(value) if isinstance(value, tuple | list) else value if isinstance(value, int | str) else str(value)


def _printed(findings: tuple[Finding, ...], reader: Reader) -> str:
    """Return the table in columns of letters; what to do stands below its line."""
    view = build_room_check(findings, reader)
    rows = [row.cells for row in view.table.rows]
    state, name = (max(len(row[i]) for row in [view.table.columns, *rows]) for i in (0, 1))
    indent = " " * (state + name + 4)
    lines = [view.title, "=" * len(view.title), "", f"{view.table.columns[0]:<{state}}  {view.table.columns[1]:<{name}}  {view.table.columns[2]}"]
    for said, what, found, todo in rows:
        lines += textwrap.wrap(f"{said:<{state}}  {what:<{name}}  {found}", WIDTH, subsequent_indent=indent, break_long_words=False)
        lines += textwrap.wrap(f"→ {todo}", WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_long_words=False) if todo else []
    lines += ["", view.sentence, "", reader.words("cekruang.reminders") + ":", *(f"- {line}" for line in view.reminders)]
    return "\n".join(lines).replace("\u00a0", " ")
