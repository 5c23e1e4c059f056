# SPDX-License-Identifier: EUPL-1.2
"""The contents: one list on a screen, two of about the same length on paper, nothing left out."""

from __future__ import annotations

from markupsafe import Markup

from standrapport.report.render.blocks import ChapterView
from standrapport.report.render.contents import contents_of


def chapters(*below: int) -> list[ChapterView]:
    """Chapters with so many headings below each."""
    return [
        ChapterView(
            f"h-{at}",
            str(at),
            Markup(""),
            f"Hoofdstuk {at}",
            (),
            tuple((f"b-{at}-{row}", f"Blok {row}") for row in range(count)),
        )
        for at, count in enumerate(below, 1)
    ]


def test_a_screen_has_one_list() -> None:
    """In reading order, numbers before the titles, annexes last."""
    (column,) = contents_of(chapters(1, 5), [("bijlage-x", "Over de cijfers")], 1)
    assert [entry.words for entry in column] == [
        "1 Hoofdstuk 1",
        "2 Hoofdstuk 2",
        "Over de cijfers",
    ]


def test_paper_has_two_of_about_the_same_length() -> None:
    """The difference is never more than the longest chapter, and the order stays."""
    for below in ((3, 3, 3, 3), (0, 0, 9), (9, 0, 0), (1,), (2, 7, 1, 1, 1, 4)):
        columns = contents_of(chapters(*below), [("bijlage-x", "Over de cijfers")], 2)
        shown = [entry.id for column in columns for entry in column]
        assert shown == [f"h-{at}" for at in range(1, len(below) + 1)] + ["bijlage-x"]
        lengths = [sum(entry.lines for entry in column) for column in columns]
        assert len(columns) == 2
        assert abs(lengths[0] - lengths[1]) <= max(below) + 2


def test_nothing_gives_no_list() -> None:
    """A report without chapters or annexes has no empty list."""
    assert contents_of([], [], 2) == ()
