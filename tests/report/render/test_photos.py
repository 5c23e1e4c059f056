# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the staff: in the page itself, small, without what a camera wrote, with words."""

from __future__ import annotations

import base64
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from standrapport.core.model import Finding
from standrapport.pipeline.build import build_edition
from standrapport.pipeline.check import check_edition
from standrapport.word.write import word_document
from tests.conftest import ProjectMaker

PLACE = 0x8825  # where the photo was taken


def _project(project: ProjectMaker, keys: str, kind: str = "beeld") -> Path:
    """A project with a large photo that tells where it was taken, and a block that shows it."""
    folder = project(
        {"content/2021/cijfers.yaml": f"titel: C\nblokken:\n  - {{soort: {kind}, {keys}}}\n"}
    )
    (folder / "content/2021/beeld").mkdir()
    photo = Image.effect_noise((3000, 1500), 60).convert("RGB")
    told = photo.getexif()
    told[0x010F] = "Verzonnen camera"
    told[PLACE] = {1: "N", 2: (52.0, 5.0, 0.0)}
    photo.save(folder / "content/2021/beeld/foto.jpg", exif=told)
    (folder / "content/2021/beeld/brief.png").write_text("geen beeld", "utf-8")
    (folder / "content/2021/los.jpg").write_text("in de verkeerde map", "utf-8")
    return folder


def _found(folder: Path) -> list[Finding]:
    return [f for f in check_edition(folder, 2021).findings if f.code == "SR-L087"]


def _page(folder: Path, formats: frozenset[str] = frozenset({"html"})) -> str:
    built = build_edition(folder, 2021, folder / "out", formats, concept=True)
    assert [f for f in built.findings if f.code.startswith("SR-R")] == []
    return next(path for path in built.written if path.suffix == ".html").read_text("utf-8")


def test_a_photo_stands_in_the_page_and_the_pdf(project: ProjectMaker) -> None:
    """As an address that holds it: smaller, and without place or camera."""
    keys = "bestand: foto.jpg, alt: Een balie., bijschrift: Onze balie., maker: A. Maker"
    folder = _project(project, keys)
    assert (folder / "content/2021/beeld/foto.jpg").stat().st_size > 500_000
    page = _page(folder, frozenset({"html", "pdf"}))
    shown = re.search(
        r'<img class="beeld" src="data:image/jpeg;base64,([^"]+)" alt="Een balie.">', page
    )
    assert shown
    assert "Onze balie." in page
    assert "Beeld: A. Maker" in page
    with Image.open(BytesIO(base64.b64decode(shown[1]))) as picture:
        assert picture.width == 1400
        assert picture.height == 700
        assert dict(picture.getexif()) == {}
    pdf = next((folder / "out/2021").glob("*.pdf")).read_bytes()
    assert b"Verzonnen camera" not in pdf


def test_a_portrait_stands_beside_the_words(project: ProjectMaker) -> None:
    """In the page, on paper, and in Word, where it is the picture of the page itself."""
    portrait = "portret: {bestand: foto.jpg, alt: De directeur., maker: A. Maker}"
    folder = _project(project, f"tekst: Welkom., {portrait}", "tekst")
    assert _found(folder) == []
    page = _page(folder, frozenset({"html", "pdf"}))
    shown = re.search(
        r'class="portret"><figure>\s*<img class="beeld" src="data:image/jpeg;base64,([^"]+)" '
        r'alt="De directeur.">\s*<p class="bron">Beeld: A. Maker</p>\s*</figure>',
        page,
    )
    assert shown
    word = word_document(check_edition(folder, 2021)).content
    with zipfile.ZipFile(BytesIO(word)) as package:
        text = package.read("word/document.xml").decode()
        pictures = [package.read(n) for n in package.namelist() if "/media/" in n]
    assert base64.b64decode(shown[1]) in pictures
    assert 'descr="De directeur."' in text


def test_a_portrait_is_checked_like_any_picture(project: ProjectMaker) -> None:
    """Words are compulsory, and a file that is not there is told at its place."""
    folder = _project(project, "tekst: Welkom., portret: {bestand: weg.jpg}", "tekst")
    assert "SR-L003" in [f.code for f in check_edition(folder, 2021).findings]
    (finding,) = _found(folder)
    assert finding.position
    assert (
        finding.position.column == len("  - {soort: tekst, tekst: Welkom., portret: {bestand: ") + 1
    )


def test_a_decorative_picture_says_nothing(project: ProjectMaker) -> None:
    """No alternative text, no picture for a screen reader, and the PDF still conforms."""
    page = _page(_project(project, "bestand: foto.jpg, alt: sierend"))
    assert "<img" not in page
    assert '<div class="sierbeeld" style="background-image:url(data:image/jpeg' in page
    assert ";padding-top:50.00%" in page  # as high as it is in the file


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("bestand: fotto.jpg, alt: x", "staat niet in content/2021/beeld/. Bedoelt u foto.jpg?"),
        ("bestand: ../cijfers.yaml, alt: x", "staat niet in content/2021/beeld/."),
        ("bestand: 'https://voorbeeld.nl/a.jpg', alt: x", "komt van het web"),
        ("bestand: brief.png, alt: x", "is geen JPEG of PNG"),
        ("bestand: Foto.JPG, alt: x", "Er staat wel foto.jpg; schrijf de naam precies zo."),
        ("bestand: foto.png, alt: x", "Er staat wel foto.jpg; schrijf de naam precies zo."),
        ("bestand: los.jpg, alt: x", "Het staat wel in content/2021/; zet het in content/2021/be"),
        ("bestand: foto.jpg, alt: foto", "Schrijf onder 'alt' wat er op 'foto.jpg' te zien is"),
        ("bestand: foto.jpg, alt: Foto.jpg", "Schrijf onder 'alt' wat er op 'foto.jpg'"),
        ("bestand: foto.jpg, alt: IMG_2034", "Schrijf onder 'alt' wat er op 'foto.jpg' te zien is"),
    ],
)
def test_what_cannot_be_is_told_with_its_place(
    project: ProjectMaker, keys: str, words: str
) -> None:
    """One Dutch sentence, at the line of the block; a draft is made all the same."""
    folder = _project(project, keys)
    (finding,) = _found(folder)
    assert words in finding.message
    assert finding.position
    assert finding.position.line == 3
    built = build_edition(folder, 2021, folder / "out", frozenset({"html"}), concept=True)
    assert built.written


@pytest.mark.parametrize(("year", "wrong"), [(2021, False), (2020, True)])
def test_what_is_said_of_a_picture_is_read(project: ProjectMaker, year: int, wrong: bool) -> None:
    """A figure in the words for who does not see it is bound like any other, and worked out."""
    said = f"Een balie; in {year} stroomden 1.000 mensen in."
    folder = _project(project, f'bestand: foto.jpg, alt: "{said}"')
    codes = [f.code for f in check_edition(folder, 2021).findings if f.code.startswith("SR-N01")]
    assert bool(codes) is wrong, codes


def test_a_figure_in_the_words_of_a_picture(project: ProjectMaker) -> None:
    """Worked out as in any text."""
    bound = _project(project, 'bestand: foto.jpg, alt: "Een balie, {{ instroom.totaal }} mensen."')
    assert 'alt="Een balie, 1.000 mensen."' in _page(bound)
