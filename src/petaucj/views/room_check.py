"""The check before a meeting, in the reader's words: what was found, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from petaucj.domain.month import Month
from petaucj.text.dates import day_name
from petaucj.text.numbers import number
from petaucj.views.banding import Row, Table
from petaucj.views.phrases import Reader, listed, month_name

OK, WARN, FAIL = "ok", "warn", "fail"
REMINDERS = ("screen", "phone", "sleep")
# Ports are names, not amounts: no dot stands in them.
_AS_IT_IS = ("port", "next", "number", "first", "last")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked: its name, "ok", "warn" or "fail", which case it is, and what was measured.

    ``name`` and ``case`` name sentences of the catalogue (``cekruang.found.<name>.<case>``, ``cekruang.todo.<name>.<case>``).
    """

    name: str
    status: str
    case: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RoomCheckView:
    """The whole check: one sentence, the table (status, what, found, what to do), its statuses row by row, and what no program can know."""

    title: str
    sentence: str
    table: Table
    statuses: tuple[str, ...]
    reminders: tuple[str, ...]


def build_room_check(findings: tuple[Finding, ...], reader: Reader) -> RoomCheckView:
    """Return the check in the reader's words; rows that are not all right are marked."""
    words = reader.words
    rows = tuple(_row(finding, reader) for finding in findings)
    columns = tuple(words(f"cekruang.column.{name}") for name in ("status", "what", "found", "todo"))
    failed, warned = (sum(f.status == status for f in findings) for status in (FAIL, WARN))
    whole = "all_fail" if failed else "all_warn" if warned else "all_ok"
    return RoomCheckView(words("cekruang.title"), words(f"cekruang.{whole}", count=len(findings), failed=failed, warned=warned), Table(columns, rows), tuple(f.status for f in findings),
                         tuple(words(f"cekruang.reminder.{name}") for name in REMINDERS))


def _row(finding: Finding, reader: Reader) -> Row:
    said = (reader.words(f"cekruang.status.{finding.status}"), reader.words(f"cekruang.name.{finding.name}"))
    return Row((*said, found_words(finding, reader), todo_words(finding, reader)), finding.status != OK)


def found_words(finding: Finding, reader: Reader) -> str:
    """Return what was found."""
    return _said("found", finding, reader)


def todo_words(finding: Finding, reader: Reader) -> str:
    """Return what to do, "" where there is nothing to do."""
    return _said("todo", finding, reader)


def _said(part: str, finding: Finding, reader: Reader) -> str:
    # Whatever was checked may have broken in a way nobody thought of; that has one sentence for all.
    place = "any" if finding.case == "broken" else finding.name
    key = f"cekruang.{part}.{place}.{finding.case}"
    values = {name: _value(name, value, reader) for name, value in finding.values.items()}
    return reader.words(key, **values) if reader.words.has(key) else ""


def _value(name: str, value: object, reader: Reader) -> str:
    if isinstance(value, date):
        return day_name(value, reader.language)
    if isinstance(value, Month):
        return month_name(value, reader)
    if isinstance(value, int) and name not in _AS_IT_IS:
        return number(value, reader.language)
    return listed([str(one) for one in value], reader) if isinstance(value, tuple | list) else str(value)
