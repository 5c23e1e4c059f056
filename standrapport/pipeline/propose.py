# SPDX-License-Identifier: EUPL-1.2
"""The stages up to a proposal: every edition read, and the rules its figures suggest."""

from __future__ import annotations

from pathlib import Path

from ..checks.figures.proposals import ProposedRule, propose
from ..core.derive import names_of
from ..core.formula import Names
from ..core.frozen import dataclass
from ..core.model import Figures, Finding, Severity
from ..project.places import UsageProblem, editions
from ..project.reading import load_catalogue, load_figures


@dataclass(frozen=True)
class ProposedRules:
    """The rules that the figures of a project suggest, from the editions of these years.

    With `errors` in the catalogue there are none; a figure that cannot be read suggests nothing.
    """

    proposals: tuple[ProposedRule, ...] = ()
    editions: tuple[int, ...] = ()
    errors: tuple[Finding, ...] = ()


def propose_rules(project: Path) -> ProposedRules:
    """The rules that the figures of all editions suggest and that are not there yet.

    Raises UsageProblem when the project has no edition with figures.
    """
    years = tuple(
        year for year in editions(project) if any((project / "figures" / str(year)).glob("*.csv"))
    )
    if not years:
        raise UsageProblem("In figures/ van dit project staat nog geen enkele editie met cijfers.")
    catalogue, findings = load_catalogue(project)
    errors = [one for one in findings if one.severity is Severity.ERROR]
    if errors:
        return ProposedRules(editions=years, errors=tuple(errors))
    figures: dict[int, Figures] = {}
    names: dict[int, Names] = {}
    for year in years:
        figures[year], wrong = load_figures(project, year, catalogue)
        names[year], unnamed = names_of(catalogue, figures[year])
        errors += [one for one in (*wrong, *unnamed) if one.severity is Severity.ERROR]
    found = tuple(propose(catalogue, figures, names))
    return ProposedRules(found, years, tuple(dict.fromkeys(errors)))
