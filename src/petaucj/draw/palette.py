"""Every colour of the project, for light and dark ground (tested for contrast and colour blindness)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """The quiet colours around the data."""

    ground: str
    ink: str
    muted: str
    rule: str
    accent: str
    sea: str
    neighbour: str
    plain: str
    hatch: str
    hatch_ground: str
    coverage: tuple[str, ...]
    gap: tuple[str, ...]
    change: tuple[str, ...]
    funds: dict[str, str]


# Found by search: the seven main funds are at least 29 apart (CIELAB) for normal, protan and deutan sight.
_FUNDS_LIGHT = {
    "province_budget": "#002f5b", "district_budget": "#6f8bc8", "village_budget": "#898d5b", "palm_oil_share": "#6440b3",
    "csr": "#a67700", "zakat": "#024330", "civil_servants": "#9c7486", "village_fund": "#8bc169",
    "donation": "#82b7c8", "employer": "#6e4466", "self_paid": "#b7bb20", "mixed": "#98b296",
    "unspecified": "#c9c4b5", "not_protected": "#b3401f",
}
_FUNDS_DARK = {
    "province_budget": "#b7bdff", "district_budget": "#0e8fff", "village_budget": "#abab69", "palm_oil_share": "#8864a1",
    "csr": "#ff9818", "zakat": "#52f4cb", "civil_servants": "#977c84", "village_fund": "#b1eb9b",
    "donation": "#8eeaf5", "employer": "#84a8c4", "self_paid": "#c4d961", "mixed": "#a3866d",
    "unspecified": "#6b675d", "not_protected": "#e8734a",
}
LIGHT = Theme(
    ground="#fbfaf6", ink="#1b1b1b", muted="#5b5a55", rule="#dedace", accent="#b3401f", sea="#dfe8ec", neighbour="#e9e7e1",
    plain="#f1efe7", hatch="#b9b29f", hatch_ground="#f7f5ef",
    coverage=("#fbe7a1", "#aed383", "#84c7a0", "#4fb0ae", "#2a86a6", "#245a8d", "#1d2c5e"),
    gap=("#0b5a78", "#5fa8c0", "#f3dfc4", "#e9b48a", "#d07a4d", "#96361a"),
    change=("#96361a", "#dd9a74", "#efece2", "#86bccb", "#0b5a78"),
    funds=_FUNDS_LIGHT,
)
DARK = Theme(
    ground="#16181a", ink="#efece4", muted="#b3afa5", rule="#3a3d40", accent="#e8734a", sea="#10222b", neighbour="#24282b",
    plain="#2a2e31", hatch="#565a5d", hatch_ground="#1e2123",
    coverage=("#5b4f23", "#57702f", "#3f8a63", "#3a9ba3", "#58a9d8", "#9cc6f2", "#e6eeff"),
    gap=("#8fd0ea", "#3f8fad", "#6d5c48", "#a06f45", "#cf7d48", "#ff9a6b"),
    change=("#ff9a6b", "#a8623f", "#4a4a46", "#3f8fad", "#8fd0ea"),
    funds=_FUNDS_DARK,
)
THEMES = {"light": LIGHT, "dark": DARK}


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``, 0 (black) to 1 (white), as WCAG 2 defines it."""
    channels = (int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the WCAG 2 contrast ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def ink_on(colour: str) -> str:
    """Return black or white ink, whichever reads better on ``colour``."""
    return max("#000000", "#ffffff", key=lambda ink: contrast(ink, colour))


def fills(theme: Theme) -> dict[str, str]:
    """Return every named fill of a theme: c0…c6 coverage, g0…g5 gap, d0…d4 change, f-<fund>, plain."""
    named = {f"c{i}": colour for i, colour in enumerate(theme.coverage)}
    named |= {f"g{i}": colour for i, colour in enumerate(theme.gap)}
    named |= {f"d{i}": colour for i, colour in enumerate(theme.change)}
    named |= {f"f-{fund.replace('_', '-')}": colour for fund, colour in theme.funds.items()}
    return named | {"plain": theme.plain}
