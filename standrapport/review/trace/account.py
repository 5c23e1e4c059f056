# SPDX-License-Identifier: EUPL-1.2
"""One figure followed both ways: down to the cells it is computed from, and out to its rules and
its places in the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from ...core.formula import (
    FormulaError,
    Names,
    Reference,
    asked_figure,
    name_of,
    references,
    references_in,
)
from ...core.frozen import dataclass
from ...core.model import (
    AboutFigure,
    Figure,
    FigureKey,
    NumberInText,
    Outcome,
    Position,
    Used,
    beside,
    figure_of,
    single_figures,
)
from ...core.notation import parse_getal
from ...pipeline.checked import Checked
from ...project.places import UsageProblem


class NoSuchFigure(UsageProblem):
    """What was asked for is no figure of this edition; the message is a Dutch sentence."""


@dataclass(frozen=True)
class Computed:
    """A figure in a computation, with its formula and the figures that go into it (none for a
    cell).
    """

    figure: Figure
    inputs: tuple[Computed, ...]


@dataclass(frozen=True)
class PrintedAt:
    """A place in the report where the figure is printed: chapter and block by title, and the text
    that stands there.

    `computed` is a change or a sum the text makes of the figure; `position` is known for numbers
    typed by hand.
    """

    chapter: str
    block: str
    text: str
    position: Position | None = None
    computed: bool = False


@dataclass(frozen=True)
class Trace:
    """Everything known of one figure."""

    figure: Figure
    about: AboutFigure
    title: str
    computation: Computed
    outcomes: tuple[Outcome, ...]
    places: tuple[PrintedAt, ...]


def find_figures(checked: Checked, asked: str) -> list[FigureKey]:
    """The figures a name (`instroom.noord[-1]`) or a number (`13.840`, any year) stands for.

    Raises NoSuchFigure.
    """
    number = parse_getal(asked.rstrip(" %"))
    if number is not None:
        found = [
            name
            for name, figure in (
                *single_figures(checked.figures).items(),
                *beside(checked.figures).items(),
            )
            if figure.value is not None and abs(figure.value) == number
        ]
        if not found:
            raise NoSuchFigure(f"Geen cijfer van editie {checked.year} heeft de waarde {asked}.")
        return sorted(found, key=lambda name: (checked.figures[name].derived, -name.year, name.ref))
    try:
        node = asked_figure(
            asked, checked.names, checked.catalogue.refs, ", of een getal zoals 13.840"
        )
    except FormulaError as problem:
        raise NoSuchFigure(problem.message) from problem
    year = node.in_year(checked.year)
    table = checked.names.keyed_table(node.ref)
    if table is not None and node.key is None:
        keys = checked.names.keys(table, year)
        shown = ", ".join(f"'{key}'" for key in keys[:5])
        raise NoSuchFigure(
            f'{node.ref} heeft een waarde per sleutel; kies er een, zoals {node.ref}["…"] met'
            f" {shown}."
        )
    return [name_of(checked.figures, node, checked.year)]


def trace(checked: Checked, name: FigureKey, used: Sequence[Used]) -> Trace:
    """The trace of one figure; `used` are the places where the report prints figures."""
    catalogue = checked.catalogue
    figure = figure_of(checked.figures, *name)
    about = catalogue.about(name.ref, name.year, figure.source)
    return Trace(
        figure=figure,
        about=about,
        title=" ".join(filter(None, (about.title, name.key))),
        computation=_step(checked, name, ()),
        outcomes=tuple(
            outcome for outcome in checked.outcomes if _takes_part(outcome, name, checked)
        ),
        places=(*_printed(checked, name, used), *_typed(checked, name)),
    )


def _step(checked: Checked, name: FigureKey, trail: tuple[FigureKey, ...]) -> Computed:
    figure = figure_of(checked.figures, *name)
    node = checked.names.derived.get(name.ref)
    if node is None or name in trail:
        return Computed(figure, ())
    inputs = dict.fromkeys(
        name_of(checked.figures, replace(part, key=_key(checked.names, part, name)), name.year)
        for part in references(node)
        if part.ref != name.ref or part.shift or part.expected
    )
    return Computed(figure, tuple(_step(checked, one, (*trail, name)) for one in inputs))


def _key(names: Names, reference: Reference, name: FigureKey) -> str | None:
    return (
        reference.key
        if reference.key is not None
        else name.key
        if names.keyed_table(reference.ref) is not None
        else None
    )


def _takes_part(outcome: Outcome, name: FigureKey, checked: Checked) -> bool:
    """Whether a rule looks at the figure: its cells are among those the rule was worked out to, or
    the rule names it.
    """
    if name in outcome.figures:
        return True
    if name.ref not in checked.names.derived or outcome.key != name.key:
        return False
    left, _, right = outcome.rule.test.partition(_sign(outcome.rule.test))
    named = [part for side in (left, right) for part in references_in(side)]
    return any(part.ref == name.ref and part.in_year(outcome.year) == name.year for part in named)


def _sign(test: str) -> str:
    return next((sign for sign in ("==", "!=", "<=", ">=", "<", ">") if sign in test), "==")


def _printed(checked: Checked, name: FigureKey, used: Sequence[Used]) -> list[PrintedAt]:
    found = []
    for one in used:
        if one.ref == name.ref:
            names = one.year == name.year and one.key == name.key and name.beside is None
        else:  # a change or a sum worked out in the text itself
            names = any(
                part.ref == name.ref and name_of(checked.figures, part, one.year, one.key) == name
                for part in references_in(one.ref)
            )
        if names:
            found.append(
                PrintedAt(
                    *_titles(checked, one.chapter, one.block),
                    one.text,
                    computed=one.ref != name.ref,
                )
            )
    return list(dict.fromkeys(found))


def _typed(checked: Checked, name: FigureKey) -> list[PrintedAt]:
    def place(number: NumberInText) -> PrintedAt:
        return PrintedAt(
            *_titles(checked, number.chapter, number.block),
            number.text,
            number.source.place(number.at),
        )

    return [
        place(number)
        for number in checked.numbers
        if number.reading != "verwijzing" and number.figures[:1] == (name,)
    ]


def _titles(checked: Checked, chapter_name: str, block_id: str) -> tuple[str, str]:
    """Chapter and block as a reader knows them."""
    for chapter in checked.edition.chapters if checked.edition else ():
        if chapter.name == chapter_name:
            block = next((one for one in chapter.blocks if one.id == block_id), None)
            return chapter.title.raw, block.title.raw if block and block.title else block_id
    return {"rapport": "omslag", "bijlage": "bijlagen"}.get(chapter_name, chapter_name), block_id


def exact(figure: Figure) -> tuple[Fraction | None, Fraction | None]:
    """Least and greatest true value, None where there is no bound or nothing is known."""
    if figure.kind.is_open and not figure.derived:
        return None, None
    low, high = figure.interval.low, figure.interval.high
    return (None if isinstance(low, float) else low, None if isinstance(high, float) else high)
