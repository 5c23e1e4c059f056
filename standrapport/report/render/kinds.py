# SPDX-License-Identifier: EUPL-1.2
"""How each kind of block comes on the page: its view and the fragment of a template that places it.

The program's own kinds and those of plugins are declared the same way (docs/blokken.md).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

from markupsafe import Markup

from ...core.frozen import dataclass
from ...core.model import Block
from .ink import Ink

B = TypeVar("B", bound=Block)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block stands: its address in the page, and how many-th of its kind it is."""

    id: str
    number: int


@dataclass(frozen=True, slots=True)
class View:
    """What a fragment places; `heading` is the heading above the block, '' when the fragment places
    the title itself.
    """

    heading: Markup


@dataclass(frozen=True)
class BlockPage(Generic[B]):
    """A kind of block on the page.

    `view` works everything out; the macro `macro` in `template` places it, and gets the view and
    the medium ('scherm' or 'druk'). `folder` holds the template of a plugin.
    """

    block: type[B]
    view: Callable[[B, Ink, Spot], View]
    macro: str
    template: str = "blokken.html.j2"
    folder: Path | None = None


AnyPage = BlockPage[Any]  # of a block whose class is only known when the page is made
