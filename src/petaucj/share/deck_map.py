"""The map as native shapes, one a district, named and described; beside it every district's figure as text, and the legend."""

from __future__ import annotations

from math import hypot

from pptx.enum.dml import MSO_PATTERN
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Inches
from shapely import Polygon
from shapely import box as rectangle

from petaucj.draw.palette import LIGHT, fills, ink_on
from petaucj.draw.shapes import Outline, outlines
from petaucj.share.deck_charts import coloured
from petaucj.share.deck_legend import ROW, add_swatch, draw_legend, legend_height
from petaucj.share.deck_text import SMALLEST, Box, Line, add_text, clean, colour_of, described, fill, fixed, height_of, plain_shape, width_of
from petaucj.text.words import words_in
from petaucj.views.map import AreaMark, LegendEntry, MapView

COLOURS = fills(LIGHT)
# The drawing's own steps: hundredths of a kilometre, whole numbers as the format wants them.
STEPS = 100
# A digit stands this high in its size; so much of a label must lie on its own district.
DIGITS, WITHIN = 0.74, 0.97
# Where a label may stand when its usual place is too narrow, in half lengths of its longer side.
TRIES = (0.0, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75)
LIST_SPACE = 2.0
COLUMNS = 3


def draw_map(slide: Slide, box: Box, view: MapView, language: str) -> None:
    """Draw the districts as large as the place allows; the chosen one last, so that its outline is whole."""
    held = outlines()
    scale = min(box.width / held.width, box.height / held.height)
    left, top = box.left + box.width - held.width * scale, box.top + (box.height - held.height * scale) / 2
    labels = {mark.code: _label_of(mark, held.areas[mark.code], scale) for mark in view.marks}
    # What is drawn later covers what came before: labelled districts come late, the chosen one last.
    for mark in sorted(view.marks, key=lambda mark: (mark.chosen, labels[mark.code] is not None)):
        shape = _area(slide, held.areas[mark.code], left, top, scale)
        described(shape, mark.spoken, f"{mark.code} {mark.spoken.partition(':')[0]}")
        _paint(shape, mark)
        if labels[mark.code]:
            _label(shape, held.areas[mark.code], labels[mark.code], _value(mark), ink_on(COLOURS.get(mark.fill, LIGHT.hatch_ground)), language)


def _value(mark: AreaMark) -> str:
    return clean(" ".join(filter(None, (mark.value, mark.letter))))


def _label_of(mark: AreaMark, outline: Outline, scale: float) -> tuple[float, float] | None:
    """Return where the value of a district stands, None where it has none or no room for it."""
    return label_place(outline, (width_of(_value(mark), SMALLEST, True) / scale, SMALLEST * DIGITS / 72 / scale)) if mark.value else None


def label_place(outline: Outline, size: tuple[float, float]) -> tuple[float, float] | None:
    """Return the middle of a label ``size`` kilometres large that lies within a district, near its own label place; None where it has no room."""
    ground = Polygon(max(outline.rings, key=lambda ring: Polygon(ring).area)).buffer(0)
    enough = size[0] * size[1] * WITHIN
    across, down = size[0] / 2, size[1] / 2
    (x, y), reach = outline.label, max(size) / 2
    steps = sorted(((dx, dy) for dx in TRIES for dy in TRIES), key=lambda step: hypot(*step))
    found = ((x + dx * reach, y + dy * reach) for dx, dy in steps)
    return next(((u, v) for u, v in found if ground.intersection(rectangle(u - across, v - down, u + across, v + down)).area >= enough), None)


def _area(slide: Slide, outline: Outline, left: float, top: float, scale: float) -> Shape:
    """Add one freeform with all the islands of a district."""
    rings = [[(round(x * STEPS), round(y * STEPS)) for x, y in ring] for ring in outline.rings]
    xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
    west, north, east, south = min(xs), min(ys), max(xs), max(ys)
    # The library looks through all points for each point; it gets the four corners, and the outline is written at once.
    builder = slide.shapes.build_freeform(west, north, scale=Inches(1) * scale / STEPS)
    builder.add_line_segments(((east, north), (east, south), (west, south)), close=True)
    shape = builder.convert_to_shape(Inches(left), Inches(top))
    path = next(shape._element.spPr.iter(qn("a:path")))
    pieces = "".join(_ring([(x - west, y - north) for x, y in ring]) for ring in rings)
    path.getparent().replace(path, parse_xml(f'<a:path {nsdecls("a")} w="{east - west}" h="{south - north}">{pieces}</a:path>'))
    return shape


def _ring(points: list[tuple[int, int]]) -> str:
    (x, y), *more = points[:-1]
    lines = "".join(f'<a:lnTo><a:pt x="{u}" y="{v}"/></a:lnTo>' for u, v in more)
    return f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>{lines}<a:close/>'


