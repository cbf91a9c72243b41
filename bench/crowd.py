"""Many viewers: what they wait with time to think between clicks, and whether memory stays flat without it."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import quantiles

from bench.client import Rerun, Viewer
from bench.server import Bystanders, Server
from bench.single import USUAL_KEYS
from bench.steps import Step, clicks, wander

ARRIVAL_SECONDS = 3.0
# Clicks asked for this long after the first arrival no longer wait behind the wave of first views.
SETTLED_SECONDS = 10.0


@dataclass
class Crowd:
    """First views and clicks of all viewers; ``clicks`` are room, seconds since the start, and rerun."""

    started: float = field(default_factory=time.perf_counter)
    arrivals: list[Rerun] = field(default_factory=list)
    clicks: list[tuple[str, float, Rerun]] = field(default_factory=list)

    def of(self, room: str = "", after: float = 0.0) -> list[Rerun]:
        """Return the clicks in a room (all rooms without one) asked for after some seconds."""
        return [rerun for where, at, rerun in self.clicks if room in ("", where) and at >= after]


async def crowd(server: Server, viewers: int, seconds: float, usual: bool = False, think: float = 3.0) -> dict:
    """Let viewers click for a while, thinking about ``think`` seconds (exponential) between two clicks.

    All arrive within three seconds. Returns failures, and the seconds from click to finished script.
    """
    seen, before, own, others = Crowd(), server.cpu_seconds(), time.process_time(), Bystanders(server)
    whole = ARRIVAL_SECONDS + seconds
    async with asyncio.TaskGroup() as group:
        for number in range(viewers):
            group.create_task(_visit(server, seen, random.Random(number), seen.started + whole, usual, think))
    faults = [rerun.fault for rerun in [*seen.arrivals, *seen.of()] if rerun.fault]
    return {
        "viewers": viewers, "seconds": seconds, "think_seconds": think, "clicks": len(seen.clicks),
        "failures": len(faults), "faults": sorted(set(faults))[:5], **spread(seen.of()),
        "settled": spread(seen.of(after=SETTLED_SECONDS)), "arrival": spread(seen.arrivals),
        "rooms": {room: spread(seen.of(room)) for room in sorted({room for room, _, _ in seen.clicks})},
        "cores_used": round((server.cpu_seconds() - before) / whole, 2),
        "cores_client": round((time.process_time() - own) / whole, 2), "cores_others": others.cores(),
    }


def spread(reruns: list[Rerun]) -> dict[str, float]:
    """Return p50, p95 and the longest of the seconds; failed ones count with the time they took."""
    seconds = sorted(rerun.seconds for rerun in reruns)
    if len(seconds) < 2:
        return dict.fromkeys(("p50", "p95", "max"), round(seconds[0], 3) if seconds else 0.0)
    cuts = quantiles(seconds, n=100, method="inclusive")
    return {"p50": round(cuts[49], 3), "p95": round(cuts[94], 3), "max": round(seconds[-1], 3)}


async def _visit(server: Server, seen: Crowd, chance: random.Random, end: float, usual: bool, think: float) -> None:
    await asyncio.sleep(chance.uniform(0, ARRIVAL_SECONDS))
    try:
        async with Viewer(server.port) as viewer:
            steps = wander(chance)
            seen.arrivals.append(await viewer.rerun(**({} if usual else next(steps))))
            if usual:
                steps = clicks(viewer, USUAL_KEYS)
            while (pause := chance.expovariate(1 / think)) < end - time.perf_counter():
                await asyncio.sleep(pause)
                step = next(steps)
                at = time.perf_counter() - seen.started
                seen.clicks.append((str(step.get("page", "usual")), at, await viewer.rerun(**step)))
    except Exception as fault:  # a refused connection or a page without its widgets is a failure to count
        seen.arrivals.append(Rerun(0.0, 0, 0, f"{type(fault).__name__}: {fault}"))


async def soak(server: Server, reruns: int, warm: int, sessions: int = 40, every: int = 500) -> dict:
    """Run the script many times over some sessions without pause and watch the memory of the server.

    Returns the resident memory each ``every`` reruns, and how far it rose above its value after the
    first ``warm`` reruns: at its highest and at the end.
    """
    memory, faults, done = {0: server.memory_mb()}, [], 0

    async def one(steps: Iterator[Step], share: int) -> None:
        nonlocal done
        async with Viewer(server.port) as viewer:
            for _ in range(share):
                seen = await viewer.rerun(**next(steps))
                faults.extend([seen.fault] if seen.fault else [])
                done += 1
                if done % every == 0:
                    memory[done] = server.memory_mb()

    async with asyncio.TaskGroup() as group:
        for number in range(sessions):
            group.create_task(one(wander(random.Random(number)), reruns // sessions + (number < reruns % sessions)))
    return _rise(memory, warm) | {"reruns": done, "sessions": sessions, "failures": len(faults), "faults": sorted(set(faults))[:5]}


def _rise(memory: dict[int, float], warm: int) -> dict:
    later = [value for at, value in memory.items() if at >= warm]
    return {"warm_after": warm, "growth_max_mb": round(max(later) - later[0], 1), "growth_end_mb": round(later[-1] - later[0], 1),
            "memory_mb": {at: round(value, 1) for at, value in memory.items()}}
