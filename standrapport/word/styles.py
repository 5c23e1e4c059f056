# SPDX-License-Identifier: EUPL-1.2
"""The styles, lists and page of the Word document, in the colours of the report: how each element
of the page looks there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ..core.frozen import dataclass
from .xml import NAMESPACES, PLAIN, Look, escaped

_INK, _QUIET, _ACCENT, _RULE = "1B2733", "4D5A66", "0B4F7D", "C3CBD3"
COLOURS = frozenset({_INK, _QUIET, _ACCENT, _RULE})  # those the document itself has
_FONT = "Arial"  # on every machine; the report's own letter is not


def _style(
    id_: str,
    name: str,
    paragraph: str = "",
    run: str = "",
    *,
    kind: str = "paragraph",
    based: str = "Normal",
    following: str = "",
    more: str = "",
) -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based and id_ != based else ""
    nxt = f'<w:next w:val="{following}"/>' if following else ""
    default = ' w:default="1"' if id_ in ("Normal", "TableNormal") else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{id_}"><w:name w:val="{name}"/>{on}{nxt}'
        f"<w:qFormat/>{f'<w:pPr>{paragraph}</w:pPr>' if paragraph else ''}"
        f"{f'<w:rPr>{run}</w:rPr>' if run else ''}{more}</w:style>"
    )


def _heading(level: int, size: int, colour: str, before: int) -> str:
    return _style(
        f"Heading{level}",
        f"heading {level}",
        f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="80"/>'
        f'<w:outlineLvl w:val="{level - 1}"/>',
        f'<w:b/><w:color w:val="{colour}"/><w:sz w:val="{size}"/>',
        following="Normal",
    )


def _size(half_points: int, colour: str = "", *, bold: bool = False) -> str:
    shade = f'<w:color w:val="{colour}"/>' if colour else ""
    return f'{"<w:b/>" if bold else ""}{shade}<w:sz w:val="{half_points}"/>'


def _space(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _indent(left: int, hanging: int = 0) -> str:
    hang = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{left}"{hang}/>'


def _list(name: str, id_: str, number: int) -> list[str]:
    """The styles of a list at three depths."""
    return [
        _style(
            f"{id_}{'' if depth == 1 else depth}",
            f"{name}{'' if depth == 1 else f' {depth}'}",
            f'<w:numPr><w:ilvl w:val="{depth - 1}"/><w:numId w:val="{number}"/></w:numPr>'
            f"{_space(0, 60)}",
        )
        for depth in (1, 2, 3)
    ]


def _letters(id_: str, run: str, name: str = "") -> str:
    """A style of words within a paragraph."""
    return _style(id_, name or id_, run=run, kind="character", based="DefaultParagraphFont")


def styles_xml() -> str:
    """Every style the document uses, by the names Word itself has for them."""
    keep = "<w:keepNext/>"
    all_ = [
        _style("Normal", "Normal", _space(0, 120), based=""),
        _style("DefaultParagraphFont", "Default Paragraph Font", kind="character", based=""),
        _style(
            "TableNormal",
            "Normal Table",
            kind="table",
            based="",
            more='<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
            '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
            "</w:tblPr>",
        ),
        _style("Title", "Title", _space(2400, 120), _size(60, _ACCENT, bold=True)),
        _style("Subtitle", "Subtitle", _space(0, 360), _size(28, _QUIET)),
        _style("Organisatie", "Organisatie", "", _size(28, _ACCENT, bold=True)),
        _heading(1, 40, _ACCENT, 360),
        _heading(2, 27, _INK, 280),
        _heading(3, 23, _INK, 200),
        _heading(4, 21, _QUIET, 160),
        *_list("List Bullet", "ListBullet", 1),
        *_list("List Number", "ListNumber", 2),
        _style("Lijstvervolg", "Lijstvervolg", _space(0, 60) + _indent(340)),
        _style("Caption", "caption", keep + _space(160, 80), _size(21, _INK, bold=True)),
        _style("Quote", "Quote", _space(120, 120) + _indent(567), f"<w:i/>{_size(24, _ACCENT)}"),
        _style("Bij", "Bij", _space(0, 160) + _indent(567), _size(19, _QUIET)),
        _style("Samenvatting", "Samenvatting", "", "<w:b/>"),
        _style("Begrip", "Begrip", keep + _space(60, 0), "<w:b/>"),
        _style("Uitleg", "Uitleg", _space(0, 60) + _indent(284)),
        _style("Bron", "Bron", _space(60, 80), _size(18, _QUIET)),
        _style("Figuur", "Figuur", keep + _space(0, 60)),
        _style(
            "Programma", "Programma", "", '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>'
        ),
        _style("Tabeltekst", "Tabeltekst", _space(20, 20), _size(18)),
        _style(
            "Tabelkop", "Tabelkop", keep + _space(20, 20), _size(18, bold=True), based="Tabeltekst"
        ),
        _style("Tabelkoprechts", "Tabelkop rechts", '<w:jc w:val="right"/>', based="Tabelkop"),
        _style("Tabelgetal", "Tabelgetal", '<w:jc w:val="right"/>', based="Tabeltekst"),
        _style(
            "Tussenruimte",
            "Tussenruimte",
            '<w:spacing w:before="0" w:after="0" w:line="120"/>',
            _size(8),
        ),
        _style("TOCHeading", "TOC Heading", _space(360, 120), _size(40, _ACCENT, bold=True)),
        _style("TOC1", "toc 1", _space(0, 60)),
        _style("Header", "header", "", _size(18, _QUIET)),
        _style("Footer", "footer", "", _size(18, _QUIET)),
        _style("FootnoteText", "footnote text", _space(0, 20), _size(18)),
        _style("CommentText", "annotation text", "", _size(20)),
        _letters("FootnoteReference", '<w:vertAlign w:val="superscript"/>', "footnote reference"),
        _letters("CommentReference", _size(16), "annotation reference"),
        _letters("Hyperlink", f'<w:color w:val="{_ACCENT}"/><w:u w:val="single"/>'),
        # A figure looks like one: a reader sees what is text and what comes from the tables.
        _letters("Cijfer", '<w:shd w:val="clear" w:color="auto" w:fill="E3EDF5"/>'),
        _letters("Nummer", f'<w:color w:val="{_QUIET}"/>'),
        _letters("Code", '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>'),
        _table_style(),
    ]
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/>'
        f'<w:color w:val="{_INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        f"</w:docDefaults>{''.join(all_)}</w:styles>"
    )


def _table_style() -> str:
    def line(side: str, size: int, colour: str) -> str:
        return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'

    head = f"<w:tcPr><w:tcBorders>{line('bottom', 12, _INK)}</w:tcBorders></w:tcPr>"
    return _style(
        "Rapporttabel",
        "Rapporttabel",
        kind="table",
        based="TableNormal",
        more="<w:tblPr><w:tblBorders>"
        f"{line('top', 4, _RULE)}{line('bottom', 4, _RULE)}{line('insideH', 4, _RULE)}"
        "</w:tblBorders></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>{head}</w:tblStylePr>',
    )


def numbering_xml(ordered: Iterable[int]) -> str:
    """The lists: dots, and numbers that begin anew in each of `ordered`."""

    def levels(kind: str) -> str:
        signs = ("\N{BULLET}", "\N{EN DASH}", "\N{BULLET}")
        return "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{signs[n] if kind == "bullet" else f"%{n + 1}."}"/>'
            f'<w:lvlJc w:val="left"/>'
            f"<w:pPr>{_indent(340 * (n + 1), 340)}</w:pPr></w:lvl>"
            for n in range(3)
        )

    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="2"/>{restart}</w:num>'
        for number in ordered
    )
    return (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="1">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels("bullet")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{levels('decimal')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>{numbers}</w:numbering>'
    )


def section_xml(header: str, footer: str) -> str:
    """The page: A4, with a header and a footer."""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{escaped(header)}"/>'
        f'<w:footerReference w:type="default" r:id="{escaped(footer)}"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1361" w:right="1134" w:bottom="1247" w:left="1247" w:header="567"'
        ' w:footer="567" w:gutter="0"/></w:sectPr>'
    )


HEADINGS = {"h1": "Title", "h2": "Heading1", "h3": "Heading2", "h4": "Heading3", "h5": "Heading4"}
HEADINGS["h6"] = "Heading4"
INLINE = {"span", "strong", "em", "a", "data", "code", "br", "b", "i", "sup", "sub"}
SKIPPED = {"script", "style", "aside", "nav", "template"}
CLASSES = {
    "ondertitel": "Subtitle",
    "samenvatting": "Samenvatting",
    "noot": "Bron",
    "bron": "Bron",
    "klein": "Bron",
    "bij": "Bij",
    "organisatie": "Organisatie",
    "populatie": "Bron",
}
# Frames of the report, as the colour of the line beside them and of their ground.
FRAMES = {
    "kader": ("0B4F7D", "F2F5F7"),
    "knelpunt": ("A8480B", ""),
    "ontwikkelpunt": ("1F6B4A", ""),
}
STYLED = {"dt": "Begrip", "dd": "Uitleg"}
ANNEX = "bijlage"
FOOTNOTE = "FootnoteText"
SPACER = "Tussenruimte"  # the style of what stands between two tables
TOGETHER = 14  # rows: a table of no more stays on one page


def shape_of(style: str) -> str:
    """What a style makes of a paragraph for who reads it back: h2, li, quote or p."""
    if style.startswith("Heading"):
        return f"h{style[-1]}"
    if style.startswith(("ListBullet", "ListNumber")):
        return "li"
    return "quote" if style == "Quote" else "p"


@dataclass
class ListMark:
    """An item of a list; only its first paragraph gets the mark."""

    begun: bool = False


@dataclass(frozen=True)
class LayoutFrame:
    """What an element stands in: the style its words get, its list, its cell, its frame."""

    style: str = ""
    properties: str = ""
    depth: int = 0
    numbering: int = 0
    item: ListMark | None = None
    cell: bool = False
    look: Look = PLAIN
    border: str = ""


def border_of(line: str, ground: str) -> str:
    """A line beside paragraphs, and a ground below them."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    return (
        f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{line}"/></w:pBdr>{shade}'
    )


def cell_style(node: Any, *, header: bool) -> str:
    """The style of what stands in a cell."""
    if "getal" in (node.get("class") or "").split():
        return "Tabelkoprechts" if header else "Tabelgetal"
    return "Tabelkop" if header else "Tabeltekst"


def look_of(node: Any, look: Look) -> Look:
    """How words within an inline element look."""
    classes = (node.get("class") or "").split()
    if node.tag in ("strong", "b"):
        return replace(look, bold=True)
    if node.tag in ("em", "i"):
        return replace(look, italic=True)
    if node.tag == "code":
        return replace(look, code=True)
    if "nummer" in classes or "puntnummer" in classes:
        return replace(look, style="Nummer")
    return look
