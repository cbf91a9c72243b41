"""The room Peta: the map of an indicator, its legend, its sentence, its table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from petaucj.domain.atlas import Atlas
from petaucj.domain.classes import CHANGE_BREAKS, COVERAGE_BREAKS, GAP_BREAKS
from petaucj.domain.month import Month
from petaucj.domain.records import BASIS_LETTERS
from petaucj.domain.targets import chosen_target
from petaucj.text.numbers import number
from petaucj.views.map import AreaMark, LegendEntry, MapView
from petaucj.views.marks import (
    DISPUTED, STALE, MarkMaker, active_marks, change_marks, coverage_marks, gap_marks, mix_marks, paid_marks,
)
from petaucj.views.phrases import Reader, basis_name, basis_short, month_name, percent, regime_name
from petaucj.views.protected import COMPUTED_SIGN, month_phrase, protected_legend, protected_marks, protected_tips
from petaucj.views.state import BASES, FORECAST, REGIMES, ViewState

MODES = {"cakupan": "fill", "kesenjangan": "fill", "peserta": "circle", "dibayar": "circle", "sumber-dana": "mix", FORECAST: "circle"}


@dataclass(frozen=True, slots=True)
class TableView:
    """A table in the reader's words: heading, column names, rows of text."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def build_map(atlas: Atlas, state: ViewState, reader: Reader) -> MapView:
    """Return the map of the chosen indicator at the reader's month."""
    maker = _maker(atlas, state, reader)
    return _map(atlas, state, reader, maker, MODES[state.indikator], _legend_for(state))


def build_change(atlas: Atlas, state: ViewState, first: Month, reader: Reader) -> MapView:
    """Return the change of coverage since ``first`` on one basis; as published there is none, and the view says so."""
    maker = change_marks(atlas, first, BASES[state.basis], reader)
    view = _map(atlas, state, reader, maker, "fill", _change_legend)
    words, told = reader.words, {"first": month_name(first, reader), "last": month_name(reader.per, reader)}
    count = sum(mark.fill.startswith("d") for mark in view.marks)
    sentence = words("peta.change.sentence", count=count)
    if state.indikator != "cakupan":
        sentence = words("peta.change.only_coverage")
    elif state.basis == "cetak":
        sentence = words("peta.change.needs_basis")
    return replace(view, title=words("peta.change.title", **told), notes=(), sentence=sentence)


def _maker(atlas: Atlas, state: ViewState, reader: Reader) -> MarkMaker:
    if state.indikator == "kesenjangan":
        return gap_marks(atlas, REGIMES.get(state.target, "rpjmn"), BASES[state.basis], reader)
    if state.indikator == "peserta":
        return active_marks(atlas, reader)
    if state.indikator == "dibayar":
        return paid_marks(atlas, reader)
    if state.indikator == "sumber-dana":
        return mix_marks(atlas, reader, reader.per.year)
    if state.indikator == FORECAST:
        return protected_marks(atlas, reader)
    return coverage_marks(atlas, BASES[state.basis], reader)


def _map(atlas: Atlas, state: ViewState, reader: Reader, maker: MarkMaker, mode: str, legend) -> MapView:
    marks = tuple(replace(mark, chosen=mark.code == state.daerah) for mark in map(maker, atlas.districts))
    words = reader.words
    told = {"month": month_name(reader.per, reader), "basis": basis_name(BASES[state.basis], reader),
            "regime": _regime_words(atlas, state, reader), "year": reader.per.year,
            "count": sum(mark.fill not in ("nodata", "other") for mark in marks), "computed": sum(COMPUTED_SIGN in mark.mark for mark in marks)}
    told["recorded"] = told["count"] - told["computed"]
    return MapView(
        language=reader.language, mode=mode, title=words(f"peta.title.{_title_key(state, reader)}", **told),
        sentence=words(f"peta.sentence.{_sentence_key(state, reader)}", **told), marks=marks,
        legend=tuple(legend(marks, reader, atlas)), notes=_notes(state, reader),
        tips=protected_tips(reader) if state.indikator == FORECAST else (),
    )


def _regime_words(atlas: Atlas, state: ViewState, reader: Reader) -> str:
    """Return the regime of the map; with its year and percentage where one target holds for all districts."""
    regime = REGIMES.get(state.target, "rpjmn")
    name = regime_name(regime, reader)
    target = chosen_target(atlas, atlas.districts[0].code, regime, reader.per.year) if regime not in ("district", "mou") else None
    return f"{name} {target.year} ({percent(target.pct_printed, reader)})" if target else name


def _title_key(state: ViewState, reader: Reader) -> str:
    return month_phrase(state.indikator, reader) if state.indikator == FORECAST else state.indikator


