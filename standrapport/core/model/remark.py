# SPDX-License-Identifier: EUPL-1.2
"""What is open until a person says otherwise: a remark of a reader on a block of the report, and a
sentence to be looked at again in a new edition.
"""

from __future__ import annotations

from ..frozen import dataclass
from .block import NOWHERE
from .text import Position


@dataclass(frozen=True)
class Remark:
    """A remark: `block` is hoofdstuk/blok, a chapter or 'rapport'; `about` the words it is about.

    `answers` is the number of the remark it answers, 0 for none; `closed` says what was done with
    it, '' while it is open. Days are written as 2022-06-10.
    """

    number: int
    block: str
    by: str
    on: str
    text: str
    about: str = ""
    answers: int = 0
    closed: str = ""
    position: Position = NOWHERE

    @property
    def open(self) -> bool:
        """Whether somebody must still look at it."""
        return not self.closed


@dataclass(frozen=True)
class ReviewItem:
    """A sentence that leans on the year it was written for, to be looked at again by a person.

    `number` counts from 1 in the file, `place` is the block (chapter/id), `sentence` the words as
    they stood there and `why` what makes them lean; `by` and `on` are '' as long as it is open.
    """

    number: int
    place: str
    sentence: str
    why: str
    by: str
    on: str
    position: Position

    @property
    def open(self) -> bool:
        """Whether nobody has looked yet."""
        return not self.by
