"""The viewer without a browser drives the real app; what one interaction sends stays within its budget."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.client import Rerun, Viewer
from bench.crowd import spread
from bench.server import Server, petaucj
from bench.steps import VALUES

PETA_BYTES, DAERAH_BYTES = 30_000, 60_000


@pytest.fixture(scope="module")
def app() -> Iterator[Server]:
    """Yield the real app, running."""
    with petaucj() as server:
        yield server


def drive(server: Server, visit: Callable[[Viewer], Coroutine]) -> object:
    """Run a visit to its end; in a thread of its own, since a browser test may hold an event loop in this one."""
    async def whole() -> object:
        async with Viewer(server.port, timeout=30) as viewer:
            return await visit(viewer)

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, whole()).result()


def by_address(server: Server, page: str, queries: list[dict[str, str]]) -> list[Rerun]:
    """Open a page and visit addresses one after another."""
    async def visit(viewer: Viewer) -> list[Rerun]:
        await viewer.rerun({}, page=page)
        return [await viewer.rerun(query) for query in queries]

    return drive(server, visit)


def test_three_districts_arrive_whole(app: Server) -> None:
    reruns = by_address(app, "peta", [{"daerah": code} for code in ("13.11", "13.73", "13.74")])
    assert [rerun.fault for rerun in reruns] == ["", "", ""]
    assert all(rerun.received > 3_000 and rerun.messages > 20 and rerun.seconds > 0 for rerun in reruns)
    assert len({rerun.received for rerun in reruns}) == 3


def test_a_click_moves_the_address(app: Server) -> None:
    async def visit(viewer: Viewer) -> tuple[Rerun, str]:
        await viewer.rerun({}, page="peta")
        options = viewer.widgets["pilih-daerah"].options
        return await viewer.rerun(pick={"pilih-daerah": next(text for text in options if "Solok Selatan" in text)}), viewer.query

    rerun, query = drive(app, visit)
    assert (rerun.fault, query) == ("", "daerah=13.11")


def test_a_page_that_does_not_exist_is_a_failure(app: Server) -> None:
    async def visit(viewer: Viewer) -> Rerun:
        return await viewer.rerun({}, page="tidak-ada")

    assert "page not found" in drive(app, visit).fault


def budget_of(reruns: list[Rerun], queries: list[dict[str, str]], limit: int) -> dict[str, int]:
    """Return the addresses whose interaction is over the limit, with their bytes."""
    assert {rerun.fault for rerun in reruns} == {""}
    return {str(query): rerun.received for query, rerun in zip(queries, reruns, strict=True) if rerun.received > limit}


@pytest.mark.parametrize("more", [{}, {"banding": "2024-09"}, {"bahasa": "en"}], ids=["one date", "two dates", "english"])
def test_one_interaction_on_peta_is_light(app: Server, more: dict[str, str]) -> None:
    queries = [{"daerah": code} | more for code in VALUES["daerah"]] + [{"daerah": "13.11", "indikator": name} | more for name in VALUES["indikator"]]
    assert budget_of(by_address(app, "peta", queries), queries, PETA_BYTES) == {}


def test_one_interaction_on_daerah_is_light(app: Server) -> None:
    queries = [{"daerah": code} for code in VALUES["daerah"]]
    assert budget_of(by_address(app, "daerah", queries), queries, DAERAH_BYTES) == {}


def test_the_spread_of_waiting_times() -> None:
    assert spread([Rerun(second / 100, 1, 1) for second in range(101)]) == {"p50": 0.5, "p95": 0.95, "max": 1.0}
