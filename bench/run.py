"""Measure everything in one go: ``python bench/run.py [--quick] [--only single,crowd,soak,first] [--boundaries PATH]``.

Prints a Markdown report and writes bench/results.json; a quick or partial run leaves that file alone and
writes to the system's folder for temporary files. Ends with 0 whether or not the budgets are
met; only something that could not be run at all ends otherwise.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import sys
import tempfile
from contextlib import ExitStack
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.budgets import judge
from bench.crowd import crowd, soak
from bench.first_load import CHART_READY, OURS_READY, USUAL_READY, browser_path, first_loads
from bench.report import markdown
from bench.server import Bystanders, Server, petaucj, usual
from bench.single import cases, measure

PARTS = ("first", "single", "crowd", "soak")
PACKAGES = ("streamlit", "streamlit-folium", "folium", "plotly")
RESULTS = Path(__file__).parent / "results.json"


def main() -> None:
    """Run the chosen parts and report."""
    options = _options()
    results = {"quick": options.quick, "machine": _machine()}
    if set(options.only) - {"soak"}:
        results |= _side_by_side(options)
    if "soak" in options.only:
        _say("memori")
        with petaucj() as fresh:
            results["soak"] = asyncio.run(soak(fresh, *((500, 100, 40, 100) if options.quick else (10_000, 2_000))))
            _tell_error(fresh)
    budgets = judge(results)
    results["budgets"] = [{"name": b.name, "limit": b.limit, "measured": b.measured, "unit": b.unit, "met": b.met} for b in budgets]
    whole = not options.quick and set(options.only) == set(PARTS)
    path = RESULTS if whole else Path(tempfile.gettempdir()) / "petaucj-bench.json"
    path.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    _say(f"hasil di {path}")
    print(markdown(results, budgets))


def _side_by_side(options: argparse.Namespace) -> dict:
    """Run both apps at once and measure them in turn."""
    found = {}
    with ExitStack() as stack:
        ours = stack.enter_context(petaucj())
        others = {"halaman biasa": stack.enter_context(usual())}
        if options.boundaries:
            others[f"halaman biasa, {Path(options.boundaries).name}"] = stack.enter_context(usual(options.boundaries))
        if "first" in options.only:
            found |= _first(ours.port, others["halaman biasa"].port, options.quick)
        if "single" in options.only:
            _say("satu pengunjung")
            bystanders = Bystanders(ours, *others.values())
            found["single"] = asyncio.run(measure(cases(ours, others), *((2, 9) if options.quick else (6, 20))))
            found["single_cores_others"] = bystanders.cores()
        if "crowd" in options.only:
            found |= _crowds(ours, others["halaman biasa"], options.quick)
        for server in (ours, *others.values()):
            _tell_error(server)
    return found


def _first(ours: int, other: int, quick: bool) -> dict:
    if not browser_path():
        return {"first_load_skipped": "tidak ada Chromium di mesin ini"}
    _say("kunjungan pertama")
    visits = 1 if quick else 3
    pages = {room: f"http://127.0.0.1:{ours}/{room}?daerah=13.11" for room in ("peta", "daerah")}
    found = {"peta": first_loads(pages["peta"], OURS_READY, visits)}
    found["daerah"] = first_loads(pages["daerah"], CHART_READY, visits, 15)
    found["halaman biasa"] = first_loads(f"http://127.0.0.1:{other}/", USUAL_READY, 1, 15)
    return {"first_load": found}


def _crowds(ours: Server, other: Server, quick: bool) -> dict:
    viewers, seconds = (20, 15) if quick else (100, 60)
    _say(f"{viewers} pengunjung")
    found = {"crowd": asyncio.run(crowd(ours, viewers, seconds))}
    _say("20 pengunjung halaman biasa")
    return found | {"crowd_usual": asyncio.run(crowd(other, 20, seconds, usual=True))}


def _machine() -> dict:
    return {"date": datetime.now().isoformat(timespec="minutes"), "cores": len(os.sched_getaffinity(0)), "load": os.getloadavg()[0],
            "python": platform.python_version(), "versions": {name: version(name) for name in PACKAGES}}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Tolok ukur petaucj; lihat bench/README.md.")
    parser.add_argument("--quick", action="store_true", help="20 pengunjung, 15 detik, 500 kali jalan")
    parser.add_argument("--only", default=",".join(PARTS), type=lambda text: text.split(","), help="bagian, dipisah koma: " + ", ".join(PARTS))
    parser.add_argument("--boundaries", help="GeoJSON lain untuk halaman biasa, diukur di samping geodata/")
    options = parser.parse_args()
    if unknown := set(options.only) - set(PARTS):
        parser.error(f"bagian tidak dikenal: {', '.join(sorted(unknown))}")
    return options


def _tell_error(server: Server) -> None:
    """Say what the log of a server holds, if a page failed; the report only counts."""
    if error := server.last_error():
        print(f"galat terakhir di log server {server.port}:\n{error}", file=sys.stderr, flush=True)


def _say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
