"""The audience: one frozen page for the phones in the room, opened and closed by the presenter."""

from __future__ import annotations

import hmac
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from ipaddress import ip_address
from urllib.parse import urlunsplit

from petaucj.meeting.board import Board
from petaucj.meeting.listener import Listener
from petaucj.meeting.network import answers, first_free, lan_addresses
from petaucj.meeting.pages import audience_app, freeze
from petaucj.share.qr import qr_svg

AUDIENCE_HOURS = 6
# How many stories it is remembered for, and how far one may go.
STORIES, FURTHEST = 8, 999


@dataclass(frozen=True)
class AudienceState:
    """What the presenter needs to know.

    ``address`` is what phones type and ``qr`` the same as SVG, both "" while closed; ``others`` are this machine's other addresses,
    for ``open(host=…)``. ``token`` moves the step, ``mark`` tells which story is frozen. ``problem`` names a sentence of the catalogue (``hadirin.problem``), "" when all is well:
    off, no_address, no_port, not_started, unreachable (open, but does not answer at its own address), ended (closed by itself).
    """

    open: bool
    address: str
    qr: str
    token: str
    problem: str
    port: int = 0
    step: int = 0
    followers: int = 0
    others: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True)
class _Opening:
    host: str
    port: int
    board: Board
    listener: Listener
    problem: str
    others: tuple[str, ...]
    mark: str


class Audience:
    """Opens and closes the second listener; every method may be called from any thread."""

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(24)
        self._switch = threading.Lock()
        self._opening: _Opening | None = None
        self._problem = ""
        # Where the presenter is in each story shown lately: the phones begin there once it opens, or is frozen anew.
        self._last: OrderedDict[str, int] = OrderedDict()

    def open(self, page: bytes | Callable[[str], bytes], card: bytes, steps: int, port: int, host: str = "",
             seconds: float = AUDIENCE_HOURS * 3600.0, mark: str = "") -> AudienceState:
        """Show a page to the room; one shown before is closed.

        Parameters
        ----------
        page : the finished page, or what makes it from its address (192.168.1.7:8520 with its scheme), which is known only now.
        card : the preview picture for chat apps as PNG, b"" for none.
        steps : how many steps the page has.
        port : the first port to try (ten are tried); 0 means that the office has switched the audience off.
        host : which of this machine's addresses to listen at; "" takes the likeliest one that phones can reach.
        seconds : how long it stays open by itself.
        mark : what tells this story from others, "" where it does not matter.
        """
        with self._switch:
            # The old page gives its port back first, so that phones find the new one at the same address.
            self._close()
            try:
                self._problem = self._opened(page, card, steps, port, host, seconds, mark)
            except Exception:
                self._problem = "not_started"
                raise
            return self.state

    def close(self) -> AudienceState:
        """Close the listener: connections end, the port is free, the thread gone."""
        with self._switch:
            self._close()
            return self.state

    def move(self, step: int, token: str, mark: str = "") -> bool:
        """Go to a step (0 for the first); one told while the room is closed is kept until it opens.

        False for a wrong token, a step the page does not have, or the mark of another story than the one frozen.
        """
        if not hmac.compare_digest(token.encode("utf-8", "surrogatepass"), self.token.encode()) or step < 0:
            return False
        held = self._opening
        if held is None or not held.listener.alive or (mark and held.mark and mark != held.mark):
            self._keep(mark, step)
            return held is None or not held.listener.alive
        if not held.board.move(step):
            return False
        self._keep(mark, step)
        return True

    def _keep(self, mark: str, step: int) -> None:
        if mark and step <= FURTHEST:
            self._last[mark] = step
            self._last.move_to_end(mark)
            while len(self._last) > STORIES:
                self._last.popitem(last=False)

    @property
    def state(self) -> AudienceState:
        """How things stand now."""
        held = self._opening
        if held is None:
            return AudienceState(False, "", "", self.token, self._problem)
        if not held.listener.alive:
            return AudienceState(False, "", "", self.token, "ended")
        address = _address(held.host, held.port)
        return AudienceState(True, address, _code(address) if address else "", self.token, held.problem, held.port, held.board.step,
                             held.board.followers, held.others, held.mark)

    def _close(self) -> None:
        if self._opening is not None:
            self._opening.listener.stop()
        self._opening, self._problem = None, ""

    def _opened(self, page: bytes | Callable[[str], bytes], card: bytes, steps: int, port: int, host: str, seconds: float,
                mark: str) -> str:
        """Open the listener; return what prevented it."""
        if port == 0:
            return "off"
        known = lan_addresses()
        at = host or next(iter(known), "")
        if not at:
            return "no_address"
        bound = first_free(at, port)
        if bound is None:
            return "no_port"
        number = bound.getsockname()[1]
        try:
            shown = freeze(page if isinstance(page, bytes) else page(_address(at, number)), card)
        except BaseException:
            bound.close()
            raise
        board = Board(steps, shown.version)
        board.move(self._last.get(mark, 0))
        listener = Listener(audience_app(shown, board), bound, seconds, board.close)
        if not listener.start():
            listener.stop()
            return "not_started"
        problem = "" if answers(at, number) else "unreachable"
        self._opening = _Opening(at, number, board, listener, problem, tuple(a for a in known if a != at), mark)
        return ""


def _address(host: str, port: int) -> str:
    """Return the address phones type; "" for one that means only this machine itself."""
    return "" if ip_address(host).is_loopback or ip_address(host).is_unspecified else urlunsplit(("http", f"{host}:{port}", "", "", ""))


@lru_cache(maxsize=4)
def _code(address: str) -> str:
    """Return the QR code of an address; the presenter's page asks for it every few seconds."""
    return qr_svg(address)


@cache
def hall() -> Audience:
    """Return the one audience of this process."""
    return Audience()