def _sentence_key(state: ViewState, reader: Reader) -> str:
    if state.indikator == "cakupan":
        return "cakupan_cetak" if state.basis == "cetak" else "cakupan_dasar"
    return _title_key(state, reader)


def _notes(state: ViewState, reader: Reader) -> tuple[str, ...]:
    key = f"peta.note.{_sentence_key(state, reader)}"
    return (reader.words(key),) if reader.words.has(key) else ()


def _legend_for(state: ViewState):
    held = {"cakupan": _coverage_legend, "kesenjangan": _gap_legend, "sumber-dana": _mix_legend, FORECAST: protected_legend}
    return held.get(state.indikator, _circle_legend)


def _range_labels(breaks: tuple, language: str) -> list[str]:
    shown = [number(b, language) for b in breaks]
    return [f"< {shown[0]}", *(f"{low}–{high}" for low, high in zip(shown, shown[1:], strict=False)), f"> {shown[-1]}"]


def _classes(prefix: str, labels: list[str], marks: tuple[AreaMark, ...]) -> list[LegendEntry]:
    counts = Counter(mark.fill for mark in marks)
    return [LegendEntry(f"{prefix}{i}", f"{label} ({counts[f'{prefix}{i}']})") for i, label in enumerate(labels)]


def _states(marks: tuple[AreaMark, ...], reader: Reader) -> list[LegendEntry]:
    counts, words = Counter(mark.fill for mark in marks), reader.words
    found = [LegendEntry("nodata", words("peta.legend.nodata", count=counts["nodata"]))]
    if counts["other"]:
        found.append(LegendEntry("other", words("peta.legend.other", count=counts["other"])))
    for sign, key in ((STALE, "stale"), (DISPUTED, "disputed"), ("≈", "derived")):
        count = sum(sign in mark.mark for mark in marks)
        if count:
            found.append(LegendEntry(f"={sign}", words(f"peta.legend.{key}", count=count)))
    return found


def _coverage_legend(marks: tuple[AreaMark, ...], reader: Reader, atlas: Atlas) -> list[LegendEntry]:
    labels = _range_labels(COVERAGE_BREAKS, reader.language)
    labels[-1] += f"{chr(0xa0)}%"
    letters = Counter(mark.letter for mark in marks if mark.letter)
    patterned = [LegendEntry(f"c3 letter-{'q' if letter == '?' else letter}", f"{letter} {basis_short(basis, reader)} ({letters[letter]})")
                 for basis, letter in BASIS_LETTERS.items() if letters[letter]]
    return [*_classes("c", labels, marks), *_states(marks, reader), *patterned]


def _gap_legend(marks: tuple[AreaMark, ...], reader: Reader, atlas: Atlas) -> list[LegendEntry]:
    labels = [reader.words(f"peta.legend.gap{i}") for i in range(len(GAP_BREAKS) + 1)]
    return [*_classes("g", labels, marks), *_states(marks, reader)]


def _change_legend(marks: tuple[AreaMark, ...], reader: Reader, atlas: Atlas) -> list[LegendEntry]:
    labels = [reader.words(f"peta.legend.change{i}") for i in range(len(CHANGE_BREAKS) + 1)]
    return [*_classes("d", labels, marks), *_states(marks, reader)]


def _circle_legend(marks: tuple[AreaMark, ...], reader: Reader, atlas: Atlas) -> list[LegendEntry]:
    return [LegendEntry("=●", reader.words("peta.legend.circle", count=sum(m.radius > 0 and not m.hollow for m in marks))),
            *([LegendEntry("=○", reader.words("peta.legend.hollow", count=sum(m.hollow for m in marks)))] if any(m.hollow for m in marks) else []),
            *_states(marks, reader)]


def _mix_legend(marks: tuple[AreaMark, ...], reader: Reader, atlas: Atlas) -> list[LegendEntry]:
    counts = Counter(fund for mark in marks for fund, _ in mark.parts)
    funds = [LegendEntry(f"f-{rule.funding_source.replace('_', '-')}", f"{rule.name.of(reader.language)} ({counts[rule.funding_source]})")
             for rule in atlas.funding_rules if counts[rule.funding_source]]
    return [*funds, *_states(marks, reader)]


def build_table(atlas: Atlas, view: MapView, reader: Reader) -> TableView:
    """Return the table that says what the map says, one row per district."""
    words = reader.words
    columns = tuple(words(f"peta.table.{name}") for name in ("district", "value", "date", "says"))
    rows = tuple((atlas.district_by_code[mark.code].name, _cell(mark), mark.date or words("shared.none"),
                  mark.spoken.split(": ", 1)[1]) for mark in view.marks)
    return TableView(view.title, columns, rows)


def _cell(mark: AreaMark) -> str:
    value = " ".join(part for part in (mark.value, mark.letter, mark.mark) if part)
    return value or "–"
