# SPDX-License-Identifier: EUPL-1.2
"""The package and the templates are anyone's: no word of the trade of one organisation is in them.

Words of a trade belong in the catalogue and the texts of a project.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

# Of the service this tool was first made for, and of its nearest neighbours; parts of words.
_ANYWHERE = (
    "vreemdeling", "caseload", "terugke", "asiel", "asyl", "dublin", "laissez", "vertrek", "vertrok", "nationalit",
    "vlucht(?!ig)", "gedwongen", "uitzet", "bewaring", "marechaussee", "ketenbreed", "regievoerder", "migra", "politie",
    "poltie", "zonder.toezicht", "stand.van.de.uitvoering", "syri", "algerij", "marokka", "ministerie", "justitie",
    "return policy", "verblijfs", "uitgeproced", "vrijheidsbeper", "ongewenstverkla", "inreisverbo",
    r"instroom\.np\b",
)  # fmt: skip
_WORDS = "DT&V|DTenV|dtv|lp|kmar|kmi|iom|ind|avim|coa|hasa|vris|vbl|lvv"  # whole words
TRADE = re.compile(rf"(?i:{'|'.join(_ANYWHERE)}|(?<![^\W_])(?:{_WORDS})(?![^\W_]))")
_KINDS = {".py", ".j2", ".css", ".js"}

# What may still stand where, until when, and why. Nothing is added here without a date.
ALLOWED: dict[str, set[str]] = {
    # For good: the contract fixes the name of the files where rapport.yaml names none.
    "standrapport/core/model/edition.py": {"stand-van-de-uitvoering"},
    # For good: a dimension many services count by, in a list beside country, district and age.
    "standrapport/intake/doubts.py": {"nationalit"},
    # For good: the element of an indent in a Word document is called so.
    "standrapport/word/styles.py": {"ind"},
}


def found_in(path: Path) -> set[str]:
    """The words of a trade in a file, in lower case."""
    return {match[0].lower() for match in TRADE.finditer(path.read_text("utf-8"))}


def our_files() -> list[Path]:
    """Every file of the package and the templates that people wrote."""
    folders = (ROOT / "standrapport", ROOT / "templates")
    return [p for folder in folders for p in sorted(folder.rglob("*")) if p.suffix in _KINDS]


def test_no_word_of_one_trade() -> None:
    """In code, comments, messages, help and templates alike; what is allowed is still there."""
    files = our_files()
    assert len(files) > 180
    found = {str(p.relative_to(ROOT)): words for p in files if (words := found_in(p))}
    assert found == ALLOWED


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Vier lichten op groen voor gedwongen vertrek", "gedwongen"),
        ('or "Caseload",', "caseload"),
        ("zoals instroom.ind[-1]", "ind"),
        ("de KMar (aantal)", "kmar"),
        ("stand_van_de_uitvoering", "stand_van_de_uitvoering"),
    ],
)
def test_such_words_are_found(tmp_path: Path, text: str, word: str) -> None:
    """The places where they stood before."""
    path = tmp_path / "x.py"
    path.write_text(text)
    assert word in found_in(path)


def test_common_words_are_left_alone(tmp_path: Path) -> None:
    """Words that only look like them, and nouns every service has."""
    path = tmp_path / "x.py"
    path.write_text("instroom, uitstroom, knelpunt, vluchtig, vinden, in de index, coalition, find")
    assert found_in(path) == set()
