# SPDX-License-Identifier: EUPL-1.2
"""A figure over all editions of the project: what each said of each year, what was revised, and the
newest values.
"""

from .editions import Asked, EditionFigures, read_asked
from .model import EditionSays, Revised, Trend, TrendYear
from .series import trends_of

__all__ = [
    "Asked",
    "EditionFigures",
    "EditionSays",
    "Revised",
    "Trend",
    "TrendYear",
    "read_asked",
    "trends_of",
]
