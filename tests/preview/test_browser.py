# SPDX-License-Identifier: EUPL-1.2
"""The preview as a writer meets it, in Chromium: saving shows, breaking tells, mending clears, and
the panel is accessible.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.web.checkers import delivery_walk, preview_walk

from .conftest import Start

LONG = "\n".join(
    f"  - soort: tekst\n    titel: Verzonnen kop {letter}\n    tekst: Verzonnen tekst die niets zegt."
    for letter in "abcdefghijklmnopqrst"
)


@pytest.fixture
def seen(serving: Start) -> dict[str, Any]:
    """The walk of tests/web/voorvertoning.mjs over a small project with some invented blocks more,
    so that there is something to scroll.
    """
    preview, folder = serving({})
    path = folder / "content/2021/cijfers.yaml"
    path.write_text(f"{path.read_text()}{LONG}\n")
    return preview_walk(preview.address, folder)


def test_a_day_of_writing(seen: dict[str, Any]) -> None:
    """One walk, since starting Chromium takes longer than all of it."""
    assert seen["errors"] == []
    assert seen["elsewhere"] == []
    assert seen["first"]["held"] is False
    assert "geen fouten" in seen["first"]["status"]
    # A number tells how it was read on focus, and a figure is found by its words.
    assert seen["read"] == {
        "words": "1.000",
        "tip": "Gelezen als Totaal, 2021, verzonnen caseload (stand): klopt",
        "shown": True,
        "gone": True,
    }
    assert "Politie in 2020: 390" in seen["found"]
    assert "{{ instroom.np[2020] }}" in seen["found"]
    # Saving shows in the page, and the reader stays where they were.
    assert seen["saved"]["milliseconds"] < 5000
    assert seen["saved"]["before"] == pytest.approx(300)
    assert seen["saved"]["after"] == pytest.approx(seen["saved"]["before"], abs=2)
    # A broken file: the last good page stays, with the message and its place.
    assert seen["broken"]["still"] is True
    assert seen["broken"]["status"].startswith("Niet bijgewerkt: 1 fout")
    assert any(
        "content/2021/cijfers.yaml:1" in words and "SR-L001" in words
        for words in seen["broken"]["panel"]
    )
    assert not any("SR-L001" in words for words in seen["mended"]["panel"])
    assert "geen fouten" in seen["mended"]["status"]
    # A wrong figure: the place in the file, and a link that brings the block into view.
    assert any(
        "figures/2021/instroom.csv:3:totaal" in words and "SR-C001" in words
        for words in seen["wrong"]["panel"]
    )
    assert seen["link"]["words"].startswith("Toon in het rapport: Cijfers")
    assert 0 <= seen["link"]["top"] < 700
    assert seen["hidden"] == {"panel": False, "expanded": "false"}
    assert seen["pdf"]["busy"].startswith("Stap 1 van 4")
    assert seen["pdf"]["words"].startswith("PDF van ")
    assert (seen["pdf"]["type"], seen["pdf"]["start"]) == ("application/pdf", "%PDF-")
    for found in seen["axe"]:
        assert found["violations"] == []
        assert found["passes"] > 15


def test_a_file_is_handed_in(serving: Start, tmp_path: Path) -> None:
    """Dropped on the report, and chosen by keyboard: the same conversation, the same file written,
    and the page shows the new figure.
    """
    preview, folder = serving({})
    file = tmp_path / "levering.csv"
    file.write_text("jaar;ind;np;totaal;Afstand;Code\n2020;610;390;1000;20;1\n\nVragen: cijfers\n")
    seen = delivery_walk(preview.address, file)
    assert seen["errors"] == []
    assert seen["elsewhere"] == []
    assert seen["address"] == f"{preview.address.partition('?')[0]}"  # the key stands there no more
    assert seen["dropped"]["title"] == "Aangeleverd: levering.csv"
    assert seen["dropped"]["focus"] == "levertitel"
    screen = seen["dropped"]["screen"]
    assert "Namen die geen kolom van instroom zijn: 'Afstand', 'Code'" in screen
    assert "Niet gebruikt uit dit bestand; klopt dat?" in screen
    assert set(seen["empty"]["problems"]) == {"Dit is nog niet beantwoord."}
    assert seen["empty"]["focus"] == "vraag-0"
    assert seen["stopped"] == {"words": "Niets geschreven.", "focus": "leverbestand"}
    assert "leeg.csv is leeg" in seen["unread"]
    assert seen["next"] == "Lees dit bestand"
    assert "Dit schrijven?" in seen["last"]
    assert "instroom.ind 2020: 600 → 610" in seen["last"]
    assert seen["written"].startswith("Geschreven: ")
    assert "standrapport check 2021" in seen["written"]
    assert b"610,390,1.000" in (folder / "figures/2021/instroom.csv").read_bytes()
    for found in seen["axe"]:
        assert found["violations"] == []
        assert found["passes"] > 15
