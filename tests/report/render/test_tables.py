# SPDX-License-Identifier: EUPL-1.2
"""What `rijen` puts under each other: figures, years or keys; every cell stays with its figure."""

from __future__ import annotations

import re

import pytest

from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import report_input
from standrapport.report.render import render
from tests.conftest import ROOT, ProjectMaker

LANDEN = "jaar,land,aantal\n2020,Noordland,590\n2020,Zuidland,400\n2021,Noordland,620\n2021,Zuidland,380\n"
TOTALS = ("2020 600 990", "2021 700 1.000")


@pytest.mark.parametrize(
    ("asked", "head", "rows"),
    [
        ("[instroom.ind, instroom.totaal], rijen: jaren", "Jaar IND Totaal", TOTALS),
        ("[instroom.ind], rijen: cijfers", "2020 2021", ("IND 600 700",)),
        ("landen.aantal, rijen: jaren", "Jaar Noordland Zuidland", ("2020 590 400", "2021 620 380")),
        ("landen.aantal, rijen: sleutels", "Land 2020 2021", ("Noordland 590 620", "Zuidland 400 380")),
        (
            "landen.aantal, rijen: cijfers",
            "Noordland 2020 Noordland 2021 Zuidland 2020 Zuidland 2021",
            ("Aantal 590 620 400 380",),
        ),
        ("landen.aantal, rijen: jaren, top: 1", "Jaar Noordland", ("2020 590", "2021 620")),
    ],
)  # fmt: skip
def test_rows_are_what_was_asked_for(
    project: ProjectMaker, asked: str, head: str, rows: tuple[str, ...]
) -> None:
    """The head of the table, and each row with its cells."""
    block = f"{{soort: tabel, titel: T, jaren: [-1, 0], cijfers: {asked}}}"
    folder = project(
        {
            "content/2021/cijfers.yaml": f"titel: C\nblokken:\n  - {block}\n",
            "figures/2021/landen.csv": LANDEN,
        }
    )
    checked = check_edition(folder, 2021)
    assert checked.edition is not None
    page = render(report_input(checked, checked.edition, concept=True), ROOT / "templates")
    table = re.search(r"<table>\n<caption>.*?</table>", page.html, re.DOTALL)
    assert table
    lines = [
        " ".join(re.sub(r"<[^>]+>", " ", line).split())
        for line in re.findall(r"<tr.*?</tr>", table[0], re.DOTALL)
    ]
    assert lines == [head, *rows]
    assert not [finding for finding in page.findings if finding.code == "SR-R011"]
