"""The formulas of a plan: the same steps, order and rounding as the domain's (domain/need, domain/plan, domain/plan_cost)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from petaucj.share.workbook_cells import quoted
from petaucj.text.words import Words

# Decimals kept before rounding to whole people: a computer's 28300.000000000004 must not become 28,301.
EXACT = 8
COUNTED = ("paid", "budgeted")
# Inputs of a plan that must be numbers or months, and those without which a payment says nothing.
NUMERIC = ("active", "month", "denominator", "denominator_month", "growth", "target", "deadline", "grace")
DATED = ("people", "start", "months")


@dataclass(frozen=True)
class Cells:
    """Where the values of one plan stand: single cells by key, columns of its payments as ranges by key, and the range of monthly rates."""

    one: Mapping[str, str]
    payments: Mapping[str, str]
    rates: str


def result_formulas(cells: Cells, words: Words, commitments: Mapping[str, str]) -> dict[str, str]:
    """Return the formula of each result; where a figure is missing it comes to an empty text, and ``remark`` says why."""
    c, p = cells.one, cells.payments
    rates = f'COUNT({cells.rates})<COLUMNS({cells.rates})'
    counted = "+".join(f'SUMIF({p["commitment"]},{quoted(commitments[key])},{p["at_deadline"]})' for key in COUNTED)

    def known(body: str) -> str:
        return f'=IF({c["remark"]}<>"","",IFERROR({body},""))'

    return {
        "remark": _remark(c, p, words),
        "denominator_at": f'=IF(OR(NOT(ISNUMBER({c["denominator"]})),N({c["denominator"]})<=0),"",IFERROR(IF(OR(N({c["growth"]})=0,AND({c["denominator_month"]}="",{c["month"]}="")),{c["denominator"]},{_grown(c)}),""))',
        "required": known(f'ROUNDUP(ROUND({c["target"]}*{c["denominator_at"]}/100,{EXACT}),0)'),
        "permanent": f'=IF(COUNT({c["active"]},{c["month"]})<2,"",{c["active"]}-SUM({p["inside"]}))',
        "baseline": known(f'{c["permanent"]}+{counted}'),
        "missing": known(f'MAX(0,{c["required"]}-{c["baseline"]})'),
        "surplus": known(f'MAX(0,{c["baseline"]}-{c["required"]})'),
        "naive": known(f'MAX(0,{c["required"]}-{c["active"]})'),
        "open": known(f'MAX(0,{c["required"]}-{c["permanent"]}-SUM({p["at_deadline"]}))'),
        "month_idr": known(f'IF({rates},"",{c["missing"]}*INDEX({cells.rates},1,1))'),
        "year_idr": known(f'IF({rates},"",{c["missing"]}*SUM({cells.rates}))'),
    }


def _grown(c: Mapping[str, str]) -> str:
    start = f'IF({c["denominator_month"]}<>"",{c["denominator_month"]},{c["month"]})'
    months = f'((YEAR({c["deadline"]})-YEAR({start}))*12+MONTH({c["deadline"]})-MONTH({start}))'
    return f'ROUND({c["denominator"]}*(1+{c["growth"]}/100)^({months}/12),0)'


def _remark(c: Mapping[str, str], p: Mapping[str, str], words: Words) -> str:
    """Return why nothing can be computed: an input no formula can read, else the first figure that is missing, in the order the domain asks for them."""
    typed = [(f"ISTEXT({c[key]})", words("buku.plan_hint.is_text", name=words(f"buku.plan.{key}"))) for key in NUMERIC]
    typed.append((f'AND(ISNUMBER({c["denominator"]}),{c["denominator"]}<=0)', words("buku.plan_hint.is_zero", name=words("buku.plan.denominator"))))
    conditions = [*typed, *((condition, words(f"bahan.number.why.{key}")) for key, condition in _asked(c)),
                  (_unread(p), words("buku.plan_hint.payment_unread")),
                  (f'COUNT({c["denominator_at"]},{c["permanent"]})<2', words("buku.plan_hint.unread"))]
    body = '""'
    for condition, reason in reversed(conditions):
        body = f"IF({condition},{quoted(reason)},{body})"
    return f'=IFERROR({body},{quoted(words("buku.plan_hint.unread"))})'


def _asked(c: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the domain's reasons, each with its condition."""
    return (
        ("no_target", f'{c["target"]}=""'), ("no_denominator", f'{c["denominator"]}=""'), ("target_basis_unknown", _unknown(c["target_basis"])),
        ("basis_unknown", _unknown(c["basis"])), ("basis_differs", f'{c["basis"]}<>{c["target_basis"]}'), ("no_active", f'{c["active"]}=""'),
        ("undated_record", f'{c["month"]}=""'), ("before_record", f'EOMONTH({c["deadline"]},0)<EOMONTH({c["month"]},0)'),
        ("tranches_exceed", f'N({c["permanent"]})<0'),
    )


def _unread(p: Mapping[str, str]) -> str:
    """Return whether a payment holds words where a number belongs, or is filled in and still comes to nothing."""
    filled = "*".join(f"ISNUMBER({p[key]})" for key in DATED)
    words = "+".join(f"SUMPRODUCT(--ISTEXT({p[key]}))" for key in DATED)
    return f'OR({words}>0,COUNT({p["at_deadline"]})<SUMPRODUCT({filled}))'


def _unknown(cell: str) -> str:
    return f'OR({cell}="",{cell}="?")'


def payment_formulas(row: Mapping[str, str], plan: Mapping[str, str], commitments: Mapping[str, str]) -> dict[str, str]:
    """Return the formula of each computed cell of one payment; an empty row comes to empty texts."""
    r, c = row, plan
    empty = f'COUNT({r["people"]},{r["start"]},{r["months"]})<3'
    last, grace = f'EOMONTH({r["start"]},{r["months"]}-1)', f'EOMONTH({r["start"]},{r["months"]}-1+{c["grace"]})'
    record, deadline, begins = f'EOMONTH({c["month"]},0)', f'EOMONTH({c["deadline"]},0)', f'EOMONTH({r["start"]},0)'
    stayers = f'ROUNDDOWN(ROUND({r["net"]}*{r["continuing"]}/100,{EXACT}),0)'
    counted = ",".join(f'{r["commitment"]}={quoted(commitments[key])}' for key in COUNTED)
    return {
        "end": f'=IF({empty},"",IFERROR(EDATE({r["start"]},{r["months"]}-1),""))',
        "accepted": f'=IF({r["people"]}="","",IFERROR(ROUNDDOWN(ROUND({r["people"]}*{r["acceptance"]}/100,{EXACT}),0),""))',
        "net": f'=IF({r["people"]}="","",IFERROR(ROUNDDOWN(ROUND({r["people"]}*{r["acceptance"]}/100*(1-{r["overlap"]}/100),{EXACT}),0),""))',
        "inside": f'=IF(OR({empty},{c["month"]}=""),"",IFERROR(IF(OR({counted}),IF(AND({begins}<={record},{record}<={grace}),{r["net"]},IF({record}>{last},{stayers},0)),0),""))',
        "at_deadline": f'=IF({empty},"",IFERROR(IF(AND({begins}<={deadline},{deadline}<={last}),{r["net"]},IF({deadline}>{last},{stayers},0)),""))',
        "each": f'=IF(COUNT({r["rate"]},{r["months"]})<2,"",{r["rate"]}*{r["months"]})',
        "cost": f'=IF(COUNT({r["accepted"]},{r["each"]})<2,"",{r["accepted"]}*{r["each"]})',
    }
