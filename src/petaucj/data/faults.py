"""Faults in the data, told so that an official can mend them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in one place.

    ``row`` is the line of the file as an editor shows it (the header is line 1),
    or the key of the row where a file has no lines.
    """

    file: str
    row: str
    column: str
    value: str
    rule: str
    remedy: str

    def __str__(self) -> str:
        """Return the fault as one Indonesian sentence."""
        return (
            f"{self.file}, baris {self.row}, kolom {self.column}: "
            f"“{self.value}” – {self.rule}. {self.remedy}"
        )


class DataFaults(Exception):
    """All faults found in one reading; never only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: list[Fault] = list(faults)
        super().__init__(f"{len(self.faults)} kesalahan data\n" + "\n".join(f"- {fault}" for fault in self.faults))
