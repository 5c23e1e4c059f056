# SPDX-License-Identifier: EUPL-1.2
"""The figures every edition of the project has for what was asked, without its texts and rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ...core.derive import complete, derive, names_of
from ...core.formula import FormulaError, Names, Reference, asked_figure, nearest
from ...core.frozen import dataclass
from ...core.model import (
    Catalogue,
    Figures,
    Finding,
    RevisionReason,
    Severity,
    has_errors,
    keys_in,
    years_of,
)
from ...project.places import UsageProblem, editions
from ...project.reading import load_catalogue, load_figures, load_revision_reasons

_RULES = "figures/regels.yaml"


@dataclass(frozen=True, eq=False)
class EditionFigures:
    """The figures of the edition about `year`, with the reasons it gives for those that changed."""

    year: int
    figures: Figures
    names: Names
    reasons: tuple[RevisionReason, ...]


@dataclass(frozen=True, eq=False)
class Asked:
    """What was asked for, by name, and every edition that has figure files, earliest first.

    With `errors` there is nothing else: a figure that could not be read must not look like one that
    is not known.
    """

    catalogue: Catalogue
    references: tuple[Reference, ...] = ()
    editions: tuple[EditionFigures, ...] = ()
    errors: tuple[Finding, ...] = ()

    def keys(self, ref: str) -> list[str]:
        """Every key a keyed figure has in some edition and year, those of the newest edition and
        year first.
        """
        return list(dict.fromkeys(self._keys(ref)))

    def _keys(self, ref: str) -> Iterator[str]:
        for edition in reversed(self.editions):
            for year in sorted(years_of(edition.figures), reverse=True):
                yield from keys_in(edition.figures, ref, year)

    def keyed(self, ref: str) -> bool:
        """Whether the figure has a value per key."""
        return self.key_name(ref) != ""

    def key_name(self, ref: str) -> str:
        """What the keys of a figure are called, such as 'regio'; '' when it has none."""
        table = self.editions[-1].names.keyed_table(ref)
        return (self.catalogue.tables[table].key_column or "") if table is not None else ""


def read_asked(project: Path, asked: Sequence[str]) -> Asked:
    """Every edition, read for the figures asked for by name. Raises UsageProblem."""
    years = [
        year for year in editions(project) if any((project / "figures" / str(year)).glob("*.csv"))
    ]
    if not years:
        raise UsageProblem("In figures/ van dit project staat nog geen enkele editie met cijfers.")
    catalogue, problems = load_catalogue(project)
    findings = [
        problem
        for problem in problems
        if problem.position is None or problem.position.file != _RULES
    ]  # those are for check
    read = (
        [_cells(project, year, catalogue, findings) for year in years]
        if not has_errors(findings)
        else []
    )
    # What is wrong in the formulas holds for every edition and is said once.
    errors = tuple(
        dict.fromkeys(finding for finding in findings if finding.severity is Severity.ERROR)
    )
    if errors:
        return Asked(catalogue, errors=errors)
    found = tuple(dict.fromkeys(_figure(one, read[-1].names, catalogue.refs) for one in asked))
    only = {reference.ref for reference in found}
    return Asked(catalogue, found, tuple(_derived(edition, catalogue, only) for edition in read))


def check_free(asked: Asked, key: str) -> None:
    """Raise UsageProblem when nothing that was asked for can take this key."""
    if not any(
        reference.key is None and asked.keyed(reference.ref) for reference in asked.references
    ):
        first = asked.references[0]
        why = "heeft geen sleutels" if first.key is None else f"heeft al de sleutel '{first.key}'"
        raise UsageProblem(f"{first.ref} {why}; laat '{key}' weg.")


def check_key(asked: Asked, ref: str, key: str) -> None:
    """Raise UsageProblem when no edition has the figure for this key."""
    known = asked.keys(ref)
    if key not in known:
        close = nearest(key, known)
        hint = (
            f" Bedoelt u {' of '.join(close)}?"
            if close
            else f" Er zijn: {', '.join(known[:12])}{' …' if known[12:] else ''}."
        )
        raise UsageProblem(f"De sleutel '{key}' komt bij {ref} in geen enkele editie voor.{hint}")


def _cells(
    project: Path, year: int, catalogue: Catalogue, findings: list[Finding]
) -> EditionFigures:
    cells, found = load_figures(project, year, catalogue)
    names, wrong = names_of(catalogue, cells)
    reasons, problems = load_revision_reasons(project, year)
    findings += [*found, *wrong, *problems]
    return EditionFigures(year, cells, names, reasons)


def _derived(edition: EditionFigures, catalogue: Catalogue, only: set[str]) -> EditionFigures:
    derived, _ = derive(catalogue, edition.figures, edition.names, edition.year, only)
    return replace(edition, figures=complete(catalogue, edition.figures, derived, edition.names))


def _figure(asked: str, names: Names, refs: Sequence[str]) -> Reference:
    try:
        found = asked_figure(asked, names, refs)
    except FormulaError as problem:
        raise UsageProblem(problem.message) from problem
    if found.year is not None or found.shift:
        raise UsageProblem(
            f"trend toont alle jaren; vraag {found.ref} zonder jaar, en kies jaren met --from en"
            " --to."
        )
    return found
