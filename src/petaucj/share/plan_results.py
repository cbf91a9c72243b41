"""The results of a plan as plain data: what ``petaucj plan --json`` prints and what a worked case may expect."""

from __future__ import annotations

from decimal import Decimal

from petaucj.data.catalogue import Release
from petaucj.data.plan_format import FUND_WORD
from petaucj.domain.arithmetic import ratio_pct, rounded
from petaucj.domain.contributions import contribution
from petaucj.domain.need import Need, denominator_at, months_to_go, needed_a_month
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan_cost import Bill, TrancheCost, payer_of
from petaucj.domain.planning import PlanningBook
from petaucj.domain.projection import Four
from petaucj.domain.rates import Rate
from petaucj.domain.sensitivity import spans
from petaucj.domain.spread import full_death_share, spread
from petaucj.domain.waterfall import Allocation, Mix
from petaucj.share.plan_file import plan_table
from petaucj.views.plan_rates import rate_uses
from petaucj.views.plan_spread import LONGEST, budget_of

WAITING = "full_death_after_months"
FACTOR_WORD = {"expiring": "habis", "rounding": "pembulatan", "growth": "pertumbuhan", "denominator": "penyebut", "overlap": "tumpang-tindih",
               "commitment": "status", "acceptance": "penerimaan"}


def plan_results(outlook: Outlook, book: PlanningBook) -> dict[str, object]:
    """Return everything worked out from a plan: people and rupiah as whole numbers, decimals as text; what is not known is None, never 0."""
    (year, open_in_year), without_rate = outlook.year_idr, sum(not cost.known for cost in outlook.costs)
    return {
        "kebutuhan": _need(outlook), "biaya_kekurangan": _bill(outlook.gap_bill), "biaya_selisih_sederhana": _bill(outlook.naive_bill),
        "tranche": [_tranche(cost, book) for cost in outlook.costs[:len(outlook.plan.tranches)]],
        "proyeksi": {"terlindungi": {str(p.month): p.protected for p in outlook.points},
                     "tercatat": {str(p.month): p.recorded for p in outlook.points}},
        "tebing": [{"bulan": str(c.month), "turun": c.people, "poin": None if c.points is None else str(c.points)} for c in outlook.cliffs],
        "aman_sampai": outlook.safe_until and str(outlook.safe_until), "empat_angka": _four(outlook.four), "bauran": _mix(outlook.mix),
        "biaya_tahun_anggaran": year if year or not open_in_year else None,
        "biaya_seluruhnya": outlook.whole_idr if outlook.whole_idr or not without_rate else None, "tanpa_tarif": without_rate,
        "tercapai": outlook.reaches, "luas_atau_lama": _spread(outlook, book),
        "kepekaan": {FACTOR_WORD[span.factor]: [span.low, span.high] for span in spans(outlook.plan, book)},
    }


def plan_json(outlook: Outlook, book: PlanningBook, release: Release) -> dict[str, object]:
    """Return the results with all they rest on: every input of the plan, the release of the data, every rate used."""
    rates = dict.fromkeys(rate for use in rate_uses(outlook, book) if use.paid for rate in use.paid.rates)
    return {**plan_results(outlook, book), "rencana": _plain(plan_table(outlook.plan)),
            "rilis": {"nomor": release.number, "tanggal": release.date, "hash": release.hash}, "tarif": [_rate(rate) for rate in rates]}


def _need(outlook: Outlook) -> dict[str, object]:
    plan, found = outlook.plan, outlook.need
    base = plan.base
    percent = str(rounded(ratio_pct(base.active, base.denominator))) if base.active is not None and base.denominator else None
    told = {"alasan": "", "penyebut": denominator_at(plan), "persen_sekarang": percent, "diperlukan": None, "tanpa_tindakan": None, "kurang": None,
            "lebih": None, "selisih_sederhana": None, "lebih_sederhana": None, "diperlukan_per_bulan": None}
    if not isinstance(found, Need):
        return {**told, "alasan": found.reason}
    left = months_to_go(base.month, plan.goal.deadline)
    monthly = needed_a_month(found.missing, left) if left else None
    return {**told, "diperlukan": found.required, "tanpa_tindakan": found.baseline, "kurang": found.missing, "lebih": found.surplus,
            "selisih_sederhana": found.naive_missing, "lebih_sederhana": found.naive_surplus, "diperlukan_per_bulan": monthly}


