"""One viewer: bytes to the browser and processor time of the server for one interaction."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from statistics import median

from bench.client import Rerun, Viewer
from bench.server import Server
from bench.steps import CHANGES, Step, clicks, sliders, walk

USUAL_KEYS = ("daerah", "per", "indikator")
PETA_KEYS = ("pilih-daerah", "pilih-per", "pilih-indikator")
PLAN_KEYS = ("rencana-tenggat", "rencana-tumbuh", "luas-bulan")


@dataclass
class Case:
    """One kind of interaction on one server, and what was measured."""

    name: str
    server: Server
    page: str
    steps: Callable[[Viewer], Iterator[Step]]
    reruns: list[Rerun] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)

    def result(self) -> dict:
        """Return the figures: bytes (median, largest), CPU in ms (median of the rounds), seconds, failures."""
        received = [rerun.received for rerun in self.reruns]
        faults = sorted({rerun.fault for rerun in self.reruns if rerun.fault})
        return {
            "name": self.name, "reruns": len(received), "bytes_median": median(received), "bytes_max": max(received),
            "messages_median": median(rerun.messages for rerun in self.reruns), "cpu_ms": round(median(self.cpu_ms), 1),
            "cpu_ms_rounds": [round(value, 1) for value in self.cpu_ms],
            "seconds_median": round(median(rerun.seconds for rerun in self.reruns), 3),
            "seconds_max": round(max(rerun.seconds for rerun in self.reruns), 3),
            "failures": sum(1 for rerun in self.reruns if rerun.fault), "faults": faults[:5],
        }


def cases(ours: Server, others: dict[str, Server]) -> list[Case]:
    """Return what is measured: every room by address, Peta by clicks and with two dates, the sliders of Rencana, each usual page by clicks."""
    found = [Case(room, ours, room, lambda _, room=room: walk(room)) for room in CHANGES]
    found.insert(1, Case("peta, klik", ours, "peta", lambda viewer: clicks(viewer, PETA_KEYS)))
    found.insert(2, Case("peta, dua tanggal", ours, "peta", lambda _: walk("peta", {"banding": "2024-09"})))
    found.append(Case("rencana, penggeser", ours, "rencana", lambda viewer: sliders(viewer, PLAN_KEYS)))
    found += [Case(name, server, "", lambda viewer: clicks(viewer, USUAL_KEYS)) for name, server in others.items()]
    return found


async def measure(found: list[Case], rounds: int = 5, reruns: int = 20) -> list[dict]:
    """Measure the cases in turn, round by round, so that a busy minute of the machine meets all of them.

    Each case keeps one session open and warms up before its first round.
    """
    async with AsyncExitStack() as stack:
        ready = []
        for case in found:
            viewer = await stack.enter_async_context(Viewer(case.server.port))
            await viewer.rerun({}, page=case.page)
            steps = case.steps(viewer)
            for step in itertools.islice(steps, 5):
                await viewer.rerun(**step)
            ready.append((case, viewer, steps))
        for _ in range(rounds):
            for case, viewer, steps in ready:
                before = case.server.cpu_seconds()
                case.reruns += [await viewer.rerun(**step) for step in itertools.islice(steps, reruns)]
                case.cpu_ms.append((case.server.cpu_seconds() - before) / reruns * 1000)
    return [case.result() for case in found]
