"""Runs the app's script without a browser, on the real seeds, on a fixed day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

FRAME = str(Path(__file__).parents[2] / "pages" / "_frame.py")


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PETAUCJ_TODAY", "2026-11-21")


@pytest.fixture
def open_room() -> Callable[..., AppTest]:
    """Open a room at an address; fails when the script raised."""
    def open_(slug: str = "", **query: str) -> AppTest:
        app = AppTest.from_file(FRAME, default_timeout=20)
        app.query_params.update(query)
        app.run()
        if slug:
            app.switch_page(f"{slug}.py").run()
        assert not app.exception, app.exception
        return app
    return open_


def all_text(app: AppTest) -> str:
    """Return every word of the page that AppTest sees."""
    return "\n".join(str(element.value) for kind in (app.markdown, app.caption, app.warning) for element in kind)
