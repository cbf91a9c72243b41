"""The tiles of the first room at every width: figure, letter and name stand whole inside their tile."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

# For each tile: its words, and how far its figure and its name reach beyond it, in pixels.
REACH = """() => {
  const tiles = [];
  const walk = (root) => { for (const e of root.querySelectorAll('*')) { if (e.shadowRoot) walk(e.shadowRoot); if (e.matches('.tile')) tiles.push(e); } };
  walk(document);
  const range = document.createRange();
  return tiles.map((tile) => {
    const box = tile.getBoundingClientRect();
    const beyond = [...tile.querySelectorAll('b, small')].map((words) => {
      range.selectNodeContents(words);
      const held = range.getBoundingClientRect();
      return Math.max(box.left - held.left, held.right - box.right);
    });
    const figure = tile.querySelector('b');
    return [tile.textContent, figure.scrollWidth - tile.clientWidth, Math.max(...beyond), parseFloat(getComputedStyle(figure).fontSize)];
  });
}"""


@pytest.mark.parametrize("width", [390, 800, 900, 1024, 1280, 1366, 1920])
def test_no_figure_letter_or_name_is_cut_on_a_tile(visit: Callable[..., Page], width: int) -> None:
    page = visit("/peta", width=width, height=844)
    page.locator(".tile").first.wait_for()
    found = page.evaluate(REACH)
    assert len(found) == 19
    assert [tile for tile in found if tile[1] > 0 or tile[2] > 0.5] == []
    # Small enough to fit is not enough: it must be read.
    assert min(tile[3] for tile in found) >= 12
