"""The hall every room shares: name, menu, release, language, notices, and the two questions at the foot."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode, urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from petaucj.text.dates import day_short
from petaucj.ui.address import bound, read_address
from petaucj.ui.memory import atlas, last_month, settings, today
from petaucj.ui.plain import plain
from petaucj.ui.prefix import base_prefix
from petaucj.ui.style import dress_page
from petaucj.views.phrases import Reader
from petaucj.views.report import build_report
from petaucj.views.state import Notice, ViewState

ROOMS = ("peta", "daerah", "pendanaan", "banding", "rencana", "rapat", "sumber")


def reader_of(state: ViewState) -> Reader:
    """Return who reads this view: language, chosen month, today, and the office's settings."""
    chosen = settings()
    # Only the map of the covered looks beyond today; every other part speaks of the last month there is.
    return Reader(state.bahasa, min(state.per or atlas().newest_month, last_month()), today(), chosen.stale_after_months, chosen.rank_window_months)


def show_head(rooms: dict[str, StreamlitPage], current: StreamlitPage) -> None:
    """Show the head of every page; the menu keeps the view of the address."""
    state, notices = read_address()
    reader = reader_of(state)
    words = reader.words
    dress_page()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="kepala"):
        st.markdown(f"**{words('frame.brand')}**", width="content")
        for slug in ROOMS:
            page = current if slug == "peta" and current.url_path == "" else rooms[slug]
            st.page_link(page, label=words(f"frame.room.{slug}"), query_params=state.query())
        st.space("stretch")
        _show_release(reader)
        st.segmented_control(words("frame.language"), ("id", "en"), required=True, label_visibility="collapsed",
                             format_func=str.upper, **bound("bahasa", state.bahasa))
    for notice in notices:
        st.warning(_notice_words(notice, reader))


def _show_release(reader: Reader) -> None:
    held = atlas()
    told = reader.words("frame.release", number=held.release_number, hash=held.release_hash,
                        date=day_short(date.fromisoformat(held.release_date), reader.language))
    st.markdown(f":small[:gray[{plain(told)}]]", width="content")


def _notice_words(notice: Notice, reader: Reader) -> str:
    names = ", ".join(f"{atlas().district_by_code[code].name} ({code})" for code in notice.candidates)
    maybe = reader.words("frame.notice.maybe", names=names) if names else ""
    more = {"maybe": maybe} if notice.parameter == "daerah" else {}
    return plain(reader.words(f"frame.notice.{notice.parameter}", value=notice.value, **more))


def show_foot() -> None:
    """Show, on every page, what UCJ is and how to report a wrong figure, each one click away."""
    state, _ = read_address()
    reader = reader_of(state)
    words, contact = reader.words, settings().contact
    with st.container(horizontal=True, key="kaki"):
        what = st.popover(words("frame.what.label"), key="apa-itu", on_change="rerun")
        report = st.popover(words("frame.report.label"), key="lapor", on_change="rerun")
    # What they hold travels only once they are open.
    if what.open:
        what.markdown(words("frame.what.text"))
    if report.open:
        with report:
            st.markdown(plain(words("frame.report.intro", contact=contact) if contact else words("frame.report.intro_none")))
            st.code(build_report(atlas(), state, reader, page_address(state)), language=None, wrap_lines=True)


def page_address(state: ViewState) -> str:
    """Return the address of this view: on the configured public address where there is one."""
    here = urlsplit(st.context.url or "")
    # The configured address already holds the base path.
    base = settings().public_url.rstrip("/") or f"{here.scheme}://{here.netloc}{base_prefix()}"
    query = urlencode(state.query(), safe=",")
    return f"{base}{here.path.removeprefix(base_prefix())}" + (f"?{query}" if query else "")
