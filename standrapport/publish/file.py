"""Writing one file of the project in whole or not at all: beside it first, then in its place."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Give a file new content; a reader sees the old or the new, never half. Rights stay as they were. Raises OSError."""
    path = path.resolve()
    handle, work = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(path, work)
        Path(work).replace(path)
    except OSError:
        Path(work).unlink(missing_ok=True)
        raise
