# SPDX-License-Identifier: EUPL-1.2
"""Words compared: what was typed differs or not, and an expression is one word whose number may
move with its figure.

The comparison of two texts and that of the two the other way round are each other's mirror image.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any, Literal

from ...core.frozen import dataclass
from ...core.notation import NOT_KNOWN
from ...core.words import heading

_TYPED = re.compile(r"(?P<blank>\s+)|\w+(?:[.,]\d+)*|[^\w\s]")
_LIST_ITEM = re.compile(r"[-*+] |\d+[.)] ")
PARAGRAPH, LINE = "\n\n", "\n"
# What stands for an amount in the words of an expression: a minus of its own belongs to it, since
# that turns what is said.
_AMOUNT = re.compile(rf"[+]?\d[\d.,½¼¾]*|{re.escape(NOT_KNOWN)}")


@dataclass(frozen=True)
class Token:
    """A word, a mark, a break or an expression: `key` decides whether two are the same, `text` is
    what stands on the page.
    """

    key: str
    text: str
    space: str = ""
    expression: bool = False


PieceKind = Literal["same", "figure", "removed", "added"]


@dataclass(frozen=True)
class Piece:
    """A stretch of text: the same on both sides, an expression whose figure changed, or words
    removed or added.
    """

    kind: PieceKind
    old: str
    new: str


@dataclass(frozen=True)
class Comparison:
    """Two texts compared: the stretches, the paragraphs with a change, and numbers that look alike
    but name another figure.
    """

    pieces: tuple[Piece, ...]
    paragraphs: int
    references: tuple[tuple[str, str, str], ...]

    @property
    def turned(self) -> tuple[tuple[str, str], ...]:
        """The words of either side where the report says a figure went another way than before:
        'minder' and 'meer', 'daalde' and 'steeg'.
        """
        return tuple(
            (one.old.strip(), other.new.strip())
            for one, other in zip(self.pieces, self.pieces[1:], strict=False)
            if (one.kind, other.kind) == ("removed", "added")
            and "" not in (ways := {heading(one.old), heading(other.new)})
            and len(ways) == 2
        )

    @property
    def changed(self) -> bool:
        """Whether a reader sees other words, or a number follows another figure."""
        return self.paragraphs > 0 or bool(self.references)


def tokens(parts: Iterable[Any]) -> tuple[Token, ...]:
    """The tokens of a text of the manifest: typed words, and expressions as `{"expression",
    "text"}`; line ends are no words.
    """
    found: list[Token] = []
    for part in parts:
        if isinstance(part, str):
            for match in _TYPED.finditer(part):
                if match["blank"] is None:
                    found.append(Token(match[0], match[0]))
                elif found:
                    _blank(found, match[0], part[match.end() :])
        else:
            found.append(Token(f"{{{{ {part['expression']} }}}}", part["text"], expression=True))
    while found and found[-1].key in (PARAGRAPH, LINE):
        found.pop()
    if found and found[-1].space:
        found[-1] = Token(found[-1].key, found[-1].text, "", found[-1].expression)
    return tuple(found)


def _blank(found: list[Token], blank: str, after: str) -> None:
    if blank.count("\n") > 1:
        found.append(Token(PARAGRAPH, PARAGRAPH))
    elif "\n" in blank and _LIST_ITEM.match(after):
        found.append(Token(LINE, LINE))
    elif found[-1].key not in (PARAGRAPH, LINE):
        found[-1] = Token(found[-1].key, found[-1].text, " ", found[-1].expression)


def keys(side: Sequence[Token]) -> tuple[str, ...]:
    """What decides whether two texts are the same."""
    return tuple(token.key for token in side)


def text_of(side: Sequence[Token]) -> str:
    """The text as readers see it."""
    return "".join(token.text + token.space for token in side)


def compare_words(
    old: Sequence[Token], new: Sequence[Token], explained: Callable[[str], bool]
) -> Comparison:
    """What differs between two texts.

    `explained` tells of an expression whether a changed figure explains another number; other words
    in it are a change whatever explains them.
    """
    pieces: list[Piece] = []
    references = []
    changed: set[int] = set()
    paragraph = 0
    for same, before, after in _stretches(old, new):
        if same:
            for one, other in zip(before, after, strict=True):
                paragraph += one.key == PARAGRAPH
                if one.text == other.text:
                    pieces.append(Piece("same", one.text + one.space, other.text + other.space))
                elif explained(one.key) and _spoken(one.text) == _spoken(other.text):
                    pieces.append(Piece("figure", one.text + one.space, other.text + other.space))
                else:
                    changed.add(paragraph)
                    pieces += [
                        Piece("removed", one.text + one.space, ""),
                        Piece("added", "", other.text + other.space),
                    ]
        elif text_of(before).strip() == text_of(after).strip():
            pieces.append(Piece("same", text_of(before), text_of(after)))
            references.append((_source(before), _source(after), text_of(after).strip()))
        else:
            # A break that comes or goes touches the paragraphs on both its sides: one change, the
            # first of them.
            changed |= set(range(paragraph, paragraph + 1 + max(_inner(before), _inner(after))))
            pieces += [Piece(kind, old, new) for kind, old, new in _both(before, after)]
            paragraph += max(
                sum(token.key == PARAGRAPH for token in side) for side in (before, after)
            )
    return Comparison(_joined(pieces), len(changed), tuple(references))


def _spoken(text: str) -> list[str]:
    """The words of an expression without its amounts: a number may move with its figure, words that
    change say something else.
    """
    return _AMOUNT.sub("0", text).split()


def _both(before: Sequence[Token], after: Sequence[Token]) -> Iterable[tuple[PieceKind, str, str]]:
    if before:
        yield "removed", text_of(before), ""
    if after:
        yield "added", "", text_of(after)


def _inner(side: Sequence[Token]) -> int:
    """Paragraph breaks with words on both sides of them."""
    return sum(token.key == PARAGRAPH for token in side[1:-1])


def _source(side: Sequence[Token]) -> str:
    return "".join(
        (token.key if token.expression else token.text) + token.space for token in side
    ).strip()


def _stretches(
    old: Sequence[Token], new: Sequence[Token]
) -> Iterable[tuple[bool, Sequence[Token], Sequence[Token]]]:
    """Stretches that are the same and that differ, in order.

    A lone word between two changes counts as changed.
    """
    left, right = keys(old), keys(new)
    if left <= right:
        codes = [
            (a, b, c, d, tag == "equal")
            for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
        ]
    else:  # always worked out in one direction, so that swapping the sides mirrors the result
        codes = [
            (c, d, a, b, tag == "equal")
            for tag, a, b, c, d in SequenceMatcher(None, right, left, autojunk=False).get_opcodes()
        ]

    def alone(at: int) -> bool:
        a, b, _, _, same = codes[at]
        return (
            same
            and b - a == 1
            and 0 < at < len(codes) - 1
            and left[a] not in (PARAGRAPH, LINE)
            and not old[a].expression
        )

    marked = [(codes[at][4] and not alone(at), codes[at]) for at in range(len(codes))]
    for same, group in groupby(marked, key=lambda pair: pair[0]):
        spans = [code for _, code in group]
        yield same, old[spans[0][0] : spans[-1][1]], new[spans[0][2] : spans[-1][3]]


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    joined: list[Piece] = []
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        if kind == "figure":
            joined.extend(group)
            continue
        several = list(group)
        joined.append(Piece(kind, "".join(p.old for p in several), "".join(p.new for p in several)))
    return tuple(joined)


def unified(pieces: Sequence[Piece]) -> list[tuple[PieceKind, str]]:
    """The stretches as one running text.

    A space that only the old side had stays before words that were removed.
    """
    found: list[tuple[PieceKind, str]] = []
    for at, piece in enumerate(pieces):
        text = piece.old if piece.kind == "removed" else piece.new
        following = pieces[at + 1].kind if at + 1 < len(pieces) else ""
        if following == "removed" and piece.old.endswith(" ") and not text.endswith((" ", "\n")):
            text += " "
        found.append((piece.kind, text))
    return found


def excerpt(pieces: Sequence[Piece], around: int = 60) -> tuple[Piece, ...]:
    """The stretches with the unchanged ones cut to about `around` characters on either side of a
    change.
    """
    short = []
    for at, piece in enumerate(pieces):
        if piece.kind != "same":
            short.append(piece)
            continue
        first, last = at == 0, at == len(pieces) - 1
        short.append(
            Piece(
                "same",
                _cut(piece.old, around, first=first, last=last),
                _cut(piece.new, around, first=first, last=last),
            )
        )
    return tuple(short)


def _cut(text: str, around: int, *, first: bool, last: bool) -> str:
    if len(text) <= around * (1 if first or last else 2) + 20:
        return text
    head = "" if first else text[:around].rpartition(" ")[0]
    tail = "" if last else text[-around:].partition(" ")[2]
    return f"{head} … {tail}"
