# SPDX-License-Identifier: EUPL-1.2
"""Delivered tables into figure files: read, understand, propose.

Written only after agreement (decision 0017).
"""

from .bring_in import asked, deliver, write
from .choices import WHOLE, Choices, Question
from .delivery import Delivery
from .periods import as_period
from .remembered import FILE, remembered, with_remembered
from .shown import change_lines, delivery_as_dict, reading_lines, unread_lines

__all__ = [
    "FILE",
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
    "remembered",
    "unread_lines",
    "with_remembered",
    "write",
]
