# SPDX-License-Identifier: EUPL-1.2
"""The order of bringing in a delivered file: read, understand, lay beside the figure files and
their sources, and, once agreed, write.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from ..core.model import Catalogue, FigureKey, Figures, Finding, Kind, Position, Severity, Table
from ..core.notation import NOT_AVAILABLE, NOT_KNOWN, join_names, join_some
from ..messages import found
from ..project.editing.figure_file import CellFill, FigureFile, RowName
from ..project.editing.source_entry import SourceNotEntered
from ..project.reading import load_catalogue, load_figures
from ..report.publish import FileChange, save
from ..sources.engine import SourceProblem
from .choices import Choices
from .delivery import CATALOGUE, Delivery, enter_source
from .grids import HandedIn, read_grids
from .new_cells import NewCell
from .numbers import UNAVAILABLE
from .proposal import Proposal, propose

_NAMED = 3  # figures named in one finding


def deliver(project: Path, year: int, file: Path | HandedIn, choices: Choices) -> Delivery:
    """Lay a delivered file beside the figures of an edition.

    With open questions or errors nothing can be written.
    """
    catalogue, findings = load_catalogue(project)
    figures, _ = load_figures(project, year, catalogue)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        return Delivery(Proposal(file.name), year, findings=errors)
    try:
        proposal = propose(file, read_grids(file, choices.sheet), catalogue, figures, choices)
        delivery = Delivery(
            proposal, year, questions=list(proposal.questions), findings=list(proposal.findings)
        )
        if not delivery.refused:
            _lay_beside(delivery, project, catalogue, figures, choices)
    except SourceProblem as problem:
        said = {"melding": problem.sentence}
        wrong = found(
            problem.code, Position(file.name), said, which="melding", severity=Severity.ERROR
        )
        return Delivery(Proposal(file.name), year, findings=[wrong])
    except SourceNotEntered as problem:
        said = {"melding": str(problem)}
        delivery.findings.append(found("SR-B008", Position(CATALOGUE), said, which="melding"))
        delivery.files = {}
    return delivery


def write(project: Path, delivery: Delivery, also: Iterable[FileChange] = ()) -> list[Path]:
    """Write every changed file and what goes `also`, all or none; raises NotWritable.

    Gives the files of the delivery itself.
    """
    read = delivery.read
    own = [FileChange(path, read[path], new) for path, new in delivery.files.items()]
    save(project, [*own, *also])
    return list(delivery.files)


def _lay_beside(
    delivery: Delivery, project: Path, catalogue: Catalogue, figures: Figures, choices: Choices
) -> None:
    """Put the cells into the texts of the figure files, in memory."""
    older: list[CellFill] = []
    for name, rows in _rows(delivery, figures).items():
        table = catalogue.tables[name]
        path = project / "figures" / str(delivery.year) / table.file
        read = path.read_bytes() if path.is_file() else None
        editor = FigureFile(table, read or b"")
        changes: list[CellFill] = []
        for row, cells in rows.items():
            changed = _put_row(delivery, editor, row, cells)
            older += _older(changed, figures, row, cells, delivery.proposal)
            changes += changed
        _drop_empty(delivery, editor, table, rows)
        if changes:
            delivery.changes[f"figures/{delivery.year}/{table.file}"] = changes
            delivery.files[path] = editor.content()
            delivery.read[path] = read
    if older:
        names = join_some([f"{one.ref} {one.year}" for one in older], _NAMED)
        place = Position(delivery.proposal.file)
        delivery.findings.append(found("SR-B022", place, {"cijfers": names}))
    if delivery.changes:
        enter_source(delivery, project, catalogue, choices)


def _drop_empty(
    delivery: Delivery, editor: FigureFile, table: Table, rows: Iterable[RowName]
) -> None:
    """Take away the empty rows over whole years of which a part is known now, which a new edition
    begins with; tell the keys that still have one.
    """
    parts = [row for row in rows if row.period in editor.periods(row.year, row.key)]
    parts = [row for row in parts if row.period is not None]
    dropped = [row for row in parts if editor.drop_empty(RowName(row.year, None, row.key))]
    place = Position(f"figures/{delivery.year}/{table.file}")
    if dropped:
        count = "1 lege rij" if len(dropped) == 1 else f"{len(dropped)} lege rijen"
        said = {"rijen": count, "jaren": join_names(_years(dropped))}
        delivery.findings.append(found("SR-B021", place, said, which="lege rij"))
    for year in dict.fromkeys(row.year for row in parts):
        if keys := editor.empty_keys(year):
            named = {"sleutels": join_some(keys, _NAMED), "jaar": str(year)}
            delivery.findings.append(found("SR-B021", place, named, which="open sleutels"))


def _years(rows: Iterable[RowName]) -> list[str]:
    return [str(year) for year in dict.fromkeys(row.year for row in rows)]


def _rows(delivery: Delivery, figures: Figures) -> dict[str, dict[RowName, list[NewCell]]]:
    """The cells by table and row, without those that would wipe out what is known here."""
    kept = 0
    rows: dict[str, dict[RowName, list[NewCell]]] = {}
    for cell in delivery.proposal.cells:
        reading = cell.reading
        known = figures.get(FigureKey(reading.column.ref, reading.year, reading.key))
        if cell.text in (NOT_KNOWN, NOT_AVAILABLE) and known and not known.kind.is_open:
            kept += 1
            continue
        said = replace(cell, text=NOT_AVAILABLE) if _stays_unavailable(cell, figures) else cell
        row = RowName(reading.year, reading.period, reading.key)
        rows.setdefault(reading.column.ref.partition(".")[0], {}).setdefault(row, []).append(said)
    if kept:
        count = "1 cijfer is" if kept == 1 else f"{kept} cijfers zijn"
        place = Position(delivery.proposal.file)
        delivery.findings.append(found("SR-B021", place, {"aantal": count}, which="blijft"))
    return rows


def _stays_unavailable(cell: NewCell, figures: Figures) -> bool:
    """Whether the file says 'n.b.' of a figure that is not available here: that is the same, while
    'n.n.b.' promises that it will still come.
    """
    one = cell.reading
    if one.value.content.text.lower() not in UNAVAILABLE:
        return False
    names = (FigureKey(one.column.ref, one.year, one.key, beside) for beside in (one.period, None))
    known = next((figure for name in names if (figure := figures.get(name)) is not None), None)
    return known is not None and known.kind is Kind.UNAVAILABLE and known.period == one.period


def _put_row(
    delivery: Delivery, editor: FigureFile, row: RowName, cells: list[NewCell]
) -> list[CellFill]:
    """Put the cells of one row; gives what changed."""
    beside = row.period is not None and None in editor.periods(row.year, row.key)
    changed = _put(editor, row, cells, delivery.proposal)
    if not beside:  # else the report uses the whole year that is there, and its source
        used = {(change.ref, change.year) for change in changed if change.new != NOT_KNOWN}
        delivery.sourced |= used
    delivery.same += len(cells) - len(changed)
    return changed


def _older(
    changed: list[CellFill],
    figures: Figures,
    row: RowName,
    cells: list[NewCell],
    proposal: Proposal,
) -> list[CellFill]:
    """Figures of the same row that would go back to an earlier reference date."""
    day = _day(cells, proposal)
    found = []
    for one in changed:
        known = figures.get(FigureKey(one.ref, one.year, one.key))
        if (
            known is not None
            and not known.kind.is_open
            and known.period == row.period
            and (known.reference_date or "") > day
        ):
            found.append(one)
    return found


def _day(cells: list[NewCell], proposal: Proposal) -> str:
    day = next(
        (one.reading.reference_date for one in cells if one.reading.reference_date),
        proposal.reference_date,
    )
    return day.isoformat() if day else ""


def _put(
    editor: FigureFile, row: RowName, cells: list[NewCell], proposal: Proposal
) -> list[CellFill]:
    if row.period not in editor.periods(row.year, row.key) and all(
        cell.text == NOT_KNOWN for cell in cells
    ):
        return []  # a row without anything known says nothing
    status = "voorlopig" if any(one.reading.provisional for one in cells) else None
    wanted = {one.reading.column.ref.partition(".")[2]: one.text for one in cells}
    return editor.put(row, wanted, status=status, reference_date=_day(cells, proposal) or None)


def asked(delivery: Delivery) -> Iterable[Finding]:
    """The findings, with every open question as what stops the import."""
    return [*(question.finding() for question in delivery.questions), *delivery.findings]
