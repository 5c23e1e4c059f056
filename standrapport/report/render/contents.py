# SPDX-License-Identifier: EUPL-1.2
"""How a reader finds the way: the contents (a list for the screen, two beside each other on paper),
and abbreviations on the screen, of which the first in a chapter says what it stands for, on hover
and focus, and leads to the list of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from ...core.frozen import dataclass
from .blocks import ChapterView
from .text_views import TermsView


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


_CHAPTER = re.compile(r'<section class="hoofdstuk(?! bijlage)[^>]*>.*?</section>', re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"<(/?)(\w+)")
# Where a link has no place or nobody reads on: other links, drawings, headings, what is folded.
_NOT_IN = frozenset(
    ("a", "svg", "h2", "h3", "h4", "summary", "details", "dl", "caption", "figcaption", "strong")
)

Term = tuple[str, str, str]  # as it is written, what it stands for, the address in the list


def terms_of(chapters: Iterable[ChapterView]) -> tuple[Term, ...]:
    """Every abbreviation the lists of a report explain, each once."""
    found: dict[str, Term] = {}
    for view in (block.view for chapter in chapters for block in chapter.blocks):
        if isinstance(view, TermsView):
            for name, meaning, address in view.terms:
                found.setdefault(name, (name, str(meaning.striptags()), address))
    return tuple(found.values())


def explained(html: str, terms: Sequence[Term]) -> str:
    """The page with, in every chapter, the first of each abbreviation explained."""
    if not terms:
        return html
    return _CHAPTER.sub(lambda found: _chapter(found[0], tuple(terms)), html)


@lru_cache(maxsize=60)  # chapters that stay as they were in a program that stays on
def _chapter(html: str, terms: tuple[Term, ...]) -> str:
    if re.match(r"<section[^>]* lang=", html):  # a summary in another language has its own words
        return html
    left = {str(escape(name)): (name, meaning, address) for name, meaning, address in terms}
    parts = _TAG.split(html)
    inside = 0
    for at, part in enumerate(parts):
        if at % 2:
            if (tag := _NAME.match(part)) and tag[2] in _NOT_IN:
                inside += -1 if tag[1] else 1
        elif left and not inside and part.strip():
            parts[at] = _in_text(part, left)
    return "".join(parts)


def _in_text(words: str, left: dict[str, Term]) -> str:
    """Words with each abbreviation that is still to be explained as a link; one that explains
    itself ('(ABC)', 'n.b. = …') is left as it is.
    """
    if not any(name in words for name in left):
        return words
    names = "|".join(re.escape(name) for name in sorted(left, key=len, reverse=True))
    one = re.compile(rf"(?<![\w&;.(/-])(?:{names})(?![\w&]| [=(])")

    def link(found: re.Match[str]) -> str:
        term = left.pop(found[0], None)
        if term is None:
            return found[0]
        name, meaning, address = term
        return str(
            Markup(
                '<a class="afkorting" href="#{0}" data-uitleg="{1}">'
                '<abbr title="{1}">{2}</abbr></a>'
            ).format(address, meaning, name)
        )

    return one.sub(link, words)


__all__ = ["explained", "terms_of"]
