"""With the cable pulled: every room asks this machine only."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import HARMLESS, map_frame

ROOMS = ("/", "/peta", "/daerah", "/pendanaan", "/banding", "/rencana", "/sumber")


@pytest.mark.parametrize("room", ROOMS)
def test_no_request_leaves_the_machine(visit, requests, server, room) -> None:
    page = visit(f"{room}?daerah=13.11")
    if room in ("/", "/peta"):
        map_frame(page)
    page.wait_for_timeout(600)
    own = urlsplit(server).netloc
    foreign = [url for url in requests if urlsplit(url).scheme in ("http", "https", "ws", "wss") and urlsplit(url).netloc != own]
    assert foreign == []


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_fails_and_no_asset_is_answered_with_html(visit, chromium, server, room) -> None:
    context = chromium.new_context()
    page = context.new_page()
    failed, wrong = [], []
    page.on("requestfailed", lambda request: failed.append(request.url))

    def look(answer) -> None:
        kind = answer.headers.get("content-type", "")
        if answer.status >= 400 and not answer.url.endswith(HARMLESS):
            failed.append(f"{answer.status} {answer.url}")
        if answer.url.split("?")[0].endswith((".js", ".css", ".geojson")) and "html" in kind:
            wrong.append(answer.url)

    page.on("response", look)
    page.goto(f"{server}{room}?daerah=13.11")
    page.wait_for_selector(".st-key-kaki")
    page.wait_for_timeout(800)
    context.close()
    assert failed == []
    assert wrong == []


def test_the_first_visit_to_peta_is_light(chromium, server) -> None:
    context = chromium.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    received = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    session.on("Network.webSocketFrameReceived", lambda event: received.append(len(event["response"]["payloadData"]) * 3 / 4))
    page.goto(f"{server}/?daerah=13.11")
    page.wait_for_selector(".st-key-kaki")
    map_frame(page)
    page.wait_for_timeout(500)
    context.close()
    assert sum(received) <= 3_500_000
