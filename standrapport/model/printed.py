"""Text with its figures worked out: what `prose/` makes of the staff's text and `render/` puts on the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from .edition import Text


@dataclass(frozen=True)
class Printed:
    """A figure as it stands in running text.

    `text` is what the reader sees; `ref` the figure's name, or the formula when it is worked out in the text itself; `value`
    the number behind it (None for n.n.b. and suppressed values), before rounding in words such as 'ruim 60 procent'.
    """

    text: str
    ref: str
    year: int
    key: str | None
    value: Decimal | None


class Chosen(str):
    """Words an expression gave, as `minder` in `{{ x | verschil(-1) }}`, to tell them from words the staff typed."""

    __slots__ = ()


Segment = str | Printed  # a str that is no Chosen was typed by the staff
ResolvedText = tuple[Segment, ...]
ResolvedTexts = Mapping[Text, ResolvedText]


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
