# SPDX-License-Identifier: EUPL-1.2
"""What went wrong with a source, in words that never hold anything a source says.

The engines quote rows in their own messages, so those are never passed on: only their kind is.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..core.extras import ExtraMissing, need


class SourceProblem(Exception):
    """A source cannot be used: the code of the finding and a Dutch sentence."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class SourceAbsent(SourceProblem):
    """There is nothing to compare with (SR-B009)."""

    def __init__(self, sentence: str) -> None:
        super().__init__("SR-B009", sentence)


def engine_there() -> None:
    """Raise SourceAbsent when what reads sources is not installed."""
    try:
        need("bron")
    except ExtraMissing as missing:
        raise SourceAbsent(str(missing)) from None


class TooLarge(SourceProblem):
    """The question does not fit in memory at once (SR-B008); it may in parts."""

    def __init__(self) -> None:
        super().__init__(
            "SR-B008",
            "De bron heeft te veel verschillende waarden om in het geheugen te tellen; splits het"
            " bestand.",
        )


class SourceFailure(RuntimeError):
    """A mistake of the program while it held source rows.

    Says where and what kind, never the text of the mistake.
    """


@contextmanager
def nothing_quoted() -> Iterator[None]:
    """Let only SourceProblem and user interrupts out as they are.

    Everything else loses its text, which may quote a row.
    """
    try:
        yield
    except SourceProblem as problem:
        raise problem from None
    except Exception as problem:  # noqa: BLE001 - whatever it is, it may quote a row
        frame = traceback.extract_tb(problem.__traceback__)[-1]
        kind, where = type(problem).__name__, f"{Path(frame.filename).name}:{frame.lineno}"
    else:
        return
    raise SourceFailure(f"{kind} bij het lezen van brongegevens ({where})") from None
