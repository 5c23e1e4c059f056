# SPDX-License-Identifier: EUPL-1.2
"""The same document read twice: what was taken over is there, nothing changes and nothing clashes;
and what the check rejects waits, also in a block that gets another title.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from . import edits as e
from .conftest import Reviewed

TITLE = e.replaced("Sneller herstellen", "Sneller repareren")
SUMMARY = e.replaced("meer fietsen af dan erbij komen", "meer fietsen weg dan erbij")
EDITS: dict[str, Callable[[Any], None]] = {
    "a summary": SUMMARY,
    "a title that names the block": TITLE,
    "a title and the text below it": e.together(
        TITLE, e.replaced("gaat fietsen herstellen", "wil fietsen repareren", "De werkplaats gaat")
    ),
    "a title and a new paragraph": e.together(
        TITLE, e.added_after("De werkplaats gaat fietsen", "Zo gaan er minder fietsen verloren.")
    ),
    "two changes of one sentence": e.together(
        e.replaced("elke dag", "iedere dag"), e.replaced("Iedereen kan", "U kunt")
    ),
    "two people in one sentence": e.together(
        e.tracked_replace("elke dag", "iedere dag", "A. Eén"),
        e.tracked_replace("kapotte fiets", "stukke fiets", "B. Twee", "De werkplaats is"),
    ),
    "a sentence with a figure": e.replaced("dan een jaar eerder", "dan in het jaar ervoor"),
}


@pytest.mark.parametrize("name", EDITS)
def test_read_twice(sent: Reviewed, name: str) -> None:
    """The first time all is taken; the second time there is nothing to say."""
    sent.edit(EDITS[name])
    found = sent.review("--ja")
    assert found
    assert all(one["placed"] for one in found), found
    assert sent.code == 0
    after = sent.content()
    assert sent.review("--ja") == []
    assert (sent.code, sent.content()) == (0, after)


def test_one_of_two_taken_by_hand(sent: Reviewed) -> None:
    """What somebody typed over himself is no clash either; the other proposal is still open."""
    sent.edit(
        e.together(
            e.tracked_replace("elke dag", "iedere dag", "A. Eén"),
            e.tracked_replace("Zo blijft", "Daarmee blijft", "B. Twee"),
        )
    )
    path = sent.project / "content/2024/proef.yaml"
    path.write_text(sent.chapter.replace("elke dag", "iedere dag"), "utf-8")
    (one,) = sent.review()
    assert (one["author"], one["conflict"], one["placed"]) == ("B. Twee", False, True)


def test_what_others_changed_still_clashes(sent: Reviewed) -> None:
    """A text that became something else altogether is shown, also under another title."""
    path = sent.project / "content/2024/knelpunten.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("Er gaan meer fietsen af", "De voorraad neemt af, er gaan fietsen af")
    )
    sent.edit(SUMMARY)
    (one,) = sent.review("--ja")
    assert (one["conflict"], sent.code) == (True, 1)


@pytest.mark.parametrize("retitled", [False, True])
def test_what_the_check_rejects_waits(sent: Reviewed, retitled: bool) -> None:
    """A new paragraph with a number that is no figure: the other changes are taken, it is not."""
    bad = e.added_after("De werkplaats gaat fietsen", "Wij zoeken 25 vrijwilligers bij Campus.")
    sent.edit(e.together(TITLE, bad) if retitled else bad)
    found = sent.review("--ja")
    waits = [one for one in found if not one["placed"]]
    assert [one["kind"] for one in waits] == ["added"]
    assert "De controle zegt: " in waits[0]["question"]
    assert sent.code == 1
    text = sent.content()["2024/knelpunten.yaml"]
    assert "vrijwilligers" not in text
    assert ("Sneller repareren" in text) == retitled
    again = sent.review("--ja")
    assert [(one["kind"], one["conflict"]) for one in again] == [("added", False)]
