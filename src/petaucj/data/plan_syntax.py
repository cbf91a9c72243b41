"""Turns the text of a plan file into a plain tree; a text that is no TOML says on which line and what to do."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal

from petaucj.data.faults import DataFaults, Fault
from petaucj.data.plan_keys import MOST_BYTES, MOST_LINE
from petaucj.data.plan_values import shown

PLACE = re.compile(r"\(at line (\d+), column \d+\)")
# What people write most often where TOML wants something else, and what to write instead.
HABITS = (
    (re.compile(r"=\s*-?\d+,\d+\s*(#.*)?$"), "Tulis tanda desimal dengan titik, misalnya 28.30."),
    (re.compile(r"=\s*\d{1,3}(\.\d{3}){2,}"), "Tulis bilangan tanpa titik pemisah, misalnya 712000000."),
    (re.compile(r"=\s*\d{4}-\d\d\s*(#.*)?$"), "Tulis bulan di antara tanda petik, misalnya \"2025-10\"."),
    (re.compile(r"=\s*Rp", re.I), "Tulis rupiah sebagai bilangan saja, misalnya 712000000."),
    (re.compile(r"=\s*[“”„‘’]"), "Pakai tanda petik lurus: \"…\"."),
    (re.compile(r"=\s*[A-Za-z]"), "Tulis teks di antara tanda petik, misalnya \"apbd\"."),
    (re.compile(r"=\s*(#.*)?$"), "Isi nilainya, atau hapus barisnya bila tidak diketahui."),
    (re.compile(r"^\s*\w+\s*:"), "Tulis nama = nilai, dengan tanda sama dengan."),
)
TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate inline table key", "Cannot redefine")


def decoded(data: bytes, name: str) -> str:
    """Return the text of a file's bytes; raise DataFaults where it is too large or not UTF-8."""
    _check_size(len(data), name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataFaults([Fault(name, str(line), "-", "", "bukan teks UTF-8", "Simpan berkas sebagai teks biasa dengan pengodean UTF-8.")]) from None


def parsed(text: str, name: str) -> dict[str, object]:
    """Return the tree of a TOML text, decimals exact; raise DataFaults with the line where it cannot be read."""
    text = text.removeprefix("\ufeff")
    _check_size(len(text.encode("utf-8", "surrogatepass")), name)
    lines = text.split("\n")
    long = [number for number, line in enumerate(lines, 1) if len(line) > MOST_LINE]
    if long:
        rule = f"baris lebih dari {MOST_LINE} huruf"
        raise DataFaults(Fault(name, str(number), "-", shown(lines[number - 1]), rule, "Perpendek atau bagi barisnya.") for number in long)
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise DataFaults([_syntax_fault(str(error), lines, name)]) from None
    except (ValueError, ArithmeticError, RecursionError):
        # A number of thousands of digits, a decimal beyond all bounds, or brackets within brackets without end.
        rule = "berisi bilangan atau susunan yang terlalu besar untuk dibaca"
        raise DataFaults([Fault(name, "-", "-", "", rule, "Hapus bilangan yang sangat panjang dan kurung yang bertumpuk.")]) from None


def _check_size(size: int, name: str) -> None:
    if size > MOST_BYTES:
        rule = f"berkas lebih dari {MOST_BYTES // 1024} KB"
        remedy = "Berkas rencana hanya berisi beberapa puluh baris; periksa apakah berkasnya benar."
        raise DataFaults([Fault(name, "-", "-", f"{size} bita", rule, remedy)])


def _syntax_fault(message: str, lines: list[str], name: str) -> Fault:
    place = PLACE.search(message)
    number = int(place[1]) if place else len(lines)
    line = lines[min(number, len(lines)) - 1]
    if message.startswith(TWICE):
        remedy = "Hapus salah satunya; baris pembayaran berulang memakai kurung ganda: [[tranche]]."
        return Fault(name, str(number), "-", shown(line), "ditulis dua kali", remedy)
    remedy = next((advice for habit, advice in HABITS if habit.search(line)), "Periksa tanda petik, kurung, dan tanda sama dengan pada baris itu.")
    return Fault(name, str(number), "-", shown(line), "bukan penulisan TOML yang benar", remedy)
