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


def _bare(plan):
    """Return the plan without the documents it rests on: an address cannot claim one."""
    return replace(plan, base=replace(plan.base, fact_keys=()), goal=replace(plan.goal, target_id=""))


@given(PLANS)
def test_every_plan_is_read_back_whatever_the_district_begins_with(plan) -> None:
    word = encode(plan, FIRST)
    assert not word or ALLOWED.fullmatch(word)
    assert _bare(decode(word, FIRST)) == _bare(plan)
    later = FIRST.with_(first_month=Month(2029, 1), tranches=(), offers=(), goal=Goal(Decimal(50), "unknown", Month(2029, 12)))
    if word:
        assert _bare(decode(word, later)) == _bare(plan)
        assert encode(decode(word, FIRST), later) == word


def test_the_first_plan_needs_no_word() -> None:
    assert encode(FIRST, FIRST) == ""
    assert decode("", FIRST) == FIRST


def test_a_word_can_be_read_by_eye() -> None:
    changed = FIRST.with_(growth_pct=Decimal("2.8"), tranches=(make_tranche(), make_tranche(1500, "2027-01", 12, "zakat", commitment="planned",
                                                                                          overlap=Decimal("0.1"))))
    assert encode(changed, FIRST) == ("x28_30.bekerja.daerah.2025~h2027-12~m2027-01~k18788.2025-10~d106590.bekerja.2024-09~g2_8"
                                      "~tapbd.9650.2025-11.2.terbayar~tbaznas.1500.2027-01.12.rencana..0_1~oapbd")


def test_documents_come_back_beside_the_figures_they_print() -> None:
    first = FIRST.with_(base=replace(FIRST.base, fact_keys=("k1", "k2")), goal=replace(FIRST.goal, target_id="solsel_2025"))
    changed = first.with_(growth_pct=Decimal("2.8"))
    assert decode(encode(changed, first), first) == changed
    other = decode(encode(changed.with_(goal=replace(first.goal, pct=Decimal(30))), first), first)
    assert other.goal.target_id == ""


@pytest.mark.parametrize("word", ["zzz", "t1.2.3", "tapbd.x.2027-01.12.rencana", "tapbd.5.2027-13.12.rencana", "tapbd.5.2027-01.12.mungkin", "g9e999999",
                                  "x28.mars", "h2027", "obank.1.2.2027-01.3", "s1.apbd.non-transportasi", "g" + "9" * 20, "tapbd." + "9" * 30,
                                  "t'.5", "g2,8", "k1.2.3.4", "<script>", "g1" * 3000, "p", "r-1", "h0000-05", "m1999-12", "tapbd.5.2100-01.1.rencana", "tapbd.5.2027-01.1.rencana.....fund_1", "x28_30.bekerja.partai.2025"])
def test_what_cannot_be_read_is_refused(word: str) -> None:
    assert not plausible(word)
    with pytest.raises(ValueError):
        decode(word, FIRST)
