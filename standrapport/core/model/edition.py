# SPDX-License-Identifier: EUPL-1.2
"""An edition of the report: its front matter, chapters and blocks, as the staff wrote them.

How far a block is: its own status, or what became of the agreement that was given on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum

from ..frozen import dataclass
from .block import Agreement, Block, Remark, ReviewItem
from .text import Position, Text

FILE_STEM = "stand-van-de-uitvoering"  # where rapport.yaml names none


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


BlockName = tuple[str, str]  # a chapter and the id of a block in it


@dataclass(frozen=True)
class FactsheetChoice:
    """The blocks staff chose for the factsheet; None where they left the choice to the program."""

    cards: tuple[BlockName, ...] | None = None
    chart: tuple[BlockName, ...] | None = None
    points: tuple[BlockName, ...] | None = None


@dataclass(frozen=True)
class Letter:
    """What stands at the head of an edition that is a letter (`brief:`): to whom, from where, the
    marks of sender and receiver, and how the receiver is greeted.
    """

    to: tuple[str, ...]
    place: str = ""
    mark: str = ""
    their_mark: str = ""
    greeting: str = ""


@dataclass(frozen=True)
class Edition:
    """A report of one year before anything is computed.

    `file_stem` begins the names of the report's files; the year follows. `address` is where the
    report will stand on the web, '' when nobody said. `review` lists the
    sentences taken over from an earlier edition that lean on its year, `reminders` are the places
    of a comment '# Nakijken'.
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
    address: str = ""
    factsheet: FactsheetChoice = FactsheetChoice()
    publication: Publication = Publication()
    file_stem: str = FILE_STEM
    letter: Letter | None = None
    remarks: tuple[Remark, ...] = ()
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # who may sign, by role
    review: tuple[ReviewItem, ...] = ()
    reminders: tuple[Position, ...] = ()

    @property
    def file_name(self) -> str:
        """The name of the report's files, without their ending."""
        return f"{self.file_stem}-{self.year}"


RECIPE_BEFORE = "1"  # of fingerprints without the catalogue, still compared by their own parts


def still_holds(given: str, now: str) -> bool:
    """Whether the fingerprint somebody agreed on is that of what a block prints now."""
    old, new = given.split("-"), now.split("-")
    if old[0] == RECIPE_BEFORE and len(old) == len(new) - 1:
        return old[1:] == new[1:-1]
    return given == now


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
        """Who gave agreement, '' when nobody did; those whose agreement no longer holds, when the
        block changed since.
        """
        return " en ".join(dict.fromkeys(one.by for one in self._told))

    @property
    def agreed_on(self) -> str:
        """The date of the agreement as 2022-06-10, '' when there is none."""
        return self._told[-1].on if self._told else ""

    @property
    def _told(self) -> tuple[Agreement, ...]:
        changed = self.standing is Standing.CHANGED
        told = tuple(one for one in self.block.agreements if self.holds(one) is not changed)
        return told or self.block.agreements

    def holds(self, agreement: Agreement) -> bool:
        """Whether what somebody agreed on is what the block prints now."""
        return still_holds(agreement.fingerprint, self.fingerprint)

    def signed_for(self, role: str) -> bool:
        """Whether somebody gave an agreement in a role that still holds."""
        return any(one.role == role and self.holds(one) for one in self.block.agreements)
