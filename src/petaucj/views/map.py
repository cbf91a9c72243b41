"""What the map, the grid of tiles and their legend show: the same marks for all three."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AreaMark:
    """How one district looks.

    ``fill`` names a colour (c0…c6, g0…g5, d0…d4, plain) or a state (nodata, other,
    forecast: hatched in the circles' own colour). ``value`` is the
    printed label, ``date`` its age on the face of the map, ``letter`` the basis, ``mark`` a small
    sign (stale, disputed, above 100 %), ``spoken`` the whole sentence. ``radius`` (pixels) and
    ``hollow`` serve circles, ``parts`` (fund, people) the part-to-whole mark.
    """

    code: str
    name: str
    fill: str
    value: str
    date: str
    letter: str
    mark: str
    spoken: str
    column: int
    row: int
    chosen: bool = False
    radius: int = 0
    hollow: bool = False
    parts: tuple[tuple[str, int], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of the legend: a fill key or, with ``=`` before it, a sign; its words with the count of districts."""

    swatch: str
    label: str


@dataclass(frozen=True, slots=True)
class MapView:
    """One map: marks of all 19 districts, its sentence, its legend and the notes below it.

    ``mode`` is "fill", "circle" or "mix". ``tips`` are short words for the map alone, by fill, where each mark's own sentence
    would be too long: ``$value``, ``$mark`` and ``$date`` stand for the mark's.
    """

    language: str
    mode: str
    title: str
    sentence: str
    marks: tuple[AreaMark, ...]
    legend: tuple[LegendEntry, ...]
    notes: tuple[str, ...]
    tips: tuple[tuple[str, str], ...] = ()
