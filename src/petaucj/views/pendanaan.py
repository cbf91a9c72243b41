"""The room Pendanaan: who pays where, for one year and one status at a time."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.cover import years_of
from petaucj.domain.funding_records import FundingFact
from petaucj.domain.matrix import PART_OF_PROVINCE, Cell, Matrix, MatrixRow, funding_matrix
from petaucj.domain.records import PROVINCE
from petaucj.views.banding import Row, Table
from petaucj.views.funding_bars import fund_name
from petaucj.views.funding_note import period_words
from petaucj.views.phrases import Reader, listed, people
from petaucj.views.state import STATUSES, ViewState


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The matrix in words: title, sentence, table (districts, then the province apart), how to read it, and what its marks mean."""

    title: str
    sentence: str
    table: Table
    province: Row | None
    read: str
    notes: tuple[str, ...]
    absent: str


def chosen_year(atlas: Atlas, state: ViewState) -> int:
    """Return the year of the address, else the newest year with realised statements, else the newest of all."""
    if state.tahun is not None:
        return state.tahun
    return next(iter((*years_of(atlas, "realised"), *years_of(atlas))), 0)


def years_to_choose(atlas: Atlas, state: ViewState) -> tuple[int, ...]:
    """Return the years that have statements, newest first, and the year of the address even when it has none."""
    return tuple(sorted({*years_of(atlas), chosen_year(atlas, state)}, reverse=True))


def matrix_of(atlas: Atlas, state: ViewState) -> Matrix:
    """Return the matrix the address describes."""
    return funding_matrix(atlas, chosen_year(atlas, state), STATUSES[state.status])


def build_matrix(atlas: Atlas, matrix: Matrix, chosen: str, reader: Reader) -> MatrixView:
    """Return the matrix in the reader's words; ``chosen`` is the district to mark."""
    words = reader.words
    told = {"status": words(f"shared.status.{matrix.status}"), "year": matrix.year}
    said = [row for row in matrix.rows if row.cells]
    columns = (words("pendanaan.matrix.district"), *(fund_name(atlas, fund, reader) for fund in matrix.funds))
    rows = tuple(_row(matrix, row, atlas.district_by_code[row.area_code].name_short, row.area_code == chosen, reader) for row in matrix.rows)
    province = _row(matrix, matrix.province, words("pendanaan.matrix.province"), False, reader) if matrix.province.cells else None
    return MatrixView(
        title=words("pendanaan.matrix.title_gap", year=matrix.year) if matrix.status == "gap" else words("pendanaan.matrix.title", **told),
        sentence=_sentence(atlas, matrix, len(said), told, reader),
        table=Table(columns, rows if matrix.funds else (), tuple(range(1, len(columns)))), province=province,
        read=words("pendanaan.matrix.read") if matrix.funds else "", notes=tuple(_notes(atlas, matrix, reader)),
        absent=_absent(atlas, matrix, reader),
    )


def _sentence(atlas: Atlas, matrix: Matrix, count: int, told: dict[str, object], reader: Reader) -> str:
    if not matrix.funds:
        return _nothing(atlas, matrix, reader)
    if matrix.status == "gap":
        return reader.words("pendanaan.matrix.sentence_gap", count=count, year=matrix.year)
    return reader.words("pendanaan.matrix.sentence", count=count, funds=len(matrix.funds), **told)


def _nothing(atlas: Atlas, matrix: Matrix, reader: Reader) -> str:
    words = reader.words
    said = words("pendanaan.matrix.none", status=words(f"shared.status.{matrix.status}"), year=matrix.year)
    years = [str(year) for year in years_of(atlas, matrix.status)]
    return f"{said} {words('pendanaan.matrix.other_years', years=listed(years, reader))}" if years else said


def _row(matrix: Matrix, row: MatrixRow, name: str, chosen: bool, reader: Reader) -> Row:
    return Row((name, *(_cell(row.cell(fund), reader) for fund in matrix.funds)), chosen)


def marks_of(cell: Cell) -> str:
    """Return the signs of a cell: ‡ share of the province's number, * not one fund's own people, † carried over from earlier."""
    part = "‡" if cell.largest is not None and cell.largest.count_kind == PART_OF_PROVINCE else ""
    mixed = "*" if cell.largest is not None and not cell.drawn else ""
    return part + mixed + ("†" if cell.carried else "")


def _cell(cell: Cell | None, reader: Reader) -> str:
    if cell is None:
        return ""
    words, count = reader.words, len(cell.statements)
    if not cell.statements:
        return words("pendanaan.matrix.carried_only", year=min(fact.year for fact in cell.carried), mark=marks_of(cell))
    if cell.largest is None:
        return words("pendanaan.matrix.no_number", count=count) + marks_of(cell)
    return words("pendanaan.matrix.number", people=people(cell.largest.workers, reader) + marks_of(cell), count=count)


def _notes(atlas: Atlas, matrix: Matrix, reader: Reader) -> list[str]:
    words = reader.words
    cells = [(row.area_code, cell) for row in (*matrix.rows, matrix.province) for cell in row.cells]
    used = "".join(marks_of(cell) for _, cell in cells)
    notes: list[str] = []
    if "‡" in used:
        notes += [words("pendanaan.matrix.mark_part") + " " + _parts(matrix, reader)]
    if "*" in used:
        notes.append(words("pendanaan.matrix.mark_mixed"))
    if "†" in used:
        carried = [_carried(atlas, code, fact, reader) for code, cell in cells for fact in cell.carried]
        notes.append(f"{words('pendanaan.matrix.mark_carried')} {'; '.join(carried)}.")
    undated = sum(len(row.undated) for row in (*matrix.rows, matrix.province))
    if undated:
        notes.append(words("pendanaan.matrix.undated", count=undated, status=words(f"shared.status.{matrix.status}")))
    return notes


def _parts(matrix: Matrix, reader: Reader) -> str:
    """Return the sum of the shares beside the province's own number; the only sum there is, of one scheme in one year."""
    total, whole = sum(cell.largest.workers for cell in matrix.parts), matrix.province.cell(matrix.parts[0].funding_source)
    told = {"count": len(matrix.parts), "sum": people(total, reader)}
    if whole is None or whole.largest is None:
        return ""
    if whole.largest.workers == total:
        return reader.words("pendanaan.matrix.parts_equal", **told)
    return reader.words("pendanaan.matrix.parts_differ", province=people(whole.largest.workers, reader), **told)


def _carried(atlas: Atlas, code: str, fact: FundingFact, reader: Reader) -> str:
    words = reader.words
    name = atlas.district_by_code[code].name_short if code != PROVINCE else words("pendanaan.matrix.province")
    count = people(fact.workers, reader) if fact.workers is not None else words("pendanaan.matrix.no_people")
    return words("pendanaan.matrix.carried", district=name, fund=fund_name(atlas, fact.funding_source, reader), people=count,
                 period=period_words(fact, reader))


def _absent(atlas: Atlas, matrix: Matrix, reader: Reader) -> str:
    names = [rule.name.of(reader.language) for rule in atlas.funding_rules
             if rule.funding_source not in matrix.funds and (rule.funding_source == "not_protected") == (matrix.status == "gap")]
    if not matrix.funds or not names or matrix.status == "gap":
        return ""
    return reader.words("pendanaan.matrix.absent", funds=listed(names, reader))

