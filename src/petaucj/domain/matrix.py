"""Who pays where: districts by funding sources, for one year and one status at a time (facts README, "If anything is added up at all")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.cover import COUNTABLE
from petaucj.domain.funding_records import FundingFact
from petaucj.domain.records import PROVINCE

PART_OF_PROVINCE = "part_of_3000"
_ONE_NUMBER = COUNTABLE | {"gap"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said of one fund in one area, year and status.

    ``largest`` is the statement with the largest single number, None when none prints one; numbers
    are never added, because one scheme is often reported several times. ``carried`` are statements
    that began in an earlier year and reach into this one.
    """

    area_code: str
    funding_source: str
    statements: tuple[FundingFact, ...]
    carried: tuple[FundingFact, ...]
    largest: FundingFact | None

    @property
    def drawn(self) -> bool:
        """Whether the largest number counts the people of one fund alone, so that a bar may show it."""
        return self.largest is not None and self.largest.count_kind in _ONE_NUMBER


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One area: its cells by fund, in display order, and the statements of it that name no year."""

    area_code: str
    cells: tuple[Cell, ...]
    undated: tuple[FundingFact, ...]

    def cell(self, fund: str) -> Cell | None:
        """Return the cell of a fund, or None when nothing is said of it."""
        return next((cell for cell in self.cells if cell.funding_source == fund), None)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The districts (19, register order), the province apart, and the funds anything is said of, in display order."""

    year: int
    status: str
    funds: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    province: MatrixRow

    @property
    def parts(self) -> tuple[Cell, ...]:
        """The district cells whose number is a share of the province's scheme: the same people as in the province row."""
        cells = (cell for row in self.rows for cell in row.cells)
        return tuple(c for c in cells if c.largest is not None and c.largest.count_kind == PART_OF_PROVINCE)


def last_year(fact: FundingFact) -> int | None:
    """Return the last year a statement speaks of: of its known cover, else of its period; None when it names none."""
    if fact.cover_end is not None:
        return fact.cover_end.year
    text = fact.period_end or fact.period_start
    return int(text[:4]) if text else None


def funding_matrix(atlas: Atlas, year: int, status: str) -> Matrix:
    """Return who pays where, for one year and one status ("realised", "planned" or "gap")."""
    order = [rule.funding_source for rule in atlas.funding_rules]
    order += sorted({fact.funding_source for fact in atlas.funding} - set(order))
    rows = tuple(_row(atlas, district.code, year, status, order) for district in atlas.districts)
    province = _row(atlas, PROVINCE, year, status, order)
    said = {cell.funding_source for row in (*rows, province) for cell in row.cells}
    return Matrix(year, status, tuple(fund for fund in order if fund in said), rows, province)


def _row(atlas: Atlas, code: str, year: int, status: str, order: Iterable[str]) -> MatrixRow:
    mine = [fact for fact in atlas.funding_by_area.get(code, ()) if fact.status == status]
    cells = (_cell(code, fund, [fact for fact in mine if fact.funding_source == fund], year) for fund in order)
    return MatrixRow(code, tuple(c for c in cells if c.statements or c.carried), tuple(f for f in mine if f.year is None))


def _cell(code: str, fund: str, facts: list[FundingFact], year: int) -> Cell:
    statements = tuple(fact for fact in facts if fact.year == year)
    carried = tuple(fact for fact in facts if fact.year is not None and fact.year < year <= last_year(fact))
    numbered = [fact for fact in statements if fact.workers is not None]
    largest = max(numbered, key=lambda fact: (fact.count_kind in _ONE_NUMBER, not fact.spans_years, fact.workers), default=None)
    return Cell(code, fund, statements, carried, largest)
