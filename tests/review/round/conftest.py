# SPDX-License-Identifier: EUPL-1.2
"""A project whose texts have everything a reader may want to change, and documents made of it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner

from standrapport.cli import main
from standrapport.pipeline.check import check_edition
from standrapport.word.write import word_document
from tests.conftest import ROOT

CHAPTER = """\
titel: Proef van teksten
blokken:
  - soort: tekst
    titel: Opmaak van de tekst
    id: opmaak
    # Deze opmerking blijft staan.
    tekst: |
      Wij herstellen **oude fietsen** en lenen ze *daarna* weer uit. De werkplaats
      werkt samen met [de fietsersbond](https://fietsersbond.example/) in de stad.

      In {{ jaar }} leenden wij {{ uitleen.totaal }} keer een fiets uit. Dat is
      {{ uitleen.totaal | verschil(-1) }} dan een jaar eerder. De vraag groeit door.

      #### Wat wij doen

      - fietsen **ophalen** bij de bewoners;
      - fietsen nakijken in de werkplaats;
      - fietsen weer uitlenen aan leners.

      De werkplaats is elke dag open. Iedereen kan er terecht met een kapotte fiets.

      Zo blijft de stad in beweging.
  - soort: kader
    titel: Waar u ons vindt
    id: vindplaats
    status: redactie
    tekst: De loketten staan bij het station en in het centrum van de stad.
  - soort: citaat
    id: citaat
    tekst: "Een fiets is er om te lenen: dat zeggen wij altijd."
    bij: Een medewerker van het loket
  - soort: tabel
    titel: Uitgeleende fietsen per jaar
    id: tabel
    cijfers: [uitleen.station, uitleen.centrum, uitleen.totaal]
    jaren: [-1, 0]
    noot: De tellingen zijn van de loketten zelf.
  - soort: partner
    titel: Scholen
    id: scholen
    rol: Geven les in het herstellen van fietsen.
    partijen:
      - {naam: Vakschool Noord, rol: leidt op}
      - {naam: Vakschool Zuid, rol: geeft cursussen}
  - soort: tekst
    titel: Vooruitblik
    id: vooruitblik
    tekst: >-
      Volgend jaar komt er een loket in de haven. De plannen daarvoor zijn klaar.
"""
YEAR = 2024


@dataclass
class Reviewed:
    """A project, a document of it, and what review says."""

    project: Path
    path: Path

    @property
    def document(self) -> Any:
        """The document, opened by python-docx."""
        return docx.Document(str(self.path))

    def edit(self, change: Callable[[Any], None]) -> None:
        """Change the document as its reader would, and save it."""
        document = self.document
        change(document)
        document.save(str(self.path))

    def review(self, *options: str) -> list[dict[str, Any]]:
        """What the command says, as JSON; the exit code is kept in `code`."""
        import json

        result = CliRunner().invoke(
            main,
            [
                "review",
                str(self.path),
                "--project",
                str(self.project),
                "--format",
                "json",
                *options,
            ],
        )
        self.code = result.exit_code
        assert result.exit_code in (0, 1), result.output + result.stderr
        found: list[dict[str, Any]] = json.loads(result.stdout)
        return found

    def content(self) -> dict[str, str]:
        """Every file of content/ by its name."""
        folder = self.project / "content"
        return {
            path.relative_to(folder).as_posix(): path.read_text("utf-8")
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    @property
    def chapter(self) -> str:
        """The text of the chapter with everything in it."""
        return (self.project / f"content/{YEAR}/proef.yaml").read_text("utf-8")


def libre_office(folder: Path, form: str, to: Path, paths: Sequence[Path]) -> None:
    """Documents opened by LibreOffice and saved in a form; `folder` is for its own files."""
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profiel",
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            str(to),
            *map(str, paths),
        ],
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """The project, and the document of it as it is sent."""
    return proof_project(tmp_path_factory.mktemp("nalezen"))


def proof_project(folder: Path) -> tuple[Path, bytes]:
    """The project made in a folder, and the document of it."""
    project = folder / "project"
    shutil.copytree(ROOT / "examples/leenfietsen", project, ignore=shutil.ignore_patterns("out"))
    report = project / f"content/{YEAR}/rapport.yaml"
    report.write_text(
        report.read_text("utf-8").replace("[voorwoord, cijfers,", "[voorwoord, proef, cijfers,"),
        "utf-8",
    )
    (project / f"content/{YEAR}/proef.yaml").write_text(CHAPTER, "utf-8")
    checked = check_edition(project, YEAR)
    errors = [one for one in checked.findings if one.severity.word == "fout"]
    assert errors == []
    return project, word_document(checked).content


@pytest.fixture
def sent(written: tuple[Path, bytes], tmp_path: Path) -> Reviewed:
    """A copy of the project with a document that was sent."""
    project = tmp_path / "project"
    shutil.copytree(written[0], project)
    path = tmp_path / "nalezen.docx"
    path.write_bytes(written[1])
    return Reviewed(project, path)


@pytest.fixture(scope="session")
def opened(written: tuple[Path, bytes]) -> Any:
    """The document as it is sent, opened by python-docx."""
    return docx.Document(BytesIO(written[1]))
