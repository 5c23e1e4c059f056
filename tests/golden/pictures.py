# SPDX-License-Identifier: EUPL-1.2
"""Pictures of pages, kept small, and what differs between two of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

DPI = 48
COLOURS = 16
FAINT = 48  # of 255: paler differences are edges of letters drawn a little otherwise
FEW = 100  # points of a page that may differ: half a per mille


def pages(pdf: Path, dpi: int = DPI) -> Iterator[Image.Image]:
    """Every page of a PDF as a picture."""
    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)):
        yield document[number].render(scale=dpi / 72).to_pil().convert("RGB")


def keep(picture: Image.Image, path: Path) -> None:
    """Store a picture with few colours."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def changed(stored: Image.Image, now: Image.Image) -> Image.Image:
    """White where two pictures differ, black elsewhere.

    A picture of another size differs everywhere.
    """
    if stored.size != now.size:
        return Image.new("L", now.size, 255)
    # Both are reduced to few colours, so that the reduction itself is no difference.
    few = now.quantize(COLOURS, dither=Image.Dither.NONE).convert("RGB")
    channels = (
        ImageChops.difference(stored.convert("RGB"), few).filter(ImageFilter.BoxBlur(1)).split()
    )
    strongest = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    return strongest.point(lambda value: 255 if value > FAINT else 0)


def points(mask: Image.Image) -> int:
    """How many points of a page differ."""
    return mask.histogram()[255]


def show(stored: Image.Image, now: Image.Image, mask: Image.Image, path: Path) -> None:
    """Write the stored page, the page as it is, and the page with the differences in red, side by
    side.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    width, height = now.size
    sheet = Image.new("RGB", (3 * width + 20, height), "#888888")
    sheet.paste(stored.convert("RGB"), (0, 0))
    sheet.paste(now, (width + 10, 0))
    marked = Image.blend(
        now.convert("L").convert("RGB"), Image.new("RGB", now.size, "#ffffff"), 0.6
    )
    marked.paste(Image.new("RGB", now.size, "#d00000"), mask=mask)
    sheet.paste(marked, (2 * width + 20, 0))
    sheet.save(path)
