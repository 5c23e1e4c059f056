# SPDX-License-Identifier: EUPL-1.2
"""What of a document was taken over before: read again, it changes nothing and nothing clashes.

A text that is what it was when sent with some of the proposals in it has those proposals already. A
block whose title changed has another name (its id follows the title); its texts are found under the
name it had when the document was sent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from ...core.model import Text
from ...word.base import BaseText, LeafPlace
from ...word.pairing import similarity
from .merge import Merge
from .proposal import ProposalKind, ReaderProposal

_MANY = 8  # proposals for one text of which every choice is tried
_LIKE = 0.5  # how much of a block must be the same for it to be the one that was sent

_Block = tuple[str, str]
_Texts = Mapping[LeafPlace, Text]
_Sent = Mapping[LeafPlace, BaseText]


def with_former_names(now: _Texts, sent: _Sent) -> _Texts:
    """The texts as they are now; those of a block with another name under its former one too."""
    there = {(place.chapter, place.block) for place in now}
    gone = list(dict.fromkeys(_block(place) for place in sent if _block(place) not in there))
    new = {_block(place) for place in now} - {_block(place) for place in sent}
    former: dict[LeafPlace, Text] = {}
    for block in gone:
        own = {place.path: sent[place].raw for place in sent if _block(place) == block}
        likely = [
            (_alike(own, texts), name)
            for name in new
            if name[0] == block[0] and (texts := _texts_of(now, name)).keys() == own.keys()
        ]
        best, name = max(likely, default=(0.0, ("", "")))
        if best >= _LIKE:
            new.discard(name)
            former |= {LeafPlace(*block, path): text for path, text in _texts_of(now, name).items()}
    return {**now, **former}


def already_there(
    proposals: Sequence[ReaderProposal], sent: _Sent, now: _Texts
) -> list[ReaderProposal]:
    """The proposals, those that stand in the texts already marked as done."""
    about: dict[LeafPlace, list[int]] = defaultdict(list)
    for number, one in enumerate(proposals):
        for place in dict.fromkeys(change.place for change in one.changes):
            about[place].append(number)
    taken = {
        place: _taken([proposals[number] for number in numbers], place, sent, now)
        for place, numbers in about.items()
    }
    done = {
        number
        for number, one in enumerate(proposals)
        if one.changes
        and all(about[change.place].index(number) in taken[change.place] for change in one.changes)
    }
    return [
        replace(one, done=True) if number in done else one for number, one in enumerate(proposals)
    ]


def _taken(
    proposals: Sequence[ReaderProposal], place: LeafPlace, sent: _Sent, now: _Texts
) -> frozenset[int]:
    """Which of the proposals for a text make what was sent to what is there; none when no choice
    of them does.
    """
    if place not in now or place not in sent or _plain(now[place].raw) == _plain(sent[place].raw):
        return frozenset()
    wanted = _plain(now[place].raw)
    as_sent = {place: replace(now[place], raw=sent[place].raw)}
    own = [
        replace(
            one,
            kind=ProposalKind.TEXT,
            asks="",
            changes=tuple(change for change in one.changes if change.place == place),
        )
        for one in proposals
    ]
    for chosen in _choices(len(own)):
        merge = Merge(sent, as_sent)
        placed = all(merge.take(own[number]).placed for number in chosen)
        if placed and _plain(merge.result(place)) == wanted:
            return frozenset(chosen)
    return frozenset()


def _choices(count: int) -> Iterator[tuple[int, ...]]:
    """Every choice out of so many, large ones first; of very many only all, or all but one."""
    least = 0 if count <= _MANY else count - 2
    for size in range(count, least, -1):
        yield from combinations(range(count), size)


def _plain(raw: str) -> str:
    """A text as it is compared: how its lines are broken does not matter."""
    return " ".join(raw.split())


def _block(place: LeafPlace) -> _Block:
    return (place.chapter, place.block)


def _texts_of(now: _Texts, block: _Block) -> dict[str, Text]:
    return {place.path: text for place, text in now.items() if _block(place) == block}


def _alike(own: Mapping[str, str], texts: Mapping[str, Text]) -> float:
    """How much of a block that was sent another has, its longest text weighing most."""
    whole = sum(len(raw) for raw in own.values()) or 1
    return sum(len(raw) * similarity(raw, texts[path].raw) for path, raw in own.items()) / whole
