"""Decisions to ask for: proposed from what the plan finds, each with the month it must be taken before; the room may word them anew."""

from __future__ import annotations

from dataclasses import dataclass

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
    """One decision in a sentence, before which month it is needed, and the same in fewer words for a page that has no room."""

    text: str
    due: str
    short: str = ""


# Which decision, and what its sentence tells.
Asked = tuple[str, dict[str, str]]


def build_decisions(result: Outlook, standing: StandingView, occasion: Occasion) -> tuple[Decision, ...]:
    """Return three decisions, those that weigh most first; every number in them is the plan's own."""
    reader = occasion.reader
    due = reader.words("bahan.decision.due", month=month_name(_first(result, reader), reader))
    found = [*_gap(result, reader), *_fall(result, reader), *_promised(result, reader), *_figures(result, standing, occasion)]
    return tuple(Decision(reader.words(f"bahan.decision.{key}", **told), due, reader.words(f"ringkas.decision.{key}", **told))
                 for key, told in found[:MOST])


def _first(result: Outlook, reader: Reader):
    """The month the money must flow: the budget's first, or next month where the plan begins in the past."""
    return max(result.plan.first_month, reader.today.plus(1))


def _gap(result: Outlook, reader: Reader) -> list[Asked]:
    found = result.need
    if isinstance(found, NoNeed):
        return [(f"ask_{_lacking(found)}", {})]
    if not found.missing:
        return [("keep", {"surplus": people(found.surplus, reader)})]
    told = {"people": people(found.missing, reader)}
    if result.gap_bill is None:
        return [("cover_no_rate", told)]
    return [("cover", told | {"idr": rupiah_short(result.gap_bill.twelve_months_idr, reader)})]


def _lacking(found: NoNeed) -> str:
    """Which figure stands in the way: people, the base they are counted against, or the target."""
    if found.reason in ("no_active", "undated_record", "tranches_exceed", "before_record"):
        return "active"
    return "target" if found.reason in ("no_target", "target_basis_unknown") else "base"


def _fall(result: Outlook, reader: Reader) -> list[Asked]:
    safe = safe_of(result, reader)
    if safe.fall is None:
        return [] if safe.known else [("months", {})]
    told = {"people": people(safe.fall.people, reader), "month": month_name(safe.fall.month.plus(-1), reader)}
    return [("renewed" if safe.passed else "continue", told)]


def _promised(result: Outlook, reader: Reader) -> list[Asked]:
    """Payments that are only planned must become a budget line."""
    words = reader.words
    open_ = [t for t in result.plan.tranches if t.commitment not in COMMITTED and t.end >= reader.today]
    if not open_:
        return []
    told = listed([words("bahan.decision.promise_item", fund=words(f"lembar.fund.{t.funding_source}"), people=people(t.workers, reader)) for t in open_], reader)
    return [("promised", {"list": told, "count": str(len(open_))})]


def _figures(result: Outlook, standing: StandingView, occasion: Occasion) -> list[Asked]:
    """The figures themselves: names on the list, and a newer or agreed count."""
    words = occasion.reader.words
    district = occasion.atlas.district_by_code[occasion.state.daerah]
    branch = words(f"shared.branch.{district.branch}")
    newer = "newer" if standing.warnings or result.plan.base.active is None else "monthly"
    return [("names", {}), (newer, {"branch": branch}), ("responsible", {})]
