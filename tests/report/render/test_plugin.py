# SPDX-License-Identifier: EUPL-1.2
"""A kind of block from a plugin: the package in docs/block-kinds.md, installed in a folder of its
own.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, ProjectMaker

CHAPTER = """\
titel: Cijfers
blokken:
  - soort: mijlpaal
    titel: Honderd
    dag: 2021-06-01
    tekst: Op deze dag kwam nummer honderd van {{ instroom.totaal }}.
    getallen: [{getal: honderd, reden: verzonnen}]
"""


def install(folder: Path, entry: str = "mijlpaal = mijlpalen:MIJLPAAL") -> None:
    """The package as the document has it, with what pip would write about its entry points."""
    blocks = dict(
        re.findall(
            r"^```(python|jinja)\n(.*?)^```",
            (ROOT / "docs/block-kinds.md").read_text("utf-8"),
            re.DOTALL | re.MULTILINE,
        )
    )
    for name, content in {
        "mijlpalen/__init__.py": blocks["python"],
        "mijlpalen/mijlpaal.html.j2": blocks["jinja"],
        "mijlpalen-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: mijlpalen\nVersion: 1\n",
        "mijlpalen-1.dist-info/entry_points.txt": f"[standrapport.blokken]\n{entry}\n",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A Python program that finds the plugin."""
    environment = {**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}
    return subprocess.run(
        [sys.executable, "-m", *words],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_plugin_of_the_document_works(project: ProjectMaker, tmp_path: Path) -> None:
    """Its block is read, checked, printed with its figure, and described to editors."""
    plugin = tmp_path / "plugin"
    install(plugin)
    folder = project({"content/2021/cijfers.yaml": CHAPTER})
    result = run(
        plugin, "standrapport", "build", "2021", "--project", str(folder), "--format", "html",
        "--out", str(folder / "out"),
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    page = (folder / "out/2021/stand-van-de-uitvoering-2021.html").read_text("utf-8")
    block = re.search(r'<div class="blok mijlpaal".*?</div>', page, re.DOTALL)
    assert block
    assert re.sub(r"<[^>]+>|\s+", " ", block[0]).split() == (
        [
            "Honderd",
            "1",
            "juni",
            "2021",
            "Op",
            "deze",
            "dag",
            "kwam",
            "nummer",
            "honderd",
            "van",
            "1.000",
            ".",
        ]
    )
    assert run(plugin, "standrapport.project.reading", str(tmp_path / "schemas")).returncode == 0
    schema = json.loads((tmp_path / "schemas/hoofdstuk.schema.json").read_text("utf-8"))
    own = schema["properties"]["blokken"]["items"]["allOf"][-1]["then"]["properties"]
    assert own["dag"]["description"] == "De dag waarop het bereikt was."


def test_a_wrong_key_names_those_of_the_plugin(project: ProjectMaker, tmp_path: Path) -> None:
    """The declaration of the plugin serves the messages too."""
    install(tmp_path / "plugin")
    folder = project({"content/2021/cijfers.yaml": CHAPTER.replace("dag:", "dga:")})
    result = run(tmp_path / "plugin", "standrapport", "check", "2021", "--project", str(folder))
    assert "SR-L002: De sleutel 'dga' bestaat niet in een blok mijlpaal. Bedoelt u 'dag'?" in (
        result.stderr
    )


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ("x = mijlpalen:NIETS", "NIETS"),
        ("x = nergens:MIJLPAAL", "nergens"),
        ("x = mijlpalen:Path", "block"),
        ("mijlpaal = mijlpalen:MIJLPAAL\ny = mijlpalen:MIJLPAAL", "de soort 'mijlpaal' bestaat al"),
    ],
)
def test_a_plugin_that_cannot_be_used_is_told(
    project: ProjectMaker, tmp_path: Path, entry: str, why: str
) -> None:
    """A warning with the reason; the report is made without it."""
    install(tmp_path / "plugin", entry)
    folder = project({})
    result = run(tmp_path / "plugin", "standrapport", "check", "2021", "--project", str(folder))
    told = [line for line in result.stderr.splitlines() if "SR-L032" in line]
    assert len(told) == 1
    assert why in told[0]
    assert result.returncode == 0


def test_a_plugin_without_its_template_is_told(project: ProjectMaker, tmp_path: Path) -> None:
    """The template must stand in the folder the plugin names."""
    install(tmp_path / "plugin")
    (tmp_path / "plugin/mijlpalen/mijlpaal.html.j2").unlink()
    result = run(
        tmp_path / "plugin", "standrapport", "check", "2021", "--project", str(project({}))
    )
    assert "het sjabloon mijlpaal.html.j2 staat niet in de map van de plugin" in result.stderr
