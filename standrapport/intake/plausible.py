# SPDX-License-Identifier: EUPL-1.2
"""Whether the figures of a delivered file can be what they say, beside those that are known: a
file in thousands gives itself away when every known figure falls to a thousandth, two columns that
changed places when each figure is that of another, an old delivery when nothing differs from an
earlier year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ..core.model import FigureKey, Figures, Kind, Position
from ..core.notation import format_getal, parse_getal
from .choices import Choices, Question
from .new_cells import NewCell
from .numbers import shown

# How many times as large or small, with what rounding may make of it.
_STEPS = {1000: (Decimal(500), Decimal(2000)), 100: (Decimal(50), Decimal(200))}
_FAR = Decimal(25)  # between years nothing that is counted grows or shrinks so much
_AT_LEAST = 2
_LESS = Decimal("0.98")  # a correction is mostly smaller than what half a month makes
_SHARE = 5  # percent; where shares are as large as this, all of them below one is strange
_RARE = 100  # from here on two figures are hardly equal by chance
_Pair = tuple[Decimal, Decimal]


def size_question(
    cells: Sequence[NewCell], figures: Figures, choices: Choices, file: str
) -> Question | None:
    """A question when the figures can hardly be what they say: all known ones differ by the same
    hundred or thousand times, changed places, or are those of another year.
    """
    if choices.scale_agreed:
        return None
    same = list(_same_year(cells, figures))
    sentence = _same_step(same)
    if not same and choices.notation is None:  # a chosen notation is an answer on their size too
        sentence = _far_off(list(_nearest_year(cells, figures)))
    sentence = sentence or _of_others(cells, figures) or _of_earlier(cells, figures)
    sentence = sentence or _of_one(cells, figures)
    if not sentence:
        return None
    answers = {"klopt": "de getallen zijn goed zo"}
    return Question("SR-B019", sentence, "schaal", answers=answers, place=Position(file))


def part_questions(
    cells: Sequence[NewCell], figures: Figures, choices: Choices
) -> Iterator[Question]:
    """A question for each year that stands beside part of a later year and falls in every figure
    that is known here of the whole year: a table up to November often compares the same months.
    """
    for year, part in _beside_part(cells).items():
        own = [one for one in cells if (one.reading.year, one.reading.period) == (year, None)]
        pairs = list(_same_year(own, figures))
        if year in choices.periods or not pairs or any(new >= old for old, new in pairs):
            continue
        old, new = (sum(numbers, Decimal(0)) for numbers in zip(*pairs, strict=True))
        if new > old * _LESS:
            continue
        sentence = (
            f"Alle {len(pairs)} cijfers van {year} vallen lager uit dan wat hier over het hele jaar"
            f" staat ({shown(pairs[0][0])} wordt {shown(pairs[0][1])}), en de cijfers van een"
            f" later jaar gaan over een deel ({part}). Is {year} ook {part}?"
        ).replace("Alle 1 cijfers van", "Het cijfer van")
        if len(pairs) == 1:
            sentence = sentence.replace("vallen lager", "valt lager")
        answers = {part: f"alleen {part}", "heel": "het hele jaar"}
        yield Question(
            "SR-B016", sentence, "periode", str(year), answers, place=own[0].reading.place
        )


def _beside_part(cells: Sequence[NewCell]) -> dict[int, str]:
    """The years read as whole ones in a table that has a part of a later year, with that part."""
    parts: dict[str, tuple[int, str]] = {}
    for cell in cells:
        one = cell.reading
        if one.period is not None:
            parts[one.column.ref.partition(".")[0]] = (one.year, one.period)
    found: dict[int, str] = {}
    for cell in cells:
        one = cell.reading
        later, part = parts.get(one.column.ref.partition(".")[0], (0, ""))
        if one.period is None and one.year < later:
            found.setdefault(one.year, part)
    return found


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
                f" ({shown(old)} wordt {shown(new)}). Zijn het {scale}?"
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
        f" jaar ernaast ({shown(old)} en {shown(new)}). Zijn het duizendtallen?"
    )


def _of_others(cells: Sequence[NewCell], figures: Figures) -> str:
    """What is asked when figures that are known here would each become the known figure of another
    column or key of the same table and year.
    """
    moved: list[tuple[NewCell, FigureKey]] = []
    for cell in cells:
        one, new = cell.reading, parse_getal(cell.text)
        name = FigureKey(one.column.ref, one.year, one.key)
        known = figures.get(name)
        if new is None or known is None or known.value in {None, new} or known.period != one.period:
            continue
        if not _tells(new, cell):
            return ""
        other = _whose(new, name, figures)
        if other is None:
            return ""
        moved.append((cell, other))
    if not moved or (len(moved) <= _AT_LEAST and not _exchanged(moved)):
        return ""
    cell, other = moved[0]
    one = cell.reading
    names = (one.column.ref, one.key), (other.ref, other.key)
    own, its = (" ".join(part for part in name if part) for name in names)
    return (
        f"{len(moved)} bekende cijfers worden dat van een ander: {own} {one.year} wordt"
        f" {cell.text}, en dat is hier {its}. Zijn er kolommen of rijen verwisseld?"
    )


def _exchanged(moved: Sequence[tuple[NewCell, FigureKey]]) -> bool:
    """Whether two figures took each other's place."""
    to = {
        FigureKey(cell.reading.column.ref, cell.reading.year, cell.reading.key): other
        for cell, other in moved
    }
    return any(to.get(other) == name for name, other in to.items())


