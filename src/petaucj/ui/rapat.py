"""The room Rapat: the story to present, files to hand out, the page for the phones of the room, and the check before it starts."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from petaucj.share.artefact import file_stem
from petaucj.share.stage import StageOptions, write_stage
from petaucj.ui.address import change_address, read_address
from petaucj.ui.controls import choose_district, choose_month
from petaucj.ui.entry import edit_table
from petaucj.ui.memory import atlas
from petaucj.ui.occasion import occasion_now
from petaucj.ui.plain import plain
from petaucj.ui.prefix import base_prefix
from petaucj.ui.rapat_audience import show_audience
from petaucj.ui.rapat_check import show_check
from petaucj.ui.rapat_files import show_files
from petaucj.views.phrases import Reader
from petaucj.views.state import ViewState
from petaucj.views.stamp import build_stamp
from petaucj.views.story import build_story
from petaucj.views.story_table import added, build_story_table, moved, removed


def show_controls(state: ViewState, reader: Reader) -> None:
    """Show district and month; without a district everything is about the province."""
    with st.container(key="kendali-rapat"):
        district, month = st.columns([40, 60], gap="small", vertical_alignment="bottom")
    with district:
        choose_district(state, reader)
    with month:
        choose_month(state, reader)


def show_body(state: ViewState, reader: Reader) -> None:
    """Show the four parts of a meeting."""
    st.markdown(plain(reader.words("rapat.intro")) + ("" if state.daerah else f" {plain(reader.words('rapat.ask'))}"))
    left, right = st.columns(2, gap="large")
    with left:
        _heading("story", reader)
        show_story(state, reader)
        _heading("check", reader)
        show_check(reader)
    with right:
        _heading("files", reader)
        show_files(state, reader)
        _heading("audience", reader)
        show_audience(state, reader)


def _heading(section: str, reader: Reader) -> None:
    with st.container(key=f"bab-rapat-{section}"):
        st.markdown(f"### {plain(reader.words(f'rapat.section.{section}'))}")


def stage_address(state: ViewState) -> str:
    """Return the path of the presentation of this view."""
    return f"{base_prefix()}/presentasi?{urlencode(state.query(), safe=',:')}"


def show_story(state: ViewState, reader: Reader) -> None:
    """Show the steps as a table that may be changed, and the buttons that open or save the presentation."""
    words = reader.words
    with st.container(horizontal=True, key="buka-presentasi"):
        st.link_button(words("rapat.story.open"), stage_address(state), type="primary")
        st.download_button(words("rapat.story.save"), lambda: write_stage(build_story(occasion_now(state, reader)), StageOptions()),
                           f"{file_stem(build_stamp(occasion_now(state, reader)))}-{words('rapat.story.saved_name')}.html", "text/html", key="simpan-presentasi", on_click="ignore")
    edit_table(build_story_table(atlas(), state, reader), "tabel-langkah", on_edit=lambda row, key, text: None, on_add=lambda word: _change(added, word),
               on_remove=lambda word: _change(removed, word), on_move=lambda word, by: change_address(langkah=moved(read_address()[0], word, by)),
               on_reset=lambda: change_address(langkah=""))
    st.markdown(f":small[:gray[{plain(words('rapat.story.keys'))}]]")


def _change(edit, word: str) -> None:
    """Put the changed story into the address. For callbacks."""
    change_address(langkah=edit(read_address()[0], word))
