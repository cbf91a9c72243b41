"""What stands between the head and the foot of a step: the message and its one picture, table or row of numbers."""

from __future__ import annotations

from typing import NamedTuple

from petaucj.draw.stage_bars import HEADING, TALL, draw_stage_bars, height_of
from petaucj.draw.stage_gauge import draw_stage_gauge
from petaucj.draw.stage_map import draw_stage_list, draw_stage_map, list_height, map_width
from petaucj.draw.stage_months import draw_stage_months
from petaucj.share.markup import cleaned, text
from petaucj.share.stage_numbers import LARGER, SMALLER, numbers_row, stacked_numbers
from petaucj.share.stage_parts import NOTHING, Part, line_parts, table_part
from petaucj.share.stage_text import ALONE, BESIDE, LOUD, VERDICT, WITH_PICTURE, Block, block, message_block
from petaucj.text.rich import plain_of
from petaucj.views.bars import BarsView
from petaucj.views.gauge import GaugeView
from petaucj.views.map import MapView
from petaucj.views.plan_projection import ProjectionView
from petaucj.views.story import Step

GAP, COLUMNS_GAP, BESIDE_GAP = 30.0, 70.0, 56.0
# Lowest pictures; lines that would push one below stay with the speaker.
LOWEST_PICTURE, LOWEST_GAUGE, LOWEST_TABLE, TABLE_BESIDE_BARS = 400.0, 240.0, 330.0, 40
# A gauge may be this low before a line is left out: bar, axis and the chosen target's name.
LEAST_GAUGE = 160.0
# Many bars leave the rest of the height to the table and the lines.
MOST_FOR_BARS = 0.6
# Of a step in two columns: the message's share of the width.
MESSAGE_SHARE = 0.46
SIGN, SIGN_HIGH, MAP_HIGH, LIST_ROW = 28, 34, 660.0, 36.0
MAP_LINE, MAP_LINE_GAP, MAP_GAP = 32, 6, 20.0
# From so many lines on, a verdict leaves the numbers below it less room.
LONG_VERDICT = 3


class Place(NamedTuple):
    """How much room there is, in pixels."""

    width: float
    height: float

    def below(self, used: float) -> Place:
        """The place that is left below something."""
        return Place(self.width, self.height - used)


def build_body(step: Step, place: Place) -> Part:
    """Return message and body of a step, never higher than the place."""
    picture = step.picture
    if isinstance(picture, MapView):
        return _map(step, picture, place)
    if isinstance(picture, ProjectionView) and step.numbers:
        return _beside(step, picture, place)
    loud = isinstance(picture, ProjectionView) and bool(picture.cliffs)
    choices = LOUD if loud else VERDICT if isinstance(picture, GaugeView) else WITH_PICTURE if picture or step.table else ALONE
    message = message_block(step.message, place.width, choices)
    body = _below(step, place.below(message.height + GAP), len(message.lines))
    return Part(f'{message.html("pesan keras" if loud else "pesan")}<div class="gambar">{body.html}</div>', place.height, body.left)


def _below(step: Step, place: Place, above: int) -> Part:
    if isinstance(step.picture, BarsView):
        return _bars(step, step.picture, place)
    if isinstance(step.picture, GaugeView):
        return _gauge(step, step.picture, place, above)
    if isinstance(step.picture, ProjectionView):
        held = line_parts(step.lines, place.width, place.height - LOWEST_PICTURE)
        drawn = draw_stage_months(step.picture, place.width, place.height - held.height)
        return Part(_figure(drawn, step.picture.alt) + held.html, place.height, held.left)
    if step.table:
        held = line_parts(step.lines, place.width, max(0.0, place.height - LOWEST_TABLE))
        table = table_part(step.table, place.width, place.height - held.height)
        return Part(table.html + held.html, place.height, (*table.left, *held.left))
    numbers = numbers_row(step.numbers, place.width, place.height)
    held = line_parts(step.lines, place.width, place.height - numbers.height - GAP)
    return Part(numbers.html + held.html, place.height, (*numbers.left, *held.left))


def _figure(picture: str, alt: str, css: str = "") -> str:
    named = f' class="{css}"' if css else ""
    return f'<figure role="img" aria-label="{text(alt)}"{named}>{cleaned(picture)}</figure>' if picture else ""


