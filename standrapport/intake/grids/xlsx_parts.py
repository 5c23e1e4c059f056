# SPDX-License-Identifier: EUPL-1.2
"""What the cells of an XLSX workbook refer to: its sheets, its formats, its shared texts, and the
remarks fastened to cells, which may change the meaning of a figure; and what a workbook leaves
unsaid, from ECMA-376 part 1: the codes of built-in formats (18.8.30) and the day a number stands
for (18.17.4.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from datetime import datetime, timedelta
from typing import NamedTuple

from ...core.frozen import dataclass
from .grid import tidy
from .package import Event, Package

BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}
# Quoted words, and what stands between square brackets but for [h], [mm], [ss].
_ASIDE = re.compile(r'".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')
_DURATION = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)
_DATE = re.compile(r"(?<![_\\])[dmhys]", re.IGNORECASE)
_DAY_ZERO, _DAY_ZERO_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - of no zone
_FALSE_LEAP_DAY = 60  # 29 February 1900, which workbooks count and the calendar does not


def is_duration(code: str) -> bool:
    """Whether a format shows hours, minutes or seconds that go on beyond a day."""
    return _DURATION.search(code.split(";", maxsplit=1)[0]) is not None


def is_date(code: str) -> bool:
    """Whether a format shows a day or a time of day."""
    return _DATE.search(_ASIDE.sub("", code.split(";", maxsplit=1)[0])) is not None


def moment_of(serial: float, *, from_1904: bool) -> datetime | None:
    """The moment a number of days stands for; None for a time of day, of no day.

    Raises OverflowError for a day beyond the year 9999.
    """
    day, part = divmod(serial, 1)
    time = timedelta(milliseconds=round(part * 86_400_000))
    if serial < 1 and not time.days:
        return None
    if 0 < serial < _FALSE_LEAP_DAY and not from_1904:
        day += 1
    return (_DAY_ZERO_1904 if from_1904 else _DAY_ZERO) + timedelta(days=day) + time


# Text in parts, each raised or not.
Parts = tuple[tuple[str, bool], ...]
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


class Style(NamedTuple):
    """How cells are shown: the code of their format, and whether their whole text is raised or
    struck through.
    """

    code: str = "General"
    raised: bool = False
    struck: bool = False


@dataclass
class Book:
    """A workbook without its cells.

    `trusted`: the outcomes of its formulas were worked out before it was saved.
    """

    sheets: list[tuple[str, str]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    texts: list[Parts] = field(default_factory=list)
    from_1904: bool = False
    trusted: bool = True
    by_hand: bool = False


def book_of(package: Package) -> Book:
    """The workbook in a package. Raises LookupError when there is none."""
    main = next(
        (part for kind, part in package.targets("").values() if kind == "officeDocument"),
        "xl/workbook.xml",
    )
    if main not in package:
        raise LookupError(main)
    targets = package.targets(main)
    book = Book()
    for kind, name, attributes in package.events(main):
        if kind != "start":
            continue
        if name == "workbookPr":
            book.from_1904 = _yes(attributes.get("date1904"))
        elif name == "calcPr":
            book.trusted = not _yes(attributes.get("fullCalcOnLoad")) and _yes(
                attributes.get("calcCompleted", "1")
            )
            book.by_hand = attributes.get("calcMode") == "manual"
        elif name == "sheet":
            sort, part = targets.get(attributes.get("id", ""), ("", ""))
            if sort == "worksheet":
                title = attributes.get("name", "")
                if attributes.get("state", "visible") == "visible":
                    book.sheets.append((title, part))
                else:
                    book.hidden.append(title)
    parts = dict(targets.values())
    book.styles = _styles(package.events(parts.get("styles", "")))
    book.texts = list(_texts(package.events(parts.get("sharedStrings", ""))))
    return book


def text_of(stream: Iterator[Event], end: str) -> Parts:
    """The text up to the end of the element it stands in, in parts.

    How it is pronounced (Asian) is no part of it.
    """
    parts: list[tuple[str, bool]] = []
    raised = inside = spoken = False
    for kind, name, attributes in stream:
        if kind == "text":
            if inside and not spoken:
                parts.append((unescaped(name), raised))
        elif kind == "start":
            inside = name == "t"
            spoken = spoken or name == "rPh"
            if name == "r":
                raised = False
            elif name == "vertAlign":
                raised = attributes.get("val") == "superscript"
        elif name == end:
            break
        else:
            inside = False
            spoken = spoken and name != "rPh"
    return tuple(parts)


def unescaped(text: str) -> str:
    """Text in which a control character was written as _x000D_."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _texts(stream: Iterator[Event]) -> Iterator[Parts]:
    for kind, name, _ in stream:
        if (kind, name) == ("start", "si"):
            yield text_of(stream, "si")


def _styles(stream: Iterator[Event]) -> list[Style]:
    codes = {str(number): code for number, code in BUILT_IN.items()}
    fonts: list[tuple[bool, bool]] = []
    styles: list[Style] = []
    path: list[str] = []
    for kind, name, attributes in stream:
        if kind == "end":
            path.pop()
        elif kind == "start":
            path.append(name)
            match path[1:3]:
                case ["numFmts", "numFmt"]:
                    codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
                case ["fonts", "font"] if len(path) == 3:
                    fonts.append((False, False))
                case ["fonts", "font"] if name == "vertAlign":
                    fonts[-1] = attributes.get("val") == "superscript", fonts[-1][1]
                case ["fonts", "font"] if name == "strike":
                    fonts[-1] = fonts[-1][0], _yes(attributes.get("val", "1"))
                case ["cellXfs", "xf"] if len(path) == 3:
                    font = int(attributes.get("fontId", "0"))
                    code = codes.get(attributes.get("numFmtId", "0"), "General")
                    styles.append(Style(code, *(fonts[font] if font < len(fonts) else ())))
    return styles


def _yes(value: str | None) -> bool:
    return value in {"1", "true", "on"}


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
