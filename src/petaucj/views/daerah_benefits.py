"""Contributions against benefits of one district: beside one another only where one document makes them comparable."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.benefits import EVERYTHING, OWN_SAVINGS, Pair, WithoutSavings, benefits_of, pairs, without_savings
from petaucj.domain.funding_records import BenefitFact
from petaucj.text.dates import iso_name
from petaucj.text.numbers import number
from petaucj.views.daerah_notes import NoteList, NumberedNote, TableView, build_fact_note, build_note_list
from petaucj.views.phrases import Reader, listed, people, rupiah, rupiah_short


@dataclass(frozen=True, slots=True)
class PairView:
    """One comparable pair: who and when, three figures with what they are, and why the ratio is not a return."""

    head: str
    figures: tuple[tuple[str, str], ...]
    caveat: str


@dataclass(frozen=True, slots=True)
class BenefitsView:
    """Benefits: the pairs, a sentence where there is none, corrections for old-age savings, the table, what stands behind it."""

    title: str
    pairs: tuple[PairView, ...]
    sentences: tuple[str, ...]
    table: TableView
    notes: NoteList | None


def build_benefits(atlas: Atlas, code: str, reader: Reader) -> BenefitsView:
    """Return the benefits of a district, and what was paid for them where both are known for one period and group."""
    words, facts, found = reader.words, benefits_of(atlas, code), pairs(atlas, code)
    sentences = [_without_savings(item, reader) for item in without_savings(atlas, code)]
    if any(f.programme == OWN_SAVINGS for f in facts):
        sentences.append(words("daerah.benefits.savings"))
    elif any(f.programme == EVERYTHING for f in facts):
        sentences.append(words("daerah.benefits.everything"))
    if not facts:
        sentences.append(words("daerah.benefits.empty"))
    elif not found:
        sentences.append(words("daerah.benefits.no_pair"))
    funding = tuple(dict.fromkeys(f for pair in found for f in pair.fundings))
    notes = [NumberedNote(i, _title(f, reader), build_fact_note(atlas, f, (), reader)) for i, f in enumerate(facts, 1)]
    notes += [NumberedNote(len(facts) + i, words("daerah.benefits.contribution", rupiah=rupiah(f.contribution_idr, reader),
                                                 period=benefit_period(f"{f.period_start}..{f.period_end}", reader)),
                           build_fact_note(atlas, f, (), reader)) for i, f in enumerate(funding, 1)]
    return BenefitsView(words("daerah.benefits.title"), tuple(_pair(p, reader) for p in found), tuple(sentences),
                        _table(facts, reader), build_note_list(notes, reader))


def benefit_period(period: str, reader: Reader) -> str:
    """Return the period benefits were paid in: "Maret 2022 – Juli 2025", "sampai September 2024", "sejak Maret 2022"."""
    start, dots, end = period.partition("..")
    names = {"start": iso_name(start, reader.language), "end": iso_name(end, reader.language)}
    if not dots:
        return names["start"]
    key = "range" if start and end else "until" if end else "since"
    return reader.words(f"daerah.period.{key}", **names)


def _pair(pair: Pair, reader: Reader) -> PairView:
    words, funding, benefit = reader.words, pair.fundings[0], pair.benefit
    low, value, high = (number(part, reader.language) for part in (pair.ratio.low, pair.ratio.value, pair.ratio.high))
    figures = [
        (rupiah_short(funding.contribution_idr, reader), words("daerah.benefits.paid")),
        (rupiah_short(benefit.benefit_idr, reader), words("daerah.benefits.received", programme=_programme(benefit, reader))),
    ]
    if benefit.cases is not None:
        figures.append((words("daerah.benefits.cases", cases=people(benefit.cases, reader)),
                        words("daerah.benefits.per_case", rupiah=rupiah_short(round(pair.idr_per_case, -5), reader))))
    figures.append((value, words("daerah.benefits.ratio", low=low, high=high)))
    head = words("daerah.benefits.head", group=funding.group.of(reader.language), period=benefit_period(benefit.period, reader))
    return PairView(head, tuple(figures), words("daerah.benefits.caveat"))


def _programme(fact: BenefitFact, reader: Reader) -> str:
    return reader.words(f"daerah.programme.{fact.programme}")


def _title(fact: BenefitFact, reader: Reader) -> str:
    return f"{benefit_period(fact.period, reader)}: {_programme(fact, reader)}"


def _without_savings(item: WithoutSavings, reader: Reader) -> str:
    key = "daerah.benefits.without_savings" if item.cases is None else "daerah.benefits.without_savings_cases"
    return reader.words(key, period=benefit_period(item.everything.period, reader), all=rupiah_short(item.everything.benefit_idr, reader),
                        savings=rupiah_short(item.savings.benefit_idr, reader), rest=rupiah_short(item.idr, reader),
                        **({} if item.cases is None else {"cases": people(item.cases, reader)}))


def _table(facts: tuple[BenefitFact, ...], reader: Reader) -> TableView:
    words, none = reader.words, reader.words("shared.none")
    columns = tuple(words(f"daerah.column.{name}") for name in ("row", "date", "programme", "cases", "rupiah", "remark"))
    rows = tuple((str(i), benefit_period(f.period, reader), _programme(f, reader), none if f.cases is None else people(f.cases, reader),
                  none if f.benefit_idr is None else rupiah(f.benefit_idr, reader), _remark(f, reader) or none)
                 for i, f in enumerate(facts, 1))
    return TableView(columns, rows)


def _remark(fact: BenefitFact, reader: Reader) -> str:
    key = f"daerah.benefit_remark.{fact.programme}"
    said = [reader.words(key)] if reader.words.has(key) else []
    return listed(said + ([reader.words("daerah.benefit_remark.handed_over")] if len(fact.period) == 10 else []), reader)
