# SPDX-License-Identifier: EUPL-1.2
"""Colours of charts: contrast by WCAG 2.2, and apart for readers who see colours differently."""

from __future__ import annotations

import math
import re
from itertools import combinations

import pytest

from standrapport.report.charts.svg import INK, PALETTE, QUIET, contrast
from tests.conftest import ROOT

# Machado, Oliveira and Fernandes (2009), severity 1.
SIGHT = {
    "alle kegels": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopie": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopie": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopie": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
SHEET = (
    (ROOT / "templates" / "scherm.css")
    .read_text("utf-8")
    .partition("prefers-color-scheme: dark")[2]
    .partition("\n}")[0]
)
DARK_PAPER = re.findall(r"--sr-color-paper: (#\w{6})", SHEET)[0]
DARK_FILLS = tuple(
    re.findall(rf"\.r{number}\b[^}}]*fill: (#\w{{6}})", SHEET)[0] for number in range(1, 7)
)
DARK_INSIDE = re.findall(r"\.in \{ fill: (#\w{6})", SHEET)[0]


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    """A colour in CIE Lab as someone with this sight sees it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True))))
        for row in SIGHT[sight]
    )
    axes = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (axis ** (1 / 3) if axis > 0.008856 else 7.787 * axis + 16 / 116 for axis in axes)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("sight", SIGHT)
def test_series_stay_apart(sight: str) -> None:
    """Every pair of series colours differs clearly (CIE76 of 18 or more), whatever the sight."""
    pairs = combinations(PALETTE.fills, 2)
    assert {(a, b) for a, b in pairs if math.dist(seen(a, sight), seen(b, sight)) < 18} == set()


def test_contrast_on_paper() -> None:
    """Areas have 3:1 and texts 4.5:1 against white, and what is written inside a bar 4.5:1 against
    the bar.
    """
    assert all(contrast(fill, "#ffffff") >= 3 for fill in PALETTE.fills)
    assert all(contrast(text, "#ffffff") >= 4.5 for text in (*PALETTE.texts, INK, QUIET))
    assert all(
        contrast(PALETTE.inside(index), fill) >= 4.5 for index, fill in enumerate(PALETTE.fills)
    )


def test_contrast_in_the_dark() -> None:
    """The style sheet's dark colours hold for areas, texts and what is written inside a bar."""
    assert len(set(DARK_FILLS)) == len(PALETTE.fills)
    assert all(contrast(fill, DARK_PAPER) >= 4.5 for fill in DARK_FILLS)
    assert all(contrast(DARK_INSIDE, fill) >= 4.5 for fill in DARK_FILLS)


def test_contrast_is_that_of_wcag() -> None:
    """The two known ends of the scale."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
