# SPDX-License-Identifier: EUPL-1.2
"""The page made again and again: equal to a build of the same files, and the last good one when a
file is broken.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from standrapport.messages import finding_lines
from standrapport.pipeline.build import build_edition, show_edition
from standrapport.preview.rebuild import Rebuilder
from tests.conftest import ProjectMaker
from tests.sources.conftest import sourced as sourced  # noqa: PLC0414 - a fixture, used by naming it

TEXT, FIGURES = "content/2021/cijfers.yaml", "figures/2021/instroom.csv"


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Replace words in a file that has them."""
    path = folder / name
    words = path.read_text()
    assert old in words
    path.write_text(words.replace(old, new))


def test_the_page_is_the_one_a_build_writes(project: ProjectMaker, tmp_path: Path) -> None:
    """Byte for byte, apart from the manifest and the description that travel along in the built
    file; and nothing is written.
    """
    folder = project({})
    before = set(tmp_path.rglob("*"))
    page = Rebuilder(folder, 2021).rebuild()
    assert set(tmp_path.rglob("*")) == before
    built = build_edition(folder, 2021, tmp_path / "elders", frozenset({"html"}))
    written = next(path for path in built.written if path.suffix == ".html").read_text()
    written = re.sub(
        r'<script type="application/ld\+json">.*?</script>\n', "", written, count=1, flags=re.DOTALL
    )
    assert page.html is not None
    start, _, end = page.html.rpartition("</body>")
    assert written.startswith(start)
    assert written.endswith(f"</body>{end}")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (TEXT, "mensen binnen", "personen binnen"),
        (TEXT, "titel: Cijfers", "\n\ntitel: Getallen"),
        (TEXT, "status: akkoord", 'status: concept\n    beweert: "instroom.totaal > 2000"'),
        (FIGURES, "700,300,1.000", "710,300,1.010"),
        (FIGURES, "600,390,990", "600,390,980"),
        ("figures/2021/landen.csv", "Zuidland,380", "Zuidland,370"),
        ("figures/indicatoren.yaml", "afronding: 10", "afronding: 1"),
        ("figures/indicatoren.yaml", "Politie", "Wijkpolitie"),
        ("figures/afgeleid.yaml", "100 * instroom.ind", "200 * instroom.ind"),
        ("figures/regels.yaml", "instroom.ind + instroom.np", "instroom.ind"),
        ("content/2021/rapport.yaml", "Verzonnen dienst", "Andere verzonnen dienst"),
    ],
)
def test_what_is_remembered_changes_nothing(
    project: ProjectMaker, name: str, old: str, new: str
) -> None:
    """After any change, and after undoing it, the page and the findings are those of a program that
    was just started.
    """
    folder = project({})
    warm = Rebuilder(folder, 2021)
    warm.rebuild()
    for one, other in ((old, new), (new, old)):
        change(folder, name, one, other)
        page = warm.rebuild()
        fresh = show_edition(folder, 2021)
        assert fresh.page is not None
        assert page.html == fresh.page.html
        assert sorted(notice.message for notice in page.notices) == sorted(
            finding.message for finding in fresh.findings
        )


def test_a_figure_of_the_edition_before_counts(project: ProjectMaker) -> None:
    """A revision is found when the older edition changes, though its year is not the one shown."""
    folder = project({"figures/2020/instroom.csv": "jaar,ind,np,totaal\n2020,600,390,990\n"})
    warm = Rebuilder(folder, 2021)
    assert not [notice for notice in warm.rebuild().notices if "600" in notice.message]
    change(folder, "figures/2020/instroom.csv", "600,390,990", "610,380,990")
    page = warm.rebuild()
    assert [notice.message for notice in page.notices] == [
        notice.message for notice in Rebuilder(folder, 2021).rebuild().notices
    ]
    assert any("610" in notice.message for notice in page.notices)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        (TEXT, "titel: [", "SR-L001"),
        (TEXT, "titel: Cijfers\nblokken:\n  - soort: teskt\n", "SR-L018"),
        ("content/2021/rapport.yaml", "titel: [", "SR-L001"),
        ("figures/indicatoren.yaml", "tabellen: [", "SR-L001"),
        (FIGURES, "jaar,ind,np,totaal\n2021,zeven,300,1.000\n", "SR-L009"),
    ],
)
def test_a_broken_file_keeps_the_last_good_page(
    project: ProjectMaker, name: str, content: str, code: str
) -> None:
    """Its message stands there with the place.

    Other changes wait; mending brings everything at once.
    """
    folder = project({})
    work = Rebuilder(folder, 2021)
    good = work.rebuild()
    kept = (folder / name).read_text()
    (folder / name).write_text(content)
    page = work.rebuild()
    assert page.held
    assert page.errors
    assert page.html == good.html
    assert any(notice.code == code and notice.where.startswith(name) for notice in page.notices)
    (folder / name).write_text(kept)
    change(folder, TEXT, "mensen binnen", "personen binnen")
    page = work.rebuild()
    assert not page.held
    assert page.html is not None
    assert "personen binnen" in page.html
    assert code not in {notice.code for notice in page.notices}