def _paint(shape: Shape, mark: AreaMark) -> None:
    """Colour a district by its class; without a figure it is hatched, never coloured."""
    plain_shape(shape)
    paint(shape, mark.fill)
    coloured(shape.line, LIGHT.ink if mark.chosen else LIGHT.ground if mark.fill in COLOURS else LIGHT.hatch, 2.5 if mark.chosen else 0.75)


def paint(shape: Shape, key: str) -> None:
    """Fill a shape with a named colour; with a hatch where there is none of that name."""
    if key in COLOURS:
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour_of(COLOURS[key])
        return
    shape.fill.patterned()
    shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    shape.fill.fore_color.rgb, shape.fill.back_color.rgb = colour_of(LIGHT.hatch), colour_of(LIGHT.hatch_ground)


def _label(shape: Shape, outline: Outline, centre: tuple[float, float], words: str, ink: str, language: str) -> None:
    """Write the value into a district around its own place, not around the middle of its islands; it moves and grows with the shape."""
    frame = shape.text_frame
    fixed(frame, MSO_ANCHOR.MIDDLE)
    frame.word_wrap = False
    fill(frame, (Line(words, SMALLEST, ink, bold=True, align="middle"),), language)
    xs, ys = zip(*(point for ring in outline.rings for point in ring), strict=True)
    x, y = (centre[0] - min(xs)) / (max(xs) - min(xs)), (centre[1] - min(ys)) / (max(ys) - min(ys))
    wide, high = min(x, 1 - x), min(y, 1 - y)
    edges = (("w", x - wide, "l"), ("h", y - high, "t"), ("w", x + wide, "r"), ("h", y + high, "b"))
    geometry = shape._element.spPr.find(qn("a:custGeom"))
    guides = "".join(f'<a:gd name="label{side}" fmla="*/ {of} {round(share * 10000)} 10000"/>' for of, share, side in edges)
    geometry.replace(geometry.find(qn("a:gdLst")), parse_xml(f'<a:gdLst {nsdecls("a")}>{guides}</a:gdLst>'))
    for side in "ltrb":
        geometry.find(qn("a:rect")).set(side, f"label{side}")


def list_height(view: MapView, columns: int = COLUMNS) -> float:
    """Return how high the list of all districts stands."""
    return height_of([Line("", SMALLEST, before=LIST_SPACE)] * -(-len(view.marks) // columns), 1.0)


def draw_list(slide: Slide, box: Box, view: MapView, language: str, columns: int = COLUMNS) -> float:
    """Write every district with its figure, letter and signs, in columns read downward; return where they end."""
    rows, high = -(-len(view.marks) // columns), list_height(view, columns)
    width = (box.width - 0.3 * (columns - 1)) / columns
    for column in range(columns):
        marks = view.marks[column * rows:(column + 1) * rows]
        lines = [Line(mark.name, SMALLEST, bold=mark.chosen, before=LIST_SPACE if i else 0.0) for i, mark in enumerate(marks)]
        name = f"{words_in(language)('deck.list')} {column + 1}"
        shape = add_text(slide, Box(box.left + column * (width + 0.3), box.top, width, high), lines, language, name)
        for paragraph, mark in zip(shape.text_frame.paragraphs, marks, strict=False):
            _tabbed(paragraph, width)
            run = paragraph.add_run()
            run.text = "\t" + clean(" ".join(filter(None, (mark.value or words_in(language)("deck.value_none"), mark.letter, mark.mark))))
            run.font.size, run.font.bold = paragraph.runs[0].font.size, mark.chosen or None
            run.font.language_id = paragraph.runs[0].font.language_id
            run.font.color.rgb = colour_of(LIGHT.ink)
    return box.top + high


def _tabbed(paragraph: object, width: float) -> None:
    """Let what follows a tab end at the right edge."""
    tabs = parse_xml(f'<a:tabLst {nsdecls("a")}><a:tab pos="{Inches(width)}" algn="r"/></a:tabLst>')
    paragraph._p.get_or_add_pPr().append(tabs)


def map_legend_height(view: MapView, width: float) -> float:
    """Return how high the legend of the map stands within ``width``."""
    return legend_height(_entries(view.legend), width)


def draw_map_legend(slide: Slide, box: Box, entries: tuple[LegendEntry, ...], language: str) -> float:
    """Draw the legend of the map; return where it ends."""
    return draw_legend(slide, box, _entries(entries), language, _swatch)


def _entries(entries: tuple[LegendEntry, ...]) -> list[tuple[str | None, str]]:
    # Letters are told by their own words: the map writes them, so a swatch would say nothing.
    return [(None if " letter-" in entry.swatch else entry.swatch, entry.label) for entry in entries]


def _swatch(slide: Slide, box: Box, key: str, words: str, language: str) -> None:
    if key.startswith("="):
        add_text(slide, Box(box.left, box.top - 0.05, box.width, ROW), (Line(key[1:], SMALLEST, bold=True, align="middle"),), language, words)
        return
    swatch = add_swatch(slide, box, words)
    paint(swatch, key)
    coloured(swatch.line, LIGHT.rule, 0.75)
