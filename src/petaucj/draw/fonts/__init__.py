"""The fonts of files: subsets of Noto Sans under the SIL Open Font License (OFL.txt), so that no file depends on a machine's own."""

from __future__ import annotations

from pathlib import Path

# In the order a letter is looked for: words first, then the signs that Noto Sans lacks (−, ≈, →, ●, ○).
FAMILIES = ("Noto Sans", "Noto Sans Math", "Noto Sans Symbols2")
FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSansMath-Signs.ttf", "NotoSansSymbols2-Signs.ttf")


def font_folder() -> Path:
    """Return the folder that holds FILES."""
    return Path(__file__).parent
