"""An audience on this machine's loopback, so that the tests need no network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from petaucj.meeting.audience import Audience
from petaucj.meeting.network import bound_socket

PAGE = b"<!DOCTYPE html><title>halaman</title>" + b"<p>isi halaman hadirin</p>" * 2000
CARD = b"\x89PNG kartu"
HERE = "127.0.0.1"


def free_port() -> int:
    """Return a port that is free now."""
    with bound_socket(HERE, 0) as held:
        return held.getsockname()[1]


@pytest.fixture
def audience() -> Iterator[Audience]:
    """A closed audience; closed again at the end."""
    held = Audience()
    yield held
    held.close()


@pytest.fixture
def port(audience: Audience) -> int:
    """The port of an open audience with seven steps."""
    return audience.open(PAGE, CARD, 7, free_port(), HERE).port
