"""The app's own two routes for the presenter: only this machine, only the same origin, only with the token."""

from __future__ import annotations

import json

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from petaucj.meeting.audience import AUDIENCE_HOURS, Audience, AudienceState
from petaucj.meeting.routes import audience_note, audience_routes
from petaucj.text.words import LANGUAGES, catalogue
from tests.meeting.conftest import CARD, HERE, PAGE, free_port

BASE = "http://localhost:8501"


def _client(audience: Audience, client: tuple[str, int] = ("127.0.0.1", 50_000), public: bool = False) -> TestClient:
    return TestClient(Starlette(routes=audience_routes(audience, "/ucj", lambda: public)), base_url=BASE, client=client)


def _move(client: TestClient, audience: Audience, body: object = None, **headers: str) -> int:
    sent = {"Origin": BASE, "Content-Type": "application/json"} | {name.replace("_", "-"): value for name, value in headers.items()}
    content = json.dumps({"step": 3, "token": audience.token} if body is None else body)
    return client.post("/ucj/panggung/posisi", content=content, headers=sent).status_code


def test_the_presenters_page_moves_the_step(audience: Audience, port: int) -> None:
    assert _move(_client(audience), audience) == 204
    assert audience.state.step == 3
    assert _move(_client(audience), audience, Content_Type="application/json; charset=utf-8") == 204


