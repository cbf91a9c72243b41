"""What the room Sumber computes once: uses of sources, computed conflicts, rates, corrections, open data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from petaucj.domain.conflicts import base_histories, mismatches, outlet_differences, rupiah_checks
from petaucj.domain.rates import Correction, Rate, corrections_of, minimum_contribution, rates_of
from petaucj.domain.uses import sources_of_area, uses_of_sources
from petaucj.share.downloads import Download, downloads
from petaucj.ui.memory import atlas, catalogue
from petaucj.views.sumber_conflicts import Found


@cache
def uses() -> Mapping[str, Mapping[str, int]]:
    """Return how many statements rest on each source."""
    return uses_of_sources(catalogue())


@cache
def area_sources(code: str) -> frozenset[str]:
    """Return the sources of a district; none for no district."""
    return sources_of_area(catalogue(), code) if code else frozenset()


@cache
def rates() -> tuple[Rate, ...]:
    """Return the dated contribution rates."""
    return rates_of(catalogue())


@cache
def corrections() -> tuple[Correction, ...]:
    """Return the corrections of this release."""
    return corrections_of(catalogue())


@cache
def computed_conflicts() -> Found:
    """Return the conflicts arithmetic finds; those of rupiah only where the table of rates tells the smallest contribution."""
    held, smallest = atlas(), minimum_contribution(rates())
    rupiah = rupiah_checks(held, smallest.amount_idr) if smallest else None
    return Found(mismatches(held), outlet_differences(catalogue()), base_histories(held), rupiah)


@cache
def open_data() -> Mapping[str, Callable[[], Download]]:
    """Return the makers of the open-data files; the same ones the routes serve."""
    return downloads(catalogue(), atlas())
