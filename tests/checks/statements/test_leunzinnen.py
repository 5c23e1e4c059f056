# SPDX-License-Identifier: EUPL-1.2
"""Which sentences lean on the year they were written for (`leunzinnen.txt`)."""

from __future__ import annotations

from pathlib import Path

from standrapport.checks.statements import leaning
from standrapport.core.model import Chapter, Edition, Position, Tekst, Text

WRITTEN = Path(__file__).with_name("leunzinnen.txt")


def sentences_of() -> list[tuple[str, str]]:
    """Per sentence whether it leans ('+' or '-', after a 't' for a title)."""
    lines = WRITTEN.read_text("utf-8").splitlines()
    return [(mark, said) for mark, said in (s.split("\t") for s in lines if s[0] != "#")]


def leans(mark: str, said: str) -> bool:
    """Whether a sentence of 2024 is on the list of the edition of 2025."""
    here = Position("verzonnen", 1, 1)
    text = Text(said, here)
    title = mark.startswith("t")
    block = Tekst(
        id="b", title=text if title else None, text=Text("Woorden.", here) if title else text
    )
    chapters = (Chapter("h", Text("Kop", here), (block,), here),)
    edition = Edition(2025, Text("Kop", here), "", "", "", "concept", None, chapters, here)
    return bool(leaning(edition, 2024))


def missed() -> list[str]:
    """The sentences that are listed needlessly, or not listed."""
    return [
        f"{mark} {said}" for mark, said in sentences_of() if leans(mark, said) != mark.endswith("+")
    ]


# What is still listed needlessly: by its form alone a wish is no other than 'Minder klachten over
# wachten', and to go back is the same word for people and for amounts.
NEEDLESS = {
    "t- Minder regels maken",
    "t- Meer luisteren naar leners",
    "- Zij kunnen uit zichzelf zijn teruggegaan naar hun land.",
}


def test_what_leans_is_listed_and_nothing_else() -> None:
    """'Alleen', 'als enige', 'nog nooit', the third year in a row; no wish, term or rhythm."""
    assert len(sentences_of()) > 70
    assert set(missed()) == NEEDLESS
