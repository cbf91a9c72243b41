"""Every assumption of a plan on the page, behind one click."""

from __future__ import annotations

import streamlit as st

from petaucj.domain.outlook import Outlook
from petaucj.ui.memory import atlas, book
from petaucj.ui.plain import plain
from petaucj.views.phrases import Reader
from petaucj.views.plan_assumptions import build_assumptions


def show_assumptions(result: Outlook, reader: Reader) -> None:
    """Show every assumption with the document it rests on; they travel only once opened."""
    fold = st.expander(reader.words("rencana.section.assumptions"), key="semua-anggapan", on_change="rerun")
    if fold.open:
        view = build_assumptions(result.plan, result, book(), atlas(), reader)
        with fold:
            st.markdown("\n".join(f"- {plain(line)}" for line in view.lines))
