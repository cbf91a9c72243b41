"""Starts a Streamlit app for the benchmark and reads what its process costs (Linux: /proc)."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[1]
USUAL = Path(__file__).parent / "usual" / "app.py"
TODAY = "2026-11-21"


class NotStarted(RuntimeError):
    """The app did not answer; the message holds the end of its log."""


@dataclass(frozen=True)
class Server:
    """A running app."""

    port: int
    pid: int
    log: IO[str]

    def cpu_seconds(self) -> float:
        """Return the processor time the process has used, user and system, finished threads included."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mb(self) -> float:
        """Return the resident memory of the process in MB (10**6 bytes)."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def last_error(self) -> str:
        """Return the last traceback of the app's log, or ""; pages themselves show visitors no details."""
        self.log.seek(0)
        _, mark, tail = self.log.read().rpartition("Traceback (most recent call last)")
        return (mark + tail)[:4000] if mark else ""


class Bystanders:
    """Measures how many cores other processes took meanwhile: a number taken on a busy machine says little."""

    def __init__(self, *servers: Server) -> None:
        self.servers = servers
        self.started, self.before = time.monotonic(), self._used()

    def _used(self) -> float:
        user, nice, system = Path("/proc/stat").read_text().split()[1:4]
        busy = (int(user) + int(nice) + int(system)) / os.sysconf("SC_CLK_TCK")
        return busy - time.process_time() - sum(server.cpu_seconds() for server in self.servers)

    def cores(self) -> float:
        """Return the cores used since the start by anything but the servers and this process."""
        return round(max(0.0, (self._used() - self.before) / (time.monotonic() - self.started)), 2)


@contextmanager
def petaucj() -> Iterator[Server]:
    """Run this project's app with its own settings."""
    with _run(ROOT / "app.py", ROOT, {"PETAUCJ_TODAY": os.environ.get("PETAUCJ_TODAY", TODAY)}, []) as server:
        yield server


@contextmanager
def usual(boundaries: str | None = None) -> Iterator[Server]:
    """Run the usual page with Streamlit's defaults; only the usage statistics are off."""
    options = ["--browser.gatherUsageStats", "false"]
    with _run(USUAL, USUAL.parent, {"PETAUCJ_BENCH_BOUNDARIES": boundaries or ""}, options) as server:
        yield server


@contextmanager
def petaucj_with_audience(port: int, steps: Path) -> Iterator[Server]:
    """Run this project's app with the audience open on ``port`` in the same process; it writes each step and its time into ``steps``."""
    environment = {"PETAUCJ_TODAY": os.environ.get("PETAUCJ_TODAY", TODAY), "PETAUCJ_BENCH_AUDIENCE": str(port), "PETAUCJ_BENCH_STEPS": str(steps),
                   "PYTHONPATH": str(ROOT)}
    with _run(ROOT / "app.py", ROOT, environment, [], "bench.hall") as server:
        yield server


@contextmanager
def _run(script: Path, folder: Path, environment: dict[str, str], options: list[str], module: str = "streamlit") -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, "-m", module, "run", str(script), "--server.port", str(port),
               "--server.address", "127.0.0.1", "--server.headless", "true", *options]
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(command, cwd=folder, env=os.environ | environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait_until_it_answers(process, port, log)
            yield Server(port, process.pid, log)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_until_it_answers(process: subprocess.Popen, port: int, log: IO[str], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    log.seek(0)
    raise NotStarted(f"no answer on port {port}:\n{log.read()[-2000:]}")


def free_port() -> int:
    """Return a port that is free now."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]
