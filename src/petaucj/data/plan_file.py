"""Reads a plan file (TOML) and checks everything in it; the file is data only, nothing in it is ever run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from types import MappingProxyType

from petaucj.data.faults import DataFaults, Fault
from petaucj.data.plan_format import FORMAT
from petaucj.data.plan_keys import ARRAYS, EXPECTED, MOST_ROWS, RESULT_WORDS, SECTIONS, TABLES, TOP, Key
from petaucj.data.plan_parts import AssumedPart, GoalPart, OfferRow, PlanFile, RecordPart, SpreadPart, TrancheRow
from petaucj.data.plan_syntax import decoded, parsed
from petaucj.data.plan_values import WrongValue, clean, read_value, shown

START = "awal berkas"
DEEPEST, MOST_UNKNOWN = 5, 50
_PARTS = {"catatan": RecordPart, "target": GoalPart, "anggapan": AssumedPart, "luas_atau_lama": SpreadPart, "tranche": TrancheRow,
          "sumber_dana": OfferRow}


def read_plan_bytes(data: bytes, name: str) -> PlanFile:
    """Return the plan file in ``data`` (UTF-8, with or without byte-order mark); raise DataFaults as ``read_plan_file`` does."""
    return read_plan_file(decoded(data, name), name)


def read_plan_file(text: str, name: str) -> PlanFile:
    """Return the plan file in ``text``, every value typed and words turned into codes.

    ``name`` is only how faults call the file.

    Raises
    ------
    DataFaults
        With every fault of the file: place, key, value, rule and what to write instead; of a text that is no TOML, with the line.
    """
    name = clean(name)
    tree, check = parsed(text, name), _Check(name)
    check.format(tree)
    check.unknown(START, tree, [key.word for key in TOP] + ["format", *SECTIONS])
    top = check.values(START, TOP, tree)
    parts = {word: check.table(word, tree) for word in TABLES}
    rows = {word: check.rows(word, tree) for word in ARRAYS}
    check.expected(tree.get(EXPECTED, {}))
    if check.faults:
        raise DataFaults(check.faults)
    built = {word: _PARTS[word](**values) for word, values in parts.items()}
    many = {word: tuple(_PARTS[word](**values) for values in each) for word, each in rows.items()}
    return PlanFile(top["title"], top["area_code"], built["catatan"], built["target"], built["anggapan"], many["tranche"], many["sumber_dana"],
                    built["luas_atau_lama"], MappingProxyType(tree.get(EXPECTED, {})))


@dataclass
class _Check:
    """Goes through a tree and keeps every fault it meets."""

    file: str
    faults: list[Fault] = field(default_factory=list)

    def say(self, place: str, key: str, value: object, rule: str, remedy: str) -> None:
        self.faults.append(Fault(self.file, place, shown(key), shown(value), rule, remedy))

    def format(self, tree: Mapping[str, object]) -> None:
        if tree.get("format") != FORMAT:
            rule = "bukan format rencana yang dikenal" if "format" in tree else "wajib diisi"
            self.say(START, "format", tree.get("format", ""), rule, f'Tulis format = "{FORMAT}" pada baris pertama.')

    def unknown(self, place: str, held: Mapping[str, object], known: Iterable[str]) -> None:
        allowed = list(known)
        strange = [key for key in held if key not in allowed]
        for key in strange[:MOST_UNKNOWN]:
            near = get_close_matches(key[:MOST_UNKNOWN], allowed, 1)
            remedy = f"Mungkin maksudnya {near[0]}." if near else f"Pakai salah satu: {', '.join(allowed)}."
            self.say(place, key, held[key], "kunci tidak dikenal", remedy)
        if len(strange) > MOST_UNKNOWN:
            remedy = f"Hanya {MOST_UNKNOWN} yang pertama disebut; periksa berkasnya."
            self.say(place, "-", len(strange), "kunci yang tidak dikenal terlalu banyak", remedy)

    def values(self, place: str, keys: tuple[Key, ...], held: Mapping[str, object]) -> dict[str, object]:
        found = {}
        for key in keys:
            found[key.field] = key.default
            if key.word not in held:
                if key.required:
                    self.say(place, key.word, "", "wajib diisi", f"Tambahkan misalnya {key.word} = {key.example}.")
                continue
            try:
                found[key.field] = read_value(key, held[key.word])
            except WrongValue as wrong:
                self.say(place, key.word, held[key.word], wrong.rule, wrong.remedy)
        return found

    def table(self, word: str, tree: Mapping[str, object]) -> dict[str, object]:
        held, place = tree.get(word, {}), f"[{word}]"
        if not isinstance(held, dict):
            self.say(place, "-", held, "harus satu bagian dengan kurung tunggal", f"Tulis [{word}] satu kali, lalu kuncinya di bawahnya.")
            return {}
        self.unknown(place, held, (key.word for key in TABLES[word]))
        if word == "target" and "persen" in held and "dasar" not in held:
            self.say(place, "dasar", "", "wajib diisi bila persen diisi", 'Tambahkan misalnya dasar = "bekerja".')
        return self.values(place, TABLES[word], held)

    def rows(self, word: str, tree: Mapping[str, object]) -> list[dict[str, object]]:
        held, place = tree.get(word, []), f"[[{word}]]"
        if not isinstance(held, list) or not all(isinstance(row, dict) for row in held):
            self.say(place, "-", held, "harus baris berkurung ganda", f"Tulis [[{word}]] di atas setiap baris, lalu kuncinya di bawahnya.")
            return []
        if len(held) > MOST_ROWS:
            self.say(place, "-", len(held), f"paling banyak {MOST_ROWS} baris", "Gabungkan atau hapus sebagian barisnya.")
        found = []
        for number, row in enumerate(held[:MOST_ROWS], 1):
            here = f"{place} ke-{number}"
            self.unknown(here, row, (key.word for key in ARRAYS[word]))
            found.append(self.values(here, ARRAYS[word], row))
        return found

    def expected(self, held: object) -> None:
        place = f"[{EXPECTED}]"
        if not isinstance(held, dict):
            remedy = f"Tulis [{EXPECTED}] satu kali, lalu hasil yang diharapkan di bawahnya."
            self.say(place, "-", held, "harus satu bagian dengan kurung tunggal", remedy)
            return
        self.unknown(place, held, RESULT_WORDS)
        for key, value in held.items():
            if key in RESULT_WORDS and not _plain(value, DEEPEST):
                self.say(place, key, value, "berisi tanggal, bilangan tak hingga, atau bagian yang terlalu dalam",
                         "Pakai bilangan, teks, true atau false, dengan susunan seperti hasil --json.")


def _plain(value: object, deep: int) -> bool:
    """Whether a value is a number, a text, a yes or no, or a shallow table or list of such."""
    if isinstance(value, dict | list):
        return deep > 0 and all(_plain(one, deep - 1) for one in (value.values() if isinstance(value, dict) else value))
    return value.is_finite() if isinstance(value, Decimal) else isinstance(value, int | str)
