# SPDX-License-Identifier: EUPL-1.2
"""The kinds of block a chapter can hold, as forms: those of the program and those of plugins."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from typing import Any

from ...core.frozen import dataclass
from .class_forms import ClassForm
from .kinds import block_classes
from .records import ByKind
from .schema import Form, Reader
from .yaml_tree import Node


@dataclass(frozen=True)
class BlockForm(Form):
    """A block: its `soort` names the class that reads it."""

    expected: str = field(default="een blok", kw_only=True)

    def read(self, node: Node, reader: Reader) -> Any:
        """A block of its own class, without an id where none was given."""
        return self._kinds.read(node, reader)

    def describe(self) -> dict[str, Any]:
        """The keys of the kind that is named."""
        return self._kinds.describe()

    @cached_property
    def _kinds(self) -> ByKind:  # asked for when a file is read: plugins cost time to find
        return ByKind(
            "soort", {kind: ClassForm(made=cls, kind=kind) for kind, cls in block_classes().items()}
        )


BLOCK = BlockForm()
