"""The planning rows of domain notes §7.9 and §8, exact to the rupiah."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from petaucj.domain.contributions import Payer, contribution, per_worker
from petaucj.domain.month import Month
from petaucj.domain.need import Need, NoNeed, denominator_at, need
from petaucj.domain.outlook import outlook
from petaucj.domain.plan import Base, Goal
from petaucj.domain.plan_faults import PlanFault, plan_faults
from petaucj.domain.plan_cost import bill, tranche_cost
from petaucj.domain.projection import projection
from petaucj.domain.sensitivity import spans, to_propose
from petaucj.domain.spread import full_death_share, short_cover, spread
from petaucj.domain.waterfall import waterfall
from tests.plans import CASUAL, PALM, make_book, make_offer, make_plan, make_table, make_tranche

BOOK = make_book()
TWO, THREE = ("work_injury", "death"), ("work_injury", "death", "old_age")
APBD, PRIVATE = Payer("state_budget", "non_transport", TWO), Payer("self_or_private", "non_transport", TWO)


def test_need_counts_what_expires_and_shows_the_naive_gap_beside() -> None:
    found = need(make_plan())
    assert (found.required, found.baseline, found.missing, found.naive_missing, found.ending, found.starting) == (30_165, 15_988, 14_177, 11_377, 2_800, 0)


def test_growth_of_the_denominator_moves_the_target() -> None:
    plan = make_plan(deadline="2026-12", growth_pct=Decimal("2.8"))
    assert denominator_at(plan) == 113_423
    assert need(plan).required == 32_099


def test_months_of_solok_selatan() -> None:
    points = {str(p.month): p.protected for p in projection(make_plan(), (PALM, CASUAL), Month(2025, 6), Month(2026, 2))}
    assert points == {"2025-06": 15_988, "2025-07": 18_788, "2025-08": 18_788, "2025-09": 18_788, "2025-10": 18_788, "2025-11": 28_438,
                      "2025-12": 28_438, "2026-01": 15_988, "2026-02": 15_988}


@pytest.mark.parametrize(("denominator", "points"), [(106_590, "11.68"), (61_794, "20.15")])
def test_the_cliff_has_a_month_and_a_size(denominator: int, points: str) -> None:
    plan = make_plan()
    result = outlook(replace(plan, base=replace(plan.base, denominator=denominator)), BOOK)
    (cliff,) = result.cliffs
    assert (str(cliff.month), cliff.people, cliff.points) == ("2026-01", 12_450, Decimal(points))
    assert str(result.safe_until) == "2025-12"


def test_even_the_peak_misses_the_target() -> None:
    found = need(make_plan(deadline="2025-12"))
    assert (found.baseline, found.missing) == (28_438, 1_727)


@pytest.mark.parametrize(("workers", "start", "months", "idr"), [
    (9650, "2025-11", 2, 324_240_000), (2800, "2025-07", 6, 282_240_000), (7764, "2024-06", 11, 1_434_787_200), (1850, "2025-08", 5, 155_400_000),
    (5200, "2025-09", 4, 349_440_000), (12_450, "2027-01", 12, 2_509_920_000), (7723, "2025-10", 3, 389_239_200), (3805, "2025-01", 12, 767_088_000),
    (16_590, "2025-01", 12, 3_344_544_000)])
def test_tranches_cost(workers: int, start: str, months: int, idr: int) -> None:
    assert tranche_cost(make_plan(), BOOK, make_tranche(workers, start, months)).total_idr == idr


@pytest.mark.parametrize(("people", "month", "year"), [(11_377, 191_133_600, 2_293_603_200), (14_177, 238_173_600, 2_858_083_200)])
def test_the_gap_costs(people: int, month: int, year: int) -> None:
    told = bill(BOOK.table, APBD, people, Month(2027, 1))
    assert (told.month_idr, told.twelve_months_idr, told.rest_of_year_idr) == (month, year, year)


def test_money_found_late_in_the_year_buys_two_months() -> None:
    assert bill(BOOK.table, APBD, 9650, Month(2025, 11)).rest_of_year_idr == 324_240_000


@pytest.mark.parametrize(("payer", "sector", "programmes", "idr"), [
    ("self_or_private", "non_transport", TWO, 126_000), ("state_budget", "non_transport", TWO, 201_600), ("self_or_private", "transport", TWO, 100_800),
    ("state_budget", "transport", TWO, 201_600), ("self_or_private", "non_transport", THREE, 366_000)])
def test_a_worker_in_2026(payer: str, sector: str, programmes: tuple[str, ...], idr: int) -> None:
    assert per_worker(make_table(), Payer(payer, sector, programmes), Month(2026, 1), 12) == idr


@pytest.mark.parametrize(("month", "sector", "idr"), [
    ("2026-03", "non_transport", 16_800), ("2026-04", "non_transport", 8_400), ("2026-12", "non_transport", 8_400), ("2027-01", "non_transport", 16_800),
    ("2025-12", "transport", 16_800), ("2026-01", "transport", 8_400), ("2027-03", "transport", 8_400), ("2027-04", "transport", 16_800)])
def test_reliefs_begin_and_end(month: str, sector: str, idr: int) -> None:
    assert contribution(make_table(), replace(PRIVATE, sector=sector), Month.parse(month)).idr == idr


@pytest.mark.parametrize(("income", "idr"), [(None, 16_800), (500_000, 16_800), (1_000_000, 16_800), (2_500_000, 31_800), (20_700_000, 213_800),
                                             (99_000_000, 213_800)])
def test_work_injury_follows_the_income_within_its_limits(income: int | None, idr: int) -> None:
    assert contribution(make_table(), replace(APBD, income_idr=income), Month(2027, 1)).idr == idr


def test_an_employer_pays_by_wage_and_without_one_nothing_is_told() -> None:
    employer = Payer("employer", "non_transport", TWO, wage_idr=3_182_955)
    assert contribution(make_table(), employer, Month(2027, 1)).idr == 7_639 + 9_549
    assert contribution(make_table(), replace(employer, wage_idr=None), Month(2027, 1)) is None


def test_the_same_money_buys_breadth_or_duration() -> None:
    points = {p.months: p for p in spread(BOOK.table, APBD, 282_240_000, Month(2027, 1), 12, 3)}
    assert (points[12].people, points[6].people) == (1_400, 2_800)
    assert points[12].worker_months == points[6].worker_months == 16_800
    assert {p.spent_idr for p in (points[6], points[12])} == {282_240_000}


@pytest.mark.parametrize(("months", "share"), [(1, "0"), (2, "0"), (3, "0"), (4, "0.25"), (6, "0.5"), (12, "0.75")])
def test_short_cover_has_no_full_death_benefit(months: int, share: str) -> None:
    assert full_death_share(months, 3) == Decimal(share)
    assert short_cover(months, 3) is (months <= 3)


def test_eleven_months_give_full_benefit_for_eight() -> None:
    assert round(full_death_share(11, 3), 3) == Decimal("0.727")


def test_over_the_target_is_a_surplus_of_people() -> None:
    plan = make_plan(tranches=(), goal=Goal(Decimal("28.3"), "bpjs_potential", Month(2027, 12)),
                     base=Base(18_788, Month(2025, 10), 61_794, Month(2025, 10), "bpjs_potential"))
    found = need(plan)
    assert (found.required, found.missing, found.surplus) == (17_488, 0, 1_300)


def test_above_a_hundred_per_cent_is_not_clipped() -> None:
    plan = make_plan("100", tranches=(), base=Base(105, Month(2024, 3), 100, Month(2024, 3), "bps_employed"))
    assert (need(plan).missing, need(plan).surplus) == (0, 5)


BASE = make_plan().base


@pytest.mark.parametrize(("changes", "reason"), [
    ({"base": replace(BASE, denominator=None)}, "no_denominator"), ({"base": replace(BASE, basis="bpjs_potential")}, "basis_differs"),
    ({"base": replace(BASE, basis="unknown")}, "basis_unknown"), ({"base": replace(BASE, active=None)}, "no_active"), ({"base": replace(BASE, month=None)}, "undated_record"),
    ({"goal": Goal(None, "unknown", Month(2027, 12))}, "no_target"), ({"goal": Goal(Decimal(50), "unknown", Month(2027, 12))}, "target_basis_unknown"),
    ({"goal": replace(make_plan().goal, deadline=Month(2025, 9))}, "before_record"),
    ({"tranches": (make_tranche(20_000, "2025-10", 12),)}, "tranches_exceed"),
])
def test_without_a_figure_there_is_no_number_and_the_reason_is_told(changes: dict, reason: str) -> None:
    plan = make_plan(**changes)
    found = need(plan)
    assert isinstance(found, NoNeed)
    assert found.reason == reason
    result = outlook(plan, BOOK)
    assert result.mix is None and result.gap_bill is None and result.reaches is None


def test_tranches_that_exceed_the_record_say_by_how_many() -> None:
    assert need(make_plan(tranches=(make_tranche(20_000, "2025-10", 12),))).exceeding == 1_212


def test_plans_and_scenarios_are_not_counted_on_before_they_are_paid() -> None:
    later = make_tranche(5_000, "2027-01", 12, commitment="planned")
    budget = replace(later, commitment="budgeted")
    assert need(make_plan(tranches=(PALM, CASUAL, later))).missing == 14_177
    assert need(make_plan(tranches=(PALM, CASUAL, budget))).missing == 9_177
    assert outlook(make_plan(tranches=(PALM, CASUAL, later)), BOOK).open_people == 9_177


def test_the_four_figures_show_what_a_reporting_date_hides() -> None:
    four = outlook(make_plan(tranches=(PALM, CASUAL, make_tranche(6_000, "2027-12", 1, commitment="scenario"))), BOOK).four
    assert (four.at_deadline, four.peak, four.mean, four.minimum, four.months) == (21_988, 21_988, Decimal(16_488), 15_988, 12)


def test_grace_keeps_the_record_up_after_the_money_stops() -> None:
    recorded = {str(p.month): (p.protected, p.recorded) for p in projection(make_plan(), (PALM, CASUAL), Month(2025, 12), Month(2026, 4))}
    assert recorded == {"2025-12": (28_438, 28_438), "2026-01": (15_988, 28_438), "2026-02": (15_988, 28_438), "2026-03": (15_988, 28_438),
                        "2026-04": (15_988, 15_988)}


def test_the_palm_oil_ceiling() -> None:
    for months, people in ((12, 3_531), (6, 7_063), (3, 14_126)):
        start = f"2027-{13 - months:02d}"
        (paid,) = waterfall(make_plan(offers=(make_offer("palm_oil_share", 99_999, 712_000_000, start, months),)), BOOK, 99_999).allocations
        assert (paid.people, paid.stopped_by) == (people, "cap")


def test_the_waterfall_goes_through_its_sources_and_leaves_the_rest_open() -> None:
    offers = (make_offer("employer", 1_000), make_offer("self_paid", 500), make_offer("palm_oil_share", 2_000, 712_000_000, "2027-07", 6),
              make_offer("csr", None, 100_000_000), make_offer("district_budget", None, 1_000_000_000))
    mix = waterfall(make_plan(offers=offers), BOOK, 14_177)
    assert [(a.people, a.idr, a.stopped_by) for a in mix.allocations] == [
        (1_000, None, "eligible"), (500, 500 * 201_600, "eligible"), (2_000, 2_000 * 100_800, "eligible"), (496, 496 * 201_600, "cap"),
        (4_960, 4_960 * 201_600, "cap")]
    assert (mix.unfunded, mix.unfunded_bill.twelve_months_idr) == (5_221, 5_221 * 201_600)


@pytest.mark.parametrize(("offer", "area", "reason"), [
    (make_offer("palm_oil_share", 10, 10**9), "13.09", "excluded"), (make_offer("village_budget", 10, 10**9), "13.71", "excluded"),
    (make_offer("palm_oil_share", None, 10**9), "13.11", "needs_eligible"), (make_offer("district_budget"), "13.11", "needs_cap"),
    (make_offer("csr", 10, 10**9, "2027-01", 6), "13.11", "not_at_deadline"), (make_offer("district_budget", None, 201_599), "13.11", "cap")])
def test_a_source_that_cannot_pay_says_why(offer, area: str, reason: str) -> None:
    (paid,) = waterfall(make_plan(area_code=area), BOOK, 0).allocations or waterfall(make_plan(area_code=area, offers=(offer,)), BOOK, 100).allocations
    assert (paid.people, paid.stopped_by) == (0, reason)


def test_spans_name_what_moves_the_need() -> None:
    told = {s.factor: (s.low, s.high) for s in spans(make_plan(), BOOK)}
    assert told["expiring"] == told["overlap"] == (11_377, 14_177)
    assert told["rounding"] == (14_172, 14_183)
    assert to_propose(14_177, Decimal("0.898")) == 15_788


def test_impossible_values_are_named() -> None:
    wrong = make_plan(grace_months=9, tranches=(make_tranche(months=0, acceptance=Decimal(0)), make_tranche(overlap=Decimal(2))))
    assert plan_faults(make_plan()) == ()
    assert plan_faults(wrong) == (PlanFault("plan", 0, "grace_months", "9", "grace_months"), PlanFault("tranche", 1, "months", "0", "months"),
                                  PlanFault("tranche", 1, "acceptance", "0", "acceptance"), PlanFault("tranche", 2, "overlap", "2", "overlap"))


def test_overlap_costs_money_and_adds_nobody() -> None:
    twice = make_tranche(1_000, "2027-01", 12, overlap=Decimal(1))
    assert (twice.net, tranche_cost(make_plan(), BOOK, twice).total_idr, isinstance(need(make_plan()), Need)) == (0, 201_600_000, True)


def test_an_offer_that_runs_in_the_month_of_the_record_still_helps_to_reach_the_target() -> None:
    plan = make_plan("50", "2025-12", base=Base(5_000, Month(2025, 10), 20_000, Month(2025, 10), "bps_employed"), tranches=(), first_month=Month(2025, 10),
                     offers=(make_offer("district_budget", None, 10**10, "2025-10", 12),))
    result = outlook(plan, BOOK)
    assert (result.mix.unfunded, result.four.at_deadline, result.reaches) == (0, 10_000, True)


def test_a_budget_in_the_month_of_the_record_is_inside_it_and_a_plan_comes_on_top() -> None:
    running = make_tranche(1_000, "2025-10", 24)
    assert need(make_plan(tranches=(replace(running, commitment="budgeted"),))).baseline == 18_788 - 1_000
    planned = replace(running, commitment="planned")
    assert need(make_plan(tranches=(planned,)), (planned,)).baseline == 18_788


def test_months_out_of_this_century_are_refused() -> None:
    assert {f.field for f in plan_faults(make_plan(deadline="2100-01"))} == {"deadline", "span"}
    assert {f.rule for f in plan_faults(make_plan(tranches=(make_tranche(start="1999-12"),)))} == {"year", "span"}


def test_a_fund_stands_once_in_the_waterfall_and_what_its_payments_spend_is_gone() -> None:
    offer = make_offer("palm_oil_share", 99_999, 712_000_000, "2025-07", 6)
    assert [f.rule for f in plan_faults(make_plan(offers=(offer, offer)))] == ["fund_twice"]
    plan = make_plan(deadline="2025-12", offers=(offer,))
    (paid,) = waterfall(plan, BOOK, 99_999).allocations
    assert paid.people == (712_000_000 - 282_240_000) // 100_800 == 4_263


def test_a_fall_long_after_an_old_record_is_found() -> None:
    old = make_plan(base=Base(9_353, Month(2022, 2), 58_456, Month(2022, 2), "bps_employed"), deadline="2029-12",
                    tranches=(make_tranche(9_464, "2029-01", 12, commitment="scenario"),))
    result = outlook(old, BOOK)
    assert [(str(c.month), c.people) for c in result.cliffs] == [("2030-01", 9_464)]
    assert str(result.safe_until) == "2029-12"


def test_a_payment_taken_over_by_another_is_no_fall() -> None:
    relay = (make_tranche(1_000, "2027-01", 3, commitment="planned"), make_tranche(1_000, "2027-04", 9, "csr", commitment="planned"))
    assert str(outlook(make_plan(tranches=relay), BOOK).safe_until) == "2027-12"


def test_ending_and_starting_people_are_told_apart() -> None:
    found = need(make_plan(tranches=(PALM, CASUAL, make_tranche(3_000, "2027-01", 12, commitment="budgeted"))))
    assert (found.missing, found.ending, found.starting) == (11_177, 2_800, 3_000)


def test_counting_on_less_money_never_lowers_the_need() -> None:
    plan = make_plan(tranches=(replace(PALM, commitment="budgeted"), CASUAL))
    told = {s.factor: (s.low, s.high) for s in spans(plan, BOOK)}
    assert told["commitment"] == (14_177, 14_177)


def test_a_relief_without_a_known_limit_never_costs_more_than_the_standing_rate() -> None:
    for income in (1_000_000, 30_000_000, 50_000_000, 900_000_000):
        relief, full = (contribution(make_table(), replace(PRIVATE, income_idr=income), Month.parse(m)).idr for m in ("2026-05", "2027-05"))
        assert relief <= full
