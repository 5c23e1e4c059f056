# SPDX-License-Identifier: EUPL-1.2
"""What a reader proposes, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from enum import Enum
from typing import Self

from ...core.frozen import dataclass
from ...word.base import LeafPlace
from ...word.units import Atom
from .compose import UnitChange


class ProposalKind(Enum):
    """What is proposed: its value in JSON, the word staff read, and whether it is words only, which
    --yes takes.
    """

    dutch: str
    plain: bool

    TEXT = "text", "tekst veranderd", True
    ADDED = "added", "alinea erbij", True
    REMOVED = "removed", "alinea weg", True
    MOVED = "moved", "alinea verplaatst", True
    SPLIT = "split", "alinea gesplitst", True
    JOINED = "joined", "alinea's samengevoegd", True
    NUMBER = "number", "getal veranderd", False
    FORMATTING = "formatting", "opmaak veranderd", False
    REMARK = "remark", "opmerking", True
    FIXED = "fixed", "vaste woorden veranderd", False  # words that do not come from content/
    PICTURE = "picture", "plaatje veranderd", False

    def __new__(cls, value: str, dutch: str, plain: bool) -> Self:
        """A kind by its value, with what is said of it."""
        one = object.__new__(cls)
        one._value_, one.dutch, one.plain = value, dutch, plain
        return one


@dataclass(frozen=True)
class AtomEdit:
    """Atoms `start` up to `end` of a unit that become others."""

    unit: int
    start: int
    end: int
    atoms: tuple[Atom, ...]


@dataclass(frozen=True)
class PlaceChange:
    """A change of the text at a place."""

    place: LeafPlace
    change: AtomEdit | UnitChange


@dataclass(frozen=True)
class ReaderProposal:
    """A proposal: where, what, by whom; what was there and what comes; and the changes that carry
    it out. `asks` is the question or reason for which a person must look, '' when none must.
    """

    block: str
    kind: ProposalKind
    author: str
    old: str
    new: str
    changes: tuple[PlaceChange, ...] = ()
    asks: str = ""
    conflict: bool = False
    about: str = ""  # of a remark: the words it is about
    answers: str = ""  # of a remark: the text of the remark it answers
    done: bool = False  # already so in content/
    on: str = ""
    origin: str = ""  # of a paragraph that moved: the block it came from
    warnings: tuple[str, ...] = field(default=())

    def at_origin(self) -> Iterator[ReaderProposal]:
        """What is said at the block a paragraph came from, as long as its move waits."""
        if not self.placed and self.origin not in ("", self.block):
            yield ReaderProposal(
                self.origin,
                ProposalKind.REMOVED,
                self.author,
                self.old,
                "",
                asks=f"Deze alinea staat in het document bij {self.block}; daar wacht zij.",
            )

    @property
    def placed(self) -> bool:
        """Whether nothing about it waits for a person."""
        return not self.asks and not self.conflict

    def as_dict(self) -> dict[str, object]:
        """As the contract has it."""
        return {
            "block": self.block,
            "kind": self.kind.value,
            "author": self.author,
            "old": self.old,
            "new": self.new,
            "placed": self.placed,
            "conflict": self.conflict,
            "question": self.asks or None,
            "about": self.about or None,
        }
