"""Reads the worked cases: plan files with the arithmetic in their first lines and the results it must give."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from petaucj.data.faults import DataFaults
from petaucj.data.paths import seeds_dir
from petaucj.data.plan_file import read_plan_bytes
from petaucj.data.plan_parts import PlanFile


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One worked case: the name of its file, the comment lines on top, and its plan.

    ``plan`` is None where the file has faults; ``faults`` are then told as whole sentences.
    """

    name: str
    lines: tuple[str, ...]
    plan: PlanFile | None
    faults: tuple[str, ...] = ()


def read_cases(folder: Path | None = None) -> tuple[CaseFile, ...]:
    """Return every case in ``folder`` (seeds/cases when not given), in the order of the file names; none where there is no such folder."""
    folder = folder or seeds_dir() / "cases"
    return tuple(_read(path) for path in sorted(folder.glob("*.toml")))


def _read(path: Path) -> CaseFile:
    data = path.read_bytes()
    lines = comment_lines(data.decode("utf-8", errors="replace"))
    try:
        return CaseFile(path.name, lines, read_plan_bytes(data, path.name))
    except DataFaults as found:
        return CaseFile(path.name, lines, None, tuple(map(str, found.faults)))


def comment_lines(text: str) -> tuple[str, ...]:
    """Return the comment lines a file begins with, without their marks; spaces that indent a line stay."""
    found = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        found.append(line[1:].removeprefix(" ").rstrip())
    return tuple(found)
