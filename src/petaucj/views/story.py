"""A story for the meeting: one message a step, each drawn from the same views as the rooms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256

from petaucj.views.banding import Row, Table
from petaucj.views.bars import BarItem, BarsView
from petaucj.views.evidence import FigureNote
from petaucj.views.gauge import GaugeView
from petaucj.views.handout import Handout, build_handout
from petaucj.views.map import MapView
from petaucj.views.occasion import Occasion, scenario_of
from petaucj.views.peta import build_map
from petaucj.views.phrases import month_name
from petaucj.views.plan_head import BigNumber, build_head
from petaucj.views.plan_projection import ProjectionView, build_projection
from petaucj.views.province import build_province
from petaucj.views.stamp import Stamp, build_stamp
from petaucj.views.story_notes import source_line, speaker_notes
from petaucj.views.story_rank import build_rank
from petaucj.views.story_words import LETTERS, TOLD_BY, steps_of

Picture = MapView | BarsView | GaugeView | ProjectionView | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step: ``word`` of the address, its kind, a short name for lists, the heading, and the one message (may hold **strong**).

    At most one picture or table carries the message; ``numbers`` and ``lines`` stand beside it. ``notes`` are for the speaker
    alone. ``source`` names the documents in one line.
    """

    word: str
    kind: str
    name: str
    title: str
    message: str
    numbers: tuple[BigNumber, ...]
    lines: tuple[str, ...]
    picture: Picture
    table: Table | None
    notes: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Story:
    """The whole story: what it is about, its steps in order, and the stamp every handout carries.

    ``mark`` is short and the same only for the same steps of the same view on the same day: phones that hold another one must not follow.
    """

    title: str
    stamp: Stamp
    steps: tuple[Step, ...]
    mark: str = ""


def build_story(occasion: Occasion) -> Story:
    """Return the story of the address: the presenter's steps in the presenter's order, or the usual ones."""
    stamp, held = build_stamp(occasion), _Held(occasion)
    words = steps_of(occasion.state.langkah, occasion.state.daerah)
    title = occasion.reader.words("cerita.title", place=stamp.place)
    return Story(title, stamp, tuple(_step(word, held) for word in words), mark_of(occasion))


def mark_of(occasion: Occasion) -> str:
    """Return the mark of an occasion's story without building it."""
    told = ((name, value) for name, value in occasion.state.query().items() if name in TOLD_BY)
    named = (*steps_of(occasion.state.langkah, occasion.state.daerah), *told, str(occasion.reader.per), occasion.day.isoformat(), occasion.atlas.release_hash)
    return sha256(repr(named).encode()).hexdigest()[:12]


