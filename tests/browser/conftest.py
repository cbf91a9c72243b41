"""A real server and a real Chromium. Without Chromium: skipped on a laptop, failed under CI."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
# A cold deep link asks these first, relative to its own path; Streamlit's doing and harmless.
HARMLESS = ("/_stcore/health", "/_stcore/host-config")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CHROMIUM is None and not os.environ.get("CI"):
        for item in items:
            if "tests/browser" in str(item.path).replace("\\", "/"):
                item.add_marker(pytest.mark.skip(reason="tidak ada Chromium; pasang Chromium untuk menjalankan uji peramban"))


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Start the app as the README does, on a free port and a fixed day; yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "PETAUCJ_TODAY": "2026-11-21"}
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"],
        cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/healthz", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=15)


def _wait_for(url: str, process: subprocess.Popen) -> None:
    for _ in range(150):
        try:
            urllib.request.urlopen(url, timeout=1).read()
            return
        except OSError:
            assert process.poll() is None, "the server stopped before it was ready"
            time.sleep(0.2)
    raise AssertionError("the server was not ready in 30 s")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    assert CHROMIUM, "CI must install Chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def requests() -> list[str]:
    """Every address the page asked for."""
    return []


@pytest.fixture
def visit(chromium: Browser, server: str, requests: list[str]) -> Iterator[Callable[..., Page]]:
    """Open an address in a fresh visitor's browser and wait until the room stands."""
    contexts = []

    def open_(path: str = "/", width: int = 1366, height: int = 768, **options: object) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, locale="en-US", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("request", lambda request: requests.append(request.url))
        page.goto(f"{server}{path}")
        settled(page)
        return page

    yield open_
    for context in contexts:
        context.close()


def settled(page: Page) -> None:
    """Wait until Streamlit has finished the run and the foot of the page stands."""
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]')
    page.wait_for_selector(".st-key-kaki")
    page.wait_for_timeout(150)
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]')


def map_frame(page: Page, index: int = 0):
    """Return the frame of a map once it has painted its districts."""
    handle = page.locator("iframe[title*='st_folium']").nth(index).element_handle()
    frame = handle.content_frame()
    frame.wait_for_function("() => document.body.dataset.ready && document.querySelectorAll('path.district').length === 19")
    return frame
