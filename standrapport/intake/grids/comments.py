# SPDX-License-Identifier: EUPL-1.2
"""Remarks fastened to the cells of an XLSX sheet, in a part of their own: what they say may change
the meaning of a figure as well as a note below the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .grid import tidy
from .package import Package
from .xlsx_parts import text_of

# What a program writes before a remark with answers, for programs that know only plain ones.
_THREADED = re.compile(
    r"^\[(?:Threaded comment|Opmerkingenthread)\].*?(?:Comment|Opmerking):", re.DOTALL
)
_ROW = re.compile(r"[0-9]+$")
_MOST = 500  # remarks of one sheet
_NAME = 60  # letters of who made it


def comments_of(package: Package, sheet: str) -> list[tuple[int, str]]:
    """The remarks of a sheet, each with its row (from 0), in the order of the file."""
    parts = [part for kind, part in package.targets(sheet).values() if kind == "comments"]
    return [one for part in parts for one in _remarks(package, part)][:_MOST]


def _remarks(package: Package, part: str) -> Iterator[tuple[int, str]]:
    authors: list[str] = []
    row, author = 0, ""
    stream = package.events(part)
    for kind, name, attributes in stream:
        if kind == "text" and authors and not authors[-1]:
            authors[-1] = name.strip()
        elif kind != "start":
            continue
        elif name == "author":
            authors.append("")
        elif name == "comment":
            found = _ROW.search(attributes.get("ref", ""))
            row = int(found[0]) - 1 if found else 0
            number = int(attributes.get("authorId", "-1"))
            author = authors[number] if 0 <= number < len(authors) else ""
        elif name == "text":
            written = "".join(text for text, _ in text_of(stream, "text"))
            if said := _said(written, author):
                yield row, said


def _said(written: str, author: str) -> str:
    """The remark itself, without the name that programs set before it."""
    text = tidy(_THREADED.sub("", written))
    if author and len(author) <= _NAME and text.startswith(f"{author}:"):
        text = text.removeprefix(f"{author}:").strip()
    return text
