# SPDX-License-Identifier: EUPL-1.2
"""What the script adds to the page: a filter in the annex, and a link to copy per figure.

The page is complete without.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from standrapport.pipeline.build import Built
from tests.web.checkers import additions

from .conftest import page

Builds = dict[int, tuple[Built, Path]]
WORD = "zelfstandig"


@pytest.fixture(scope="module")
def seen(built: Builds) -> dict[str, Any]:
    """The annex of an edition in Chromium, filtered by a word."""
    return additions(page(built[2021][1], "html"), WORD)


def test_without_script_every_figure_stands_there(seen: dict[str, Any]) -> None:
    """The annex is whole, and there is no field or button that does nothing."""
    assert seen["without"] == {"terms": len(seen["all"]), "added": 0}
    assert seen["errors"] == []


def test_the_filter_shows_the_figures_with_the_word(seen: dict[str, Any]) -> None:
    """Only figures that name the word stay, a heading goes with its last figure, and the count is
    told.
    """
    assert 0 < len(seen["found"]) < len(seen["all"])
    assert all(WORD in row["words"].lower() for row in seen["found"])
    assert {row["id"] for row in seen["all"] if WORD in row["words"].lower()} == {
        row["id"] for row in seen["found"]
    }
    assert seen["headings"] is True
    assert seen["told"] == f"{len(seen['found'])} van {len(seen['all'])} cijfers"
    assert seen["violations"] == []


def test_a_link_to_a_figure_is_copied(seen: dict[str, Any]) -> None:
    """The clipboard holds the address of the first figure shown."""
    assert seen["copied"] == {
        "text": f"{seen['address']}#{seen['found'][0]['id']}",
        "button": "Gekopieerd",
    }


def test_following_a_link_to_a_hidden_figure_shows_it(seen: dict[str, Any]) -> None:
    """The filter gives way."""
    assert len(seen["after"]) == len(seen["all"])


def test_a_number_opens_its_card(seen: dict[str, Any]) -> None:
    """By click and by Enter: its value, its years and where it comes from; Escape closes it."""
    assert seen["byClick"]["open"]
    assert seen["shown"] in seen["byClick"]["words"]
    assert "Bron:" in seen["byClick"]["words"] or "Berekening:" in seen["byClick"]["words"]
    assert seen["byClick"]["violations"] == []
    assert seen["closed"]
    assert seen["byEnter"]


def test_a_number_is_cited(seen: dict[str, Any]) -> None:
    """Who says it, what it is, its value, and a link to its account."""
    assert seen["cited"].startswith("DT&V, Stand van de uitvoering 2021: ")
    assert f": {seen['shown']}. " in seen["cited"]
    assert "#v-" in seen["cited"]


def test_the_field_at_the_top_finds_a_number(seen: dict[str, Any]) -> None:
    """In texts and in the account, each a link that leads somewhere."""
    assert any(one.startswith("b-") for one in seen["hits"])
    assert any(one.startswith("v-") for one in seen["hits"])
    assert seen["lands"]


def test_a_table_and_a_picture_are_taken_along(seen: dict[str, Any]) -> None:
    """Columns apart, numbers without dots between thousands; the picture is a file of its own."""
    rows = [line.split("\t") for line in seen["table"].split("\n")]
    assert len({len(row) for row in rows}) == 1
    assert all(value.replace(",", "").isdigit() for value in rows[1][1:])
    assert seen["picture"].startswith("<svg")


def test_a_chart_stands_on_another_page(seen: dict[str, Any]) -> None:
    """The code to embed draws the whole chart with its title and source, and fetches nothing."""
    embedded = seen["embedded"]
    assert embedded["start"] == "<iframe "
    assert embedded["title"]
    assert "Bron: " in embedded["words"]
    assert embedded["fetched"] == []
    assert embedded["fits"]


def test_an_abbreviation_is_explained_by_keyboard(seen: dict[str, Any]) -> None:
    """On focus its meaning stands below it; Escape puts that away."""
    found = seen["abbreviation"]
    assert found["meaning"]
    assert found["shown"].strip('"') == found["meaning"]
    assert found["after"] == "none"


def test_a_number_in_english_opens_an_english_window(seen: dict[str, Any]) -> None:
    """The window speaks English; the account, which is in Dutch, is marked so."""
    found = seen["english"]
    assert (found["lang"], found["account"]) == ("en", "nl")
    assert found["buttons"] == ["Copy as citation", "Copy link", "Close"]
    assert found["violations"] == []
