# SPDX-License-Identifier: EUPL-1.2
"""What a reader proposes, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import Enum

from ...core.frozen import dataclass
from ...word.leaves import LeafPlace
from ...word.units import Atom
from .compose import UnitChange


class ProposalKind(Enum):
    """What is proposed; the value stands in JSON."""

    TEXT = "text"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    SPLIT = "split"
    JOINED = "joined"
    NUMBER = "number"
    FORMATTING = "formatting"
    REMARK = "remark"
    FIXED = "fixed"  # words that do not come from content/
    PICTURE = "picture"

    @property
    def plain(self) -> bool:
        """Whether it is words only: what --yes takes."""
        return self in _PLAIN

    @property
    def dutch(self) -> str:
        """The word staff read."""
        return _DUTCH[self]


_PLAIN = {
    ProposalKind.TEXT,
    ProposalKind.ADDED,
    ProposalKind.REMOVED,
    ProposalKind.MOVED,
    ProposalKind.SPLIT,
    ProposalKind.JOINED,
    ProposalKind.REMARK,
}
_DUTCH: Mapping[ProposalKind, str] = {
    ProposalKind.TEXT: "tekst veranderd",
    ProposalKind.ADDED: "alinea erbij",
    ProposalKind.REMOVED: "alinea weg",
    ProposalKind.MOVED: "alinea verplaatst",
    ProposalKind.SPLIT: "alinea gesplitst",
    ProposalKind.JOINED: "alinea's samengevoegd",
    ProposalKind.NUMBER: "getal veranderd",
    ProposalKind.FORMATTING: "opmaak veranderd",
    ProposalKind.REMARK: "opmerking",
    ProposalKind.FIXED: "vaste woorden veranderd",
    ProposalKind.PICTURE: "plaatje veranderd",
}


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
