# SPDX-License-Identifier: EUPL-1.2
"""The value of a delivered table as a cell of a figure file, rounded and suppressed as agreed; what
cannot be read is never repaired.
"""

from __future__ import annotations

from decimal import Decimal

from ..core.budget import BUDGET
from ..core.frozen import dataclass
from ..core.model import Finding
from ..core.notation import NOT_APPLICABLE, NOT_AVAILABLE, NOT_KNOWN, OUTSIDE_LIST
from ..messages import found
from ..sources import published
from .choices import Choices, Question
from .numbers import Notation, Says, advice, shown
from .reading import Reading


@dataclass(frozen=True)
class NewCell:
    """One cell of a figure file as the delivered table has it.

    `text` is in the form of the contract.
    """

    reading: Reading
    text: str
    rounded: bool = False

    @property
    def name(self) -> tuple[str, int, str | None, str | None]:
        """Reference, year, part of the year, key."""
        return self.reading.column.ref, self.reading.year, self.reading.period, self.reading.key


def wrong_number(reading: Reading) -> Finding:
    """A number that cannot be a figure of its column (SR-B017), with what was probably meant."""
    text, column = reading.value.content.text, reading.column
    whole = column.unit != "procent" and bool({",", "."} & set(text))
    said = {"kolom": column.ref, "eenheid": column.unit, "advies": advice(text)}
    return _refused(reading, "hele" if whole else "kan niet", **said)


def new_cell(
    reading: Reading, notation: Notation, choices: Choices
) -> NewCell | Question | Finding:
    """The cell of a figure file for a value.

    A question or a finding (SR-B017) when it cannot be one as it stands.
    """
    content = reading.value.content
    match content.says:
        case Says.NUMBER:
            return _number(reading, content.readings[notation])
        case Says.UNKNOWN:
            return NewCell(reading, NOT_KNOWN)
        case Says.NOT_APPLICABLE:
            return NewCell(reading, NOT_APPLICABLE)
        case Says.UNAVAILABLE:
            return NewCell(reading, NOT_AVAILABLE)
        case Says.OUTSIDE:
            return NewCell(reading, OUTSIDE_LIST)
        case Says.SUPPRESSED:
            return _suppressed(reading)
        case Says.DASH:
            return _dash(reading, choices)
        case Says.CROSS:
            return _cross(reading, choices)
        case Says.SIGN:
            return _sign(reading, choices)
        case _:
            return _refused(reading, "geen getal", advies=advice(content.text))


def _number(reading: Reading, value: Decimal) -> NewCell | Finding:
    """A number as a figure: rounded and suppressed as agreed, shares only where shares are."""
    content, column = reading.value.content, reading.column
    shares = column.unit == "procent"
    if content.percent and not shares:
        return _refused(reading, "percentage", kolom=column.ref, eenheid=column.unit)
    if content.money and column.unit != "euro":
        return _refused(reading, "bedrag", kolom=column.ref, eenheid=column.unit)
    if shares and not content.percent and content.certain and 0 < value < 1:
        return _refused(reading, "deel van een", groot=shown(value * 100), klein=shown(value))
    if shares and content.percent and value > 100:
        return _refused(reading, "meer dan alles")
    if abs(value) >= BUDGET.most:
        return _refused(reading, "groot")
    said = published(value, column)
    return NewCell(reading, said.cell, rounded=said.value != value)


def _suppressed(reading: Reading) -> NewCell | Finding:
    """'<5' as the file has it, where that is what was agreed."""
    content, column = reading.value.content, reading.column
    if content.limit == column.suppression:
        return NewCell(reading, f"<{content.limit}")
    agreed = f"'<{column.suppression}'" if column.suppression else "geen onderdrukking"
    return _refused(reading, "grens", kolom=column.ref, afspraak=agreed)


def _refused(reading: Reading, which: str, **said: str) -> Finding:
    """The finding that a cell is no figure; `which` is the sentence of SR-B017."""
    return found(
        "SR-B017", reading.place, {"tekst": reading.value.content.text, **said}, which=which
    )


# What a mark may stand for besides a number; 'buiten de lijst' only where there is a list.
_MEANINGS = {
    "nnb": (NOT_KNOWN, "nog niet bekend"),
    "nb": (NOT_AVAILABLE, "niet beschikbaar"),
    "nvt": (NOT_APPLICABLE, "niet van toepassing"),
    "bl": (OUTSIDE_LIST, "buiten de lijst van dat jaar"),
}


def _answers(reading: Reading) -> dict[str, str]:
    """The answers to what a mark stands for, with what each means."""
    listed = reading.key is not None
    return {name: words for name, (_, words) in _MEANINGS.items() if name != "bl" or listed}


def _dash(reading: Reading, choices: Choices) -> NewCell | Question:
    if choices.dash in _MEANINGS:
        return NewCell(reading, _MEANINGS[choices.dash][0])
    if choices.dash == "nul":
        return NewCell(reading, published(Decimal(0), reading.column).cell)
    sentence = (
        f"Er staat '{reading.value.content.text}' in plaats van een getal; dat kan nul zijn,"
        " nog niet bekend, of niet van toepassing."
    )
    answers = {"nul": "nul", **_answers(reading)}
    return Question("SR-B019", sentence, "streepje", answers=answers, place=reading.place)


def _sign(reading: Reading, choices: Choices) -> NewCell | Question:
    """'n/a' and the like: what it means is asked once for the whole file."""
    sign, limit = reading.value.content.text, reading.column.suppression
    chosen = choices.signs.get(sign.lower(), "")
    if chosen in _MEANINGS:
        return NewCell(reading, _MEANINGS[chosen][0])
    answers = _answers(reading)
    if limit is not None:
        if chosen == "onderdrukt":
            return NewCell(reading, f"<{limit}")
        answers["onderdrukt"] = f"<{limit}"
    sentence = f"Er staat '{sign}' in plaats van een getal."
    return Question("SR-B019", sentence, "teken", sign, answers, place=reading.place)


def _cross(reading: Reading, choices: Choices) -> NewCell | Question:
    limit = reading.column.suppression
    if limit is None or choices.cross == "nnb":
        return NewCell(reading, NOT_KNOWN)
    if choices.cross == "onderdrukt":
        return NewCell(reading, f"<{limit}")
    sentence = (
        f"Er staat 'x' in plaats van een getal; dat kan onderdrukt zijn (<{limit}) of nog niet"
        " bekend."
    )
    answers = {"onderdrukt": f"<{limit}", "nnb": "nog niet bekend"}
    return Question("SR-B019", sentence, "kruisje", answers=answers, place=reading.place)
