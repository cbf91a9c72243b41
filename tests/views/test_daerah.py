"""Daerah, its head: what it says of a good, a missing and an extreme district, and which figures it asks for."""

from __future__ import annotations

from petaucj.views.daerah import build_choice, build_district
from petaucj.views.daerah_targets import build_targets, regime_of
from petaucj.views.phrases import Reader
from petaucj.views.state import ViewState
from tests.conftest import make_atlas, make_coverage, make_target

CODE = "13.01"
OLD = make_coverage(CODE, "2024-09", "16.97", active=18_092, denominator=106_590)
NEW = make_coverage(CODE, "2025-10", "30.40", basis="bpjs_potential", active=18_788, denominator=61_794)
TARGETS = (make_target(CODE), make_target("13", "32.20", regime="province"), make_target("ID", "43.92", 2029, "rpjmn"))


def _head(coverage: tuple, targets: tuple, reader: Reader, **state: object):
    return build_district(make_atlas(coverage=coverage, targets=targets), ViewState(daerah=CODE, **state), CODE, reader)


def test_a_good_district_asks_for_nothing_and_opens_both_figures(reader: Reader) -> None:
    view = _head((OLD, NEW), TARGETS, reader)
    assert view.standing.gauge.value_text == "17,63\u00a0%"
    assert "masih kurang **11.377 orang**" in view.standing.verdict
    assert (view.notice, view.partial, view.ask) == ("", "", "")
    assert any("61.794" in line for line in view.note.lines)
    assert any("106.590" in line for line in view.note.lines)


def test_a_missing_district_says_what_to_ask_for(reader: Reader, english: Reader) -> None:
    view = _head((), TARGETS, reader)
    assert view.ask == ("Untuk menghitung kekurangan orang, mintalah kepada kantor cabang: cakupan seluruh pekerja beserta tanggal datanya, "
                        "jumlah peserta aktif semua segmen dan penyebut penduduk bekerja (BPS) untuk daerah ini.")
    assert view.note is None
    assert _head((), TARGETS, english).ask == (
        "To count how many people are missing, ask the branch office for the coverage of the whole workforce with its data date, "
        "the number of active participants of all segments and the denominator employed population (BPS) for this district.")


def test_a_district_with_a_part_of_the_workers_only_says_so(reader: Reader, english: Reader) -> None:
    part = make_coverage(CODE, "2023-07", "70", segment="vulnerable", basis="unknown", active=30_060)
    elsewhere = make_coverage("13.02", "2025-12")
    assert _head((part, elsewhere), TARGETS, reader).partial == (
        "Yang ada hanya angka sebagian pekerja, dan tidak dapat mewakili seluruh pekerja: Juli 2023: 70\u00a0% dari pekerja rentan, 30.060 orang.")
    view = _head((part, elsewhere), TARGETS, english)
    assert view.partial == ("There are only figures for a part of the workers, which cannot stand for the whole workforce: "
                            "July 2023: 70% of vulnerable workers, 30,060 people.")
    assert view.note.sources[0].publisher == "Warta"


def test_a_target_of_unknown_basis_is_asked_about_and_no_people_are_invented(reader: Reader) -> None:
    fact = make_coverage(CODE, "2025-08", "33.51", basis="unknown")
    view = _head((fact,), (make_target(CODE, "51.4", basis="unknown"),), reader)
    assert view.ask == "Tanyakan juga dari apa target itu dihitung: penduduk bekerja, angkatan kerja, atau potensi."
    assert (view.standing.headline, view.standing.detail, view.standing.gauge.ticks) == ("", "", ())


def test_above_one_hundred_is_neither_clipped_nor_short(reader: Reader) -> None:
    fact = make_coverage(CODE, "2024-03", "105", basis="bpjs_potential")
    gauge = _head((fact,), TARGETS, reader).standing.gauge
    assert (gauge.value, gauge.value_text, gauge.comparable) == (105.0, "105\u00a0%", False)
    assert gauge.axis > 105


def test_a_gap_in_points_only_asks_for_the_missing_denominator(reader: Reader) -> None:
    view = _head((make_coverage(CODE, "2025-02", "19"),), TARGETS, reader)
    assert "**9,30\u00a0poin**" in view.standing.verdict
    assert view.ask.startswith("Untuk menghitung kekurangan orang, mintalah kepada kantor cabang: jumlah peserta aktif semua segmen dan penyebut")


def test_a_regime_without_a_target_here_is_replaced_openly(reader: Reader, english: Reader) -> None:
    without = TARGETS[1:]
    view = _head((OLD,), without, reader, target="daerah")
    assert view.notice == "Tidak ada target daerah yang diterbitkan untuk daerah ini; dipakai target provinsi."
    assert "target provinsi 2025" in view.standing.verdict
    assert _head((OLD,), without, english, target="daerah").notice.startswith("No district target has been published for this district;")
    assert _head((OLD,), without, reader, target="provinsi").notice == ""
    assert regime_of(make_atlas(targets=without), ViewState(daerah=CODE, target="daerah"), CODE) is None


def test_the_list_of_targets_marks_the_chosen_one_and_opens_each(reader: Reader) -> None:
    people_only = make_target(CODE, None, 2024, segment="vulnerable", people=5_000, target_id="p", legal_basis="", legal_basis_status="not_stated")
    view = build_targets(make_atlas(targets=(*TARGETS, people_only)), ViewState(daerah=CODE), CODE, reader)
    assert view.title == "Semua target untuk daerah ini (4)"
    assert view.table.rows[0] == ("1", "target daerah ◂ dipilih", "2025", "28,30\u00a0%", "penduduk bekerja", "Perda 1/2024")
    assert view.table.rows[3][1:4] == ("target daerah (pekerja rentan)", "2024", "5.000 orang")
    assert [note.number for note in view.notes.notes] == [1, 2, 3, 4]
    assert "Dasar hukum tidak disebut oleh sumbernya." in view.notes.notes[3].note.lines


def test_without_a_district_all_are_listed_kabupaten_and_kota_apart(reader: Reader, english: Reader) -> None:
    view = build_choice(make_atlas(), reader)
    assert [(label, [name for _, name in held]) for label, held in view.groups] == [("Kabupaten", ["Awan", "Bukit"]), ("Kota", ["Kota Cahaya"])]
    assert build_choice(make_atlas(), english).title == "Choose a district"
