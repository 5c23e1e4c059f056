# SPDX-License-Identifier: EUPL-1.2
"""The ways a column or derived figure is called, and what a derived figure is computed of."""

from __future__ import annotations

from collections.abc import Iterator

from ....core.formula import (
    FormulaError,
    Node,
    Reference,
    SumYears,
    parse_formula,
    references_in,
    walk,
)
from ....core.formula.nodes import Operation
from ....core.model import Catalogue, Column, Derived
from ..reading.lexicon import kinds_of_words
from ..reading.vocabulary import Vocabulary, spoken, words_in


def ways_in(vocabulary: Vocabulary, texts: Iterator[str]) -> tuple[frozenset[int], ...]:
    """The words of each of some texts that has any, once each."""
    found = dict.fromkeys(
        words for text in texts if text for words in (vocabulary.learn(text),) if words
    )
    return tuple(found)


def head_of(name: str) -> str:
    """What a name is the name of: its words up to a preposition or relative pronoun; all where it
    opens with one.
    """
    words = words_in(name)
    ends = kinds_of_words()["voorzetsel"] | {"die", "dat", "wie", "waarvan"}
    end = next((n for n, word in enumerate(words) if word.lower() in ends), len(words))
    head = " ".join(words[:end] or words)
    return head if any(spoken(words_in(head))) else ""  # 'Totaal van …' has no noun of its own


def ways_of(column: Column | None, title: str, name: str) -> Iterator[str]:
    """Each way a column is called; what stands between brackets is another."""
    plain, _, inside = title.partition("(")
    yield title
    if inside and words_in(plain):
        yield plain
        yield inside
    if column is not None:
        yield column.short
        yield from column.also_named
    yield name


def words_of_parts(catalogue: Catalogue, vocabulary: Vocabulary, ref: str) -> set[int]:
    """The words of the titles of what a derived figure is computed from."""
    derived = catalogue.derived.get(ref)
    if derived is None:
        return set()
    named = references_in(derived.formula_text.raw)
    return set().union(*(vocabulary.learn(catalogue.title(one.ref)) for one in named))


def is_difference(derived: Derived) -> bool:
    """Whether a derived figure is one thing less another."""
    try:
        node = parse_formula(derived.formula_text.raw)
    except FormulaError:
        return False
    return isinstance(node, Operation) and node.operator == "-"


def summed_over_years(derived: Derived) -> str:
    """What a derived figure is the sum of over several years; '' where it is none."""
    try:
        node = parse_formula(derived.formula_text.raw)
    except FormulaError:
        return ""
    if isinstance(node, SumYears):
        return node.reference.ref
    parts = list(walk(node))
    added = all(isinstance(one, Reference) or _adds(one) for one in parts)
    named = [one for one in parts if isinstance(one, Reference)]
    same = len({one.ref for one in named}) == 1 and len({one.shift for one in named}) > 1
    return named[0].ref if added and same else ""


def _adds(node: Node) -> bool:
    return isinstance(node, Operation) and node.operator == "+"


def is_change(derived: Derived) -> bool:
    """Whether a derived figure subtracts an earlier year of a figure from that figure."""
    try:
        parts = list(walk(parse_formula(derived.formula_text.raw)))
    except FormulaError:
        return False
    return any(
        isinstance(part, Operation)
        and part.operator == "-"
        and isinstance(part.left, Reference)
        and isinstance(part.right, Reference)
        and part.left.ref == part.right.ref
        and part.left.shift > part.right.shift
        for part in parts
    )
