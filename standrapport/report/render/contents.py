# SPDX-License-Identifier: EUPL-1.2
"""The contents of a report: a list for the screen, two beside each other on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...core.frozen import dataclass
from .blocks import ChapterView


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A chapter or annex with its address, its words, their language and what stands in it."""

    id: str
    words: str
    tongue: str
    entries: tuple[tuple[str, str], ...] = ()

    @property
    def lines(self) -> int:
        """How many lines it takes, when no title is long; its own has room above and below."""
        return 2 + len(self.entries)


Column = tuple[ContentsEntry, ...]


def contents_of(
    chapters: Iterable[ChapterView], annexes: Iterable[tuple[str, str]], columns: int
) -> tuple[Column, ...]:
    """The entries in reading order, over so many columns of about the same length.

    Args:
        chapters: the chapters with their numbers.
        annexes: address and words of each.
        columns: how many lists there are at most; a list that would be empty is left out.

    """
    entries = [
        ContentsEntry(
            chapter.id,
            f"{chapter.number} {chapter.words}" if chapter.number else chapter.words,
            chapter.tongue,
            tuple(chapter.entries),
        )
        for chapter in chapters
    ]
    entries += [ContentsEntry(id_, words, "nl") for id_, words in annexes]
    return tuple(_split(entries, columns))


def _split(entries: Sequence[ContentsEntry], columns: int) -> Iterable[Column]:
    """Each column ends where it comes closest to its share of the lines."""
    share = sum(entry.lines for entry in entries) / columns
    above = start = ended = 0
    for at, entry in enumerate(entries):
        last = ended == columns - 1
        if above and not last and abs(above - share) <= abs(above + entry.lines - share):
            yield tuple(entries[start:at])
            above, start, ended = 0, at, ended + 1
        above += entry.lines
    if entries[start:]:
        yield tuple(entries[start:])
