"""What every session shares: data that never changes while the server runs."""

from __future__ import annotations

from functools import cache

from petaucj.data.catalogue import Catalogue, load_catalogue
from petaucj.data.settings import Settings, load_settings
from petaucj.data.settings import today as read_today
from petaucj.domain.atlas import Atlas
from petaucj.domain.gather import gather
from petaucj.domain.month import Month
from petaucj.domain.planning import PlanningBook, planning_of


@cache
def settings() -> Settings:
    """Return the office's settings, read once."""
    return load_settings()


@cache
def catalogue() -> Catalogue:
    """Return the checked tables, read once."""
    return load_catalogue()


@cache
def atlas() -> Atlas:
    """Return the facts, gathered once."""
    return gather(catalogue())


@cache
def book() -> PlanningBook:
    """Return what a plan looks up: rates, rules of the funds, benefit amounts, gathered once."""
    return planning_of(catalogue())


def today() -> Month:
    """Return the month of today; the only place where the interface reads the clock."""
    day = read_today()
    return Month(day.year, day.month)


def last_month() -> Month:
    """Return the last month that may be chosen: today's, or the newest dated figure's if that is later."""
    return max(today(), atlas().newest_month)
