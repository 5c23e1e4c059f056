# SPDX-License-Identifier: EUPL-1.2
"""Who a report is of and where it stands: logo, code on paper, picture for a shared link."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from standrapport.pipeline.build import build_edition
from standrapport.report.render.photos import qr_code
from tests.conftest import ROOT

ADDRESS = "https://uitkeringen.example/jaarverslag/2024/jaarverslag-2024.html"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, which has an address and a logo, as it is built."""
    folder = tmp_path_factory.mktemp("voorbeeld")
    shutil.copytree(ROOT / "examples/uitkeringen", folder / "project")
    built = build_edition(folder / "project", 2024, folder / "uit", concept=True)
    assert not [one for one in built.findings if one.code in ("SR-R001", "SR-R021", "SR-R030")]
    return folder / "uit/2024"


def test_the_page_says_where_it_stands(out: Path) -> None:
    """Its own address, and the picture beside it; a logo with its text."""
    page = (out / "jaarverslag-2024.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{ADDRESS}">' in page
    assert f'<meta property="og:url" content="{ADDRESS}">' in page
    picture = ADDRESS.replace("jaarverslag-2024.html", "deelbeeld.png")
    assert f'<meta property="og:image" content="{picture}">' in page
    assert 'alt="Logo van Dienst Uitkeringen Veldermark"' in page
    assert 'src="data:image/svg+xml;base64,' in page


def test_the_picture_shows_the_cover(out: Path) -> None:
    """In the size other sites ask for, with more on it than one colour, and small."""
    content = (out / "deelbeeld.png").read_bytes()
    picture = Image.open(BytesIO(content)).convert("RGB")
    assert picture.size == (1200, 630)
    assert len(picture.getcolors(1200 * 630) or []) > 8
    assert len(content) < 100_000


def test_the_code_on_paper_leads_to_the_page(out: Path) -> None:
    """The address stands beside it, and links."""
    document = pypdfium2.PdfDocument(out / "jaarverslag-2024.pdf")
    words = "".join(page.get_textpage().get_text_range() for page in document)
    assert ADDRESS in "".join(words.split())


def test_a_code_is_the_same_every_time_and_names_its_address() -> None:
    """A drawing with a text alternative; nothing without an address."""
    assert qr_code("") == ""
    drawn = qr_code('https://a.example/?b=1&c="2"')
    assert drawn == qr_code('https://a.example/?b=1&c="2"')
    assert "<title>QR-code naar https://a.example/?b=1&amp;c=" in drawn
