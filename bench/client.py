"""A viewer without a browser: speaks Streamlit's websocket and counts what really arrives.

It sends what the current frontend sends (``rerun_script`` with query string, page, widget states,
hashes of the messages it keeps, context) and keeps messages the way the frontend does, so that a
message the server only refers to is counted as the reference.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

# The frontend forgets a kept message it has not seen for this many runs (global.maxCachedMessageAge).
KEPT_RUNS = 2
_GOOD = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass(frozen=True)
class Widget:
    """A selectbox or a slider of options on the page: its id, and the texts that can be picked."""

    name: str
    kind: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Rerun:
    """One rerun as the viewer saw it: seconds until the script finished, bytes and messages received, what failed ("" if nothing)."""

    seconds: float
    received: int
    messages: int
    fault: str = ""


class Viewer:
    """One open session of a Streamlit app on this machine.

    >>> async with Viewer(8501) as viewer:
    ...     await viewer.rerun({"daerah": "13.11"}, page="peta")
    """

    def __init__(self, port: int, timeout: float = 60.0) -> None:
        self.port = port
        self.timeout = timeout
        self.query = ""
        self.widgets: dict[str, Widget] = {}
        self._pages: dict[str, str] = {}
        self._page_hash = ""
        self._page_name = ""
        self._kept: dict[str, int] = {}
        self._run = 0
        self._picked: dict[str, str] = {}
        self._socket: ClientConnection | None = None

    async def __aenter__(self) -> Viewer:
        """Open the websocket the way a browser does: same origin, subprotocol ``streamlit``."""
        self._socket = await connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream", subprotocols=["streamlit"],
            origin=f"http://127.0.0.1:{self.port}", max_size=None, open_timeout=self.timeout,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the websocket."""
        await self._socket.close()

    async def rerun(self, query: Mapping[str, str] | None = None, page: str | None = None, pick: Mapping[str, str] | None = None) -> Rerun:
        """Ask for one run of the script and wait until it has finished.

        Parameters
        ----------
        query : the new parameters of the address; None keeps the present ones.
        page : the slug of the page to open; None stays on the page.
        pick : widget key -> chosen text, as a click in a selectbox or slider sends it; ``widgets`` holds what can be picked.

        Returns
        -------
        What arrived until ``script_finished``. Nothing is raised for a failed run: ``fault`` says it.
        """
        started = time.perf_counter()
        seen = _Seen()
        try:
            async with asyncio.timeout(self.timeout):
                await self._socket.send(self._request(query, page, pick or {}))
                while not seen.finished:
                    self._take(await self._socket.recv(), seen)
        except Exception as fault:  # a dropped or silent connection is a result, not a crash of the benchmark
            seen.fault = seen.fault or f"{type(fault).__name__}: {fault}"
        return Rerun(time.perf_counter() - started, seen.received, seen.messages, seen.fault)

    def _request(self, query: Mapping[str, str] | None, page: str | None, pick: Mapping[str, str]) -> bytes:
        if query is not None:
            self.query = urlencode(query)
        if page is not None:
            self._page_hash, self._page_name = self._pages.get(page, ""), page
            self._picked = {}
        message = BackMsg()
        rerun = message.rerun_script
        rerun.query_string = self.query
        rerun.page_script_hash = self._page_hash
        if not self._page_hash:
            rerun.page_name = self._page_name
        rerun.cached_message_hashes.extend(self._kept)
        rerun.context_info.timezone, rerun.context_info.timezone_offset = "Asia/Jakarta", -420
        rerun.context_info.locale, rerun.context_info.color_scheme = "id-ID", "light"
        rerun.context_info.url = f"http://127.0.0.1:{self.port}/{self._page_name}"
        self._picked.update(pick)
        rerun.widget_states.widgets.extend(_widget_state(self.widgets[key], option) for key, option in self._picked.items())
        return message.SerializeToString()

    def _take(self, payload: bytes, seen: _Seen) -> None:
        message = ForwardMsg.FromString(payload)
        seen.received += len(payload)
        seen.messages += 1
        kind = message.WhichOneof("type")
        if message.metadata.cacheable and message.hash:
            self._kept[message.hash] = self._run
        if kind == "ref_hash":
            self._kept_again(message.ref_hash, seen)
        elif kind == "new_session":
            self._page_hash = message.new_session.page_script_hash
        elif kind == "navigation":
            self._pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
            self._page_hash = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "page_not_found":
            seen.fault = f"page not found: {message.page_not_found.page_name}"
        elif kind == "delta":
            self._take_element(message, seen)
        elif kind == "script_finished":
            self._finish(message.script_finished, seen)

    def _take_element(self, message: ForwardMsg, seen: _Seen) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception" and not element.exception.is_warning:
            seen.fault = f"exception on the page: {element.exception.type} {element.exception.message}"
        elif kind in ("selectbox", "slider"):
            self._take_widget(kind, getattr(element, kind))

    def _take_widget(self, kind: str, sent: object) -> None:
        key = sent.id.split("-", 2)[-1]
        self.widgets[key] = Widget(sent.id, kind, tuple(sent.options))
        if key in self._picked and sent.set_value:  # the script moved the widget: the frontend follows
            self._picked[key] = sent.raw_value if kind == "selectbox" else sent.raw_value[0]

    def _kept_again(self, name: str, seen: _Seen) -> None:
        if name not in self._kept:
            seen.fault = "the server refers to a message the viewer does not hold"
        self._kept[name] = self._run

    def _finish(self, status: int, seen: _Seen) -> None:
        if status == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return
        seen.finished = True
        if status not in _GOOD:
            seen.fault = seen.fault or f"script finished with {ForwardMsg.ScriptFinishedStatus.Name(status)}"
        self._run += 1
        self._kept = {name: run for name, run in self._kept.items() if self._run - run <= KEPT_RUNS}


@dataclass
class _Seen:
    """What one run has brought so far."""

    received: int = 0
    messages: int = 0
    finished: bool = False
    fault: str = ""


def _widget_state(widget: Widget, option: str) -> WidgetState:
    """Return what the frontend sends for a picked option: a selectbox a text, a slider of options a list."""
    state = WidgetState(id=widget.name)
    if widget.kind == "selectbox":
        state.string_value = option
    else:
        state.string_array_value.data.append(option)
    return state
