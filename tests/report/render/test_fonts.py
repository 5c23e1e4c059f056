# SPDX-License-Identifier: EUPL-1.2
"""The fonts of the templates: what the PDF maker reads is what the browser gets, unpacked."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import woff2  # type: ignore[import-untyped]

from standrapport.project.places import folder_of_the_tool
from standrapport.report.render.page import PRINT_FONTS, style

TEMPLATES = folder_of_the_tool("templates")


@pytest.mark.parametrize("name", PRINT_FONTS.values())
def test_the_unpacked_font_is_the_packed_one(name: str) -> None:
    """Byte for byte: a renewed font may not be renewed in one form only."""
    packed = TEMPLATES / "fonts" / name
    unpacked = BytesIO()
    woff2.decompress(BytesIO(packed.read_bytes()), unpacked)
    assert packed.with_suffix(".ttf").read_bytes() == unpacked.getvalue()


def test_templates_without_unpacked_fonts_still_print(tmp_path: Path) -> None:
    """A project with templates of its own, of before: the packed fonts are named."""
    (tmp_path / "fonts").mkdir()
    for name in ("basis.css", "druk.css"):
        (tmp_path / name).write_text("")
    assert 'format("woff2")' in style(tmp_path, None, "druk")
    own = style(TEMPLATES, None, "druk")
    assert 'url("fonts/fira-sans-latin-400-italic.ttf") format("truetype")' in own
    assert "woff2" not in own
