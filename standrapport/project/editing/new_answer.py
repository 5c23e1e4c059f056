# SPDX-License-Identifier: EUPL-1.2
"""What `new --soort beantwoording` writes: a document that answers questions, in a folder of its
own, with the figures of one edition as they are now.

It is a project like any other, so that the same checks hold and the same commands work. The figures
are copied: what was answered on a day must stay what it was when later registrations change a year;
`diff` tells what changed since.
"""

from __future__ import annotations

import os
from pathlib import Path

from ...checks.text import TO_FILL_IN
from ...core.frozen import dataclass
from ...core.notation import join_names
from ...report.publish import NotWritable, replace_folder
from ..places import UsageProblem, editions
from ..reading import load_edition
from ..reading.schemas import SCHEMA_FOLDER

_DECLARED = ("indicatoren.yaml", "afgeleid.yaml", "regels.yaml")
_REPORT = """\
titel: {fill[titel]}
organisatie: {organisation}
datum: {date}
peildatum: {reference_date}
status: concept
bestandsnaam: beantwoording
hoofdstukken: [antwoorden]
brief:
  aan: {fill[aan]}
  uw_kenmerk: {fill[kenmerk]}
  aanhef: {fill[aanhef]}
"""
_ANSWERS = """\
titel: Vragen en antwoorden
genummerd: nee
blokken:
  - soort: tekst
    volgens: eigen
    tekst: Hieronder staat op elke vraag een antwoord. De vragen zijn kort weergegeven.
  - soort: vraag
    volgens: eigen
    tekst: {fill[vraag]}
  - soort: antwoord
    volgens: eigen
    tekst: {fill[antwoord]}
  - soort: ondertekening
    naam: {fill[naam]}
"""


@dataclass(frozen=True)
class StartedAnswer:
    """The folder of the new document, and the files written in it."""

    folder: Path
    written: tuple[Path, ...]


def start_answer(project: Path, year: int, folder: Path | None = None) -> StartedAnswer:
    """Write a document that answers questions, with the figures of `year`; by default in the folder
    `beantwoording-<year>` of the project.

    Raises UsageProblem when the year has no figures, or the folder is there already.
    """
    figures = project / "figures" / str(year)
    if not any(figures.glob("*.csv")):
        there = [
            str(one) for one in editions(project) if any((project / f"figures/{one}").glob("*.csv"))
        ]
        known = f"er zijn cijfers van {join_names(there)}" if there else "er zijn nog geen cijfers"
        raise UsageProblem(f"figures/{year} heeft geen cijfers om mee te antwoorden; {known}.")
    target = (folder or project / f"beantwoording-{year}").resolve()
    if target.exists():
        raise UsageProblem(
            f"{target.name} bestaat al; er wordt niets overschreven. Noem met --naar een andere"
            " map."
        )
    files = {
        f"figures/{name}": _with_schema(project, target / "figures", project / "figures" / name)
        for name in _DECLARED
        if (project / "figures" / name).is_file()
    }
    files |= {f"figures/{year}/{p.name}": p.read_bytes() for p in sorted(figures.glob("*.csv"))}
    accepted = figures / "aanvaard.yaml"  # findings on these figures that were accepted
    if accepted.is_file():
        files[f"figures/{year}/{accepted.name}"] = accepted.read_bytes()
    files |= {f"content/{year}/{name}": text.encode() for name, text in _texts(project, year)}
    try:
        return StartedAnswer(target, tuple(replace_folder(target, files)))
    except NotWritable as problem:
        raise UsageProblem(str(problem).partition(" Het vorige resultaat")[0]) from problem


def _texts(project: Path, year: int) -> list[tuple[str, str]]:
    """rapport.yaml and the one chapter; sender and dates are those of the edition of that year, or
    the last one with texts.
    """
    with_texts = [
        one for one in editions(project) if (project / f"content/{one}/rapport.yaml").is_file()
    ]
    of_year = year if year in with_texts else with_texts[-1] if with_texts else None
    edition = load_edition(project, of_year)[0] if of_year is not None else None
    report = _REPORT.format(
        fill=TO_FILL_IN,
        organisation=(edition.organisation if edition else "") or TO_FILL_IN["organisatie"],
        date=edition.date if edition else f"{year + 1}-01-01",
        reference_date=edition.reference_date if edition else f"{year}-12-31",
    )
    return [("rapport.yaml", report), ("antwoorden.yaml", _ANSWERS.format(fill=TO_FILL_IN))]


def _with_schema(project: Path, folder: Path, path: Path) -> bytes:
    """A file of the project, with the way to the schemas for editors from its new place."""
    old, new = (
        os.path.relpath(project.resolve() / SCHEMA_FOLDER, place).replace(os.sep, "/")
        for place in (project.resolve() / "figures", folder)
    )
    return path.read_bytes().replace(f"$schema={old}".encode(), f"$schema={new}".encode(), 1)
