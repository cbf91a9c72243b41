"""A plan as the TOML file that ``petaucj plan`` reads and the room opens again: every value spelled out, the same bytes for the same plan."""

from __future__ import annotations

from decimal import Decimal

import tomli_w

from petaucj.data.plan_format import (
    BASIS_WORD, COMMITMENT_WORD, FORMAT, FUND_WORD, PACKAGE_WORD, REGIME_WORD, SECTOR_WORD,
)
from petaucj.data.plan_keys import MOST_TEXT
from petaucj.data.plan_values import RECORD, clean
from petaucj.domain.plan import Offer, Plan, Tranche

MOST_NOTE = 1000


def write_plan_file(plan: Plan, notes: tuple[str, ...] = ()) -> str:
    """Return the file of a plan; each note is one comment line on top.

    A note cannot end its line, so nothing in it is ever read as a value. What is not known is left out.
    """
    comments = "".join(f"# {' '.join(clean(note).split())[:MOST_NOTE]}".rstrip() + "\n" for note in notes)
    return comments + ("\n" if comments else "") + tomli_w.dumps(plan_table(plan))


def plan_table(plan: Plan) -> dict[str, object]:
    """Return every input of a plan under the words of the file, in the file's order; decimals stay Decimal, unknown values are left out."""
    base, goal = plan.base, plan.goal
    parts: dict[str, object] = {"format": FORMAT, "judul": clean(plan.title)[:MOST_TEXT], "daerah": plan.area_code}
    parts = {word: value for word, value in parts.items() if value}
    parts["catatan"] = _known(peserta_aktif=base.active, per=base.month and str(base.month), penyebut=base.denominator,
                              penyebut_per=base.denominator_month and str(base.denominator_month), dasar=BASIS_WORD[base.basis])
    parts["target"] = _known(persen=goal.pct, dasar=BASIS_WORD[goal.basis], tenggat=str(goal.deadline),
                             rezim=REGIME_WORD[goal.regime] if goal.regime else None, tahun=goal.year)
    parts["anggapan"] = _known(mulai_anggaran=str(plan.first_month), pertumbuhan_persen=plan.growth_pct, rentang_penyebut_persen=plan.margin_pct,
                               tenggang_bulan=plan.grace_months, program=PACKAGE_WORD[plan.package], penghasilan=plan.income_idr, upah=plan.wage_idr)
    if plan.tranches:
        parts["tranche"] = [_tranche(row) for row in plan.tranches]
    if plan.offers:
        parts["sumber_dana"] = [_offer(row) for row in plan.offers]
    parts["luas_atau_lama"] = _known(rupiah=plan.spread_idr, sumber=FUND_WORD[plan.spread_source], sektor=SECTOR_WORD[plan.spread_sector],
                                     bulan=plan.spread_months)
    return parts


def _known(**values: object) -> dict[str, object]:
    """Return the values that are known. A decimal keeps its places, since they tell how far it is rounded: 28 stays 28, 28.30 stays 28.30."""
    return {word: _printed(value) if isinstance(value, Decimal) else value for word, value in values.items() if value is not None}


def _printed(value: Decimal) -> Decimal | int:
    return int(value) if value.as_tuple().exponent >= 0 else Decimal(format(value, "f"))


def _tranche(row: Tranche) -> dict[str, object]:
    return _known(sumber=FUND_WORD[row.funding_source], orang=row.workers, mulai=str(row.start), bulan=row.months,
                  status=COMMITMENT_WORD[row.commitment], sektor=SECTOR_WORD[row.sector], tumpang_tindih=row.overlap, diterima=row.acceptance,
                  lanjut_mandiri=row.continuing, catatan=row.record_id if RECORD.fullmatch(row.record_id) else None)


def _offer(row: Offer) -> dict[str, object]:
    return _known(sumber=FUND_WORD[row.funding_source], berhak=row.eligible, pagu=row.cap_idr, mulai=str(row.start), bulan=row.months,
                  sektor=SECTOR_WORD[row.sector])
