"""A plan in the address: short, and read back as it was."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petaucj.domain.month import Month
from petaucj.domain.plan import COMMITMENTS, PACKAGES, PLANNABLE, SECTORS, Base, Goal, Offer, Tranche
from petaucj.views.plan_address import ALLOWED, decode, encode, plausible
from tests.plans import make_offer, make_plan, make_tranche

FIRST = make_plan(offers=(make_offer(),))
MONTHS = st.builds(Month, st.integers(2020, 2035), st.integers(1, 12))
SHARES = st.integers(0, 1000).map(lambda n: Decimal(n) / 1000)
MAYBE = st.none() | st.integers(0, 10**12)
BASES = st.sampled_from(["bps_employed", "bpjs_potential", "bps_labour_force", "unknown"])
PLANS = st.builds(
    lambda base, goal, **more: replace(FIRST, base=base, goal=goal, **{k: tuple(v) if isinstance(v, list) else v for k, v in more.items()}),
    base=st.builds(Base, MAYBE, st.none() | MONTHS, MAYBE, st.none() | MONTHS, BASES),
    goal=st.builds(lambda pct, basis, deadline: Goal(pct, basis, deadline), st.none() | st.integers(1, 10_000).map(lambda n: Decimal(n) / 100), BASES, MONTHS),
    first_month=MONTHS, growth_pct=st.integers(-1000, 2000).map(lambda n: Decimal(n) / 100), margin_pct=SHARES, grace_months=st.integers(0, 3),
    package=st.sampled_from(list(PACKAGES)), income_idr=MAYBE, wage_idr=MAYBE, spread_idr=MAYBE, spread_source=st.sampled_from(PLANNABLE),
    spread_sector=st.sampled_from(SECTORS), spread_months=st.integers(1, 24),
    tranches=st.lists(st.builds(Tranche, st.sampled_from(PLANNABLE), st.integers(0, 10**7), MONTHS, st.integers(1, 60), st.sampled_from(SECTORS),
                                st.sampled_from(COMMITMENTS), SHARES, SHARES, SHARES, st.sampled_from(["", "fund-070"])), max_size=4),
    offers=st.lists(st.builds(Offer, st.sampled_from(PLANNABLE), MAYBE, MAYBE, MONTHS, st.integers(1, 60), st.sampled_from(SECTORS)), max_size=4),
)


def _as_typed(plan):
    """Return the plan as one typed by hand: a changed base or goal names no document."""
    keeps = plan.base == FIRST.base
    return replace(plan, base=plan.base if keeps else replace(plan.base, fact_keys=()))


@given(PLANS)
def test_every_plan_is_read_back(plan) -> None:
    word = encode(plan, FIRST)
    assert not word or ALLOWED.fullmatch(word)
    back = decode(word, FIRST)
    if word and "x" not in {part[0] for part in word.split("~")}:
        plan = replace(plan, goal=replace(FIRST.goal, deadline=plan.goal.deadline))
    assert back == replace(_as_typed(plan), goal=back.goal)
    assert (back.goal.pct, back.goal.basis, back.goal.deadline) == (plan.goal.pct, plan.goal.basis, plan.goal.deadline)
    assert encode(back, FIRST) == word


def test_the_first_plan_needs_no_word() -> None:
    assert encode(FIRST, FIRST) == ""
    assert decode("", FIRST) == FIRST


def test_a_word_says_only_what_differs_and_can_be_read_by_eye() -> None:
    changed = FIRST.with_(growth_pct=Decimal("2.8"), tranches=(make_tranche(), make_tranche(1500, "2027-01", 12, "zakat", commitment="planned",
                                                                                          overlap=Decimal("0.1"))))
    assert encode(changed, FIRST) == "g2_8~tapbd.9650.2025-11.2.terbayar~tbaznas.1500.2027-01.12.rencana..0_1"
    assert encode(FIRST.with_(tranches=(), offers=()), FIRST) == "t~o"


@pytest.mark.parametrize("word", ["zzz", "t1.2.3", "tapbd.x.2027-01.12.rencana", "tapbd.5.2027-13.12.rencana", "tapbd.5.2027-01.12.mungkin", "g9e999999",
                                  "x28.mars", "h2027", "obank.1.2.2027-01.3", "s1.apbd.non-transportasi", "g" + "9" * 20, "tapbd." + "9" * 30,
                                  "t'.5", "g2,8", "k1.2.3.4", "<script>", "g1" * 3000, "p", "r-1", "h0000-05", "m1999-12", "tapbd.5.2100-01.1.rencana"])
def test_what_cannot_be_read_is_refused(word: str) -> None:
    assert not plausible(word)
    with pytest.raises(ValueError):
        decode(word, FIRST)
