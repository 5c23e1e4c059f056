# SPDX-License-Identifier: EUPL-1.2
"""Abbreviations explained at their first mention in a chapter, and tables on a phone."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from standrapport.report.render.contents import explained
from standrapport.report.render.wide import on_phone

TERMS = (("DT&V", "Dienst <Terugkeer> en Vertrek", "a-1"), ("n.b.", "niet beschikbaar", "a-2"))


def page(text: str, kind: str = "", more: str = "") -> str:
    """A chapter with this text."""
    return f'<section class="hoofdstuk{kind}"{more}>{text}</section>'


def links(html: str) -> list[str]:
    """The abbreviations that are explained, as they stand."""
    return re.findall(r'<a class="afkorting"[^>]*><abbr[^>]*>(.*?)</abbr></a>', html)


def test_the_first_in_every_chapter_is_explained() -> None:
    """Once per chapter, escaped, with the address of the list; the words stay what they were."""
    html = page("<p>DT&amp;V en DT&amp;V.</p>") + page("<p>De DT&amp;V is n.b. dit jaar.</p>")
    told = explained(html, TERMS)
    assert links(told) == ["DT&amp;V", "DT&amp;V", "n.b."]
    assert 'href="#a-1" data-uitleg="Dienst &lt;Terugkeer&gt; en Vertrek"' in told
    assert re.sub(r"</?(?:a|abbr)\b[^>]*>", "", told) == html


@pytest.mark.parametrize(
    "html",
    [
        page("<h3>DT&amp;V</h3><p><a href='#x'>DT&amp;V</a></p><svg><text>DT&amp;V</text></svg>"),
        page("<p>de dienst (DT&amp;V) en n.b. = niet beschikbaar</p>"),
        page("<p>T-DT&amp;V en DT&amp;Vx en n.n.b.</p>"),
        page("<p>DT&amp;V</p>", kind=" bijlage"),
        page("<p>DT&amp;V</p>", more=' lang="en"'),
        "<p>DT&amp;V</p>",
    ],
)
def test_where_it_is_no_use_nothing_is_explained(html: str) -> None:
    """In links, headings and drawings, where it explains itself, within other words, in annexes
    and in another language.
    """
    assert explained(html, TERMS) == html


@pytest.mark.parametrize(
    ("columns", "cells", "shown", "newest"),
    [
        (("2023", "2024"), ("9.200", "n.n.b."), 4, True),
        (("2023", "2024"), ("−34,9 %", "1.234.567"), 3, True),
        (("Buitengewoon lange naam", "Ander"), ("1", "2"), 2, False),
        (("2024",), ("1.234.567.890.123 euro per jaar",), 1, False),
    ],
)
def test_a_phone_shows_whole_columns(
    columns: tuple[str, ...], cells: tuple[str, ...], shown: int, newest: bool
) -> None:
    """As many as fit by their widest word; from the last when the columns are years."""
    found = on_phone(columns, [[Markup.escape(cell) for cell in cells]])
    assert (found.shown, found.newest, found.slides) == (shown, newest, len(columns) > shown)
    # The part of the screen for the columns holds just that many, so that none is cut.
    each = found.width * (1 - found.heading / 100) / max(len(columns), shown)
    assert shown * each <= 64.5