@pytest.mark.parametrize("headers", [
    {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": ""}, {"Origin": "http://localhost:8520"}, {"Origin": "http://["},
    {"Content_Type": "text/plain"}, {"Content_Type": "application/x-www-form-urlencoded"}, {"X_Forwarded_For": "1.2.3.4"},
    {"Host": "evil.example", "Origin": "http://evil.example"},
])
def test_other_origins_other_kinds_and_proxies_are_refused(audience: Audience, port: int, headers: dict[str, str]) -> None:
    assert _move(_client(audience), audience, **headers) == 403
    assert audience.state.step == 0


@pytest.mark.parametrize("body", [
    {"step": 3, "token": "wrong"}, {"step": 3}, {"token": "x"}, {"step": "3", "token": "$"}, {"step": True, "token": "$"}, {"step": 3.0, "token": "$"},
    {"step": 99, "token": "$"}, {"step": -1, "token": "$"}, [3], "x", 7, {"step": 3, "token": ["$"]}, {"step": 3, "token": "$", "more": "x" * 2000}, [[[[]]] * 5],
])
def test_a_wrong_token_or_message_is_refused(audience: Audience, port: int, body: object) -> None:
    told = json.loads(json.dumps(body).replace('"$"', json.dumps(audience.token)))
    assert _move(_client(audience), audience, told) == 403
    assert audience.state.step == 0


def test_a_page_that_shows_another_story_does_not_move_the_phones(audience: Audience) -> None:
    audience.open(PAGE, CARD, 7, free_port(), HERE, mark="cerita-a")
    assert audience.state.mark == "cerita-a"
    told = {"step": 3, "token": audience.token}
    assert _move(_client(audience), audience, told | {"mark": "cerita-b"}) == 403
    assert audience.state.step == 0
    assert _move(_client(audience), audience, told | {"mark": "cerita-a"}) == 204
    assert _move(_client(audience), audience, told) == 204


def test_what_is_no_json_is_refused(audience: Audience, port: int) -> None:
    for content in (b"", b"{", b"\xff", b"[" * 1000):
        sent = {"Origin": BASE, "Content-Type": "application/json"}
        assert _client(audience).post("/ucj/panggung/posisi", content=content, headers=sent).status_code == 403


def test_a_step_told_while_closed_is_where_the_room_begins(audience: Audience) -> None:
    assert _move(_client(audience), audience, {"step": 2, "token": audience.token, "mark": "cerita-a"}) == 204
    assert not audience.state.open
    audience.open(PAGE, CARD, 4, free_port(), HERE, mark="cerita-b")
    assert audience.state.step == 0
    audience.open(PAGE, CARD, 4, free_port(), HERE, mark="cerita-a")
    assert audience.state.step == 2
    assert _move(_client(audience), audience, {"step": 3, "token": "wrong", "mark": "cerita-a"}) == 403


def test_a_visitor_from_elsewhere_learns_nothing(audience: Audience, port: int) -> None:
    assert _client(audience).get("/ucj/panggung/hadirin").status_code == 200
    assert _client(audience, ("192.168.1.9", 50_000)).get("/ucj/panggung/hadirin").status_code == 403
    assert _client(audience).get("/ucj/panggung/hadirin", headers={"Host": "evil.example"}).status_code == 403
    assert _client(audience).get("/ucj/panggung/hadirin", headers={"Via": "1.1 proxy"}).status_code == 403
    assert _client(audience, public=True).get("/ucj/panggung/hadirin").status_code == 403
    assert _move(_client(audience, public=True), audience) == 403
    assert _move(_client(audience, ("192.168.1.9", 50_000)), audience) == 403


def test_the_standing_tells_no_token(audience: Audience, port: int) -> None:
    answer = _client(audience).get("/ucj/panggung/hadirin")
    assert set(answer.json()) == {"open", "address", "qr", "followers", "note", "mark", "step"}
    assert audience.token not in answer.text
    assert answer.json()["open"] is True


def test_the_note_speaks_the_asked_language(audience: Audience) -> None:
    said = [_client(audience).get("/ucj/panggung/hadirin", params=p).json()["note"] for p in ({}, {"bahasa": "en"}, {"bahasa": "xx"})]
    assert said == ["Halaman hadirin belum dibuka.", "The audience page is not open.", "Halaman hadirin belum dibuka."]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("problem", ["off", "no_address", "no_port", "not_started", "unreachable", "ended"])
def test_every_problem_has_its_sentence(problem: str, language: str) -> None:
    state = AudienceState(problem == "unreachable", "http://192.168.1.7:8520", "", "t", problem)
    assert audience_note(state, language).endswith(".")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_its_sentence(language: str) -> None:
    assert {f"hadirin.refused.{reason}" for reason in ("public", "off", "forwarded", "elsewhere")} <= set(catalogue(language))


def test_an_open_audience_names_its_address_its_hours_and_the_doubt() -> None:
    said = audience_note(AudienceState(True, "http://192.168.1.7:8520", "<svg>", "t", ""), "id")
    assert "http://192.168.1.7:8520" in said
    assert f"{AUDIENCE_HOURS} jam" in said
    assert "satu ponsel" in said


def test_freezing_anew_begins_where_the_presenter_is(audience: Audience) -> None:
    audience.open(PAGE, CARD, 7, free_port(), HERE, mark="cerita-a")
    told = {"token": audience.token}
    assert _move(_client(audience), audience, told | {"step": 5, "mark": "cerita-a"}) == 204
    assert _move(_client(audience), audience, told | {"step": 2, "mark": "cerita-b"}) == 403
    audience.open(PAGE, CARD, 7, free_port(), HERE, mark="cerita-a")
    assert audience.state.step == 5
    audience.open(PAGE, CARD, 7, free_port(), HERE, mark="cerita-b")
    assert audience.state.step == 2


def test_a_page_that_cannot_be_made_leaves_a_reason(audience: Audience) -> None:
    with pytest.raises(ZeroDivisionError):
        audience.open(lambda base: bytes(1 // 0), CARD, 7, free_port(), HERE)
    assert (audience.state.open, audience.state.problem) == (False, "not_started")


@pytest.mark.parametrize("origin", ["https://ucj.go.id", "http://evil.example:8501", "null"])
def test_a_page_of_another_site_is_not_this_machine(audience: Audience, port: int, origin: str) -> None:
    assert _client(audience).get("/ucj/panggung/hadirin", headers={"Origin": origin}).status_code == 403
