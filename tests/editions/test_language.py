# SPDX-License-Identifier: EUPL-1.2
"""How the texts of the editions read: short sentences, one word for one thing, no two numbers that
touch.
"""

from __future__ import annotations

import re

import pytest

from standrapport.core.model import plain
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked
from standrapport.review.trace.coverage import _blocks, _sentences
from tests.conftest import ROOT

EDITIONS = [(".", 2021), (".", 2024), (".", 2025), ("examples/kamervragen", 2025)]
LONGEST = 28  # words
AVERAGE = 12
# Another word for the same thing, or a word that no plain text needs.
AVOIDED = re.compile(
    r"\b(lichten op groen|verblijfplaats|andere bronnen van instroom|opgeslagen mensen|middels|teneinde"
    r"|derhalve|aangaande|inzake|omtrent)\b",
    re.IGNORECASE,
)
# '2024 9.870', '5.130 5.870': whoever reads aloud hears one number.
TOUCHING = re.compile(r"(?<!Postbus )\b\d[\d.]* \d[\d.]*(?! CD)\b")


@pytest.fixture(scope="module", params=EDITIONS, ids=lambda one: f"{one[0]}-{one[1]}")
def checked(request: pytest.FixtureRequest) -> Checked:
    """An edition, checked."""
    folder, year = request.param
    return check_edition(ROOT / folder, year)


def _lengths(checked: Checked) -> list[tuple[int, str]]:
    """The words of every sentence, a figure counted as one."""
    return [
        (len(re.sub(r"\{\{.*?\}\}", "9", words).split()), f"{text.place(start)}: {words}")
        for block in _blocks(checked)
        for words, text, start, _ in _sentences(block, checked)
    ]


def test_sentences_are_short(checked: Checked) -> None:
    """Plain Dutch: no sentence too long to read in one go, and short ones on average."""
    lengths = _lengths(checked)
    assert len(lengths) > 30
    assert [where for length, where in lengths if length > LONGEST] == []
    assert sum(length for length, _ in lengths) / len(lengths) <= AVERAGE


def test_no_two_numbers_touch(checked: Checked) -> None:
    """As printed, figures filled in."""
    found = []
    for text, parts in checked.texts.items():
        words = " ".join(plain(parts).split())
        found += [f"{text.position}: {match[0]}" for match in TOUCHING.finditer(words)]
    assert found == []


def test_one_word_for_one_thing(checked: Checked) -> None:
    """The service has the name of its year; no word of officials; no second word for the same."""
    words = " ".join(plain(parts) for parts in checked.texts.values())
    assert AVOIDED.findall(words) == []
    assert ("DT&V" in words, "DTenV" in words) == ((checked.year == 2021), (checked.year != 2021))


def test_what_we_do_not_have_is_not_called_unpublished() -> None:
    """That we found no source says nothing about whether a figure was published."""
    folders = ("content", "templates", "standrapport", "examples", "figures")
    files = [
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".yaml", ".py", ".html", ".csv", ".md"}
    ]
    assert len(files) > 400
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in files
        for match in re.finditer(
            r"\b(?:niet|on)\s?gepubliceerd", path.read_text("utf-8"), re.IGNORECASE
        )
    ]
    assert found == []
