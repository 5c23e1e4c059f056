# SPDX-License-Identifier: EUPL-1.2
"""A remark of a reader on a block of the report: open until somebody says what was done with it."""

from __future__ import annotations

from ..frozen import dataclass
from .block import NOWHERE
from .position import Position


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
    closed_on: str = ""
    position: Position = NOWHERE

    @property
    def open(self) -> bool:
        """Whether somebody must still look at it."""
        return not self.closed
