"""Decisions to ask for: proposed from what the plan finds, each with the month it must be taken before; the room may word them anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from petaucj.domain.month import Month
from petaucj.domain.need import NoNeed
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import COMMITTED
from petaucj.views.occasion import Occasion
from petaucj.views.phrases import Reader, listed, month_name, people, rupiah_short
from petaucj.views.plan_safe import safe_of
from petaucj.views.standing import StandingView

MOST = 3


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision in a sentence, until when it is needed, and the same in fewer words for a page that has no room."""

    text: str
    due: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which decision, what its sentence tells, and before which month it is needed; None: this month, because other decisions wait for it."""

    key: str
    told: Mapping[str, str]
    before: Month | None = None


def build_decisions(result: Outlook, standing: StandingView, occasion: Occasion) -> tuple[Decision, ...]:
    """Return three decisions, those that weigh most first; every number in them is the plan's own."""
    reader = occasion.reader
    found = [*_gap(result, reader), *_fall(result, reader), *_promised(result, reader), *_figures(result, standing, occasion)]
    return tuple(_said(asked, reader) for asked in found[:MOST])


def _said(asked: _Asked, reader: Reader) -> Decision:
    words = reader.words
    due = words("bahan.decision.due", month=month_name(asked.before, reader)) if asked.before else words("bahan.decision.due_now")
    return Decision(words(f"bahan.decision.{asked.key}", **asked.told), due, words(f"ringkas.decision.{asked.key}", **asked.told))


def _first(result: Outlook, reader: Reader) -> Month:
    """Return the month the money must flow: the budget's first, or next month where the plan begins in the past."""
    return max(result.plan.first_month, reader.today.plus(1))


def _gap(result: Outlook, reader: Reader) -> list[_Asked]:
    found, before = result.need, _first(result, reader)
    if isinstance(found, NoNeed):
        return [_Asked(f"ask_{_lacking(found, result)}", {})]
    if not found.missing:
        return [_Asked("keep", {"required": people(found.required, reader), "surplus": people(found.surplus, reader)}, before)]
    told = {"people": people(found.missing, reader)}
    if result.gap_bill is None:
        return [_Asked("cover_no_rate", told, before)]
    return [_Asked("cover", told | {"idr": rupiah_short(result.gap_bill.twelve_months_idr, reader)}, before)]


def _lacking(found: NoNeed, result: Outlook) -> str:
    """Return which figures stand in the way: the target, what it is counted against, the people, their month, or both people and base."""
    if found.reason == "no_target":
        return "target"
    if found.reason == "target_basis_unknown":
        return "target_base"
    if found.reason in ("undated_record", "before_record"):
        return "month"
    if found.reason == "tranches_exceed":
        return "match"
    if found.reason == "no_active":
        return "active"
    return "base" if result.plan.base.active is not None else "both"


def _fall(result: Outlook, reader: Reader) -> list[_Asked]:
    """Return what to do about the next fall, or the last one: its people stand inside the people missing, and the sentence says what is left without them."""
    safe = safe_of(result, reader)
    if safe.fall is None:
        return [] if safe.known else [_Asked("months", {})]
    told = {"people": people(safe.fall.people, reader), "month": month_name(safe.fall.month.plus(-1), reader)}
    kind = "renewed" if safe.passed else "continue"
    before = None if safe.passed else safe.fall.month
    if isinstance(result.need, NoNeed) or not result.need.missing:
        return [_Asked(kind, told, before)]
    left = max(0, result.need.missing - safe.fall.people)
    return [_Asked(f"{kind}_left", told | {"left": people(left, reader)}, before)]


def _promised(result: Outlook, reader: Reader) -> list[_Asked]:
    """Return that payments only planned must become a budget line."""
    words = reader.words
    open_ = [t for t in result.plan.tranches if t.commitment not in COMMITTED and t.end >= reader.today]
    if not open_:
        return []
    told = listed([words("bahan.decision.promise_item", fund=words(f"lembar.fund.{t.funding_source}"), people=people(t.workers, reader)) for t in open_], reader)
    return [_Asked("promised", {"list": told, "count": str(len(open_))}, _first(result, reader))]


def _figures(result: Outlook, standing: StandingView, occasion: Occasion) -> list[_Asked]:
    """Return the figures themselves: a newer or agreed count, names on the list, one person responsible."""
    words = occasion.reader.words
    district = occasion.atlas.district_by_code[occasion.state.daerah]
    branch = {"branch": words(f"shared.branch.{district.branch}")}
    newer = _Asked("newer", branch) if standing.warnings or result.plan.base.active is None else _Asked("monthly", branch)
    names = _Asked("names", {}, _first(result, occasion.reader))
    return [newer, names, _Asked("responsible", {})] if result.plan.base.active is None else [names, newer, _Asked("responsible", {})]
