# SPDX-License-Identifier: EUPL-1.2
"""How the page was read, for who writes it: figures that words name, and what each number on the
page was taken for.
"""

from __future__ import annotations

import threading
from typing import Any

from ..checks.statements import (
    SubjectNames,
    build_names,
    hit_as_dict,
    reading_words,
    search,
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
        self._names: SubjectNames | None = None

    def look_in(self, shown: Shown | None) -> None:
        """Search this page from here on."""
        with self._lock:
            self._shown = shown

    def find(self, words: str) -> list[dict[str, Any]]:
        """The figures that words name, best first, as `zoek` gives them with the reference to
        paste.
        """
        with self._lock:
            if self._shown is None or not words.strip():
                return []
            checked = self._shown.checked
            if self._names is None or self._of is not checked.figures:
                self._names = build_names(checked.catalogue, checked.figures)
                self._of = checked.figures
            hits = search(words, checked.year, checked.catalogue, checked.figures, self._names)
        return [
            {**hit_as_dict(one), "written": f"{{{{ {one.written} }}}}", "source": one.source}
            for one in hits[:MOST_HITS]
        ]
