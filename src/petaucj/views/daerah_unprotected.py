"""What is not yet protected in one district: remainders, reported groups, groups that are only planned."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.funding_records import FundingFact
from petaucj.domain.unprotected import Remainder, only_planned, remainders, reported_gaps
from petaucj.views.daerah_funding import fund_names, period_words
from petaucj.views.daerah_notes import NoteList, NumberedNote, build_fact_note, build_note_list
from petaucj.views.evidence import build_coverage_note, merged_note
from petaucj.views.phrases import Reader, as_of_name, basis_short, people


@dataclass(frozen=True, slots=True)
class UnprotectedView:
    """Numbered lines of three kinds, what none of them says, a caveat, and what stands behind them."""

    title: str
    remainders: tuple[str, ...]
    gaps: tuple[str, ...]
    plans: tuple[str, ...]
    missing: str
    caveat: str
    notes: NoteList | None


def build_unprotected(atlas: Atlas, code: str, reader: Reader) -> UnprotectedView:
    """Return what is not yet protected in a district, as far as figures tell."""
    words, names = reader.words, fund_names(atlas, reader)
    left, gaps, plans = remainders(atlas, code, reader.per), reported_gaps(atlas, code), only_planned(atlas, code)
    lines = ([_remainder_words(r, reader) for r in left], [_gap_words(f, reader) for f in gaps], [_plan_words(f, names, reader) for f in plans])
    notes = [_remainder_note(atlas, r, reader) for r in left] + [build_fact_note(atlas, f, (), reader) for f in (*gaps, *plans)]
    flat = [line for kind in lines for line in kind]
    numbered = iter(range(1, len(flat) + 1))
    told = [tuple(f"{next(numbered)}. {line}" for line in kind) for kind in lines]
    return UnprotectedView(
        title=words("daerah.unprotected.title"), remainders=told[0], gaps=told[1], plans=told[2],
        missing="" if any(r.segment == "all" for r in left) else words("daerah.unprotected.ask"),
        caveat=words("daerah.unprotected.caveat") if left else "",
        notes=build_note_list((NumberedNote(i, line, note) for i, (line, note) in enumerate(zip(flat, notes, strict=True), 1)), reader),
    )


def _remainder_words(left: Remainder, reader: Reader) -> str:
    words, base = reader.words, left.denominator
    whole = _whole(left, reader)
    told = {"base": people(base.denominator, reader), "whole": whole, "active": people(left.active.active, reader),
            "date": as_of_name(left.active.as_of, reader), "base_date": as_of_name(base.as_of, reader)}
    if left.beyond:
        return words("daerah.unprotected.beyond", beyond=people(left.beyond, reader), **told)
    key = "remainder" if left.active == base else "remainder_derived"
    return words(f"daerah.unprotected.{key}", left=people(left.people, reader), **told)


def _whole(left: Remainder, reader: Reader) -> str:
    """Return what the base counts; the source's own word where its basis is unknown."""
    base = left.denominator
    if left.segment != "all":
        return reader.words(f"shared.segment.{left.segment}")
    if base.basis == "unknown" and base.denominator_wording:
        return reader.words("daerah.unprotected.called", wording=base.denominator_wording)
    return basis_short(base.basis, reader)


def _remainder_note(atlas: Atlas, left: Remainder, reader: Reader):
    facts = dict.fromkeys((left.active, left.denominator))
    return merged_note(tuple(build_coverage_note(atlas, fact, reader) for fact in facts), reader)


def _gap_words(fact: FundingFact, reader: Reader) -> str:
    group = fact.group.of(reader.language) or reader.words("daerah.unprotected.no_group")
    if fact.workers is None:
        return reader.words("daerah.unprotected.gap_no_number", group=group, period=period_words(fact, reader))
    return reader.words("daerah.unprotected.gap", people=people(fact.workers, reader), group=group, period=period_words(fact, reader))


def _plan_words(fact: FundingFact, names: dict[str, str], reader: Reader) -> str:
    group = fact.group.of(reader.language) or reader.words("daerah.unprotected.no_group")
    told = {"group": group, "fund": names.get(fact.funding_source, fact.funding_source), "period": period_words(fact, reader)}
    if fact.workers is None:
        return reader.words("daerah.unprotected.plan", **told)
    return reader.words("daerah.unprotected.plan_people", people=people(fact.workers, reader), **told)
