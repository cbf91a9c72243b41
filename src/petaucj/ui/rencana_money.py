"""The room Rencana: what the plan costs, breadth or duration, and pace, sensitivity and result."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from petaucj.draw.spans import draw_spans
from petaucj.draw.spread import draw_spread
from petaucj.ui.entry import edit_table
from petaucj.ui.figures import show_svg
from petaucj.ui.notes import show_folded_table, show_notes, table_text
from petaucj.ui.plain import plain
from petaucj.views.daerah_benefits import PairView
from petaucj.views.phrases import Reader
from petaucj.views.plan_cost_view import CostView
from petaucj.views.plan_rates import RatesView
from petaucj.views.plan_result import ResultView
from petaucj.views.plan_sense import PaceView, SenseView
from petaucj.views.plan_spans import SpansView
from petaucj.views.plan_spread import SpreadView


def _sentences(said: tuple[str, ...]) -> str:
    return "  \n".join(map(plain, said))


def show_cost(view: CostView, reader: Reader, key: str) -> None:
    """Show the cost of the gap, of the plan by payer, and the rates behind both."""
    st.markdown(f"#### {plain(view.gap_title)}\n{_sentences(view.gap_sentences)}")
    if view.gap.rows:
        st.markdown(table_text(view.gap))
    st.markdown(f"#### {plain(view.plan_title)}\n{plain(view.plan_empty)}")
    if view.plan.rows:
        st.markdown(table_text(view.plan))
        st.caption(_sentences(view.plan_notes))
    _show_rates(view.rates, reader, key)


def _show_rates(view: RatesView, reader: Reader, key: str) -> None:
    st.markdown(f"#### {plain(view.title)}")
    if view.warnings:
        st.markdown("  \n".join(f":primary[{plain(warning)}]" for warning in view.warnings))
    if view.reliefs:
        st.markdown(f"{plain(view.relief_title)}:\n" + "\n".join(f"- {plain(line)}" for line in view.reliefs))
    show_folded_table(view.table_open, view.table, f"{key}-tarif")
    show_notes(view.notes, reader, f"{key}-bukti")


def show_spread(view: SpreadView, reader: Reader, key: str, on_months: Callable[[int], None], on_money: Callable[[str, str], None]) -> None:
    """Show the one row in which the money is typed, the length to choose, and what the money buys.

    ``on_months`` gets the chosen length; ``on_money`` the field ("spread_idr", "spread_source" or "spread_sector") and
    the text as typed or the value chosen.
    """
    def edit(_row: str, field: str, text: str) -> None:
        on_money(field, text)

    edit_table(view.entry, f"{key}-uang", on_edit=edit)
    choose_spread_months(view, key, on_months)
    if not view.bars:
        st.markdown(plain(view.sentence))
        return
    words, picture = st.columns([2, 3], gap="medium")
    with words:
        st.markdown(f"**{plain(view.sentence)}**  \n{_sentences(view.quality)}")
        st.caption(_sentences(view.details))
        show_notes(view.notes, reader, f"{key}-bukti")
    with picture:
        show_svg(draw_spread(view), view.alt, f"{key}-gambar", reader.language)
    show_folded_table(view.table_open, view.table, f"{key}-tabel")


def choose_spread_months(view: SpreadView, key: str, on_months: Callable[[int], None]) -> None:
    """Show the length of cover as a slider that stands where the plan says."""
    held = f"{key}-bulan"
    st.session_state[held] = view.months

    def take() -> None:
        on_months(st.session_state[held])

    st.select_slider(view.control, list(view.options), format_func=view.options.__getitem__, key=held, on_change=take)


def show_sense(view: SenseView, reader: Reader, key: str) -> None:
    """Show pace, sensitivity and result."""
    _show_pace(view.pace, reader, key)
    _show_spans(view.spans, reader, key)
    _show_result(view.result, reader, key)


def _show_pace(view: PaceView, reader: Reader, key: str) -> None:
    st.markdown(f"#### {plain(view.title)}\n{_sentences(view.sentences)}")
    show_notes(view.notes, reader, f"{key}-laju")


def _show_spans(view: SpansView, reader: Reader, key: str) -> None:
    st.markdown(f"#### {plain(view.title)}")
    said = _sentences(tuple(filter(None, (view.sentence, view.propose))))
    if not view.table.rows:
        st.markdown(said)
        return
    words, drawn = st.columns([2, 3], gap="medium")
    with words:
        st.markdown(said)
        show_notes(view.notes, reader, f"{key}-anggapan")
    if picture := draw_spans(view):
        with drawn:
            show_svg(picture, view.alt, f"{key}-rentang", reader.language)
    show_folded_table(view.table_open, view.table, f"{key}-kepekaan")


def _show_result(view: ResultView, reader: Reader, key: str) -> None:
    st.markdown(f"#### {plain(view.title)}\n{plain(view.head)}")
    for pair in view.pairs:
        _show_pair(pair)
    if view.sentences:
        st.markdown(_sentences(view.sentences))
    if view.caveats:
        st.caption(_sentences(view.caveats))
    show_notes(view.notes, reader, f"{key}-hasil")


def _show_pair(pair: PairView) -> None:
    st.markdown(plain(pair.head))
    for column, (figure, says) in zip(st.columns(len(pair.figures)), pair.figures, strict=True):
        column.markdown(f"#### {plain(figure)}\n{plain(says)}")
