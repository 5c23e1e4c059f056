# SPDX-License-Identifier: EUPL-1.2
"""Word and back: writing the document of an edition, reading it back as it was sent, and with
words changed in three blocks, which the check then judges.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from .process import ROOT, Timing, python, timed

CHANGED = 3  # paragraphs
LONG = 60  # signs: a sentence, no name


def run() -> None:
    """Print the rows: processor seconds of whole commands; nothing is written in the project."""
    with tempfile.TemporaryDirectory() as folder:
        for year in (2021, 2024):
            path = Path(folder) / f"{year}.docx"
            word = [*python("-m", "standrapport", "word"), str(year), "--project", str(ROOT)]
            _show(f"word {year}", timed([*word, "--out", str(path)]))
            review = [*python("-m", "standrapport", "review"), "--project", str(ROOT)]
            _show(f"review {year}, as it was sent", timed([*review, str(path)]))
            changed = Path(folder) / f"{year}-veranderd.docx"
            _change(path, changed)
            command = [*review, "--format", "json", str(changed)]
            found = timed(command, accept=(0, 1))
            if found.output.count('"kind": "text"') < CHANGED:
                raise SystemExit(f"{changed.name} of {year}: changes were not read")
            _show(f"review {year}, {CHANGED} paragraphs changed", found)


def _show(name: str, timing: Timing) -> None:
    """One row: processor seconds, which other programs on the machine change least."""
    print(f"{name:<38} {timing.processor:8.3f} s of one processor   aim 2 s")


def _change(path: Path, to: Path) -> None:
    """A word in each of a few paragraphs."""
    import docx
    from docx.oxml.ns import qn

    document = docx.Document(str(path))
    done = 0
    for text in document.element.body.iter(qn("w:t")):
        if done < CHANGED and " de " in (text.text or "") and len(text.text) > LONG:
            text.text = text.text.replace(" de ", " onze ", 1)
            done += 1
    document.save(str(to))
