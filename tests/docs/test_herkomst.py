# SPDX-License-Identifier: EUPL-1.2
"""docs/herkomst.md: every place it names exists, every part of a publication is placed or explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from standrapport.pipeline.check import check_edition
from tests.conftest import ROOT

DOCUMENT = ROOT / "docs/herkomst.md"
PUBLICATIONS = {
    "Stand van de uitvoering 2022 (over 2021)": 40,
    "Bijlage 3: indicatoren en bronnen voor de evaluatie": 15,
    "Staat van Migratie 2023, bladzijde 111": 6,
    "Antwoorden op Kamervragen 2025Z20876": 17,
}
YEARS = (2021, 2024, 2025)
PLACE = re.compile(r"`([^`]+)`")


def rows_under(text: str, heading: str) -> list[list[str]]:
    """The cells of each row of the table under a heading, without the heads."""
    _, found, after = text.partition(f"# {heading}\n")
    assert found, f"geen kop '{heading}'"
    section = re.split(r"^#+ ", after, maxsplit=1, flags=re.MULTILINE)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def blocks_of(year: int) -> list[str]:
    """Every block of an edition as year/chapter/block."""
    edition = check_edition(ROOT, year).edition
    assert edition is not None
    return [
        f"{year}/{chapter.name}/{block.id}"
        for chapter in edition.chapters
        for block in chapter.blocks
    ]


@pytest.fixture(scope="module")
def known() -> set[str]:
    """What a place can be, next to a file: a block of an edition or a figure, also a derived one."""
    blocks = {block for year in YEARS for block in blocks_of(year)}
    figures = {id_.ref for year in YEARS for id_ in check_edition(ROOT, year).figures}
    return blocks | figures | set(check_edition(ROOT, YEARS[0]).catalogue.refs)


def missing_places(text: str, known: set[str], root: Path) -> list[str]:
    """Places between backticks in the tables of a document that are no block, no figure and no file."""
    tables = "\n".join(line for line in text.splitlines() if line.startswith("|"))
    return [
        place
        for place in PLACE.findall(tables)
        if place not in known and not (root / place).is_file()
    ]


def test_every_place_exists(known: set[str]) -> None:
    """Block, figure or file; a retitled block is noticed here."""
    assert missing_places(DOCUMENT.read_text("utf-8"), known, ROOT) == []


def test_a_place_that_is_not_there_is_noticed(known: set[str]) -> None:
    """The check above can fail: on a block, a figure and a file."""
    text = "| iets | `2021/keten/tekst-bestaat-niet`, `lp.bestaat_niet`, `figures/bestaat-niet.yaml` | |"
    assert len(missing_places(text, known, ROOT)) == 3


@pytest.mark.parametrize("publication", PUBLICATIONS)
def test_every_part_of_a_publication_is_placed_or_explained(publication: str) -> None:
    """No empty table, and no row with neither a place nor a reason."""
    rows = rows_under(DOCUMENT.read_text("utf-8"), publication)
    assert len(rows) >= PUBLICATIONS[publication]
    assert [
        row for row in rows if len(row) != 3 or not row[0] or not (PLACE.search(row[1]) or row[2])
    ] == []