def test_a_figure_that_does_not_add_up_is_shown_as_it_is(project: ProjectMaker) -> None:
    """What can be read is shown, marked as concept, with the finding: only unreadable files hold
    the page.
    """
    folder = project({})
    work = Rebuilder(folder, 2021)
    work.rebuild()
    change(folder, FIGURES, "1.000", "1.900")
    page = work.rebuild()
    assert not page.held
    assert page.errors
    assert page.html is not None
    assert "1.900" in page.html


def test_broken_from_the_start(project: ProjectMaker) -> None:
    """There is no good page to keep: what can be made is shown, or nothing.

    The message says why.
    """
    folder = project({TEXT: "titel: [", "content/2021/rapport.yaml": "titel: ["})
    work = Rebuilder(folder, 2021)
    page = work.rebuild()
    assert (page.html, page.held) == (None, False)
    assert {notice.code for notice in page.notices if notice.severity == "error"} == {"SR-L001"}
    project({TEXT: "titel: ["})
    page = work.rebuild()
    assert page.html is not None
    assert not page.held
    project({})
    assert not work.rebuild().errors


def test_a_broken_template_names_its_line(project: ProjectMaker, real_project: Path) -> None:
    """The project's own templates may break too; the last good page stays."""
    templates = real_project / "templates"
    files: dict[str, str | bytes | None] = {
        str(path.relative_to(real_project)): path.read_bytes()
        for path in templates.rglob("*")
        if path.is_file()
    }
    folder = project(files)
    work = Rebuilder(folder, 2021)
    good = work.rebuild()
    assert folder / "templates" in work.folders()
    change(
        folder,
        "templates/blokken.html.j2",
        "{% macro kerncijfers(view, medium) %}",
        "{% macro kerncijfers(view, medium %}",
    )
    page = work.rebuild()
    assert page.held
    assert page.html == good.html
    assert page.notices[0].where.startswith("templates/blokken.html.j2:")
    assert "geen geldig sjabloon" in page.notices[0].message
    change(
        folder,
        "templates/blokken.html.j2",
        "{% macro kerncijfers(view, medium %}",
        "{% macro kerncijfers(view, medium) %}",
    )
    assert not work.rebuild().held
    change(folder, "templates/rapport.html.j2", "{{ page.title_line }}", "{{ page.bestaat_niet }}")
    assert "bestaat_niet" in work.rebuild().notices[0].message
    (folder / "templates/scherm.css").unlink()
    change(folder, "templates/rapport.html.j2", "{{ page.bestaat_niet }}", "{{ page.title_line }}")
    assert work.rebuild().notices[0].where == "templates/scherm.css"


def test_a_year_that_disappears(project: ProjectMaker) -> None:
    """When the folders of the year are renamed away, the page stays and the message names the years
    there are.
    """
    folder = project({})
    work = Rebuilder(folder, 2021)
    work.rebuild()
    for name in ("figures", "content"):
        (folder / name / "2021").rename(folder / name / "2022")
    page = work.rebuild()
    assert page.held
    assert page.summary == "Het jaar 2021 bestaat niet in dit project; er zijn 2022."


def test_findings_point_into_the_page(project: ProjectMaker) -> None:
    """A finding in a text links to its block, one in a figure to the blocks that print it.

    Every link exists in the page.
    """
    folder = project({FIGURES: "jaar,ind,np,totaal\n2020,600,390,990\n2021,700,300,1.900\n"})
    change(folder, TEXT, "mensen binnen", "mensen binnen, 77 te veel")
    page = Rebuilder(folder, 2021).rebuild()
    links = {notice.code: notice.links for notice in page.notices if notice.severity == "error"}
    assert [(link.anchor, link.words) for link in links["SR-N010"]] == [
        ("b-cijfers-tekst-instroom", "Cijfers › Instroom")
    ]
    assert [link.anchor for link in links["SR-C001"]] == [
        "b-cijfers-tekst-instroom",
        "b-cijfers-tabel-instroom-naar-bron",
    ]
    for notice in page.notices:
        for link in notice.links:
            assert f'id="{link.anchor}"' in (page.html or "")


def test_details_are_those_of_the_terminal(project: ProjectMaker) -> None:
    """Repairs stand with the finding in the panel, in the words of `check`."""
    folder = project({FIGURES: "jaar,ind,np,totaal\n2020,600,390,990\n2021,700,300,1.900\n"})
    shown = show_edition(folder, 2021)
    page = Rebuilder(folder, 2021).rebuild()
    wrong = next(notice for notice in page.notices if notice.code == "SR-C001")
    assert wrong.details
    assert all(
        any(detail in line for line in finding_lines(shown.findings)) for detail in wrong.details
    )


def test_a_source_that_changes_is_counted_again(sourced: Callable[..., Path]) -> None:
    """A row more in the source and nothing else: what was remembered of the figures does not hide
    it.
    """
    folder = sourced()
    work = Rebuilder(folder, 2021)
    before = [notice.message for notice in work.rebuild().notices if notice.code.startswith("SR-B")]
    assert [
        notice.message for notice in work.rebuild().notices if notice.code.startswith("SR-B")
    ] == before
    path = folder / "figures/2021/bron/vertrek.csv"
    path.write_text(path.read_text() + path.read_text().splitlines()[1] + "\n")
    after = [notice.message for notice in work.rebuild().notices if notice.code.startswith("SR-B")]
    assert after != before
    assert after == [
        notice.message
        for notice in Rebuilder(folder, 2021).rebuild().notices
        if notice.code.startswith("SR-B")
    ]
