# SPDX-License-Identifier: EUPL-1.2
"""A new edition: figure files with history, nothing overwritten, and a concept that
builds at once.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from standrapport.pipeline.build import build_edition
from standrapport.pipeline.check import check_edition
from standrapport.project.editing.new import next_rows, start_edition
from standrapport.project.places import UsageProblem
from standrapport.project.reading import load_catalogue
from tests.cli.test_commands import run
from tests.conftest import ProjectMaker


def rows(
    project: ProjectMaker, table: str, content: bytes, old: int = 2021, new: int = 2022
) -> bytes:
    """A figure file of the next edition."""
    return next_rows(content, load_catalogue(project({}))[0].tables[table], old, new)


def test_the_new_year_is_not_yet_known(project: ProjectMaker) -> None:
    """History stays as it was written, the new year is n.n.b. in every column."""
    before = b"jaar,periode,ind,np,totaal\n2020,,600,390,990\n2021,t/m november,700,300,1.000"
    assert rows(project, "instroom", before) == before + b"\n2022,,n.n.b.,n.n.b.,n.n.b.\n"


def test_each_year_in_between_gets_a_row(project: ProjectMaker) -> None:
    """From 2021 to 2023 there are two new years; one that is there already stays."""
    assert (
        rows(project, "instroom", b"jaar,ind,np,totaal\n2022,1,1,2\n", 2021, 2023)
        == b"jaar,ind,np,totaal\n2022,1,1,2\n2023,n.n.b.,n.n.b.,n.n.b.\n"
    )


def test_keys_come_along(project: ProjectMaker) -> None:
    """A keyed table gets the keys of the last year, in its own notation: semicolons, quotes,
    Windows ends of line, byte order mark.
    """
    before = '\N{BYTE ORDER MARK}jaar;land;aantal\r\n2020;Oud;1\r\n2021;"Noord; land";620\r\n2021;Zuid;380\r\n'.encode()
    after = 'jaar;land;aantal\r\n2020;Oud;1\r\n2021;"Noord; land";620\r\n2021;Zuid;380\r\n2022;"Noord; land";n.n.b.\r\n2022;Zuid;n.n.b.\r\n'
    assert rows(project, "landen", before).decode("utf-8-sig") == after


def test_an_old_coding_becomes_utf8(project: ProjectMaker) -> None:
    """Letters with accents come out right."""
    assert (
        "Zuïd,n.n.b."
        in rows(project, "landen", "jaar,land,aantal\n2021,Zuïd,380\n".encode("cp1252")).decode()
    )


def test_the_new_edition_checks_and_builds_as_concept(project: ProjectMaker) -> None:
    """No error, the figures of earlier years are there, the build is a concept."""
    folder = project({})
    started = start_edition(folder, 2022)
    assert started.source == 2021
    assert sorted(path.relative_to(folder).as_posix() for path in started.written) == [
        "content/2022/cijfers.yaml",
        "content/2022/rapport.yaml",
        "figures/2022/caseload.csv",
        "figures/2022/instroom.csv",
        "figures/2022/landen.csv",
    ]
    checked = check_edition(folder, 2022)
    assert [
        finding.message for finding in checked.findings if finding.severity.value != "note"
    ] == []
    printed = {str(name): figure.printed for name, figure in checked.figures.items()}
    assert printed["instroom.ind[2021]"] == "700"
    assert printed["instroom.ind[2022]"] == "n.n.b."
    built = build_edition(folder, 2022, folder / "out", frozenset({"html"}))
    assert built.concept
    assert built.written


@pytest.mark.parametrize(("old", "new"), [(2021, 2022), (2024, 2026), (2025, 2026)])
def test_next_year_of_a_real_edition_builds_at_once(
    real_project: Path, tmp_path: Path, old: int, new: int
) -> None:
    """The real texts have no error without a single new figure, and no block is agreed on."""
    for name in ("figures", "content"):
        shutil.copytree(real_project / name, tmp_path / name)
    start_edition(tmp_path, new, old)
    built = build_edition(tmp_path, new, tmp_path / "out", frozenset({"html"}))
    assert [
        finding.message for finding in built.findings if finding.severity.value == "error"
    ] == []
    assert built.written
    assert built.concept
    edition = built.checked.edition
    assert edition is not None
    assert {block.status for chapter in edition.chapters for block in chapter.blocks} == {"concept"}
    for name in ("figures", "content"):
        for path in (real_project / name).rglob("*"):
            if path.is_file():
                assert (tmp_path / path.relative_to(real_project)).read_bytes() == path.read_bytes()


def test_texts_that_exist_are_not_overwritten(project: ProjectMaker) -> None:
    """Refused, and nothing was added to the figures either."""
    folder = project({"content/2022/rapport.yaml": "titel: Al begonnen\n"})
    with pytest.raises(UsageProblem, match="content/2022 bestaat al"):
        start_edition(folder, 2022)
    assert (folder / "content/2022/rapport.yaml").read_text() == "titel: Al begonnen\n"
    assert not (folder / "figures/2022").exists()


def test_figures_that_were_delivered_stay(project: ProjectMaker) -> None:
    """Data staff may be earlier than the texts: their files stay, the missing ones are added."""
    delivered = "jaar,ind,np,totaal\n2022,10,10,20\n"
    folder = project({"figures/2022/instroom.csv": delivered})
    started = start_edition(folder, 2022, 2021)
    assert [path.name for path in started.kept] == ["instroom.csv"]
    assert (folder / "figures/2022/instroom.csv").read_text() == delivered
    assert (folder / "figures/2022/landen.csv").is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("2022", "--from", "2019"),
            "De editie 2019 bestaat niet of heeft geen rapport.yaml; er zijn 2021",
        ),
        (("2021", "--from", "2021"), "2021 is niet later dan 2021"),
        (("2020",), "Er is geen editie van voor 2020"),
        (("2021",), "Er is geen editie van voor 2021"),
    ],
)
def test_wrong_use(project: ProjectMaker, arguments: tuple[str, ...], words: str) -> None:
    """Exit code 2 and a sentence."""
    result = run("new", *arguments, "--project", str(project({})))
    assert result.exit_code == 2
    assert words in result.stderr


def test_the_command_says_what_to_look_at(project: ProjectMaker) -> None:
    """Old years are reported with their place; the summary counts them and names the next step."""
    text = "titel: C\nblokken:\n  - {soort: tekst, tekst: Minder dan in 2020.}\n  - {soort: tabel, titel: T, cijfers: instroom.ind, jaren: 2020..2021}\n"
    folder = project({"content/2021/cijfers.yaml": text})
    result = run("new", "2022", "--from", "2021", "--project", str(folder))
    assert result.exit_code == 0
    assert result.stderr == (
        "content/2022/cijfers.yaml:4:41: waarschuwing SR-S023: Deze regel noemt nog 2020; kijk of dat in de editie over 2022 nog klopt.\n"
    )
    assert (
        "Jaartallen schoven mee op 1 regel.\nEen oud jaar staat nog op 1 regel; die is gemerkt met # Nakijken.\n"
        in result.stdout
    )
    assert "standrapport build 2022" in result.stdout


def test_the_command_says_when_no_old_year_is_left(project: ProjectMaker) -> None:
    """Nothing to look at is said in words."""
    result = run("new", "2022", "--from", "2021", "--project", str(project({})))
    assert "Er staat nergens nog een oud jaar.\n" in result.stdout
