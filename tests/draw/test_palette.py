"""Colours that can be told apart, by everybody, on both grounds."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from petaucj.draw.palette import THEMES, Theme, contrast, fills, ink_on, luminance

# Viénot 1999: how a dichromat sees linear RGB.
_BLINDNESS = {
    "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}


def _linear(colour: str) -> list[float]:
    channels = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def _lab(linear: list[float]) -> tuple[float, float, float]:
    r, g, b = (min(1.0, max(0.0, c)) for c in linear)
    xyz = ((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047, 0.2126 * r + 0.7152 * g + 0.0722 * b,
           (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _distance(first: str, second: str, blindness: str | None) -> float:
    seen = []
    for colour in (first, second):
        linear = _linear(colour)
        if blindness:
            linear = [sum(w * c for w, c in zip(row, linear, strict=True)) for row in _BLINDNESS[blindness]]
        seen.append(_lab(linear))
    return sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return THEMES[request.param]


@pytest.mark.parametrize("blindness", [None, *_BLINDNESS])
def test_neighbouring_classes_can_be_told_apart(theme: Theme, blindness: str | None) -> None:
    for ramp in (theme.coverage, theme.gap, theme.change):
        assert all(_distance(a, b, blindness) >= 9 for a, b in pairwise(ramp))


def test_the_coverage_ramp_runs_one_way(theme: Theme) -> None:
    steps = [luminance(colour) for colour in theme.coverage]
    assert steps in (sorted(steps), sorted(steps, reverse=True))


@pytest.mark.parametrize("blindness", [None, *_BLINDNESS])
def test_the_public_funds_can_be_told_apart(theme: Theme, blindness: str | None) -> None:
    main = ("province_budget", "district_budget", "village_budget", "palm_oil_share", "csr", "zakat", "civil_servants")
    assert all(_distance(theme.funds[a], theme.funds[b], blindness) >= 15 for a, b in combinations(main, 2))


def test_text_reads_on_every_ground(theme: Theme) -> None:
    assert contrast(theme.ink, theme.ground) >= 7
    assert contrast(theme.muted, theme.ground) >= 4.5
    assert contrast(theme.accent, theme.ground) >= 4.5
    for colour in fills(theme).values():
        assert contrast(ink_on(colour), colour) >= 4.5


def test_the_value_on_a_gauge_stands_out_from_the_ground(theme: Theme) -> None:
    assert contrast(theme.coverage[-1], theme.ground) >= 3
