"""Who is protected in a month, past or to come: the marks of the map, their legend, one district in words with its sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from petaucj.domain.atlas import Atlas
from petaucj.domain.plan import Tranche
from petaucj.domain.protected import COMPUTED, COMPUTED_BACK, FORECAST, RECORDED, Protected, largest_record, protected, statements_of
from petaucj.domain.records import District
from petaucj.views.evidence import FigureNote, build_coverage_note, merged_note
from petaucj.views.funding_bars import fund_name
from petaucj.views.funding_note import build_funding_note
from petaucj.views.map import AreaMark, LegendEntry
from petaucj.views.marks import DISPUTED, STALE, mark_of, radius_of, sign_words, signs_of
from petaucj.views.phrases import Reader, as_of_name, as_of_short, basis_short, listed, month_name, month_short, people, percent

COMPUTED_SIGN = "≈"


@dataclass(frozen=True, slots=True)
class ProtectedView:
    """One district in the reader's month: title, people ("" without a number), the rest of the sentence, what it rests on (None without a record).

    ``rest`` says, for a month to come, as of when everything else on the page speaks.
    """

    title: str
    people: str
    sentence: str
    rest: str
    note: FigureNote | None


def up_to_today(reader: Reader) -> Reader:
    """Return the reader at the chosen month or, when that is still to come, at today's: a record ages to today at most."""
    return replace(reader, per=min(reader.per, reader.today))


def month_phrase(kind: str, reader: Reader) -> str:
    """Return the catalogue's name of what the reader's month is: ``kind`` for a month that has come, ``kind_forecast`` for one to come."""
    return f"{kind}_forecast" if reader.per > reader.today else kind


def protected_marks(atlas: Atlas, reader: Reader) -> Callable[[District], AreaMark]:
    """Return the maker of circles for protected people; one scale holds for every month, a forecast is hatched."""
    largest, known = largest_record(atlas), up_to_today(reader)

    def make(district: District) -> AreaMark:
        held = protected(atlas, district.code, reader.per, reader.today)
        spoken = ", ".join(part for part in (protected_people(held, reader), protected_words(atlas, held, reader)) if part)
        if held.people is None:
            return mark_of(district, "other" if held.reason == "exceeds" else "nodata", spoken)
        sign = COMPUTED_SIGN if held.kind in (COMPUTED, COMPUTED_BACK) else ""
        return mark_of(district, "forecast" if held.kind == FORECAST else "plain", spoken, value=people(held.people, reader),
                       date=as_of_short(held.record.as_of, reader), mark=sign + signs_of(held.record, known),
                       radius=radius_of(held.people, largest))
    return make


def protected_people(held: Protected, reader: Reader) -> str:
    """Return "15.988 orang", or "" where there is no number."""
    return "" if held.people is None else reader.words("peta.protected.people", people=people(held.people, reader))


def protected_words(atlas: Atlas, held: Protected, reader: Reader) -> str:
    """Return how the people are known, their share of each denominator, and the funding that runs or has ended; without a number, why."""
    words = reader.words
    if held.people is None:
        if held.reason != "exceeds":
            return words(f"peta.protected.{held.reason}")
        return words("peta.protected.exceeds", people=people(held.exceeding, reader), active=people(held.record.active, reader),
                     date=as_of_name(held.record.as_of, reader))
    told = words("peta.protected.active", people=people(held.record.active, reader)) if held.people != held.record.active else ""
    more = {} if held.kind == RECORDED else {"active": told}
    said = [words(f"peta.protected.{held.kind}", date=as_of_name(held.record.as_of, reader), signs=sign_words(held.record, up_to_today(reader)), **more)]
    if held.shares:
        said.append(listed([words("peta.protected.share", percent=percent(share.pct, reader), basis=basis_short(share.fact.basis, reader))
                            for share in held.shares], reader))
    if held.running:
        said.append(words("peta.protected.running", tranches=", ".join(_running(atlas, held, tranche, reader) for tranche in held.running)))
    if held.ended:
        said.append(words("peta.protected.ended", tranches=", ".join(_told(atlas, "ended_one", tranche, reader) for tranche in held.ended)))
    return "; ".join(said)


def _running(atlas: Atlas, held: Protected, tranche: Tranche, reader: Reader) -> str:
    key = "inside" if held.inside_record(tranche) else "over_before" if tranche.end < held.record.as_of.month else "net_new"
    taken = reader.words(f"peta.protected.{key}")
    return f"{_told(atlas, 'running_one', tranche, reader)} ({taken})"


def _told(atlas: Atlas, key: str, tranche: Tranche, reader: Reader) -> str:
    return reader.words(f"peta.protected.{key}", fund=fund_name(atlas, tranche.funding_source, reader), people=people(tranche.net, reader),
                        month=month_short(tranche.end, reader))


def protected_tips(reader: Reader) -> tuple[tuple[str, str], ...]:
    """Return what the map itself says of a circle: only people and record; the whole sentence stands on the tile and in the table."""
    return tuple((fill, reader.words(f"peta.protected.tip_{fill}")) for fill in ("plain", "forecast"))


def protected_legend(marks: tuple[AreaMark, ...], reader: Reader, atlas: Atlas) -> list[LegendEntry]:
    """Return recorded, computed and forecast with their counts, then the states."""
    def entry(swatch: str, key: str, count: int, always: bool = False) -> list[LegendEntry]:
        return [LegendEntry(swatch, reader.words(f"peta.legend.{key}", count=count))] if count or always else []

    ahead = reader.per > reader.today
    computed = sum(COMPUTED_SIGN in mark.mark for mark in marks)
    fills = [mark.fill for mark in marks]
    return [
        *entry("=●", "recorded", fills.count("plain") - computed, not ahead), *entry(f"={COMPUTED_SIGN}", "computed", computed, not ahead),
        *entry("forecast", "forecast", fills.count("forecast"), ahead), *entry("nodata", "nodata", fills.count("nodata"), True),
        *entry("other", "exceeds", fills.count("other")),
        *entry(f"={STALE}", month_phrase("stale", reader), sum(STALE in mark.mark for mark in marks)),
        *entry(f"={DISPUTED}", "disputed", sum(DISPUTED in mark.mark for mark in marks)),
    ]


def build_protected(atlas: Atlas, code: str, reader: Reader) -> ProtectedView:
    """Return one district in the reader's month, with everything the number rests on one click away."""
    held, words = protected(atlas, code, reader.per, reader.today), reader.words
    title = words(f"peta.title.{month_phrase('tertanggung', reader)}", month=month_name(reader.per, reader))
    rest = words("peta.protected.rest", month=month_name(reader.today, reader)) if reader.per > reader.today else ""
    return ProtectedView(title, protected_people(held, reader), protected_words(atlas, held, reader), rest, _note(atlas, held, reader))


def _note(atlas: Atlas, held: Protected, reader: Reader) -> FigureNote | None:
    if held.record is None:
        return None
    records = dict.fromkeys((held.record, *(share.fact for share in held.shares)))
    notes = [build_coverage_note(atlas, fact, reader) for fact in records]
    for fact in statements_of(atlas, held):
        note = build_funding_note(atlas, fact, reader)
        notes.append(replace(note, lines=(f"{fund_name(atlas, fact.funding_source, reader)}: {note.lines[0]}", *note.lines[1:])))
    return merged_note(tuple(notes), reader)
