# SPDX-License-Identifier: EUPL-1.2
"""Delivered tables into figure files: read, understand, propose.

Written only after agreement (decision 0017).
"""

from .bring_in import asked, write
from .choices import WHOLE, Choices, Question
from .conversation import (
    MAY_WRITE,
    NOT_WRITTEN,
    Conversation,
    QuestionGroup,
    begin,
    write_down,
)
from .delivery import Delivery
from .grids import LARGEST, HandedIn
from .periods import as_period
from .shown import change_lines, delivery_as_dict, reading_lines, unread_lines

__all__ = [
    "LARGEST",
    "MAY_WRITE",
    "NOT_WRITTEN",
    "WHOLE",
    "Choices",
    "Conversation",
    "Delivery",
    "HandedIn",
    "Question",
    "QuestionGroup",
    "as_period",
    "asked",
    "begin",
    "change_lines",
    "delivery_as_dict",
    "reading_lines",
    "unread_lines",
    "write",
    "write_down",
]
