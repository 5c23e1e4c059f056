# SPDX-License-Identifier: EUPL-1.2
"""Reading exported files back, by other means than those that wrote them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

FRONT = ("Omslag", "Inhoud", "Toelichting", "Kolommen")


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file by the names of its header."""
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))


@dataclass(frozen=True)
class Page:
    """A worksheet: the lines above its table, the header and the rows."""

    name: str
    lines: list[str]
    header: list[str]
    rows: list[list[Any]]


def pages_of(path: Path) -> dict[str, Page]:
    """The worksheets of an XLSX or ODS file."""
    book = CalamineWorkbook.from_path(str(path))
    pages = {}
    for name in book.sheet_names:
        cells = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        top = next(
            (at for at, row in enumerate(cells) if len(row) > 1 and row[1] != ""), len(cells)
        )
        header = [str(cell) for cell in cells[top]] if top < len(cells) else []
        pages[name] = Page(
            name,
            [str(row[0]) for row in cells[:top]],
            header,
            [list(row) for row in cells[top + 1 :]],
        )
    return pages
