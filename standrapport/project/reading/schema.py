# SPDX-License-Identifier: EUPL-1.2
"""Simple values of a YAML file: words, prose, numbers, ja or nee.

And the reader that reports what cannot be read.

A form reads a node to a plain value and reports every problem with its place. Reading goes on after
a problem, so all of them come out in one run. The same declaration describes the file to editors
(JSON Schema).
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ...core.budget import BUDGET
from ...core.formula import nearest
from ...core.frozen import dataclass
from ...core.model import Finding
from ...messages import found
from .opened import unseen
from .yaml_tree import MappingNode, Node, ScalarNode, SequenceNode, YamlFile


class Wrong:
    """The value of a node that could not be read; its finding has been reported."""

    def __bool__(self) -> bool:
        return False


WRONG = Wrong()
# A text may look like a number (`titel: 2021`), but it may not be empty.
_TEXT = {"type": ["string", "number"], "pattern": r"\S"}
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_FINEST, _COARSEST = Decimal("1e-9"), Decimal("1e12")  # steps of rounding
_WHOLE = re.compile(r"[-+]?[0-9]{1,6}")
_PART_OF_TIME = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass
class Reader:
    """Reads one file by its forms and keeps the findings; shifts of years count from `year`."""

    file: YamlFile
    year: int = 0
    findings: list[Finding] = field(default_factory=list)

    def problem(
        self, code: str, node: Node, said: Mapping[str, object] | None = None, which: str = ""
    ) -> Wrong:
        """Report an error at a node; see `messages.found`."""
        self.findings.append(found(code, self.file.position(node), said, which=which))
        return WRONG

    def fits(self, node: ScalarNode) -> bool:
        """Whether a text can be used.

        Else SR-L080 (too long) or SR-L001 is reported: an unseen character, which a text between
        quotes can ask for.
        """
        if len(node.value) > BUDGET.letters:
            what = f"deze tekst heeft meer dan {BUDGET.letters} tekens; maak er meer blokken van"
            self.problem("SR-L080", node, {"wat": what})
            return False
        hidden = unseen(node.value)
        if hidden is not None:
            self.problem("SR-L001", node, {"wat": hidden[1]}, "stuurteken")
        return hidden is None


@dataclass(frozen=True)
class Form(ABC):
    """A kind of value: `expected` names it in Dutch; `describe` gives its JSON Schema."""

    expected: str = field(default="een waarde", kw_only=True)

    @abstractmethod
    def read(self, node: Node, reader: Reader) -> Any:
        """The value of the node, or WRONG after reporting why not."""

    @abstractmethod
    def describe(self) -> dict[str, Any]:
        """JSON Schema (draft 7, which every editor reads) of the value."""

    def refuse(self, node: Node, reader: Reader) -> Wrong:
        """Report that something else stands here."""
        start = node.start_mark
        if isinstance(node, MappingNode) and reader.file.lines[start.line].startswith(
            "{{", start.column
        ):
            return reader.problem("SR-L004", node, which="accolades")
        what = "iets anders"
        if isinstance(node, MappingNode):
            what = "een groep sleutels"
        elif isinstance(node, SequenceNode):
            what = "een lijst"
        elif isinstance(node, ScalarNode):
            what = f"'{node.value}'" if node.value else "niets"
        return reader.problem("SR-L004", node, {"hoort": self.expected, "staat": what})


@dataclass(frozen=True)
class Word(Form):
    """One line of text that is not shown to readers as prose: a name, a file, a formula."""

    expected: str = field(default="een tekst", kw_only=True)
    choices: tuple[str, ...] = ()

    def read(self, node: Node, reader: Reader) -> Any:
        """The text, stripped."""
        if not isinstance(node, ScalarNode) or not node.value.strip():
            return self.refuse(node, reader)
        if not reader.fits(node):
            return WRONG
        word = node.value.strip()
        if self.choices and word not in self.choices:
            close = nearest(word, self.choices)
            hint = f" Bedoelt u '{close[0]}'?" if close else ""
            said = {"woord": word, "keuzes": ", ".join(self.choices), "hint": hint}
            return reader.problem("SR-L004", node, said, "keuze")
        return word

    def describe(self) -> dict[str, Any]:
        """A string, or one of the choices."""
        return {"enum": list(self.choices)} if self.choices else dict(_TEXT)


def _taken_as_comment(node: ScalarNode, reader: Reader) -> str:
    """The words after a text without quotes that YAML takes for a comment: '#' and what follows.

    '' when there are none, and when they stand apart as a comment does ('tekst  # nog doen').
    """
    end = node.end_mark
    if node.style or end.line >= len(reader.file.lines):
        return ""
    rest = reader.file.lines[end.line][end.column :]
    apart = rest.startswith("  ") and rest.lstrip().startswith("# ")
    return rest.strip() if rest.lstrip().startswith("#") and not apart else ""


@dataclass(frozen=True)
class Prose(Form):
    """Text that readers see; keeps the place of every character."""

    expected: str = field(default="een tekst", kw_only=True)

    def read(self, node: Node, reader: Reader) -> Any:
        """A `Text`."""
        if not isinstance(node, ScalarNode) or not node.value.strip():
            return self.refuse(node, reader)
        if lost := _taken_as_comment(node, reader):
            reader.problem("SR-L050", node, {"woorden": lost})
        return reader.file.text(node) if reader.fits(node) else WRONG

    def describe(self) -> dict[str, Any]:
        """A string."""
        return dict(_TEXT)


@dataclass(frozen=True)
class Whole(Form):
    """A whole number, from `low` up to and including `high`."""

    expected: str = field(default="een heel getal", kw_only=True)
    low: int = field(default=-999_999, kw_only=True)
    high: int = field(default=999_999, kw_only=True)

    def read(self, node: Node, reader: Reader) -> Any:
        """An int."""
        if not isinstance(node, ScalarNode) or not _WHOLE.fullmatch(node.value):
            return self.refuse(node, reader)
        number = int(node.value)
        if self.low <= number <= self.high:
            return number
        said = {"getal": node.value, "laag": self.low, "hoog": self.high}
        return reader.problem("SR-L004", node, said, "bereik")

    def describe(self) -> dict[str, Any]:
        """An integer, with its bounds when it has own ones."""
        bounds = {"minimum": self.low, "maximum": self.high}
        return {"type": "integer", **(bounds if self.high < 999_999 else {})}


YEAR = Whole(low=BUDGET.first_year, high=BUDGET.last_year)  # a year itself, not a shift


_DOWN = "naar beneden"


@dataclass(frozen=True)
class Step(Form):
    """A rounding step: a positive number (10, 1, 0.1), or `exact`; `10 naar beneden` when what is
    beyond the step is left off.
    """

    expected: str = field(
        default=("een afrondingsstap zoals 10, 1 of 0.1 (of 10 naar beneden), of het woord exact"),
        kw_only=True,
    )

    def read(self, node: Node, reader: Reader) -> Any:
        """A Decimal (None for exact), and whether it rounds down."""
        if not isinstance(node, ScalarNode):
            return self.refuse(node, reader)
        if node.value == "exact":
            return None, False
        size, _, way = " ".join(node.value.split()).partition(" ")
        try:
            step = Decimal(size.replace(",", "."))
        except InvalidOperation:
            return self.refuse(node, reader)
        fits = step.is_finite() and _FINEST <= step <= _COARSEST and way in ("", _DOWN)
        return (step, bool(way)) if fits else self.refuse(node, reader)

    def describe(self) -> dict[str, Any]:
        """A positive number or 'exact'."""
        return {
            "anyOf": [
                {"type": "number", "exclusiveMinimum": 0},
                {"type": "string", "pattern": r"^\d+,\d+$"},
                {"type": "string", "pattern": rf"^\d+([.,]\d+)? {_DOWN}$"},
                {"const": "exact"},
            ]
        }


@dataclass(frozen=True)
class DayForm(Form):
    """A date as 2022-06-10."""

    expected: str = field(default="een datum zoals 2022-06-10", kw_only=True)

    def read(self, node: Node, reader: Reader) -> Any:
        """The date as text, checked."""
        try:
            if isinstance(node, ScalarNode) and _DAY.fullmatch(node.value):
                return date.fromisoformat(node.value).isoformat()
        except ValueError:
            return reader.problem("SR-L004", node, {"dag": node.value}, which="dag")
        return self.refuse(node, reader)

    def describe(self) -> dict[str, Any]:
        """A date string."""
        return {"type": "string", "format": "date", "pattern": f"^{_DAY.pattern}$"}


@dataclass(frozen=True)
class PartOfTime(Form):
    """A date as 2022-06-10, or only its month or year where more is not known."""

    expected: str = field(default="een datum zoals 2022-06-10, 2022-06 of 2022", kw_only=True)

    def read(self, node: Node, reader: Reader) -> Any:
        """The date, month or year as text, checked."""
        value = node.value if isinstance(node, ScalarNode) else ""
        try:
            if _PART_OF_TIME.fullmatch(value):
                date.fromisoformat(f"{value}-01-01"[:10])
                return value
        except ValueError:
            pass
        return self.refuse(node, reader)

    def describe(self) -> dict[str, Any]:
        """A year, or a string."""
        return {
            "anyOf": [
                {"type": "string", "pattern": f"^{_PART_OF_TIME.pattern}$"},
                {"type": "integer", "minimum": 1900, "maximum": 2199},
            ]
        }


@dataclass(frozen=True)
class WebAddress(Form):
    """A web address; it is only written down, never asked for."""

    expected: str = field(default="een webadres dat begint met https:// of http://", kw_only=True)

    def read(self, node: Node, reader: Reader) -> Any:
        """The address as text."""
        return (
            node.value
            if isinstance(node, ScalarNode) and _ADDRESS.fullmatch(node.value)
            else self.refuse(node, reader)
        )

    def describe(self) -> dict[str, Any]:
        """A web address."""
        return {"type": "string", "pattern": f"^{_ADDRESS.pattern}$"}


@dataclass(frozen=True)
class YesNo(Form):
    """ja or nee."""

    expected: str = field(default="ja of nee", kw_only=True)

    def read(self, node: Node, reader: Reader) -> Any:
        """A bool."""
        words = {"ja": True, "true": True, "yes": True, "nee": False, "false": False, "no": False}
        value = words.get(node.value.lower()) if isinstance(node, ScalarNode) else None
        return self.refuse(node, reader) if value is None else value

    def describe(self) -> dict[str, Any]:
        """'ja', 'nee' or a boolean."""
        return {"enum": ["ja", "nee", True, False]}
