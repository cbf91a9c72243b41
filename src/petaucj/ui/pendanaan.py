"""The parts of the room Pendanaan."""

from __future__ import annotations

import streamlit as st

from petaucj.domain.matrix import Matrix
from petaucj.draw.funding_bars import draw_funding_bars
from petaucj.ui.address import bound
from petaucj.ui.evidence import evidence_text
from petaucj.ui.figures import show_svg
from petaucj.ui.memory import atlas
from petaucj.ui.notes import show_notes, table_text
from petaucj.ui.plain import link, plain
from petaucj.views.funding_bars import build_funding_bars
from petaucj.views.pendanaan import build_matrix, chosen_year, matrix_of, years_to_choose
from petaucj.views.pendanaan_detail import AreaStatements, FundExplained, build_funds, build_rupiah, build_statements
from petaucj.views.phrases import Reader
from petaucj.views.state import STATUSES, ViewState

PICTURE_WIDTH = 640


def show_controls(state: ViewState, reader: Reader) -> None:
    """Show the choice of one status and one year."""
    words = reader.words
    with st.container(horizontal=True, vertical_alignment="bottom", key="kendali"):
        st.segmented_control(words("pendanaan.control.status"), list(STATUSES), required=True,
                             format_func=lambda slug: words(f"shared.status.{STATUSES[slug]}"), **bound("status", state.status))
        st.segmented_control(words("pendanaan.control.year"), years_to_choose(atlas(), state), required=True, format_func=str, wrap=True,
                             **bound("tahun", chosen_year(atlas(), state)))


def show_body(state: ViewState, reader: Reader) -> None:
    """Show the matrix, why nothing is added up, the bars beside one district's statements, the rupiah and the funds."""
    matrix = matrix_of(atlas(), state)
    _show_matrix(matrix, state, reader)
    left, right = st.columns([54, 46], gap="large")
    with left:
        _show_bars(matrix, state, reader)
    with right:
        _show_district(matrix, state, reader)
    _show_rupiah(matrix, state, reader)
    _show_funds(reader)


def _show_matrix(matrix: Matrix, state: ViewState, reader: Reader) -> None:
    view = build_matrix(atlas(), matrix, state.daerah, reader)
    why = f"> **{plain(reader.words('pendanaan.why_head'))}** {plain(reader.words('pendanaan.why'))}"
    read = f"\n\n:small[{plain(view.read)}]" if view.read else ""
    st.markdown(f"### {plain(view.title)}\n{plain(view.sentence)}\n\n{why}{read}")
    if view.table.rows:
        st.markdown(table_text(view.table, view.province))
    notes = [*view.notes, view.absent] if view.absent else view.notes
    if notes:
        st.caption("  \n".join(map(plain, notes)))
    if view.province:
        statements = build_statements(atlas(), matrix, matrix.province, reader)
        click = st.popover(statements.room, key="bukti-provinsi", on_change="rerun")
        if click.open:
            with click:
                st.markdown(_statements_text(statements, reader))


def _show_bars(matrix: Matrix, state: ViewState, reader: Reader) -> None:
    view = build_funding_bars(atlas(), matrix, state.daerah, reader)
    st.markdown(f"### {plain(view.title)}\n:small[{plain(view.note)}]")
    if view.bars:
        with st.container(width=PICTURE_WIDTH):
            show_svg(draw_funding_bars(view), view.alt, "batang-dana", reader.language)
    if view.missing:
        st.caption(plain(view.missing))


def _show_district(matrix: Matrix, state: ViewState, reader: Reader) -> None:
    names = {district.code: district.name_short for district in atlas().districts}
    st.pills(reader.words("pendanaan.control.district"), list(names), format_func=names.__getitem__, wrap=True,
             **bound("daerah", state.daerah or None, lambda code: code or ""))
    if not state.daerah:
        st.caption(reader.words("pendanaan.district.choose"))
        return
    row = next(row for row in matrix.rows if row.area_code == state.daerah)
    statements = build_statements(atlas(), matrix, row, reader)
    st.markdown(f"### {plain(statements.title)}\n{_statements_text(statements, reader)}")
    st.page_link("daerah.py", label=statements.room, query_params=state.query())


def _statements_text(statements: AreaStatements, reader: Reader) -> str:
    parts = [plain(statements.sentence)] if statements.sentence else []
    for head, notes in statements.groups:
        parts.append(f"**{plain(head)}**")
        parts += [evidence_text(note, reader) for note in notes]
    return "\n\n".join(parts)


def _show_rupiah(matrix: Matrix, state: ViewState, reader: Reader) -> None:
    view = build_rupiah(atlas(), matrix, state.daerah, reader)
    st.markdown(f"### {plain(view.title)}\n{plain(view.sentence)}")
    if view.table.rows:
        st.markdown(table_text(view.table))
        show_notes(view.evidence, reader, "bukti-rupiah")


def _show_funds(reader: Reader) -> None:
    st.markdown(f"### {plain(reader.words('pendanaan.fund.title'))}\n{plain(reader.words('pendanaan.fund.intro'))}")
    funds = build_funds(atlas(), reader)
    half = (len(funds) + 1) // 2
    for column, part in zip(st.columns(2, gap="large"), (funds[:half], funds[half:]), strict=True):
        column.markdown("\n\n".join(_fund_text(fund, reader) for fund in part))


def _fund_text(fund: FundExplained, reader: Reader) -> str:
    lines = [f"**{plain(fund.name)}** · {plain(fund.kind)}", *(f"*{plain(head)}:* {plain(said)}" for head, said in fund.lines)]
    if fund.sources:
        links = " · ".join(link(source.publisher, source.url) for source in fund.sources)
        lines.append(f"*{plain(reader.words('pendanaan.fund.sources'))}:* {links}")
    return "  \n".join(lines)
