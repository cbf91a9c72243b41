"""Pendanaan in detail: the rupiah printed, the statements behind one area, and each funding source explained."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.funding_records import FundingFact, FundingSourceRule
from petaucj.domain.matrix import Matrix, MatrixRow
from petaucj.domain.records import PROVINCE
from petaucj.views.banding import NamedNotes, Row, Table
from petaucj.views.evidence import FigureNote, SourceNote, build_source_note
from petaucj.views.funding_bars import fund_name
from petaucj.views.funding_note import build_funding_note
from petaucj.views.phrases import Reader, people, rupiah

# Nobody can tell whether these are public money; and people without cover are no fund at all.
_KINDS = {"mixed": "unclear", "unspecified": "unclear", "not_protected": "no_fund"}
RUPIAH_KINDS = ("paid", "budget", "transfer", "cumulative", "other")


@dataclass(frozen=True, slots=True)
class RupiahView:
    """The amounts printed, one row a statement, kinds in columns of their own; ``sentence`` when there is none."""

    title: str
    sentence: str
    table: Table
    evidence: NamedNotes | None


def build_rupiah(atlas: Atlas, matrix: Matrix, chosen: str, reader: Reader) -> RupiahView:
    """Return every amount printed for a year and status; paid, budget and transfer never share a column."""
    words = reader.words
    told = {"status": words(f"shared.status.{matrix.status}"), "year": matrix.year}
    facts = [fact for row in (*matrix.rows, matrix.province) for cell in row.cells for fact in cell.statements if fact.contribution_idr is not None]
    used = [kind for kind in RUPIAH_KINDS if any((fact.contribution_kind or "other") == kind for fact in facts)]
    columns = (words("pendanaan.matrix.district"), *(words(f"pendanaan.rupiah.{name}") for name in ("fund", "group", "people", "months", *used)))
    rows = tuple(Row(_rupiah_cells(atlas, fact, used, reader), fact.area_code == chosen) for fact in facts)
    notes = tuple((area_name(atlas, fact.area_code, reader), build_funding_note(atlas, fact, reader)) for fact in facts)
    evidence = NamedNotes(words("pendanaan.rupiah.evidence", count=sum(len(n.sources) for _, n in notes)), notes) if facts else None
    return RupiahView(words("pendanaan.rupiah.title", **told), words(f"pendanaan.rupiah.{'explain' if facts else 'none'}", **({} if facts else told)),
                      Table(columns, rows, (3, 4, *range(5, len(columns)))), evidence)


def _rupiah_cells(atlas: Atlas, fact: FundingFact, used: list[str], reader: Reader) -> tuple[str, ...]:
    nothing = reader.words("shared.none")
    amounts = (rupiah(fact.contribution_idr, reader) if (fact.contribution_kind or "other") == kind else "" for kind in used)
    return (area_name(atlas, fact.area_code, reader), fund_name(atlas, fact.funding_source, reader),
            fact.group.of(reader.language) or nothing, people(fact.workers, reader) if fact.workers is not None else nothing,
            str(fact.months_funded) if fact.months_funded else nothing, *amounts)


def area_name(atlas: Atlas, code: str, reader: Reader) -> str:
    """Return the short name of a district, or of the province."""
    return reader.words("pendanaan.matrix.province") if code == PROVINCE else atlas.district_by_code[code].name_short


@dataclass(frozen=True, slots=True)
class AreaStatements:
    """The statements behind one area's cells: per fund a heading and its notes; ``sentence`` when there is none."""

    title: str
    sentence: str
    groups: tuple[tuple[str, tuple[FigureNote, ...]], ...]
    room: str


def build_statements(atlas: Atlas, matrix: Matrix, row: MatrixRow, reader: Reader) -> AreaStatements:
    """Return every statement of one area for the year and status, those carried into the year, and those without a year."""
    words = reader.words
    name = area_name(atlas, row.area_code, reader)
    district = atlas.district_by_code.get(row.area_code)
    told = {"district": district.name if district else name, "status": words(f"shared.status.{matrix.status}"), "year": matrix.year}
    groups = [(words("pendanaan.district.statements", fund=fund_name(atlas, cell.funding_source, reader), count=len(cell.statements)),
               cell.statements)
              for cell in row.cells if cell.statements]
    groups.append((words("pendanaan.district.carried", year=matrix.year), tuple(fact for cell in row.cells for fact in cell.carried)))
    groups.append((words("pendanaan.district.undated"), row.undated))
    kept = tuple((head, tuple(_note(atlas, fact, reader) for fact in facts)) for head, facts in groups if facts)
    return AreaStatements(
        title=words("pendanaan.district.title", **told), sentence="" if row.cells else words("pendanaan.district.none", **told), groups=kept,
        room=words("pendanaan.district.room", district=district.name) if district else words("pendanaan.district.province", count=_count(row)),
    )


def _count(row: MatrixRow) -> int:
    return sum(len(cell.statements) + len(cell.carried) for cell in row.cells) + len(row.undated)


def _note(atlas: Atlas, fact: FundingFact, reader: Reader) -> FigureNote:
    return build_funding_note(atlas, fact, reader)


@dataclass(frozen=True, slots=True)
class FundExplained:
    """One funding source: whom it may pay for, its limits, legal basis, months seen, caveat, and where that is said."""

    name: str
    kind: str
    lines: tuple[tuple[str, str], ...]
    sources: tuple[SourceNote, ...]


def build_funds(atlas: Atlas, reader: Reader) -> tuple[FundExplained, ...]:
    """Return every funding source in display order; what is not known is said to be unknown."""
    return tuple(_fund(atlas, rule, reader) for rule in atlas.funding_rules)


def _fund(atlas: Atlas, rule: FundingSourceRule, reader: Reader) -> FundExplained:
    words, language = reader.words, reader.language
    parts = {"who": rule.who.of(language), "limits": rule.limits.of(language), "legal_basis": rule.legal_basis,
             "months_seen": rule.months_seen, "caveat": rule.caveat.of(language)}
    kind = _KINDS.get(rule.funding_source) or ("public" if rule.public_money else "private")
    asked = ("who", "limits") if kind == "no_fund" else ("who", "limits", "legal_basis")
    heads = {"who": "group"} if kind == "no_fund" else {}
    lines = tuple((words(f"pendanaan.fund.{heads.get(name, name)}"), said or words("pendanaan.fund.unknown"))
                  for name, said in parts.items() if said or name in asked)
    sources = tuple(build_source_note(atlas.sources[key], "", reader) for key in rule.source_ids)
    return FundExplained(rule.name.of(language), words(f"pendanaan.fund.{kind}"), lines, sources)