def _bill(bill: Bill | None) -> dict[str, object] | None:
    return bill and {"orang": bill.people, "mulai": str(bill.first_month), "sebulan": bill.month_idr, "sisa_tahun_anggaran": bill.rest_of_year_idr,
                     "bulan_sisa_tahun": bill.rest_of_year_months, "dua_belas_bulan": bill.twelve_months_idr}


def _tranche(cost: TrancheCost, book: PlanningBook) -> dict[str, object]:
    row = cost.tranche
    each = {month: contribution(book.table, cost.payer, month) for month, _ in cost.monthly}
    return {
        "sumber": FUND_WORD[row.funding_source], "orang_dibayar": row.accepted, "orang_bersih": row.net, "bulan_orang": cost.worker_months,
        "mulai": str(row.start), "akhir": str(row.end), "biaya": cost.total_idr,
        "biaya_per_tahun": {str(year): cost.in_year(year) for year in range(row.start.year, row.end.year + 1)},
        "iuran_per_bulan": {str(month): paid and paid.idr for month, paid in each.items()},
        "bagian_manfaat_penuh": _share(full_death_share(row.months, book.amount(WAITING))),
    }


def _four(four: Four | None) -> dict[str, object] | None:
    return four and {"pada_tenggat": four.at_deadline, "tertinggi": four.peak, "rata_rata": int(four.mean), "terendah": four.minimum,
                     "bulan": four.months}


def _mix(mix: Mix | None) -> dict[str, object] | None:
    return mix and {"perlu": mix.needed, "sumber": [_allocation(paid) for paid in mix.allocations], "belum_terdanai_orang": mix.unfunded,
                    "belum_terdanai_setahun": mix.unfunded_bill and mix.unfunded_bill.twelve_months_idr}


def _allocation(paid: Allocation) -> dict[str, object]:
    return {"sumber": FUND_WORD[paid.offer.funding_source], "orang": paid.people, "rupiah": paid.idr, "iuran_seorang": paid.each_idr,
            "berhenti_karena": paid.stopped_by}


def _spread(outlook: Outlook, book: PlanningBook) -> dict[str, object]:
    plan, budget = outlook.plan, budget_of(outlook)
    if budget is None:
        return {}
    payer = payer_of(plan, book, plan.spread_source, plan.spread_sector)
    points = spread(book.table, payer, budget, plan.first_month, max(LONGEST, plan.spread_months), book.amount(WAITING))
    return {str(p.months): {"orang": p.people, "bulan_orang": p.worker_months, "rupiah": p.spent_idr, "sisa": p.left_idr,
                            "bagian_manfaat_penuh": _share(p.full_death_share)} for p in points}


def _share(share: Decimal) -> str:
    """Return a share with at most three decimals, none that are zero: 6/12 -> "0.5", 8/11 -> "0.727"."""
    return format(rounded(share, 3), "f").rstrip("0").rstrip(".")


def _rate(rate: Rate) -> dict[str, object]:
    """Return a rate under the column names of the open-data table ``rates.csv``."""
    plain = ("rate_id", "segment", "programme", "sector", "payer_class", "kind", "amount_idr_per_month", "ratio", "min_idr_per_month",
             "max_idr_per_month", "wage_cap_idr", "legal_basis", "verification", "source_id", "checked_on")
    months = {name: None if getattr(rate, name) is None else str(getattr(rate, name)) for name in ("valid_from", "valid_to")}
    return {**{name: _plain(getattr(rate, name)) for name in plain}, **months, "note_id": rate.note.id, "note_en": rate.note.en}


def _plain(value: object) -> object:
    """Return a value as JSON knows it; decimals become text so that no digit is lost."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value
