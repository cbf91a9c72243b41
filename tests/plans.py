"""A small made-up planner's book and plans; the rates are those an official knows, so that numbers can be checked by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from petaucj.data.bilingual import Bilingual
from petaucj.domain.contributions import RateTable
from petaucj.domain.month import Month
from petaucj.domain.plan import PLANNABLE, Base, Goal, Offer, Plan, Tranche
from petaucj.domain.planning import FundRule, MoneyAllotted, PlanningBook, PlanningValue
from petaucj.domain.rates import Rate

NOTE = Bilingual("catatan", "note")
STATE = {"palm_oil_share", "village_budget", "village_fund", "province_budget", "district_budget"}


def make_rate(rate_id: str, programme: str, sector: str = "any", payer: str = "any", first: str = "", last: str = "", **more: object) -> Rate:
    """Return a made-up rate."""
    plain = Rate(rate_id, "non_wage", programme, sector, payer, Month.parse(first) if first else None, Month.parse(last) if last else None,
                 "flat", None, None, None, None, None, "PP 44/2015", "press", "s1", "2026-11-21", NOTE)
    return replace(plain, **more)


def _share(ratio: str, least: int, most: int | None = None) -> dict[str, object]:
    return {"kind": "share_of_income", "ratio": Decimal(ratio), "min_idr_per_month": least, "max_idr_per_month": most}


def _relief(sector: str, first: str, last: str) -> tuple[Rate, ...]:
    inferred = "unverified_original" if sector == "transport" else "inference"
    return (
        make_rate(f"{sector}_jkk_half", "work_injury", sector, "self_or_private", first, last, legal_basis="PP 50/2025", **_share("0.005", 5000)),
        make_rate(f"{sector}_jkm_half", "death", sector, "self_or_private", first, last, amount_idr_per_month=Decimal(3400), legal_basis="PP 50/2025"),
        make_rate(f"{sector}_jkk_state", "work_injury", sector, "state_budget", first, last, verification=inferred, **_share("0.01", 10_000, 207_000)),
        make_rate(f"{sector}_jkm_state", "death", sector, "state_budget", first, last, amount_idr_per_month=Decimal(6800), verification=inferred),
    )


def make_table() -> RateTable:
    """Return the rates of domain notes §2: the minimum, both reliefs, old age, a wage earner of very low risk."""
    wage = {"segment": "wage", "kind": "share_of_wage"}
    return RateTable((
        make_rate("jkk", "work_injury", **_share("0.01", 10_000, 207_000)), make_rate("jkm", "death", amount_idr_per_month=Decimal(6800)),
        make_rate("jht", "old_age", **_share("0.02", 20_000)), *_relief("transport", "2026-01", "2027-03"), *_relief("non_transport", "2026-04", "2026-12"),
        make_rate("wage_jkk", "work_injury", "risk_very_low", "employer", ratio=Decimal("0.0024"), **wage),
        make_rate("wage_jkm", "death", "any", "employer", ratio=Decimal("0.0030"), **wage),
    ))


def make_rule(source: str, order: int) -> FundRule:
    """Return a made-up rule of one funding source, with the needs and exclusions the real ones have."""
    payer = "employer" if source == "employer" else "state_budget" if source in STATE else "self_or_private"
    eligible = source in {"employer", "self_paid", "civil_servants", "palm_oil_share", "zakat", "village_budget", "village_fund"}
    excluded = {"palm_oil_share": ("13.09",), "village_budget": ("kota", "13.09")}.get(source, ())
    return FundRule(source, order, payer, "stated", eligible, source not in {"employer", "self_paid", "civil_servants"},
                    7 if source == "palm_oil_share" else None, None, None, excluded, ("s1",), NOTE)


def make_value(value_id: str, value: str, unit: str) -> PlanningValue:
    """Return a made-up planning value."""
    return PlanningValue(value_id, Decimal(value), unit, "Permenaker 1/2025", "press", "s1", "2026-11-21", NOTE)


VALUES = (("growth_low", "2.4", "pct_per_year"), ("growth_high", "2.8", "pct_per_year"), ("acceptance_low", "0.898", "ratio"),
          ("full_death_after_months", "3", "months"), ("death_full_idr", "42000000", "idr"), ("death_short_idr", "10000000", "idr"),
          ("scholarship_max_idr", "174000000", "idr"), ("scholarship_after_years", "3", "years"), ("work_injury_death_idr", "70000000", "idr"),
          ("lapse_months", "3", "months"), ("palm_oil_other_share", "0.20", "ratio"), ("palm_oil_support_share", "0.10", "ratio"),
          ("wage_example_idr", "3182955", "idr"))


def make_book() -> PlanningBook:
    """Return a small planner's book."""
    return PlanningBook(make_table(), {source: make_rule(source, i) for i, source in enumerate(PLANNABLE, 1)},
                        {name: make_value(name, value, unit) for name, value, unit in VALUES},
                        (MoneyAllotted("13.11", "palm_oil_share", 2025, 3_560_000_000, "s1", NOTE),))


def make_tranche(workers: int = 9650, start: str = "2025-11", months: int = 2, source: str = "district_budget", **more: object) -> Tranche:
    """Return a made-up tranche that is paid."""
    return replace(Tranche(source, workers, Month.parse(start), months, commitment="paid"), **more)


def make_offer(source: str = "district_budget", eligible: int | None = None, cap_idr: int | None = None, start: str = "2027-01",
               months: int = 12, **more: object) -> Offer:
    """Return a made-up line of the waterfall."""
    return replace(Offer(source, eligible, cap_idr, Month.parse(start), months), **more)


PALM = make_tranche(2800, "2025-07", 6, "palm_oil_share")
CASUAL = make_tranche()


def make_plan(pct: str | None = "28.30", deadline: str = "2027-12", **more: object) -> Plan:
    """Return the plan of Solok Selatan in October 2025 (domain notes §7.9); ``more`` replaces any field."""
    plain = Plan("13.11", Base(18_788, Month(2025, 10), 106_590, Month(2024, 9), "bps_employed"),
                 Goal(None if pct is None else Decimal(pct), "bps_employed", Month.parse(deadline), "district", 2025), Month(2027, 1), (PALM, CASUAL))
    return replace(plain, **more)
