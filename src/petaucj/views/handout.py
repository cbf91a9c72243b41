"""What every handout of one district says: six files, one truth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from petaucj.domain.need import Need
from petaucj.domain.outlook import Outlook
from petaucj.domain.coverage import newest_active
from petaucj.views.banding import Table
from petaucj.views.calendar import CalendarView, build_calendar
from petaucj.views.daerah_funding import FundingView, build_funding
from petaucj.views.decisions import Decision, build_decisions
from petaucj.views.evidence import SourceNote, build_source_note
from petaucj.views.handout_beside import build_beside
from petaucj.views.occasion import Occasion, scenario_of
from petaucj.views.options import OptionsView, build_options
from petaucj.views.phrases import Reader, as_of_name, month_name, month_short, people, regime_name, rupiah_short
from petaucj.views.plan_assumptions import build_assumptions
from petaucj.views.plan_head import BigNumber, HeadView, build_head
from petaucj.views.plan_projection import ProjectionView, build_projection
from petaucj.views.plan_sheet_money import funding_notes, funding_table, result_lines
from petaucj.views.stamp import Stamp, build_stamp
from petaucj.views.standing import StandingView, build_standing
from petaucj.views.story_rank import RankView, build_rank


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """One document with its number in this handout; ``for_rank`` when only the ranking's other districts rest on it."""

    number: int
    source: SourceNote
    for_rank: bool = False


@dataclass(frozen=True, slots=True)
class Handout:
    """One district, ready for any file: where it stands, its rank, who pays, the plan of the address, options, decisions, sources.

    ``numbers`` are the three of the brief: position, people missing, cost of a year. ``plan`` is the plan worked out, for files
    that compute on; ``head``, ``projection``, ``paying`` (a table or None), ``notes`` and ``results`` say the same in words,
    ``results_brief`` the results without their ratios. ``beside`` are payments the months do not show (``beside_short`` in
    few words), ``age`` the warning about an old figure and the same in few words ("" for a new one), ``caveat`` says when the target of another year is used, ``conflicts`` what documents disagree on.
    """

    code: str
    name: str
    stamp: Stamp
    standing: StandingView
    numbers: tuple[BigNumber, ...]
    rank: RankView
    funding: FundingView
    calendar: CalendarView
    plan: Outlook
    head: HeadView
    projection: ProjectionView
    paying: Table | None
    notes: tuple[str, ...]
    options: OptionsView
    results: tuple[str, ...]
    decisions: tuple[Decision, ...]
    assumptions: tuple[str, ...]
    sources: tuple[NumberedSource, ...]
    beside: str = ""
    beside_short: str = ""
    caveat: str = ""
    age: tuple[str, str] = ("", "")
    conflicts: tuple[str, ...] = ()
    results_brief: tuple[str, ...] = ()


def build_handout(occasion: Occasion) -> Handout:
    """Return the handout of the occasion's district; raises KeyError where the occasion has none."""
    atlas, book, state, reader = occasion.atlas, occasion.book, occasion.state, occasion.reader
    district = atlas.district_by_code[state.daerah]
    # A link written by hand may hold a plan that cannot be computed: then the district's own first plan speaks.
    plan = scenario_of(occasion, state.skenario) or scenario_of(_plain(occasion), "a")
    head = build_head(plan, atlas, reader)
    caveat = _caveat(plan, reader)
    standing, rank = _warned(build_standing(atlas, state, district.code, reader), head, caveat, reader), build_rank(occasion)
    funding, calendar = build_funding(atlas, state, district.code, reader), build_calendar(atlas, district.code, reader)
    assumed = build_assumptions(plan.plan, plan, book, atlas, reader)
    notes = [*standing.notes, *([calendar.evidence] if calendar.evidence else []), *(n.note for n in (funding.notes.notes if funding.notes else ()))]
    beside, beside_short = build_beside(plan, funding.year, occasion)
    return Handout(
        code=district.code, name=district.name, stamp=build_stamp(occasion), standing=standing, numbers=_numbers(standing, plan, occasion),
        rank=rank, funding=funding, calendar=calendar, plan=plan, head=head, projection=build_projection(plan, reader),
        paying=funding_table(plan, reader), notes=funding_notes(plan, reader), options=build_options(plan, occasion),
        results=result_lines(plan, book, atlas, reader), decisions=build_decisions(plan, standing, occasion), assumptions=assumed.lines,
        sources=_numbered([s for note in notes for s in note.sources], assumed.source_ids, rank.note.sources if rank.note else (), occasion),
        beside=beside, beside_short=beside_short, caveat=caveat, age=_age(plan, reader), conflicts=tuple(dict.fromkeys(line for note in standing.notes for line in note.conflicts)),
        results_brief=result_lines(plan, book, atlas, reader, "ringkas.result"),
    )


