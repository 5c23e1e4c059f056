# SPDX-License-Identifier: EUPL-1.2
"""A text sentence by sentence, with the words around each of its amounts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from ....core.frozen import dataclass
from ....core.words import Phrase
from ..reading.mention import Sentence, sentences
from ..reading.parts import tokens_of
from ..reading.vocabulary import Vocabulary, spoken, words_in
from .context import Context, Read, context_of, read as read_sentence
from .names import SubjectNames

_ITEM = Phrase(r"\s*(?:[-*•]|\d+[.)])\s")
_PRICED = Phrase(r"\bkost(?:en)?\b")  # what something costs is asked of no figure
_THERE = {"daar", "hier", "dat", "dit"}  # the sentence is about what the one before it named
_PARAGRAPH = Phrase(r"\n\s*\n")
Fits = tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class TextLine:
    """A sentence of `shown`, the one it goes on from (None for the first of a paragraph), and the
    amounts in it; read only when something asks for its words.
    """

    sentence: Sentence
    before: TextLine | None
    anchors: tuple[int, ...]
    shown: str
    spans: Sequence[tuple[int, int]]
    vocabulary: Vocabulary

    @cached_property
    def read(self) -> Read:
        """The sentence in tokens and parts, with its telling words."""
        own = self.sentence
        return read_sentence(tokens_of(self.shown, own.start, own.end, self.spans), self.vocabulary)

    @property
    def answers(self) -> bool:
        """Whether it answers the question before it: 'Hoeveel waren er? Precies 12.'."""
        if self.before is None:
            return False
        asked = self.shown[self.before.sentence.start : self.before.sentence.end]
        if not asked.rstrip().endswith("?") or _PRICED.search(asked):
            return False
        return sum(bool(one.fits) for one in self.read.said) <= 1


@dataclass(frozen=True)
class TextPassage:
    """A text with its amounts (`spans`), read against the names of a catalogue."""

    names: SubjectNames
    lines: tuple[TextLine, ...]
    title: tuple[Fits, ...]

    def context(
        self,
        line: TextLine,
        anchor: int,
        base: tuple[int, int] | None = None,
        read: Read | None = None,
    ) -> Context:
        """The words around one amount; `read` when the sentence is parted in another way."""
        before: list[Fits] = []
        earlier = line.before
        if earlier is not None:
            before = [one.fits for one in earlier.read.said if one.fits]
        tokens = line.read.tokens
        there = line.answers or any(token.text.lower() in _THERE for token in tokens[:1])
        there = there or any(token.text.lower() == "daar" for token in tokens)
        return context_of(read or line.read, anchor, before, self.title, base, there=there)


def spoken_before(line: TextLine) -> frozenset[int]:
    """The names' words said anywhere earlier in the paragraph."""
    found: set[int] = set()
    earlier = line.before
    while earlier is not None:
        found.update(word for one in earlier.read.said for word, _ in one.fits)
        earlier = earlier.before
    return frozenset(found)


def passage(
    shown: str, spans: Sequence[tuple[int, int]], title: str, names: SubjectNames
) -> TextPassage:
    """The text as read: `shown` with its amounts, at `spans` in order, made blank."""
    lines: list[TextLine] = []
    lead: TextLine | None = None
    for sentence in sentences(shown):
        item = _ITEM.match(shown, sentence.start) is not None
        end = lines[-1].sentence.end if lines else 0
        new = bool(_PARAGRAPH.search(shown[max(0, end - 2) : sentence.start + 2]))
        if item and lines and lead is None:
            lead = lines[-1]
        elif not item:
            lead = None
        before = lead if item else lines[-1] if lines and not new else None
        inside = (sentence.start, sentence.end)
        anchors = tuple(n for n, span in enumerate(spans) if inside[0] <= span[0] < inside[1])
        lines.append(TextLine(sentence, before, anchors, shown, spans, names.vocabulary))
    return TextPassage(names, tuple(lines), tuple(_title(title, names)))


def _title(title: str, names: SubjectNames) -> list[Fits]:
    fits = (names.vocabulary.fits(one) for one in spoken(words_in(title), names.vocabulary.closed))
    return [tuple(sorted(one.items())) for one in fits if one]