def _of_one(cells: Sequence[NewCell], figures: Figures) -> str:
    """What is asked when shares are written as parts of one: 0,43 where 43 percent is meant."""
    by_column: dict[str, list[NewCell]] = {}
    for cell in cells:
        if cell.reading.column.unit == "procent" and not cell.reading.value.content.percent:
            by_column.setdefault(cell.reading.column.ref, []).append(cell)
    for ref, own in by_column.items():
        known = [figures[name].value or Decimal(0) for name in figures if name.ref == ref]
        if part := _part_of_one(own, max(known, default=Decimal(0))):
            return (
                f"{ref} is een percentage, en in dit bestand staat {part}. Zijn het delen van een,"
                " zodat 0,43 voor 43 procent staat?"
            )
    return ""


def _part_of_one(cells: Sequence[NewCell], known: Decimal) -> str:
    """A share of a column that is probably a part of one, as the file writes it; '' when there is
    none. `known` is the largest that was known.
    """
    small = [cell for cell in cells if 0 < (parse_getal(cell.text) or 0) <= 1]
    # Where shares above one have more decimals too, they are only written more exactly.
    exact = any(cell.rounded for cell in cells if cell not in small)
    finer = [] if exact else [cell for cell in small if cell.rounded]
    if len(small) == len(cells) > 1 and known > _SHARE:
        finer = finer or small
    return finer[0].reading.value.content.text if finer else ""


def _tells(value: Decimal, cell: NewCell) -> bool:
    """Whether a value is hardly the same by chance: shares and small counts often are."""
    return value >= _RARE and cell.reading.column.unit != "procent"


def _whose(value: Decimal, name: FigureKey, figures: Figures) -> FigureKey | None:
    """The other figure of the same table and year that has exactly this value."""
    table = name.ref.partition(".")[0]
    return next(
        (
            other
            for other in figures
            if other.year == name.year
            and other != name
            and other.ref.partition(".")[0] == table
            and figures[other].value == value
        ),
        None,
    )


def _of_earlier(cells: Sequence[NewCell], figures: Figures) -> str:
    """What is asked when all figures of a year that is new here are exactly those of one other
    year.
    """
    known: dict[tuple[str, str | None], dict[int, Decimal]] = {}
    for name in figures:
        value = figures[name].value
        if value is not None and figures[name].period is None:
            known.setdefault((name.ref, name.key), {})[name.year] = value
    same: dict[int, list[set[int]]] = {}
    for cell in cells:
        one, new = cell.reading, parse_getal(cell.text)
        years = known.get((one.column.ref, one.key), {})
        if new is not None and _tells(new, cell) and one.year not in years:
            equal = {year for year, value in years.items() if value == new}
            same.setdefault(one.year, []).append(equal)
    for year, earlier in same.items():
        all_the_same = set.intersection(*earlier)
        if len(earlier) >= _AT_LEAST and all_the_same:
            return (
                f"Alle {len(earlier)} cijfers van {year} zijn precies die van"
                f" {max(all_the_same)}. Is dit een oude levering met een nieuw jaartal?"
            )
    return ""
