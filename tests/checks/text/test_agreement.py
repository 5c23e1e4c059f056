# SPDX-License-Identifier: EUPL-1.2
"""What a fingerprint notices, and what becomes of agreement in concept and definitive reports."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from standrapport.core.model import BlockStanding, Finding, Severity, Standing
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked
from standrapport.project.editing.agree import agree, standings
from tests.conftest import SMALL_PROJECT, ProjectMaker

CHAPTER = "content/2021/cijfers.yaml"
REPORT = "content/2021/rapport.yaml"
FINAL = SMALL_PROJECT[REPORT].replace("status: concept", "status: definitief")
BLOCKS = """\
titel: Cijfers
blokken:
  - soort: tekst
    titel: Instroom
    tekst: |
      In {{ jaar }} kwamen {{ instroom.totaal }} mensen binnen,
      waarvan {{ instroom.ind }} via de IND.
    beweert: instroom.ind > instroom.np
  - soort: tabel
    titel: Instroom naar bron
    cijfers: [instroom.ind, instroom.np]
    jaren: [-1, 0]
  - soort: grafiek
    titel: Landen
    vorm: ranglijst
    cijfers: landen.aantal
  - soort: kerncijfers
    cijfers: caseload.eind
  - soort: ontbrekend
    tekst: Dit ontbreekt.
