# SPDX-License-Identifier: EUPL-1.2
"""What tells who a report is of and where it stands on the web: the logo of the theme, the code on
paper that leads to the page, and the picture others show with a link to it.
"""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path

from markupsafe import Markup

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
