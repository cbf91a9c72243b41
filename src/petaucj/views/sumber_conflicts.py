"""Every conflict: those people wrote down, and those arithmetic finds."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.conflicts import BaseHistory, Mismatch, OutletDifference, RupiahCheck
from petaucj.domain.records import Conflict
from petaucj.views.phrases import Reader
from petaucj.views.sumber import Cell, Grid, area_name, area_order, source_cell
from petaucj.views.sumber_findings import base_grid, mismatch_grid, outlet_grid, rupiah_grid


@dataclass(frozen=True, slots=True)
class WrittenConflict:
    """One conflict in words: its kind, what disagrees, the documents."""

    kind: str
    summary: str
    sources: Cell


@dataclass(frozen=True, slots=True)
class ConflictGroup:
    """The written conflicts of one area."""

    title: str
    conflicts: tuple[WrittenConflict, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of computed conflict: its title, how it was found, and the table (no rows: nothing was found).

    ``listed`` asks for a list, because the second of two columns is a long chain.
    """

    title: str
    explanation: str
    grid: Grid
    listed: bool = False


@dataclass(frozen=True, slots=True)
class ConflictsView:
    """All conflicts, or those of a chosen district: one summary, the written ones, the computed ones."""

    summary: str
    groups: tuple[ConflictGroup, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The computed conflicts a view is built from, as ``domain.conflicts`` returns them; ``rupiah`` None without a rate."""

    mismatches: tuple[Mismatch, ...]
    outlets: tuple[OutletDifference, ...]
    bases: tuple[BaseHistory, ...]
    rupiah: tuple[RupiahCheck, ...] | None


def build_conflicts_view(atlas: Atlas, found: Found, code: str, reader: Reader) -> ConflictsView:
    """Return the conflicts of all areas, or of one district when ``code`` names it."""
    def mine(area: str) -> bool:
        return code in ("", area)

    written = [c for c in atlas.conflicts if mine(c.area_code)]
    kept = Found(
        tuple(m for m in found.mismatches if mine(m.fact.area_code)), tuple(o for o in found.outlets if mine(o.area_code)),
        tuple(b for b in found.bases if mine(b.area_code)),
        None if found.rupiah is None else tuple(r for r in found.rupiah if mine(r.fact.area_code)),
    )
    computed = len(kept.mismatches) + len(kept.outlets) + len(kept.bases) + sum(
        check.difference != 0 and not check.rounded for check in kept.rupiah or ())
    key = "sumber.conflicts.summary_area" if code else "sumber.conflicts.summary"
    told = {"district": area_name(atlas, code, reader)} if code else {}
    summary = reader.words(key, written=len(written), computed=computed, **told)
    return ConflictsView(summary, _groups(atlas, written, reader), _findings(atlas, kept, reader))


def _groups(atlas: Atlas, conflicts: list[Conflict], reader: Reader) -> tuple[ConflictGroup, ...]:
    codes = sorted({c.area_code for c in conflicts}, key=lambda code: area_order(atlas, code))
    return tuple(
        ConflictGroup(area_name(atlas, code, reader), tuple(_written(atlas, c, reader) for c in conflicts if c.area_code == code))
        for code in codes
    )


def _written(atlas: Atlas, conflict: Conflict, reader: Reader) -> WrittenConflict:
    facts = [f for f in (*atlas.coverage, *atlas.funding, *atlas.benefits) if f.fact_key in conflict.fact_keys]
    ids = conflict.source_ids or tuple(piece.source_id for fact in facts for piece in fact.evidence)
    return WrittenConflict(reader.words(f"sumber.kind.{conflict.kind}"), conflict.summary.of(reader.language), source_cell(atlas, ids))


def _findings(atlas: Atlas, found: Found, reader: Reader) -> tuple[Finding, ...]:
    words = reader.words
    findings = [
        _finding("mismatch", mismatch_grid(atlas, found.mismatches, reader), reader),
        _finding("outlets", outlet_grid(atlas, found.outlets, reader), reader),
        _finding("base", base_grid(atlas, found.bases, reader), reader),
    ]
    if found.rupiah is None:
        return (*findings, Finding(words("sumber.rupiah.title"), words("sumber.rupiah.no_rate"), Grid((), ())))
    return (*findings, _finding("rupiah", rupiah_grid(atlas, found.rupiah, reader), reader))


def _finding(name: str, grid: Grid, reader: Reader) -> Finding:
    words = reader.words
    told = words(f"sumber.{name}.explanation") if grid.rows else words("sumber.conflicts.nothing", what=words(f"sumber.{name}.title"))
    return Finding(words(f"sumber.{name}.title"), told, grid, listed=name == "base")
