# SPDX-License-Identifier: EUPL-1.2
"""An ink that leaves the place of every text of content/ in the page, for who makes another
document of that page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from markdown_it.token import Token
from markupsafe import Markup

from ..core.model import Text, WorkedOut, plain
from ..report.render import Ink, ReportInput
from .base import BaseText, LeafPlace, leaves_of
from .units import MARKDOWN


class MarkedInk(Ink):
    """Writes `<span data-tekst="3" data-deel="0">` where a text stands: number 3 of `texts`, its
    unit 0.
    """

    def __init__(self, report: ReportInput, worked: Mapping[Text, Sequence[WorkedOut]]) -> None:
        super().__init__(report)
        self.worked = worked
        self.texts: list[BaseText] = []
        self._places: dict[Text, LeafPlace] = {
            text: place for place, text in leaves_of(report.edition).items()
        }
        self._numbers: dict[Text, int] = {}

    def line(self, text: Text | None) -> Markup:
        """A text of one line, in its mark."""
        written = super().line(text)
        if text is None or not text.raw.strip() or text not in self._places:
            return written
        number = self._number(text, prose=False)
        return Markup(f'<span data-tekst="{number}" data-deel="0">{written}</span>')  # noqa: S704 - escaped by Ink

    def prose(self, text: Text | None) -> Markup:
        """A running text: its frame as HTML, with a mark for every unit."""
        written = super().prose(text)  # also writes down which figures are printed here
        if text is None or text not in self._places:
            return written
        number = self._number(text, prose=True)
        tokens = MARKDOWN.parse(self.texts[number].source.veiled)
        unit = 0
        for at, token in enumerate(tokens):
            if token.type == "footnote_block_open":  # notes stand at the foot of a page
                tokens = tokens[:at]
                break
            if token.type in ("heading_open", "heading_close"):
                token.tag = f"h{min(6, int(token.tag[1]) + 3)}"
            mark = f'<span data-tekst="{number}" data-deel="{unit}"></span>'
            if token.type == "inline":
                token.children = [Token("html_inline", "", 0, content=mark)]
                unit += 1
            elif token.type in ("fence", "code_block"):
                token.type, token.content = "html_block", f"<pre>{mark}</pre>"
                unit += 1
        options: Any = MARKDOWN.options
        return Markup(MARKDOWN.renderer.render(tokens, options, {}))  # noqa: S704 - raw HTML is off

    def _number(self, text: Text, *, prose: bool) -> int:
        if text not in self._numbers:
            self._numbers[text] = len(self.texts)
            shown = tuple(
                (one.start, one.end, plain(one.parts)) for one in self.worked.get(text, ())
            )
            self.texts.append(BaseText(self._places[text], text.raw, shown, prose))
        return self._numbers[text]


def reference_of(ref: str, year: int, key: str | None, report_year: int) -> str:
    """A printed figure as it is named: `zaken.nieuw[2019]`."""
    inside = ", ".join(
        filter(
            None, (f'"{key}"' if key is not None else "", str(year) if year != report_year else "")
        )
    )
    return f"{ref}[{inside}]" if inside else ref


def attribute(text: str) -> str:
    """Text for an attribute of XML."""
    return escape(text, quote=True)