class _Held:
    """The handouts of a story, each made once."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self._made: dict[str, Handout] = {}

    def handout(self, code: str) -> Handout:
        if code not in self._made:
            self._made[code] = build_handout(self.occasion.of(code))
        return self._made[code]


def _step(word: str, held: _Held) -> Step:
    kind, _, about = word.partition(":")
    if kind in _PROVINCE:
        return _PROVINCE[kind](word, held.occasion)
    if kind == "rencana":
        return _plan(word, about or held.occasion.state.skenario, held)
    code = about or held.occasion.state.daerah
    return _DISTRICT[kind](word, held.handout(code), held.occasion.of(code))


def _made(word: str, title: str, message: str, occasion: Occasion, note: FigureNote | None, **more: object) -> Step:
    words, kind = occasion.reader.words, word.partition(":")[0]
    plain = {"numbers": (), "lines": (), "picture": None, "table": None, "notes": speaker_notes(kind, note, occasion, bool(more.get("picture") or more.get("table"))), "source": source_line(note, occasion)}
    return Step(word=word, kind=kind, name=words(f"cerita.name.{kind}"), title=title, message=message, **(plain | more))


def _province(word: str, occasion: Occasion) -> Step:
    view, province = build_map(occasion.atlas, occasion.state.with_(indikator="cakupan", basis="cetak"), occasion.reader), build_province(occasion.atlas, occasion.reader)
    words, known = occasion.reader.words, sum(mark.fill not in ("nodata", "other") for mark in view.marks)
    message = words("cerita.province", known=known, all=len(view.marks), month=month_name(occasion.reader.per, occasion.reader))
    return _made(word, view.title, message, occasion, province.note, lines=province.lines[:3], picture=view)


def _rank(word: str, occasion: Occasion) -> Step:
    view = build_rank(occasion)
    return _made(word, occasion.reader.words("cerita.title_of.peringkat"), view.sentence, occasion, view.note,
                 lines=view.notes[:1], picture=view.bars, table=None if view.bars else view.out)


def _title(kind: str, handout: Handout, occasion: Occasion) -> str:
    return occasion.reader.words(f"cerita.title_of.{kind}", name=handout.name)


def _verdict(word: str, handout: Handout, occasion: Occasion) -> Step:
    held = handout.standing
    note = FigureNote("", (), tuple(s for n in held.notes for s in n.sources), ())
    return _made(word, _title("putusan", handout, occasion), held.verdict, occasion, note, numbers=handout.numbers, lines=tuple(filter(None, (*held.warnings[:2], handout.caveat))), picture=_quiet(held.gauge) if held.warnings else held.gauge)


def _quiet(gauge: GaugeView) -> GaugeView:
    """Return the gauge with the chosen target alone: where a warning must be read, the other ticks and the note give way."""
    return replace(gauge, ticks=tuple(tick for tick in gauge.ticks if tick.chosen), note="")


def _payers(word: str, handout: Handout, occasion: Occasion) -> Step:
    words, view = occasion.reader.words, handout.funding
    bars = tuple(BarItem(b.label.partition(". ")[2], b.people, b.text, b.fill, hollow=b.planned) for b in view.bars)
    note = FigureNote("", (), tuple(s for n in (view.notes.notes if view.notes else ()) for s in n.note.sources), ())
    message = words("cerita.payers" if len(bars) > 1 else "cerita.payer", count=len(bars), year=view.year) if bars else view.empty
    picture = BarsView(view.title, words("bahan.options.unit"), bars, view.alt) if bars else None
    return _made(word, _title("pembayar", handout, occasion), message, occasion, note, lines=view.sums[:2] if bars else (), picture=picture)


def _cliff(word: str, handout: Handout, occasion: Occasion) -> Step:
    view = handout.projection
    message = view.reason or (f"**{view.falls[0]}**" if view.falls else view.safe)
    note = handout.calendar.evidence
    return _made(word, _title("tebing", handout, occasion), message, occasion, note, lines=tuple(filter(None, (view.safe if view.falls and not view.reason else "", handout.beside_short))),
                 picture=None if view.reason else view)


def _options(word: str, handout: Handout, occasion: Occasion) -> Step:
    held = handout.options
    return _made(word, _title("pilihan", handout, occasion), held.sentence, occasion, None, lines=held.notes[:2], picture=held.bars, table=held.table)


def _decisions(word: str, handout: Handout, occasion: Occasion) -> Step:
    words = occasion.reader.words
    rows = tuple(Row((str(i), d.text, d.due)) for i, d in enumerate(handout.decisions, 1))
    columns = (words("cerita.column.number"), words("cerita.column.decision"), words("cerita.column.due"))
    return _made(word, _title("keputusan", handout, occasion), words("cerita.decisions", count=len(rows)), occasion, None, table=Table(columns, rows))


def _plan(word: str, letter: str, held: _Held) -> Step:
    occasion = held.occasion
    words, letter = occasion.reader.words, letter if letter in LETTERS else "a"
    result = scenario_of(occasion, letter)
    name = occasion.atlas.district_by_code[occasion.state.daerah].name
    title = words("cerita.title_of.rencana", name=name, letter=letter.upper())
    if result is None:
        return _made(word, title, words("cerita.no_plan", letter=letter.upper()), occasion, None)
    head, months = build_head(result, occasion.atlas, occasion.reader), build_projection(result, occasion.reader)
    return _made(word, title, head.verdict, occasion, head.note, numbers=head.numbers[:3], lines=head.warnings[:1], picture=None if months.reason else months)


_PROVINCE: dict[str, Callable[[str, Occasion], Step]] = {"provinsi": _province, "peringkat": _rank}
_DISTRICT: dict[str, Callable[[str, Handout, Occasion], Step]] = {
    "putusan": _verdict, "pembayar": _payers, "tebing": _cliff, "pilihan": _options, "keputusan": _decisions}