def _caveat(plan: Outlook, reader: Reader) -> str:
    """Return that the target of another year is used because the wanted year's is not published; "" otherwise."""
    goal = plan.plan.goal
    if not goal.year or goal.year == goal.deadline.year:
        return ""
    return reader.words("rencana.warning.other_year", year=goal.deadline.year, regime=regime_name(goal.regime, reader), own=goal.year)


def _age(plan: Outlook, reader: Reader) -> tuple[str, str]:
    """Return the warning that the record a plan starts from is old, counted to today, and the same in few words."""
    month = plan.plan.base.month
    if month is None or reader.today.since(month) <= reader.stale_after_months:
        return "", ""
    told = {"months": reader.today.since(month), "date": month_name(month, reader)}
    return reader.words("rencana.warning.stale", **told), reader.words("ringkas.age", **told)


def _warned(standing: StandingView, head: HeadView, caveat: str, reader: Reader) -> StandingView:
    """Return the standing with the plan's warnings too: on paper the age of a figure counts from today."""
    once = {caveat} | {reader.words("rencana.warning.disputed")} if reader.words("standing.warning.disputed") in standing.warnings else {caveat}
    return replace(standing, warnings=tuple(dict.fromkeys((*standing.warnings, *(line for line in head.warnings if line not in once)))))


def _plain(occasion: Occasion) -> Occasion:
    return Occasion(occasion.atlas, occasion.book, occasion.state.with_(a="", b="", c="", skenario="a"), occasion.reader, occasion.day, occasion.public_url)


def _numbered(found: list[SourceNote], source_ids: Iterable[str], rank: tuple[SourceNote, ...], occasion: Occasion) -> tuple[NumberedSource, ...]:
    """Return the documents once each: those behind the figures, those behind the plan's rates and rules, last those of other districts in the ranking."""
    atlas, held = occasion.atlas, {note.source_id: note for note in reversed((*found, *rank))}
    own = dict.fromkeys([*(note.source_id for note in found), *(key for key in source_ids if key in atlas.sources)])
    ordered = own | dict.fromkeys(note.source_id for note in rank if note.source_id not in own)
    return tuple(NumberedSource(i, held.get(key) or build_source_note(atlas.sources[key], "", occasion.reader), key not in own) for i, key in enumerate(ordered, 1))


def _numbers(standing: StandingView, plan: Outlook, occasion: Occasion) -> tuple[BigNumber, ...]:
    """Return position, people missing and cost of a year; a number nobody can give is a dash with the reason."""
    return (_position(standing, occasion), _missing(plan, occasion.reader), _year(plan, occasion.reader))


def _position(standing: StandingView, occasion: Occasion) -> BigNumber:
    words, reader = occasion.reader.words, occasion.reader
    gauge, counted = standing.gauge, newest_active(occasion.atlas, occasion.state.daerah, reader.per)
    if gauge.value is not None:
        return BigNumber(words("bahan.number.position"), gauge.value_text, gauge.caption)
    if counted is not None:
        return BigNumber(words("bahan.number.position"), people(counted.active, reader), words("bahan.number.active", date=as_of_name(counted.as_of, reader)))
    return BigNumber(words("bahan.number.position"), "–", gauge.caption)


def _missing(plan: Outlook, reader: Reader) -> BigNumber:
    words, found = reader.words, plan.need
    if not isinstance(found, Need):
        return BigNumber(words("bahan.number.missing"), "–", words(f"bahan.number.why.{found.reason}"))
    if not found.missing:
        return BigNumber(words("bahan.number.surplus"), people(found.surplus, reader), words("bahan.number.surplus_detail", required=people(found.required, reader)))
    key = "missing_detail" if found.naive_missing == found.missing else "missing_ending" if found.ending and not found.starting else "missing_naive"
    told = {"required": people(found.required, reader), "naive": people(found.naive_missing, reader), "ending": people(found.ending, reader)}
    return BigNumber(words("bahan.number.missing_at", month=month_short(plan.plan.goal.deadline, reader)), people(found.missing, reader),
                     words(f"bahan.number.{key}", **told))


def _year(plan: Outlook, reader: Reader) -> BigNumber:
    words, bill = reader.words, plan.gap_bill
    if bill is None or not bill.people:
        closed = isinstance(plan.need, Need) and not plan.need.missing
        return BigNumber(words("bahan.number.year"), "–", words("bahan.number.no_gap" if closed else "bahan.number.no_year"))
    return BigNumber(words("bahan.number.year"), rupiah_short(bill.twelve_months_idr, reader), words("bahan.number.year_detail", idr=rupiah_short(bill.month_idr, reader)))
