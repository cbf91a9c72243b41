"""The room check in words: every case has its sentence, nothing is said that was not found."""

from __future__ import annotations

from datetime import date

import pytest

from petaucj.domain.month import Month
from petaucj.text.words import LANGUAGES, catalogue
from petaucj.views.phrases import Reader
from petaucj.views.room_check import FAIL, OK, REMINDERS, WARN, Finding, build_room_check

DATA = Finding("data", OK, "ok", {"number": 2, "date": date(2026, 11, 21), "hash": "af55db6549"})
NO_NETWORK = Finding("reach", WARN, "none")
TAKEN = Finding("app_port", FAIL, "taken", {"port": 8501})


def test_the_table_says_state_what_found_and_what_to_do(reader: Reader) -> None:
    view = build_room_check((DATA, NO_NETWORK, TAKEN), reader)
    assert view.table.columns == ("Keadaan", "Yang diperiksa", "Didapati", "Yang perlu dilakukan")
    assert view.table.rows[0].cells == ("siap", "Data", "Semua tabel benar. Rilis 2, 21 November 2026, data af55db6549.", "")
    assert view.table.rows[2].cells == ("belum siap", "Porta aplikasi", "Porta 8501 dipakai program lain.",
                                        "Tutup program itu, atau jalankan dengan --server.port lain.")
    assert [row.chosen for row in view.table.rows] == [False, True, True]
    assert view.statuses == (OK, WARN, FAIL)


def test_english(english: Reader) -> None:
    view = build_room_check((DATA, TAKEN), english)
    assert view.table.rows[0].cells[2] == "All tables are right. Release 2, 21 November 2026, data af55db6549."
    assert view.table.rows[1].cells[0] == "not ready"


@pytest.mark.parametrize(("findings", "sentence"), [
    ((DATA,), "Semua 1 pemeriksaan siap."), ((DATA, NO_NETWORK), "Tidak ada yang belum siap; 1 dari 2 perlu diperhatikan."),
    ((DATA, NO_NETWORK, TAKEN), "1 dari 3 belum siap, 1 perlu diperhatikan."),
])
def test_one_sentence_for_the_whole(findings: tuple[Finding, ...], sentence: str, reader: Reader) -> None:
    assert build_room_check(findings, reader).sentence == sentence


def test_months_amounts_and_lists_are_written_as_everywhere(reader: Reader) -> None:
    found = [Finding("age", OK, "ok", {"month": Month(2025, 12), "months": 11}), Finding("disk", OK, "ok", {"free": 79_492}),
             Finding("reach", OK, "ok", {"names": ("192.168.1.7", "10.0.0.5")}), Finding("out", FAIL, "broken", {"reason": "ValueError: x"})]
    told = [row.cells[2] for row in build_room_check(tuple(found), reader).table.rows]
    assert told == ["Angka terbaru per Desember 2025, 11 bulan lalu.", "79.492 MB bebas.", "Laptop ini punya alamat 192.168.1.7 dan 10.0.0.5 pada jaringannya.",
                    "Pemeriksaan ini sendiri gagal: ValueError: x."]


def test_what_no_program_can_know_is_a_reminder(reader: Reader) -> None:
    assert len(build_room_check((DATA,), reader).reminders) == len(REMINDERS) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_can_be_wrong_has_a_remedy(language: str) -> None:
    known = catalogue(language)
    fine = {"ok", "free", "ours", "next", "open", "off"}
    found = {key.removeprefix("cekruang.found.") for key in known if key.startswith("cekruang.found.")}
    assert {case for case in found if case.rpartition(".")[2] not in fine} <= {key.removeprefix("cekruang.todo.") for key in known}
    assert {case.partition(".")[0] for case in found} - {"any"} == {key.removeprefix("cekruang.name.") for key in known if key.startswith("cekruang.name.")}
