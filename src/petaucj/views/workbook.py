"""What the workbook holds: each district's plan with its inputs, funding as printed, numbered documents, the meaning of every column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from petaucj.data.dictionary import ColumnMeaning
from petaucj.domain.arithmetic import ratio_pct, rounded
from petaucj.domain.contributions import contribution
from petaucj.domain.coverage import converted, newest_coverage, percentage
from petaucj.domain.month import Month
from petaucj.domain.need import NoNeed
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import Plan, Tranche
from petaucj.domain.plan_cost import TrancheCost, payer_of
from petaucj.domain.records import BASIS_LETTERS
from petaucj.domain.waterfall import UNFUNDED_PAYER
from petaucj.views.evidence import SourceNote
from petaucj.views.handout import Handout
from petaucj.views.occasion import Occasion
from petaucj.views.phrases import as_of_name
from petaucj.views.plan_head import goal_words
from petaucj.views.stamp import Stamp, build_stamp
from petaucj.views.workbook_funding import FundingLine, build_funding_lines, funding_sources
from petaucj.views.workbook_meanings import Meaning, build_meanings

YEAR = 12


@dataclass(frozen=True, slots=True)
class Printed:
    """The newest percentage as printed, the letter of its basis, and when it holds."""

    pct: Decimal
    letter: str
    date: str


@dataclass(frozen=True, slots=True)
class Payment:
    """One tranche: who pays, its status in words, rupiah of one worker a month (None: unknown or changing) and for all months.

    ``note`` says why a rate is missing or that it changes, else it is empty.
    """

    tranche: Tranche
    fund: str
    commitment: str
    rate_idr: int | None
    each_idr: int | None
    total_idr: int | None
    note: str


@dataclass(frozen=True, slots=True)
class Block:
    """One district on the sheet of plans: the plan worked out, what is printed, its payments, the reason where no need is known.

    ``recomputed`` is the record's people over its denominator in per cent where the domain makes that comparison; ``refused`` says
    that both are known and it does not (the people are older than the newest percentage). ``rates`` are the rupiah of one worker in each of the first twelve months if the district budget pays, None where unknown.
    """

    code: str
    name: str
    goal: str
    result: Outlook
    basis: str
    goal_basis: str
    reason: str
    printed: Printed | None
    recomputed: Decimal | None
    refused: bool
    rates: tuple[tuple[Month, int | None], ...]
    payments: tuple[Payment, ...]


@dataclass(frozen=True, slots=True)
class WorkbookView:
    """The whole workbook; ``sources`` stand in the order of their numbers, from 1; ``commitments`` are the words of a status by its key."""

    stamp: Stamp
    blocks: tuple[Block, ...]
    funding: tuple[FundingLine, ...]
    sources: tuple[SourceNote, ...]
    meanings: tuple[Meaning, ...]
    commitments: tuple[tuple[str, str], ...]


def build_workbook(occasion: Occasion, handouts: tuple[Handout, ...], dictionary: Mapping[str, Mapping[str, ColumnMeaning]]) -> WorkbookView:
    """Return the workbook of the handouts' districts at the occasion's month; ``dictionary`` explains the columns of the seeds."""
    words, atlas = occasion.reader.words, occasion.atlas
    found = {held.source.source_id: held.source for handout in handouts for held in handout.sources}
    codes = tuple(handout.code for handout in handouts)
    more = {source.source_id: source for source in funding_sources(atlas, codes, occasion.reader)}
    sources = tuple((found | {key: source for key, source in more.items() if key not in found}).values())
    numbers = {source.source_id: i for i, source in enumerate(sources, 1)}
    return WorkbookView(
        build_stamp(occasion), tuple(_block(handout, occasion) for handout in handouts), build_funding_lines(atlas, codes, numbers, occasion.reader),
        sources, build_meanings(dictionary, occasion.reader), tuple((key, words(f"rencana.commitment.{key}")) for key in ("paid", "budgeted", "planned", "scenario")),
    )


def _block(handout: Handout, occasion: Occasion) -> Block:
    reader, plan, found = occasion.reader, handout.plan.plan, handout.plan.need
    payer = payer_of(plan, occasion.book, UNFUNDED_PAYER, "non_transport")
    months = tuple(plan.first_month.plus(i) for i in range(YEAR))
    rates = tuple((month, paid.idr if (paid := contribution(occasion.book.table, payer, month)) else None) for month in months)
    own = len(plan.tranches)
    return Block(
        handout.code, handout.name, goal_words(plan, reader), handout.plan, BASIS_LETTERS[plan.base.basis], BASIS_LETTERS[plan.goal.basis],
        reader.words(f"bahan.number.why.{found.reason}") if isinstance(found, NoNeed) else "", _printed(handout.code, occasion), *_recomputed(plan, occasion), rates,
        tuple(_payment(cost, occasion) for cost in handout.plan.costs[:own]),
    )


def _printed(code: str, occasion: Occasion) -> Printed | None:
    fact = newest_coverage(occasion.atlas, code, occasion.reader.per)
    return Printed(percentage(fact), fact.letter, as_of_name(fact.as_of, occasion.reader)) if fact else None


def _recomputed(plan: Plan, occasion: Occasion) -> tuple[Decimal | None, bool]:
    base = plan.base
    if base.basis == "unknown" or base.active is None or not base.denominator:
        return None, False
    # Figures typed by hand are the reader's own; those of documents must be of one time.
    refused = bool(base.fact_keys) and converted(occasion.atlas, plan.area_code, base.basis, occasion.reader.per) is None
    return (None, True) if refused else (rounded(ratio_pct(base.active, base.denominator)), False)


def _payment(cost: TrancheCost, occasion: Occasion) -> Payment:
    words, tranche, book = occasion.reader.words, cost.tranche, occasion.book
    paid = [contribution(book.table, cost.payer, month) for month, _ in cost.monthly]
    each = None if None in paid else sum(one.idr for one in paid)
    same = each is not None and len({one.idr for one in paid}) == 1
    note = "" if same else words("buku.plan_hint.rate_unknown" if each is None else "buku.plan_hint.rate_changes")
    return Payment(tranche, words(f"lembar.fund.{tranche.funding_source}"), words(f"rencana.commitment.{tranche.commitment}"),
                   paid[0].idr if same else None, each, cost.total_idr, note)