"""


def agreed(project: ProjectMaker) -> Path:
    """The small project with agreement on every block."""
    folder = project({CHAPTER: BLOCKS})
    checked = check_edition(folder, 2021)
    assert not agree(checked, standings(checked), "A. Jansen", "2022-03-01").findings
    return folder


def changed(folder: Path, name: str, old: str, new: str) -> Checked:
    """The edition after a change in one file."""
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return check_edition(folder, 2021)


def about_agreement(checked: Checked) -> list[Finding]:
    """The findings of this subject."""
    return [finding for finding in checked.findings if finding.code in ("SR-S020", "SR-S021")]


# name, file, old text, new text, what is said of each changed block (by its number)
CHANGES: list[tuple[str, str, str, str, Mapping[int, str]]] = [
    ("a word", CHAPTER, "mensen binnen", "personen binnen", {1: "de tekst is"}),
    ("a title", CHAPTER, "titel: Instroom naar", "titel: De instroom naar", {2: "de tekst is"}),
    ("a figure in text and table", "figures/2021/instroom.csv", "2021,700,300", "2021,710,290", {1: "de cijfers zijn", 2: "de cijfers zijn"}),
    ("a figure of the year before", "figures/2021/instroom.csv", "2020,600,390", "2020,590,400", {2: "de cijfers zijn"}),
    ("a key", "figures/2021/landen.csv", "Noordland,620", "Noordland,610", {3: "de cijfers zijn"}),
    ("the year before of a card", "figures/2021/caseload.csv", "2020,500", "2020,510", {4: "de cijfers zijn"}),
    ("the name of a column", "figures/indicatoren.yaml", "titel: IND", "titel: Immigratiedienst", {2: "de tekst is"}),
    ("a figure that is missing", "figures/2021/instroom.csv", "2021,700", "2021,n.n.b.", {1: "de cijfers zijn", 2: "de cijfers zijn", 5: "de cijfers zijn"}),
    ("another figure in the text", CHAPTER, "{{ instroom.ind }}", "{{ instroom.np }}", {1: "de cijfers zijn"}),
    ("a number typed over a figure", CHAPTER, "{{ instroom.ind }}", "700", {1: "tekst en cijfers zijn"}),
    ("other years", CHAPTER, "jaren: [-1, 0]", "jaren: [0]", {2: "tekst en cijfers zijn"}),
    ("another form", CHAPTER, "vorm: ranglijst", "vorm: staaf", {3: "de tekst is"}),
    ("wrapped anew", CHAPTER, "binnen,\n      waarvan", "binnen, waarvan", {}),
    ("another claim", CHAPTER, "instroom.ind > instroom.np", "instroom.np < instroom.ind", {}),
    ("a figure that is not printed", "figures/2021/caseload.csv", "600,900", "600,910", {}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [case[1:] for case in CHANGES],
    ids=[case[0] for case in CHANGES],
)
def test_a_change_after_agreement_is_noticed_where_it_prints(
    project: ProjectMaker, name: str, old: str, new: str, said: Mapping[int, str]
) -> None:
    """Exactly the blocks that print something else are changed, and it is said whether words or
    figures did.
    """
    checked = changed(agreed(project), name, old, new)
    assert {
        one.number: one.changed for one in standings(checked) if one.standing is not Standing.AGREED
    } == said
    found = about_agreement(checked)
    assert [finding.message.partition(" gewijzigd")[0].lower() for finding in found] == list(
        said.values()
    )
    assert all("akkoord van A. Jansen op 2022-03-01" in finding.message for finding in found)
    assert {finding.severity for finding in found} <= {Severity.WARNING}


def test_the_finding_stands_at_the_agreement(project: ProjectMaker) -> None:
    """An editor opens the line of the agreement."""
    checked = changed(agreed(project), CHAPTER, "mensen binnen", "personen binnen")
    assert [str(finding.position) for finding in about_agreement(checked)] == [f"{CHAPTER}:6:14"]


def test_agreement_survives_moving_a_block(project: ProjectMaker) -> None:
    """Order is not part of what was agreed on."""
    folder = agreed(project)
    text = (folder / CHAPTER).read_text("utf-8")
    head, *blocks = text.split("  - soort:")
    (folder / CHAPTER).write_text("  - soort:".join([head, *reversed(blocks)]), "utf-8")
    assert {one.standing for one in standings(check_edition(folder, 2021))} == {Standing.AGREED}


def test_definitive_with_every_block_agreed_is_fine(project: ProjectMaker) -> None:
    """Then nothing is said about agreement."""
    folder = agreed(project)
    assert about_agreement(changed(folder, REPORT, "status: concept", "status: definitief")) == []


def test_definitive_with_a_change_after_agreement_is_an_error(project: ProjectMaker) -> None:
    """What was a warning in a concept stops a definitive report."""
    folder = agreed(project)
    changed(folder, REPORT, "status: concept", "status: definitief")
    found = about_agreement(changed(folder, CHAPTER, "mensen binnen", "personen binnen"))
    assert [(finding.code, finding.severity) for finding in found] == [("SR-S020", Severity.ERROR)]


def test_definitive_without_agreement_is_one_error_with_every_place(project: ProjectMaker) -> None:
    """A status typed by hand is no agreement; the blocks are counted by chapter."""
    text = BLOCKS.replace("    titel: Instroom\n", "    titel: Instroom\n    status: akkoord\n", 1)
    checked = check_edition(project({CHAPTER: text, REPORT: FINAL}), 2021)
    (found,) = about_agreement(checked)
    assert (found.code, found.severity, len(found.locations)) == ("SR-S021", Severity.ERROR, 5)
    assert "5 van de 5 blokken zijn nog niet akkoord (5 in cijfers)" in found.message
    assert [one.standing for one in standings(checked)][:2] == [Standing.UNSIGNED, Standing.CONCEPT]


def test_fingerprint_that_is_not_ours(project: ProjectMaker) -> None:
    """A fingerprint of another recipe, or typed by hand, asks for a new look."""
    folder = agreed(project)
    before = standings(check_edition(folder, 2021))[0].fingerprint
    after: BlockStanding = standings(changed(folder, CHAPTER, before, "onbekend"))[0]
    assert (after.standing, after.changed) == (Standing.CHANGED, "de vingerafdruk is")


def test_fingerprints_differ_between_all_blocks_of_the_real_editions(real_project: Path) -> None:
    """No two blocks are mistaken for each other."""
    for year in (2021, 2024):
        prints = [one.fingerprint for one in standings(check_edition(real_project, year))]
        assert len(set(prints)) == len(prints) > 30


CATALOGUE = "figures/indicatoren.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "blocks"),
    [
        (CATALOGUE, "definitie: Verzonnen aantallen voor de test.", "definitie: Anders.", 2),
        (CATALOGUE, "aantal: {titel: Aantal}", "aantal: {titel: Aantal, eenheid: mensen}", 1),
        (
            CATALOGUE,
            "landen:\n    titel: Landen\n",
            "landen:\n    noot: N.\n    titel: Landen\n",
            1,
        ),
    ],
)
def test_agreement_covers_what_the_catalogue_says(
    project: ProjectMaker, name: str, old: str, new: str, blocks: int
) -> None:
    """A definition, unit or note that changes afterwards is told at each block with the figure, and
    told apart from a change of the text or the figures.
    """
    folder = agreed(project)
    found = standings(changed(folder, name, old, new))
    lapsed = [one for one in found if one.standing is Standing.CHANGED]
    assert [one.changed for one in lapsed] == [
        "de catalogus (definities, bronnen, formules) is"
    ] * blocks


def test_agreement_of_before_the_catalogue_counted_still_holds(project: ProjectMaker) -> None:
    """Its words and figures are compared as they were, and it says nothing of definitions."""
    folder = agreed(project)
    path = folder / CHAPTER
    text = re.sub(r"vingerafdruk: 2-(\w+-\w+)-\w+", r"vingerafdruk: 1-\1", path.read_text("utf-8"))
    assert "vingerafdruk: 1-" in text
    path.write_text(text, "utf-8")
    assert {one.standing for one in standings(check_edition(folder, 2021))} == {Standing.AGREED}
    found = standings(changed(folder, "figures/2021/instroom.csv", "700", "710"))
    assert {one.changed for one in found if one.standing is Standing.CHANGED} <= {
        "de cijfers zijn", "tekst en cijfers zijn",
    }  # fmt: skip
    assert any(one.standing is Standing.CHANGED for one in found)
