# SPDX-License-Identifier: EUPL-1.2
"""Figures compared as numbers with their rounding: what differs, why, which cells moved a computed
figure, and where it is printed, by what the build wrote down and the expressions in the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal
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
from ...core.model import Change, FigureKey, Kind
from ...core.notation import decimals_in, round_to
from ...core.words import change_of
from .changes import FigureChange, FigureKind, Nature, Use
from .snapshot import ShownFigure, Snapshot
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


Pair = tuple[ShownFigure | None, ShownFigure | None]


def compare_figures(old: Snapshot, new: Snapshot) -> tuple[FigureChange, ...]:
    """Every figure that differs, cells first, in the order of the tables.

    A figure that is absent counts as not yet known.
    """
    pairs: dict[FigureKey, Pair] = {
        name: (old.figures.get(name), new.figures.get(name))
        for name in sorted({*old.figures, *new.figures}, key=_order(old, new))
    }
    kinds = {name: found for name, pair in pairs.items() if (found := _kinds(*pair))}
    old_uses, new_uses = Uses(old), Uses(new)
    changes = []
    for name, found in kinds.items():
        before, after = pairs[name]
        change = _change(before, after)
        nature, reason = _nature(name, found, pairs[name], old, new)
        changes.append(
            FigureChange(
                id=name,
                title=(new if after else old).title(name.ref),
                kinds=found,
                old=before,
                new=after,
                change=change,
                nature=nature,
                reason=reason,
                inputs=_inputs(name, pairs, kinds) if nature == "berekend" else (),
                old_uses=old_uses(name),
                new_uses=new_uses(name),
            )
        )
    return tuple(sorted(changes, key=lambda change: change.derived))


def _change(old: ShownFigure | None, new: ShownFigure | None) -> Change:
    """By how much a figure changed, the two being the same figure in two editions."""
    if old is None or new is None or old.period != new.period:
        return Change(None)
    return change_of(_as_printed(old), _as_printed(new), new.unit, correction=True)


def _as_printed(shown: ShownFigure) -> Decimal | None:
    """The value with the decimals it is printed with, which JSON does not keep."""
    if shown.value is None:
        return None
    return round_to(shown.value, max(decimals_in(shown.printed), decimals_in(shown.value)))


def _order(old: Snapshot, new: Snapshot) -> Callable[[FigureKey], tuple[int, int, str]]:
    """Tables in the order of the editions (the side that has more of them decides), then year and
    key; the same whichever way round.
    """
    sides = sorted((old, new), key=lambda side: (-len(side.definitions), sorted(side.definitions)))
    place = {
        ref: number
        for number, ref in enumerate(
            dict.fromkeys(name.ref for side in sides for name in side.figures)
        )
    }
    return lambda name: (place[name.ref], name.year, name.key or "")


def _kinds(old: ShownFigure | None, new: ShownFigure | None) -> tuple[FigureKind, ...]:
    before, now = (shown is not None and not shown.kind.is_open for shown in (old, new))
    if old is None or new is None or not (before and now):
        return () if before == now else ("known",) if now else ("unknown",)
    return _differing(old, new)


def _differing(old: ShownFigure, new: ShownFigure) -> tuple[FigureKind, ...]:
    """In what two known figures differ; a computed one takes the rest from what is below it."""
    typed = old.formula is None or new.formula is None
    rounding = typed and old.rounding != new.rounding
    differs: tuple[tuple[FigureKind, bool], ...] = (
        ("value", not _same_number(old, new) and not (rounding and _overlap(old, new))),
        ("rounding", rounding),
        ("status", typed and old.provisional != new.provisional),
        ("reference_date", typed and old.reference_date != new.reference_date),
        ("period", old.period != new.period),
        ("formula", old.formula != new.formula),
    )
    return tuple(kind for kind, so in differs if so)


def _same_number(old: ShownFigure, new: ShownFigure) -> bool:
    """Whether both say the same; of suppressed figures ('<5') also in print."""
    return (old.kind, old.value) == (new.kind, new.value) and (
        old.kind is not Kind.SUPPRESSED or old.printed == new.printed
    )


def _overlap(old: ShownFigure, new: ShownFigure) -> bool:
    """Whether one true value can stand behind both numbers, more than just where their ranges
    touch.
    """
    if old.value is None or new.value is None:
        return False
    reach = ((old.rounding or Decimal(0)) + (new.rounding or Decimal(0))) / 2
    return abs(old.value - new.value) < reach


def _nature(
    name: FigureKey, kinds: tuple[FigureKind, ...], pair: Pair, old: Snapshot, new: Snapshot
) -> tuple[Nature, str]:
    """Revised when a reason is declared or a later edition reads otherwise; else corrected.

    Only for a number that replaces another.
    """
    if any(shown is not None and shown.formula is not None for shown in pair):
        return "berekend", ""
    if "value" not in kinds:
        return "", ""
    reason = next(
        (one.reason for side in (new, old) for one in side.reasons if one.covers(name)), ""
    )
    return ("herzien", reason) if reason or old.year != new.year else ("gecorrigeerd", "")


def _inputs(
    name: FigureKey,
    pairs: Mapping[FigureKey, Pair],
    kinds: Mapping[FigureKey, tuple[FigureKind, ...]],
    trail: tuple[FigureKey, ...] = (),
) -> tuple[FigureKey, ...]:
    """The changed cells below a computed figure, walking its formula (both of them when it changed)
    down to the cells.
    """
    found: dict[FigureKey, None] = {}
    for formula in dict.fromkeys(
        shown.formula for shown in pairs[name] if shown is not None and shown.formula is not None
    ):
        for wanted in named(parsed(formula), name.year, name.key):
            for cell in _matching(wanted, pairs):
                if cell not in kinds or cell in trail:
                    continue
                if any(shown is not None and shown.formula is not None for shown in pairs[cell]):
                    found |= dict.fromkeys(_inputs(cell, pairs, kinds, (*trail, name)))
                else:
                    found[cell] = None
    return tuple(sorted(found, key=lambda cell: (cell.ref, cell.year, cell.key or "")))


def _matching(wanted: FigureKey, pairs: Mapping[FigureKey, Pair]) -> list[FigureKey]:
    """The figures a name means: itself, the plain figure of that name, or every key of it."""
    if wanted in pairs:
        return [wanted]
    plain = FigureKey(wanted.ref, wanted.year)
    if plain in pairs:
        return [plain]
    return [name for name in pairs if wanted.key is None and name[:2] == wanted[:2]]
