"""A figure over all editions of the project: what each said of each year, what was revised, and the
newest values.
"""

from .editions import Asked, EditionFigures, read_asked
from .model import Revised, Said, Trend, Year
from .series import trends_of

__all__ = [
    "Asked",
    "EditionFigures",
    "Revised",
    "Said",
    "Trend",
    "Year",
    "read_asked",
    "trends_of",
]
