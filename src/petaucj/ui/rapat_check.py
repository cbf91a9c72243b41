"""The check of the room on the page: one button, then every line green or what to do."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from petaucj.data.settings import today
from petaucj.meeting.audience import hall
from petaucj.meeting.check import check_room
from petaucj.meeting.room import Room
from petaucj.ui.memory import settings
from petaucj.ui.notes import table_text
from petaucj.ui.plain import plain
from petaucj.ui.prefix import base_prefix
from petaucj.views.phrases import Reader
from petaucj.views.room_check import build_room_check

FOUND = "cek-ruang"


def show_check(reader: Reader) -> None:
    """Show the button and, once pressed, what was found."""
    st.markdown(plain(reader.words("rapat.check.text")))
    if st.button(reader.words("rapat.check.run"), key="periksa-ruang"):
        usage = bool(st.config.get_option("browser.gatherUsageStats"))
        room = Room(settings(), today(), Path.cwd(), int(st.config.get_option("server.port")), usage, base_prefix(), hall().state)
        st.session_state[FOUND] = check_room(room)
    if FOUND not in st.session_state:
        return
    view = build_room_check(st.session_state[FOUND], reader)
    st.markdown(f"**{plain(view.sentence)}**")
    st.markdown(table_text(view.table))
    st.markdown("\n".join(f"- {plain(line)}" for line in view.reminders))
