"""The worked cases as the method page prints them: question, arithmetic, expected results, and whether the program gets the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from petaucj.text.numbers import number
from petaucj.views.phrases import Reader
from petaucj.views.sumber import Grid, cell

TOPICS = ("need", "expiry", "cost", "spread", "mix")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class CaseValue:
    """One expected value: where it stands in the results, what the case says, what the program worked out, whether they agree."""

    place: str
    expected: str
    found: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class CheckedCase:
    """One case held against the running program; ``faults`` are why a file could not be read, ``topic`` is one of TOPICS."""

    name: str
    title: str
    topic: str
    lines: tuple[str, ...]
    values: tuple[CaseValue, ...]
    faults: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether every expected value is the one worked out; a case that expects nothing proves nothing."""
        return bool(self.values) and not self.faults and all(value.agrees for value in self.values)


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """One case in the reader's words: heading, its file and verdict, the lines of arithmetic (Indonesian as written), and the table."""

    title: str
    verdict: str
    agrees: bool
    lines: tuple[str, ...]
    grid: Grid


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """The cases of one topic, and the click that opens them."""

    key: str
    label: str
    entries: tuple[CaseEntry, ...]


@dataclass(frozen=True, slots=True)
class CasesView:
    """The chapter: heading, paragraphs, groups."""

    title: str
    paragraphs: tuple[str, ...]
    groups: tuple[CaseGroup, ...]


def build_cases(cases: tuple[CheckedCase, ...], reader: Reader) -> CasesView:
    """Return the chapter; cases that disagree are named before any click."""
    words = reader.words
    paragraphs = [words("hitungan.intro"), words("hitungan.none")] if not cases else [words("hitungan.intro"), _summary(cases, reader)]
    groups = ((topic, tuple(case for case in cases if case.topic == topic)) for topic in TOPICS)
    return CasesView(words("hitungan.title"), tuple(p for p in paragraphs if p), tuple(_group(topic, held, reader) for topic, held in groups if held))


def _summary(cases: tuple[CheckedCase, ...], reader: Reader) -> str:
    words, wrong = reader.words, [case for case in cases if not case.agrees]
    told = {"count": len(cases), "values": number(sum(len(case.values) for case in cases), reader.language)}
    if not wrong:
        return words("hitungan.all_agree", **told)
    return words("hitungan.some_differ", **told, differ=len(wrong), names="; ".join(case.title for case in wrong))


def _group(topic: str, cases: Iterable[CheckedCase], reader: Reader) -> CaseGroup:
    held = tuple(cases)
    label = reader.words("hitungan.open", topic=reader.words(f"hitungan.topic.{topic}"), count=len(held), agree=sum(case.agrees for case in held))
    return CaseGroup(f"hitungan-{topic}", label, tuple(_entry(case, reader) for case in held))


def _entry(case: CheckedCase, reader: Reader) -> CaseEntry:
    words = reader.words
    columns = tuple(words(f"hitungan.column.{name}") for name in ("result", "expected", "found", "verdict"))
    rows = tuple(
        (cell(_place(value.place)), cell(_value(value.expected, reader)), cell(_value(value.found, reader)),
         cell(words("hitungan.same" if value.agrees else "hitungan.different"), strong=not value.agrees))
        for value in case.values
    )
    verdict = words("hitungan.verdict_same" if case.agrees else "hitungan.verdict_different", file=case.name)
    return CaseEntry(f"{case.name[:2]}. {case.title}", verdict, case.agrees, (*case.lines, *case.faults), Grid(columns, rows))


def _place(place: str) -> str:
    """Return "kebutuhan.diperlukan_per_bulan" as "kebutuhan › diperlukan per bulan"; the words are those of the file."""
    return re.sub(r"\[(\d+)\]", r" \1", place).replace(".", " › ").replace("_", " ")


def _value(value: str, reader: Reader) -> str:
    """Return a number as the reader writes it and a code in the reader's words; months and names of funds stay as they stand in the file."""
    if _NUMBER.fullmatch(value):
        return number(Decimal(value), reader.language)
    key = f"hitungan.value.{value.replace('-', '_')}"
    return reader.words(key) if reader.words.has(key) else value
