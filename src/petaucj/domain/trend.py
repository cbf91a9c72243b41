"""One district's coverage through time: what may be joined by a line, and what may only stand beside it (domain notes §7.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.comparable import comparable, comparable_segments
from petaucj.domain.coverage import charted, newest, visible_at
from petaucj.domain.month import Month
from petaucj.domain.records import BASES, CoverageFact


@dataclass(frozen=True, slots=True)
class Series:
    """The dated percentages of a whole workforce on one basis, oldest first.

    ``runs`` are the stretches a line may join: consecutive figures that are comparable and
    undisputed. On an unknown basis nothing may be joined.
    """

    basis: str
    facts: tuple[CoverageFact, ...]
    runs: tuple[tuple[CoverageFact, ...], ...]


@dataclass(frozen=True, slots=True)
class BaseChange:
    """Two consecutive figures counted over different bases.

    ``counted`` is the last earlier figure, undisputed, whose people may be set beside the people of
    ``after``; None when there is none. Percentages are never subtracted here.
    """

    before: CoverageFact
    after: CoverageFact
    counted: CoverageFact | None

    @property
    def people_change(self) -> int | None:
        """Change of active participants from ``counted`` to ``after``."""
        return None if self.counted is None else self.after.active - self.counted.active


@dataclass(frozen=True, slots=True)
class Trend:
    """A district's figures up to a month: drawn series, base changes, and what is listed instead of drawn.

    ``undated`` have a percentage but no date; ``without_percentage`` speak of the whole workforce
    in another way; ``parts`` speak of a part of the workers; ``later`` counts the figures after the month.
    """

    series: tuple[Series, ...]
    changes: tuple[BaseChange, ...]
    undated: tuple[CoverageFact, ...]
    without_percentage: tuple[CoverageFact, ...]
    parts: tuple[CoverageFact, ...]
    later: int

    @property
    def drawn(self) -> tuple[CoverageFact, ...]:
        """Every figure that is drawn, oldest first."""
        return _by_time(fact for series in self.series for fact in series.facts)


def trend(atlas: Atlas, code: str, per: Month) -> Trend:
    """Return the trend of an area up to ``per``."""
    usable = [f for f in atlas.coverage_by_area.get(code, ()) if f.usable]
    seen = [f for f in usable if visible_at(f, per, atlas.newest_month)]
    dated = _by_time(f for f in seen if charted(f) and f.as_of.known)
    series = [_series(basis, [f for f in dated if f.basis == basis]) for basis in BASES]
    return Trend(
        series=tuple(s for s in series if s.facts), changes=_changes(dated),
        undated=tuple(f for f in seen if charted(f) and not f.as_of.known),
        without_percentage=_by_time(f for f in seen if f.segment == "all" and not charted(f) and _says_something(f)),
        parts=_by_time(f for f in seen if f.segment != "all" and _says_something(f)),
        later=sum(f.as_of.known and f.as_of.month > per and charted(f) for f in usable),
    )


def _says_something(fact: CoverageFact) -> bool:
    return fact.pct_printed is not None or fact.active is not None or fact.denominator is not None


def _by_time(facts: Iterable[CoverageFact]) -> tuple[CoverageFact, ...]:
    return tuple(sorted(facts, key=lambda f: (f.as_of.month.ordinal if f.as_of.month else -1, f.as_of.day or 0)))


def _series(basis: str, facts: list[CoverageFact]) -> Series:
    """Join one figure a month: the more precise date, then the undisputed, then the one with counts."""
    months = dict.fromkeys(f.as_of.month for f in facts)
    vertices = [newest(f for f in facts if f.as_of.month == month and not f.disputed) for month in months]
    runs: list[list[CoverageFact]] = []
    for fact in filter(None, vertices):
        if runs and comparable(runs[-1][-1], fact):
            runs[-1].append(fact)
        else:
            runs.append([fact])
    return Series(basis, tuple(facts), tuple(tuple(run) for run in runs if len(run) > 1))


def _changes(dated: tuple[CoverageFact, ...]) -> tuple[BaseChange, ...]:
    found = []
    for i, (before, after) in enumerate(zip(dated, dated[1:], strict=False), 1):
        other_base = before.denominator and after.denominator and before.denominator != after.denominator
        if before.basis != after.basis or other_base:
            found.append(BaseChange(before, after, _counted(dated[:i], after)))
    return tuple(found)


def _counted(earlier: tuple[CoverageFact, ...], after: CoverageFact) -> CoverageFact | None:
    if after.active is None or after.disputed:
        return None
    return next((f for f in reversed(earlier) if f.active is not None and not f.disputed
                 and comparable_segments(f.segment_set, after.segment_set)), None)
