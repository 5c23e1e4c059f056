# SPDX-License-Identifier: EUPL-1.2
"""Tables of the page, and cards with key figures, as tables of the document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from .base import BaseText
from .paragraphs import Para
from .styles import SPACER, TOGETHER, LayoutFrame, cell_style
from .xml import cell, row, table, widths_of


class TableHolder(Protocol):
    """What a table needs of the layout it comes into."""

    texts: Sequence[BaseText]
    items: list[Para | str]
    open: Para | None

    def flow(self, node: Any, frame: LayoutFrame, /) -> None:
        """What stands in an element."""

    def words(self, words: str | None, frame: LayoutFrame, /) -> None:
        """Words of the page itself."""

    def close(self) -> None:
        """End the paragraph that is open."""

    def hang_notes(self) -> None:
        """The notes of the block at the paragraph that is open."""

    def as_text(self, one: Para | str, /) -> str:
        """An item as it stands in the document."""


def put_cards(layout: TableHolder, node: Any) -> None:
    """Key figures as a table, a row each."""
    heads = (("Kerncijfer", ""), ("Waarde", "rechts"), ("Verandering", ""))
    words = [[head for head, _ in heads]]
    rows = [
        row(
            [_celled(layout, partial(layout.words, one), f"Tabelkop{side}") for one, side in heads],
            header=True,
        )
    ]
    cards = list(node.iter("li"))
    for number, card in enumerate(cards, 1):
        parts = {(p.get("class") or "").split()[0]: p for p in card.iter("p") if p.get("class")}
        shown = [parts[name] for name in ("kaarttitel", "kaartwaarde", "kaartverschil")]
        words.append(["".join(one.itertext()) for one in shown])
        styles = ("Tabeltekst", "Tabelgetal", "Tabeltekst")
        together = number < len(cards)
        rows.append(
            row(
                _celled(layout, partial(layout.flow, one), style, together=together)
                for one, style in zip(shown, styles, strict=True)
            )
        )
    layout.items += [table(rows, widths_of(words), "Kerncijfers"), Para(SPACER)]


def put_table(layout: TableHolder, node: Any, frame: LayoutFrame) -> None:
    """A table with its caption; one of words in a running text has none."""
    caption = node.find("caption")
    words = ""
    if caption is not None:
        layout.flow(caption, replace(frame, style="Caption"))
        words = layout.open.words if layout.open is not None else ""
        layout.hang_notes()
        layout.close()
    rows, shown = [], []
    lines = list(node.iter("tr"))
    for number, line in enumerate(lines, 1):
        cells = [one for one in line if one.tag in ("th", "td")]
        shown.append([_shown(layout, one) for one in cells])
        header = line.getparent().tag == "thead"
        together = number < len(lines) <= TOGETHER and not header
        made = [
            _celled(
                layout, partial(layout.flow, one), cell_style(one, header=header), together=together
            )
            for one in cells
        ]
        rows.append(row(made, header=header))
    # Two tables in a row would otherwise become one.
    if not words and shown:
        words = f"Tabel met {', '.join(one.strip() for one in shown[0] if one.strip())}"
    layout.items += [table(rows, widths_of(shown), words), Para(SPACER)]


def _shown(layout: TableHolder, node: Any) -> str:
    """The words of a cell, texts of content/ too."""
    marked = [one for one in node.iter("span") if one.get("data-tekst") is not None]
    inside = [
        layout.texts[int(one.get("data-tekst"))].units[int(one.get("data-deel"))].shown
        for one in marked
    ]
    return " ".join(["".join(node.itertext()), *inside])


def _celled(
    layout: TableHolder, fill: Callable[[LayoutFrame], None], style: str, *, together: bool = False
) -> str:
    """A cell; `together` keeps its row on the page of the next."""
    outer, layout.items = layout.items, []
    keep = "<w:keepNext/>" if together else ""
    fill(LayoutFrame(style=style, cell=True, properties=keep))
    layout.close()
    inside = "".join(map(layout.as_text, layout.items or [Para(style)]))
    layout.items = outer
    return cell(inside)
