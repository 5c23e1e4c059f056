# SPDX-License-Identifier: EUPL-1.2
"""The readings of a delivered file as cells of figure files, once it is clear what each of them is:
one notation for all of them, one value for each figure, the day they were known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field
from datetime import date

from ..core.frozen import dataclass
from ..core.model import Column, Finding, Position
from ..core.notation import format_datum, join_names
from ..messages import found
from .choices import Choices, Question
from .new_cells import NewCell, new_cell, wrong_number
from .numbers import NAMES, Content, Decided, Notation, decide, shown
from .periods import PeriodLabel, Span, last_day
from .reading import Reading, RegionReading
from .totals import total_findings

_NAMED = 5  # cells named in one finding
_Place = tuple[str, int, str | None, str | None]


@dataclass
class Cells:
    """The cells of figure files that a delivered file gives, and how its numbers were read."""

    notation: Decided
    cells: list[NewCell] = field(default_factory=list)
    reference_date: date | None = None
    date_reason: str = ""
    questions: list[Question] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def cells_of(file: str, regions: Sequence[RegionReading], choices: Choices) -> Cells:
    """All readings as cells; without one notation for them there are none, but a question."""
    readings = [reading for one in regions for reading in one.readings]
    written = [(one.value.content, one.column) for one in readings]
    result = Cells(decide([*written, *_summed(regions)], choices.notation))
    if result.notation.open:
        _ask_notation(result, readings)
        return result
    notation = result.notation.notation or "nl"
    _fill(result, readings, notation, choices)
    for one in regions:
        result.findings += total_findings(one, notation, file)
    rounded = [cell for cell in result.cells if cell.rounded]
    if rounded:
        count = "1 cel is" if len(rounded) == 1 else f"{len(rounded)} cellen zijn"
        place = rounded[0].reading.place
        result.findings.append(found("SR-B021", place, {"aantal": count}, which="afgerond"))
    _reference_date(result, regions, readings, choices, file)
    return result


def _summed(regions: Sequence[RegionReading]) -> Iterator[tuple[Content, Column]]:
    """Totals that are not taken over still show the notation."""
    for one in regions:
        for value in one.totals if one.readings else ():
            yield value.content, one.readings[0].column


def _fill(result: Cells, readings: list[Reading], notation: Notation, choices: Choices) -> None:
    cells: dict[_Place, NewCell] = {}
    wrong = set(result.notation.wrong)
    for at, reading in enumerate(readings):
        cell = wrong_number(reading) if at in wrong else new_cell(reading, notation, choices)
        if isinstance(cell, Question):
            result.questions.append(cell)
        elif isinstance(cell, Finding):
            result.findings.append(cell)
        elif (other := cells.setdefault(cell.name, cell)).text != cell.text:
            result.findings.append(_twice(other, cell))
    result.cells = list(cells.values())


def _ask_notation(result: Cells, readings: Sequence[Reading]) -> None:
    """Two notations are left: which one, or a mixture that has to be mended first."""
    cells = [readings[at] for at in result.notation.open if at < len(readings)]
    texts = list(dict.fromkeys(one.value.content.text for one in cells))
    named = join_names([f"'{text}'" for text in texts[:_NAMED]])
    if result.notation.mixed:
        places = tuple(one.place for one in cells[:_NAMED])
        result.findings.append(found("SR-B014", places, {"getallen": named}, which="door elkaar"))
        return
    one = cells[0].value.content
    readings_of = {n: shown(one.readings[n]) for n in NAMES if n in one.readings}
    both = " of ".join(readings_of.values())
    answers: dict[str, str] = {
        n: f"{NAMES[n]} notatie: {one.text} is {value}" for n, value in readings_of.items()
    }
    sentence = (
        f"Niet te zien is of de getallen in Nederlandse of in Engelse notatie staan: {named} kan"
        f" {both} zijn."
    )
    result.questions.append(
        Question("SR-B014", sentence, "getallen", answers=answers, place=cells[0].place)
    )


def _twice(one: NewCell, other: NewCell) -> Finding:
    first, second = one.reading, other.reading
    differing = [
        (a.text, b.text)
        for a, b in zip(first.value.labels, second.value.labels, strict=False)
        if a.text != b.text
    ]
    why = f" Het verschil is '{differing[0][0]}' en '{differing[0][1]}'." if differing else ""
    key = f" {first.key}" if first.key else ""
    said = {
        "cijfer": f"{first.column.ref}{key} {first.year}",
        "een": first.value.content.text,
        "regel": first.value.line,
        "ander": second.value.content.text,
        "andere_regel": second.value.line,
        "waarom": why,
    }
    return found("SR-B018", (second.place, first.place), said)


def _reference_date(
    result: Cells,
    regions: Sequence[RegionReading],
    readings: Sequence[Reading],
    choices: Choices,
    file: str,
) -> None:
    """The day the figures were known: of each row itself, as chosen, as the file says, else as far
    as the part of the year goes.
    """
    if all(one.reference_date is not None for one in readings):
        return
    if choices.reference_date is not None:
        result.reference_date = date.fromisoformat(choices.reference_date)
        result.date_reason = "zo gekozen"
        return
    said = Counter({day: line.text for one in regions for day, line in one.said.dates})
    if len(said) == 1:
        ((result.reference_date, text),) = said.items()
        result.date_reason = f"uit '{text}'"
        return
    last = {day for one in regions for day in _last_days(one)}
    if not said and len(last) == 1:
        (result.reference_date,) = last
        result.date_reason = "de laatste dag die geteld is"
        return
    days = {day.isoformat(): format_datum(day.isoformat()) for day in said}
    which = (
        f"Het bestand noemt meer dan een peildatum: {join_names(list(days.values()))}."
        if days
        else "Het bestand zegt niet op welke dag de cijfers bekend waren."
    )
    result.questions.append(
        Question("SR-B019", which, "peildatum", answers=days, place=Position(file))
    )


def _last_days(region: RegionReading) -> set[date]:
    """The last days of the parts of years that are counted, and of years that a text says are
    counted to the end.
    """
    labels = [
        PeriodLabel(Span.PART, one.year, one.period)
        for one in region.readings
        if one.period is not None
    ]
    labels += [
        label
        for label, _ in region.said.parts
        if label.period is None and label.year in {one.year for one in region.readings}
    ]
    return {day for label in labels if (day := last_day(label)) is not None}
