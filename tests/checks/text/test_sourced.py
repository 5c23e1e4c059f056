# SPDX-License-Identifier: EUPL-1.2
"""Sources of texts (`volgens:`): read in each form, checked, shown on the page, kept in the
manifest, and sentences without one listed.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from standrapport.core.words import attribution_words, attributions_of
from standrapport.pipeline.build import build_edition
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked
from standrapport.review.trace import sourced, sourced_lines
from tests.cli.test_commands import run
from tests.conftest import ROOT

CATALOGUE = """\
bronnen:
  plan: {titel: 'Jaarplan, deel twee (concept)', adres: 'https://plan.example/'}
  krant: {titel: Dagblad, via_pers: ja}
tabellen:
  fietsen:
    titel: Fietsen
    eenheid: fietsen
    bron: krant
    definitie: Verzonnen.
    kolommen: {eind: {titel: Stand}}
"""
REPORT = """\
titel: Verslag
organisatie: Dienst
datum: 2025-03-01
peildatum: 2024-12-31
status: concept
hoofdstukken: [een]
"""
TEXT = """\
titel: Een
blokken:
  - soort: tekst
    titel: Kop
{volgens}
    tekst: |
      De dienst leent fietsen uit. In {{{{ jaar }}}} waren er {{{{ fietsen.eind }}}} fietsen. Dat blijft in
      {{{{ jaar }}}} niet zo.
"""


def checked_with(folder: Path, volgens: str) -> Checked:
    """A small project with this under the title of its only block."""
    (folder / "figures/2024").mkdir(parents=True, exist_ok=True)
    (folder / "content/2024").mkdir(parents=True, exist_ok=True)
    (folder / "figures/indicatoren.yaml").write_text(CATALOGUE, "utf-8")
    (folder / "figures/afgeleid.yaml").write_text("afgeleid: {}\n", "utf-8")
    (folder / "figures/regels.yaml").write_text("regels: []\n", "utf-8")
    (folder / "figures/2024/fietsen.csv").write_text("jaar,eind\n2024,40\n", "utf-8")
    (folder / "content/2024/rapport.yaml").write_text(REPORT, "utf-8")
    lines = "\n".join(f"    {line}" for line in volgens.splitlines())
    (folder / "content/2024/een.yaml").write_text(TEXT.format(volgens=lines), "utf-8")
    return check_edition(folder, 2024)


def told(checked: Checked) -> str:
    """What readers are told below the block."""
    assert checked.edition is not None
    block = checked.edition.chapters[0].blocks[0]
    return attribution_words(attributions_of(block, checked.catalogue))


FORMS = {
    "volgens: plan, hoofdstuk 2": "Jaarplan, deel twee (concept), hoofdstuk 2",
    "volgens: 'Jaarplan, deel twee (concept), hoofdstuk 2'": "Jaarplan, deel twee (concept), hoofdstuk 2",
    "volgens: 'Jaarplan, deel twee, hoofdstuk 2'": "Jaarplan, deel twee (concept), hoofdstuk 2",
    "volgens: {bron: plan, plaats: hoofdstuk 2}": "Jaarplan, deel twee (concept), hoofdstuk 2",
    "volgens: [plan]": "Jaarplan, deel twee (concept)",
    "volgens:\n  - plan, hoofdstuk 2\n  - krant, bladzijde 4\n  - plan, hoofdstuk 3": (
        "Jaarplan, deel twee (concept), hoofdstuk 2 en hoofdstuk 3; Dagblad (via de pers), bladzijde 4"
    ),
    "volgens: eigen": "",
    "volgens: eigen, telling van de redactie": "Eigen tekst, telling van de redactie",
}


@pytest.mark.parametrize("volgens", FORMS)
def test_every_form_says_source_and_place(volgens: str, tmp_path: Path) -> None:
    """As one text by name or title, as keys, one or a list; the same source once."""
    checked = checked_with(tmp_path, volgens)
    assert [f.message for f in checked.findings if f.code.startswith("SR-N03")] == []
    assert told(checked) == FORMS[volgens]


WRONG = {
    "volgens: plam, hoofdstuk 2": (
        "SR-N030", 5, "De bron 'plam' staat niet onder 'bronnen' in indicatoren.yaml. Bedoelt u 'plan'?",
    ),
    "volgens:\n  - eigen\n  - {bron: plan, zin: Dat staat er niet}": (
        "SR-N032", 7, "De woorden 'Dat staat er niet' staan niet in dit blok; de bron hoort bij geen zin.",
    ),
    "volgens: {plaats: hoofdstuk 2}": ("SR-L003", 5, "'bron'"),
}  # fmt: skip


@pytest.mark.parametrize("volgens", WRONG)
def test_what_is_wrong_is_told_on_its_line(volgens: str, tmp_path: Path) -> None:
    """A source nobody declared, words that are not there, a key that is missing."""
    code, line, words = WRONG[volgens]
    found = [f for f in checked_with(tmp_path, volgens).findings if f.code == code]
    assert [one.locations[0].line for one in found] == [line]
    assert words in found[0].message
    assert found[0].severity.value == "error"


@pytest.mark.parametrize(
    ("published", "late"),
    [("2025-03-01", False), ("2025-03", False), ("2025", False), ("2025-03-02", True), ("2025-04", True), ("2026", True)],
)  # fmt: skip
def test_a_source_after_the_report_is_an_error(
    published: str, late: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report is of 1 March 2025; of a year or a month alone the first day counts."""
    monkeypatch.setattr(
        "tests.checks.text.test_sourced.CATALOGUE",
        CATALOGUE.replace("Dagblad,", f"Dagblad, gepubliceerd: {published},"),
    )
    found = [f for f in checked_with(tmp_path, "volgens: krant").findings if f.code == "SR-N031"]
    assert [one.severity.value for one in found] == (["error"] if late else [])


