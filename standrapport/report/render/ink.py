# SPDX-License-Identifier: EUPL-1.2
"""What rendering takes in and gives back: figures and texts to HTML, in the one place where a
number gets its `<data>` element and where its use is written down. What is wrong within a block is
shown where the block stands: a draft is made whatever is wrong.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Mapping
from decimal import Decimal
from hashlib import sha256
from html import escape
from math import inf
from pathlib import Path

from markupsafe import Markup

from ...core.formula import Reference, figure_meant, parse_formula
from ...core.frozen import dataclass
from ...core.model import (
    Block,
    Catalogue,
    Edition,
    Figure,
    Figures,
    Finding,
    Kind,
    Outcome,
    Position,
    Printed,
    ResolvedText,
    ResolvedTexts,
    Revision,
    Severity,
    Text,
    Used,
    plain,
)
from ...core.notation import with_sign
from ...core.words import english_number
from ...messages import found
from .markdown import markdown_html


@dataclass(frozen=True, slots=True)
class Fallen:
    """A block that cannot be placed: its title as typed, and what is wrong with it."""

    title: str
    sentences: tuple[str, ...]


class Faults:
    """The errors of an edition by the block they stand in, and what went wrong on the page."""

    def __init__(self, edition: Edition, findings: Iterable[Finding]) -> None:
        self.made: list[Finding] = []
        self.fallen: list[tuple[str, int, float]] = []
        self._ends = _ends(edition)
        self._errors: dict[str, list[Finding]] = {}
        for finding in findings:
            at = finding.position
            if finding.severity is Severity.ERROR and at is not None and at.line is not None:
                self._errors.setdefault(at.file, []).append(finding)

    def within(self, block: Block) -> tuple[str, ...]:
        """The sentences of the errors that stand in a block."""
        first, last = self._lines(block)
        return tuple(
            finding.message
            for finding in self._errors.get(block.position.file, ())
            if finding.position is not None and first <= (finding.position.line or 0) <= last
        )

    def fell(self, block: Block, problem: Exception) -> Fallen:
        """The box in the place of a block that could not be worked out.

        When nothing that was found explains it, that is a finding of its own (SR-R020).
        """
        first, last = self._lines(block)
        self.fallen.append((block.position.file, first, last))
        sentences = self.within(block)
        if not sentences:
            frame = traceback.extract_tb(problem.__traceback__)[-1]
            where = f"{type(problem).__name__} in {Path(frame.filename).name}:{frame.lineno}"
            self.made.append(found("SR-R020", block.position, {"oorzaak": where}))
            sentences = (self.made[-1].message,)
        return Fallen(block.title.raw if block.title else "", sentences)

    def explains(self, finding: Finding) -> bool:
        """Whether a finding is about a block that fell; that its words are missing was said."""
        at = finding.position
        return at is not None and any(
            at.file == file and first <= (at.line or 0) <= last for file, first, last in self.fallen
        )

    def _lines(self, block: Block) -> tuple[int, float]:
        first = block.position.line or 0
        return first, self._ends.get((block.position.file, first), inf)


def _ends(edition: Edition) -> Mapping[tuple[str, int], float]:
    """The last line of every block: the one above the next of its chapter."""
    ends: dict[tuple[str, int], float] = {}
    for chapter in edition.chapters:
        starts = [block.position for block in chapter.blocks]
        for one, following in zip(starts, [*starts[1:], Position("", None)], strict=False):
            ends[one.file, one.line or 0] = (following.line or inf) - 1
    return ends


@dataclass(frozen=True, slots=True)
class ReportInput:
    """An edition that is ready to be put on pages: texts worked out, rules judged.

    `project` is the folder its pictures stand in.
    """

    edition: Edition
    catalogue: Catalogue
    figures: Figures
    texts: ResolvedTexts
    findings: tuple[Finding, ...]
    outcomes: tuple[Outcome, ...]
    revised: tuple[Revision, ...]
    concept: bool
    version: str
    project: Path | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """The page for the screen, the page for the PDF maker, and every place a figure is printed:
    on the screen, and on paper.
    """

    html: str
    print_html: str
    used: tuple[Used, ...]
    findings: tuple[Finding, ...]
    on_paper: tuple[Used, ...]


def anchor(ref: str) -> str:
    """The address of the account of a figure, or of an expression that was worked out in a text."""
    if _NAME.fullmatch(ref):
        return f"v-{ref.replace('.', '-').replace('_', '-')}"
    return f"v-som-{sha256(ref.encode()).hexdigest()[:10]}"


def short(catalogue: Catalogue, ref: str) -> str:
    """The short name of a figure, for charts and narrow columns."""
    return catalogue.about(ref).short


# Private-use characters carry the place of a figure through Markdown; reading refuses them in the
# staff's text, and a figure or title that has them all the same loses them.
OPEN, CLOSE = "\ue000", "\ue001"
_NAME = re.compile(r"[\w.]+")
MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
_NO_MARK = re.compile(f"[{OPEN}{CLOSE}]")


class Ink:
    """Writes the figures and texts of one report and remembers where each figure was printed.

    With `linked` a figure leads to its account on the same page; a title holds no links.
    """

    def __init__(self, report: ReportInput, *, linked: bool = True) -> None:
        self.report = report
        self.linked = linked
        self.used: list[Used] = []
        self._proses = 0  # running texts so far: their footnotes have addresses of their own
        self.faults = Faults(report.edition, report.findings)
        self.chapter = "rapport"
        self.block = ""
        self.tongue = "nl"

    def at(self, chapter: str, block: str) -> None:
        """From here on figures are printed in this chapter and block."""
        self.chapter, self.block = chapter, block

    def data(
        self,
        text: str,
        ref: str,
        year: int,
        key: str | None,
        value: Decimal | None,
        *,
        link: bool = True,
        told: bool = False,
    ) -> Markup:
        """A printed figure as the contract has it; `told` when its text is in the language of the
        block already.

        It is a quiet link to its account, except in a title.
        """
        if self.tongue != "nl" and not told:
            text = english_number(text) or text
        self.used.append(Used(ref, year, key, text, self.chapter, self.block))
        attributes = (
            f'value="{"" if value is None else format(value.normalize(), "f")}"'
            f' data-ref="{escape(ref)}" data-year="{year}"'
        )
        if key is not None:
            attributes += f' data-key="{escape(key)}"'
        shown = escape(text)
        if link and self.linked:
            shown = f'<a class="cijfer" href="#{anchor(ref)}">{shown}</a>'
        return Markup(f"<data {attributes}>{shown}</data>")  # noqa: S704 - every part is escaped above

    def figure(self, figure: Figure, *, alone: bool = False) -> Markup:
        """A figure in a table or an annex, with its sign; `alone`, as on a card, with its scale."""
        name = figure.id
        value = figure.value if figure.kind is Kind.VALUE else None
        shown = with_sign(figure.printed, figure.unit, alone=alone)
        hoped = f"{name.ref}[{figure.expected}]" if name.beside and figure.expected else name.ref
        return self.data(shown, hoped, name.year, name.key, value)

    def lookup(
        self, reference: Reference, year: int | None = None, key: str | None = None
    ) -> Figure:
        """The figure a block's reference means, in the report year unless another is asked for."""
        base = self.report.edition.year if year is None else year
        return figure_meant(self.report.figures, reference, base, key)

    def line(self, text: Text | None) -> Markup:
        """A text of one line, such as a title, without Markdown."""
        if text is None:
            return Markup("")
        return Markup("").join(
            escape_text(part) if isinstance(part, str) else self._printed(part, link=False)
            for part in self.report.texts.get(text, (text.raw,))
        )

    def words(self, text: Text | None) -> str:
        """A text as plain words, for attributes, bookmarks and charts."""
        return "" if text is None else plain(self.report.texts.get(text, (text.raw,))).strip()

    def prose(self, text: Text | None) -> Markup:
        """A running text: Markdown with its figures."""
        if text is None:
            return Markup("")
        source, printed = marked(self.report.texts.get(text, (text.raw,)))
        self._proses += 1
        html = markdown_html(source, f"noot-{self._proses}")
        inked = MARK.sub(lambda match: self._printed(printed[int(match[1])], link=True), html)
        return Markup(inked)  # noqa: S704 - raw HTML is off in the Markdown parser

    def _printed(self, printed: Printed, *, link: bool) -> Markup:
        return self.data(
            printed.text,
            printed.ref,
            printed.year,
            printed.key,
            printed.value,
            link=link,
            told=True,
        )


def marked(segments: ResolvedText) -> tuple[str, list[Printed]]:
    """A text with a numbered mark for each figure, and the figures.

    A mark is `OPEN`, its number and `CLOSE`.
    """
    printed = [part for part in segments if isinstance(part, Printed)]
    marks = iter(range(len(printed)))
    return (
        "".join(
            _NO_MARK.sub("", part) if isinstance(part, str) else f"{OPEN}{next(marks)}{CLOSE}"
            for part in segments
        ),
        printed,
    )


def escape_text(text: str) -> Markup:
    """Text for HTML."""
    return Markup(escape(text))  # noqa: S704 - escaped here


def reference(text: Text) -> Reference:
    """The reference a block names in `cijfers`, `van` or `naar`; it was checked before."""
    node = parse_formula(text.raw)
    if not isinstance(node, Reference):
        raise TypeError(f"no reference: {text.raw}")
    return node
