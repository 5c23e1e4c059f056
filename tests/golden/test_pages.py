# SPDX-License-Identifier: EUPL-1.2
"""The pages of both editions and their factsheets look as they did when last looked at.

`make golden` renews the pictures.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from standrapport.pipeline.build import Built
from tests.conftest import ROOT, YEARS

from .pictures import DPI, FEW, changed, keep, pages, points, show

STORED = Path(__file__).parent / "pages"
SHOWN = ROOT / "out" / "verschil"
Builds = dict[int, tuple[Built, Path]]


def differences(pdf: Path, folder: Path) -> list[str]:
    """What differs between a PDF and its stored pages, each with the picture that shows it."""
    now = list(pages(pdf))
    stored = sorted(folder.glob("*.png"))
    found = (
        []
        if len(now) == len(stored)
        else [f"{pdf.name} has {len(now)} pages, {len(stored)} are stored"]
    )
    for number, (path, page) in enumerate(zip(stored, now, strict=False), 1):
        with Image.open(path) as before:
            mask = changed(before, page)
            if points(mask) > FEW:
                picture = SHOWN / f"{folder.name}-{number:02}.png"
                show(before, page, mask, picture)
                found.append(
                    f"{pdf.name} page {number}: {points(mask)} points differ, see {picture.relative_to(ROOT)}"
                )
    return found


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("product", ["stand-van-de-uitvoering", "factsheet"])
def test_pages_look_the_same(
    built: Builds, factsheets: Builds, year: int, product: str, request: pytest.FixtureRequest
) -> None:
    """Every page, within the tolerance of letters drawn a little otherwise."""
    pdf = (factsheets if product == "factsheet" else built)[year][1] / f"{product}-{year}.pdf"
    folder = STORED / f"{product}-{year}"
    if request.config.getoption("--golden"):
        for old in folder.glob("*.png"):
            old.unlink()
        for number, page in enumerate(pages(pdf), 1):
            keep(page, folder / f"{number:02}.png")
    assert differences(pdf, folder) == []


def test_the_stored_pictures_are_small() -> None:
    """All of them together stay under 1,5 MB."""
    sizes = [path.stat().st_size for path in STORED.rglob("*.png")]
    assert len(sizes) > 40
    assert sum(sizes) < 1_500_000


@pytest.fixture
def page(tmp_path: Path) -> Image.Image:
    """A page of invented lines with a box, as stored and read again."""
    picture = Image.new("RGB", (round(8.27 * DPI), round(11.69 * DPI)), "#ffffff")
    pen = ImageDraw.Draw(picture)
    for line in range(40, 500, 12):
        pen.line((40, line, 350, line), fill="#1b2733", width=2)
    pen.rectangle((60, 100, 180, 160), fill="#f2f5f7", outline="#0b4f7d", width=2)
    keep(picture, tmp_path / "page.png")
    return Image.open(tmp_path / "page.png").convert("RGB")


def test_a_moved_box_is_noticed(page: Image.Image, tmp_path: Path) -> None:
    """A box three points lower differs, and the picture of the difference marks it in red, and only
    there.
    """
    moved = page.copy()
    moved.paste(page.crop((55, 95, 186, 166)), (55, 98))
    mask = changed(page, moved)
    assert points(mask) > FEW
    left, top, right, bottom = mask.getbbox() or (0, 0, 0, 0)
    assert left > 50
    assert top > 90
    assert right < 192
    assert bottom < 175
    show(page, moved, mask, tmp_path / "verschil" / "x.png")
    sheet = Image.open(tmp_path / "verschil" / "x.png").convert("RGB")
    assert sheet.width > 3 * page.width
    assert (0xD0, 0, 0) in {colour for _, colour in sheet.getcolors(1 << 24) or []}


def test_letters_drawn_a_little_otherwise_are_not(page: Image.Image) -> None:
    """A shift of a tenth of a point all over the page is no difference."""
    shifted = page.transform(
        page.size,
        Image.Transform.AFFINE,
        (1, 0, 0.1, 0, 1, 0.1),
        resample=Image.Resampling.BILINEAR,
    )
    assert points(changed(page, shifted)) <= FEW


def test_another_number_of_pages_is_noticed(factsheets: Builds, tmp_path: Path) -> None:
    """A page that was not there before is named."""
    pdf = factsheets[2021][1] / "factsheet-2021.pdf"
    keep(next(pages(pdf)), tmp_path / "factsheet-2021" / "01.png")
    assert differences(pdf, tmp_path / "factsheet-2021") == [
        "factsheet-2021.pdf has 2 pages, 1 are stored"
    ]
