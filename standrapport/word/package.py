# SPDX-License-Identifier: EUPL-1.2
"""Whether a file is a .docx that can be opened safely, before any of it is: what it is instead is
said, with what to do about it.
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from ..project.places import UsageProblem

LARGEST = 200_000_000  # bytes of all parts together, unpacked: many times a report with its charts
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of .doc, and of every document with a password
_STRICT = b"purl.oclc.org/ooxml"
_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"


def readable(path: Path) -> None:
    """Raises UsageProblem, with a sentence that says what to do, when the file is no .docx."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_OLD))
    except OSError as problem:
        raise UsageProblem(f"Het bestand {path} is niet te openen.") from problem
    if start == _OLD:
        raise UsageProblem(
            f"{path.name} heeft een wachtwoord of is van een oude Word (.doc); sla het zonder"
            " wachtwoord op als .docx."
        )
    try:
        with zipfile.ZipFile(path) as package:
            _of_package(path, package)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError) as problem:
        raise UsageProblem(
            f"{path.name} is geen Word-document of is beschadigd; vraag het opnieuw, of sla het"
            " opnieuw op als .docx."
        ) from problem


def _of_package(path: Path, package: zipfile.ZipFile) -> None:
    if sum(one.file_size for one in package.infolist()) > LARGEST:
        raise UsageProblem(
            f"{path.name} is uitgepakt groter dan {LARGEST // 1_000_000} MB en wordt niet geopend;"
            " haal grote plaatjes eruit."
        )
    names = package.namelist()
    if "mimetype" in names and _TYPES not in names:
        raise UsageProblem(f"{path.name} is een OpenDocument; sla het op als .docx.")
    types = package.read(_TYPES) if _TYPES in names else b""
    if _RELATIONS in names and _STRICT in package.read(_RELATIONS):
        raise UsageProblem(
            f"{path.name} is opgeslagen als 'Strict Open XML'; kies bij het opslaan het gewone"
            " Word-document (.docx)."
        )
    if b"macroEnabled" in types or b"template.main+xml" in types:
        raise UsageProblem(
            f"{path.name} is een sjabloon of heeft macro's; sla het op als gewoon Word-document"
            " (.docx)."
        )
