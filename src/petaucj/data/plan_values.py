"""Reads one value of a plan file; what does not fit says which rule it breaks and what to write instead."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from petaucj.data.plan_keys import FIFTEEN_DIGITS, MOST_DECIMALS, MOST_TEXT, Key

MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])", re.ASCII)
AREA = re.compile(r"\d\d\.\d\d", re.ASCII)
# The address of a plan carries this name between dots and tildes, so it holds neither.
RECORD = re.compile(r"[A-Za-z0-9_-]{1,40}")
GROUPED = re.compile(r"\d{1,3}([.,_ ]\d{3}){1,4}|\d{1,15}", re.ASCII)
COMMA = re.compile(r"-?\d{1,9}([.,]\d{1,6})?", re.ASCII)
MOST_SHOWN = 40


class WrongValue(ValueError):
    """A value that breaks a rule of its key, with what to do."""

    def __init__(self, rule: str, remedy: str) -> None:
        super().__init__(rule)
        self.rule, self.remedy = rule, remedy


def clean(text: str) -> str:
    """Return text as one line without anything a terminal or an editor would act on: control, direction and separator characters become blanks."""
    return "".join(" " if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") else sign for sign in text)


def shown(value: object) -> str:
    """Return a value for a fault: short, on one line, never the inside of a table."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    if isinstance(value, int) and abs(value) > FIFTEEN_DIGITS:
        return "bilangan lebih dari 15 angka"
    text = clean(str(value)).strip()
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def read_value(key: Key, value: object) -> object:
    """Return the value of a key in its own type, words as codes; raise WrongValue otherwise."""
    if key.kind == "whole":
        return _whole(key, value)
    if key.kind == "decimal":
        return _decimal(key, value)
    if not isinstance(value, str):
        raise WrongValue("harus teks di antara tanda petik", f"Tulis misalnya {key.word} = {key.example}.")
    return {"text": _text, "area": _area, "record": _record, "month": _month, "word": _word}[key.kind](key, value)


def _whole(key: Key, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        rule = "harus bilangan bulat tanpa tanda petik dan tanpa titik atau koma"
        raise WrongValue(rule, f"Tulis {key.word} = {_whole_meant(value) or key.example}.")
    return int(_within(key, _bounded(value)))


def _bounded(value: int) -> Decimal:
    """Return a whole number as Decimal; one beyond all bounds as the first that is, so that nobody computes with a thousand digits."""
    return Decimal(max(-FIFTEEN_DIGITS - 1, min(value, FIFTEEN_DIGITS + 1)))


def _whole_meant(value: object) -> str:
    """Return what was meant by 18.788 or "Rp712.000.000", or "" where it cannot be told."""
    if isinstance(value, bool) or not isinstance(value, str | Decimal):
        return ""
    bare = re.sub(r"^(rp|idr)\.?\s*", "", str(value).strip().lower().replace("\u00a0", " "))
    if isinstance(value, Decimal) and re.fullmatch(r"\d{1,15}\.0+", bare):
        return bare.partition(".")[0]
    return str(int(re.sub(r"\D", "", bare))) if GROUPED.fullmatch(bare) else ""


def _decimal(key: Key, value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        meant = value.strip().removesuffix("%").strip() if isinstance(value, str) else ""
        example = meant.replace(",", ".") if COMMA.fullmatch(meant) else key.example
        raise WrongValue("harus bilangan tanpa tanda petik, dengan titik sebagai tanda desimal", f"Tulis {key.word} = {example}.")
    if isinstance(value, int):
        return _within(key, _bounded(value))
    if not value.is_finite():
        raise WrongValue("harus bilangan", f"Tulis misalnya {key.word} = {key.example}.")
    _within(key, value)
    if value.as_tuple().exponent < -MOST_DECIMALS:
        raise WrongValue(f"paling banyak {MOST_DECIMALS} angka di belakang titik", f"Bulatkan, misalnya {key.word} = {key.example}.")
    return value


def _within(key: Key, value: Decimal) -> Decimal:
    if (key.low < value if key.above else key.low <= value) and value <= key.high:
        return value
    low = f"di atas {key.low}" if key.above else f"{key.low}"
    rule = f"harus {low} sampai {key.high}" if key.high < FIFTEEN_DIGITS else f"harus {low} atau lebih, paling banyak 15 angka"
    if key.high == 1 and 1 < value <= 100:
        raise WrongValue(rule, f"Tulis bagian, bukan persen: {key.word} = {format(value / 100, 'f')}.")
    raise WrongValue(rule, f"Tulis misalnya {key.word} = {key.example}.")


def _text(key: Key, value: str) -> str:
    if len(value) > MOST_TEXT:
        raise WrongValue(f"paling panjang {MOST_TEXT} huruf, ini {len(value)}", "Perpendek.")
    if clean(value) != value:
        raise WrongValue("berisi tanda kendali atau baris baru", "Tulis dalam satu baris huruf biasa.")
    return value


def _area(key: Key, value: str) -> str:
    if AREA.fullmatch(value):
        return value
    remedy = f"Tulis empat angka dengan titik, misalnya {key.word} = {key.example}; kode BPS memakai angka lain."
    raise WrongValue("bukan kode Kemendagri", remedy)


def _record(key: Key, value: str) -> str:
    if RECORD.fullmatch(value):
        return value
    remedy = f"Tulis huruf, angka, dan tanda hubung saja, paling panjang 40, misalnya {key.word} = {key.example}."
    raise WrongValue("bukan nama catatan pendanaan", remedy)


def _month(key: Key, value: str) -> str:
    if MONTH.fullmatch(value):
        return value
    rule = "bulan harus 01 sampai 12, tahun 2000 sampai 2099" if re.fullmatch(r"\d{4}-\d\d", value, re.ASCII) else "bukan bulan"
    raise WrongValue(rule, f"Tulis tahun dan bulan, misalnya {key.word} = {key.example}.")


def _word(key: Key, value: str) -> str:
    if value in key.words:
        return key.words[value]
    raise WrongValue("tidak dikenal", f"Pakai salah satu: {', '.join(key.words)}.")
