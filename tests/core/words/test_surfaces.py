# SPDX-License-Identifier: EUPL-1.2
"""One change, asked of every surface that tells of it: they all say the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest

from standrapport.core.model import plain
from standrapport.pipeline.build import build_edition
from standrapport.pipeline.check import check_edition
from standrapport.report.charts import Chart, Point, Series, describe
from standrapport.review.trend import read_asked, trends_of
from standrapport.review.trend.as_text import report_lines
from standrapport.review.versions import difference_of
from tests.conftest import ProjectMaker

SPACE = "\N{NO-BREAK SPACE}"
FORMULAS = """\
afgeleid:
  instroom.aandeel_ind:
    titel: Aandeel IND
    formule: 100 * instroom.ind / (instroom.ind + instroom.np)
    eenheid: procent
"""
CHAPTER = """\
titel: C
blokken:
  - soort: tekst
    titel: Tekst
    tekst: "Hier {{{{ {ref} | verschil(-1) }}}}."
  - {{soort: kerncijfers, titel: Kaarten, cijfers: [{ref}]}}
  - soort: grafiek
    titel: Grafiek
    vorm: lijn
    cijfers: [{ref}]
    jaren: 2020..2021
"""


def files(ref: str, old: tuple[int, int], new: tuple[int, int]) -> Mapping[str, str]:
    """The small project with `ind` and `np` of two years; every surface shows one figure."""
    rows = "".join(
        f"{year},{ind},{np},{ind + np}\n" for year, (ind, np) in ((2020, old), (2021, new))
    )
    catalogue = "figures/indicatoren.yaml"
    return {
        catalogue: SMALL[catalogue],
        "figures/2021/instroom.csv": f"jaar,ind,np,totaal\n{rows}",
        "figures/afgeleid.yaml": FORMULAS,
        "figures/regels.yaml": "regels: []\n",
        "content/2021/cijfers.yaml": CHAPTER.format(ref=ref),
    }


SMALL = {
    "figures/indicatoren.yaml": """\
tabellen:
  instroom:
    titel: Instroom
    eenheid: personen
    bron: verzonnen
    kolommen:
      ind:    {titel: IND}
      np:     {titel: Politie}
      totaal: {titel: Totaal}
  caseload:
    titel: Caseload
    kolommen:
      eind: {titel: Stand, soort: stand}
      uitstroom: {titel: Uitstroom}
  landen:
    titel: Landen
    sleutel: land
    kolommen:
      aantal: {titel: Aantal}
bronnen:
  verzonnen: {titel: Verzonnen bron, via_pers: ja}
