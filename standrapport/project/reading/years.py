# SPDX-License-Identifier: EUPL-1.2
"""Years of a table or chart: a list of years or shifts, or a range."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from ...core.formula.parser import FIRST_YEAR
from ...core.model import Year
from .records import ListOf
from .schema import Form, Reader, Whole
from .yaml_tree import Node, ScalarNode, SequenceNode

_RANGE = re.compile(r"(-?\d+)\s*\.\.\s*(-?\d+)")


@dataclass(frozen=True)
class Years(Form):
    """Years as a list of years or shifts, or a range `2018..2021`.

    Shifts count from the report year.
    """

    expected: str = field(
        default="een lijst jaren zoals [-2, -1, 0] of een reeks zoals 2018..2021", kw_only=True
    )

    def read(self, node: Node, reader: Reader) -> Any:
        """A tuple of years; a number below 1900 was a shift."""
        found = self._written(node, reader)
        if not isinstance(found, tuple):
            return found
        return tuple(Year(y if y >= FIRST_YEAR else reader.year + y) for y in found)

    def _written(self, node: Node, reader: Reader) -> Any:
        if isinstance(node, SequenceNode):
            return ListOf(Whole()).read(node, reader)
        if isinstance(node, ScalarNode):
            if match := _RANGE.fullmatch(node.value.strip()):
                first, last = int(match[1]), int(match[2])
                return tuple(range(first, last + 1)) if first <= last else self.refuse(node, reader)
            if re.fullmatch(r"-?\d+", node.value.strip()):
                return (int(node.value),)
        return self.refuse(node, reader)

    def describe(self) -> dict[str, Any]:
        """An array of integers, an integer, or a range in a string."""
        return {
            "anyOf": [
                {"type": "array", "items": {"type": "integer"}},
                {"type": "integer"},
                {"type": "string", "pattern": r"^-?\d+\s*\.\.\s*-?\d+$"},
            ]
        }
