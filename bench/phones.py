"""Sixty phones in the room: ``python bench/phones.py [--phones 60] [--minutes 1]``.

Prints what they cost to open and to follow (payload bytes on their sockets, both directions), how late a step arrives, and whether the
presenter waits longer for it. A run shorter than ten minutes is scaled and says so.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.budgets import Budget
from bench.client import Rerun, Viewer
from bench.crowd import spread
from bench.phone import Phone
from bench.server import Bystanders, Server, free_port, petaucj_with_audience
from bench.steps import walk

TEN_MINUTES = 600.0
PAUSE = 0.25
MB = 1e6


async def measure(server: Server, port: int, phones: int, seconds: float, steps: Path) -> dict:
    """Measure the presenter alone, all phones opening at once, then following by stream and by asking, with the presenter beside them."""
    others, alone = Bystanders(server), await _present(server, seconds / 2)
    found = {"phones": phones, "seconds": seconds, "scaled": seconds < TEN_MINUTES}
    held = [Phone(port) for _ in range(phones)]
    began = time.monotonic()
    pages = await asyncio.gather(*(phone.get() for phone in held))
    found |= {"open_mb": _bytes(held) / MB, "open_seconds": round(time.monotonic() - began, 3),
              "open_failures": sum(page.status != 200 for page in pages), "page_bytes": len(pages[0].body)}
    for name, way in (("stream", Phone.follow), ("asking", Phone.ask_again)):
        found[name] = await _followed(server, [Phone(port) for _ in range(phones)], way, seconds, steps)
    # Half before and half after, so that a machine that warms up or gets busy does not look like the phones' doing.
    return found | {"alone": spread([*alone, *await _present(server, seconds / 2)]), "cores_others": others.cores()}


async def _followed(server: Server, phones: list[Phone], way: object, seconds: float, steps: Path) -> dict:
    used = server.cpu_seconds()
    tasks = [asyncio.create_task(way(phone)) for phone in phones]
    await asyncio.gather(*(phone.hear_any() for phone in phones))
    start, began = _bytes(phones), time.monotonic()
    reruns = await _present(server, seconds)
    lasted, moved = time.monotonic() - began, _bytes(phones) - start
    broken = sum(task.done() for task in tasks)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    lags, missed = _lags(phones, steps, began, began + lasted - 2)
    return {"mb_in_ten_minutes": (start + moved * TEN_MINUTES / lasted) / MB, "presenter": spread(reruns), "broken": broken, "missed": missed,
            "steps": len(lags) // max(1, len(phones)), "lag_max": round(max(lags, default=0), 3),
            "failures": [r.fault for r in reruns if r.fault][:3], "cores_used": round((server.cpu_seconds() - used) / lasted, 3)}


async def _present(server: Server, seconds: float) -> list[Rerun]:
    """Click through a district's page at a steady pace and return every rerun."""
    found, end = [], time.monotonic() + seconds
    async with Viewer(server.port) as viewer:
        for step in walk("daerah"):
            if time.monotonic() >= end:
                return found[1:]
            found.append(await viewer.rerun(**step))
            await asyncio.sleep(PAUSE)
    return found


def _bytes(phones: list[Phone]) -> int:
    return sum(phone.sent + phone.received for phone in phones)


def _lags(phones: list[Phone], steps: Path, first: float, last: float) -> tuple[list[float], int]:
    """Return how late each step of the time arrived at each phone, and how many never did."""
    moves = [(int(step), float(at)) for step, at in (line.split() for line in steps.read_text(encoding="utf-8").splitlines())]
    lags, missed = [], 0
    for step, at in ((step, at) for step, at in moves if first < at < last):
        for phone in phones:
            heard = next((h for line, h in zip(phone.lines, phone.heard, strict=True) if h >= at and line.startswith(f"{step} ")), None)
            lags += [] if heard is None else [heard - at]
            missed += heard is None
    return lags, missed


def judge(found: dict) -> list[Budget]:
    """Return the promises about the phones."""
    promises = [Budget("Semua ponsel membuka", 20, found["open_mb"], "MB"), Budget("Ponsel yang gagal membuka", 0, found["open_failures"], "kali")]
    for name, words in (("stream", "lewat aliran"), ("asking", "lewat bertanya")):
        told = found[name]
        promises += [Budget(f"Mengikuti sepuluh menit, {words}", 8, told["mb_in_ten_minutes"], "MB"),
                     Budget(f"Langkah sampai, {words}", 2, told["lag_max"], "s"),
                     Budget(f"Langkah tidak sampai, {words}", 0, told["missed"] + told["broken"], "kali")]
    return promises


def main() -> None:
    """Run and report."""
    parser = argparse.ArgumentParser(description="Enam puluh ponsel hadirin; lihat bench/README.md.")
    parser.add_argument("--phones", type=int, default=60)
    parser.add_argument("--minutes", type=float, default=1.0, help="lama tiap bagian; 10 berarti tanpa perkiraan")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        steps, port = Path(folder) / "langkah.txt", free_port()
        steps.touch()
        with petaucj_with_audience(port, steps) as server:
            found = asyncio.run(measure(server, port, options.phones, options.minutes * 60, steps))
    print(json.dumps(found, indent=1))
    note = f" (diukur {found['seconds']:g} s, lalu dikalikan)" if found["scaled"] else ""
    for promise in judge(found):
        said = "terpenuhi" if promise.met else "TIDAK terpenuhi"
        print(f"{said}: {promise.name}: {promise.measured:.3g} {promise.unit}, batas {promise.limit} {promise.unit}{note if promise.unit == 'MB' else ''}")
    alone, beside = found["alone"]["p95"], found["stream"]["presenter"]["p95"]
    print(f"Proses lain memakai {found['cores_others']} inti; di atas 0,2 waktu presenter tidak berarti.")
    print(f"Presenter, persentil ke-95: {alone * 1000:.0f} ms sendiri, {beside * 1000:.0f} ms dengan {found['phones']} ponsel")


if __name__ == "__main__":
    main()
