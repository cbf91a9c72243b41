"""Opening, moving, closing: the second listener serves four paths and leaves nothing behind."""

from __future__ import annotations

import gzip
import http.client
import socket
import threading

import pytest

from petaucj.meeting import audience as module
from petaucj.meeting.audience import Audience, hall
from petaucj.meeting.network import bound_socket
from tests.meeting.conftest import CARD, HERE, PAGE, free_port


def _ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    asked = http.client.HTTPConnection(HERE, port, timeout=10)
    try:
        asked.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = asked.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        asked.close()


def _threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "petaucj-hadirin"]


def test_the_four_paths(port: int) -> None:
    status, headers, body = _ask(port, "/")
    assert (status, body, headers["content-type"]) == (200, PAGE, "text/html; charset=utf-8")
    assert _ask(port, "/kartu.png")[::2] == (200, CARD)
    assert _ask(port, "/posisi")[0] == 200
    assert _ask(port, "/healthz")[2] == b'{"status":"ok","audience":true}'


def test_the_page_goes_compressed_where_the_phone_can_read_that(port: int) -> None:
    _, headers, body = _ask(port, "/", Accept_Encoding="br, gzip;q=0.8")
    assert headers["content-encoding"] == "gzip"
    assert headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(body) == PAGE
    assert "content-encoding" not in _ask(port, "/", Accept_Encoding="gzip;q=0, identity")[1]


def test_a_page_the_phone_holds_is_not_sent_again(port: int) -> None:
    tag = _ask(port, "/")[1]["etag"]
    assert _ask(port, "/", If_None_Match=tag)[::2] == (304, b"")


@pytest.mark.parametrize("path", ["/data/coverage.csv", "/_stcore/health", "/_stcore/stream", "/peta", "/static/index.html", "/posisi/", "/kartu.png/x",
                                  "/../seeds/coverage.csv", "/%2e%2e/seeds/coverage.csv", "//etc/passwd", "/..%2f..%2fetc/passwd", "/aset", "/favicon.ico",
                                  "/panggung/posisi", "/panggung/hadirin", "/kartu.png%00", "/ "])
def test_nothing_else_is_served(port: int, path: str) -> None:
    with socket.create_connection((HERE, port), timeout=10) as raw:
        raw.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        assert raw.recv(100).split(b" ")[1] in (b"404", b"400")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("path", ["/", "/posisi"])
def test_only_reading_is_allowed(audience: Audience, port: int, method: str, path: str) -> None:
    assert _ask(port, path, method)[0] == 405
    assert audience.state.step == 0


@pytest.mark.parametrize("path", ["/", "/posisi", "/kartu.png", "/healthz"])
def test_heads_have_no_bodies(port: int, path: str) -> None:
    assert _ask(port, path, "HEAD", Accept="text/event-stream")[::2] == (200, b"")


def test_an_answer_cannot_be_framed_or_guessed(port: int) -> None:
    headers = _ask(port, "/")[1]
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers


def test_huge_headers_are_refused_and_the_next_phone_is_served(port: int) -> None:
    with socket.create_connection((HERE, port), timeout=10) as raw:
        raw.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X: " + b"a" * 60_000 + b"\r\n")
        assert raw.recv(100).startswith(b"HTTP/1.1 400")
    assert _ask(port, "/")[0] == 200


def test_clients_that_say_nothing_do_not_hold_up_the_others(port: int) -> None:
    idle = [socket.create_connection((HERE, port)) for _ in range(50)]
    try:
        for raw in idle[:25]:
            raw.sendall(b"GET / HTT")
        assert _ask(port, "/")[0] == 200
    finally:
        for raw in idle:
            raw.close()


def test_whoever_never_finishes_a_request_loses_the_place(monkeypatch: pytest.MonkeyPatch, audience: Audience) -> None:
    monkeypatch.setattr("petaucj.meeting.listener.REQUEST_SECONDS", 0.2)
    port = audience.open(PAGE, b"", 1, free_port(), HERE).port
    with socket.create_connection((HERE, port), timeout=10) as raw:
        raw.sendall(b"GET / HTTP/1.1\r\nHost:")
        try:
            assert raw.recv(100) == b""
        except ConnectionResetError:
            pass


def test_more_connections_than_there_are_places_are_told_so(monkeypatch: pytest.MonkeyPatch, audience: Audience) -> None:
    monkeypatch.setattr("petaucj.meeting.listener.MOST_CONNECTIONS", 3)
    port = audience.open(PAGE, b"", 1, free_port(), HERE).port
    held = [socket.create_connection((HERE, port), timeout=10) for _ in range(3)]
    try:
        held[-1].sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert held[-1].recv(100).startswith(b"HTTP/1.1 503")
    finally:
        for raw in held:
            raw.close()


def test_only_the_right_token_moves_the_step_and_only_to_a_step_there_is(audience: Audience, port: int) -> None:
    assert not audience.move(2, "")
    assert not audience.move(2, audience.token + "x")
    assert not audience.move(2, "\ud800")
    assert not audience.move(7, audience.token)
    assert not audience.move(-1, audience.token)
    assert audience.state.step == 0
    assert audience.move(6, audience.token)
    assert audience.state.step == 6
    assert _ask(port, "/posisi")[2].startswith(b"6 ")


