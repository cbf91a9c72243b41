"""What handouts and stories are made from: the facts, the rules, one view of them, who reads, and on which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from petaucj.data.settings import Settings
from petaucj.domain.atlas import Atlas
from petaucj.domain.month import Month
from petaucj.domain.outlook import Outlook, outlook
from petaucj.domain.plan import Plan
from petaucj.domain.planning import PlanningBook
from petaucj.domain.prefill import first_plan
from petaucj.views.daerah_targets import regime_of
from petaucj.views.phrases import Reader
from petaucj.views.plan_address import decode
from petaucj.views.plan_fault_words import faults_today
from petaucj.views.state import ViewState


@dataclass(frozen=True)
class Occasion:
    """One view of the facts, frozen for a meeting; ``public_url`` is the configured address of the app, "" without one.

    ``state.daerah`` is the district it is about, "" for the whole province. Nothing here reads a clock: ``day`` is an input.
    """

    atlas: Atlas
    book: PlanningBook
    state: ViewState
    reader: Reader
    day: date
    public_url: str = ""

    def of(self, code: str) -> Occasion:
        """Return the occasion turned to one district ("" for the province); scenarios of another district are left behind."""
        if code == self.state.daerah:
            return self
        return Occasion(self.atlas, self.book, self.state.with_(daerah=code, a="", b="", c="", skenario="a"), self.reader, self.day, self.public_url)


def occasion_of(query: Mapping[str, str], atlas: Atlas, book: PlanningBook, settings: Settings, day: date) -> Occasion:
    """Return the occasion an address asks for on ``day``; values that mean nothing give way to the usual ones."""
    today = Month(day.year, day.month)
    state, _ = ViewState.parse(query, atlas, max(today, atlas.newest_month))
    reader = reader_for(atlas, state.bahasa, state.per, day, settings.stale_after_months, settings.rank_window_months)
    return Occasion(atlas, book, state, reader, day, settings.public_url)


def reader_for(atlas: Atlas, language: str, per: Month | None, day: date, stale_after_months: int, rank_window_months: int) -> Reader:
    """Return who reads on ``day``: at ``per``, or the newest month of the facts when none is chosen, never beyond the last month there is."""
    today = Month(day.year, day.month)
    return Reader(language, min(per or atlas.newest_month, max(today, atlas.newest_month)), today, stale_after_months, rank_window_months)


def first_plan_of(occasion: Occasion) -> Plan:
    """Return the plan the district of the occasion begins with."""
    state, reader = occasion.state, occasion.reader
    regime = regime_of(occasion.atlas, state, state.daerah)
    return first_plan(occasion.atlas, occasion.book, state.daerah, regime, min(reader.per, reader.today), reader.today)


def scenario_of(occasion: Occasion, letter: str) -> Outlook | None:
    """Return a scenario of the address worked out; None where its plan cannot be computed (a link written by hand)."""
    plan = decode(getattr(occasion.state, letter), first_plan_of(occasion))
    return None if faults_today(plan, occasion.reader.today) else outlook(plan, occasion.book)
