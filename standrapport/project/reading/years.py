# SPDX-License-Identifier: EUPL-1.2
"""Years of a table or chart: a list of years or shifts, or a range."""

from __future__ import annotations

import re
from dataclasses import field
from typing import Any

from ...core.budget import BUDGET
from ...core.frozen import dataclass
from ...core.model import Year
from .records import ListOf
from .schema import Form, Reader, Whole
from .yaml_tree import Node, ScalarNode, SequenceNode

_RANGE = re.compile(r"(-?[0-9]{1,6})\s*\.\.\s*(-?[0-9]{1,6})")


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
        years = tuple(Year(y if y >= BUDGET.first_year else reader.year + y) for y in found)
        outside = [y for y in years if not BUDGET.first_year <= y <= BUDGET.last_year]
        if outside and reader.year:
            said = {"getal": outside[0], "laag": BUDGET.first_year, "hoog": BUDGET.last_year}
            return reader.problem("SR-L004", node, said, "bereik")
        return years

    def _written(self, node: Node, reader: Reader) -> Any:
        if isinstance(node, SequenceNode):
            years = ListOf(Whole()).read(node, reader)
            return years or self.refuse(node, reader) if not node.value else years
        if isinstance(node, ScalarNode):
            if match := _RANGE.fullmatch(node.value.strip()):
                first, last = int(match[1]), int(match[2])
                if last - first >= BUDGET.years:
                    what = f"dit zijn meer dan {BUDGET.years} jaren"
                    return reader.problem("SR-L080", node, {"wat": what})
                return tuple(range(first, last + 1)) if first <= last else self.refuse(node, reader)
            if re.fullmatch(r"-?[0-9]{1,6}", node.value.strip()):
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