def test_asking_again_is_answered_by_the_next_step(audience: Audience, port: int) -> None:
    tag = _ask(port, "/posisi")[1]["etag"]
    answers: list[tuple[int, dict[str, str], bytes]] = []
    asking = threading.Thread(target=lambda: answers.append(_ask(port, "/posisi", If_None_Match=tag)))
    asking.start()
    while not audience.state.followers:
        asking.join(0.01)
    audience.move(3, audience.token)
    asking.join(10)
    assert answers[0][0] == 200
    assert answers[0][2].startswith(b"3 ")


def test_asking_again_without_news_costs_no_body(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    monkeypatch.setattr("petaucj.meeting.pages.HOLD", 0.05)
    tag = _ask(port, "/posisi")[1]["etag"]
    assert _ask(port, "/posisi", If_None_Match=tag)[::2] == (304, b"")


def test_another_page_has_another_version(audience: Audience, port: int) -> None:
    first = _ask(port, "/posisi")[2]
    again = audience.open(PAGE, CARD, 7, port, HERE)
    assert _ask(again.port, "/posisi")[2] == first
    other = audience.open(PAGE + b"!", CARD, 7, port, HERE)
    assert _ask(other.port, "/posisi")[2] != first


def test_closing_ends_streams_frees_the_port_and_the_thread(audience: Audience, port: int) -> None:
    with socket.create_connection((HERE, port), timeout=10) as raw:
        raw.sendall(b"GET /posisi HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n")
        told = b""
        while b"data:0 " not in told:
            told += raw.recv(1000)
        assert audience.state.followers == 1
        state = audience.close()
        while more := raw.recv(1000):
            told += more
    assert told.endswith(b"0\r\n\r\n"), "the stream was cut off instead of ended"
    assert (state.open, state.address, state.qr, state.problem, state.followers) == (False, "", "", "", 0)
    assert not audience.state.open
    assert _threads() == []
    held = bound_socket(HERE, port)
    assert held is not None
    held.close()


def test_it_closes_by_itself_and_says_so(audience: Audience) -> None:
    audience.open(PAGE, CARD, 7, free_port(), HERE, seconds=0.05)
    thread = next((t for t in threading.enumerate() if t.name == "petaucj-hadirin"), None)
    if thread:
        thread.join(10)
    assert (audience.state.open, audience.state.problem) == (False, "ended")
    assert _threads() == []


def test_it_stays_open_six_hours() -> None:
    assert module.AUDIENCE_HOURS == 6


def test_opening_again_closes_what_was_open(audience: Audience, port: int) -> None:
    state = audience.open(PAGE, CARD, 2, port, HERE)
    assert (state.open, state.port, state.step) == (True, port, 0)
    assert len(_threads()) == 1


def test_a_taken_port_gives_way_to_the_next_and_ten_taken_ones_are_told(audience: Audience) -> None:
    first = free_port()
    held = [bound_socket(HERE, port) for port in range(first, first + 10)]
    try:
        assert audience.open(PAGE, CARD, 1, first, HERE).problem == "no_port"
        if held[9]:
            held.pop().close()
            state = audience.open(PAGE, CARD, 1, first, HERE)
            assert (state.open, state.port) == (True, first + 9)
    finally:
        for one in filter(None, held):
            one.close()


def test_port_zero_means_switched_off(audience: Audience) -> None:
    assert (audience.open(PAGE, CARD, 1, 0, HERE).open, audience.state.problem) == (False, "off")


def test_without_a_network_nothing_is_opened_and_no_address_is_named(monkeypatch: pytest.MonkeyPatch, audience: Audience) -> None:
    monkeypatch.setattr(module, "lan_addresses", lambda: ())
    state = audience.open(PAGE, CARD, 1, free_port())
    assert (state.open, state.address, state.qr, state.problem) == (False, "", "", "no_address")
    assert _threads() == []


def test_a_loopback_address_is_never_named(audience: Audience, port: int) -> None:
    assert (audience.state.open, audience.state.address, audience.state.qr) == (True, "", "")


def test_the_page_is_made_for_its_address_and_a_page_that_fails_leaves_the_port_free(audience: Audience) -> None:
    seen: list[str] = []
    audience.open(lambda base: seen.append(base) or PAGE, CARD, 1, free_port(), HERE)
    assert seen == [""]
    port = free_port()
    with pytest.raises(ZeroDivisionError):
        audience.open(lambda base: bytes(1 // 0), CARD, 1, port, HERE)
    assert not audience.state.open
    bound_socket(HERE, port).close()


def test_a_real_address_of_this_machine_is_named_and_coded(audience: Audience) -> None:
    known = module.lan_addresses()
    if not known:
        pytest.skip("this machine has no network")
    state = audience.open(lambda base: base.encode(), CARD, 1, free_port())
    assert state.address == f"http://{known[0]}:{state.port}"
    assert state.qr.startswith("<svg")
    assert state.problem == ""


def test_there_is_one_hall() -> None:
    assert hall() is hall()
    assert len(hall().token) >= 32
