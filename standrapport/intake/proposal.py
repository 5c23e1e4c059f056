# SPDX-License-Identifier: EUPL-1.2
"""A delivered file understood: the figures it gives as cells of figure files, and everything that
is open, wrong or left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import Path

from ..core.frozen import dataclass
from ..core.model import Catalogue, Figures, Finding, Position
from ..core.notation import join_names
from ..messages import found
from ..sources.engine import SourceProblem
from .cells import Cells, cells_of
from .choices import ANY, Choices, Keys, Question, Roles
from .choose import parts_by_table
from .grids import Grid, HandedIn
from .layout import Layout, lay_out
from .left_out import Unread, left_out, merged, unread
from .new_cells import NewCell
from .numbers import Decided
from .plausible import part_questions, size_question
from .reading import RegionReading, read_region
from .regions import Region
from .said import said_of
from .tables import texts_of
from .understand import has_years, understand
from .words import normal


@dataclass
class Proposal:
    """What a file would bring.

    Nothing may be written while there are `questions` or errors among `findings`; `unread` are the
    texts of the file from which nothing was taken.
    """

    file: str
    regions: list[RegionReading] = field(default_factory=list)
    notation: Decided = field(default_factory=lambda: Decided(None, ""))
    cells: list[NewCell] = field(default_factory=list)
    reference_date: date | None = None
    date_reason: str = ""
    unread: list[Unread] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass
class _Found:
    """What the tables of a file turned out to be: `unknown` are recognised as nothing, `open` have
    a question on which table they are.
    """

    readings: list[RegionReading] = field(default_factory=list)
    unknown: list[Region] = field(default_factory=list)
    open: list[tuple[Region, Question]] = field(default_factory=list)

    def settle(self) -> None:
        """A list of names without years beside tables with figures is not meant."""
        if not any(one.readings for one in self.readings):
            return
        self.unknown += [region for region, _ in self.open if not has_years(region)]
        self.open = [(region, question) for region, question in self.open if has_years(region)]
        yearless = [one for one in self.readings if _asks_year(one)]
        self.unknown += [one.roles.region for one in yearless]
        self.readings = [one for one in self.readings if one not in yearless]

    def drop_keyless(self, proposal: Proposal) -> None:
        """A total without a key beside the table with keys stays away, and is named."""
        for one in [one for one in self.readings if one.keyless is not None]:
            table = one.roles.table
            if any(other.readings and other.roles.table is table for other in self.readings):
                first, last = one.roles.region.lines
                said = {"eerste": first, "laatste": last, "sleutel": table.key_column}
                place = Position(proposal.file, first)
                proposal.findings.append(found("SR-B021", place, said, which="geen sleutel"))
                self.readings.remove(one)


def _subject(one: Question) -> tuple[str, ...]:
    """What is asked: a sign is asked once for all cells that have it."""
    if one.option in {"teken", "streepje", "kruisje"}:
        return one.option, one.about.lower()
    return one.option, one.about, one.sentence


def _asks_year(one: RegionReading) -> bool:
    return any(question.option == "cijferjaar" for question in one.questions)


def propose(
    file: Path | HandedIn,
    grids: Sequence[Grid],
    catalogue: Catalogue,
    figures: Figures,
    choices: Choices,
) -> Proposal:
    """Understand a delivered file.

    `figures` are those of the edition it goes to (their keys are known names).
    """
    proposal = Proposal(file.name)
    layouts = _layouts(file.name, grids, choices)
    proposal.findings += [
        found("SR-B021", Position(file.name), {"wat": text}, which="blad")
        for layout in layouts
        for text in layout.grid.left_out
    ]
    read = _tables(file.name, layouts, catalogue, _keys(catalogue, figures), choices)
    proposal.regions = read.readings
    _without_irrelevant(proposal, choices)
    read.readings = proposal.regions
    read.settle()
    read.drop_keyless(proposal)
    proposal.regions = read.readings
    for one in proposal.regions:
        proposal.questions += one.questions
        proposal.findings += one.findings
    proposal.questions += [question for _, question in read.open]
    proposal.findings += left_out(
        file.name, proposal.regions, read.unknown, anything=_anything(proposal)
    )
    texts_only = all(ANY in one.answers for one in proposal.questions)
    if texts_only and not any(one.findings for one in proposal.regions):
        _fill(proposal, cells_of(file.name, proposal.regions, choices))
    if proposal.cells and not proposal.questions:
        size = size_question(proposal.cells, figures, choices, file.name)
        proposal.questions += [size] if size is not None else []
        proposal.questions += part_questions(proposal.cells, figures, choices)
    proposal.unread = unread(layouts, proposal.regions, choices)
    proposal.findings = merged(proposal.findings)
    proposal.questions = list({_subject(one): one for one in reversed(proposal.questions)}.values())
    proposal.questions.reverse()
    return proposal


def _anything(proposal: Proposal) -> bool:
    """Whether anything was read, asked or found."""
    said = proposal.questions or proposal.findings
    return bool(said) or any(one.readings for one in proposal.regions)


def _fill(proposal: Proposal, cells: Cells) -> None:
    proposal.notation, proposal.cells = cells.notation, cells.cells
    proposal.reference_date, proposal.date_reason = cells.reference_date, cells.date_reason
    unread = [one for one in cells.findings if one.code in {"SR-B014", "SR-B017"}]
    proposal.findings += unread if proposal.questions else cells.findings
    proposal.questions += cells.questions


def _layouts(file: str, grids: Sequence[Grid], choices: Choices) -> list[Layout]:
    """The sheets that are meant. Raises SourceProblem when the one asked for is not there."""
    names = [grid.name for grid in grids if grid.name]
    if choices.sheet is not None and choices.sheet not in names:
        there = f"; er zijn {join_names(names)}" if names else ""
        raise SourceProblem("SR-B008", f"{file} heeft geen werkblad '{choices.sheet}'{there}.")
    return [lay_out(grid) for grid in grids if choices.sheet in {None, grid.name}]


def _tables(
    file: str, layouts: Sequence[Layout], catalogue: Catalogue, keys: Keys, choices: Choices
) -> _Found:
    """Every table of the file, understood as far as it can be."""
    read = _Found()
    told = texts_of(catalogue)
    for layout in layouts:
        titles = tuple(line.text for line in layout.texts if line.line == 0)
        years: frozenset[int] = frozenset()
        for region in _regions(layout, catalogue):
            roles = understand(region, catalogue, keys, choices, file, titles)
            if isinstance(roles, Roles):
                roles.told = told
                said = said_of(region, layout, layouts)
                if not said.years:  # the title over a total is that of the table below it
                    said = replace(said, years=years)
                years = said.years if roles.keyless is not None else frozenset()
                read.readings.append(read_region(roles, said, file, choices))
            elif roles is None:
                read.unknown.append(region)
            else:
                read.open.append((region, roles))
    return read


def _regions(layout: Layout, catalogue: Catalogue) -> Iterator[Region]:
    for whole in layout.regions:
        yield from parts_by_table(whole, catalogue)


def _keys(catalogue: Catalogue, figures: Figures) -> Keys:
    keys: dict[str, dict[str, str]] = {
        table.name: {} for table in catalogue.tables.values() if table.key_column
    }
    for name in figures:
        table = name.ref.partition(".")[0]
        if name.key is not None and table in keys:
            keys[table].setdefault(normal(name.key), name.key)
    return keys


def _without_irrelevant(proposal: Proposal, choices: Choices) -> None:
    """With a table asked for, other tables of the file that have none of its names are
    not meant.
    """
    if choices.table is not None and any(
        one.roles.columns or one.roles.single for one in proposal.regions
    ):
        meant = [
            one
            for one in proposal.regions
            if one.roles.columns or (one.roles.single and one.says_anything)
        ]
        for one in proposal.regions:
            if one not in meant:
                first, last = one.roles.region.lines
                said = {"eerste": first, "laatste": last, "tabel": choices.table}
                place = Position(proposal.file, first)
                proposal.findings.append(found("SR-B021", place, said, which="andere tabel"))
        proposal.regions = meant
