# SPDX-License-Identifier: EUPL-1.2
"""The pictures in the documentation, each made from something built: pages of PDF files, windows of
a browser, and pages of a Word document as LibreOffice shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

from tests.conftest import ROOT
from tests.golden.pictures import changed, keep, pages, points
from tests.review.round.conftest import libre_office
from tests.web.checkers import screenshot

FOLDER = ROOT / "docs/beeld"
DPI = 80
MAY_DIFFER = 0.0005  # of all points of a picture, as in tests/golden


@dataclass(frozen=True)
class Results:
    """What the pictures show: the folder of the built edition, of its factsheet, where the guide
    was followed, and where the round of reviewing was.
    """

    edition: Path
    factsheet: Path
    guide: Path
    review: Path


Maker = Callable[[Results, Path], Image.Image]


def page(pdf: Callable[[Results], Path], words: str) -> Maker:
    """The first page of a PDF that has these words (empty: the first page)."""

    def make(results: Results, _scratch: Path) -> Image.Image:
        return _page(pdf(results), words)

    return make


def _page(path: Path, words: str) -> Image.Image:
    document = pypdfium2.PdfDocument(path)
    number = next(
        n
        for n in range(len(document))
        if words in " ".join(document[n].get_textpage().get_text_range().split())
    )
    return list(pages(path, DPI))[number]


def in_word(words: str, bottom: float) -> Maker:
    """The page of the document of the round that has these words, down to a share of it."""

    def make(results: Results, scratch: Path) -> Image.Image:
        libre_office(scratch, "pdf", scratch / "word", [results.review / "nalezen.docx"])
        shown = _page(scratch / "word/nalezen.pdf", words)
        return shown.crop((0, 0, shown.width, round(bottom * shown.height)))

    return make


def window(html: Callable[[Results], Path], width: int, height: int, top: str = "0") -> Maker:
    """What a window of a browser shows of a page, from a place down."""

    def make(results: Results, scratch: Path) -> Image.Image:
        screenshot(html(results), scratch / "venster.png", width=width, height=height, top=top)
        return Image.open(scratch / "venster.png").convert("RGB")

    return make


PICTURES: Mapping[str, Maker] = {
    "omslag": page(lambda r: r.edition / "stand-van-de-uitvoering-2021.pdf", ""),
    "bladzijde": page(
        lambda r: r.edition / "stand-van-de-uitvoering-2021.pdf", "Cijfers bij: Instroom"
    ),
    "factsheet": page(lambda r: r.factsheet / "factsheet-2021.pdf", ""),
    "telefoon": window(
        lambda r: r.edition / "stand-van-de-uitvoering-2021.html", 360, 640, "#h-cijfers"
    ),
    "verantwoording": window(
        lambda r: r.edition / "stand-van-de-uitvoering-2021.html",
        900,
        640,
        "#bijlage-verantwoording",
    ),
    "concept": page(
        lambda r: r.guide / "versie1/2025/jaarverslag-2025.pdf",
        "Cijfers bij: Uitgeleende fietsen naar loket",
    ),
    "bevindingen": window(
        lambda r: r.guide / "probeersel/2025/jaarverslag-2025.html",
        900,
        560,
        "#bijlage-meldingen",
    ),
    "word": in_word("Instroom licht gedaald", 1),
    "word-bijgehouden": in_word("U leest alleen wat er", 0.75),
    "verschil": window(lambda r: r.guide / "verschil.html", 900, 800, "#cijfers"),
}


def store(name: str, results: Results, scratch: Path) -> None:
    """Make a picture and keep it in docs/beeld."""
    keep(PICTURES[name](results, scratch), FOLDER / f"{name}.png")


def differs(name: str, results: Results, scratch: Path) -> str:
    """What is otherwise in a stored picture than it would be now; empty when nothing is."""
    now = PICTURES[name](results, scratch)
    with Image.open(FOLDER / f"{name}.png") as stored:
        found = points(changed(stored, now))
    return (
        f"{name}.png: {found} points differ" if found > MAY_DIFFER * now.width * now.height else ""
    )
