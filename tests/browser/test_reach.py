"""Keyboard alone reaches every district and control; axe finds nothing serious in our content."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import map_frame, settled

ROOMS = ("/peta", "/daerah", "/pendanaan", "/banding", "/rencana", "/sumber")


def test_arrows_reach_all_19_tiles_and_enter_chooses(visit) -> None:
    page = visit("/peta?daerah=13.11")
    page.locator(".tile[data-code='13.11']").focus()
    reached = {"13.11"}
    stops = page.locator(".tile[tabindex='0']")
    assert stops.count() == 1, "the grid is one stop of the Tab key"
    frontier = ["13.11"]
    while frontier:
        code = frontier.pop()
        for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"):
            page.locator(f".tile[data-code='{code}']").focus()
            page.keyboard.press(key)
            found = page.evaluate("() => { let a = document.activeElement; while (a.shadowRoot) a = a.shadowRoot.activeElement; return a.dataset.code; }")
            if found not in reached:
                reached.add(found)
                frontier.append(found)
    assert len(reached) == 19
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.wait_for_function("() => new URLSearchParams(location.search).get('daerah') === '13.01'")


def test_the_map_itself_can_be_walked_by_keyboard(visit) -> None:
    page = visit("/peta?daerah=13.11")
    frame = map_frame(page)
    assert frame.locator("path.district[tabindex='0']").count() == 1
    frame.locator("path.district[tabindex='0']").focus()
    names = set()
    for _ in range(19):
        page.keyboard.press("ArrowRight")
        names.add(frame.evaluate("document.activeElement.getAttribute('aria-label').split(':')[0]"))
    assert len(names) == 19
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_function("() => new URLSearchParams(location.search).get('daerah') === '13.12'")


def test_tab_reaches_every_control_of_peta(visit) -> None:
    page = visit("/peta?daerah=13.11")
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("""() => { const a = document.activeElement; if (a.tagName === 'IFRAME') return 'IFRAME'; const k = a.closest('[class*="st-key-"]');
            return (k ? [...k.classList].find(c => c.startsWith('st-key-')) : a.tagName) || ''; }"""))
    for control in ("indikator", "basis", "per", "banding", "daerah"):
        assert f"st-key-pilih-{control}" in seen
    assert "IFRAME" in seen
    assert {"st-key-apa-itu", "st-key-lapor"} <= seen


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("room", ROOMS)
def test_axe_finds_nothing_serious(visit, room, theme) -> None:
    page = visit(f"{room}?daerah=13.11", color_scheme=theme)
    if room == "/peta":
        map_frame(page)
    settled(page)
    results = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]})
    serious = [f"{v['id']}: {n['target']} {n['html'][:160]}" for v in results.response["violations"] if v["impact"] in ("serious", "critical")
               for n in v["nodes"]]
    assert serious == []
