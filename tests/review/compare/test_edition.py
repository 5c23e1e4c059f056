# SPDX-License-Identifier: EUPL-1.2
"""The promise of `diff`: one figure, one word, one moved block and one dropped table in edition
2021, and nothing else, in all formats.
"""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from standrapport.cli import main
from standrapport.pipeline.build import build_edition
from standrapport.review.compare import Difference, compare
from tests.conftest import ROOT
from tests.web.checkers import axe, nu

from .conftest import snapshot_of

TABLE = "Uitstroom zonder vertrek naar reden"
SUMMARY = "1 cijfer, 3 afgeleide cijfers, 1 alinea, 1 tabel vervallen, 1 blok verplaatst"


@pytest.fixture(scope="session")
def difference(changed_project: Path) -> Difference:
    """Edition 2021 against its changed copy."""
    return compare(snapshot_of(ROOT), snapshot_of(changed_project))


@pytest.fixture(scope="session")
def folders(changed_project: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Both editions built as HTML."""
    out = tmp_path_factory.mktemp("gebouwd")
    for name, project in (("oud", ROOT), ("nieuw", changed_project)):
        assert build_edition(project, 2021, out / name, frozenset({"html"}), concept=True).written
    return str(out / "oud/2021"), str(out / "nieuw/2021")


def run(*arguments: str) -> str:
    """The output of `diff`."""
    result = CliRunner().invoke(main, ["diff", *arguments], prog_name="standrapport")
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_figure_and_what_it_moves(difference: Difference) -> None:
    """One corrected cell with its size, the three computed figures it moves, and where each is
    printed.
    """
    cell, *computed = difference.figures
    assert (cell.id.ref, cell.id.year, cell.kinds, cell.nature) == (
        "lp.vastgesteld",
        2021,
        ("value",),
        "gecorrigeerd",
    )
    assert cell.old is not None
    assert cell.new is not None
    assert (
        cell.old.printed,
        cell.new.printed,
        str(cell.change.difference),
        str(cell.change.percent),
    ) == (
        "760",
        "860",
        "100",
        "13.2",
    )
    assert {use.block for use in cell.new_uses} >= {
        "tekst-vervangende-reisdocumenten",
        "grafiek-aanvragen-en-uitkomsten-2019-tot-en-met-2021",
    }
    assert [change.id.ref for change in computed] == [
        "lp.beantwoord",
        "lp.aandeel_vastgesteld",
        "lp.vastgesteld_van_ingediend",
    ]
    assert all(change.nature == "berekend" and change.inputs == (cell.id,) for change in computed)


def test_the_word_and_no_number_in_the_text(difference: Difference) -> None:
    """One word of one paragraph.

    The sentences in which only the number moved are not text changes.
    """
    (text,) = difference.texts
    assert (text.new_block, text.field, text.paragraphs) == (
        "tekst-inspectie-justitie-en-veiligheid",
        "tekst",
        1,
    )
    assert [
        (p.old.strip(), p.new.strip()) for p in text.pieces if p.kind in ("removed", "added")
    ] == [
        ("zorgvuldig", ""),
        ("", "nauwkeurig"),
    ]


def test_the_moved_block_and_the_dropped_table(difference: Difference) -> None:
    """Exactly one table went and one block moved; its neighbour did not."""
    assert [(c.kind, c.what, c.name) for c in difference.structure] == [
        ("removed", "tabel", TABLE),
        ("moved", "tekst", "Schengenevaluatie"),
    ]


def test_nothing_else(difference: Difference) -> None:
    """No check, source, definition or page is named."""
    assert (difference.checks, difference.sources, difference.pages) == ((), (), ())


def test_json(folders: tuple[str, str]) -> None:
    """JSON holds the same changes, of built folders."""
    found = json.loads(run(*folders, "--format", "json"))
    assert found["summary"] == {
        "words": SUMMARY,
        "differs": True,
        "figures": 4,
        "text": 1,
        "checks": 0,
        "structure": 2,
        "sources": 0,
    }
    assert [figure["ref"] for figure in found["figures"]] == [
        "lp.vastgesteld",
        "lp.beantwoord",
        "lp.aandeel_vastgesteld",
        "lp.vastgesteld_van_ingediend",
    ]
    assert found["figures"][0]["old"]["value"] == 760
    assert [(s["kind"], s["name"]) for s in found["structure"]] == [
        ("removed", TABLE),
        ("moved", "Schengenevaluatie"),
    ]


def test_text(folders: tuple[str, str]) -> None:
    """On a terminal: the summary, then a line per change and no other."""
    lines = run(*folders).splitlines()
    assert lines[2] == f"Verschil: {SUMMARY}."
    heads = [line for line in lines[3:] if line and not line.startswith(" ")]
    assert heads == ["Cijfers", "Tekst", "Opbouw"]
    changes = [line for line in lines if re.match(r"  \S", line)]
    assert len(changes) == 7
    assert any("[-zorgvuldig-]{+nauwkeurig+}, veilig" in line for line in lines)


def test_markdown(folders: tuple[str, str]) -> None:
    """Markdown: a table row per figure, the words marked, a line per block."""
    found = run(*folders, "--format", "md")
    assert found.startswith(
        "**Verschil: 1 cijfer, 3 afgeleide cijfers, 1 alinea, 1 tabel vervallen, 1 blok verplaatst**"
    )
    assert "<del>zorgvuldig</del><ins>nauwkeurig</ins>, veilig" in found
    assert [line.partition(" (")[2] for line in found.splitlines() if line.startswith("### ")] == [
        "4)",
        "1)",
        "2)",
    ]


def test_html_has_old_and_new_side_by_side(folders: tuple[str, str]) -> None:
    """The page holds each change once, the old word on the left and the new one on the right."""
    found = run(*folders, "--format", "html")
    words = unescape(re.sub(r"<[^>]+>", "", found.partition("<main")[2]))
    assert f"{SUMMARY}." in words
    assert found.count("<del>") == found.count("<ins>") == 1
    assert found.index("zorgvuldig") < found.index("nauwkeurig")
    assert words.count(TABLE) == 1
    assert "http" not in re.sub(r"url\(\"data:[^\"]*\"\)", "", found)


def test_html_is_accessible_and_valid(folders: tuple[str, str], tmp_path: Path) -> None:
    """Axe finds nothing at 360 and 1280 px, light and dark.

    Nothing slides sideways or is asked of the outside; the HTML is valid.
    """
    page = tmp_path / "verschil.html"
    page.write_text(run(*folders, "--format", "html"), "utf-8")
    for result in axe(page):
        assert (
            result["violations"],
            result["incomplete"],
            result["asked"],
            result["overflow"],
        ) == ([], [], [], 0)
        assert result["passes"] > 15
    assert nu(page) == []


def test_only_names_the_asked_sections(folders: tuple[str, str]) -> None:
    """`--only` leaves the other sections out of the result."""
    found = json.loads(run(*folders, "--format", "json", "--only", "text,checks"))
    assert "figures" not in found
    assert found["summary"]["words"] == "1 alinea"


def test_an_edition_alone_in_its_html_or_manifest(folders: tuple[str, str], tmp_path: Path) -> None:
    """The HTML by itself, the manifest and the folder give the same snapshot."""
    page = tmp_path / "los.html"
    page.write_bytes((Path(folders[0]) / "stand-van-de-uitvoering-2021.html").read_bytes())
    for other in (folders[0], f"{folders[0]}/manifest.json"):
        assert "geen verschillen" in run(str(page), other)
    assert f"Verschil: {SUMMARY}." in run(str(page), folders[1])


def test_the_documentation_names_every_key(folders: tuple[str, str]) -> None:
    """docs/vergelijken.md shows each key of the JSON."""
    document = (ROOT / "docs/vergelijken.md").read_text("utf-8")

    def named(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {key for part in value.values() for key in named(part)}
        return {key for part in value for key in named(part)} if isinstance(value, list) else set()

    found = named(json.loads(run(*folders, "--format", "json")))
    assert len(found) > 40
    assert {key for key in found if f'"{key}"' not in document} == set()
