"""Delivered tables into figure files: read, understand, propose.

Written only after agreement (decision 0017).
"""

from .bring_in import Delivery, asked, deliver, write
from .choices import WHOLE, Choices, Question
from .periods import as_period
from .shown import (
    change_lines,
    change_sections,
    delivery_as_dict,
    reading_lines,
    reading_sections,
)

__all__ = [
    "WHOLE",
    "Choices",
    "Delivery",
    "Question",
    "as_period",
    "asked",
    "change_lines",
    "change_sections",
    "deliver",
    "delivery_as_dict",
    "reading_lines",
    "reading_sections",
    "write",
]
