"""The check of the room on the page: one button, then every line green or what to do."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from petaucj.data.settings import today
from petaucj.meeting.audience import hall
from petaucj.meeting.check import check_room
from petaucj.meeting.room import Room
from petaucj.ui.memory import settings
from petaucj.ui.plain import plain
from petaucj.ui.prefix import base_prefix
from petaucj.views.phrases import Reader
from petaucj.views.room_check import FAIL, OK, WARN, build_room_check

FOUND = "cek-ruang"
# Sign and word tell the state without the colour.
MARKS = {OK: ("green", "✓"), WARN: ("orange", "!"), FAIL: ("red", "✗")}


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
    # What needs something done stands first; within a state the order of the check stays.
    order = sorted(range(len(view.statuses)), key=lambda i: (FAIL, WARN, OK).index(view.statuses[i]))
    st.markdown("  \n".join(_line(view.statuses[i], view.table.rows[i].cells) for i in order))
    st.markdown("\n".join(f"- {plain(line)}" for line in view.reminders))


def _line(status: str, cells: tuple[str, ...]) -> str:
    """Return one finding: a sign and a word for its state, what was looked at, what was found, and what to do."""
    said, what, found, todo = map(plain, cells)
    colour, sign = MARKS[status]
    more = f"  \n:{colour}[→] {todo}" if todo else ""
    return f":{colour}[**{sign} {said}**] **{what}** · {found}{more}"
