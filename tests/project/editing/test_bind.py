# SPDX-License-Identifier: EUPL-1.2
"""Typed numbers turned into references: only where it is sure, and nothing else in the file
changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from standrapport.cli import main
from standrapport.pipeline.check import check_edition
from standrapport.project.editing.bind import bind, write

ProjectMaker = Callable[[Mapping[str, str | bytes | None]], Path]

CHAPTER = """\
# Een opmerking blijft staan.
titel:   "Cijfers: 700 via de IND"      # en deze ook
blokken:
  - {soort: tekst, titel: Instroom 1000, tekst: 'Er kwamen 700 mensen via ''de IND''.'}
  - soort: tekst
    tekst: |
      In 2021 waren het er 1.000, in 2020 nog 990. Via de IND 70 procent.

      Acht keer 700 is te veel.
    getallen: [{getal: acht keer, reden: verzonnen}]
"""
BOUND = """\
# Een opmerking blijft staan.
titel:   "Cijfers: {{ instroom.ind }} via de IND"      # en deze ook
blokken:
  - {soort: tekst, titel: 'Instroom {{ instroom.totaal }}', tekst: 'Er kwamen {{ instroom.ind }} mensen via ''de IND''.'}
  - soort: tekst
    tekst: |
      In 2021 waren het er {{ instroom.totaal }}, in 2020 nog {{ instroom.totaal[2020] }}. Via de IND {{ instroom.aandeel_ind | procent(0) }}.

      Acht keer {{ instroom.ind }} is te veel.
    getallen: [{getal: acht keer, reden: verzonnen}]
"""


def test_only_the_numbers_change(project: ProjectMaker) -> None:
    """Comments, quotes, layout and order stay; readers keep seeing the same."""
    folder = project({"content/2021/cijfers.yaml": CHAPTER})
    before = check_edition(folder, 2021)
    bound = bind(before)
    assert len(bound.bindings) == 7
    write(folder, bound)
    assert (folder / "content/2021/cijfers.yaml").read_text("utf-8") == BOUND
    after = check_edition(folder, 2021)
    assert [number.text for number in after.numbers] == [
        number.text.replace("1000", "1.000") for number in before.numbers
    ]
    assert bind(after).bindings == ()


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_and_mark_are_kept(project: ProjectMaker, end: str) -> None:
    """A file from Windows stays a file from Windows."""
    text = CHAPTER.replace("\n", end)
    folder = project({"content/2021/cijfers.yaml": b"\xef\xbb\xbf" + text.encode()})
    write(folder, bind(check_edition(folder, 2021)))
    assert (folder / "content/2021/cijfers.yaml").read_bytes() == b"\xef\xbb\xbf" + BOUND.replace(
        "\n", end
    ).encode()


def test_a_number_that_could_be_several_is_left(project: ProjectMaker) -> None:
    """Two figures with the same value: nobody can tell which."""
    csv = "jaar,ind,np,totaal\n2020,300,390,690\n2021,700,300,1.000\n"
    folder = project(
        {
            "content/2021/cijfers.yaml": "titel: C\nblokken:\n  - {soort: tekst, tekst: Het waren er 300.}\n",
            "figures/2021/instroom.csv": csv,
        }
    )
    assert bind(check_edition(folder, 2021)).bindings == ()


def test_the_command_asks_first(project: ProjectMaker) -> None:
    """No answer writes nothing; 'j' writes; again has nothing to do."""
    folder = project({"content/2021/cijfers.yaml": CHAPTER})
    command = ["bind", "2021", "--project", str(folder)]
    shown = CliRunner().invoke(main, command, input="n\n")
    assert (shown.exit_code, (folder / "content/2021/cijfers.yaml").read_text()) == (0, CHAPTER)
    assert "content/2021/cijfers.yaml:7:28: 1.000 → {{ instroom.totaal }}" in shown.output
    assert CliRunner().invoke(main, command, input="j\n").exit_code == 0
    assert (folder / "content/2021/cijfers.yaml").read_text() == BOUND
    assert "niets te binden" in CliRunner().invoke(main, [*command, "--ja"]).output
