"""Who is protected in a month, and the calendar of ends, in whole sentences of both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from petaucj.domain.month import Month
from petaucj.views.cover_ends import build_cover_ends
from petaucj.views.peta import build_map, build_table
from petaucj.views.protected import build_protected
from petaucj.views.state import ViewState
from tests.conftest import make_atlas, make_coverage
from tests.domain.test_protected import ATLAS, COUNTS, FUNDING, paid

STATE = ViewState(indikator="tertanggung")
OTHERS = make_atlas(coverage=(*COUNTS, make_coverage("13.02", "", "20", precision="unknown", active=100),
                              make_coverage("13.71", "2023-10", "20", basis="unknown", active=5_000, disputed=True)), funding=FUNDING)


def _at(reader, month: str):
    return replace(reader, per=Month.parse(month))


@pytest.mark.parametrize(("month", "people", "sentence"), [
    ("2025-10", "18.788 orang", "tercatat Oktober 2025 (13 bulan lalu); 17,63\u00a0% dari penduduk bekerja dan 30,40\u00a0% dari potensi BPJS; "
                                "berjalan: palm_oil_share 2.800 orang sampai Des 2025 (dianggap sudah termasuk dalam catatan)"),
    ("2025-11", "28.438 orang", "dihitung dari catatan Oktober 2025 (13 bulan lalu): 18.788 peserta aktif; 26,68\u00a0% dari penduduk bekerja dan "
                                "46,02\u00a0% dari potensi BPJS; berjalan: palm_oil_share 2.800 orang sampai Des 2025 (dianggap sudah termasuk dalam catatan), "
                                "district_budget 9.650 orang sampai Des 2025 (dianggap peserta baru)"),
    ("2025-06", "15.988 orang", "dihitung mundur dari catatan Oktober 2025 (13 bulan lalu): 18.788 peserta aktif; 15,00\u00a0% dari penduduk bekerja dan "
                                "25,87\u00a0% dari potensi BPJS"),
    ("2025-08", "18.788 orang", "dihitung mundur dari catatan Oktober 2025 (13 bulan lalu); 17,63\u00a0% dari penduduk bekerja dan 30,40\u00a0% dari "
                                "potensi BPJS; berjalan: palm_oil_share 2.800 orang sampai Des 2025 (dianggap sudah termasuk dalam catatan)"),
    ("2028-01", "15.988 orang", "perkiraan bila tidak diperpanjang, dari catatan Oktober 2025 (usang, 13 bulan lalu): 18.788 peserta aktif; "
                                "15,00\u00a0% dari penduduk bekerja dan 25,87\u00a0% dari potensi BPJS; palm_oil_share 2.800 orang berakhir Des 2025, "
                                "district_budget 9.650 orang berakhir Des 2025; perpanjangan tidak diketahui"),
])
def test_a_district_in_a_month(reader, month: str, people: str, sentence: str) -> None:
    view = build_protected(ATLAS, "13.01", _at(reader, month))
    assert (view.people, view.sentence) == (people, sentence)
    assert len(view.note.sources) == 1
    assert any("Peserta aktif: 18.788" in line for line in view.note.lines)


def test_the_same_in_english(english) -> None:
    view = build_protected(ATLAS, "13.01", _at(english, "2028-01"))
    assert view.title == "Protected in January 2028 (forecast)"
    assert (view.people, view.rest) == ("15,988 people", "Everything else on this page is as of November 2026, the latest month that can be known.")
    assert view.sentence == ("forecast if nothing is renewed, from the record of October 2025 (stale, 13 months ago): 18,788 active participants; "
                             "15.00% of the employed population and 25.87% of the BPJS potential; palm_oil_share 2,800 people, ended Dec 2025, "
                             "district_budget 9,650 people, ended Dec 2025; renewal not known")


def test_what_ended_before_the_record_is_said_to_be_outside_it(reader, english) -> None:
    atlas = make_atlas(coverage=COUNTS, funding=(*FUNDING, paid("csr", 500, "2025-05", "2025-08")))
    assert build_protected(atlas, "13.01", _at(reader, "2025-06")).sentence.endswith(
        "berjalan: csr 500 orang sampai Agu 2025 (berakhir sebelum catatan itu, dianggap di luarnya)")
    assert build_protected(atlas, "13.01", _at(english, "2025-06")).sentence.startswith("calculated back from the record of October 2025 (13 months ago)")


def test_without_a_number_it_says_why(reader) -> None:
    assert build_protected(OTHERS, "13.02", reader).sentence == "jumlah peserta aktif ada, tetapi tidak bertanggal; tidak dihitung"
    none = build_protected(ATLAS, "13.02", reader)
    assert (none.people, none.sentence, none.note) == ("", "belum ada catatan bertanggal", None)
    many = make_atlas(coverage=(make_coverage("13.01", active=1_000),), funding=FUNDING)
    assert build_protected(many, "13.01", reader).sentence == (
        "tidak dihitung: yang dibayar pada bulan catatan (Oktober 2025) 1.800 orang lebih banyak daripada 1.000 peserta aktif yang tercatat")
    mark = build_map(many, STATE, reader).marks[0]
    assert (mark.fill, mark.value, mark.radius) == ("other", "", 0)
    assert "yang dibayar melebihi catatan (1)" in [entry.label for entry in build_map(many, STATE, reader).legend]


def test_computed_is_solid_with_its_mark_and_a_forecast_is_hatched(reader) -> None:
    back = build_map(ATLAS, STATE, _at(reader, "2025-06"))
    assert (back.marks[0].fill, back.marks[0].value, back.marks[0].mark, back.marks[0].date) == ("plain", "15.988", "≈", "Okt 2025")
    now, ahead = (build_map(OTHERS, STATE, _at(reader, month)) for month in ("2025-11", "2028-01"))
    assert [(m.fill, m.value, m.mark, m.date) for m in now.marks] == [
        ("plain", "28.438", "≈", "Okt 2025"), ("nodata", "", "", ""), ("plain", "5.000", "≈!†", "Okt 2023")]
    assert [(m.fill, m.value, m.mark) for m in ahead.marks] == [("forecast", "15.988", "†"), ("nodata", "", ""), ("forecast", "5.000", "!†")]
    # One scale: the same people have the same circle in every month.
    assert now.marks[2].radius == ahead.marks[2].radius > 0
    assert (now.title, ahead.title) == ("Tertanggung pada bulan November 2025", "Tertanggung pada bulan Januari 2028 (perkiraan)")
    assert "perpanjangan yang tidak diumumkan tidak diketahui" in now.notes[0]
    assert ahead.notes[0].startswith("Arsir: perkiraan bila tidak diperpanjang.")


def test_the_legend_counts_recorded_computed_forecast_and_no_data(reader, english) -> None:
    def legend(who, month: str) -> list[tuple[str, str]]:
        return [(entry.swatch, entry.label) for entry in build_map(ATLAS, STATE, _at(who, month)).legend]

    assert legend(reader, "2025-10") == [("=●", "tercatat pada bulan itu (1)"), ("=≈", "dihitung dari catatan terdekat (0)"), ("nodata", "belum ada data (2)")]
    assert legend(reader, "2025-11")[:2] == [("=●", "tercatat pada bulan itu (0)"), ("=≈", "dihitung dari catatan terdekat (1)")]
    assert legend(english, "2028-01") == [("forecast", "forecast if nothing is renewed (1)"), ("nodata", "no data yet (2)"),
                                          ("=†", "stale: > 12 months before this month (1)")]


def test_the_sentence_of_the_map_counts(reader, english) -> None:
    assert build_map(ATLAS, STATE, _at(reader, "2025-10")).sentence == (
        "1 dari 19 daerah punya catatan peserta aktif yang bertanggal: 1 tercatat pada Oktober 2025, 0 dihitung dari catatan bulan lain yang terdekat.")
    assert build_map(ATLAS, STATE, _at(english, "2028-01")).sentence == "A forecast for 1 of 19 districts, if nothing is renewed beyond what is known now."


def test_the_table_says_the_whole_sentence_though_the_map_says_little(reader) -> None:
    view = build_map(ATLAS, STATE, _at(reader, "2028-01"))
    assert dict(view.tips)["forecast"] == "$value orang $mark, perkiraan dari catatan $date"
    row = build_table(ATLAS, view, reader).rows[0]
    assert row[:3] == ("Kabupaten Awan", "15.988 †", "Okt 2025")
    assert row[3].startswith("15.988 orang, perkiraan bila tidak diperpanjang")


ENDING = make_atlas(funding=(
    *FUNDING, paid("csr", 1_000, "2025-11", "2025-12", code="13.71"), paid("csr", 410, "2025-11", "2025-12", code="13.71"),
    paid("csr", 1_000, "2025-12", "2025-12", code="13.71", status="planned"), replace(FUNDING[0], cover_start=None, cover_end=None, area_code="13.02"),
))


def test_the_calendar_of_ends(reader) -> None:
    view = build_cover_ends(ENDING, _at(reader, "2025-11"))
    assert view.title == "Perlindungan yang berakhir, November 2025 – April 2026"
    assert view.sentence == ("Dalam enam bulan sejak November 2025 berakhir 5 masa perlindungan di 2 daerah (realisasi 4 dan rencana 1). "
                             "Perpanjangannya tidak diketahui.")
    assert [month.name for month in view.months] == ["Nov 2025", "Des 2025", "Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026"]
    assert [month.note is None for month in view.months] == [True, False, True, True, True, True]
    assert [(r.district, r.fund, r.people, r.since, r.status, r.whole) for r in view.months[1].rows] == [
        ("Kabupaten Awan", "district_budget", "9.650", "Nov 2025", "realisasi", ""),
        ("Kabupaten Awan", "palm_oil_share", "2.800", "Jul 2025", "realisasi", ""),
        ("Kota Cahaya", "csr", "1.000", "Nov 2025", "realisasi", ""),
        ("Kota Cahaya", "csr", "410", "Nov 2025", "realisasi", ""),
        ("Kota Cahaya", "", "", "", "", "csr (realisasi), 2 pernyataan: paling banyak 1.410 orang"),
        ("Kota Cahaya", "csr", "1.000", "Des 2025", "rencana", ""),
    ]
    assert view.months[1].note.label.startswith("Des 2025: 1 sumber")
    assert view.months[1].note.lines[0].startswith("Kabupaten Awan, district_budget: 9.650 orang")
    assert view.incomplete == "Kalender ini tidak lengkap: 1 pernyataan tentang 2025 dan 2026 di 1 daerah tidak menyebut bulan akhir."
    assert (view.without_label, view.without) == ("Tanpa bulan akhir (1)", ("Kabupaten Bukit: realisasi 1",))


def test_the_calendar_in_english_and_without_any_end(english) -> None:
    view = build_cover_ends(ENDING, _at(english, "2025-12"))
    assert view.sentence == ("In the six months from December 2025 5 periods of cover are known to end, in 2 districts (realised 4 and planned 1). "
                             "Whether they are renewed is not known.")
    empty = build_cover_ends(ENDING, _at(english, "2027-05"))
    assert (empty.months, empty.incomplete, empty.without, empty.remarks) == ((), "", (), ())
    assert empty.sentence == "In the six months from May 2027 no end of cover is known."
