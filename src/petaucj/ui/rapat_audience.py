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
from petaucj.views.story import build_story, mark_of

# Title and number of steps of what was frozen, by the mark of the story: every tab must say the same.
_FROZEN: dict[str, tuple[str, int]] = {}
# How often the number of followers is told anew while the page is open.
SECONDS = 5


def show_audience(state: ViewState, reader: Reader) -> None:
    """Show the switch to whoever sits at this machine; to all others the sentence that says why not."""
    words, refused = reader.words, _refusal()
    if refused:
        st.markdown(f":gray[{plain(words(f'hadirin.refused.{refused}'))}]")
        return
    st.markdown(plain(words("rapat.audience.text")))
    _show_state(state, reader)


def _show_buttons(held: AudienceState, state: ViewState, reader: Reader) -> None:
    words = reader.words
    with st.container(horizontal=True, key="tombol-hadirin"):
        label = "rapat.audience.refresh" if held.open else "rapat.audience.open"
        st.button(words(label), key="buka-hadirin", on_click=_open, args=(state, reader), type="secondary" if held.open else "primary")
        if held.open:
            st.button(words("rapat.audience.close"), key="tutup-hadirin", on_click=_close)


def _refusal() -> str:
    """Return why this visitor may not switch, "" for whoever sits at this machine."""
    headers = st.context.headers
    # Streamlit tells no address for a visitor from this machine itself.
    return may_open(st.context.ip_address or "127.0.0.1", headers.get("Host", ""), headers.keys(), open_to_public(), settings().audience_port,
                    headers.get("Origin", ""))


def _open(state: ViewState, reader: Reader) -> None:
    """Freeze the story of this view for the phones; asked again who asks, because a message can be forged. For callbacks."""
    if _refusal():
        return
    occasion = occasion_now(state, reader)
    story = build_story(occasion)
    hall().open(lambda base: write_audience(story, base=base), write_preview_card(occasion), len(story.steps), settings().audience_port, mark=story.mark)
    _FROZEN[story.mark] = (story.title, len(story.steps))


def _close() -> None:
    if not _refusal():
        hall().close()


@st.fragment(run_every=SECONDS)
def _show_state(state: ViewState, reader: Reader) -> None:
    """Show the address with its code, or why there is none; told anew every few seconds."""
    words, held = reader.words, hall().state
    _show_buttons(held, state, reader)
    if not held.open:
        st.markdown(plain(audience_note(held, reader.language) if held.problem else words("rapat.audience.closed")))
        return
    _show_address(held, reader)
    title, count = _FROZEN.get(held.mark, ("", 0))
    told = [words("rapat.audience.frozen", title=title, count=count)] if title else []
    if held.mark != mark_of(occasion_now(state, reader)):
        told.append(words("rapat.audience.other_story"))
    st.markdown("  \n".join(plain(line) for line in (*told, words("rapat.audience.followers", count=held.followers), audience_note(held, reader.language))))


def _show_address(held: AudienceState, reader: Reader) -> None:
    st.markdown(f"{plain(reader.words('rapat.audience.is_open'))} **{plain(held.address)}**")
    if held.qr:
        with st.container(key="qr-hadirin"):
            show_svg(held.qr, reader.words("rapat.audience.alt", address=held.address), "qr", reader.language)
