"""One step of the story on one slide: heading, the one message, its picture or table, what stands beside it, the speaker's notes."""

from __future__ import annotations

from collections.abc import Iterable

from pptx.slide import Slide

from petaucj.draw.palette import LIGHT
from petaucj.share.deck_charts import draw_bars, draw_gauge
from petaucj.share.deck_look import BOTTOM, INNER, MARGIN, MESSAGE, MESSAGE_IDX, WIDTH
from petaucj.share.deck_map import draw_list, draw_map, draw_map_legend, list_height, map_legend_height
from petaucj.share.deck_numbers import GUTTER, draw_number_row, draw_numbers
from petaucj.share.deck_page import Teller, add_notes, add_slide, without_message
from petaucj.share.deck_projection import draw_projection
from petaucj.share.deck_table import draw_table, pages_of
from petaucj.share.deck_text import SMALLEST, Box, Line, add_text, fill, height_of, largest
from petaucj.text.words import words_in
from petaucj.views.bars import BarsView
from petaucj.views.gauge import GaugeView
from petaucj.views.map import MapView
from petaucj.views.plan_projection import ProjectionView
from petaucj.views.story import Step

MESSAGE_SIZES = (32, 30, 28, 26, 24, 22, 20)
ALONE_SIZES = (40, 36, *MESSAGE_SIZES)
LINE_SIZE, SIDE = 16, 3.35
MAP_WIDTH = 4.53
BELOW, AIR = 0.2, 0.12


def add_step(teller: Teller, step: Step) -> None:
    """Add the slide of a step, and further ones only where a table has more rows than a slide holds."""
    slide = add_slide(teller, step.title, step.source)
    drawn = isinstance(step.picture, MapView)
    width = INNER - MAP_WIDTH - 0.3 if drawn else INNER
    room = _room_beside_map(step, width, teller.language) if drawn else 1.5 if _shown(step.picture) or step.table else 3.0 if step.numbers else 4.5
    top = _message(slide, teller, step.message, width, room, MESSAGE_SIZES if room < 3 or drawn else ALONE_SIZES) + BELOW
    box = Box(MARGIN, top, width, BOTTOM - top)
    if drawn:
        _mapped(slide, teller, step, box)
    else:
        _told(slide, teller, step, box)
    add_notes(slide, teller, step.notes)


def _shown(picture: object) -> bool:
    """Whether there is a picture to draw: a gauge without a value is said in words alone."""
    return picture is not None and not (isinstance(picture, GaugeView) and picture.value is None)


def _message(slide: Slide, teller: Teller, message: str, width: float, height: float, sizes: tuple[int, ...]) -> float:
    """Write the one message as large as its place allows; return where it ends."""
    size = largest(message, sizes, width, height)
    line, held = Line(message, size), slide.placeholders[MESSAGE_IDX]
    needed = height_of((line,), width)
    held.left, held.top, held.width, held.height = Box(MARGIN, MESSAGE.top, width, needed).emu
    fill(held.text_frame, (line,), teller.language)
    return MESSAGE.top + needed


def _room_beside_map(step: Step, width: float, language: str) -> float:
    """Return how high the message may stand, so that list, legend and lines below it keep their place."""
    below = list_height(step.picture) + map_legend_height(step.picture, width) + height_of(_lines(step.lines, SMALLEST), width) + BELOW + 2 * AIR
    return BOTTOM - MESSAGE.top - below


def _mapped(slide: Slide, teller: Teller, step: Step, box: Box) -> None:
    """The map at the right, tall; list, legend and lines below the message."""
    view, language = step.picture, teller.language
    end = draw_list(slide, box, view, language)
    end = draw_map_legend(slide, Box(box.left, end + AIR, box.width, 0), view.legend, language)
    draw_map(slide, Box(WIDTH - MARGIN - MAP_WIDTH, 0.42, MAP_WIDTH, BOTTOM - 0.42), view, language)
    lines = _lines(step.lines, SMALLEST)
    if lines:
        add_text(slide, Box(box.left, end + AIR, box.width, height_of(lines, box.width)), lines, language, words_in(language)("deck.lines"))


