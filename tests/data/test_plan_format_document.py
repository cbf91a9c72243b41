"""The document of the plan file says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from petaucj.data.plan_file import read_plan_file
from petaucj.data.plan_format import BASIS_OF, COMMITMENT_OF, FUND_OF, PACKAGE_OF, REGIME_OF, SECTOR_OF
from petaucj.data.plan_keys import ARRAYS, RESULT_WORDS, TABLES, TOP

TEXT = (Path(__file__).parents[2] / "docs" / "format-rencana.md").read_text(encoding="utf-8")


def test_the_example_of_the_document_is_a_good_file() -> None:
    example = re.search(r"```toml\n(format.*?)```", TEXT, re.S)[1]
    assert read_plan_file(example, "contoh.toml").expected["aman_sampai"] == "2025-12"


def test_every_key_word_and_result_is_described() -> None:
    keys = {key.word for keys in (TOP, *TABLES.values(), *ARRAYS.values()) for key in keys}
    words = {word for words in (BASIS_OF, COMMITMENT_OF, FUND_OF, PACKAGE_OF, REGIME_OF, SECTOR_OF) for word in words}
    missing = [word for word in (*keys, *words, *RESULT_WORDS) if f"`{word}`" not in TEXT]
    assert missing == []
