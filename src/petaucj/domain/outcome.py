"""What was paid out after contributions were paid, per worker-year, with its uncertainty (domain notes §7.9)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import exp, lgamma, log

from petaucj.domain.arithmetic import rounded
from petaucj.domain.benefits import Pair
from petaucj.domain.contributions import Payer, RateTable, contribution
from petaucj.domain.month import Month

THOUSAND = Decimal(1000)
TAIL = 0.025


@dataclass(frozen=True, slots=True)
class ClaimsRate:
    """Cases per 1,000 worker-years of one pair of contributions and benefits, ``low`` to ``high`` with 95 % confidence (exact Poisson).

    ``worker_months`` is the money over the least contribution of the time: nobody published it. ``mean_insured`` is over ``months`` months.
    """

    pair: Pair
    each_idr: int
    worker_months: int
    worker_years: int
    months: int
    mean_insured: int
    per_thousand: Decimal
    low: Decimal
    high: Decimal
    benefit_per_worker_month_idr: int


def claims_rate(table: RateTable, pair: Pair) -> ClaimsRate | None:
    """Return the rate of cases of a pair, or None without cases, period or a known contribution."""
    paid, cases = pair.fundings[0], pair.benefit.cases
    if not cases or len(paid.period_start) < 7 or len(paid.period_end) < 7:
        return None
    first, last = Month.parse(paid.period_start[:7]), Month.parse(paid.period_end[:7])
    each = contribution(table, Payer("state_budget", "non_transport", ("work_injury", "death")), first)
    if each is None or last < first:
        return None
    exact = Decimal(paid.contribution_idr) / each.idr
    years, months = exact / 12, last.since(first) + 1
    low, high = poisson_interval(cases)
    return ClaimsRate(pair, each.idr, int(rounded(exact, 0)), int(rounded(years, 0)), months, int(rounded(exact / months, 0)),
                      rounded(cases * THOUSAND / years, 1), rounded(Decimal(str(low)) * THOUSAND / years, 1),
                      rounded(Decimal(str(high)) * THOUSAND / years, 1), int(rounded(Decimal(pair.benefit.benefit_idr) / exact, 0)))


def poisson_interval(cases: int) -> tuple[float, float]:
    """Return the exact 95 % interval of a Poisson mean (Garwood): the means at which so many cases, or more extreme ones, come in 1 of 40 times."""
    low = 0.0 if cases == 0 else _root(lambda mean: 1 - _at_most(cases - 1, mean) - TAIL, 0.0, float(cases))
    high = _root(lambda mean: TAIL - _at_most(cases, mean), float(cases), 4.0 * cases + 20)
    return low, high


def _at_most(count: int, mean: float) -> float:
    """Return the chance of at most ``count`` cases."""
    if mean <= 0:
        return 1.0
    return sum(exp(k * log(mean) - mean - lgamma(k + 1)) for k in range(count + 1))


def _root(rising, low: float, high: float) -> float:
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if rising(middle) > 0 else (middle, high)
    return (low + high) / 2


@dataclass(frozen=True, slots=True)
class Illustration:
    """What another group might meet at the same rate: cases and rupiah, low to high. Never a forecast."""

    people: int
    months: int
    cases: Decimal
    cases_low: Decimal
    cases_high: Decimal
    benefit_idr: int


def illustrate(rate: ClaimsRate, people: int, months: int) -> Illustration:
    """Return the illustration for ``people`` over ``months`` months; its caveats belong beside it."""
    years = Decimal(people) * months / 12
    each = Decimal(rate.pair.benefit.benefit_idr) / rate.pair.benefit.cases
    exact = Decimal(rate.pair.benefit.cases) / (Decimal(rate.pair.fundings[0].contribution_idr) / rate.each_idr / 12)
    cases = exact * years
    return Illustration(people, months, rounded(cases, 0), rounded(rate.low * years / THOUSAND, 0), rounded(rate.high * years / THOUSAND, 0),
                        int(rounded(cases * each, 0)))
