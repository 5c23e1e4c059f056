# SPDX-License-Identifier: EUPL-1.2
"""The block 'populaties': drawn and listed from the catalogue, and the chosen words of a group read
in sentences.
"""

from __future__ import annotations

import re
from pathlib import Path

from standrapport.pipeline.build import build_edition
from standrapport.pipeline.check import check_edition
from tests.conftest import ROOT
from tests.report.render.populations import NAMED, small


def test_the_page_of_2024_lists_every_group_with_who_counts(tmp_path: Path) -> None:
    """The list says what the picture shows, in the order of the block."""
    build_edition(ROOT, 2024, tmp_path, frozenset({"html"}))
    page = next((tmp_path / "2024").glob("stand*.html")).read_text("utf-8")
    block = re.search(r'<ol class="groepenlijst">.*?</ol>', page, re.DOTALL)
    assert block
    words = " ".join(re.sub(r"<[^>]+>", " ", block[0]).split())
    assert "Emigratie Wie telt: gemeenten, in de BRP Wie telt mee: EU-burgers" in words
    assert "mensen die aan de grens zijn geweigerd en vertrokken" in words
    order = re.findall(r'<strong class="groep">([^<]+)', block[0])
    assert order[0] == "Caseload van de dienst"
    assert len(order) == 5
    picture = page[: block.start()].rpartition('<div class="breed">')[2]
    assert picture.count("<circle") > 20


def test_chosen_words_of_a_group_tell_which_figure_is_named(tmp_path: Path) -> None:
    """Two groups with the same column: 'baliebezoekers' is another name of one of them, so a number
    of the other group is an error there; without the name nobody can tell.
    """
    read = check_edition(small(tmp_path / "met", NAMED), 2024)
    assert [f.code for f in read.findings if f.severity.value == "error"] == ["SR-N016"]
    assert "twee.klachten" in next(f.message for f in read.findings if f.code == "SR-N016")
    blind = check_edition(small(tmp_path / "zonder", ""), 2024)
    assert [f.code for f in blind.findings if f.severity.value == "error"] == []
