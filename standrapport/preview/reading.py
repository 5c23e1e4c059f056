# SPDX-License-Identifier: EUPL-1.2
"""How the page was read, for who writes it: figures that words name, and what each number on the
page was taken for.
"""

from __future__ import annotations

import threading
from typing import Any

from ..checks.statements import (
    FigureIndex,
    hit_as_dict,
    nothing_found,
    reading_words,
)
from ..core.frozen import dataclass
from ..pipeline.build import Shown
from .notices import anchor_of

MOST_HITS = 8


@dataclass(frozen=True)
class ReadWords:
    """A number or other words of the page: in which block, as they are printed, what they were read
    as, and the outcome as in JSON.
    """

    anchor: str
    words: str
    told: str
    outcome: str


def readings_of(shown: Shown | None) -> tuple[ReadWords, ...]:
    """Every statement of a page in reading order."""
    if shown is None or shown.checked.edition is None:
        return ()
    checked = shown.checked
    return tuple(
        ReadWords(
            anchor_of(one.chapter, one.block),
            one.words,
            reading_words(one, checked.catalogue),
            one.outcome.value,
        )
        for one in checked.statements
    )


class Finder:
    """Searches the figures of the page as it stands; the index is made once per set of figures."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._shown: Shown | None = None
        self._of: object = None
        self._index: FigureIndex | None = None

    def look_in(self, shown: Shown | None) -> None:
        """Search this page from here on."""
        with self._lock:
            self._shown = shown

    def find(self, words: str) -> dict[str, Any]:
        """The figures that words name, best first, as `zoek` gives them with all it tells of them;
        and where to look when there are none.
        """
        with self._lock:
            if self._shown is None or not words.strip():
                return {"hits": [], "advice": ""}
            checked = self._shown.checked
            if self._index is None or self._of is not checked.figures:
                self._index = FigureIndex(checked.catalogue, checked.figures)
                self._of = checked.figures
            hits = self._index.find(words, checked.year)[:MOST_HITS]
        found = [
            {
                **hit_as_dict(one),
                "written": f"{{{{ {one.written} }}}}",
                "source": one.source,
                "population": one.population,
                "last": one.last,
            }
            for one in hits
        ]
        return {"hits": found, "advice": "" if hits else nothing_found(checked.catalogue)}
