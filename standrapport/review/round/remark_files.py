# SPDX-License-Identifier: EUPL-1.2
"""Remarks that came without a document: the file a draft page saves, and annotations in a PDF, by
their position back to a block.
"""

from __future__ import annotations

import ctypes
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ...core.frozen import dataclass
from ...core.model import Edition
from ...project.places import UsageProblem
from ...word.base import Base
from ..compare import NotComparable
from ..compare.reading import read_built
from .proposal import ProposalKind, ReaderProposal

SCHEMA = "standrapport/opmerkingen/1"
_NOWHERE = "Bij deze opmerking is geen blok te vinden; zet haar zelf op haar plaats."
_NO_TEXT = {"Link", "Popup", "Widget"}
_KINDS = {1: "Text", 2: "Link", 3: "FreeText", 16: "Popup", 20: "Widget"}
_SHINGLE = 3  # words in a row by which a line is known
_UP = 160  # points above a note within which the words it is about may stand


@dataclass(frozen=True)
class LooseRemark:
    """A remark as a file has it; `address` is that of the block in the page."""

    address: str
    by: str
    on: str
    about: str
    text: str


def year_of(path: Path) -> int | None:
    """The edition a file of remarks is about; None when it does not say. Raises UsageProblem."""
    if path.suffix.lower() == ".json":
        year = _json(path).get("year")
        return year if isinstance(year, int) else None
    try:
        return int(read_built(path).snapshot.year)
    except (NotComparable, AttributeError):
        return None


def remarks_in_json(path: Path, edition: Edition) -> list[ReaderProposal]:
    """The remarks of a draft page. Raises UsageProblem."""
    content = _json(path)
    if not isinstance(content.get("remarks"), list):
        raise UsageProblem(f"{path.name} is geen bestand met opmerkingen uit een concept.")
    names = _addresses(edition)
    found = []
    for one in content["remarks"]:
        if not isinstance(one, dict) or not str(one.get("text", "")).strip():
            continue
        address = str(one.get("block", ""))
        block = names.get(address, address if address in names.values() else "")
        found.append(
            ReaderProposal(
                block,
                ProposalKind.REMARK,
                " ".join(str(one.get("by") or content.get("by") or "").split()),
                "",
                str(one["text"]).strip(),
                asks="" if block else _NOWHERE,
                about=" ".join(str(one.get("about", "")).split()),
                on=_day(str(one.get("on", ""))),
            )
        )
    return found


def _day(written: str) -> str:
    return written[:10] if re.fullmatch(r"\d{4}-\d{2}-\d{2}.*", written) else ""


def _json(path: Path) -> Mapping[str, Any]:
    try:
        content = json.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as problem:
        raise UsageProblem(
            f"{path.name} is niet te lezen als bestand met opmerkingen."
        ) from problem
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise UsageProblem(f"{path.name} is geen bestand met opmerkingen uit een concept.")
    return content


def _addresses(edition: Edition) -> Mapping[str, str]:
    """Every block by its address in the page."""
    names = {"": "rapport"}
    for chapter in edition.chapters:
        names[f"h-{chapter.name}"] = chapter.name
        for block in chapter.blocks:
            names[f"b-{chapter.name}-{block.id}"] = f"{chapter.name}/{block.id}"
    return names


def remarks_in_pdf(path: Path, base: Base) -> list[ReaderProposal]:
    """The annotations of a PDF of the report, each at the block it stands at.

    Raises UsageProblem.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, OSError) as problem:
        raise UsageProblem(f"{path.name} is niet te lezen als PDF.") from problem
    try:
        places = PagePlaces(base)
        return [
            places.proposal(one, lines) for page in document for one, lines in _annotations(page)
        ]
    finally:
        document.close()


def _annotations(page: Any) -> Iterator[tuple[LooseRemark, list[str]]]:
    """Every remark on a page, with the lines it is at and above, the nearest first."""
    from pypdfium2 import raw

    text = page.get_textpage()
    width = page.get_width()
    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        words = _string(annotation, "Contents")
        if _KINDS.get(kind) in _NO_TEXT or not words.strip():
            raw.FPDFPage_CloseAnnot(annotation)
            continue
        rect = raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(annotation, rect)
        about = ""
        if kind not in (1, 3):  # a highlight and the like lies on the words it is about
            about = text.get_text_bounded(rect.left, rect.bottom, rect.right, rect.top)
        lines = [text.get_text_bounded(0, rect.bottom - 1, width, rect.top + 1)]
        lines += [
            text.get_text_bounded(0, rect.bottom + up - 12, width, rect.top + up)
            for up in range(12, _UP, 12)
        ]
        yield (
            LooseRemark(
                "", _string(annotation, "T"), _pdf_day(_string(annotation, "M")), _one(about), words
            ),
            [about, *lines],
        )
        raw.FPDFPage_CloseAnnot(annotation)


def _string(annotation: Any, key: str) -> str:
    from pypdfium2 import raw

    size = raw.FPDFAnnot_GetStringValue(annotation, key.encode(), None, 0)
    buffer = ctypes.create_string_buffer(size)
    pointer = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
    raw.FPDFAnnot_GetStringValue(annotation, key.encode(), pointer, size)
    return buffer.raw.decode("utf-16-le", errors="replace").rstrip("\x00")


def _pdf_day(written: str) -> str:
    match = re.match(r"D:(\d{4})(\d{2})(\d{2})", written)
    return "-".join(match.groups()) if match else ""


def _one(words: str) -> str:
    return " ".join(words.replace("\ufffe", "").split())


class PagePlaces:
    """Finds the block of words that stand on a page."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self.known: dict[tuple[str, ...], set[int]] = {}
        for paragraph in base.paragraphs:
            if paragraph.block < 0:
                continue
            for part in _shingles(paragraph.words):
                self.known.setdefault(part, set()).add(paragraph.block)

    def block(self, lines: Sequence[str]) -> int | None:
        """The block of the first line that stands in one block and no other."""
        for line in lines:
            counts: dict[int, int] = {}
            for part in _shingles(_one(line)):
                blocks = self.known.get(part, set())
                if len(blocks) == 1:
                    block = next(iter(blocks))
                    counts[block] = counts.get(block, 0) + 1
            if counts:
                return max(counts, key=lambda block: counts[block])
        return None

    def proposal(self, one: LooseRemark, lines: Sequence[str]) -> ReaderProposal:
        """A remark as a proposal."""
        block = self.block(lines)
        name = "" if block is None else self.base.blocks[block].name
        return ReaderProposal(
            name,
            ProposalKind.REMARK,
            one.by,
            "",
            one.text.strip().replace("\r", "\n"),
            asks="" if name else _NOWHERE,
            about=one.about,
            on=one.on,
        )


def _shingles(words: str) -> Iterator[tuple[str, ...]]:
    found = re.findall(r"\w+", words.lower())
    size = min(_SHINGLE, len(found))
    if size:
        for at in range(len(found) - size + 1):
            yield tuple(found[at : at + size])
