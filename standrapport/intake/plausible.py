# SPDX-License-Identifier: EUPL-1.2
"""Whether the figures of a delivered file are of the size of those that are known: a file in
thousands gives itself away when every known figure falls to a thousandth.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ..core.model import FigureKey, Figures, Kind, Position
from ..core.notation import format_getal, parse_getal
from .choices import Choices, Question
from .new_cells import NewCell

# How many times as large or small, with what rounding may make of it.
_STEPS = {1000: (Decimal(500), Decimal(2000)), 100: (Decimal(50), Decimal(200))}
_FAR = Decimal(25)  # between years nothing that is counted grows or shrinks so much
_AT_LEAST = 2
_Pair = tuple[Decimal, Decimal]


def size_question(
    cells: Sequence[NewCell], figures: Figures, choices: Choices, file: str
) -> Question | None:
    """A question when all figures that are known here, or those of the nearest years, differ by
    the same hundred or thousand times.
    """
    if choices.scale_agreed:
        return None
    same = list(_same_year(cells, figures))
    sentence = _same_step(same)
    if not same and choices.notation is None:  # a chosen notation is an answer on their size too
        sentence = _far_off(list(_nearest_year(cells, figures)))
    if not sentence:
        return None
    answers = {"klopt": "de getallen zijn goed zo"}
    return Question("SR-B019", sentence, "schaal", answers=answers, place=Position(file))


def _same_year(cells: Sequence[NewCell], figures: Figures) -> Iterator[_Pair]:
    """What is known and what the file says, where both are numbers."""
    for cell in cells:
        one = cell.reading
        known = figures.get(FigureKey(one.column.ref, one.year, one.key))
        new = parse_getal(cell.text)
        if known is None or known.kind is not Kind.VALUE or known.period != one.period:
            continue
        if new is not None and known.value:
            yield known.value, new


def _nearest_year(cells: Sequence[NewCell], figures: Figures) -> Iterator[_Pair]:
    """The same with the nearest whole year that is known."""
    known: dict[tuple[str, str | None], dict[int, Decimal]] = {}
    for name in figures:
        figure = figures[name]
        if figure.kind is Kind.VALUE and figure.value and figure.period is None:
            known.setdefault((name.ref, name.key), {})[name.year] = figure.value
    for cell in cells:
        one, new = cell.reading, parse_getal(cell.text)
        years: Mapping[int, Decimal] = known.get((one.column.ref, one.key), {})
        if years and new and one.period is None:
            yield years[min(years, key=lambda year: abs(year - one.year))], new


def _same_step(pairs: Sequence[_Pair]) -> str:
    """What is asked when all pairs differ by one step; '' when not."""
    for step, (least, most) in _STEPS.items() if pairs else ():
        if all(_within(old, new, least, most) for old, new in pairs):
            word = "kleiner" if pairs[0][1] < pairs[0][0] else "groter"
            old, new = pairs[0]
            some = "Het cijfer" if len(pairs) == 1 else f"Alle {len(pairs)} cijfers"
            scale = "duizendtallen" if step == 1000 else "honderdtallen"
            verb = "is" if len(pairs) == 1 else "zijn"
            return (
                f"{some} die hier al bekend {verb}, {verb} in dit bestand ongeveer"
                f" {format_getal(step)} keer zo {word.removesuffix('er')}"
                f" ({_shown(old)} wordt {_shown(new)}). Zijn het {scale}?"
            ).replace("Het cijfer die", "Het cijfer dat")
    return ""


def _within(old: Decimal, new: Decimal, least: Decimal, most: Decimal) -> bool:
    """Whether a figure became about a step smaller or larger; a small one may round to nought."""
    if not new:
        return abs(old) < most
    ratio = abs(old / new)
    return least <= ratio <= most or least <= 1 / ratio <= most


def _far_off(pairs: Sequence[_Pair]) -> str:
    if len(pairs) < _AT_LEAST:
        return ""
    smaller = all(new * _FAR < old for old, new in pairs)
    if not (smaller or all(new > old * _FAR for old, new in pairs)):
        return ""
    old, new = pairs[0]
    return (
        f"Alle {len(pairs)} cijfers zijn veel {'kleiner' if smaller else 'groter'} dan die van het"
        f" jaar ernaast ({_shown(old)} en {_shown(new)}). Zijn het duizendtallen?"
    )


def _shown(value: Decimal) -> str:
    return format_getal(value, max(0, -int(value.normalize().as_tuple().exponent)))
