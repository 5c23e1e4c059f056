# SPDX-License-Identifier: EUPL-1.2
"""Where figures are printed: the places the build wrote down, and the expressions in the text."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from ...core.formula import (
    Expression,
    FormulaError,
    Node,
    Reference,
    SumYears,
    parse_expression,
    parse_formula,
    references,
    walk,
)
from ...core.model import FigureKey
from .changes import Use
from .snapshot import Snapshot
from .words import Token


class Uses:
    """The places of every figure of one edition, in reading order."""

    def __init__(self, side: Snapshot) -> None:
        self._where = {chapter.name: {"": chapter.words} for chapter in side.chapters}
        self._at: dict[FigureKey, dict[tuple[str, str], Use]] = defaultdict(dict)
        for chapter in side.chapters:
            for block in chapter.blocks:
                self._where[chapter.name][block.id] = f"{chapter.words} › {block.name}"
        # Where a figure stands both by itself and in a formula, the place shows the figure itself.
        for use in sorted(side.used, key=lambda use: not _plain(use.ref)):
            for name in named(_parsed(use.ref), use.year, use.key):
                self._note(name, use.chapter, use.block, use.text)
        for chapter in side.chapters:
            for token in chapter.title:
                self._expression(token, side.year, chapter.name, "")
            for block in chapter.blocks:
                for token in (*block.title, *block.text):
                    self._expression(token, side.year, chapter.name, block.id)

    def __call__(self, name: FigureKey) -> tuple[Use, ...]:
        """The places of a figure; a sum over all keys is a place of each of them."""
        found = dict(self._at.get(name, {}))
        if name.key is not None:
            for place, use in self._at.get(FigureKey(name.ref, name.year), {}).items():
                found.setdefault(place, use)
        return tuple(found.values())

    def _note(self, name: FigureKey, chapter: str, block: str, text: str) -> None:
        where = self._where.get(chapter, {}).get(block, "Omslag")
        self._at[name].setdefault((chapter, block), Use(chapter, block, where, text))

    def _expression(self, token: Token, year: int, chapter: str, block: str) -> None:
        if token.expression:
            for name in figures_in(token.key, year):
                self._note(name, chapter, block, token.text)


def figures_in(key: str, year: int) -> set[FigureKey]:
    """The figures an expression of a text leans on, the earlier year of a filter such as
    `verschil(-1)` included.
    """
    expression = _expression(key)
    if expression is None:
        return set()
    shifts = {0} | {
        argument
        for step in expression.filters
        for argument in step.arguments
        if isinstance(argument, int) and step.name != "namen"
    }
    return {name for shift in shifts for name in named(expression.node, year + shift, None)}


def named(node: Node | None, year: int, key: str | None) -> list[FigureKey]:
    """The figures a formula names for a year, with `key` for those that have none of their own.

    Key None also means all keys.
    """
    if node is None:
        return []
    found = [
        FigureKey(r.ref, r.in_year(year), r.key if r.key is not None else key)
        for r in references(node)
    ]
    for part in walk(node):
        if isinstance(part, SumYears):
            found.extend(
                FigureKey(part.reference.ref, when, part.reference.key or key)
                for when in range(part.first, part.last + 1)
            )
    return list(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def parsed(formula: str) -> Node | None:
    """A formula of a manifest; None when this version cannot read it."""
    try:
        return parse_formula(formula)
    except FormulaError:
        return None


def _parsed(ref: str) -> Node | None:
    return Reference(ref) if _plain(ref) else parsed(ref)


def _plain(ref: str) -> bool:
    return ref.replace(".", "").replace("_", "").isalnum()


@lru_cache(maxsize=4096)
def _expression(key: str) -> Expression | None:
    try:
        return parse_expression(key.removeprefix("{{").removesuffix("}}"))
    except FormulaError:
        return None
