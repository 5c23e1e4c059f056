# SPDX-License-Identifier: EUPL-1.2
"""Sections written for a terminal, in Markdown and as a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from .sections import Drawing, Facts, Items, Line, Part, Section, Sentences, TextTable, plain

_FACT = 12  # characters for the name of a fact
_UNNAMED = "titel"  # a fact that needs no name where it stands right below the heading
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~$&@:-])")
_MARKS = {"weg": ("<del>", "</del>"), "erbij": ("<ins>", "</ins>")}


def section_lines(sections: Iterable[Section]) -> Iterator[Line]:
    """The sections as lines of spans; whoever prints them folds them to the window."""
    for number, section in enumerate(sections):
        if number and section.apart:
            yield ()
        if section.title:
            beside = ((section.beside, ""),) if section.beside else ()
            yield ((section.title, "kop"), *beside)
        for at, part in enumerate(section.parts):
            # A table stands free, and so does what follows another part.
            if at or (isinstance(part, TextTable) and section.title):
                yield ()
            yield from _lines(part)


def _lines(part: Part) -> Iterator[Line]:
    match part:
        case Facts():
            yield from (plain(f"  {name:<{_FACT}}{value}") for name, value in part.told)
        case Items():
            for item in part.items:
                yield plain(f"  {item.words}")
                yield from ((((" " * part.indent), ""), *detail) for detail in item.details)
        case TextTable():
            yield from table_lines(part)
            yield from (plain(f"  {line}") for line in part.below)
        case Drawing() | Sentences():
            yield from (plain(line) for line in part.lines)


def table_lines(grid: TextTable) -> Iterator[Line]:
    """The heading of a table and a line per row, numbers to the right."""
    first = max(len(name) for name in (grid.corner, *grid.names))
    columns = [column.texts for column in grid.columns]
    for row, name in enumerate((grid.corner, *grid.names)):
        cells = "  ".join(texts[row] for texts in columns)
        yield ((f"  {name:<{first}}  {cells}".rstrip(), "" if row else "kop"),)


def as_plain_text(lines: Iterable[Line]) -> str:
    """Lines without what their stretches are."""
    return "".join(f"{''.join(text for text, _ in line)}\n" for line in lines)


def section_markdown(sections: Iterable[Section]) -> str:
    """The sections in Markdown; nothing in them means anything to Markdown by accident."""
    blocks: list[str] = []
    for section in sections:
        if section.title:
            gap = " " if section.beside.startswith(" ") else ""
            heading = f"{section.title.rstrip(':')}{gap}{section.beside.strip()}"
            blocks.append(f"### {escape_markdown(heading)}")
        blocks.extend(_markdown(part) for part in section.parts)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _markdown(part: Part) -> str:
    match part:
        case Facts():
            return "\n".join(
                f"- **{escape_markdown(name or _UNNAMED)}** {escape_markdown(value)}"
                for name, value in part.told
            )
        case Items():
            return "\n".join(
                f"- {escape_markdown(item.words)}"
                + "".join(f"<br>{_stretches(detail)}" for detail in item.details)
                for item in part.items
            )
        case TextTable():
            return _markdown_table(part)
        case Drawing():
            return "\n".join(
                ["```text", *(line.replace("```", "'''") for line in part.lines), "```"]
            )
        case Sentences():
            return "\n\n".join(escape_markdown(line) for line in part.lines if line.strip())


def _markdown_table(grid: TextTable) -> str:
    rows = [
        [name, *("".join(column.cells[at]) for column in grid.columns)]
        for at, name in enumerate(grid.names)
    ]
    head = [grid.corner, *(column.heading for column in grid.columns)]
    line = ["---", *("---:" for _ in grid.columns)]
    cells = [[escape_markdown(cell) for cell in row] for row in (head, *rows)]
    table = "\n".join(f"| {' | '.join(row)} |" for row in (cells[0], line, *cells[1:]))
    below = "\n".join(escape_markdown(text) for text in grid.below)
    return f"{table}\n\n{below}" if below else table


def _stretches(line: Line) -> str:
    found = []
    for text, kind in line:
        before, after = _MARKS.get(kind, ("", ""))
        found.append(f"{before}{escape_markdown(text)}{after}")
    return "".join(found)


def escape_markdown(text: str) -> str:
    """Text that means nothing to Markdown, nor names a person or issue on a code platform."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split())).replace("\\@", "&#64;")


def section_html(title: str, sections: Iterable[Section], style: str) -> str:
    """The sections as one page that asks nothing of anywhere; `style` is CSS of the tool."""
    body = "\n".join(_html(section) for section in sections)
    return (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>\n{style}\n</style>\n</head>\n"
        f'<body class="scherm">\n<main id="inhoud">\n<h1>{escape(title)}</h1>\n{body}\n'
        "</main>\n</body>\n</html>\n"
    )


def _html(section: Section) -> str:
    gap = " " if section.beside.startswith(" ") else ""
    beside = f"{gap}<small>{escape(section.beside.strip())}</small>" if section.beside else ""
    head = f"<h2>{escape(section.title.rstrip(':'))}{beside}</h2>\n" if section.title else ""
    return head + "\n".join(_html_part(part) for part in section.parts)


def _html_part(part: Part) -> str:
    match part:
        case Facts():
            rows = "".join(
                f"<dt>{escape(name or _UNNAMED)}</dt><dd>{escape(value)}</dd>"
                for name, value in part.told
            )
            return f"<dl>{rows}</dl>"
        case Items():
            points = "".join(
                f"<li>{escape(item.words)}{''.join(map(_html_detail, item.details))}</li>"
                for item in part.items
            )
            return f"<ul>{points}</ul>"
        case TextTable():
            return _html_table(part)
        case Drawing():
            return f"<pre>{escape(chr(10).join(part.lines))}</pre>"
        case Sentences():
            return "".join(f"<p>{escape(line)}</p>" for line in part.lines if line.strip())


def _html_detail(line: Line) -> str:
    stretches = (
        f"{before}{escape(text)}{after}"
        for text, kind in line
        for before, after in (_MARKS.get(kind, ("", "")),)
    )
    return f"<p>{''.join(stretches)}</p>"


def _html_table(grid: TextTable) -> str:
    heads = "".join(
        f'<th scope="col" class="getal">{escape(column.heading)}</th>' for column in grid.columns
    )
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th>'
        + "".join(
            f'<td class="getal">{escape("".join(column.cells[at]))}</td>' for column in grid.columns
        )
        + "</tr>"
        for at, name in enumerate(grid.names)
    )
    below = "".join(f"<p>{escape(text)}</p>" for text in grid.below)
    return (
        f'<table><thead><tr><th scope="col">{escape(grid.corner)}</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table>{below}"
    )
