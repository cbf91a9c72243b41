"""Stacked bars of who pays: one row a district, one piece a fund, never a total."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.matrix import Matrix, MatrixRow
from petaucj.views.phrases import Reader, listed, people


@dataclass(frozen=True, slots=True)
class Piece:
    """One fund's piece of a bar: where it starts and how long it is, in people, and its number in words."""

    fund: str
    start: float
    length: float
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One district's bar."""

    name: str
    pieces: tuple[Piece, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class FundingBarsView:
    """The bars in register order, the longest of them in people, legend (fund, name), a scale to read lengths by, and the words.

    The pieces stand side by side to show parts; how far they overlap is unknown, so no total is
    printed and no axis invites to read one.
    """

    title: str
    bars: tuple[Bar, ...]
    longest: float
    legend: tuple[tuple[str, str], ...]
    scale: float
    scale_label: str
    note: str
    alt: str
    missing: str


def fund_name(atlas: Atlas, fund: str, reader: Reader) -> str:
    """Return the name of a funding source."""
    rule = next((rule for rule in atlas.funding_rules if rule.funding_source == fund), None)
    return rule.name.of(reader.language) if rule else fund


def build_funding_bars(atlas: Atlas, matrix: Matrix, chosen: str, reader: Reader) -> FundingBarsView:
    """Return the bars of a matrix: the largest single number of each fund that counts its people alone."""
    words = reader.words
    bars = tuple(bar for row in matrix.rows if (bar := _bar(atlas, row, chosen, reader)).pieces)
    drawn = {piece.fund for bar in bars for piece in bar.pieces}
    longest = max((bar.pieces[-1].start + bar.pieces[-1].length for bar in bars), default=0.0)
    scale = _round_length(longest)
    told = {"year": matrix.year, "status": words(f"shared.status.{matrix.status}")}
    without = [atlas.district_by_code[row.area_code].name_short for row in matrix.rows if not any(cell.drawn for cell in row.cells)]
    title = words("pendanaan.bars.title_gap", year=matrix.year) if matrix.status == "gap" else words("pendanaan.bars.title", **told)
    said = [words("pendanaan.bars.alt_row", district=bar.name,
                  parts=listed([f"{fund_name(atlas, p.fund, reader)} {p.label}" for p in bar.pieces], reader)) for bar in bars]
    return FundingBarsView(
        title=title, bars=bars, longest=longest,
        legend=tuple((fund, fund_name(atlas, fund, reader)) for fund in matrix.funds if fund in drawn),
        scale=scale, scale_label=words("pendanaan.bars.scale", people=people(int(scale), reader)),
        note=words("pendanaan.bars.note_gap" if matrix.status == "gap" else "pendanaan.bars.note") if bars else words("pendanaan.bars.none", **told),
        alt=". ".join([title, *said]),
        missing=words("pendanaan.bars.missing", count=len(without), names=listed(without, reader)) if without and bars else "",
    )


def _bar(atlas: Atlas, row: MatrixRow, chosen: str, reader: Reader) -> Bar:
    pieces: list[Piece] = []
    start = 0.0
    for cell in row.cells:
        if cell.drawn and cell.largest.workers:
            pieces.append(Piece(cell.funding_source, start, float(cell.largest.workers), people(cell.largest.workers, reader)))
            start += cell.largest.workers
    return Bar(atlas.district_by_code[row.area_code].name_short, tuple(pieces), row.area_code == chosen)


def _round_length(longest: float) -> float:
    """Return the largest of 1, 2, 5, 10, 20, … people that is at most a quarter of the longest bar."""
    step = 1.0
    for power in range(8):
        for leading in (1, 2, 5):
            if leading * 10**power <= longest / 4:
                step = float(leading * 10**power)
    return step
