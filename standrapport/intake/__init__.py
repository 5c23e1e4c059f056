# SPDX-License-Identifier: EUPL-1.2
"""Delivered tables into figure files: read, understand, propose.

Written only after agreement (decision 0017).
"""

from .bring_in import asked as asked, write as write
from .choices import WHOLE as WHOLE, Choices as Choices, Question as Question
from .conversation import (
    MAY_WRITE as MAY_WRITE,
    NOT_WRITTEN as NOT_WRITTEN,
    Conversation as Conversation,
    QuestionGroup as QuestionGroup,
    begin as begin,
    write_down as write_down,
)
from .delivery import Delivery as Delivery
from .grids import LARGEST as LARGEST, HandedIn as HandedIn
from .periods import as_period as as_period
from .shown import (
    change_lines as change_lines,
    delivery_as_dict as delivery_as_dict,
    reading_lines as reading_lines,
    unread_lines as unread_lines,
)
