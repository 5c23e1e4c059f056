# SPDX-License-Identifier: EUPL-1.2
"""The words a catalogue uses for its figures, and which of them a word of the text stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from functools import cache

from ....core.frozen import dataclass
from .lexicon import alike, closed_words, prefixes
from .morphology import folded, joined, plain_letters, roots

# 'A1' and 'N237' are words: their number is what tells them from others
_WORD = re.compile(r"\b[^\W\d_]{1,4}\d{1,3}\b|[^\W\d_]+(?:['’][^\W\d_]+)?")
_NEGATORS = frozenset({"niet", "geen", "zonder", "nooit", "nimmer"})
_REACH = 3  # words after a negator within which the word it denies stands
SAME, ALIKE, HEAD, PART, NEAR = 1.0, 0.6, 0.6, 0.5, 0.7  # how well a word of the text fits
KEYED = 0.9  # the same for a key that is the first part of a compound
_COMPOUND = 9  # letters from which a word that is itself a name names its parts too
_LONG = 4  # letters from which a part of a compound counts


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word as it is said: denied ('zonder reden'), or with the particle of its verb."""

    word: str
    denied: bool = False
    particle: str = ""


def spoken(words: Iterable[str], also: frozenset[str] | set[str] = frozenset()) -> Iterator[Spoken]:
    """The words of a name that say something, denials drawn to the word they deny; `also` are
    closed words that count all the same.
    """
    denied = 0
    groups = grouped_words()
    for word in words:
        small = word.lower()
        if small in _NEGATORS:
            denied = _REACH
        elif small not in closed_words() or small in groups or small in also:
            yield Spoken(small, denied > 0)
            denied = 0
        elif denied:
            denied -= 1


def words_in(text: str) -> list[str]:
    """The words of a text, compounds with a hyphen apart."""
    return _WORD.findall(text.replace("_", " "))


@dataclass
class Vocabulary:
    """Every word of the names, numbered; filled while the names are read, then only asked."""

    roots: dict[str, int] = field(default_factory=dict)
    keys: set[int] = field(default_factory=set)  # words that stand in keys: 'Friese'
    closed: set[str] = field(default_factory=set)  # closed words that name something here
    size: int = 0
    key_roots: list[tuple[str, int]] = field(default_factory=list)
    _tails: dict[str, set[int]] = field(default_factory=dict)
    _heads: dict[str, set[int]] = field(default_factory=dict)
    _learned: dict[tuple[str, bool, int], frozenset[int]] = field(default_factory=dict)
    _found: dict[Spoken, dict[int, float]] = field(default_factory=dict)
    _alike: dict[str, set[int]] = field(default_factory=dict)

    def learn(self, text: str, *, key: bool = False) -> frozenset[int]:
        """The words of a name, as numbers: the same whenever it is learned, as long as no further
        closed words are known.
        """
        known = self._learned.get((text, key, len(self.closed)))
        return self._learn(text, key=key) if known is None else known

    def _learn(self, text: str, *, key: bool) -> frozenset[int]:
        found = set()
        words = words_in(text)
        if words and not any(spoken(words)):  # 'Met een hoger cijfer': these words are all it has
            self.closed.update(w.lower() for w in words if len(w) > _LONG)
        for one in spoken(words, self.closed):
            own = [_marked(root, one.denied) for root in roots(one.word)]
            number = min((self.roots[r] for r in own if r in self.roots), default=self.size)
            self.size += number == self.size
            for root in own:
                self.roots.setdefault(root, number)
            found.add(number)
            if key:
                self.keys.add(number)
        learned = self._learned[text, key, len(self.closed)] = frozenset(found)
        return learned

    def finish(self) -> None:
        """Make what a text word is looked up in besides the roots themselves."""
        for root, number in self.roots.items():
            if root.startswith("niet "):
                continue
            for at in range(3, len(root) - 2):
                head, tail = root[:at], root[at:]
                if len(tail) >= _LONG and head not in _prefixes():
                    self._tails.setdefault(tail, set()).add(number)
                if len(head) >= _LONG and len(tail) >= _LONG:
                    self._heads.setdefault(head, set()).add(number)
        self.key_roots = [pair for pair in self.roots.items() if pair[1] in self.keys]
        for group in alike():
            spelled = [root for word in group for root in _grouped_roots(word)]
            numbers = {self.roots[root] for root in spelled if root in self.roots}
            for root in spelled:
                self._alike.setdefault(root, set()).update(numbers)

    def fits(self, one: Spoken) -> dict[int, float]:
        """The words of the names that a word of the text stands for, each with how well."""
        known = self._found.get(one)
        if known is None:
            known = self._found[one] = self._fits(one)
        return known

    def _fits(self, one: Spoken) -> dict[int, float]:
        own = joined(one.particle, one.word) if one.particle else roots(one.word)
        exact = {
            self.roots[root] for root in (_marked(r, one.denied) for r in own) if root in self.roots
        }
        found = dict.fromkeys(exact, SAME)
        if one.denied:
            for root in own:
                if (opposite := self.roots.get(f"on{root}")) is not None:
                    found.setdefault(opposite, NEAR)  # 'niet gegrond' is 'ongegrond'
                for number in self._alike.get(_marked(root, denied=True), ()):
                    found.setdefault(number, ALIKE)
            return found
        for root in own:
            for number in self._alike.get(root, ()):
                found.setdefault(number, ALIKE)
        if one.particle or (exact and len(one.word) < _COMPOUND):
            return found
        for root in own:
            for number in self._tails.get(root, ()):
                found.setdefault(number, HEAD)
            for number in self._heads.get(root, ()):
                found.setdefault(number, PART)
            for at in range(3, len(root) - 2):
                self._compound(root[:at], root[at:], found)
        if not found:
            found.update(self._near_key(plain_letters(one.word)))
        return found

    def _compound(self, head: str, tail: str, found: dict[int, float]) -> None:
        """A compound of the text names its last part, and less so its first."""
        if len(tail) >= _LONG and tail in self.roots and head not in _prefixes():
            found[self.roots[tail]] = max(HEAD, found.get(self.roots[tail], 0))
        for part in (head, folded(head), head.removesuffix("s"), head.removesuffix("en")):
            if len(part) >= _LONG and part in self.roots and len(tail) >= _LONG:
                number = self.roots[part]  # 'bijstandsuitkeringen' names the key 'Bijstand'
                found.setdefault(number, KEYED if number in self.keys else PART)

    def _near_key(self, word: str) -> dict[int, float]:
        """'Friezen' is near the key 'Friese': the same beginning, another ending."""
        return {number: NEAR for root, number in self.key_roots if _same_beginning(word, root)}


def _same_beginning(one: str, other: str) -> bool:
    if len(one) < 5 or len(other) < 5 or one[:4] != other[:4]:
        return False
    both = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        both += 1
    return max(len(one), len(other)) - both <= 4


def _marked(root: str, denied: bool) -> str:
    return f"niet {root}" if denied else root


def _grouped_roots(word: str) -> frozenset[str]:
    """The roots of a word of a group; of 'niet_komen' those of the denied word."""
    denied = word.startswith("niet_")
    return frozenset(_marked(root, denied) for root in roots(word.removeprefix("niet_")))


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(folded(one) for one in prefixes()) | frozenset(prefixes())


@cache
def grouped_words() -> frozenset[str]:
    """Every word that another stands for in any report."""
    return frozenset(word for group in alike() for word in group)
