# SPDX-License-Identifier: EUPL-1.2
"""`--format md` and `--format html` of the commands that tell of figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from standrapport.cli import main
from tests.conftest import ProjectMaker

IMPORT = (
    "import",
    "{file}",
    "--tabel",
    "instroom",
    "--peildatum",
    "2021-12-31",
    "--bron",
    "verzonnen",
)
DELIVERED = "Jaar;IND;Politie;Totaal\n2020;600;390;990\n2021;710;300;1.010\n"


def told(folder: Path, *arguments: str) -> str:
    """What a command says on stdout, when all is well."""
    result = CliRunner().invoke(main, [*arguments, "--project", str(folder)], input="n\n")
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("trace", "2021", "instroom.ind"),
            ("Verzonnen bron", "695 tot en met 705", "instroom-som"),
        ),
        (("trend", "instroom.ind"), ("Instroom: IND", "600", "+100", "Verzonnen bron")),
        (IMPORT, ("instroom.ind", "700", "710", "+1,4")),
    ],
)
def test_what_is_told_is_told_in_every_form(
    project: ProjectMaker, tmp_path: Path, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """The same words in text, Markdown and on a page that asks nothing of anywhere."""
    folder = project({})
    file = tmp_path / "geleverd.csv"
    file.write_text(DELIVERED, "utf-8")
    asked = [one.format(file=file) for one in arguments]
    before = (folder / "figures/2021/instroom.csv").read_bytes()
    for form in ("text", "md", "html"):
        said = told(folder, *asked, "--format", form).replace("\\", "")
        missing = [word for word in words if word not in said]
        assert missing == [], (form, missing)
        assert (form == "html") == said.startswith("<!DOCTYPE html>")
        assert (form == "md") == said.startswith("### ")
        assert "src=" not in said
    assert (folder / "figures/2021/instroom.csv").read_bytes() == before
