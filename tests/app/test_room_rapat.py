"""The room Rapat on the real seeds."""

from __future__ import annotations

import pytest

from petaucj.meeting.audience import hall
from tests.app.conftest import all_text


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("district", ["13.11", "13.06", "13.73", "", "99.99"])
def test_every_kind_of_district_opens(open_room, district: str, language: str) -> None:
    app = open_room("rapat", daerah=district, bahasa=language)
    assert bool(app.warning) is (district == "99.99")
    assert ("Untuk audiensi dan FGD" if language == "id" else "For audiences and discussions") in all_text(app)


def test_a_step_that_means_nothing_gets_a_notice(open_room) -> None:
    app = open_room("rapat", daerah="13.11", langkah="apa,saja")
    assert "bukan susunan langkah presentasi yang dikenal" in app.warning[0].value


def test_without_a_switch_for_others_the_reason_is_said(open_room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PETAUCJ_PUBLIC", "1")
    app = open_room("rapat", daerah="13.11")
    assert not [b for b in app.button if b.key == "buka-hadirin"]
    assert not hall().state.open


def test_the_check_says_every_line(open_room) -> None:
    app = open_room("rapat", daerah="13.11")
    next(b for b in app.button if b.key == "periksa-ruang").click().run()
    text = all_text(app)
    assert "✓ siap" in text and "Batas wilayah" in text and "PDF" in text


def test_a_kind_of_file_is_made_and_held(open_room) -> None:
    app = open_room("rapat", daerah="13.11", per="2025-10")
    app.pills(key="jenis-berkas").set_value(["csv", "xlsx"]).run()
    next(b for b in app.button if b.key == "buat-berkas").click().run()
    assert not app.exception
    said = all_text(app).replace("\\", "")
    assert "ucj-13.11-2025-10.zip: 6 berkas siap (" in said and " KB), dibuat" in said, [line for line in said.splitlines() if "berkas" in line]
    app.query_params["daerah"] = "13.06"
    app.run()
    assert "berkas siap" not in all_text(app), "files of another district stayed"
    app.pills(key="jenis-berkas").set_value([]).run()
    assert next(b for b in app.button if b.key == "buat-berkas").disabled
