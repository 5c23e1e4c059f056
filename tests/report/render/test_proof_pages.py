# SPDX-License-Identifier: EUPL-1.2
"""Wide tables on paper, and the proof that every number stands whole on its page."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from standrapport.core.model import Finding
from standrapport.pipeline.build import Built, build_edition
from tests.conftest import SMALL_PROJECT, ProjectMaker

PDF = frozenset({"html", "pdf"})
LONG = "Vreemdelingenbewaringsinrichtingsplaatsingsbeslissingsmededelingsformulier"
TWELVE = "jaar,ind,np,totaal\n" + "".join(
    f"{year},13.000,840,13.840\n" for year in range(2010, 2022)
)


def _built(folder: Path) -> Built:
    return build_edition(folder, 2021, folder / "out", PDF, concept=True)


def _pages(built: Built) -> list[Finding]:
    return [finding for finding in built.findings if finding.code.startswith("SR-R")]


def _cells(folder: Path) -> str:
    """The words of the PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(next((folder / "out/2021").glob("*.pdf")))
    return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("years", ["2010..2021", "2013..2021", "[2020, 2021]"])
def test_every_year_of_a_long_table_is_on_paper(project: ProjectMaker, years: str) -> None:
    """Set smaller or cut into strips: no column leaves the page, and nothing is found."""
    block = f"{{soort: tabel, titel: Reeks, cijfers: [instroom.ind, instroom.np, instroom.totaal], jaren: {years}}}"
    folder = project(
        {
            "figures/2021/instroom.csv": TWELVE,
            "content/2021/cijfers.yaml": f"titel: C\nblokken:\n  - {block}\n",
        }
    )
    assert _pages(_built(folder)) == []
    words = _cells(folder)
    first, last = (2020 if "[" in years else int(years[:4])), 2021
    assert all(str(year) in words for year in range(first, last + 1))
    assert words.count("13.840") >= last - first + 1


def test_many_wide_columns_are_cut_into_strips(project: ProjectMaker) -> None:
    """Keys over years in columns: each strip has the headings of the rows, no figure twice."""
    rows = "".join(f"{year},Streek {n},{n}00\n" for year in (2020, 2021) for n in range(1, 15))
    block = (
        "{soort: tabel, titel: Reeks, cijfers: landen.aantal, jaren: [2020, 2021], rijen: cijfers}"
    )
    folder = project(
        {
            "figures/2021/landen.csv": f"jaar,land,aantal\n{rows}",
            "figures/regels.yaml": "regels: []\n",
            "content/2021/cijfers.yaml": f"titel: C\nblokken:\n  - {block}\n",
        }
    )
    built = _built(folder)
    assert _pages(built) == []
    assert _cells(folder).count("Reeks") > 1


def test_a_word_of_74_letters_stays_on_the_page(project: ProjectMaker) -> None:
    """In running text, in the heading of a row and of a column."""
    assert len(LONG) == 74
    figures = dedent(SMALL_PROJECT["figures/indicatoren.yaml"]).replace("Politie", LONG)
    blocks = (
        f"  - {{soort: tekst, titel: {LONG}, tekst: 'Een {LONG} in {{{{ instroom.ind }}}}.'}}\n"
        "  - {soort: tabel, titel: T, cijfers: [instroom.ind, instroom.np]}\n"
        "  - {soort: tabel, titel: U, cijfers: [instroom.ind, instroom.np], jaren: [-1, 0], rijen: jaren}\n"
    )
    folder = project(
        {
            "figures/indicatoren.yaml": figures,
            "content/2021/cijfers.yaml": f"titel: {LONG}\nblokken:\n{blocks}",
        }
    )
    assert _pages(_built(folder)) == []


def test_a_number_beyond_the_paper_is_an_error(project: ProjectMaker) -> None:
    """A style of one's own that is too wide: each number that is lost is named with its page."""
    folder = project({"thema/thema.css": "table { width: 320mm; }\n"})
    front = dedent(SMALL_PROJECT["content/2021/rapport.yaml"]) + "thema: thema\n"
    (folder / "content/2021/rapport.yaml").write_text(front, "utf-8")
    lost = [finding.message for finding in _pages(_built(folder))]
    assert any(
        re.match(r"Het cijfer [\d.]+ \(instroom\.\w+, 2021\) valt op bladzijde [23]", m)
        for m in lost
    )


def test_a_number_a_style_hides_is_an_error(project: ProjectMaker) -> None:
    """What no page shows is not printed, however right the HTML is."""
    folder = project({"thema/thema.css": "td:last-child { display: none; }\n"})
    front = dedent(SMALL_PROJECT["content/2021/rapport.yaml"]) + "thema: thema\n"
    (folder / "content/2021/rapport.yaml").write_text(front, "utf-8")
    assert "staat op geen bladzijde" in "".join(f.message for f in _pages(_built(folder)))


def test_a_page_that_ends_early_is_told(project: ProjectMaker) -> None:
    """What did not fit is named; the page after it and the last one are as they should be."""
    texts = "".join(f"  - {{soort: tekst, tekst: Stuk {n}.}}\n" for n in range(3))
    folder = project(
        {
            "thema/thema.css": ".blok.tekst { height: 130mm; break-inside: avoid; }\n",
            "content/2021/cijfers.yaml": f"titel: C\nblokken:\n{texts}",
        }
    )
    front = dedent(SMALL_PROJECT["content/2021/rapport.yaml"]) + "thema: thema\n"
    (folder / "content/2021/rapport.yaml").write_text(front, "utf-8")
    found = [f for f in _pages(_built(folder)) if f.code == "SR-R031"]
    assert [f.position.line for f in found if f.position] == [4, 5]
    assert all("procent leeg" in f.message for f in found)
