# SPDX-License-Identifier: EUPL-1.2
"""A paragraph that was sent and the one that came back, as words; and where they differ.

A figure is one word, whatever it prints: as long as its control is there, or its digits stand where
they stood, it is the same figure. What is asked when it comes back otherwise: its digits, or what
stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace
from difflib import SequenceMatcher
from itertools import groupby

from ...core.frozen import dataclass
from ...word.base import FIXED, Base, BaseParagraph
from ...word.received import Sign
from ...word.units import Atom

_WORD = re.compile(r"\d[\d.,]*\d|\w+|\s+|[^\w\s]")


@dataclass(frozen=True)
class OldWord:
    """A word that was sent: of piece number `piece`, atoms `start` up to `end` of its unit."""

    shown: str
    key: str
    piece: int
    start: int = 0
    end: int = 0
    bound: str = ""  # the reference of the figure it is


@dataclass(frozen=True)
class NewWord:
    """A word that came back, with its signs."""

    shown: str
    key: str
    signs: tuple[Sign, ...]
    tag: str = ""


@dataclass(frozen=True)
class Hunk:
    """A place where the two differ: words `start` up to `end` of the old became `new`; `by` is who
    did it.
    """

    start: int
    end: int
    new: tuple[NewWord, ...]
    by: str


@dataclass(frozen=True)
class Compared:
    """Two paragraphs beside each other: where they differ, the words that are the same (as pairs
    of numbers), and figures of which the digits differ.
    """

    old: tuple[OldWord, ...]
    new: tuple[NewWord, ...]
    hunks: tuple[Hunk, ...]
    same: tuple[tuple[int, int], ...] = ()
    figures: tuple[tuple[int, int], ...] = field(default=())


def old_words(base: Base, paragraph: BaseParagraph) -> list[OldWord]:
    """The words of a paragraph that was sent."""
    found: list[OldWord] = []
    for number, piece in enumerate(paragraph.pieces):
        if piece.text == FIXED:
            if piece.bound:
                found.append(OldWord(piece.words, _key(piece.bound), number, bound=piece.bound))
            else:
                found += [OldWord(one, _same(one), number) for one in _WORD.findall(piece.words)]
            continue
        atoms = base.texts[piece.text].units[piece.unit].atoms
        found += _of_atoms(atoms, number)
    return found


def _same(word: str) -> str:
    """What makes two words the same; a row of spaces is one space."""
    return " " if word and not word.strip(" ") else word


def _key(reference: str) -> str:
    return f"\x00{reference[:64]}"


def _of_atoms(atoms: Sequence[Atom], piece: int) -> list[OldWord]:
    found: list[OldWord] = []
    plain = "".join(atom.shown if atom.bound is None else "\x00" for atom in atoms)
    for match in re.finditer(rf"\x00|{_WORD.pattern}", plain):
        start, end = match.span()
        bound = atoms[start].bound
        if bound is not None:
            reference = bound.reference
            word = OldWord(bound.shown, _key(reference), piece, start, end, reference)
        else:
            word = OldWord(match[0], _same(match[0]), piece, start, end)
        found.append(word)
    return found


def new_words(signs: Sequence[Sign], old: Sequence[OldWord]) -> list[NewWord]:
    """The words of a paragraph that came back; figures that lost their control are known by what
    they print.
    """
    words: list[NewWord] = []
    for control, group in groupby(signs, key=lambda sign: sign.control):
        inside = tuple(group)
        shown = "".join(sign.sign for sign in inside)
        if control:
            tag = inside[0].tag
            words.append(NewWord(shown, _key(tag) if tag else "", inside, tag))
        else:
            words += [
                NewWord(match[0], _same(match[0]), inside[match.start() : match.end()])
                for match in _WORD.finditer(shown)
            ]
    return _known(words, old)


def _known(words: list[NewWord], old: Sequence[OldWord]) -> list[NewWord]:
    """Controls without a name, and digits without a control, taken for the figures they print."""
    there = {one.tag for one in words if one.tag}
    missing = [one for one in old if one.bound and one.bound[:64] not in there]
    nameless = [n for n, one in enumerate(words) if one.signs[0].control and not one.tag]
    if len(nameless) == len(missing):
        for number, one in zip(nameless, missing, strict=True):
            words[number] = replace(words[number], key=one.key, tag=one.bound)
        return words
    for number in nameless:  # no way to tell which: its words decide
        words[number] = replace(words[number], key=words[number].shown)
    at = 0
    for one in missing:
        at = _found_by_words(words, one, at)
    return words


def _found_by_words(words: list[NewWord], one: OldWord, at: int) -> int:
    """A figure looked for from a place on by what it prints, and made one word; where to go on."""
    parts = _WORD.findall(one.shown)
    for start in range(at, len(words) - len(parts) + 1):
        there = words[start : start + len(parts)]
        if parts and [word.shown for word in there] == parts:
            signs = tuple(sign for word in there for sign in word.signs)
            words[start : start + len(parts)] = [NewWord(one.shown, one.key, signs, one.bound)]
            return start + 1
    return at


def _trimmed(signs: Sequence[Sign]) -> list[Sign]:
    """The signs that stay, without spaces at the ends."""
    kept = [sign for sign in signs if not sign.deleted]
    while kept and kept[0].sign == " ":
        kept = kept[1:]
    while kept and kept[-1].sign in (" ", "\v"):
        kept = kept[:-1]
    return kept


def compare(base: Base, paragraph: BaseParagraph, signs: Sequence[Sign], author: str) -> Compared:
    """What was sent beside what came back (signs that were taken out among them); `author` did what
    nobody is known to have done.
    """
    old = old_words(base, paragraph)
    new = new_words(_trimmed(signs), old)
    places = {id(sign): number for number, sign in enumerate(signs)}
    matcher = SequenceMatcher(None, [w.key for w in old], [w.key for w in new], autojunk=False)
    hunks, same, figures = [], [], []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            for step in range(b - a):
                same.append((a + step, c + step))
                if _same(old[a + step].shown) != _same(new[c + step].shown):
                    figures.append((a + step, c + step))
            continue
        low = places[id(new[c - 1].signs[-1])] + 1 if c else 0
        high = places[id(new[d].signs[0])] if d < len(new) else len(signs)
        hunks.append(Hunk(a, b, tuple(new[c:d]), _by(signs[low:high]) or author))
    return Compared(tuple(old), tuple(new), tuple(hunks), tuple(same), tuple(figures))


def _by(signs: Sequence[Sign]) -> str:
    """Who changed these signs."""
    return " en ".join(dict.fromkeys(sign.by for sign in signs if sign.by))


DIGIT = re.compile(r"\d")
# What beside a figure makes another amount of it.
_MEASURE_AFTER = re.compile(
    r"^\s*(?:[%‰]|procent(?:punt(?:en)?)?\b|promille\b|duizend\b|miljoen\b|miljard\b|euro\b)",
    re.IGNORECASE,
)
_MEASURE_BEFORE = re.compile(r"(?:[€$±]|(?<!\w)[-−+])\s*$")


def is_number(was: str, now: str) -> bool:
    """Whether a number became another number."""
    return bool(DIGIT.search(was) and DIGIT.search(now))


def question(was: str, now: str) -> str:
    """What is asked about a number that was changed."""
    return (
        f"{was.strip()} werd {now.strip()}: een ander cijfer, of een correctie in de tabel? Een"
        " cijfer verandert niet in de tekst."
    )


def about_measure(old: Sequence[OldWord], hunk: Hunk, was: str, now: str) -> str:
    """What is asked about a sign or measure beside a figure that came or went: the figure then says
    another amount, though its digits stay. '' when there is none.
    """
    before = old[hunk.start - 1].bound and old[hunk.start - 1].shown if hunk.start else ""
    after = old[hunk.end].bound and old[hunk.end].shown if hunk.end < len(old) else ""
    for figure, measure in ((before, _MEASURE_AFTER), (after, _MEASURE_BEFORE)):
        signs = [found[0].strip() if (found := measure.search(one)) else "" for one in (was, now)]
        if figure and signs[0].lower() != signs[1].lower():
            return (
                f"Bij het cijfer {figure.strip()} verandert de maat ('{signs[0]}' werd"
                f" '{signs[1]}'); dan zegt het een ander aantal. Pas de zin aan, of vraag om"
                " een ander cijfer."
            )
    return ""
