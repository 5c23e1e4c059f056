# SPDX-License-Identifier: EUPL-1.2
"""A comparison as a Word document: the texts of the new edition, with what changed since the old
one as tracked changes, and the figures that differ in a table.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from ..review.compare import Difference, Snapshot
from ..review.compare.figure_views import figure_rows
from ..review.compare.views import structure_lines
from ..review.compare.words import Piece, text_of, unified
from .styles import numbering_xml, styles_xml
from .write import same_bytes
from .xml import NAMESPACES, Numbers, cell, escaped, paragraph, row, run, table, widths_of

_AUTHOR = "standrapport"
_SHAPES = (
    (re.compile(r"#{1,6} "), "Heading3"),
    (re.compile(r"[-*+] "), "ListBullet"),
    (re.compile(r"\d+[.)] "), "ListNumber"),
)
Spans = Sequence[tuple[str, str]]  # stretches of text: '', 'removed' or 'added'


def redline(difference: Difference, new: Snapshot) -> bytes:
    """The document; the same comparison gives the same bytes."""
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE as RT
    from docx.oxml import parse_xml

    document = docx.Document()
    part = document.part
    styles, lists = part.part_related_by(RT.STYLES), part.numbering_part
    for one, content in ((styles, styles_xml()), (lists, numbering_xml(()))):
        setattr(one, "_element", parse_xml(content))  # noqa: B010 - it has no other door
    body = "".join(_Redline(difference).all(new))
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    element = parse_xml(f"<w:body {NAMESPACES}>{body}{page}</w:body>")
    part.element.replace(part.element.body, element)
    about = document.core_properties
    about.title = f"Verschil tussen {difference.old.label} en {difference.new.label}"
    about.author = about.last_modified_by = _AUTHOR
    about.language, about.comments, about.revision = "nl-NL", "", 1
    about.created = about.modified = datetime(2000, 1, 1)  # noqa: DTZ001 - of no day
    stream = io.BytesIO()
    document.save(stream)
    return same_bytes(stream.getvalue())


class _Redline:
    """Writes the texts of an edition, those that changed with what went and what came."""

    def __init__(self, difference: Difference) -> None:
        self.difference = difference
        self.numbers = Numbers()
        self.changed: Mapping[tuple[str, str, str], Sequence[Piece]] = {
            (one.new_chapter, one.new_block, one.field): one.pieces for one in difference.texts
        }

    def all(self, new: Snapshot) -> Iterator[str]:
        """The whole text."""
        sides = f"{self.difference.old.label} en {self.difference.new.label}"
        yield paragraph(run("Wat er verschilt"), "Title")
        yield paragraph(run(f"Tussen {sides}; wat weg is en wat erbij kwam, is bijgehouden."))
        yield from self._figures()
        yield from self._structure()
        for chapter in new.chapters:
            yield from self._text((chapter.name, "", "titel"), text_of(chapter.title), "Heading1")
            for block in chapter.blocks:
                place = (chapter.name, block.id)
                yield from self._text((*place, "titel"), text_of(block.title), "Heading2")
                yield from self._text((*place, "tekst"), text_of(block.text), "")

    def _figures(self) -> Iterator[str]:
        rows = figure_rows(self.difference.figures)
        if not rows:
            return
        yield paragraph(run("Cijfers die verschillen"), "Caption")
        heads = ("Cijfer", "Oud", "Nieuw", "Verschil")
        lines = [row([cell(paragraph(run(head), "Tabelkop")) for head in heads], header=True)]
        lines += [
            row(
                cell(paragraph(run(str(words)), "Tabeltekst"))
                for words in (f"{one.title} {one.when}", one.old, one.new, one.change)
            )
            for one in rows
        ]
        shown = [
            heads,
            *((f"{one.title} {one.when}", one.old, one.new, one.change) for one in rows),
        ]
        yield table(
            lines, widths_of([[str(w) for w in line] for line in shown]), "Cijfers die verschillen"
        )
        yield paragraph("", "Tussenruimte")

    def _structure(self) -> Iterator[str]:
        for line in structure_lines(self.difference.structure):
            yield paragraph(run(line.words), "ListBullet")

    def _text(self, place: tuple[str, str, str], words: str, style: str) -> Iterator[str]:
        pieces = self.changed.get(place)
        spans: list[tuple[str, str]] = (
            [(words, "")]
            if pieces is None
            else [
                (text, kind if kind in ("removed", "added") else "")
                for kind, text in unified(pieces)
            ]
        )
        for line in _paragraphs(spans):
            if any(text.strip() for text, _ in line):
                yield self._paragraph(line, style)

    def _paragraph(self, spans: Spans, style: str) -> str:
        first = next((text for text, _ in spans if text.strip()), "")
        for shape, name in _SHAPES:
            if not style and (match := shape.match(first)):
                at = next(n for n, (text, _) in enumerate(spans) if text.strip())
                kept = list(spans)
                kept[at] = (kept[at][0][match.end() :], kept[at][1])
                return self._paragraph(kept, name)
        return paragraph("".join(self._span(*span) for span in spans), style)

    def _span(self, text: str, kind: str) -> str:
        plain = text.replace("**", "").replace("\n", " ")
        if not kind:
            return run(plain)
        name = "del" if kind == "removed" else "ins"
        about = f'w:id="{self.numbers.next("change")}" w:author="{escaped(_AUTHOR)}"'
        inside = run(plain, deleted=kind == "removed")
        return f"<w:{name} {about}>{inside}</w:{name}>"


def _paragraphs(spans: Spans) -> Iterator[Spans]:
    """Stretches cut where a paragraph or an item ends."""
    line: list[tuple[str, str]] = []
    for text, kind in spans:
        first, *others = re.split(r"\n\n|\n(?=[-*+] |\d+[.)] )", text)
        line.append((first, kind))
        for other in others:
            yield line
            line = [(other, kind)]
    yield line
