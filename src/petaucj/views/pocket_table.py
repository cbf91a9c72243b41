"""The table of all districts that a reader may sort, without ever ranking figures that do not compare."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.coverage import newest_coverage, percentage
from petaucj.domain.need import Need
from petaucj.domain.records import BASES, BASIS_LETTERS, CoverageFact
from petaucj.views.handout import Handout
from petaucj.views.map import AreaMark, MapView
from petaucj.views.occasion import Occasion
from petaucj.views.phrases import Reader, as_of_short, people, percent, rupiah_short

# Where a cell has nothing to sort by; it stays last in both directions.
LAST = 99
# A place in a column: the group that is never mixed with another, and the place within it.
Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SortRow:
    """One district: its cells, and for each column its sorting key."""

    code: str
    cells: tuple[str, ...]
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class SortTable:
    """Columns and rows in the order of the register; ``right`` are the columns of numbers, ``note`` says what compares, ``hint`` how to sort."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[SortRow, ...]
    right: tuple[int, ...]
    note: str
    hint: str


def build_sort_table(handouts: tuple[Handout, ...], view: MapView, occasion: Occasion) -> SortTable:
    """Return short name, coverage, letter of its basis, date, people missing and cost of a year for every district.

    Coverage is sorted within one basis only: figures of different bases are no ranking.
    """
    words = occasion.reader.words
    raw = [_raw(place, handout, mark, occasion) for place, (handout, mark) in enumerate(zip(handouts, view.marks, strict=True))]
    columns = tuple(words(f"saku.table.{name}") for name in ("district", "value", "basis", "date", "gap", "cost"))
    keys = [_keys([values[i] for _, values in raw]) for i in range(len(columns))]
    rows = tuple(SortRow(handout.code, cells, own) for handout, (cells, _), own in zip(handouts, raw, zip(*keys, strict=True), strict=True))
    return SortTable(words("saku.table.title"), columns, rows, (1, 4, 5), words("saku.table.note"), words("saku.table.hint"))


def _raw(place: int, handout: Handout, mark: AreaMark, occasion: Occasion) -> tuple[tuple[str, ...], tuple[tuple[int, object] | None, ...]]:
    """Return the cells of a district, and for each column (group, value), None without one."""
    reader, fact = occasion.reader, newest_coverage(occasion.atlas, handout.code, occasion.reader.per)
    gap, missing = _gap(handout, reader)
    bill = handout.plan.gap_bill
    cost = (rupiah_short(bill.twelve_months_idr, reader), (0, bill.twelve_months_idr)) if bill and bill.people else (reader.words("shared.none"), None)
    name = occasion.atlas.district_by_code[handout.code].name_short
    cells = (name, *_coverage(fact, mark, reader), gap, cost[0])
    if fact is None:
        return cells, ((0, place), None, None, None, missing, cost[1])
    letter = BASES.index(fact.basis)
    month = (0, fact.as_of.month) if fact.as_of.month else None
    return cells, ((0, place), (letter, percentage(fact)), (0, letter), month, missing, cost[1])


def _coverage(fact: CoverageFact | None, mark: AreaMark, reader: Reader) -> tuple[str, str, str]:
    none = reader.words("shared.none")
    if fact is None:
        return none, none, none
    shown = " ".join(part for part in (percent(percentage(fact), reader), mark.mark) if part)
    return shown, fact.letter, as_of_short(fact.as_of, reader)


def _gap(handout: Handout, reader: Reader) -> tuple[str, tuple[int, int] | None]:
    found = handout.plan.need
    if not isinstance(found, Need):
        return reader.words("shared.none"), None
    letter = BASIS_LETTERS[handout.plan.plan.base.basis]
    if found.missing:
        return f"{people(found.missing, reader)} {letter}", (0, found.missing)
    return f"{reader.words('saku.table.surplus', people=people(found.surplus, reader))} {letter}", (0, -found.surplus)


def _keys(values: list[tuple[int, object] | None]) -> list[Key]:
    """Return for each value its group and its place among the values of that group, equal ones sharing a place."""
    held = [value for value in values if value]
    places = {group: sorted({value for other, value in held if other == group}) for group in {group for group, _ in held}}
    return [(value[0], places[value[0]].index(value[1])) if value else (LAST, 0) for value in values]
