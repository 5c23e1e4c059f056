# SPDX-License-Identifier: EUPL-1.2
"""The pictures in the documentation are of what is built now; `make golden` renews them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from standrapport.pipeline.build import Built
from tests.conftest import ROOT

from .following import Followed
from .illustrations import FOLDER, KEPT, PICTURES, Results, differs, said_in, store

Builds = dict[int, tuple[Built, Path]]
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))


@pytest.fixture(scope="module")
def results(
    built: Builds, factsheets: Builds, guide: Followed, manuals: dict[str, Followed]
) -> Results:
    """Edition 2021, its factsheet, and what following the guide and the round gave."""
    folders = guide.shell.folder, manuals["reviewronde"].shell.folder
    return Results(built[2021][1], factsheets[2021][1], *folders)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_what_is_built_now(
    name: str, results: Results, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """Within the tolerance of letters drawn a little otherwise."""
    if pytestconfig.getoption("--golden"):
        store(name, results, tmp_path)
    assert differs(name, results, tmp_path) == ""


def test_a_picture_of_something_else_is_noticed(
    results: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison can fail: the cover is not the page with the chart."""
    monkeypatch.setitem(PICTURES, "omslag", PICTURES["bladzijde"])
    assert "points differ" in differs("omslag", results, tmp_path)


@pytest.mark.parametrize("name", ["word", "word-bijgehouden"])
def test_what_another_program_draws_is_compared_by_its_words(
    name: str, results: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """LibreOffice of another version or with other fonts: what the picture says must be there."""
    with Image.open(FOLDER / f"{name}.png") as stored:
        lines = stored.info["woorden"].splitlines()
        assert set(KEPT) <= set(stored.info)
    assert len(lines) > 15
    elsewhere = Image.new("RGB", (8, 8))
    elsewhere.info |= {"door": "een ander", "document": said_in(results.review / "nalezen.docx")}
    monkeypatch.setitem(PICTURES, name, lambda _results, _scratch: elsewhere)
    assert differs(name, results, tmp_path) == ""
    elsewhere.info["document"] = elsewhere.info["document"].replace("instroom", "uitstroom")
    assert "no longer said" in differs(name, results, tmp_path)


def test_pictures_are_small_and_all_are_used_with_words() -> None:
    """A few colours, together under 400 kB.

    Each stands in a document, with a sentence for who does not see it.
    """
    files = sorted(FOLDER.iterdir())
    assert sum(path.stat().st_size for path in files) < 400_000
    for path in files:
        with Image.open(path) as picture:
            assert picture.mode == "P", path.name
    shown = [
        found
        for path in DOCUMENTS
        for found in re.findall(r"!\[([^\]]*)\]\([^)]*?([^/)]+)\)", path.read_text("utf-8"))
    ]
    names = {path.name for path in files}
    compared = {
        name for name in names if name.endswith(("-voor.png", "-na.png"))
    }  # of two versions
    assert {name for _, name in shown} == names
    assert names - compared == {f"{name}.png" for name in PICTURES}
    assert [name for words, name in shown if len(words) < 20] == []