def _map(step: Step, view: MapView, place: Place) -> Part:
    """Return the map at the left with its signs below, at the right the message, all districts and the lines."""
    signs = [block(words, SIGN, map_width(MAP_HIGH), 2) for words in _signs(view)]
    high = min(MAP_HIGH, place.height - sum(SIGN_HIGH * len(sign.lines) for sign in signs) - 12)
    width = place.width - map_width(MAP_HIGH) - BESIDE_GAP
    rows = -(-len(view.marks) // 2) * LIST_ROW
    for size, most in BESIDE:
        message = message_block(step.message, width, ((size, most),))
        held = line_parts(step.lines, width, place.height - message.height - MAP_GAP - rows - 4, MAP_LINE, MAP_LINE_GAP)
        if message.whole and not held.left:
            break
    roomy = min(list_height(view), place.height - message.height - MAP_GAP - held.height - 4)
    drawn = _figure(draw_stage_map(view, high), f"{view.sentence} {' '.join(mark.spoken for mark in view.marks)}")
    listed = _figure(draw_stage_list(view, width, roomy), view.title)
    return Part(f'<div class="dua peta"><div>{drawn}{"".join(sign.html("tanda-peta") for sign in signs)}</div>'
                f'<div>{message.html("pesan")}<div class="gambar">{listed}{held.html}</div></div></div>', place.height, held.left)


def _signs(view: MapView) -> list[str]:
    """Return what the small signs beside the values mean."""
    return [f"{entry.swatch[1:]} {entry.label}" if entry.swatch.startswith("=") else entry.label
            for entry in view.legend if entry.swatch.startswith("=") or entry.label.startswith("? ")]


def _bars(step: Step, view: BarsView, place: Place) -> Part:
    heading = " · ".join(dict.fromkeys(words for words in (view.title, view.unit) if words and plain_of(words) != plain_of(step.message)))
    roomy = HEADING + TALL * len(view.items)
    least = roomy if roomy <= place.height else place.height * MOST_FOR_BARS
    table = table_part(step.table, place.width, place.height - least - GAP, TABLE_BESIDE_BARS) if step.table else NOTHING
    taken = table.height + (GAP if step.table else 0)
    held = line_parts(step.lines, place.width, place.height - taken - least - GAP)
    high = min(place.height - taken - held.height - (GAP if held.html else 0), height_of(view, bool(heading)))
    html = _figure(draw_stage_bars(view, place.width, high, heading), view.alt) + table.html + held.html
    return Part(html, place.height, (*table.left, *held.left))


def _gauge(step: Step, view: GaugeView, place: Place, above: int) -> Part:
    """Return the numbers in a row, the gauge below them, then the lines; words a number already tells are not told twice."""
    numbers = numbers_row(step.numbers, place.width, place.height - LOWEST_GAUGE - GAP, SMALLER if above >= LONG_VERDICT else LARGER)
    left = place.height - numbers.height - (GAP if numbers.html else 0)
    held = min((line_parts(step.lines, place.width, left - low) for low in (LOWEST_GAUGE, LEAST_GAUGE)), key=lambda part: len(part.left))
    told = " ".join(words for words in (view.caption, view.note) if words and words not in {n.detail for n in step.numbers})
    drawn = draw_stage_gauge(view, place.width, left - held.height - (GAP if held.html else 0), told)
    html = f'{numbers.html}<div class="{"gambar" if numbers.html else "rata"}">{_figure(drawn, view.alt)}</div>{held.html}'
    return Part(html, place.height, (*numbers.left, *held.left))


def _beside(step: Step, view: ProjectionView, place: Place) -> Part:
    """Return message and numbers at the left, the months at the right: a plan has a long verdict."""
    wide = place.width * MESSAGE_SHARE
    message: Block = message_block(step.message, wide, BESIDE)
    left = place.height - message.height - GAP
    told = stacked_numbers(step.numbers, wide, left)
    held = line_parts(step.lines, wide, left - told.height - GAP)
    drawn = draw_stage_months(view, place.width - wide - COLUMNS_GAP, place.height - 10)
    return Part(f'<div class="dua"><div class="kolom kiri">{message.html("pesan")}<div class="gambar">{told.html}{held.html}</div></div>'
                f'<div class="gambar-kanan">{_figure(drawn, view.alt)}</div></div>', place.height, (*told.left, *held.left))
