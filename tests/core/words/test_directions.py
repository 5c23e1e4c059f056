# SPDX-License-Identifier: EUPL-1.2
"""Which way a stretch of text says a figure went."""

from __future__ import annotations

import pytest

from standrapport.core.words.directions import DOWN, LEVEL, UP, direction_patterns, heading


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("270 meer dan in 2023", UP),
        ("de instroom steeg", UP),
        ("het aantal nam toe", UP),
        ("is verdubbeld", UP),
        ("20 minder dan in 2020", DOWN),
        ("daalde licht", DOWN),
        ("is gehalveerd", DOWN),
        ("evenveel als in 2022", LEVEL),
        ("even hoog als toen", LEVEL),
        ("bleef gelijk", LEVEL),
        ("de dienst werkt in Den Haag", ""),
        ("meer zaken en minder vertrek", ""),
    ],
)
def test_one_way_or_none(text: str, way: str) -> None:
    """Two ways at once say nothing of one figure."""
    assert heading(text) == way


def test_every_kind_of_the_file_is_a_pattern() -> None:
    """No line of the file is left out, and none is found in a word by itself."""
    patterns = direction_patterns()
    assert len(patterns) > 10
    assert not any(pattern.search("staldeur") for _, pattern in patterns)
