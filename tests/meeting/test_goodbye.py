"""A phone that follows is told when the presenter closes."""

from __future__ import annotations

import socket

from petaucj.meeting.audience import Audience
from tests.meeting.conftest import HERE


def test_a_closed_audience_says_so(audience: Audience, port: int) -> None:
    with socket.create_connection((HERE, port), timeout=10) as raw:
        raw.sendall(b"GET /posisi HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n")
        told = b""
        while b"data:0 " not in told:
            told += raw.recv(1000)
        audience.close()
        while more := raw.recv(1000):
            told += more
    assert b"event:tutup\ndata:-\n\n" in told
