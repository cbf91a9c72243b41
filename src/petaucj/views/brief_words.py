"""What counts as a word on the one-page brief, and how the page keeps within its number of words."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A head of region reads one page in a minute.
MOST_WORDS = 200
# A run of letters, two at least. Letters that touch a digit belong to a number or a code: "Rp2,86", "af55db".
_WORD = re.compile(r"(?<!\w)[^\W\d_]{2,}(?!\w)")
_ADDRESS = re.compile(r"https?://\S+")


def words_in_texts(texts: Iterable[str]) -> int:
    """Return how many words stand in ``texts``: runs of at least two letters; numbers with their currency, codes and addresses are none."""
    return sum(len(_WORD.findall(_ADDRESS.sub(" ", text))) for text in texts)
