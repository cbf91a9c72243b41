"""The catalogues: every sentence a reader sees, in Indonesian and English."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

LANGUAGES = ("id", "en")


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return every sentence of ``language`` by dotted key; the first part is the file's name."""
    folder = resources.files("petaucj.text") / "catalogue" / language
    sentences: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            tree = tomllib.loads(file.read_text(encoding="utf-8"))
            sentences.update(_flattened(tree, file.name.removesuffix(".toml")))
    return sentences


def _flattened(tree: Mapping, prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in tree.items():
        key = f"{prefix}.{name}"
        if isinstance(value, Mapping):
            yield from _flattened(value, key)
        else:
            yield key, value


class Words:
    """Speaks one language: ``words("peta.title")``; raises KeyError for a sentence that does not exist."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no such language: {language}")
        self.language = language
        self._sentences = catalogue(language)

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence with its placeholders filled."""
        sentence = self._sentences[key]
        return sentence.format(**values) if values else sentence

    def has(self, key: str) -> bool:
        """Tell whether the sentence exists."""
        return key in self._sentences


@cache
def words_in(language: str) -> Words:
    """Return the one speaker of a language."""
    return Words(language)
