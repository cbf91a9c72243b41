"""The trend of one district: one series a basis, never joined across bases; what has no date stands beside."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.coverage import percentage
from petaucj.domain.month import AsOf
from petaucj.domain.records import BASIS_LETTERS, CoverageFact, Target
from petaucj.domain.targets import chosen_target, targets_for
from petaucj.domain.trend import BaseChange, Trend, trend
from petaucj.text.numbers import number
from petaucj.views.daerah_figures import figure_words, figures_table
from petaucj.views.daerah_notes import NoteList, NumberedNote, TableView, build_note_list
from petaucj.views.daerah_targets import regime_of
from petaucj.views.evidence import build_coverage_note
from petaucj.views.phrases import Reader, as_of_name, basis_short, month_name, people, percent, regime_name
from petaucj.views.state import ViewState


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One figure: where it stands in time (years, decimal), the span its date covers, its value, its words."""

    x: float
    low: float
    high: float
    y: float
    text: str
    hover: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class TrendSeries:
    """The figures of one basis; ``runs`` are the positions in ``points`` that a line may join."""

    letter: str
    name: str
    points: tuple[TrendPoint, ...]
    runs: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class TrendStep:
    """A target over its year, on the base with this letter; only the chosen one carries a ``label`` in the picture."""

    letter: str
    year: int
    y: float
    label: str
    hover: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TrendView:
    """The trend: series, target steps, where the basis changes, years from ``first`` to ``last``, sentences, table, notes.

    ``breaks`` are the moments (years, decimal) halfway between two figures of different bases.
    """

    title: str
    series: tuple[TrendSeries, ...]
    steps: tuple[TrendStep, ...]
    breaks: tuple[float, ...]
    first: int
    last: int
    top: float
    sentences: tuple[str, ...]
    beside: tuple[str, ...]
    table: TableView
    notes: NoteList | None
    alt: str


def build_trend(atlas: Atlas, state: ViewState, code: str, reader: Reader) -> TrendView:
    """Return the trend of a district up to the reader's month, with the target steps of the bases it is drawn on."""
    found = trend(atlas, code, reader.per)
    drawn = found.drawn
    first = min((f.as_of.month.year for f in drawn), default=reader.per.year)
    last = max([reader.per.year, *(f.as_of.month.year for f in drawn)])
    series = tuple(_series(s.basis, s.facts, s.runs, reader) for s in found.series)
    steps = _steps(atlas, state, code, {s.basis for s in found.series}, (first, last), reader)
    listed_facts = (*reversed(drawn), *found.undated, *reversed(found.without_percentage), *reversed(found.parts))
    highest = max([0.0, *(p.y for s in series for p in s.points), *(step.y for step in steps)])
    return TrendView(
        title=reader.words("daerah.trend.title"), series=series, steps=steps, breaks=_breaks(found), first=first, last=last, top=highest * 1.15,
        sentences=(*_sentences(found, reader), *_step_sentence(steps, reader)), beside=_beside(found, reader), table=figures_table(listed_facts, reader),
        notes=build_note_list((NumberedNote(i, figure_words(f, reader), build_coverage_note(atlas, f, reader))
                               for i, f in enumerate(listed_facts, 1)), reader),
        alt=_alt(drawn, reader),
    )


def _span(as_of: AsOf) -> tuple[float, float, float]:
    """Return where a date begins, stands and ends, in years; a quarter or year stands in its last month."""
    start = as_of.month.year + (as_of.month.month - 1) / 12
    at = start + ((as_of.day or 15) - 0.5) / 365
    if as_of.precision in ("quarter", "year"):
        length = 0.25 if as_of.precision == "quarter" else 1.0
        return start + 1 / 12 - length, at, start + 1 / 12
    return at, at, at


def _series(basis: str, facts: tuple[CoverageFact, ...], runs: tuple, reader: Reader) -> TrendSeries:
    letter = BASIS_LETTERS[basis]
    name = reader.words("daerah.trend.series", letter=letter, basis=basis_short(basis, reader))
    at = {id(fact): i for i, fact in enumerate(facts)}
    return TrendSeries(letter, name, tuple(_point(f, reader) for f in facts), tuple(tuple(at[id(f)] for f in run) for run in runs))


