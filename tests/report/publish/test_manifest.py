# SPDX-License-Identifier: EUPL-1.2
"""The manifest: what it says of the texts, that it travels in the HTML, and that checking gives the
same one as building.
"""

from __future__ import annotations

import base64
import json

import pytest

from standrapport.core.model import Position, Printed, Text, WorkedOut
from standrapport.pipeline.build import build_edition
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import manifest_of
from standrapport.report.publish import manifest_in, with_manifest
from standrapport.report.publish.contents import parts
from tests.conftest import ProjectMaker

HERE = Position("verzonnen.yaml")


def test_a_text_is_typed_words_and_expressions() -> None:
    """An expression keeps its source and everything it printed, figures and chosen words alike."""
    text = Text("In {{ jaar }} kwamen {{ t.a |  verschil(-1) }}{{ t.b }}.", HERE)
    figure = Printed("10", "abs(t.a - (t.a[-1]))", 2021, None, None)
    worked = {
        text: (
            WorkedOut(3, 13, ("2021",)),
            WorkedOut(21, 46, (figure, " meer")),
            WorkedOut(46, 55, ()),
        )
    }
    assert parts(text, worked) == [
        "In ",
        {"expression": "jaar", "text": "2021"},
        " kwamen ",
        {"expression": "t.a | verschil(-1)", "text": "10 meer"},
        {"expression": "t.b", "text": ""},
        ".",
    ]


def test_a_text_without_expressions_is_given_as_typed() -> None:
    """Nothing is lost of a text that was not worked out; no text gives nothing."""
    assert parts(Text("{{ t.a }}", HERE), {}) == ["{{ t.a }}"]
    assert parts(None, {}) == []


def test_the_page_carries_its_manifest() -> None:
    """What is put into a page comes out again.

    A page without, or with a damaged one, gives None.
    """
    page = with_manifest("<html><body><p>x</p></body></html>", b'{"a": 1}')
    assert page.endswith("</script>\n</body></html>")
    assert manifest_in(page) == b'{"a": 1}'
    assert base64.b64decode(page.partition('manifest">')[2].partition("<")[0])[9] == 3, (
        "each Python packs the same bytes"
    )
    assert manifest_in("<html></html>") is None
    assert manifest_in(page.replace("H4sI", "AAAA")) is None


def test_checking_gives_the_manifest_of_building(project: ProjectMaker) -> None:
    """Only the outputs differ: a comparison of a year and of its built folder sees the same
    edition.
    """
    folder = project({})
    build_edition(folder, 2021, folder / "out", frozenset({"html"}))
    built = json.loads((folder / "out/2021/manifest.json").read_text("utf-8"))
    checked = manifest_of(check_edition(folder, 2021))
    assert checked is not None
    assert {**json.loads(checked), "outputs": built["outputs"]} == built
    in_page = manifest_in(
        (folder / "out/2021/stand-van-de-uitvoering-2021.html").read_text("utf-8")
    )
    assert in_page == checked


@pytest.mark.parametrize(
    "name", ["front", "chapters", "checks", "definitions", "sources", "revisions"]
)
def test_what_a_comparison_needs_is_there(project: ProjectMaker, name: str) -> None:
    """The parts docs/vergelijken.md names."""
    manifest = manifest_of(check_edition(project({}), 2021))
    assert manifest is not None
    assert name in json.loads(manifest)