def test_a_sentence_of_words_alone_needs_a_source(tmp_path: Path) -> None:
    """The one with a figure has the source of the figure; the year of the report is no figure."""
    found = sourced(checked_with(tmp_path, "id: kop"))
    assert (found.from_block, found.from_figures, found.own) == (0, 1, 0)
    assert [str(one.position).rpartition("een.yaml:")[2] for one in found.without] == [
        "7:7",
        "7:87",
    ]
    assert found.without[0].words == "De dienst leent fietsen uit."
    lines = list(sourced_lines(found))
    assert any("zonder bron" in line and " 2 " in line for line in lines)


def test_a_source_can_be_about_one_sentence(tmp_path: Path) -> None:
    """`zin` gives a source to that sentence, and to no other."""
    found = sourced(
        checked_with(tmp_path, "volgens: {bron: plan, plaats: punt 1, zin: De dienst leent}")
    )
    assert (found.from_block, found.from_figures, len(found.without)) == (1, 1, 1)


def test_own_words_are_counted_apart(tmp_path: Path) -> None:
    """'eigen' is not a source: the sentence with a figure keeps that of its figure."""
    found = sourced(checked_with(tmp_path, "volgens: eigen"))
    assert (found.from_block, found.from_figures, found.own, found.without) == (0, 1, 2, ())


def test_coverage_lists_them(tmp_path: Path) -> None:
    """The command shows each with its place."""
    checked_with(tmp_path, "id: kop")
    result = run("check", "2024", "--coverage", "--project", str(tmp_path))
    assert re.search(
        r"2  zonder bron\n  content/2024/een\.yaml:7:7: De dienst leent", result.output
    )


def test_shown_quietly_on_the_page_and_once_on_paper(tmp_path: Path) -> None:
    """Below the block on the screen; in the annex of both; with its place in the manifest."""
    checked_with(tmp_path, "volgens: plan, hoofdstuk 2")
    build_edition(tmp_path, 2024, tmp_path / "out", frozenset({"html"}))
    folder = tmp_path / "out/2024"
    page = next(folder.glob("*.html")).read_text("utf-8")
    body, _, annex = page.partition("Bronnen van de teksten")
    assert '<p class="volgens">Bron: Jaarplan, deel twee (concept), hoofdstuk 2</p>' in body
    assert "<li>Een: hoofdstuk 2</li>" in annex
    assert 'href="https://plan.example/"' in annex
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["chapters"][0]["blocks"][0]["volgens"] == [
        {"source": "plan", "title": "Jaarplan, deel twee (concept)", "place": "hoofdstuk 2", "sentence": ""}
    ]  # fmt: skip


@pytest.mark.parametrize("year", [2021, 2024])
def test_every_sentence_of_the_editions_has_a_source(year: int) -> None:
    """No sentence without one, and not because everything is called 'eigen'."""
    found = sourced(check_edition(ROOT, year))
    assert found.without == ()
    assert found.from_block > 80
    assert found.own < found.from_block / 2


@pytest.mark.parametrize("year", [2023, 2024])
def test_every_sentence_of_the_large_example_has_a_source(year: int) -> None:
    """The example shows how it is done."""
    assert sourced(check_edition(ROOT / "examples/uitkeringen", year)).without == ()
