"""The data dictionary says what every table and column means, in both languages."""

from __future__ import annotations

import re

import pytest

from petaucj.data.dictionary import load_dictionary
from petaucj.data.notices import load_boundary_rights
from petaucj.data.schemas import TABLES

DICTIONARY = load_dictionary()


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_explained_in_its_order(table: str) -> None:
    assert list(DICTIONARY[table]) == list(TABLES[table])
    for name, held in DICTIONARY[table].items():
        assert all((held.unit.id, held.unit.en, held.values.id, held.values.en, held.meaning.id, held.meaning.en)), name


@pytest.mark.parametrize("table", TABLES)
def test_every_allowed_word_is_named(table: str) -> None:
    for name, column in TABLES[table].items():
        if column.kind.rule.startswith("salah satu"):
            words = set(column.kind.pattern.strip("^$()").split("|"))
            for told in DICTIONARY[table][name].values:
                assert words <= set(re.findall(r"`([^`]+)`", told)), f"{table}.{name}"


def test_no_dictionary_is_not_an_error(tmp_path) -> None:
    assert load_dictionary(tmp_path) == {}


def test_the_boundaries_bring_their_rights_along() -> None:
    rights = load_boundary_rights()
    assert any("Badan Informasi Geospasial" in line for line in rights.attribution)
    assert all("MIT License" in text for text in rights.licences.values()) and rights.licences
