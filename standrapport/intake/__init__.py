"""Delivered tables into figure files: read, understand, propose; written only after agreement (decision 0017)."""

from .as_json import delivery_as_dict
from .as_text import change_lines, reading_lines
from .bring_in import Delivery, asked, deliver, write
from .choices import WHOLE, Choices, Question
from .periods import as_period

__all__ = [
    "WHOLE",
    "Choices",
    "Delivery",
    "Question",
    "as_period",
    "asked",
    "change_lines",
    "deliver",
    "delivery_as_dict",
    "reading_lines",
    "write",
]
