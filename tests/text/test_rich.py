"""Strong parts are taken apart, nothing else is markup."""

from __future__ import annotations

from petaucj.text.rich import plain_of, runs_of


def test_a_sentence_loses_its_marks() -> None:
    assert plain_of("kurang **5 orang**, bukan **6**") == "kurang 5 orang, bukan 6"


def test_a_sentence_comes_apart_in_order() -> None:
    assert runs_of("**Lima** kurang **dua** orang") == (("Lima", True), (" kurang ", False), ("dua", True), (" orang", False))


def test_marks_that_do_not_close_stay_as_they_are() -> None:
    assert runs_of("a ** b") == (("a ** b", False),)
    assert plain_of("<b>*x*</b>") == "<b>*x*</b>"
