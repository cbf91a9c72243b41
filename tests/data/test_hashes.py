"""A seed changes only on purpose: its hash stands here, and a change asks for a new release number or date."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
PINNED = tomllib.loads((Path(__file__).parent / "seed_hashes.toml").read_text(encoding="utf-8"))


def test_every_seed_is_pinned() -> None:
    assert set(PINNED) == {path.name for path in SEEDS.glob("*.csv")}


@pytest.mark.parametrize("name", PINNED)
def test_a_seed_is_what_was_released(name: str) -> None:
    assert hashlib.sha256((SEEDS / name).read_bytes()).hexdigest() == PINNED[name]
