"""Writing one file in whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from .folder import NotWritable


def replace_file(path: Path, content: bytes) -> None:
    """Make `path` hold exactly `content`, keeping its rights; raises NotWritable, and then it is as it was."""
    work: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix=f".{path.name}.nieuw-", dir=path.parent)
        work = Path(name)
        with os.fdopen(number, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        work.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        work.replace(path)
    except OSError as problem:
        if work is not None:
            work.unlink(missing_ok=True)
        raise NotWritable(f"{path} kan niet geschreven worden ({problem.strerror}); het bestand is niet veranderd.") from problem
