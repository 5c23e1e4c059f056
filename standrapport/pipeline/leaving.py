# SPDX-License-Identifier: EUPL-1.2
"""What leaves the house with a public edition, and what must not."""

from __future__ import annotations

import getpass
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from ..core.model import Block, Finding, Text
from ..core.notation import join_names
from ..messages import found
from ..report.publish import FileContent, public_manifest
from ..report.render import ReportInput
from .checked import Checked, inputs_of

_SHORTEST = 4  # letters; a shorter name stands within words
_SENTENCE = 20  # letters; a shorter reason is no sentence of its own
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def published_manifest(
    checked: Checked, report: ReportInput, outputs: Mapping[str, FileContent]
) -> bytes:
    """The manifest of a public edition."""
    return public_manifest(
        edition=report.edition,
        catalogue=checked.catalogue,
        concept=report.concept,
        tool=report.version,
        outputs=outputs,
        figures=checked.figures,
    )


def leaked(checked: Checked, files: Mapping[str, FileContent]) -> list[Finding]:
    """SR-R022 for everything in the files that must stay inside: who agreed or accepted (unless the
    report itself names them), why, the names of the files it was made from, this machine.
    """
    secrets = dict(_secrets(checked))
    return [
        found("SR-R022", said={"bestand": name, "wat": what, "tekst": secret})
        for name, content in files.items()
        for text in _texts(content)
        for secret, what in secrets.items()
        if secret.encode() in text
    ]


def unsearched(
    target: Path, files: Mapping[str, FileContent], foreign: Callable[[str], bool]
) -> list[Finding]:
    """SR-S074 for what stands in the public folder and is none of its files: nobody searched it."""
    there = (path for path in target.rglob("*") if path.is_file())
    names = sorted(path.relative_to(target).as_posix() for path in there)
    own = [name for name in names if name not in files and foreign(name)]
    return [found("SR-S074", said={"bestanden": join_names(own), "map": target})] if own else []


def _secrets(checked: Checked) -> Iterator[tuple[str, str]]:
    """What must stay inside, each with what it is."""
    blocks = _blocks(checked)
    said = _said(blocks)
    names = {block.agreement.by for block in blocks if block.agreement}
    names |= {one.by for one in checked.acceptances}
    kept = [(name, "wie akkoord gaf") for name in sorted(names) if len(name) >= _SHORTEST]
    reasons = sorted({one.reason for one in checked.acceptances})
    kept += [(reason, "een reden") for reason in reasons if len(reason) > _SENTENCE]
    kept += _of_this_machine()
    yield from ((secret, what) for secret, what in kept if secret not in said)
    for name in inputs_of(checked.project, checked.year):
        yield name, "de naam van een bestand"
    yield str(checked.project.resolve()), "een pad op deze computer"


def _blocks(checked: Checked) -> list[Block]:
    chapters = checked.edition.chapters if checked.edition else ()
    return [block for chapter in chapters for block in chapter.blocks]


def _said(blocks: list[Block]) -> str:
    """What the report itself says: that is meant to be read."""
    parts = (value for block in blocks for _, value in block.leaves())
    return "\n".join(value.raw for value in parts if isinstance(value, Text))


def _of_this_machine() -> list[tuple[str, str]]:
    found_here = []
    with suppress(OSError, KeyError, ImportError, RuntimeError):
        home, user = str(Path.home()), getpass.getuser()
        if len(home) > _SHORTEST:
            found_here.append((f"{home}/", "een pad op deze computer"))
        if len(user) >= 2 * _SHORTEST:
            found_here.append((user, "de naam van de gebruiker"))
    return found_here


def _texts(content: FileContent) -> Iterator[bytes]:
    """A file as bytes, with what is packed in it unpacked."""
    data = content if isinstance(content, bytes) else content.read_bytes()
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield packed.read(name)
    elif data.startswith(b"%PDF"):
        for stream in _STREAM.finditer(data):
            with suppress(zlib.error):
                yield zlib.decompress(stream[1])
    elif data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)
