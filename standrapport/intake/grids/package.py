# SPDX-License-Identifier: EUPL-1.2
"""Parts of a zipped workbook as events of XML, within bounds: no entities, nothing that unpacks to
more than a table can be.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from typing import IO
from xml.parsers import expat

from ...sources.engine import SourceProblem

# "start" with a name and attributes, "end" with a name, "text" with the text; names without their
# name space.
Event = tuple[str, str, dict[str, str]]

_MOST_BYTES = 256_000_000
_MOST_ELEMENTS = 6_000_000
# What the libraries raise for a damaged file.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    expat.ExpatError,
    EOFError,
    OSError,
    RuntimeError,
    LookupError,
    ValueError,
    ArithmeticError,
)
# LibreOffice says things twice, the second time in its own name space.
_FOREIGN = "documentfoundation"


class Package:
    """The parts of a zipped workbook.

    Use within `readable`, which turns what is wrong with it into a sentence.
    """

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self._zip = zipfile.ZipFile(BytesIO(content))
        self._parts = {
            part.filename.replace("\\", "/").lower(): part for part in self._zip.infolist()
        }
        if any(part.flag_bits & 1 for part in self._zip.infolist()):
            raise locked(name)

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._parts

    def head(self, part: str, size: int = 1_000_000) -> bytes:
        """The first bytes of a part; nothing when it is not there."""
        if part not in self:
            return b""
        with self._zip.open(self._parts[part.lower()]) as stream:
            return stream.read(size)

    def events(self, part: str) -> Iterator[Event]:
        """A part as events; none when it is not there."""
        if part in self:
            with self._zip.open(self._parts[part.lower()]) as stream:
                yield from events(stream, self.name)

    def targets(self, part: str) -> dict[str, tuple[str, str]]:
        """What an OOXML part refers to: by id the kind and the part."""
        folder, base = posixpath.split(part)
        return {
            attributes.get("Id", ""): (
                attributes.get("Type", "").rpartition("/")[2],
                posixpath.normpath(
                    posixpath.join("/", folder, attributes.get("Target", "").replace("\\", "/"))
                ).lstrip("/"),
            )
            for kind, name, attributes in self.events(f"{folder}/_rels/{base}.rels".lstrip("/"))
            if (kind, name) == ("start", "Relationship")
            and attributes.get("TargetMode") != "External"
        }


def events(stream: IO[bytes], name: str) -> Iterator[Event]:
    """XML as events. Raises SourceProblem for a document type (entities) and for more than a table
    can be; expat.ExpatError.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    waiting: list[Event] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        own = {_local(key): value for key, value in attributes.items() if _FOREIGN not in key}
        waiting.append(("start", _local(element), own))

    def doctype(*_: object) -> None:
        raise SourceProblem(
            "SR-B008", f"{name} bevat een documenttype (DTD); dat hoort niet in een werkblad."
        )

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda element: waiting.append(("end", _local(element), {}))
    parser.CharacterDataHandler = lambda text: waiting.append(("text", text, {}))
    parser.StartDoctypeDeclHandler = doctype
    size = elements = 0
    while piece := stream.read(1 << 16):
        size += len(piece)
        parser.Parse(piece, False)  # noqa: FBT003 - expat names no parameters
        elements += len(waiting)
        if size > _MOST_BYTES or elements > 3 * _MOST_ELEMENTS:
            raise SourceProblem(
                "SR-B008",
                f"{name} pakt uit tot meer dan een tabel met cijfers kan zijn; bewaar alleen het"
                " blad dat nodig is.",
            )
        yield from waiting
        waiting.clear()
    parser.Parse(b"", True)  # noqa: FBT003
    yield from waiting


@lru_cache(1000)
def _local(name: str) -> str:
    return name.rpartition("}")[2]


def locked(name: str) -> SourceProblem:
    """A file that only opens with a password."""
    return SourceProblem(
        "SR-B008", f"{name} is met een wachtwoord beveiligd; bewaar het zonder wachtwoord."
    )


@contextmanager
def readable(name: str) -> Iterator[None]:
    """Turn what libraries raise for a damaged file into one sentence."""
    try:
        yield
    except DAMAGE:
        raise SourceProblem(
            "SR-B008", f"{name} is beschadigd of onvolledig; open het en bewaar het opnieuw."
        ) from None
