# SPDX-License-Identifier: EUPL-1.2
"""On which lines of a delivered file something stands: the only thing of a row that may be told.

A converted file on its way to the engine: through a pipe, piece by piece, never through a file on
disk.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Collection, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from .delivered import Delivered
from .engine import SourceProblem


def lines_of_bytes(file: Delivered, places: Sequence[int]) -> list[int]:
    """The lines on which these places (in bytes of the file as the engine reads it) lie, blank
    lines passed over.
    """
    lines: list[int] = []
    waiting = sorted(places)
    offset, line = 0, 1 + file.skip
    with closing(file.pieces()) as pieces:
        for piece in pieces:
            while waiting and waiting[0] < offset + len(piece):
                at = waiting.pop(0) - offset
                blank = len(piece[at:]) - len(piece[at:].lstrip(b"\r\n"))
                lines.append(line + piece.count(b"\n", 0, at + blank))
            if not waiting:
                break
            offset += len(piece)
            line += piece.count(b"\n")
    return lines


def lines_of_cells(
    file: Delivered, columns: Sequence[str], cells: Collection[tuple[str, ...]], limit: int
) -> list[int]:
    """The first lines on which these columns hold one of these combinations of cells."""
    places = [file.header.index(column) for column in columns]
    with closing(file.records()) as records:
        found = (
            line
            for line, row in records
            if len(row) == len(file.header) and tuple(row[at].strip(" ") for at in places) in cells
        )
        return list(islice(found, limit))


class Feed(threading.Thread):
    """Writes a converted file into its pipe while DuckDB reads the other end.

    Where a system has no pipes of this kind (Windows) the file is written whole first, in a folder
    only we can read, which goes when the counting is done. `problem` says what went wrong.
    """

    def __init__(self, file: Delivered, pipe: str) -> None:
        super().__init__(daemon=True)
        self._file, self._pipe, self.problem = file, pipe, None
        self._piped = hasattr(os, "mkfifo")
        if self._piped:
            with contextlib.suppress(FileExistsError):
                os.mkfifo(pipe, 0o600)

    problem: SourceProblem | None

    def start(self) -> None:
        """Begin to feed; without a pipe this is all of it."""
        if self._piped:
            super().start()
        else:
            self.run()

    def run(self) -> None:
        """Feed until done, or until the reader has gone."""
        try:
            with Path(self._pipe).open("wb") as stream:
                stream.writelines(self._file.chunks())
        except BrokenPipeError:
            return
        except SourceProblem as problem:
            self.problem = problem
        except Exception as problem:  # noqa: BLE001 - its text may quote a row
            self.problem = SourceProblem(
                "SR-B008", f"{self._file.name} kan niet gelezen worden ({type(problem).__name__})."
            )

    def stop(self) -> None:
        """Free a writer that still waits for a reader."""
        if not self._piped:
            return
        with contextlib.suppress(OSError):
            os.close(os.open(self._pipe, os.O_RDONLY | os.O_NONBLOCK))
        self.join()
