"""A remark carried by the data in both languages."""

from __future__ import annotations

from typing import NamedTuple


class Bilingual(NamedTuple):
    """The same remark in Indonesian and English; empty in both when there is none."""

    id: str
    en: str

    def of(self, language: str) -> str:
        """Return the remark in ``language`` ("id" or "en")."""
        return self.en if language == "en" else self.id

    def __bool__(self) -> bool:
        """Tell whether there is a remark at all."""
        return bool(self.id or self.en)
