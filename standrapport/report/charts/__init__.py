# SPDX-License-Identifier: EUPL-1.2
"""Charts as SVG: bars, stacked bars, lines, rankings, flows and rings, each with a generated text
alternative.

The same picture serves HTML and PDF; numbers are text, so they can be read aloud, searched and
copied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from .columns import columns
from .flow import flow
from .label import text_width
from .lines import lines
from .lying import NARROW as PHONE, lying, pages, ranking
from .model import Chart, Earlier, Flow, Membership, Point, Ring, Series, Way
from .process import process
from .ring import NARROW, in_words, membership, membership_in_words, membership_narrow, ring, trunk
from .sheet import describe, sheet
from .sparkline import sparkline
from .stacked import stacked
from .svg import WIDTH, document
from .upright import upright

__all__ = [
    "Chart",
    "Earlier",
    "Flow",
    "Membership",
    "Point",
    "Ring",
    "Series",
    "Way",
    "describe",
    "draw",
    "draw_file",
    "draw_membership",
    "draw_pages",
    "draw_ring",
    "sparkline",
    "text_width",
]

_FORMS = {"staaf": columns, "gestapeld": stacked, "lijn": lines, "ranglijst": ranking}


@lru_cache(maxsize=200)
def draw(chart: Chart | Flow, id_: str, *, narrow: bool = False) -> str:
    """The chart as an `<svg>` element with its text alternative; `narrow` draws it for a phone.

    `id_` must be unique on the page.
    """
    if narrow:
        height, content = _on_a_phone(chart)
        return document(height, content, describe(chart), id_, PHONE)
    if isinstance(chart, Flow):
        height, content = (process if chart.ways else flow)(chart)
    else:
        height, content = _FORMS[chart.form](chart)
    return document(height, content, describe(chart), id_)


def draw_pages(chart: Chart | Flow, id_: str) -> tuple[str, ...]:
    """A drawing for each page of a ranking that does not fit one, of one scale; else none."""
    if not isinstance(chart, Chart) or chart.form != "ranglijst" or len(parts := pages(chart)) < 2:
        return ()
    drawn = []
    for number, shown in enumerate(parts, 1):
        height, content = ranking(chart, shown)
        part = replace(
            chart,
            title=f"{chart.title} ({number} van {len(parts)})",
            categories=chart.categories[shown.start : shown.stop],
            series=(Series("", chart.series[0].points[shown.start : shown.stop]),),
        )
        drawn.append(document(height, content, describe(part), f"{id_}-{number}"))
    return tuple(drawn)


def _on_a_phone(chart: Chart | Flow) -> tuple[float, str]:
    """Lines and rankings fit as they are, drawn in less room; bars lie down."""
    if isinstance(chart, Flow) and chart.ways:
        return upright(chart)
    if isinstance(chart, Flow) or chart.form in ("staaf", "gestapeld"):
        return lying(chart)
    return _FORMS[chart.form](replace(chart, width=PHONE))


def draw_ring(chart: Ring, id_: str, *, narrow: bool = False) -> str:
    """The groups around a middle as an `<svg>` element; `narrow` draws it for a phone."""
    height, content = (trunk if narrow else ring)(chart)
    return document(height, content, in_words(chart), id_, NARROW if narrow else WIDTH)


def draw_membership(chart: Membership, id_: str, *, narrow: bool = False) -> str:
    """Who is counted where as an `<svg>` element; `narrow` draws it for a phone."""
    height, content = (membership_narrow if narrow else membership)(chart)
    return document(height, content, membership_in_words(chart), id_, NARROW if narrow else WIDTH)


def draw_file(chart: Chart, id_: str, notes: Sequence[str] = ()) -> str:
    """The chart as an SVG file of its own: with its title above it, `notes` below it, on white."""
    height, content = _FORMS[chart.form](chart)
    return sheet(chart, height, content, id_, notes)
