# SPDX-License-Identifier: EUPL-1.2
"""What the program itself writes in YAML is read back as it was meant, by any reader."""

from __future__ import annotations

import pytest
from ruamel.yaml import YAML

from standrapport.project.editing.yaml_edits import scalar_text

TEXTS = (
    *("2025", "1.5", "1_000", "0x1F", "2021-01-01", "12:30:45", ".inf"),  # numbers and dates
    *("yes", "no", "on", "true", "null", "~", ""),
    *(
        "a: b",
        "a #b",
        "#a",
        "- a",
        "? a",
        "!a",
        "*a",
        "&a",
        "%a",
        "@a",
        "x, y",
        "{x}",
        "' a",
        " a ",
    ),
)


@pytest.mark.parametrize("flow", [True, False])
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_stays_the_text_it_is(text: str, flow: bool) -> None:
    """In quotes where another reader would take it for a number, a date or a sign of YAML."""
    written = scalar_text(text, flow=flow)
    mapping = f"{{k: {written}}}" if flow else f"k: {written}"
    assert YAML(typ="safe").load(mapping) == {"k": text}


@pytest.mark.parametrize("text", ["tekst", "Stand van de uitvoering 2021", "ja"])
def test_a_plain_text_has_no_quotes(text: str) -> None:
    """As a person would write it."""
    assert scalar_text(text) == text
