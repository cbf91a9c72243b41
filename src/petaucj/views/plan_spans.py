"""How far the people needed move when one assumption moves, in words, as ranges and as a table."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.arithmetic import half_width
from petaucj.domain.atlas import Atlas
from petaucj.domain.need import NoNeed
from petaucj.domain.outlook import Outlook
from petaucj.domain.planning import PlanningBook
from petaucj.domain.sensitivity import Span, spans, to_propose
from petaucj.text.numbers import number
from petaucj.views.banding import NamedNotes, Row, Table
from petaucj.views.phrases import Reader, people, percent
from petaucj.views.plan_cost_view import why_no_need
from petaucj.views.plan_spread import share_words, value_note

GROWTH, ACCEPTED = "growth_high", "acceptance_low"


@dataclass(frozen=True, slots=True)
class SpanMark:
    """One range: what varies, from where to where, and the words of both ends."""

    name: str
    low: int
    high: int
    text: str


@dataclass(frozen=True, slots=True)
class SpansView:
    """The ranges around what the plan needs (``centre``), the one sentence, the people to propose; without a need only the reason."""

    title: str
    sentence: str
    propose: str
    centre: int
    legend: str
    marks: tuple[SpanMark, ...]
    alt: str
    table_open: str
    table: Table
    notes: NamedNotes | None


def build_spans(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader) -> SpansView:
    """Return the ranges of a plan's need; each moves one assumption and keeps the others."""
    words, found = reader.words, result.need
    columns = tuple(words(f"biaya.span.{name}") for name in ("factor", "varied", "people"))
    title, opening = words("biaya.span.title"), words("biaya.span.table")
    if isinstance(found, NoNeed):
        return SpansView(title, words("biaya.span.none", reason=why_no_need(found, reader)), "", 0, "", (), "", opening, Table(columns, ()), None)
    held = spans(result.plan, book)
    marks = tuple(SpanMark(words(f"biaya.span.name.{s.factor}"), s.low, s.high, _range(s, reader)) for s in held)
    rows = tuple(Row((mark.name, _detail(s.factor, result, book, reader), mark.text)) for s, mark in zip(held, marks, strict=True))
    alt = "; ".join(words("biaya.span.alt", factor=m.name, low=people(m.low, reader), high=people(m.high, reader)) for m in marks) + "."
    return SpansView(title, _sentence(found.missing, marks, reader), _propose(found.missing, book, reader), found.missing,
                     words("biaya.span.legend", people=people(found.missing, reader)), marks, alt, opening, Table(columns, rows, (2,)),
                     _notes(book, atlas, reader))


def _range(span: Span, reader: Reader) -> str:
    if span.low == span.high:
        return reader.words("biaya.span.unmoved", people=people(span.low, reader))
    return reader.words("biaya.span.range", low=people(span.low, reader), high=people(span.high, reader))


def _sentence(missing: int, marks: tuple[SpanMark, ...], reader: Reader) -> str:
    widest = max(marks, key=lambda mark: mark.high - mark.low)
    if widest.high == widest.low:
        return reader.words("biaya.span.steady", missing=people(missing, reader))
    return reader.words("biaya.span.sentence", missing=people(missing, reader), low=people(min(m.low for m in marks), reader),
                        high=people(max(m.high for m in marks), reader), factor=widest.name)


def _detail(factor: str, result: Outlook, book: PlanningBook, reader: Reader) -> str:
    """Return what is varied, with its two ends."""
    plan, told = result.plan, {}
    if factor == "rounding":
        printed = plan.goal.pct
        h = half_width(printed)
        told = {"printed": percent(printed, reader), "low": percent(printed - h, reader), "high": percent(printed + h, reader)}
    elif factor == "growth":
        told = {"high": percent(book.ratio(GROWTH), reader)}
    elif factor == "denominator":
        told = {"margin": percent(plan.margin_pct, reader)}
    return reader.words(f"biaya.span.detail.{factor}", **told)


def _propose(missing: int, book: PlanningBook, reader: Reader) -> str:
    if not missing:
        return ""
    share = book.ratio(ACCEPTED)
    return reader.words("biaya.span.propose", missing=people(missing, reader), share=share_words(share, reader),
                        propose=number(to_propose(missing, share), reader.language))


def _notes(book: PlanningBook, atlas: Atlas, reader: Reader) -> NamedNotes:
    words = reader.words
    named = {GROWTH: words("biaya.span.growth_source", growth=percent(book.ratio(GROWTH), reader)),
             ACCEPTED: words("biaya.span.acceptance_source", share=share_words(book.ratio(ACCEPTED), reader))}
    notes = tuple((title, value_note(book.values[name], atlas, reader)) for name, title in named.items())
    return NamedNotes(words("biaya.span.sources", count=len({book.values[name].source_id for name in named})), notes)
