"""What the report says on its cards and in its list of findings."""

from __future__ import annotations

import re

import pytest

from standrapport.pipeline.build import build_edition
from tests.conftest import ProjectMaker

HTML = frozenset({"html"})
CARD = "titel: C\nblokken:\n  - {soort: kerncijfers, cijfers: [instroom.ind]}\n"


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ("600", "700", "100 meer (+17\N{NO-BREAK SPACE}%) dan in 2020"),
        ("600", "600", "gelijk aan 2020"),
        ("n.n.b.", "700", "vorig jaar niet bekend"),
        ("n.n.b.", "n.n.b.", "vorig jaar niet bekend"),
        ("600", "n.n.b.", "vorig jaar 600"),
        ("<5", "700", "vorig jaar <5"),
    ],
)
def test_a_card_says_what_is_known_of_the_year_before(
    project: ProjectMaker, before: str, now: str, words: str
) -> None:
    """The change when both years are known, else last year's figure, and only where that is missing
    that it is not known.
    """
    rows = f"jaar,ind,np,totaal\n2020,{before},n.n.b.,n.n.b.\n2021,{now},n.n.b.,n.n.b.\n"
    folder = project(
        {
            "figures/2021/instroom.csv": rows,
            "figures/regels.yaml": "regels: []\n",
            "content/2021/cijfers.yaml": CARD,
        }
    )
    page = (
        build_edition(folder, 2021, folder / "out", HTML, concept=True)
        .written[0]
        .read_text("utf-8")
    )
    line = re.search(r'<p class="kaartverschil">(.*?)</p>', page)
    assert line
    assert re.sub(r"<[^>]+>", "", line[1]).replace("&lt;", "<").strip() == words


def test_a_card_of_a_percentage_changes_in_points(project: ProjectMaker) -> None:
    """From 61 to 70 percent is 9 points more, not 15 percent."""
    rows = "jaar,ind,np,totaal\n2020,610,390,1.000\n2021,700,300,1.000\n"
    card = "titel: C\nblokken:\n  - {soort: kerncijfers, cijfers: [instroom.aandeel_ind]}\n"
    folder = project(
        {
            "figures/2021/instroom.csv": rows,
            "figures/regels.yaml": "regels: []\n",
            "content/2021/cijfers.yaml": card,
        }
    )
    page = (
        build_edition(folder, 2021, folder / "out", HTML, concept=True)
        .written[0]
        .read_text("utf-8")
    )
    line = re.search(r'<p class="kaartverschil">(.*?)</p>', page)
    assert line
    assert re.sub(r"<[^>]+>", "", line[1]) == "9,0 procentpunt hoger dan in 2020"


def test_repairs_stand_under_their_finding(project: ProjectMaker) -> None:
    """In a draft a finding with what would mend it is one item of the list."""
    folder = project(
        {"figures/2021/instroom.csv": "jaar,ind,np,totaal\n2020,600,390,990\n2021,700,300,1.900\n"}
    )
    page = (
        build_edition(folder, 2021, folder / "out", HTML, concept=True)
        .written[0]
        .read_text("utf-8")
    )
    found = re.search(r'<ul class="meldingen">(.*?)</ul>', page, re.DOTALL)
    assert found
    items = re.findall(r"<li>(.*?)</li>", found[1], re.DOTALL)
    assert [
        item for item in items if "fout SR-" not in item and "waarschuwing SR-" not in item
    ] == []
    assert "\n    past wel:" in items[0]
