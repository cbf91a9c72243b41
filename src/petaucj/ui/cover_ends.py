"""The calendar of cover that ends, below the map."""

from __future__ import annotations

import streamlit as st

from petaucj.ui.component import mount
from petaucj.ui.evidence import show_evidence
from petaucj.ui.memory import atlas
from petaucj.ui.plain import plain
from petaucj.views.cover_ends import EndsView, build_cover_ends, ends_opener
from petaucj.views.phrases import Reader


def show_cover_ends(reader: Reader, unfolded: bool) -> None:
    """Show the calendar, or only the click that opens it; folded, it travels once it is open."""
    if unfolded:
        view = build_cover_ends(atlas(), reader)
        st.markdown(f"**{plain(view.title)}**")
        _show(view, reader)
        return
    click = st.expander(ends_opener(reader), key="perlindungan-berakhir", on_change="rerun")
    if click.open:
        with click:
            _show(build_cover_ends(atlas(), reader), reader)


def _show(view: EndsView, reader: Reader) -> None:
    st.markdown(plain(view.sentence))
    if view.months:
        mount("figure.js", "kalender-berakhir", {"kind": "ends", **_table(view, reader)})
    with st.container(horizontal=True, key="sumber-berakhir"):
        for number, month in enumerate(view.months):
            if month.note:
                show_evidence(month.note, reader, f"bukti-berakhir-{number}")
        if view.without:
            _show_without(view, reader)
    lines = [line for line in (view.incomplete, *view.remarks) if line]
    if lines:
        st.markdown(f":small[:gray[{plain(' '.join(lines))}]]")


def _table(view: EndsView, reader: Reader) -> dict:
    return {
        "alt": view.title, "lang": reader.language, "columns": list(view.columns), "nothing": view.nothing,
        "months": [[month.name, [[row.swatch, row.district, *([row.whole] if row.whole else [row.fund, row.people, row.since, row.status])]
                                 for row in month.rows]] for month in view.months],
    }


def _show_without(view: EndsView, reader: Reader) -> None:
    click = st.popover(view.without_label, key="tanpa-bulan-akhir", on_change="rerun", wrap=True)
    if click.open:
        with click:
            st.markdown("\n".join(f"- {plain(line)}" for line in view.without) + f"\n\n{plain(reader.words('peta.ends.without_where'))}")
