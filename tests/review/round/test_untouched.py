# SPDX-License-Identifier: EUPL-1.2
"""A document nobody changed: read back as it was written, as LibreOffice saves it, and by way of
another kind of document, as an office on the web does. No byte of content/ changes.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from standrapport.cli import main
from standrapport.word.base import NAMESPACE
from tests.conftest import ROOT, YEARS

from .conftest import libre_office

EXAMPLES = {
    "fietslessen": 2022,
    "kamervragen": 2025,
    "leenfietsen": 2024,
    "uitkeringen": 2024,
}
EDITIONS = {
    **{f"stand-{year}": (ROOT, year) for year in YEARS},
    **{name: (ROOT / "examples" / name, year) for name, year in EXAMPLES.items()},
}
ROADS = ("as written", "saved by LibreOffice", "by way of .odt")


@pytest.fixture(scope="module")
def roads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every edition as .docx by each of the three roads, in a folder per road."""
    folder = tmp_path_factory.mktemp("wegen")
    plain, libre, odt, web = (folder / name for name in (*ROADS[:2], "odt", ROADS[2]))
    for name, (project, year) in EDITIONS.items():
        words = ["word", str(year), "--project", str(project), "--out", str(plain / f"{name}.docx")]
        plain.mkdir(exist_ok=True)
        assert CliRunner().invoke(main, words).exit_code == 0
    libre_office(folder, "docx:MS Word 2007 XML", libre, sorted(plain.glob("*.docx")))
    libre_office(folder, "odt", odt, sorted(plain.glob("*.docx")))
    libre_office(folder, "docx:MS Word 2007 XML", web, sorted(odt.glob("*.odt")))
    return folder


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize("name", EDITIONS)
def test_nothing_changes(name: str, road: str, roads: Path, tmp_path: Path) -> None:
    """No proposal, exit code 0, and every file of content/ is what it was, to the byte."""
    project, year = EDITIONS[name]
    for folder in ("content", "figures", "templates", "thema"):
        if (project / folder).is_dir():
            shutil.copytree(project / folder, tmp_path / folder)
    before = _bytes(tmp_path)
    assert before
    path = roads / road / f"{name}.docx"
    options = ["--project", str(tmp_path), "--jaar", str(year), "--yes", "--format", "json"]
    result = CliRunner().invoke(main, ["review", str(path), *options])
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert _bytes(tmp_path) == before


def test_the_roads_differ(roads: Path) -> None:
    """LibreOffice keeps the part with the source, the way over .odt drops it: both were tried."""
    name = "leenfietsen.docx"
    kept = {road: NAMESPACE.encode() in _all_parts(roads / road / name) for road in ROADS}
    assert kept == {ROADS[0]: True, ROADS[1]: True, ROADS[2]: False}


def _bytes(project: Path) -> dict[str, bytes]:
    folder = project / "content"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _all_parts(path: Path) -> bytes:
    with zipfile.ZipFile(path) as package:
        return b"".join(
            package.read(name) for name in package.namelist() if name.startswith("customXml/")
        )
