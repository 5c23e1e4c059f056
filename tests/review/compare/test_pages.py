# SPDX-License-Identifier: EUPL-1.2
"""Pages as they look: matched by their words, changed places marked, also when a page
is inserted.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from standrapport.cli import main
from standrapport.pipeline.build import build_edition
from standrapport.review.compare.pages import align, compare_pages
from tests.conftest import ProjectMaker
from tests.web.checkers import axe


def words(*texts: str) -> list[dict[str, int]]:
    """Pages by their words."""
    from collections import Counter

    return [Counter(text.split()) for text in texts]


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Invented documents of a few pages: the original, one with another word, one with a page in
    between.
    """
    import weasyprint

    folder = tmp_path_factory.mktemp("pdf")
    one, two, three = (
        f"<section><h1>Deel {name}</h1><p>{name} {text}</p></section>" for name, text in _PARTS
    )
    documents = {
        "oud": one + two + three,
        "woord": one + two.replace("haven", "wolken") + three,
        "ertussen": one
        + "<section><h1>Nieuw</h1><p>Iets heel anders dat er niet was.</p></section>"
        + two
        + three,
    }
    for name, body in documents.items():
        page = f'<html lang="nl"><title>V</title><style>section{{break-after:page}}</style>{body}</html>'
        (folder / f"{name}.pdf").write_bytes(weasyprint.HTML(string=page).write_pdf())
    return {name: folder / f"{name}.pdf" for name in documents}


_PARTS = (
    ("een", "gaat over schepen in de haven van een verzonnen land"),
    ("twee", "vertelt van bergen boven een haven waar niemand woont"),
    ("drie", "somt rivieren op met hun lengte en hun brede mondingen"),
)


def test_a_changed_word_is_marked_on_its_page_only(pdfs: dict[str, Path]) -> None:
    """One page differs, in one place around the word."""
    (change,) = compare_pages(pdfs["oud"], pdfs["woord"])
    assert (change.kind, change.old_number, change.new_number) == ("changed", 2, 2)
    ((left, top, right, bottom),) = change.marks
    assert 0 < left < right < 1
    assert 0 < top < bottom < 0.3
    for picture in (change.old_picture, change.new_picture):
        image = Image.open(io.BytesIO(picture)).convert("RGB")
        box = (
            round(left * image.width) - 6,
            round(top * image.height),
            round(left * image.width) + 2,
            round(bottom * image.height),
        )
        bands = [band.tobytes() for band in image.crop(box).split()]
        assert any(red > 150 > green + blue for red, green, blue in zip(*bands, strict=True))


def test_an_inserted_page_does_not_make_the_others_different(pdfs: dict[str, Path]) -> None:
    """The page in between came; the pages after it are matched and look the same.

    The other way round it went.
    """
    (came,) = compare_pages(pdfs["oud"], pdfs["ertussen"])
    assert (came.kind, came.old_number, came.new_number) == ("added", None, 2)
    (went,) = compare_pages(pdfs["ertussen"], pdfs["oud"])
    assert (went.kind, went.old_number, went.new_number) == ("removed", 2, None)


def test_the_same_file_gives_nothing(pdfs: dict[str, Path]) -> None:
    """Equal bytes, no pages."""
    assert compare_pages(pdfs["oud"], pdfs["oud"]) == ()


def test_pages_are_matched_by_their_words_in_order() -> None:
    """Two pages that came are None on the left.

    A page without a counterpart stands by itself on each side.
    """
    pairs = align(words("a b", "c d"), words("x y", "a b", "z", "c d"))  # type: ignore[arg-type]
    assert pairs == [(None, 0), (0, 1), (None, 2), (1, 3)]
    assert align(words("a b"), words("c d")) == [(0, None), (None, 0)]  # type: ignore[arg-type]


def test_pictures_in_a_folder_and_in_an_accessible_page(
    project: ProjectMaker, tmp_path: Path
) -> None:
    """An edition that was not built is built for its pages in a temporary place.

    The page with pictures passes axe.
    """
    folder = project({})
    assert build_edition(folder, 2021, folder / "eerder").written
    project(
        {"figures/2021/instroom.csv": "jaar,ind,np,totaal\n2020,600,390,990\n2021,710,290,1.000\n"}
    )
    pictures = tmp_path / "beelden"
    arguments = [
        "diff",
        str(folder / "eerder/2021"),
        "2021",
        "--project",
        str(folder),
        "--pages",
        str(pictures),
        "--format",
        "html",
    ]
    result = CliRunner().invoke(main, arguments, prog_name="standrapport")
    assert result.exit_code == 0, result.output
    names = sorted(path.name for path in pictures.iterdir())
    assert {name.rpartition("-")[2] for name in names} == {"oud.jpg", "nieuw.jpg"}
    assert all((pictures / name).stat().st_size > 1000 for name in names)
    page = tmp_path / "verschil.html"
    page.write_text(result.stdout, "utf-8")
    assert result.stdout.count("<img ") == len(names)
    for found in axe(page, "360,1280", "light"):
        assert (found["violations"], found["incomplete"], found["asked"], found["overflow"]) == (
            [],
            [],
            [],
            0,
        )
    assert not (folder / "out").exists()
