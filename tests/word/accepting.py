# SPDX-License-Identifier: EUPL-1.2
"""A reader of tracked changes: what is left of a body when every change is accepted, or rejected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

GOES = {  # what takes words away, by what becomes of the changes
    True: {qn("w:del"), qn("w:moveFrom")},
    False: {qn("w:ins"), qn("w:moveTo")},
}
Line = tuple[str, str]  # the style of a paragraph and its words
Seen = Line | tuple[tuple[Line, ...], ...]  # or the cells of a table, row by row


def left_of(body: Any, *, accept: bool) -> list[Seen]:
    """Paragraphs and tables in order; a paragraph whose end goes is read on in the next."""
    found: list[Seen] = []
    waiting = ""
    for element in body:
        if element.tag == qn("w:p"):
            words = waiting + _words(element, accept)
            if _goes(element, (qn("w:pPr"), qn("w:rPr")), accept):
                waiting = words
            else:
                found.append((_style(element), words))
                waiting = ""
        elif element.tag == qn("w:tbl"):
            assert waiting == "", "words before a table have lost their paragraph"
            rows = tuple(_row(one, accept) for one in _rows(element, accept))
            if rows:
                found.append(rows)
        else:
            assert element.tag == qn("w:sectPr")
    assert waiting == ""
    return found


def _rows(table: Any, accept: bool) -> Iterator[Any]:
    for row in table.iter(qn("w:tr")):
        if not _goes(row, (qn("w:trPr"),), accept):
            yield row


def _row(row: Any, accept: bool) -> tuple[Line, ...]:
    cells = []
    for cell in row.iter(qn("w:tc")):
        inside = left_of([one for one in cell if one.tag == qn("w:p")], accept=accept)
        assert len(inside) == 1, "a cell has one paragraph"
        cells.append(inside[0])
    return tuple(cells)  # type: ignore[arg-type]


def _goes(element: Any, way: tuple[str, ...], accept: bool) -> bool:
    """Whether the end of a paragraph, or a row, goes."""
    about = element
    for step in way:
        about = about.find(step) if about is not None else None
    return about is not None and any(one.tag in GOES[accept] for one in about)


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else str(style.get(qn("w:val")))


def _words(parent: Any, accept: bool) -> str:
    found = ""
    for one in parent:
        if one.tag in GOES[accept] or one.tag == qn("w:pPr"):
            continue
        if one.tag in (qn("w:t"), qn("w:delText")):
            found += one.text or ""
        else:
            found += _words(one, accept)
    return found
