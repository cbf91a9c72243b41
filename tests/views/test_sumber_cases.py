"""The worked cases on the method page: what is expected, what was worked out, and a difference named before any click."""

from __future__ import annotations

from dataclasses import replace

from petaucj.text.numbers import NBSP
from petaucj.ui.sumber_cases import _entry_text
from petaucj.views.sumber_cases import CaseValue, CheckedCase, build_cases

GOOD = CheckedCase("01-kurang.toml", "Kurang berapa", "need", ("Berapa?", "1. 30.165 - 18.788 = 11.377", "   lagi"),
                   (CaseValue("kebutuhan.diperlukan_per_bulan", "11377", "11377", True), CaseValue("tebing[1].poin", "tidak-ada", "tidak-ada", True)))
WRONG = replace(GOOD, name="02-salah.toml", title="Yang salah", topic="mix", values=(CaseValue("tercapai", "true", "false", False),))


def test_cases_that_hold_are_counted(reader, english) -> None:
    view = build_cases((GOOD,), reader)
    assert view.paragraphs[1] == "1 hitungan dengan 2 hasil yang diharapkan: semuanya sama dengan hasil program ini."
    (group,) = view.groups
    assert (group.key, group.label) == ("hitungan-need", "Kebutuhan: 1 hitungan, 1 sama")
    (entry,) = group.entries
    assert (entry.title, entry.verdict) == ("01. Kurang berapa", "Berkas 01-kurang.toml. Hasil program sama.")
    assert [[part.text for cell in row for part in cell] for row in entry.grid.rows] == [
        ["kebutuhan › diperlukan per bulan", "11.377", "11.377", "sama"], ["tebing 1 › poin", "tidak ada", "tidak ada", "sama"]]
    told = build_cases((GOOD,), english)
    assert "stay Indonesian" in told.paragraphs[0]
    assert [part.text for cell in told.groups[0].entries[0].grid.rows[0] for part in cell][1:] == ["11,377", "11,377", "same"]


def test_a_difference_is_named_before_any_click(reader, english) -> None:
    view = build_cases((GOOD, WRONG), reader)
    assert view.paragraphs[1] == "2 hitungan dengan 3 hasil yang diharapkan. Pada 1 hitungan hasil program ini berbeda: Yang salah."
    assert [group.label for group in view.groups] == ["Kebutuhan: 1 hitungan, 1 sama", "Bauran sumber dana: 1 hitungan, 0 sama"]
    row = view.groups[1].entries[0].grid.rows[0]
    assert [part.text for cell in row for part in cell] == ["tercapai", "ya", "tidak", "berbeda"] and row[3][0].strong
    assert "gets a different result: Yang salah." in build_cases((WRONG,), english).paragraphs[1]


def test_a_case_that_cannot_be_read_or_expects_nothing_does_not_count_as_good(reader) -> None:
    broken = CheckedCase("03-rusak.toml", "03-rusak.toml", "need", (), (), ("03-rusak.toml, baris 1: bukan TOML.",))
    assert not broken.agrees and not replace(GOOD, values=()).agrees
    (entry,) = build_cases((broken,), reader).groups[0].entries
    assert entry.lines == ("03-rusak.toml, baris 1: bukan TOML.",) and "berbeda" in entry.verdict


def test_without_a_folder_the_chapter_says_so(reader) -> None:
    view = build_cases((), reader)
    assert "tidak ada hitungan yang dapat ditampilkan" in view.paragraphs[1] and view.groups == ()


def test_the_lines_of_the_file_stay_lines(reader) -> None:
    text = _entry_text(build_cases((GOOD,), reader).groups[0].entries[0])
    assert f"\n\nBerapa?  \n1\\. 30.165 - 18.788 = 11.377  \n{NBSP * 3}lagi\n\n| Hasil |" in text
    assert text.endswith("| tebing 1 › poin | tidak ada | tidak ada | sama |")


def test_codes_of_the_results_are_told_in_the_reader_s_words(reader, english) -> None:
    stopped = replace(GOOD, values=(CaseValue("kebutuhan.alasan", "no_denominator", "target_basis_unknown", False),))
    for who, told in ((reader, ["penyebut tidak diketahui", "dasar target tidak diketahui"]),
                      (english, ["denominator not known", "basis of the target not known"])):
        row = build_cases((stopped,), who).groups[0].entries[0].grid.rows[0]
        assert [cell[0].text for cell in row][1:3] == told
