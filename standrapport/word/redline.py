# SPDX-License-Identifier: EUPL-1.2
"""A comparison as a Word document: the new edition with everything that changed since the old one
as tracked changes. Accepted, it is the new edition; rejected, the old one.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from ..review.compare import Difference, Snapshot
from ..review.compare.figure_views import figure_rows
from ..review.compare.views import structure_lines, summary_words
from .redline_steps import ComparedLine, ComparedTable, RedlineStep, rows_beside, spans_of, steps_of
from .styles import numbering_xml, styles_xml
from .write import same_bytes, without_leftovers
from .xml import NAMESPACES, Numbers, cell, escaped, paragraph, row, run, table, widths_of

_AUTHOR = "standrapport"
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # the same comparison gives the same bytes
_DATED = _NO_DAY.strftime("%Y-%m-%dT%H:%M:%SZ")
_TAGS = {"removed": "del", "added": "ins", "from": "moveFrom", "to": "moveTo"}
_SPACER = "Tussenruimte"
_MOST = 40  # lines of a comment


def redline(difference: Difference, old: Snapshot, new: Snapshot) -> bytes:
    """The document; the same comparison gives the same bytes."""
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE as RT
    from docx.oxml import parse_xml

    document = docx.Document()
    part = document.part
    styles, lists = part.part_related_by(RT.STYLES), part.numbering_part
    for one, content in ((styles, styles_xml()), (lists, numbering_xml(()))):
        setattr(one, "_element", parse_xml(content))  # noqa: B010 - it has no other door
    without_leftovers(part)
    written = _Redline(difference)
    body = "".join(written.all(steps_of(old, new)))
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    element = parse_xml(f"<w:body {NAMESPACES}>{body}{page}</w:body>")
    part.element.replace(part.element.body, element)
    for words in written.comments:
        _comment(document, words)
    about = document.core_properties
    about.title = f"Verschil tussen {difference.old.label} en {difference.new.label}"
    about.author = about.last_modified_by = _AUTHOR
    about.language, about.comments, about.revision = "nl-NL", "", 1
    about.created = about.modified = _NO_DAY.replace(tzinfo=None)
    stream = io.BytesIO()
    document.save(stream)
    return same_bytes(stream.getvalue())


def _comment(document: Any, words: str) -> None:
    """A comment with the next number, of no day."""
    made = document.comments.add_comment(words, _AUTHOR, _AUTHOR[:3])
    date = next(name for name in made._comment_elm.attrib if name.endswith("}date"))  # noqa: SLF001
    made._comment_elm.set(date, _DATED)  # noqa: SLF001


class _Redline:
    """Writes the steps, and gathers what is said of them in comments."""

    def __init__(self, difference: Difference) -> None:
        self.difference = difference
        self.numbers = Numbers()
        self.comments: list[str] = []

    def all(self, steps: Sequence[RedlineStep]) -> Iterator[str]:
        """The whole body; its last paragraph is of both, so that every other can go."""
        said = self._said()
        for step in steps:
            one = step.new if step.new is not None else step.old
            if isinstance(one, ComparedTable):
                yield from self._table(step)
            else:
                yield self._line(step, said)
                said = ""
        yield paragraph("", _SPACER)

    def _said(self) -> str:
        """What a reader is told first, in a comment: it belongs to neither edition."""
        sides = f"{self.difference.old.label} en {self.difference.new.label}"
        lines = [f"Het verschil tussen {sides}. {summary_words(self.difference)}"]
        lines += [one.words for one in structure_lines(self.difference.structure)]
        return _shortened(lines)

    # Paragraphs

    def _line(self, step: RedlineStep, said: str = "") -> str:
        old = step.old.words if isinstance(step.old, ComparedLine) else None
        new = step.new.words if isinstance(step.new, ComparedLine) else None
        style = next(one.style for one in (step.new, step.old) if isinstance(one, ComparedLine))
        return self._paragraph(old, new, style, move=step.move, said=said)

    def _paragraph(
        self, old: str | None, new: str | None, style: str, *, move: int = 0, said: str = ""
    ) -> str:
        """A paragraph of one side, whole, or of both, with the words that differ."""
        if old is not None and new is not None:
            inside = "".join(self._span(*span) for span in spans_of(old, new))
            return paragraph(self._commented(inside, said), style)
        kind = "removed" if new is None else "added"
        if move:
            kind = "from" if new is None else "to"
        words = old if new is None else new
        inside = self._span(words or "", kind) if words else ""
        if move:
            inside = self._range(inside, kind, move)
        mark = f"<w:rPr>{self._mark(_TAGS[kind])}</w:rPr>"
        return paragraph(self._commented(inside, said), style, mark)

    def _range(self, inside: str, kind: str, move: int) -> str:
        """The range of a move, by which its two ends know each other."""
        name, number = _TAGS[kind], self.numbers.next("change")
        about = f'{self._about(number)} w:date="{_DATED}" w:name="verplaatst{move}"'
        return f'<w:{name}RangeStart {about}/>{inside}<w:{name}RangeEnd w:id="{number}"/>'

    def _span(self, words: str, kind: str) -> str:
        if not kind:
            return run(words)
        inside = run(words, deleted=kind == "removed")
        name = _TAGS[kind]
        return f"<w:{name} {self._about()}>{inside}</w:{name}>"

    def _mark(self, name: str) -> str:
        return f"<w:{name} {self._about()}/>"

    def _about(self, number: int = 0) -> str:
        return f'w:id="{number or self.numbers.next("change")}" w:author="{escaped(_AUTHOR)}"'

    def _commented(self, inside: str, words: str) -> str:
        if not words:
            return inside
        number = len(self.comments)
        self.comments.append(words)
        return (
            f'<w:commentRangeStart w:id="{number}"/>{inside}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    # Tables

    def _table(self, step: RedlineStep) -> Iterator[str]:
        """A table with what differs in its cells and rows; one of one side goes or comes whole,
        with the space below it that keeps it apart.
        """
        old, new = (one if isinstance(one, ComparedTable) else None for one in (step.old, step.new))
        said = self._about_figures(old, new)
        pairs = list(rows_beside(old, new))
        lines = [
            self._row(*pair, said if not number else "", head=not number)
            for number, pair in enumerate(pairs)
        ]
        shown = [line for pair in pairs for line in pair if line is not None]
        yield table(lines, widths_of(shown), (new or old or ComparedTable("", ())).name)
        space = [None if one is None else "" for one in (old, new)]
        yield self._paragraph(space[0], space[1], _SPACER)

    def _row(
        self, old: tuple[str, ...] | None, new: tuple[str, ...] | None, said: str, *, head: bool
    ) -> str:
        size = len(old or new or ())
        cells = []
        for number in range(size):
            before, after = (None if side is None else side[number] for side in (old, new))
            style = "Tabeltekst" if not number else "Tabelgetal"
            style = style if not head else "Tabelkop" if not number else "Tabelkoprechts"
            cells.append(cell(self._cell(before, after, style, said if not number else "")))
        kind = "" if None not in (old, new) else "del" if new is None else "ins"
        return row(cells, header=head, more=self._mark(kind) if kind else "")

    def _cell(self, old: str | None, new: str | None, style: str, said: str) -> str:
        """A cell; one that differs goes and comes whole: a number is not told by its digits. Its
        paragraph stays, since a cell has one.
        """
        if old == new:
            inside = run(new) if new else ""
        else:
            inside = self._span(old, "removed") if old else ""
            inside += self._span(new, "added") if new else ""
        return paragraph(self._commented(inside, said), style)

    def _about_figures(self, old: ComparedTable | None, new: ComparedTable | None) -> str:
        """What is said of the figures in a table or a chart that differ."""
        if old is None or new is None or old == new:
            return ""
        refs = old.refs | new.refs
        rows = figure_rows(one for one in self.difference.figures if one.id.ref in refs)
        lines = [one.line for one in rows]
        if lines and new.name.startswith("Grafiek"):
            lines.insert(0, "De grafiek is opnieuw getekend, van deze cijfers.")
        return _shortened(lines)


def _shortened(lines: Sequence[str]) -> str:
    """Lines for a comment, which nobody reads when it is long."""
    more = len(lines) - _MOST
    return "\n".join([*lines[:_MOST], *([f"En nog {more} regels."] if more > 0 else [])])
