"""What must hold for every plan, whatever the numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from petaucj.domain.month import Month
from petaucj.domain.need import Need, need
from petaucj.domain.outlook import outlook
from petaucj.domain.plan import COMMITMENTS, COMMITTED, PLANNABLE, SECTORS, Base, Goal, Offer, Tranche
from petaucj.domain.plan_cost import tranche_cost
from petaucj.domain.projection import permanent_base, projection
from petaucj.domain.sensitivity import spans
from petaucj.domain.spread import spread
from petaucj.domain.waterfall import waterfall
from tests.plans import make_book, make_plan
from tests.plans import make_tranche as paid_tranche
from petaucj.domain.contributions import Payer

BOOK = make_book()
MONTHS = st.builds(Month, st.integers(2024, 2029), st.integers(1, 12))
SHARES = st.integers(0, 100).map(lambda n: Decimal(n) / 100)
TRANCHES = st.builds(Tranche, st.sampled_from(PLANNABLE), st.integers(0, 3_000), MONTHS, st.integers(1, 30), st.sampled_from(SECTORS),
                     st.sampled_from(COMMITMENTS), SHARES, st.integers(1, 100).map(lambda n: Decimal(n) / 100), SHARES)
OFFERS = st.builds(Offer, st.sampled_from(PLANNABLE), st.none() | st.integers(0, 20_000), st.none() | st.integers(0, 10**10), MONTHS,
                   st.integers(1, 36), st.sampled_from(SECTORS))
PLANS = st.builds(
    lambda active, size, pct, deadline, tranches, offers, grace: make_plan(
        base=Base(active, Month(2025, 10), size, Month(2025, 10), "bps_employed"), tranches=tuple(tranches), offers=tuple(offers), grace_months=grace,
        goal=Goal(Decimal(pct) / 100, "bps_employed", deadline)),
    st.integers(0, 200_000), st.integers(1, 300_000), st.integers(1, 10_000), MONTHS, st.lists(TRANCHES, max_size=5), st.lists(OFFERS, max_size=6),
    st.integers(0, 3))


@given(PLANS)
def test_the_projection_is_the_base_and_the_sum_of_its_tranches(plan) -> None:
    points = projection(plan, plan.tranches, Month(2024, 1), Month(2030, 1))
    base = permanent_base(plan)
    assert bool(points) is (base >= 0)
    for point in points:
        running = [t.net for t in plan.tranches if t.start <= point.month < t.start.plus(t.months)]
        stayed = [t.stayers for t in plan.tranches if point.month >= t.start.plus(t.months)]
        assert point.protected == base + sum(running) + sum(stayed)
        assert point.recorded >= point.protected
        if point.month == plan.base.month:
            on_top = sum(t.recorded_in(point.month, plan.grace_months) for t in plan.tranches if t.commitment not in COMMITTED)
            assert point.recorded == plan.base.active + on_top


@given(PLANS, st.randoms(use_true_random=False))
def test_the_order_of_tranches_changes_nothing(plan, random) -> None:
    mixed = list(plan.tranches)
    random.shuffle(mixed)
    shuffled = plan.with_(tranches=tuple(mixed))
    assert need(plan) == need(shuffled)
    assert outlook(plan, BOOK).points == outlook(shuffled, BOOK).points


@given(TRANCHES, st.integers(1, 500))
def test_more_people_never_cost_less(tranche, more: int) -> None:
    small, large = (tranche_cost(make_plan(wage_idr=3_000_000), BOOK, t) for t in (tranche, replace(tranche, workers=tranche.workers + more)))
    assert large.total_idr >= small.total_idr
    assert large.worker_months >= small.worker_months


@given(PLANS, st.integers(0, 100_000))
def test_the_waterfall_stays_within_every_limit_and_loses_nobody(plan, needed: int) -> None:
    mix = waterfall(plan, BOOK, needed)
    for paid in mix.allocations:
        rule, offer = BOOK.rules[paid.offer.funding_source], paid.offer
        assert 0 <= paid.people <= needed
        if offer.eligible is not None:
            assert paid.people <= offer.eligible
        if offer.cap_idr is not None and paid.idr is not None:
            assert paid.idr <= offer.cap_idr
        if rule.excludes(plan.area_code) or (rule.needs_cap and offer.cap_idr is None) or (rule.needs_eligible and offer.eligible is None):
            assert paid.people == 0
    assert sum(paid.people for paid in mix.allocations) + mix.unfunded == needed


@given(PLANS)
def test_a_plan_that_leaves_nobody_unfunded_reaches_its_target(plan) -> None:
    result = outlook(plan, BOOK)
    if isinstance(result.need, Need) and result.mix is not None and result.four is not None:
        assert result.reaches is (result.mix.unfunded == 0)
        assert result.four.at_deadline >= result.need.required - result.mix.unfunded
        assert result.four.minimum <= result.four.mean <= result.four.peak


@given(PLANS)
def test_need_and_surplus_never_stand_together_and_cost_follows_people(plan) -> None:
    found = need(plan)
    if isinstance(found, Need):
        assert found.missing * found.surplus == 0
        assert found.baseline + found.missing - found.surplus == found.required
        assert plan.base.active - found.ending + found.starting == found.baseline
        bill = outlook(plan, BOOK).gap_bill
        assert bill.twelve_months_idr == found.missing * 16_800 * 12


@given(PLANS)
def test_the_need_lies_within_each_of_its_spans(plan) -> None:
    found = need(plan)
    for span in spans(plan, BOOK):
        assert 0 <= span.low <= span.high
        assert span.low <= found.missing <= span.high


@given(st.integers(0, 10**10), st.sampled_from(["state_budget", "self_or_private"]), MONTHS)
def test_money_is_never_overspent_and_longer_cover_never_reaches_more(budget: int, payer: str, start: Month) -> None:
    points = spread(BOOK.table, Payer(payer, "non_transport", ("work_injury", "death")), budget, start, 12, 3)
    assert len(points) == 12
    for point in points:
        assert point.spent_idr + point.left_idr == budget
        assert 0 <= point.left_idr < point.each_idr
    assert [p.people for p in points] == sorted((p.people for p in points), reverse=True)


def test_a_tranche_begun_before_the_record_is_inside_it() -> None:
    inside = paid_tranche(1_000, "2025-09", 4)
    assert permanent_base(make_plan(tranches=(inside,))) == 17_788
