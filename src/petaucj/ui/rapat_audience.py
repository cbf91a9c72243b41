"""The switch that opens a light page for the phones of the room, with its address, its code, and how many follow."""

from __future__ import annotations

import streamlit as st

from petaucj.meeting.audience import AudienceState, hall
from petaucj.meeting.network import may_open
from petaucj.meeting.routes import audience_note, open_to_public
from petaucj.share.audience import write_audience
from petaucj.share.pictures import write_preview_card
from petaucj.ui.figures import show_svg
from petaucj.ui.memory import settings
from petaucj.ui.occasion import occasion_now
from petaucj.ui.plain import plain
from petaucj.views.phrases import Reader
from petaucj.views.state import ViewState
from petaucj.views.story import build_story

SHOWN = "hadirin-dibekukan"
# How often the number of followers is told anew while the page is open.
SECONDS = 5


def show_audience(state: ViewState, reader: Reader) -> None:
    """Show the switch to whoever sits at this machine; to all others the sentence that says why not."""
    words = reader.words
    st.markdown(plain(words("rapat.audience.text")))
    refused = _refusal()
    if refused:
        st.markdown(f":gray[{plain(words(f'hadirin.refused.{refused}'))}]")
        return
    held = hall().state
    with st.container(horizontal=True, key="tombol-hadirin"):
        label = "rapat.audience.refresh" if held.open else "rapat.audience.open"
        st.button(words(label), key="buka-hadirin", on_click=_open, args=(state, reader), type="secondary" if held.open else "primary")
        if held.open:
            st.button(words("rapat.audience.close"), key="tutup-hadirin", on_click=_close)
    _show_state(state, reader)


def _refusal() -> str:
    """Return why this visitor may not switch, "" for whoever sits at this machine."""
    headers = st.context.headers
    # Streamlit tells no address for a visitor from this machine itself.
    return may_open(st.context.ip_address or "127.0.0.1", headers.get("Host", ""), headers.keys(), open_to_public(), settings().audience_port)


def _open(state: ViewState, reader: Reader) -> None:
    """Freeze the story of this view for the phones. For callbacks."""
    occasion = occasion_now(state, reader)
    story = build_story(occasion)
    hall().open(lambda base: write_audience(story, base=base), write_preview_card(occasion), len(story.steps), settings().audience_port, mark=story.mark)
    st.session_state[SHOWN] = (story.title, len(story.steps))


def _close() -> None:
    hall().close()


@st.fragment(run_every=SECONDS)
def _show_state(state: ViewState, reader: Reader) -> None:
    """Show the address with its code, or why there is none; told anew every few seconds."""
    words, held = reader.words, hall().state
    if not held.open:
        st.markdown(plain(audience_note(held, reader.language) if held.problem else words("rapat.audience.closed")))
        return
    _show_address(held, reader)
    title, count = st.session_state.get(SHOWN, ("", 0))
    told = [words("rapat.audience.frozen", title=title, count=count)] if title else []
    st.markdown("  \n".join(plain(line) for line in (*told, words("rapat.audience.followers", count=held.followers), audience_note(held, reader.language))))


def _show_address(held: AudienceState, reader: Reader) -> None:
    st.markdown(f"{plain(reader.words('rapat.audience.is_open'))} **{plain(held.address)}**")
    if held.qr:
        with st.container(key="qr-hadirin"):
            show_svg(held.qr, reader.words("rapat.audience.alt", address=held.address), "qr", reader.language)
