"""The first visit in a real browser: megabytes on the wire, and seconds until the map is ready."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass, field
from urllib.parse import urlparse

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
QUIET_SECONDS = 1.5
# Our map marks the body of its frame; in the usual page the districts themselves are the sign.
OURS_READY = "[...document.querySelectorAll('iframe')].some(f => f.contentDocument?.body?.dataset.ready)"
CHART_READY = "document.querySelector('.js-plotly-plot .main-svg')"
USUAL_READY = "[...document.querySelectorAll('iframe')].some(f => f.contentDocument?.querySelector('path.leaflet-interactive'))"


@dataclass
class Wire:
    """What the browser has received so far."""

    responses: float = 0
    frames: float = 0
    last: float = field(default_factory=time.monotonic)
    hosts: set[str] = field(default_factory=set)

    def listen(self, session) -> None:
        """Count responses as transferred (headers included) and the payload of websocket frames."""
        session.on("Network.loadingFinished", lambda event: self._add("responses", event["encodedDataLength"]))
        session.on("Network.webSocketFrameReceived", lambda event: self._add("frames", _frame_bytes(event["response"])))
        session.on("Network.requestWillBeSent", lambda event: self._ask(event["request"]["url"]))
        session.send("Network.enable")

    def _add(self, where: str, amount: float) -> None:
        setattr(self, where, getattr(self, where) + amount)
        self.last = time.monotonic()

    def _ask(self, url: str) -> None:
        host = urlparse(url).hostname
        if host and host not in ("127.0.0.1", "localhost"):
            self.hosts.add(host)


def browser_path() -> str | None:
    """Return the system's Chromium, or None."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def first_loads(url: str, ready: str, visits: int = 3, patience: float = 30.0) -> dict:
    """Visit a page several times, each time with an empty cache; the first visit also meets a cold server.

    Returns megabytes on the wire (first visit), seconds until the map is ready (first, median, longest;
    None when it never was), and the foreign hosts the page asked for.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        try:
            seen = [_visit(browser, url, ready, patience) for _ in range(visits)]
        finally:
            browser.close()
    seconds = [waited for _, waited in seen]
    wire = seen[0][0]
    known = sorted(value for value in seconds if value is not None)
    return {
        "url": urlparse(url).path, "mb": round((wire.responses + wire.frames) / 1e6, 2), "mb_frames": round(wire.frames / 1e6, 3),
        "ready_first": seconds[0], "ready_median": known[len(known) // 2] if known else None,
        "ready_max": known[-1] if len(known) == len(seconds) else None, "foreign_hosts": sorted(wire.hosts),
    }


def _visit(browser, url: str, ready: str, patience: float) -> tuple[Wire, float | None]:
    from playwright.sync_api import TimeoutError as NotReady

    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="id-ID")
    page, wire = context.new_page(), Wire()
    wire.listen(context.new_cdp_session(page))
    page.goto(url, wait_until="commit")
    try:
        found = page.wait_for_function(f"{ready} ? performance.now() : 0", timeout=patience * 1000).json_value()
        waited = round(found / 1000, 2)
    except NotReady:
        waited = None
    while time.monotonic() - wire.last < QUIET_SECONDS:
        page.wait_for_timeout(100)
    context.close()
    return wire, waited


def _frame_bytes(frame: dict) -> float:
    """Return the length of a frame's payload; binary frames come as base64."""
    text = frame.get("payloadData", "")
    return len(text) if frame.get("opcode") == 1 else len(text) * 3 / 4
