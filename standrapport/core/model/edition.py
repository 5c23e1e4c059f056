"""An edition of the report: its front matter, chapters and blocks, as the staff wrote them.

How far a block is: its own status, or what became of the agreement that was given on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from .position import Position

REFERENCE_FIELDS = ("cijfers", "van", "naar")  # fields of a block that name figures
FILE_STEM = "stand-van-de-uitvoering"  # where rapport.yaml names none


@dataclass(frozen=True)
class Text:
    """A piece of text and where it starts: `position` is the place of its first character.

    `indent` is the indentation of a literal block, so that a place within the text can be given
    back as line and column of the file; `folded` texts (quoted or `>` style) only give back the
    place where they start.
    """

    raw: str
    position: Position
    indent: int = 0
    folded: bool = False

    def place(self, offset: int) -> Position:
        """The position in the file of the character at `offset` of the text."""
        line_number, column = self.position.line, self.position.column
        if self.folded or line_number is None or not isinstance(column, int):
            return self.position
        before = self.raw[:offset]
        lines = before.count("\n")
        within = len(before) - (before.rfind("\n") + 1)
        return Position(
            self.position.file,
            line_number + lines,
            (column if lines == 0 else self.indent + 1) + within,
        )


@dataclass(frozen=True)
class DeclaredNumber:
    """A number in text that no figure stands for, with the reason it may stand there
    (`getallen:`).
    """

    number: str
    reason: str
    position: Position


@dataclass(frozen=True)
class Block:
    """One block of a chapter: its kind (`soort`), its texts, and the fields its kind allows
    (`fields`, Dutch keys).

    `fields` holds plain values: strings for single-line fields, lists, mappings; every string that
    is shown to readers is a `Text`. `places` gives the position of each field.
    """

    id: str
    kind: str
    title: Text | None
    fields: Mapping[str, Any]
    places: Mapping[str, Position]
    status: str
    claims: tuple[Text, ...]
    numbers: tuple[DeclaredNumber, ...]
    position: Position
    agreement: Mapping[str, str] | None = None

    @property
    def text(self) -> Text | None:
        """The running text (`tekst:`) when the block has one."""
        value = self.fields.get("tekst")
        return value if isinstance(value, Text) else None

    def leaves(self) -> Iterator[tuple[tuple[str, ...], Any]]:
        """Every plain value of the fields with the keys that lead to it (a list adds none):
        `(("partijen", "naam"), Text(…))`.
        """
        for name, value in self.fields.items():
            yield from _leaves((name,), value)


@dataclass(frozen=True)
class Chapter:
    """One chapter file: `name` is the file name without ending, `numbered` whether it counts in the
    chapter numbers.
    """

    name: str
    title: Text
    blocks: tuple[Block, ...]
    position: Position
    numbered: bool = True


@dataclass(frozen=True)
class Publication:
    """What the organisation says of the open data of an edition (`opendata:`).

    Empty where it said nothing.

    `address` is the web folder the data will stand in, ending in '/'; `licence`, `publisher` and
    `themes` are identifiers (URIs).
    """

    address: str = ""
    licence: str = ""
    publisher: str = ""
    themes: tuple[str, ...] = ()
    contact: str = ""
    email: str = ""


@dataclass(frozen=True)
class Edition:
    """A report of one year before anything is computed.

    `factsheet` holds the blocks chosen for the factsheet, as (chapter, block id), where staff chose
    them: `kerncijfers`, `grafiek` and `knelpunten`. `file_stem` begins the names of the report's
    files; the year follows.
    """

    year: int
    title: Text
    organisation: str
    date: str
    reference_date: str
    status: str  # 'concept' or 'definitief'
    caveat: Text | None
    chapters: tuple[Chapter, ...]
    position: Position
    subtitle: Text | None = None
    theme: str | None = None
    factsheet: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    publication: Publication = Publication()
    file_stem: str = FILE_STEM

    @property
    def file_name(self) -> str:
        """The name of the report's files, without their ending."""
        return f"{self.file_stem}-{self.year}"


def _leaves(path: tuple[str, ...], value: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _leaves((*path, str(key)), part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _leaves(path, part)
    else:
        yield path, value


class Standing(Enum):
    """Where a block stands; the value is the Dutch word staff read."""

    CONCEPT = "concept"
    EDITING = "redactie"
    UNSIGNED = (  # `status: akkoord` typed by hand: nobody knows what was agreed on
        "akkoord zonder naam"
    )
    CHANGED = "gewijzigd na akkoord"
    AGREED = "akkoord"


@dataclass(frozen=True)
class BlockStanding:
    """A block with where it stands.

    `number` counts the blocks of the edition from 1, `title` is its title as printed; `fingerprint`
    stands for what the block prints now; `changed` says what is different from what was agreed on
    ('de tekst', 'de cijfers'), '' when nothing is.
    """

    number: int
    chapter: str
    block: Block
    title: str
    standing: Standing
    fingerprint: str
    changed: str = ""

    @property
    def name(self) -> str:
        """The name that picks this block and no other: chapter and id."""
        return f"{self.chapter}/{self.block.id}"

    @property
    def agreed_by(self) -> str:
        """Who gave agreement, '' when nobody did."""
        return (self.block.agreement or {}).get("door", "")

    @property
    def agreed_on(self) -> str:
        """The date of the agreement as 2022-06-10, '' when there is none."""
        return (self.block.agreement or {}).get("op", "")
