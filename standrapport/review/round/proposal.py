# SPDX-License-Identifier: EUPL-1.2
"""What a reader proposes, and what became of it; and told, with its words compared, block by block,
for a terminal and as JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from difflib import SequenceMatcher
from enum import Enum
from typing import Any, Self

from ...core.frozen import dataclass
from ...messages.sections import Line, Span, plain
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


_WORD = re.compile(r"\s+|\w+(?:[.,]\d+)*|[^\w\s]")
_AROUND = 8  # words shown before and after a change


def proposal_lines(proposals: Sequence[ReaderProposal]) -> Iterator[Line]:
    """Every proposal, numbered, below the block it is of."""
    block = None
    for number, one in enumerate(proposals, 1):
        if one.block != block:
            block = one.block
            yield plain("")
            yield ((block or "niet te plaatsen", "kop"),)
        yield from one_proposal(number, one)


def one_proposal(number: int, one: ReaderProposal) -> Iterator[Line]:
    """What is proposed, by whom, and what it waits for."""
    state = "botst" if one.conflict else "" if one.placed else "wacht op u"
    by = f", {one.author}" if one.author else ""
    done = ", staat er al" if one.done else ""
    yield plain(f"  {number:>3}  {one.kind.dutch}{by}{f' ({state})' if state else ''}{done}")
    if one.kind is ProposalKind.REMARK:
        if one.about:
            yield plain(f"       over '{shortened(one.about)}'")
        yield from (plain(f"       {line}") for line in (one.new or one.old).split("\n"))
    elif one.kind in (ProposalKind.FORMATTING, ProposalKind.PICTURE):
        yield plain(f"       {shortened(one.new)}")
    else:
        for line in _lines(word_difference(one.old, one.new)):
            yield (("       ", ""), *line)
    if one.asks:
        yield plain(f"       {one.asks}")
    yield from (plain(f"       {words}") for words in one.warnings)


def word_difference(old: str, new: str) -> list[Span]:
    """The words of both: what went [-so-], what came {+so+}; far from a change left out."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    spans: list[Span] = []
    codes = matcher.get_opcodes()
    for number, (kind, a, b, c, d) in enumerate(codes):
        if kind == "equal":
            first, last = number == 0, number == len(codes) - 1
            spans.append((_near(before[a:b], first=first, last=last), ""))
            continue
        if b > a:
            spans.append((f"[-{''.join(before[a:b])}-]", "weg"))
        if d > c:
            spans.append((f"{{+{''.join(after[c:d])}+}}", "erbij"))
    return spans


def _near(words: Sequence[str], *, first: bool, last: bool) -> str:
    """Words that stayed, as far as they stand near a change."""
    wide = 2 * _AROUND  # words and the spaces between them
    if first and len(words) > wide:
        return "… " + "".join(words[-wide:]).lstrip()
    if last and len(words) > wide:
        return "".join(words[:wide]).rstrip() + " …"
    if len(words) > 2 * wide:
        return "".join(words[:wide]).rstrip() + " … " + "".join(words[-wide:]).lstrip()
    return "".join(words)


def _lines(spans: Sequence[Span]) -> Iterator[Line]:
    """Spans broken where a paragraph ends."""
    line: list[Span] = []
    for words, kind in spans:
        first, *others = words.replace("\v", " ").split("\n\n")
        line.append((first, kind))
        for other in others:
            yield tuple(line)
            line = [(other, kind)]
    yield tuple(line)


def shortened(words: str) -> str:
    """A text on one line, cut where it is longer than 80 characters."""
    one = " ".join(words.split())
    return one if len(one) <= 80 else f"{one[:78].rsplit(' ', 1)[0]} …"


def summary(name: str, proposals: Sequence[ReaderProposal]) -> str:
    """How many proposals there are and how many wait."""
    if not proposals:
        return f"{name}: niets veranderd en geen opmerkingen."
    people = len({one.author for one in proposals})
    waiting = sum(not one.placed for one in proposals)
    number = len(proposals)
    return (
        f"{name}: {number} {'voorstel' if number == 1 else 'voorstellen'} van {people}"
        f" {'persoon' if people == 1 else 'personen'}; {waiting}"
        f" {'wacht' if waiting == 1 else 'wachten'} op een besluit."
    )


def proposals_as_list(proposals: Sequence[ReaderProposal]) -> list[dict[str, Any]]:
    """The same for machines."""
    return [one.as_dict() for one in proposals]
