"""Measure the handouts: ``python bench/exports.py``; seconds and bytes for one district, the province and all districts.

Prints a Markdown table and writes bench/exports.json. Every run is a fresh process, imports included, as ``petaucj export`` is for a person.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
FORMATS = ("html", "pptx", "pdf", "xlsx", "csv", "png")
LIMIT_ONE, LIMIT_ALL = 10.0, 60.0
RUN = [sys.executable, "-c", "from petaucj.cli import app; app()", "export"]


def export(*arguments: str) -> dict[str, object]:
    """Return how long one run took and how many bytes of each kind it wrote."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        done = subprocess.run([*RUN, *arguments, "--out", folder], cwd=ROOT, capture_output=True, text=True, env={**os.environ, "PETAUCJ_TODAY": "2026-11-21"})
        seconds = time.perf_counter() - started
        if done.returncode:
            raise SystemExit(done.stderr)
        files = [path for path in Path(folder).rglob("*") if path.is_file()]
        kinds: dict[str, int] = {}
        for path in files:
            kinds[path.suffix] = max(kinds.get(path.suffix, 0), path.stat().st_size)
        return {"seconds": round(seconds, 2), "files": len(files), "bytes": sum(p.stat().st_size for p in files), "largest": dict(sorted(kinds.items()))}


def main() -> None:
    """Measure, print, write."""
    found = {"satu daerah (13.11)": export("--district", "13.11"), "provinsi": export("--province"), "19 daerah": export("--district", "semua")}
    found |= {f"13.11, {name}": export("--district", "13.11", "--formats", name) for name in FORMATS}
    (Path(__file__).parent / "exports.json").write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print("| Berkas | detik | berkas | KB | terbesar (KB) |\n|---|---|---|---|---|")
    for name, held in found.items():
        largest = ", ".join(f"{kind} {size // 1000}" for kind, size in held["largest"].items())
        print(f"| {name} | {held['seconds']} | {held['files']} | {held['bytes'] // 1000} | {largest} |")
    one, every = found["satu daerah (13.11)"]["seconds"], found["19 daerah"]["seconds"]
    print(f"\nSatu daerah {one} s (janji ≤ {LIMIT_ONE:g}): {'terpenuhi' if one <= LIMIT_ONE else 'tidak terpenuhi'}; "
          f"19 daerah {every} s (janji ≤ {LIMIT_ALL:g}): {'terpenuhi' if every <= LIMIT_ALL else 'tidak terpenuhi'}.")


if __name__ == "__main__":
    main()