def _told(slide: Slide, teller: Teller, step: Step, box: Box) -> None:
    """Numbers at the right of a picture (in a row where there is none), lines at the foot, the picture and the table in what is left."""
    lines = _lines(step.lines, LINE_SIZE)
    drawn = _shown(step.picture)
    if step.numbers and drawn:
        draw_numbers(slide, Box(WIDTH - MARGIN - SIDE, box.top, SIDE, box.height), step.numbers, teller.language)
        box = Box(box.left, box.top, box.width - SIDE - GUTTER, box.height)
    elif step.numbers:
        used = draw_number_row(slide, Box(box.left, box.top + 0.3, box.width, 0), step.numbers, teller.language)
        box = Box(box.left, used + 0.3, box.width, box.bottom - used - 0.3)
    if lines:
        high = height_of(lines, box.width)
        # The lines follow what they belong to, at the latest at the foot.
        top = min(box.bottom - high, box.top + (box.height if step.table else _wanted(step.picture) + 0.3 if drawn else 0.0))
        add_text(slide, Box(box.left, top, box.width, high), lines, teller.language, words_in(teller.language)("deck.lines"))
        box = Box(box.left, box.top, box.width, box.height - high - 0.2)
    if step.table:
        box = _tabled(slide, teller, step, box, drawn)
    if drawn:
        _drawn(slide, teller, step.picture, box, step.message)


def _lines(lines: Iterable[str], size: float) -> list[Line]:
    return [Line(line, size, LIGHT.muted, before=3.0 if i else 0.0) for i, line in enumerate(lines)]


def _tabled(slide: Slide, teller: Teller, step: Step, box: Box, drawn: bool) -> Box:
    """Draw the table at the foot below a picture, or alone; rows beyond the slide go on to the next. Return what is left above it."""
    pages = pages_of(step.table, box.width, box.height * (0.5 if drawn else 1.0))
    (table, size), *rest = pages
    if drawn:
        end = draw_table(slide, box, table, size, teller.language, step.title)
        high = end - box.top
        slide.shapes[-1].top += Box(0, box.height - high, 0, 0).emu[1]
        box = Box(box.left, box.top, box.width, box.height - high - 0.25)
    else:
        draw_table(slide, box, table, size, teller.language, step.title)
    for i, (table, size) in enumerate(rest, 2):
        more = add_slide(teller, words_in(teller.language)("deck.page", title=step.title, page=i, pages=len(pages)), step.source)
        without_message(more)
        draw_table(more, Box(MARGIN, MESSAGE.top + 0.1, INNER, BOTTOM - MESSAGE.top), table, size, teller.language, step.title)
        add_notes(more, teller, step.notes)
    return box


def _wanted(view: object) -> float:
    """Return how high a picture stands at most: few bars must not become slabs."""
    if isinstance(view, BarsView):
        return 0.5 + 0.9 * len(view.items)
    return 1.1 + 0.62 * (1 + len(view.ticks)) if isinstance(view, GaugeView) else 9.0


def _drawn(slide: Slide, teller: Teller, view: object, box: Box, message: str) -> None:
    made, language, held = teller.made, teller.language, Box(*box[:3], min(box.height, _wanted(view)))
    if isinstance(view, BarsView):
        # The message may be the picture's own title: then it is not said twice.
        told = [words for words in (view.title, view.unit) if words != message]
        draw_bars(slide, _captioned(slide, teller, (" · ".join(told),), held), view, made, language)
    elif isinstance(view, GaugeView):
        draw_gauge(slide, _captioned(slide, teller, tuple(filter(None, (view.caption, view.note))), held), view, made, language)
    elif isinstance(view, ProjectionView):
        draw_projection(slide, box, view, made, language)


def _captioned(slide: Slide, teller: Teller, words: tuple[str, ...], box: Box) -> Box:
    """Write what a picture shows above it; return the place left."""
    lines = [Line(line, SMALLEST, LIGHT.muted) for line in words]
    high = height_of(lines, box.width)
    add_text(slide, Box(*box[:3], high), lines, teller.language, words_in(teller.language)("deck.legend"))
    return Box(box.left, box.top + high + 0.1, box.width, box.height - high - 0.1)
