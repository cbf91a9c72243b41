"""What stands below a row of a plan: where it comes from, what its people would receive, whom a fund may pay for."""

from __future__ import annotations

from petaucj.domain.atlas import Atlas
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import Offer
from petaucj.domain.planning import PlanningBook
from petaucj.domain.prefill import allotted_cap, statement_of
from petaucj.domain.spread import short_cover
from petaucj.domain.waterfall import spent_already
from petaucj.views.phrases import Reader, month_short, people, percent, rupiah_short

HUNDRED = 100


def tranche_notes(index: int, result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader) -> list[str]:
    """Return where a tranche comes from, whether the record holds it already, and what short cover means for its people."""
    t, plan, words = result.plan.tranches[index], result.plan, reader.words
    fact, kind = statement_of(atlas, plan.area_code, t)
    notes = [words(f"rencana.tranche.origin_{kind}", record=t.record_id, year=fact.year or words("rencana.tranche.no_year"))] if fact else []
    if plan.base.month:
        notes.append(words("rencana.tranche.inside" if t.in_record(plan.base.month) else "rencana.tranche.net_new",
                           month=month_short(plan.base.month, reader)))
    waiting = book.amount("full_death_after_months")
    if short_cover(t.months, waiting):
        notes.append(words("rencana.tranche.short", months=t.months, short=rupiah_short(book.amount("death_short_idr"), reader),
                           full=rupiah_short(book.amount("death_full_idr"), reader)))
    if t.net != t.workers:
        notes.append(words("rencana.tranche.net", people=people(t.net, reader)))
    return notes


def offer_notes(offer: Offer, result: Outlook, book: PlanningBook, reader: Reader) -> str:
    """Return whom a fund may pay for, where its money is known from, what its payments spend already, and months beyond the usual."""
    words, rule = reader.words, book.rules[offer.funding_source]
    notes = [rule.note.of(reader.language)]
    allotted = book.newest_allotment(result.plan.area_code, offer.funding_source)
    if allotted and offer.cap_idr == allotted_cap(book, result.plan.area_code, offer.funding_source):
        share = percent((book.ratio("palm_oil_other_share") * HUNDRED).quantize(1), reader)
        notes.append(words("rencana.offer.allotted", share=share, year=allotted.year, idr=rupiah_short(allotted.idr, reader)))
    spent = spent_already(result.plan, book, offer)
    if spent and offer.cap_idr is not None:
        notes.append(words("rencana.offer.spent", idr=rupiah_short(spent, reader), year=offer.start.year))
    low, high = rule.usual_months_min, rule.usual_months_max
    if low is not None and high is not None and not low <= offer.months <= high:
        notes.append(words("rencana.offer.unusual_same" if low == high else "rencana.offer.unusual", low=low, high=high))
    return " ".join(note for note in notes if note)
