"""A converted file on its way to the engine: through a pipe, piece by piece, never through a file on disk."""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path

from .delivered import Delivered
from .problem import SourceProblem


class Feed(threading.Thread):
    """Writes a converted file into its pipe while DuckDB reads the other end; `problem` says what went wrong."""

    def __init__(self, file: Delivered, pipe: str) -> None:
        super().__init__(daemon=True)
        self._file, self._pipe, self.problem = file, pipe, None
        with contextlib.suppress(FileExistsError):
            os.mkfifo(pipe, 0o600)

    problem: SourceProblem | None

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
            self.problem = SourceProblem("SR-B008", f"{self._file.name} kan niet gelezen worden ({type(problem).__name__}).")

    def stop(self) -> None:
        """Free a writer that still waits for a reader."""
        with contextlib.suppress(OSError):
            os.close(os.open(self._pipe, os.O_RDONLY | os.O_NONBLOCK))
        self.join()