"""
}


@pytest.mark.parametrize(
    ("ref", "old", "new", "size", "relative"),
    [
        ("instroom.ind", (600, 400), (700, 300), "100 meer", "+17 %"),
        # The first disagreement: a card once said '+0 %' beside '+0,1 %' in the text.
        ("instroom.ind", (10_000, 10), (10_010, 10), "10 meer", "+0,1 %"),
        ("instroom.ind", (600, 400), (600, 300), "", ""),
        ("instroom.aandeel_ind", (600, 400), (700, 300), "10 procentpunt hoger", ""),
        # The second: 53,6 and 54,4 percent print as 54 both; a text said '1 procentpunt hoger'
        # where the card said 'gelijk'.
        ("instroom.aandeel_ind", (536, 464), (544, 456), "", ""),
        # And 54,4 and 54,6 print as 54 and 55: what stands on the page differs by one.
        ("instroom.aandeel_ind", (544, 456), (546, 454), "1 procentpunt hoger", ""),
    ],
)
def test_text_card_chart_and_trend_agree(
    project: ProjectMaker,
    ref: str,
    old: tuple[int, int],
    new: tuple[int, int],
    size: str,
    relative: str,
) -> None:
    """Running text, the card, the words of the chart and the trend."""
    folder = project(files(ref, old, new))
    both = f"{size} ({relative})".replace(" %", f"{SPACE}%") if relative else size
    share = ref == "instroom.aandeel_ind"
    assert in_text(folder) == (both or ("even hoog" if share else "evenveel"))
    assert on_card(folder) == (f"{both} dan in 2020" if size else "gelijk aan 2020")
    assert f"({size or 'gelijk'})" in of_chart(folder)
    (trend,) = trends_of(read_asked(folder, [ref]))
    lines = [
        "".join(text for text, _ in line)
        for line in report_lines(read_asked(folder, [ref]), [trend], 100)
    ]
    last = next(line for line in lines if line.startswith("  2021 "))
    number, *unit = (size or "gelijk").split(" ")
    sign = {"": "", "meer": "+", "hoger": "+"}[unit[-1] if unit else ""]
    told = " ".join([f"{sign}{number}", *unit[:-1]]) + both[len(size) :]
    assert last.endswith(f"  {told}")


@pytest.mark.parametrize(
    ("ref", "old", "new", "words"),
    [
        ("instroom.ind", (600, 400), (700, 300), "+16,7 %"),
        ("instroom.ind", (10_000, 10), (10_010, 10), "+0,1 %"),
        ("instroom.aandeel_ind", (544, 456), (546, 454), "+1 procentpunt"),
    ],
)
def test_corrections_agree(
    project: ProjectMaker,
    ref: str,
    old: tuple[int, int],
    new: tuple[int, int],
    words: str,
) -> None:
    """A figure that reads differently in a later edition: check, annex, trend and diff."""
    base = files(ref, old, new)
    row = "jaar,ind,np,totaal\n2020,{},{},{}\n"
    folder = project(
        {
            **base,
            "figures/2021/instroom.csv": row.format(*old, sum(old)),
            "figures/2022/instroom.csv": row.format(*new, sum(new)),
            "content/2022/rapport.yaml": RAPPORT,
            "content/2022/cijfers.yaml": base["content/2021/cijfers.yaml"],
        }
    )
    words = words.replace(" %", f"{SPACE}%")
    (trend,) = trends_of(read_asked(folder, [ref]))
    lines = report_lines(read_asked(folder, [ref]), [trend], 100)
    revised = ["".join(text for text, _ in line) for line in lines]
    assert any(f"({words})" in line for line in revised if "editie 2022 zegt" in line)
    difference = difference_of(("2021", "2022"), lambda: folder, None, pages=False)
    from standrapport.review.compare.figure_views import figure_rows

    (shown,) = [row for row in figure_rows(difference.figures) if row.ref == ref]
    assert words in shown.change
    if ref == "instroom.ind":  # computed figures are no revisions of their own
        found = check_edition(folder, 2022).findings
        (revision,) = [one.message for one in found if one.code == "SR-C017"]
        assert f"instroom.ind 2020 was {shown.old} en is {shown.new} ({words})" in revision
        page = page_of(folder, 2022)
        assert f'<td class="getal">{words}</td>' in page
        assert "Instroom: IND" in page


RAPPORT = """\
titel: Verzonnen rapport
organisatie: Verzonnen dienst
datum: 2023-06-10
peildatum: 2022-12-31
status: concept
hoofdstukken: [cijfers]
"""


@pytest.mark.parametrize(
    ("rows", "declared", "why"),
    [
        (
            "jaar,periode,ind,np,totaal\n2020,,600,400,1000\n2021,t/m mei,700,300,1000\n",
            "",
            "over t/m mei; 2020 over het hele jaar",
        ),
        (
            "jaar,ind,np,totaal\n2020,600,400,1000\n2021,700,300,1000\n",
            "    breuken: [{jaar: 2021, uitleg: Anders geteld}]\n",
            "breuk in de reeks",
        ),
    ],
)
@pytest.mark.parametrize("ref", ["instroom.ind", "instroom.aandeel_ind"])
def test_what_does_not_compare_is_told_nowhere(
    project: ProjectMaker, ref: str, rows: str, declared: str, why: str
) -> None:
    """Over a break and between parts of a year: an error in text, a word on the card, silence in
    the chart, a dash with its reason in the trend.
    """
    base = files(ref, (600, 400), (700, 300))
    catalogue = base["figures/indicatoren.yaml"].replace(
        "    bron: verzonnen\n", f"    bron: verzonnen\n{declared}", 1
    )
    folder = project(
        {**base, "figures/indicatoren.yaml": catalogue, "figures/2021/instroom.csv": rows}
    )
    (wrong,) = [one for one in check_edition(folder, 2021).findings if one.code == "SR-N003"]
    assert why in wrong.message
    assert on_card(folder) == f"niet te vergelijken met 2020 ({why})"
    assert "hoger" not in of_chart(folder)
    assert "meer" not in of_chart(folder)
    (trend,) = trends_of(read_asked(folder, [ref]))
    change = trend.years[-1].change
    assert change is not None
    assert (change.difference, change.why) == (None, why)


def test_a_source_is_named_with_the_press_everywhere(project: ProjectMaker) -> None:
    """Page, data and trend: who passed the figures on is part of where they come from."""
    folder = project(files("instroom.ind", (600, 400), (700, 300)))
    name = "Verzonnen bron (via de pers)"
    page = page_of(folder, 2021)
    assert page.count(name) >= 2  # below the chart, and in the list of figures
    data = folder / "out/2021/data"
    rows = (data / "cijfers.csv").read_text("utf-8").splitlines()
    cells = [row for row in rows if row.startswith("instroom,") and ",nee,," not in row]
    assert [row for row in cells if row.startswith("instroom,ind,") and name not in row] == []
    assert name in (data / "kolommen.csv").read_text("utf-8")
    (trend,) = trends_of(read_asked(folder, ["instroom.ind"]))
    assert {said.source for year in trend.years for said in year.said} == {name}


def in_text(folder: Path) -> str:
    """What the filter puts in the text."""
    texts = check_edition(folder, 2021).texts
    (said,) = [plain(parts) for text, parts in texts.items() if "Hier" in text.raw]
    return said.removeprefix("Hier ").removesuffix(".")


def page_of(folder: Path, year: int) -> str:
    """The page, as a draft, with its entities as characters."""
    built = build_edition(folder, year, folder / "out", frozenset({"html"}), concept=True)
    return unescape(built.written[0].read_text("utf-8"))


def on_card(folder: Path) -> str:
    """What stands below the number of the card."""
    line = re.search(r'<p class="kaartverschil">(.*?)</p>', page_of(folder, 2021))
    assert line
    return re.sub(r"<[^>]+>", "", line[1])


def of_chart(folder: Path) -> str:
    """The text alternative of the chart."""
    found = re.search(r"Lijndiagram: Grafiek[^<\"]*", page_of(folder, 2021))
    assert found
    return found[0]


def test_a_chart_by_itself_has_the_same_words() -> None:
    """Points as they are printed, without a project around them."""
    points = (
        Point("2020", Decimal("61.0"), f"61,0{SPACE}%"),
        Point("2021", Decimal("70.0"), f"70,0{SPACE}%"),
    )
    chart = Chart("lijn", "Aandeel", ("2020", "2021"), (Series("A", points),), "procent")
    assert "(9,0 procentpunt hoger)" in describe(chart)
