# SPDX-License-Identifier: EUPL-1.2
"""What a comparison gives: every change as a value, with the old and the new side."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from typing import Literal

from ...core.frozen import dataclass
from ...core.model import Change, FigureKey
from .snapshot import ShownFigure
from .words import Piece

SECTIONS = ("figures", "text", "checks", "structure", "sources", "pages")

FigureKind = Literal[
    "value", "known", "unknown", "rounding", "status", "period", "reference_date", "formula"
]
Nature = Literal["herzien", "gecorrigeerd", "berekend", ""]


@dataclass(frozen=True)
class Use:
    """A place where a figure is printed, in words, with the text that stands there."""

    chapter: str
    block: str
    where: str
    text: str


@dataclass(frozen=True)
class FigureChange:
    """A figure that differs.

    `kinds` says in what, `change` by how much.

    `nature`: a revision (`herzien`, with its `reason` when one is declared), a correction, or a
    figure that was computed again. `inputs` are the cells that moved a computed figure. `old_uses`
    and `new_uses` say where either side prints it.
    """

    id: FigureKey
    title: str
    kinds: tuple[FigureKind, ...]
    old: ShownFigure | None
    new: ShownFigure | None
    change: Change
    nature: Nature = ""
    reason: str = ""
    inputs: tuple[FigureKey, ...] = ()
    old_uses: tuple[Use, ...] = ()
    new_uses: tuple[Use, ...] = ()

    @property
    def derived(self) -> bool:
        """Whether a formula gives this figure."""
        shown = self.new or self.old
        return shown is not None and shown.formula is not None

    @property
    def of_value(self) -> bool:
        """Whether the number itself differs, and not just its status or rounding."""
        return bool({"value", "known", "unknown"} & set(self.kinds))


@dataclass(frozen=True)
class TextChange:
    """Words that differ in a block that stands in both editions.

    `field` is `titel` or `tekst` (or the name of a line of the cover).

    `paragraphs` counts the paragraphs with a change; `references` are numbers that read the same
    but follow another figure (old source, new source, printed text). `turned` holds the words of
    either side where a figure is said to go another way.
    """

    field: str
    old_chapter: str
    new_chapter: str
    old_block: str
    new_block: str
    where: str
    pieces: tuple[Piece, ...]
    paragraphs: int
    references: tuple[tuple[str, str, str], ...] = ()
    turned: tuple[tuple[str, str], ...] = ()


CheckOrigin = Literal["rule", "claim", "number", "finding"]
CheckKind = Literal["outcome", "difference", "added", "removed", "changed"]


@dataclass(frozen=True)
class CheckChange:
    """A rule, claim, declared number or finding that came, went, changed, or came out otherwise.

    `old` and `new` hold the outcome (the whole text for `changed`); `years` is empty when it is not
    bound to a year.
    """

    origin: CheckOrigin
    name: str
    kind: CheckKind
    old: str = ""
    new: str = ""
    years: tuple[int, ...] = ()
    key: str | None = None
    old_difference: Decimal | None = None
    new_difference: Decimal | None = None
    explanation: str = ""


StructureKind = Literal["added", "removed", "moved", "changed"]
SourceKind = Literal["bron", "definitie", "grote tabel"]


@dataclass(frozen=True)
class StructureChange:
    """A block or chapter that came, went, moved, or was set otherwise.

    `what` is a Dutch noun such as 'tabel' or 'hoofdstuk'.

    `field` names the setting of a `changed` one with its old and new value; `text` is the whole
    text of one that came or went.
    """

    kind: StructureKind
    what: str
    name: str
    old_chapter: str = ""
    new_chapter: str = ""
    field: str = ""
    old: str = ""
    new: str = ""
    text: str = ""


@dataclass(frozen=True)
class SourceChange:
    """A source that came, went or reads otherwise, a definition that does, or a table too large to
    compare cell by cell.
    """

    what: SourceKind
    kind: StructureKind
    id: str
    name: str
    field: str = ""
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class PageChange:
    """A page of the PDF that came, went or looks otherwise. Numbers count from 1.

    `marks` are the changed places: left, top, right and bottom as shares of the page (0 to 1). The
    pictures are JPEG with the marks drawn in; empty when no pictures were asked for or the page is
    not on that side.
    """

    kind: StructureKind
    old_number: int | None
    new_number: int | None
    marks: tuple[tuple[float, float, float, float], ...] = ()
    old_picture: bytes = field(default=b"", repr=False)
    new_picture: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class Side:
    """One side in words: `label` as the user gave it, and what the edition says of itself."""

    label: str
    year: int
    status: str
    tool: str


@dataclass(frozen=True)
class Difference:
    """Everything that differs between two editions, by section.

    `sections` are those that were compared.

    `notes` are Dutch sentences on what could not be compared.
    """

    old: Side
    new: Side
    sections: tuple[str, ...]
    figures: tuple[FigureChange, ...] = ()
    texts: tuple[TextChange, ...] = ()
    checks: tuple[CheckChange, ...] = ()
    structure: tuple[StructureChange, ...] = ()
    sources: tuple[SourceChange, ...] = ()
    pages: tuple[PageChange, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing differs."""
        parts = (
            self.figures, self.texts, self.checks, self.structure, self.sources, self.pages,
        )  # fmt: skip
        return not any(parts)
