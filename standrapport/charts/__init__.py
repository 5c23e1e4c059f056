"""Charts as SVG: bars, stacked bars, lines, rankings and flows, each with a generated text alternative.

The same picture serves HTML and PDF; numbers are text, so they can be read aloud, searched and copied.
"""

from __future__ import annotations

from .columns import columns
from .describe import describe
from .flow import flow
from .lines import lines, sparkline
from .model import Grafiek, Punt, Reeks, Stroom
from .ranking import ranking
from .svg import document

__all__ = ["Grafiek", "Punt", "Reeks", "Stroom", "describe", "draw", "sparkline"]


def draw(chart: Grafiek | Stroom, id_: str) -> str:
    """The chart as an `<svg>` element with its text alternative; `id_` must be unique on the page."""
    if isinstance(chart, Stroom):
        height, content = flow(chart)
    else:
        height, content = {"staaf": columns, "gestapeld": columns, "lijn": lines, "ranglijst": ranking}[chart.vorm](chart)
    return document(height, content, describe(chart), id_)
