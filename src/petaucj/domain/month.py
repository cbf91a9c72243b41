"""Months and dates of known precision."""

from __future__ import annotations

from dataclasses import dataclass
from functools import total_ordering


@total_ordering
@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month; differences are whole months."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> Month:
        """Return the month of ``YYYY-MM``; raise ValueError for anything else."""
        if len(text) != 7 or text[4] != "-" or not (text[:4] + text[5:]).isdecimal():
            raise ValueError(f"not a month: {text!r}")
        month = cls(int(text[:4]), int(text[5:]))
        if not 1 <= month.month <= 12:
            raise ValueError(f"not a month: {text!r}")
        return month

    @property
    def ordinal(self) -> int:
        """Months since year 0, so that months can be subtracted."""
        return self.year * 12 + self.month - 1

    def plus(self, months: int) -> Month:
        """Return the month ``months`` later (earlier when negative)."""
        return Month(*((self.ordinal + months) // 12, (self.ordinal + months) % 12 + 1))

    def since(self, other: Month) -> int:
        """Return how many months lie between ``other`` and this month."""
        return self.ordinal - other.ordinal

    def __lt__(self, other: Month) -> bool:
        """Order by time."""
        return self.ordinal < other.ordinal

    def __str__(self) -> str:
        """Return ``YYYY-MM``."""
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class AsOf:
    """When a figure holds, as precisely as its source says, and what that rests on.

    ``month`` is None when the date is unknown. A quarter or a year counts from its
    last month. ``rests_on`` is stated_cutoff, event_date, publication_date or unknown.
    """

    month: Month | None
    precision: str
    rests_on: str
    day: int | None = None

    @classmethod
    def parse(cls, text: str, precision: str, rests_on: str) -> AsOf:
        """Return the date of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` at the given precision."""
        if precision == "unknown" or not text:
            return cls(None, "unknown", rests_on)
        year = int(text[:4])
        month = int(text[5:7]) if len(text) >= 7 and precision != "year" else 12
        day = int(text[8:10]) if len(text) == 10 and precision == "day" else None
        return cls(Month(year, month), precision, rests_on, day)

    @property
    def known(self) -> bool:
        """Whether there is a date at all."""
        return self.month is not None


def months_between(first: Month, last: Month) -> tuple[Month, ...]:
    """Return every month from ``first`` to ``last``, both included."""
    return tuple(first.plus(step) for step in range(last.since(first) + 1))
