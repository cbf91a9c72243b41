"""What the months of a plan do not show though documents tell it: payments without months, and plans for a later year."""

from __future__ import annotations

from petaucj.domain.funding_records import FundingFact
from petaucj.domain.outlook import Outlook
from petaucj.domain.prefill import known_funding
from petaucj.views.daerah_funding import fund_names
from petaucj.views.occasion import Occasion
from petaucj.views.phrases import people

FEW = 3


def build_beside(plan: Outlook, year: int, occasion: Occasion) -> tuple[str, str]:
    """Return the known payments from ``year`` on that the plan does not hold, in one sentence and in few words; ("", "") where there are none."""
    reader, names = occasion.reader, fund_names(occasion.atlas, occasion.reader)
    held = {tranche.record_id for tranche in plan.plan.tranches}
    same = {(t.funding_source, t.workers) for t in plan.plan.tranches}
    left = sorted([f for f in known_funding(occasion.atlas, occasion.state.daerah) if f.year and f.year >= year
            and (f.funding_source, f.workers) not in same and not held & {e.record_id for e in f.evidence}], key=lambda f: -(f.year or 0))
    found = list(dict.fromkeys(_item(f, names, occasion) for f in left))
    if not found:
        return "", ""
    more = reader.words("bahan.beside.more", count=len(found) - FEW) if len(found) > FEW else ""
    few = dict.fromkeys(reader.words("ringkas.beside_item", fund=names.get(f.funding_source, f.funding_source), people=people(f.workers, reader), year=f.year) for f in left)
    return (reader.words("bahan.beside.sentence", list="; ".join(found[:FEW]) + more),
            reader.words("ringkas.beside", list="; ".join(list(few)[:FEW]) + more))


def _item(fact: FundingFact, names: dict[str, str], occasion: Occasion) -> str:
    words = occasion.reader.words
    length = words("bahan.beside.length", months=fact.months_funded) if fact.months_funded else ""
    return words("bahan.beside.item", fund=names.get(fact.funding_source, fact.funding_source), people=people(fact.workers, occasion.reader), length=length, year=fact.year,
                 status=words(f"shared.status.{fact.status}"))
