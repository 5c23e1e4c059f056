# SPDX-License-Identifier: EUPL-1.2
"""The pictures in the documentation, each made from something built: pages of PDF files, windows of
a browser, and pages of a Word document as LibreOffice shows it.
"""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, PngImagePlugin

from tests.conftest import ROOT
from tests.golden.pictures import changed, keep, pages, points
from tests.review.round.conftest import libre_office
from tests.web.checkers import screenshot

FOLDER = ROOT / "docs/beeld"
DPI = 80
MAY_DIFFER = 0.0005  # of all points of a picture, as in tests/golden
KEPT = ("door", "woorden")  # of a picture another program drew: by what, and the lines on it


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
    return list(pages(path, DPI))[_number(path, words)]


def _number(path: Path, words: str) -> int:
    document = pypdfium2.PdfDocument(path)
    return next(
        n
        for n in range(len(document))
        if words in " ".join(document[n].get_textpage().get_text_range().split())
    )


def in_word(words: str, bottom: float) -> Maker:
    """The page of the document of the round that has these words, down to a share of it.

    Every version of LibreOffice breaks lines its own way, with the fonts it finds: the picture
    says what drew it, and which lines of the document are on it.
    """

    def make(results: Results, scratch: Path) -> Image.Image:
        document = results.review / "nalezen.docx"
        libre_office(scratch, "pdf", scratch / "word", [document])
        drawn = scratch / "word/nalezen.pdf"
        shown = _page(drawn, words)
        shown = shown.crop((0, 0, shown.width, round(bottom * shown.height)))
        fonts = sorted(set(re.findall(rb"/BaseFont/[A-Z]+\+([A-Za-z-]+)", drawn.read_bytes())))
        producer = pypdfium2.PdfDocument(drawn).get_metadata_dict()["Producer"]
        shown.info["door"] = ", ".join([producer, *(font.decode() for font in fonts)])
        shown.info["document"] = said_in(document)
        shown.info["woorden"] = "\n".join(
            line
            for line in _lines(drawn, words, bottom)
            if squeezed(line) in shown.info["document"]  # page and list numbers are not
        )
        return shown

    return make


def _lines(path: Path, words: str, bottom: float) -> list[str]:
    """The lines of the page that has these words, down to a share of it."""
    page = pypdfium2.PdfDocument(path)[_number(path, words)]
    text = page.get_textpage().get_text_bounded(bottom=(1 - bottom) * page.get_height())
    return [line.strip() for line in text.splitlines() if line.strip()]


def said_in(document: Path) -> str:
    """All words of a Word document, its notes and its running heads, without spaces."""
    with zipfile.ZipFile(document) as parts:
        texts = [
            parts.read(name).decode("utf-8")
            for name in sorted(parts.namelist())
            if re.fullmatch(r"word/(document|footnotes|header\d*|footer\d*)\.xml", name)
        ]
    said = re.findall(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<", "".join(texts))
    return squeezed(html.unescape("".join(said)))


def squeezed(text: str) -> str:
    """A text without spaces and soft hyphens."""
    return re.sub(r"[\s\u00ad\ufffe\u0002]+", "", text)


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
    """Make a picture and keep it in docs/beeld, with what is KEPT of it."""
    picture = PICTURES[name](results, scratch)
    said = PngImagePlugin.PngInfo()
    for key in KEPT:
        if key in picture.info:
            said.add_itxt(key, picture.info[key])
    picture.info["pnginfo"] = said
    keep(picture, FOLDER / f"{name}.png")


def differs(name: str, results: Results, scratch: Path) -> str:
    """What is otherwise in a stored picture than it would be now; empty when nothing is.

    A picture that another program drew here is not compared by its points: every line on the
    stored one must still be in the document.
    """
    now = PICTURES[name](results, scratch)
    with Image.open(FOLDER / f"{name}.png") as stored:
        if now.info.get("door") != stored.info.get("door"):
            lines = stored.info.get("woorden", "no words were stored").splitlines()
            gone = [line for line in lines if squeezed(line) not in now.info.get("document", "")]
            return f"{name}.png: no longer said: {gone}" if gone else ""
        found = points(changed(stored, now))
    return (
        f"{name}.png: {found} points differ" if found > MAY_DIFFER * now.width * now.height else ""
    )
