# SPDX-License-Identifier: EUPL-1.2
"""What a card says of the year before."""

from __future__ import annotations

import re
from pathlib import Path

from standrapport.pipeline.build import build_edition
from tests.conftest import ProjectMaker

CARDS = "titel: C\nblokken:\n  - {soort: kerncijfers, cijfers: [instroom.totaal, caseload.eind]}\n"


def changes(folder: Path, out: Path) -> list[str]:
    """The words on each card about its change."""
    build_edition(folder, 2021, out, frozenset({"html"}))
    html = next((out / "2021").glob("*.html")).read_text("utf-8")
    found = re.findall(r'<p class="kaartverschil">(.*?)</p>', html)
    return [" ".join(re.sub(r"<[^>]+>", "", one).split()) for one in found]


def test_a_year_that_its_parts_tell_is_not_called_unknown(
    project: ProjectMaker, tmp_path: Path
) -> None:
    """A rule says what the total is the sum of; the sum is used, and said to be one."""
    figures = "jaar,ind,np,totaal\n2020,600,390,n.n.b.\n2021,700,300,1.000\n"
    folder = project({"figures/2021/instroom.csv": figures, "content/2021/cijfers.yaml": CARDS})
    assert changes(folder, tmp_path / "uit") == [
        "10 meer (+1 %) dan in 2020 (opgeteld uit de delen)",
        "100 meer (+20 %) dan in 2020",
    ]


def test_a_part_that_is_not_known_leaves_it_unknown(project: ProjectMaker, tmp_path: Path) -> None:
    """Nothing is guessed."""
    figures = "jaar,ind,np,totaal\n2020,600,n.n.b.,n.n.b.\n2021,700,300,1.000\n"
    folder = project({"figures/2021/instroom.csv": figures, "content/2021/cijfers.yaml": CARDS})
    assert changes(folder, tmp_path / "uit")[0] == "vorig jaar niet bekend"


def test_the_symbols_on_the_cards_are_explained_below_them(
    project: ProjectMaker, tmp_path: Path
) -> None:
    """Only the symbols that stand there; without one there is no line."""
    said = {}
    for number, cell in enumerate(("n.n.b.", "<5", "1.000")):
        rows = f"jaar,ind,np,totaal\n2020,600,390,990\n2021,{cell},300,1.000\n"
        cards = "titel: C\nblokken:\n  - {soort: kerncijfers, cijfers: [instroom.ind]}\n"
        folder = project({"figures/2021/instroom.csv": rows, "content/2021/cijfers.yaml": cards})
        out = tmp_path / str(number)
        build_edition(folder, 2021, out, frozenset({"html"}), concept=True)
        html = next((out / "2021").glob("*.html")).read_text("utf-8")
        block = html.partition('<div class="blok kerncijfers"')[2].partition('<div class="blok')[0]
        assert "kaartwaarde" in block
        said[cell] = re.findall(r'<p class="noot">(.*?)</p>', block)
    assert said == {
        "n.n.b.": ["n.n.b. = nog niet bekend."],
        "<5": ["&lt;5 = minder dan 5; niet getoond om herleiden te voorkomen."],
        "1.000": [],
    }


def test_a_bare_total_and_points_of_two_kinds_say_of_what(
    project: ProjectMaker, tmp_path: Path
) -> None:
    """Both kinds of points begin at one; in the contents and above the point stands which."""
    chapter = (
        CARDS + "  - {soort: knelpunt, titel: Te druk, tekst: Verzonnen.}\n"
        "  - {soort: ontwikkelpunt, titel: Rustiger, tekst: Verzonnen.}\n"
    )
    folder = project({"content/2021/cijfers.yaml": chapter})
    catalogue = folder / "figures/indicatoren.yaml"
    words = catalogue.read_text("utf-8")
    total = "totaal: {titel: Totaal}"
    assert total in words
    catalogue.write_text(words.replace(total, "totaal: {titel: Totaal, soort: totaal}"), "utf-8")
    build_edition(folder, 2021, tmp_path / "uit", frozenset({"html"}), concept=True)
    html = next((tmp_path / "uit/2021").glob("*.html")).read_text("utf-8")
    assert '<span class="puntnummer">Knelpunt 1</span> Te druk' in html
    assert '<span class="puntnummer">Ontwikkelpunt 1</span> Rustiger' in html
    first, *_ = re.findall(r'<p class="kaarttitel">(.*?)</p>', html)
    assert first.endswith(": Totaal")
