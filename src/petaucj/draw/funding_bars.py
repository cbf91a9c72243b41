"""Stacked bars of funding sources, as SVG: colour and pattern together, so that neither has to be told alone."""

from __future__ import annotations

from petaucj.draw import svg
from petaucj.views.funding_bars import Bar, FundingBarsView, Piece

WIDTH = 430
LEFT, ROW, THICK = 122.0, 25.0, 17.0
LETTER = 6.2

_LINE, _DOT = '<path d="{}" class="pattern-line"/>', '<circle cx="3" cy="3" r="1.2" class="pattern-dot"/>'
# One texture a fund; funds that often stand side by side get textures that differ most.
TEXTURES = {
    "district_budget": "", "palm_oil_share": "M0 6L6 0", "province_budget": "M0 3L6 3", "village_budget": "M3 0L3 6", "zakat": "dot",
    "civil_servants": "M0 0L6 6", "csr": "M0 6L6 0M0 0L6 6", "donation": "M0 3L6 3M3 0L3 6", "village_fund": "dot", "employer": "M0 3L6 3",
    "self_paid": "M0 6L6 0", "mixed": "M3 0L3 6", "unspecified": "M0 0L6 6", "not_protected": "M0 6L6 0",
}


def _texture(fund: str) -> str:
    shape = TEXTURES.get(fund, "")
    inner = _DOT if shape == "dot" else _LINE.format(shape)
    return f'<pattern id="tekstur-{fund}" width="6" height="6" patternUnits="userSpaceOnUse">{inner}</pattern>' if shape else ""


def _swatch(fund: str, x: float, y: float, width: float, height: float) -> str:
    box = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    over = f'<rect {box} fill="url(#tekstur-{fund})"/>' if TEXTURES.get(fund) else ""
    return f'<g class="fill-f-{fund.replace("_", "-")}"><rect {box} class="bar"/>{over}</g>'


def _label_inside(piece: Piece, x: float, y: float) -> str:
    width = LETTER * len(piece.label) + 6
    back = f'<rect x="{x + 2:.1f}" y="{y + 2:.1f}" width="{width:.1f}" height="{THICK - 4:.1f}" class="bar"/>'
    return f'<g class="fill-f-{piece.fund.replace("_", "-")}">{back}{svg.text(x + 5, y + 12.5, piece.label, 10.5, css="bar-text")}</g>'


def _inside(piece: Piece, per_person: float) -> bool:
    """Whether the piece is wide enough to carry its own number."""
    return LETTER * len(piece.label) + 10 <= piece.length * per_person


def _outside_width(bar: Bar, per_person: float) -> float:
    return sum(LETTER * len(piece.label) + 22 for piece in bar.pieces if not _inside(piece, per_person))


def _scale(view: FundingBarsView) -> float:
    """Return the pixels a person takes, so that every bar and the numbers behind it fit."""
    per_person = (WIDTH - LEFT) / view.longest if view.longest else 0.0
    for _ in range(3):
        for bar in view.bars:
            room = WIDTH - LEFT - 6 - _outside_width(bar, per_person)
            per_person = min(per_person, room / (bar.pieces[-1].start + bar.pieces[-1].length))
    return per_person


def _row(bar: Bar, per_person: float, y: float) -> list[str]:
    parts = [svg.text(0, y + 12.5, bar.name, 12, css="big" if bar.chosen else "")]
    for piece in bar.pieces:
        x = LEFT + piece.start * per_person
        parts.append(_swatch(piece.fund, x, y, max(1.5, piece.length * per_person - 1), THICK))
        if _inside(piece, per_person):
            parts.append(_label_inside(piece, x, y))
    x = LEFT + max(2.0, (bar.pieces[-1].start + bar.pieces[-1].length) * per_person) + 5
    for piece in (piece for piece in bar.pieces if not _inside(piece, per_person)):
        parts += [_swatch(piece.fund, x, y + 4, 9, 9), svg.text(x + 12, y + 12.5, piece.label, 10.5)]
        x += LETTER * len(piece.label) + 22
    return parts


def _legend(view: FundingBarsView) -> tuple[list[str], float]:
    """Return the legend above the bars and the height it takes."""
    parts, x, y = [], 0.0, 2.0
    for fund, name in view.legend:
        width = LETTER * len(name) + 32
        if x and x + width > WIDTH:
            x, y = 0.0, y + 18
        parts += [_swatch(fund, x, y, 16, 11), svg.text(x + 20, y + 9.5, name, 11)]
        x += width
    return parts, y + 24


def draw_funding_bars(view: FundingBarsView) -> str:
    """Return the bars on one scale, each piece with its own number; a short rule tells what length is how many people."""
    legend, top = _legend(view)
    per_person = _scale(view)
    textures = "".join(_texture(fund) for fund, _ in view.legend)
    parts = [f"<defs>{textures}</defs>", *legend]
    for i, bar in enumerate(view.bars):
        parts += _row(bar, per_person, top + ROW * i)
    bottom = top + ROW * len(view.bars) + 8
    parts += [svg.line(LEFT, bottom, LEFT + view.scale * per_person, bottom, "tick", 2),
              svg.text(LEFT + view.scale * per_person + 6, bottom + 4, view.scale_label, 10.5, css="muted")]
    return svg.picture(WIDTH, bottom + 10, parts)
