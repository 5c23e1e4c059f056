# SPDX-License-Identifier: EUPL-1.2
"""Finding a built edition: in its folder, by its manifest, or in an HTML or PDF that travelled
alone.
"""

from __future__ import annotations

from pathlib import Path

from ...core.disk import why_not_read
from ...core.frozen import dataclass
from ...report.publish import manifest_in
from .snapshot import NotComparable, Snapshot, read_snapshot

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class BuiltEdition:
    """A built edition: what it says, and its PDF when there is one."""

    snapshot: Snapshot
    pdf: Path | None


def read_built(path: Path, year: int | None = None) -> BuiltEdition:
    """The edition in a folder (or in its subfolder of `year`), a manifest, an HTML or a PDF.

    Raises NotComparable.
    """
    try:
        return _read(path, year)
    except NotComparable as problem:
        raise NotComparable(f"{path} is niet te vergelijken: {problem}.") from problem
    except OSError as problem:
        raise NotComparable(f"{path} is niet te lezen: {why_not_read(problem)}.") from problem


def is_built(path: Path, year: int | None = None) -> bool:
    """Whether there is anything here that `read_built` would try."""
    return path.is_file() or _folder(path, year) is not None


def _folder(path: Path, year: int | None) -> Path | None:
    choices = [path, *([path / str(year)] if year is not None else [])]
    return next((folder for folder in choices if (folder / MANIFEST).is_file()), None)


def _read(path: Path, year: int | None) -> BuiltEdition:
    if path.is_dir():
        folder = _folder(path, year)
        if folder is None:
            raise NotComparable(f"in de map staat geen {MANIFEST}")
        return _beside(folder / MANIFEST)
    match path.suffix.lower():
        case ".json":
            return _beside(path)
        case ".html" | ".htm":
            manifest = manifest_in(path.read_text("utf-8", errors="replace"))
            if manifest is None:
                raise NotComparable("in deze bladzijde zit geen manifest van standrapport")
            pdf = path.with_suffix(".pdf")
            return BuiltEdition(read_snapshot(manifest), pdf if pdf.is_file() else None)
        case ".pdf":
            return BuiltEdition(read_snapshot(_attached(path)), path)
        case _:
            raise NotComparable("geef een map, manifest.json, een HTML of een PDF van standrapport")


def _beside(manifest: Path) -> BuiltEdition:
    """The edition of a manifest with the PDF that was written with it."""
    snapshot = read_snapshot(manifest.read_bytes())
    pdfs = [manifest.parent / name for name in snapshot.outputs if name.endswith(".pdf")]
    return BuiltEdition(snapshot, next((pdf for pdf in pdfs if pdf.is_file()), None))


def _attached(path: Path) -> bytes:
    """The manifest a PDF carries as an attachment."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as problem:
        raise NotComparable("dit is geen leesbare PDF") from problem
    try:
        for number in range(document.count_attachments()):
            attachment = document.get_attachment(number)
            if attachment.get_name() == MANIFEST:
                return bytes(attachment.get_data())
    finally:
        document.close()
    raise NotComparable(f"in deze PDF zit geen {MANIFEST}")
