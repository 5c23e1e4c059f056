"""How far a block is: its own status, or what became of the agreement that was given on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .edition import Block


class Standing(Enum):
    """Where a block stands; the value is the Dutch word staff read."""

    CONCEPT = "concept"
    EDITING = "redactie"
    UNSIGNED = "akkoord zonder naam"  # `status: akkoord` typed by hand: nobody knows what was agreed on
    CHANGED = "gewijzigd na akkoord"
    AGREED = "akkoord"


@dataclass(frozen=True)
class BlockStanding:
    """A block with where it stands.

    `number` counts the blocks of the edition from 1, `title` is its title as printed; `fingerprint` stands for what the block
    prints now; `changed` says what is different from what was agreed on ('de tekst', 'de cijfers'), '' when nothing is.
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