def _point(fact: CoverageFact, reader: Reader) -> TrendPoint:
    low, at, high = _span(fact.as_of)
    pct = percentage(fact)
    return TrendPoint(at, low, high, float(pct), number(pct, reader.language) + ("!" if fact.disputed else ""), figure_words(fact, reader), fact.disputed)


def _steps(atlas: Atlas, state: ViewState, code: str, bases: set[str], years: tuple[int, int], reader: Reader) -> tuple[TrendStep, ...]:
    """Return the targets of the drawn known bases whose year is in sight; years nobody published stay empty."""
    chosen = chosen_target(atlas, code, regime_of(atlas, state, code), reader.per.year)
    seen = [t for t in targets_for(atlas, code) if t.pct_printed is not None and t.basis in bases - {"unknown"}
            and t.year is not None and years[0] <= t.year <= years[1] + 1]
    return tuple(_step(t, t is chosen, reader) for t in sorted(seen, key=lambda t: (BASIS_LETTERS[t.basis], t.year, t.pct_printed)))


def _step(target: Target, chosen: bool, reader: Reader) -> TrendStep:
    letter = BASIS_LETTERS[target.basis]
    told = reader.words("daerah.trend.step", letter=letter, regime=regime_name(target.regime, reader), year=target.year,
                        percent=percent(target.pct_printed, reader))
    short = reader.words("daerah.trend.step_short", letter=letter, percent=percent(target.pct_printed, reader)) if chosen else ""
    return TrendStep(letter, target.year, float(target.pct_printed), short, told, chosen)


def _step_sentence(steps: tuple[TrendStep, ...], reader: Reader) -> tuple[str, ...]:
    return (reader.words("daerah.trend.steps", steps="; ".join(s.hover for s in steps)),) if steps else ()


def _breaks(found: Trend) -> tuple[float, ...]:
    return tuple((_span(c.before.as_of)[1] + _span(c.after.as_of)[1]) / 2 for c in found.changes if c.before.basis != c.after.basis)


def _sentences(found: Trend, reader: Reader) -> tuple[str, ...]:
    words, said = reader.words, [_change_words(change, reader) for change in found.changes]
    if not found.drawn:
        said.append(words("daerah.trend.empty", month=month_name(reader.per, reader)))
    if any(f.disputed for f in found.drawn):
        said.append(words("daerah.trend.disputed"))
    if found.later:
        said.append(words("daerah.trend.later", count=found.later, month=month_name(reader.per, reader)))
    return tuple(said)


def _change_words(change: BaseChange, reader: Reader) -> str:
    words, before, after = reader.words, change.before, change.after
    told = {"date": as_of_name(after.as_of, reader), "before": basis_short(before.basis, reader), "after": basis_short(after.basis, reader),
            "first": before.letter, "last": after.letter}
    if before.basis == after.basis:
        sentence = words("daerah.trend.same_letter", old=people(before.denominator, reader), new=people(after.denominator, reader), **told)
    else:
        sentence = words("daerah.trend.change", **told)
    if change.people_change is None:
        return sentence
    sign = "+" if change.people_change > 0 else "−" if change.people_change < 0 else ""
    return f"{sentence} " + words("daerah.trend.people", change=sign + people(abs(change.people_change), reader),
                                  old=people(change.counted.active, reader), new=people(after.active, reader),
                                  since=as_of_name(change.counted.as_of, reader))


def _beside(found: Trend, reader: Reader) -> tuple[str, ...]:
    groups = (("undated", found.undated), ("without_percentage", found.without_percentage), ("parts", found.parts))
    return tuple(reader.words(f"daerah.trend.{name}", figures="; ".join(figure_words(f, reader) for f in facts)) for name, facts in groups if facts)


def _alt(drawn: tuple[CoverageFact, ...], reader: Reader) -> str:
    if not drawn:
        return reader.words("daerah.trend.empty", month=month_name(reader.per, reader))
    return reader.words("daerah.trend.alt", figures="; ".join(figure_words(f, reader) for f in drawn))
