"""What contributions led to, in words: the pairs of a district, its rate of cases, and an illustration for a plan's people; never a forecast."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from petaucj.domain.atlas import Atlas
from petaucj.domain.benefits import Pair, pairs
from petaucj.domain.contributions import RateTable
from petaucj.domain.need import NoNeed
from petaucj.domain.outcome import ClaimsRate, claims_rate, illustrate
from petaucj.domain.outlook import Outlook
from petaucj.domain.planning import PlanningBook
from petaucj.text.numbers import number
from petaucj.views.banding import NamedNotes
from petaucj.views.daerah_benefits import PairView, benefit_period, build_benefits
from petaucj.views.daerah_notes import build_fact_note
from petaucj.views.phrases import Reader, people, rupiah, rupiah_short
from petaucj.views.plan_cost_view import why_no_need
from petaucj.views.rate_words import duration

YEAR = 12
# Below so many cases the interval says nothing: no rupiah is told.
FEW = 10


@dataclass(frozen=True, slots=True)
class ResultView:
    """Whose result it is, its pairs, the rate of cases, the illustration, what limits all of it (each pair's caveat once), its sources."""

    title: str
    head: str
    pairs: tuple[PairView, ...]
    sentences: tuple[str, ...]
    caveats: tuple[str, ...]
    notes: NamedNotes | None


def build_result(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader) -> ResultView:
    """Return what was paid out beside what was paid in: the district's own where one document tells both, else another's as an illustration."""
    words, code = reader.words, result.plan.area_code
    source = _source(code, book, atlas)
    if source is None:
        return ResultView(words("biaya.result.title"), words("biaya.result.nowhere"), (), (), (), None)
    names, held = {d.code: d.name for d in atlas.districts}, pairs(atlas, source)
    mine = source == code
    head = (words("biaya.result.own", district=names[code]) if mine
            else words("biaya.result.other", district=names.get(code, code), source=names[source]))
    rates = [rate for pair in held if (rate := _claims_rate(book.table, pair))]
    said = [line for rate in rates for line in _rate(rate, reader)]
    if rates:
        said.append(_illustration(result, rates[0], names[source], reader))
    shown = build_benefits(atlas, source, reader).pairs
    caveats = (*dict.fromkeys(pair.caveat for pair in shown), words("biaya.result.savings"))
    return ResultView(words("biaya.result.title"), head, shown, tuple(said), caveats, _notes(held, atlas, reader))


def _source(code: str, book: PlanningBook, atlas: Atlas) -> str | None:
    """Return the district itself where it has a pair, else the first one whose pair has a rate of cases."""
    if pairs(atlas, code):
        return code
    return next((d.code for d in atlas.districts if any(_claims_rate(book.table, pair) for pair in pairs(atlas, d.code))), None)


@lru_cache(maxsize=64)
def _claims_rate(table: RateTable, pair: Pair) -> ClaimsRate | None:
    """Return the rate of a pair, found once: its exact interval takes longer than everything else here together."""
    return claims_rate(table, pair)


def _rate(rate: ClaimsRate, reader: Reader) -> tuple[str, str]:
    """Return the rate of cases with its interval, and that its people are computed from money."""
    words, language = reader.words, reader.language
    paid = rate.pair.fundings[0].contribution_idr
    return (
        words("biaya.result.rate", rate=number(rate.per_thousand, language), low=number(rate.low, language), high=number(rate.high, language),
              benefit=rupiah(rate.benefit_per_worker_month_idr, reader), each=rupiah(rate.each_idr, reader)),
        words("biaya.result.exposure", paid=rupiah_short(paid, reader), each=rupiah(rate.each_idr, reader),
              worker_months=number(rate.worker_months, language), mean=people(rate.mean_insured, reader), months=duration(rate.months, reader)),
    )


def _illustration(result: Outlook, rate: ClaimsRate, source: str, reader: Reader) -> str:
    """Return what the people still needed might meet in a year at the rate of ``source``, low to high, with few digits."""
    words, found = reader.words, result.need
    if isinstance(found, NoNeed):
        return words("biaya.result.no_people", reason=why_no_need(found, reader))
    if not found.missing:
        return words("biaya.result.no_people", reason=words("biaya.result.no_gap"))
    held, each = illustrate(rate, found.missing, YEAR), Decimal(rate.pair.benefit.benefit_idr) / rate.pair.benefit.cases
    told = {"source": source, "people": people(held.people, reader), "months": duration(held.months, reader)}
    if held.cases < FEW:
        return words("biaya.result.few", cases=FEW, **told)
    low, high = (held.cases_low * each, held.cases_high * each)
    cases = {name: number(value, reader.language, 0) for name, value in (("cases", held.cases), ("low", held.cases_low), ("high", held.cases_high))}
    return words("biaya.result.illustration", idr=_about(held.benefit_idr, reader), idr_low=_about(low, reader), idr_high=_about(high, reader),
                 **told, **cases)


def _about(idr: Decimal | int, reader: Reader) -> str:
    """Return an amount with two digits that count: an illustration knows no more."""
    whole = int(idr)
    return rupiah_short(round(whole, 2 - len(str(whole))), reader)


def _notes(held: tuple[Pair, ...], atlas: Atlas, reader: Reader) -> NamedNotes:
    words, notes = reader.words, []
    for pair in held:
        for fact in pair.fundings:
            period = benefit_period(f"{fact.period_start}..{fact.period_end}", reader)
            title = words("biaya.result.paid", idr=rupiah(fact.contribution_idr, reader), period=period)
            notes.append((title, build_fact_note(atlas, fact, (), reader)))
        title = words("biaya.result.received", idr=rupiah(pair.benefit.benefit_idr, reader), period=benefit_period(pair.benefit.period, reader))
        notes.append((title, build_fact_note(atlas, pair.benefit, (), reader)))
    count = len({source.source_id for _, note in notes for source in note.sources})
    return NamedNotes(words("biaya.result.sources", count=count), tuple(notes))
