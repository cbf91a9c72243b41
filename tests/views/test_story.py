"""The story: its steps in the presenter's order, one message each, drawn from the same views as the rooms."""

from __future__ import annotations

import pytest

from petaucj.views.bars import BarsView
from petaucj.views.gauge import GaugeView
from petaucj.views.map import MapView
from petaucj.views.plan_projection import ProjectionView
from petaucj.views.state import ViewState
from petaucj.views.story import build_story
from petaucj.views.story_table import added, build_story_table, moved, removed
from petaucj.views.story_words import DISTRICT_STORY, KINDS, PROVINCE_STORY, read_story, steps_of
from tests.occasions import make_golden_atlas, make_occasion

CODES = {"13.11", "13.06", "13.73"}


def test_the_usual_story_goes_from_the_province_to_the_decisions() -> None:
    story = build_story(make_occasion())
    assert tuple(step.word for step in story.steps) == DISTRICT_STORY
    kinds = {step.kind: type(step.picture) for step in story.steps}
    assert (kinds["provinsi"], kinds["putusan"], kinds["pembayar"], kinds["tebing"], kinds["pilihan"]) == (MapView, GaugeView, BarsView, ProjectionView, BarsView)
    told = {step.kind: step.message for step in story.steps}
    assert told["tebing"] == "**Jan 2026: −12.450 orang (−11,68\u00a0poin)**"
    assert "**11.377 orang**" in told["putusan"]
    assert all(step.notes and step.source and step.title and step.name for step in story.steps)


def test_the_presenter_s_order_and_other_districts_are_kept() -> None:
    story = build_story(make_occasion(langkah="keputusan,putusan:13.06,rencana:b,putusan"))
    assert [step.word for step in story.steps] == ["keputusan", "putusan:13.06", "rencana:b", "putusan"]
    assert "Kabupaten Kosong" in story.steps[1].title and "skenario B" in story.steps[2].title


def test_without_a_district_only_what_needs_none_is_shown() -> None:
    assert tuple(step.word for step in build_story(make_occasion("")).steps) == PROVINCE_STORY
    assert steps_of("putusan,putusan:13.06,rencana:a,provinsi", "") == ("putusan:13.06", "provinsi")
    assert steps_of("rencana:a", "") == PROVINCE_STORY
    assert steps_of("putusan,putusan:13.11,tebing", "13.11") == ("putusan", "tebing")


@pytest.mark.parametrize("word", ["provinsi", "putusan:13.06,pembayar:13.73", ",".join(KINDS), "rencana:c"])
def test_words_of_a_story_are_read(word: str) -> None:
    assert read_story(word, CODES) == word


@pytest.mark.parametrize("word", ["", "apa", "putusan:13.99", "provinsi:13.11", "rencana:d", "provinsi,,putusan", "putusan,provinsi,putusan", ",".join(f"putusan:13.{i:02}" for i in range(25)), "putusan:13.06;drop"])
def test_nonsense_is_no_story(word: str) -> None:
    with pytest.raises(ValueError):
        read_story(word, CODES)


def test_a_story_survives_its_address() -> None:
    atlas = make_golden_atlas()
    state = ViewState(daerah="13.11", langkah="putusan:13.06,provinsi")
    assert ViewState.parse(state.query(), atlas, atlas.newest_month) == (state, ())
    wrong, notices = ViewState.parse({"langkah": "apa"}, atlas, atlas.newest_month)
    assert wrong.langkah == "" and [n.parameter for n in notices] == ["langkah"]


def test_steps_move_and_stop_at_the_ends() -> None:
    state = ViewState(daerah="13.11", langkah="provinsi,putusan,keputusan")
    assert moved(state, "putusan", -1) == "putusan,provinsi,keputusan"
    assert moved(state, "provinsi", -1) == "provinsi,putusan,keputusan"
    assert moved(state, "keputusan", 1) == "provinsi,putusan,keputusan"
    assert removed(state, "putusan") == "provinsi,keputusan"
    assert removed(ViewState(daerah="13.11", langkah="provinsi"), "provinsi") == "provinsi"
    assert added(state, "tebing") == "provinsi,putusan,tebing,keputusan"
    assert added(ViewState(daerah="13.11", langkah="provinsi"), "tebing") == "provinsi,tebing"


def test_the_usual_order_keeps_the_address_short() -> None:
    state = ViewState(daerah="13.11", langkah=removed(ViewState(daerah="13.11"), "tebing"))
    assert "tebing" not in state.langkah
    back = added(state, "tebing")
    assert moved(state.with_(langkah=back), "tebing", -1) == ""


def test_the_table_names_each_step_and_offers_what_is_not_there() -> None:
    occasion = make_occasion()
    view = build_story_table(occasion.atlas, occasion.state, occasion.reader)
    assert [row.row_id for row in view.rows] == list(DISTRICT_STORY)
    offered = dict(view.add_options)
    assert "rencana:a" in offered and "putusan:13.06" in offered and "putusan" not in offered
    assert offered["putusan:13.06"] == "Posisi daerah: Kabupaten Kosong"
