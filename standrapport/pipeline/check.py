# SPDX-License-Identifier: EUPL-1.2
"""The order of the stages up to the text: load, derive, check, resolve the text.

Stages are plain functions from frozen data to frozen data plus findings; only this room knows what
comes after what.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from ..checks.figures import (
    accept,
    alike_keys,
    check_rules,
    dated_sources,
    lost_findings,
    plugin_findings,
    revision_findings,
    revisions,
    undeclared_rest,
)
from ..checks.statements import StatementReading, Uitspraak
from ..checks.text import (
    agreement_findings,
    answer_findings,
    attribution_findings,
    check_keys,
    check_processes,
    check_summaries,
    claims_of,
    filled_in,
    group_findings,
    groups_of_other_years,
    link_findings,
    misnamed_cards,
    picture_findings,
    pictured_findings,
    raw_findings,
    remark_findings,
    resolve,
    review_findings,
    standings_of,
)
from ..core.derive import complete, derive, names_of
from ..core.formula import Names
from ..core.frozen import dataclass
from ..core.model import (
    Catalogue,
    Edition,
    Figures,
    Finding,
    NumberInText,
    ResolvedText,
    Text,
    WorkedOut,
    has_errors,
    large_tables,
    single_figures,
)
from ..core.notation import join_names
from ..project.places import UsageProblem, editions
from ..project.reading import (
    load_accepted,
    load_catalogue,
    load_edition,
    load_figures,
    load_revision_reasons,
)
from ..project.reading.notes_on_figures import catalogue_folder
from .checked import NO_NAMES, Checked
from .consequences import ALL_READ, UnreadTables, causes_only, unread_tables
from .fixed import fixed_findings
from .memory import FORGETFUL, Memory, contents_of

Progress = Callable[[str], None]


def check_edition(
    project: Path, year: int, progress: Progress = lambda _: None, memory: Memory = FORGETFUL
) -> Checked:
    """Everything up to the text: figures read and derived, rules and claims judged, text resolved.

    `memory` keeps what has not changed since the last time it was given here. Raises UsageProblem
    when the project has no such year.
    """
    known = _known_with(project, year)
    read = memory.recall(
        "figures",
        lambda: (known, contents_of(project / "figures")),
        lambda: _figures(project, year, known, progress),
    )
    edition, edition_findings = load_edition(project, year)
    findings = [*read.catalogue_findings, *edition_findings]
    if read.names is NO_NAMES:  # what is wrong with the catalogue itself has been said
        return Checked.unreadable(project, year, read.catalogue, findings)
    rules = (*read.catalogue.rules, *(claims_of(edition) if edition else ()))
    outcomes, rule_findings = memory.recall(
        "rules",
        lambda: (read, rules),
        lambda: check_rules(read.catalogue, rules, read.figures, read.names, year, read.before),
    )
    outside = memory.recall(
        "plugins", lambda: read, lambda: plugin_findings(read.catalogue, read.figures, year)
    )
    reasons, reason_findings = load_revision_reasons(project, year)
    revised = revisions(read.before, read.year_before, read.cells, reasons)
    findings += [*read.findings, *rule_findings, *outside, *reason_findings]
    findings += revision_findings(revised, reasons)
    findings += lost_findings(read.before, read.year_before, read.cells, reasons, read.findings)
    if edition is not None:
        findings += dated_sources(read.catalogue, read.cells, edition)
        findings += picture_findings(project, edition)
        findings += filled_in(project, edition)
        findings += check_processes(edition, read.figures)
    reading = memory.recall(
        "statements", lambda: read, lambda: StatementReading(year, read.catalogue, read.figures)
    )
    said = _texts(edition, read, reading) if edition else _Texts()
    acceptances, wrong = load_accepted(project, year)
    accepted = accept((*findings, *said.findings), acceptances, rules, year)
    causes = causes_only(accepted.findings, read.unread, read.catalogue, rules)
    checked = Checked(
        project,
        year,
        read.catalogue,
        read.names,
        read.figures,
        edition,
        said.texts,
        said.worked,
        said.numbers,
        said.statements,
        outcomes,
        revised,
        tuple(reasons),
        (*causes, *wrong, *accepted.problems),
        acceptances,
        accepted.completed,
    )
    return replace(checked, findings=(*checked.findings, *fixed_findings(checked)))


def _known_with(project: Path, year: int) -> list[int]:
    """The years of the project, this one among them. Raises UsageProblem when it is not."""
    known = editions(project)
    if year in known:
        return known
    there = (
        f"er zijn {join_names([str(y) for y in known])}" if known else "er is nog geen enkel jaar"
    )
    raise UsageProblem(f"Het jaar {year} bestaat niet in dit project; {there}.")


@dataclass(frozen=True)
class _Texts:
    """What the texts of an edition say: expressions worked out, numbers, and statements."""

    texts: Mapping[Text, ResolvedText] = field(default_factory=dict)
    worked: Mapping[Text, Sequence[WorkedOut]] = field(default_factory=dict)
    numbers: tuple[NumberInText, ...] = ()
    statements: tuple[Uitspraak, ...] = ()
    findings: tuple[Finding, ...] = ()


def _texts(edition: Edition, read: _Read, reading: StatementReading) -> _Texts:
    catalogue, figures = read.catalogue, read.figures
    texts, worked, findings = resolve(edition, catalogue, figures, read.names)
    stated = reading.of(edition, worked)
    agreed = agreement_findings(edition, standings_of(edition, catalogue, figures, texts))
    sourced = [
        *attribution_findings(edition, catalogue),
        *group_findings(edition, catalogue),
        *answer_findings(edition),
    ]
    review = [*review_findings(edition), *remark_findings(edition)]
    found = (
        *check_keys(edition, catalogue, figures),
        *link_findings(edition),
        *findings,
        *raw_findings(edition, read.names),
        *pictured_findings(edition, catalogue, figures, texts),
        *stated.findings,
        *check_summaries(edition, texts),
        *misnamed_cards(edition, catalogue),
        *groups_of_other_years(edition),
        *sourced,
        *agreed,
        *review,
    )
    return _Texts(texts, worked, tuple(stated.numbers), tuple(stated.statements), found)


@dataclass(frozen=True, eq=False)
class _Read:
    """The figures of an edition, read and derived, with those of the edition before.

    Nothing of the texts is in it.

    Compared by identity: the same object is the same figures.
    """

    catalogue: Catalogue
    catalogue_findings: tuple[Finding, ...]
    names: Names = NO_NAMES
    cells: Figures = field(default_factory=dict)
    figures: Figures = field(default_factory=dict)
    before: Figures = field(default_factory=dict)
    year_before: int = 0
    findings: tuple[Finding, ...] = ()
    unread: UnreadTables = ALL_READ


def _figures(project: Path, year: int, known: list[int], progress: Progress) -> _Read:
    kept = catalogue_folder(project, year)
    catalogue, problems = load_catalogue(project, kept)
    if not catalogue.tables and has_errors(problems):
        return _Read(catalogue, tuple(problems))
    before, year_before = _edition_before(project, year, known, catalogue)
    cells, findings = load_figures(project, year, catalogue, _known_tables(before))
    unread = unread_tables(findings, catalogue, year)
    findings += undeclared_rest(catalogue, cells)
    findings += _source_findings(project, year, catalogue, cells, progress)
    names, wrong = names_of(catalogue, cells)
    findings += wrong
    derived, wrong = derive(catalogue, cells, names, year)
    findings += wrong
    findings += alike_keys(catalogue, cells, before)
    figures = complete(catalogue, cells, derived, names)
    return _Read(
        catalogue,
        tuple(problems),
        names,
        cells,
        figures,
        before,
        year_before,
        tuple(findings),
        unread,
    )


def _source_findings(
    project: Path, year: int, catalogue: Catalogue, cells: Figures, progress: Progress
) -> list[Finding]:
    """The figures held against their sources; nothing is imported when no table has any."""
    tables = [table for table in catalogue.tables.values() if table.from_source is not None]
    if not tables:
        return []
    from ..sources import check_source

    return [
        finding
        for table in tables
        for finding in check_source(project, year, table, cells, progress)
    ]


def _edition_before(
    project: Path, year: int, known: list[int], catalogue: Catalogue
) -> tuple[Figures, int]:
    """The figures of the last edition before this one that has any.

    Their own findings belong to the check of that edition.
    """
    earlier = [
        other
        for other in known
        if other < year and any((project / "figures" / str(other)).glob("*.csv"))
    ]
    if not earlier:
        return {}, year
    return load_figures(project, earlier[-1], catalogue)[0], earlier[-1]


def _known_tables(figures: Figures) -> set[str]:
    """The tables of which anything is known."""
    single = single_figures(figures).values()
    known = {one.id.ref.partition(".")[0] for one in single if not one.kind.is_open}
    return known.union(large_tables(figures))


def check_all(project: Path, progress: Progress = lambda _: None) -> list[Checked]:
    """Every edition of the project, earliest first."""
    known = editions(project)
    if not known:
        raise UsageProblem("Dit project heeft nog geen enkel jaar: figures/ en content/ zijn leeg.")
    return [check_edition(project, year, progress) for year in known]
