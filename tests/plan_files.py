"""Texts of plan files for tests, and a way to make plans of every kind."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from petaucj.data.plan_format import BASIS_WORD, FUND_WORD, PACKAGE_WORD, REGIME_WORD
from petaucj.domain.month import Month
from petaucj.domain.plan import COMMITMENTS, SECTORS, Base, Goal, Offer, Plan, Tranche

GOOD = """format = "petaucj-rencana-1"
judul = "Solok Selatan, rencana 2027"
daerah = "13.11"

[catatan]
peserta_aktif = 18_788
per = "2025-10"
penyebut = 106590
penyebut_per = "2024-09"
dasar = "bekerja"

[target]
persen = 28.30
dasar = "bekerja"
tenggat = "2027-12"
rezim = "daerah"
tahun = 2025

[[tranche]]
sumber = "dbh-sawit"
orang = 2800
mulai = "2025-07"
bulan = 6
status = "terbayar"

[[tranche]]
sumber = "apbd"
orang = 9650
mulai = "2025-11"
bulan = 2
status = "terbayar"
catatan = "fund-070"

[[sumber_dana]]
sumber = "dbh-sawit"
berhak = 1500
pagu = 712000000
mulai = "2027-07"
bulan = 6

[luas_atau_lama]
rupiah = 282240000
"""

WHOLE = st.none() | st.integers(0, 10**15 - 1)
MONTHS = st.builds(Month, st.integers(2000, 2099), st.integers(1, 12))
SHARES = st.decimals(0, 1, places=3)
FUNDS, SECTOR = st.sampled_from(sorted(FUND_WORD)), st.sampled_from(SECTORS)
RECORDS = st.just("") | st.from_regex(r"[A-Za-z0-9_-]{1,40}", fullmatch=True)
TITLES = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), max_size=200)
TRANCHES = st.builds(Tranche, FUNDS, st.integers(0, 10_000_000), MONTHS, st.integers(1, 60), SECTOR, st.sampled_from(COMMITMENTS), SHARES,
                     st.decimals("0.001", 1, places=3), SHARES, RECORDS)
OFFERS = st.builds(Offer, FUNDS, WHOLE, WHOLE, MONTHS, st.integers(1, 60), SECTOR)
BASES = st.builds(Base, WHOLE, st.none() | MONTHS, st.none() | st.integers(1, 10**15 - 1), st.none() | MONTHS,
                  st.sampled_from(sorted(BASIS_WORD)))
PERCENTS = st.integers(1, 100).map(Decimal) | st.decimals("0.01", 100, places=2)
GOALS = st.builds(Goal, st.none() | PERCENTS, st.sampled_from(sorted(BASIS_WORD)), MONTHS, st.just("") | st.sampled_from(sorted(REGIME_WORD)),
                  st.none() | st.integers(2000, 2099))
PLANS = st.builds(
    Plan, st.sampled_from(["", "13.11", "13.71"]), BASES, GOALS, MONTHS, st.lists(TRANCHES, max_size=4).map(tuple),
    st.lists(OFFERS, max_size=4).map(tuple),
    st.decimals(-10, 20, places=1), st.integers(0, 50).map(Decimal), st.integers(0, 3), st.sampled_from(sorted(PACKAGE_WORD)), WHOLE, WHOLE,
    WHOLE, FUNDS, SECTOR, st.integers(1, 24), TITLES)
