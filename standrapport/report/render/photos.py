# SPDX-License-Identifier: EUPL-1.2
"""Pictures in the page itself, which so asks nothing of anyone: photos and drawings of the staff,
made small and without what a camera wrote into them; the logo of the theme, the code on paper that
leads to the page, and the picture others show with a link to it.
"""

from __future__ import annotations

import base64
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from markupsafe import Markup

from ...core.frozen import dataclass
from ...core.model import Beeld, PictureFile
from .ink import Ink
from .kinds import Spot, View

_WIDEST = 1400  # points: two for each of a screen, three hundred to the inch on paper
_QUALITY = 80
_NONE = Markup("")


@dataclass(frozen=True, slots=True)
class PictureView(View):
    """A picture as a data address ('' when the file cannot be read), what is seen on it, and what
    stands below. `height` is that of a decorative picture, in percents of its width.
    """

    source: str
    alt: str
    decorative: bool
    height: str
    caption: Markup
    maker: Markup


def picture_view(block: Beeld, ink: Ink, _spot: Spot) -> PictureView:
    """A picture from the folder of the edition."""
    return picture_shown(block, ink, ink.line(block.title), ink.line(block.caption))


def picture_shown(
    one: PictureFile, ink: Ink, heading: Markup = _NONE, caption: Markup = _NONE
) -> PictureView:
    """A picture, by itself or beside words."""
    source, height = "", "0"
    path = picture_path(ink.report.project, one)
    if path is not None and path.is_file():
        changed = path.stat()
        source, height = _embedded(path, changed.st_mtime_ns, changed.st_size)
    return PictureView(
        heading,
        source,
        ink.words(one.described),
        one.decorative,
        height,
        caption,
        ink.line(one.maker),
    )


def picture_path(project: Path | None, one: PictureFile) -> Path | None:
    """Where the file of a picture must stand; None for a name that leads out of the folder."""
    if project is None or Path(one.file).name != one.file:
        return None
    return project / Path(one.position.file).parent / "beeld" / one.file


@lru_cache(maxsize=32)
def _embedded(path: Path, _changed: int, _size: int) -> tuple[str, str]:
    """A picture as a data address and its height in percents of its width.

    Turned as the camera held it, at most so many points wide, and drawn anew: whatever else the
    file told (place, camera, name) is gone.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(path) as opened:
            drawn = ImageOps.exif_transpose(opened)
            photo = opened.format == "JPEG"
            drawn = drawn.convert("RGB" if photo or "A" not in drawn.getbands() else "RGBA")
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
        return "", "0"
    drawn.thumbnail((_WIDEST, 2 * _WIDEST))
    clean = Image.new(drawn.mode, drawn.size)
    clean.paste(drawn)
    made = BytesIO()
    if photo:
        clean.save(made, "JPEG", quality=_QUALITY, optimize=True)
    else:
        clean.save(made, "PNG", optimize=True)
    kind = "jpeg" if photo else "png"
    height = f"{100 * clean.height / clean.width:.2f}"
    return f"data:image/{kind};base64,{base64.b64encode(made.getvalue()).decode()}", height


__all__ = ["PictureView", "picture_path", "picture_shown", "picture_view"]


# In order of preference: a drawing stays sharp on paper.
_LOGOS = {"logo.svg": "image/svg+xml", "logo.png": "image/png", "logo.jpg": "image/jpeg"}
SHARE_PICTURE = "deelbeeld.png"
_SHARE_SIZE = (1200, 630)  # points, as the pages that show it cut it (ogp.me)
_SHOWN = 0.55  # of the height of the cover


def logo_of(theme: Path | None) -> str:
    """The logo of a theme as a data address; '' when it has none."""
    for name, kind in _LOGOS.items():
        if theme is not None and (theme / name).is_file():
            content = base64.b64encode((theme / name).read_bytes()).decode()
            return f"data:{kind};base64,{content}"
    return ""


def qr_code(address: str) -> Markup:
    """A drawing that a phone reads as this address (ISO/IEC 18004, fifteen percent may be damaged);
    '' without an address. It is dark on white in any theme: readers of codes need that.
    """
    if not address:
        return Markup("")
    import segno

    drawn = segno.make(address, error="m", micro=False).svg_inline(
        border=4,
        light="#fff",
        title=f"QR-code naar {address}",
        svgclass="qr",
        lineclass=None,
        omitsize=True,
    )
    return Markup(drawn)  # noqa: S704 - drawn by segno, which escapes the title


def share_picture(pdf: bytes) -> bytes:
    """The upper half of the cover, logo and title, as a PNG of 1200 by 630 points: what is left of
    the width has the colour of the cover's corner.
    """
    import pypdfium2
    from PIL import Image

    with pypdfium2.PdfDocument(pdf) as document:
        _, height = document[0].get_size()
        scale = _SHARE_SIZE[1] / (height * _SHOWN)
        cover = document[0].render(scale=scale).to_pil().convert("RGB")
    shown = Image.new("RGB", _SHARE_SIZE, cover.getpixel((0, 0)))
    shown.paste(cover, ((_SHARE_SIZE[0] - cover.width) // 2, 0))
    written = BytesIO()
    shown.quantize(128, method=Image.Quantize.MEDIANCUT).save(written, "PNG", optimize=True)
    return written.getvalue()
