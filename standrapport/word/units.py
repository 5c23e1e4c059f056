# SPDX-License-Identifier: EUPL-1.2
"""A running text cut into units (a paragraph, an item, a subheading), and a unit into atoms: what a
reader sees of it, with how each sign is written in the source.

The source is Markdown with `{{ }}`; an expression is one atom, whatever it prints.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from ..core.formula import EXPRESSION
from ..core.frozen import dataclass
from ..report.render.markdown import YEAR_ITEM, structure_reader

MARKDOWN = structure_reader()
FILLER = "\ue000"  # stands for every sign of an expression, so that places stay the same
YEAR = "\ue001"  # stands for the first digit of a year that begins a line: it counts no list
NOTE = "\ue002"  # the mark of a footnote, whatever number it gets


@dataclass(frozen=True, order=True)
class InlineMark:
    """Mark-up that signs stand in: `kind` strong, em, code or link; `opened` and `closed` as they
    are written.
    """

    kind: str
    opened: str
    closed: str
    address: str = ""

    @property
    def meaning(self) -> tuple[str, str]:
        """What a reader sees of it, however it is written."""
        return self.kind, self.address


Marks = tuple[InlineMark, ...]


@dataclass(frozen=True)
class BoundExpression:
    """A `{{ }}` of a text: what it prints, and its reference (the name of the control)."""

    source: str
    shown: str
    reference: str


@dataclass(frozen=True)
class Atom:
    """A sign as a reader sees it, or a whole expression; `source` is how it is written."""

    shown: str
    source: str
    marks: Marks = ()
    bound: BoundExpression | None = None


@dataclass(frozen=True)
class TextUnit:
    """A piece of a text that is one paragraph for a reader.

    `kind` is p, h, li, quote, code, cell or note; `level` of a heading or the depth of a list;
    `ordered` and `first` (the first paragraph of its item) for lists. `prefix` stands before its
    words on the first line; `item_end` is where the item or the table ends that it is in; `label`
    is how the footnote is called that it is of.
    """

    kind: str
    level: int = 0
    ordered: bool = False
    first: bool = True
    place: tuple[int, int, int, int] = (0, 0, 0, 0)
    prefix: str = ""
    atoms: tuple[Atom, ...] = ()
    item_end: int = 0
    label: str = ""

    @property
    def start(self) -> int:
        """Where its first line begins."""
        return self.place[0]

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.place[1]

    @property
    def begin(self) -> int:
        """Where its words begin."""
        return self.place[2]

    @property
    def finish(self) -> int:
        """Where its words end."""
        return self.place[3]

    @property
    def shown(self) -> str:
        """What a reader sees."""
        return "".join(atom.shown for atom in self.atoms)

    @property
    def style(self) -> tuple[str, int, bool]:
        """What the unit is, apart from its words."""
        return self.kind, self.level, self.ordered


@dataclass(frozen=True)
class WrittenText:
    """A text with what its expressions print."""

    raw: str
    expressions: tuple[BoundExpression, ...] = ()
    spans: tuple[tuple[int, int], ...] = field(default=(), compare=False)

    @property
    def veiled(self) -> str:
        """The text with fillers for expressions: as long, and safe to read as Markdown. A year
        with a dot at the start of a line begins no list, as on the page.
        """
        text = self.raw
        for start, end in self.spans:
            text = text[:start] + FILLER * (end - start) + text[end:]
        return YEAR_ITEM.sub(lambda found: _year_hidden(found[1]) + found[2], text)

    def expression_at(self, at: int) -> tuple[BoundExpression, int] | None:
        """The expression that begins at a place, and where it ends."""
        for (start, end), expression in zip(self.spans, self.expressions, strict=True):
            if start == at:
                return expression, end
        return None


def _year_hidden(year: str) -> str:
    bare = year.lstrip(" ")
    return " " * (len(year) - len(bare)) + YEAR + bare[1:]


def source_of(raw: str, shown: Sequence[tuple[int, int, str]]) -> WrittenText:
    """A text whose expressions (start, end) print something."""
    expressions = tuple(
        BoundExpression(raw[start:end], printed, reference_in(raw[start:end]))
        for start, end, printed in shown
    )
    return WrittenText(raw, expressions, tuple((start, end) for start, end, _ in shown))


def reference_in(written: str) -> str:
    """The reference of `{{ zaken.nieuw | verschil(-1) }}`: what the control of it is called."""
    return " ".join(written.removeprefix("{{").removesuffix("}}").partition("|")[0].split())


def expressions_in(raw: str) -> list[tuple[int, int]]:
    """Where the expressions of a text stand."""
    return [match.span() for match in EXPRESSION.finditer(raw)]


def line_unit(source: WrittenText) -> TextUnit:
    """A text of one line, without Markdown."""
    raw = source.raw
    start = len(raw) - len(raw.lstrip())
    end = max(start, len(raw.rstrip()))
    place = (0, len(raw), start, end)
    return TextUnit("line", place=place, atoms=tuple(_plain(source, start, end)))


def _plain(source: WrittenText, start: int, end: int) -> Iterator[Atom]:
    at = start
    while at < end:
        if (bound := source.expression_at(at)) is not None:
            yield Atom(bound[0].shown, bound[0].source, (), bound[0])
            at = bound[1]
            continue
        sign = source.raw[at]
        yield Atom(" " if sign == "\n" else sign, sign)
        at += 1
