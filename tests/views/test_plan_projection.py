"""The months of a plan in words: the golden months of Solok Selatan, what is missing, and far horizons."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from petaucj.domain.month import Month
from petaucj.domain.outlook import outlook
from petaucj.domain.plan import Base
from petaucj.views.phrases import Reader
from petaucj.views.plan_projection import build_projection
from tests.plans import CASUAL, PALM, make_book, make_offer, make_plan, make_tranche

BOOK = make_book()


def test_the_golden_months_of_solok_selatan(reader: Reader) -> None:
    view = build_projection(outlook(make_plan(), BOOK), reader)
    told = {row.cells[0].split(" (")[0]: row.cells[1:] for row in view.table.rows}
    assert told["Jun 2025"] == ("15.988", "15.988", "–")
    assert {told[month][0] for month in ("Jul 2025", "Agu 2025", "Sep 2025", "Okt 2025")} == {"18.788"}
    assert [told[month][0] for month in ("Nov 2025", "Des 2025", "Jan 2026")] == ["28.438", "28.438", "15.988"]
    assert told["Jan 2026"] == ("15.988", "28.438", "−12.450")
    assert told["Nov 2025"][2] == "+9.650"


def test_the_cliff_says_month_people_and_points_in_both_languages(reader: Reader, english: Reader) -> None:
    result = outlook(make_plan(), BOOK)
    assert build_projection(result, reader).falls == ("Jan 2026: −12.450 orang (−11,68\u00a0poin)",)
    assert build_projection(result, english).falls == ("Jan 2026: −12,450 people (−11.68\u00a0points)",)


def test_the_sentence_says_what_the_picture_shows(reader: Reader) -> None:
    view = build_projection(outlook(make_plan(), BOOK), reader)
    assert view.alt == ("Terlindungi dari Juni 2025 sampai Desember 2027: tertinggi 28.438 orang (Nov 2025), terendah 15.988 orang (Jun 2025). "
                        "Diperlukan 30.165 orang pada tenggat. Penurunan terbesar Jan 2026: −12.450 orang (−11,68\u00a0poin).")
    assert view.safe == "Aman sampai Desember 2025, sudah lewat"
    assert build_projection(outlook(make_plan(), BOOK), replace(reader, today=Month(2025, 11))).safe == "Aman sampai Desember 2025"


def test_months_before_the_record_and_after_today_say_so(reader: Reader) -> None:
    view = build_projection(outlook(make_plan(), BOOK), reader)
    assert (view.record_column, view.forecast_column) == (4, 18)
    cells = [row.cells[0] for row in view.table.rows]
    assert cells[3:5] == ["Sep 2025 (dihitung mundur)", "Okt 2025"]
    assert cells[17:19] == ["Nov 2026", "Des 2026 (perkiraan)"]
    assert build_projection(outlook(make_plan(deadline="2026-01"), BOOK), reader).forecast_column is None


def test_layers_add_up_to_the_protected_and_stayers_pay_alone(reader: Reader) -> None:
    plan = make_plan(tranches=(replace(PALM, continuing=Decimal("0.2")), CASUAL), offers=(make_offer(cap_idr=1_000_000_000),))
    result = outlook(plan, BOOK)
    view = build_projection(result, reader)
    assert [sum(column) for column in zip(*(layer.people for layer in view.layers), strict=True)] == [p.protected for p in result.points]
    assert [layer.fill for layer in view.layers] == ["", "f-palm-oil-share", "f-district-budget", "f-district-budget", "f-self-paid"]
    assert ("f-self-paid", "lanjut membayar sendiri") in view.legend


def test_a_fall_without_a_denominator_has_people_but_no_points(reader: Reader) -> None:
    plan = make_plan(base=Base(18_788, Month(2025, 10), None, None, "unknown"))
    view = build_projection(outlook(plan, BOOK), reader)
    assert view.falls == ("Jan 2026: −12.450 orang",)
    assert view.required is None
    assert all(swatch != "required" for swatch, _ in view.legend)


@pytest.mark.parametrize(("language", "said"), [("id", "Tidak ada proyeksi: jumlah peserta aktif"), ("en", "No projection: the number of active")])
def test_without_a_record_there_is_a_reason_and_no_picture(reader: Reader, language: str, said: str) -> None:
    view = build_projection(outlook(make_plan(base=Base(None, None, 106_590, None, "bps_employed")), BOOK), replace(reader, language=language))
    assert view.reason.startswith(said)
    assert (view.columns, view.table, view.layers) == (0, None, ())


def test_more_people_paid_than_recorded_says_how_many_too_many(reader: Reader) -> None:
    view = build_projection(outlook(make_plan(tranches=(make_tranche(20_000, "2025-07", 6),)), BOOK), reader)
    assert "1.212 lebih banyak" in view.reason


def test_a_record_and_a_deadline_in_one_month_share_a_mark(reader: Reader) -> None:
    view = build_projection(outlook(make_plan(deadline="2025-10", tranches=()), BOOK), reader)
    assert [mark.label for mark in view.marks] == ["catatan Okt 2025, tenggat Okt 2025"]
