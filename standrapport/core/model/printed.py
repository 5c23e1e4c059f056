# SPDX-License-Identifier: EUPL-1.2
"""Text with its figures worked out: what `prose/` makes of the staff's text and `render/` puts on
the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ..frozen import dataclass
from .figure import FigureKey
from .text import Text


@dataclass(frozen=True)
class Printed:
    """A figure as it stands in running text.

    `text` is what the reader sees; `ref` the figure's name, or the formula when it is worked out in
    the text itself; `value` the number behind it (None for n.n.b. and suppressed values), before
    rounding in words such as 'ruim 60 procent'.
    """

    text: str
    ref: str
    year: int
    key: str | None
    value: Decimal | None


Segment = str | Printed
ResolvedText = tuple[Segment, ...]
ResolvedTexts = Mapping[Text, ResolvedText]


@dataclass(frozen=True)
class WorkedOut:
    """A `{{ … }}` at `start` up to `end` of a text, with what stands there in the report."""

    start: int
    end: int
    parts: ResolvedText


@dataclass(frozen=True)
class NumberInText:
    """A number in a text (`source`, at offset `at`): how it was accounted for, and the figures it
    stands for, best first.

    `reading` is 'verwijzing' (bound by name), 'herkend', 'verandering', 'opgegeven', 'telt niets',
    'twijfel' or 'onbekend'.
    """

    text: str
    reading: str
    figures: tuple[FigureKey, ...]
    source: Text
    at: int
    chapter: str
    block: str


def plain(segments: ResolvedText) -> str:
    """The text as a reader sees it, without mark-up of figures."""
    return "".join(part if isinstance(part, str) else part.text for part in segments)


@dataclass(frozen=True)
class Used:
    """A place where a figure is printed: chapter and block, with the text that stands there."""

    ref: str
    year: int
    key: str | None
    text: str
    chapter: str
    block: str
