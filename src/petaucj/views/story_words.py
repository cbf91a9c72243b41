"""The permanent words of a story in the address: which steps there are, and what each is about."""

from __future__ import annotations

from collections.abc import Collection

# In the order a meeting asks them.
KINDS = ("provinsi", "peringkat", "putusan", "pembayar", "tebing", "pilihan", "rencana", "keputusan")
OF_DISTRICT = ("putusan", "pembayar", "tebing", "pilihan", "rencana", "keputusan")
DISTRICT_STORY = ("provinsi", "peringkat", "putusan", "pembayar", "tebing", "pilihan", "keputusan")
PROVINCE_STORY = ("provinsi", "peringkat")
LETTERS = ("a", "b", "c")
MOST_STEPS = 24
# What a story, a presentation or an embedded page depends on; the other parameters of the address change nothing in it.
TOLD_BY = ("daerah", "per", "target", "tahun", "status", "skenario", "a", "b", "c", "langkah", "bahasa")


def read_story(text: str, codes: Collection[str]) -> str:
    """Return a story's word of the address, or raise ValueError.

    Steps are parted by commas; after a colon stands the district a step is about ("putusan:13.06"), for ``rencana`` the
    scenario ("rencana:b"). Without it a step is about the district of the address, or its chosen scenario. Every step stands once.
    """
    words = text.split(",")
    if len(words) > MOST_STEPS or len(set(words)) < len(words) or not all(_known(word, codes) for word in words):
        raise ValueError(text)
    return text


def _known(word: str, codes: Collection[str]) -> bool:
    kind, colon, about = word.partition(":")
    if not colon:
        return kind in KINDS
    return about in LETTERS if kind == "rencana" else kind in OF_DISTRICT and about in codes


def steps_of(text: str, district: str) -> tuple[str, ...]:
    """Return the steps of a story; the usual ones where the address names none. Steps about a district are left out without one."""
    usual = DISTRICT_STORY if district else PROVINCE_STORY
    # "putusan:13.11" is "putusan" where 13.11 is the district of the address.
    words = dict.fromkeys(w.removesuffix(f":{district}") if district else w for w in text.split(",")) if text else usual
    return tuple(w for w in words if district or ":" in w and not w.startswith("rencana") or w in PROVINCE_STORY) or usual
