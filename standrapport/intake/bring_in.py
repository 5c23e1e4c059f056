"""The order of bringing in a delivered file: read, understand, lay beside the figure files and
their sources, and, once agreed, write.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ..core.model import (
    Catalogue,
    FigureKey,
    Figures,
    Finding,
    Kind,
    Position,
    Severity,
    has_errors,
)
from ..core.notation import NOT_KNOWN, join_names
from ..project.editing.figure_file import CellFill, FigureFile, RowName
from ..project.editing.source_entry import SourceNotEntered, with_source
from ..project.reading import load_catalogue, load_figures
from ..report.publish import replace_file
from ..sources.problem import SourceProblem
from .choices import Choices, Question
from .grids import read_grids
from .new_cells import NewCell
from .proposal import Proposal, propose

CATALOGUE = "figures/indicatoren.yaml"
_NAMED = 3  # figures named in one finding


@dataclass(frozen=True)
class ChangedSource:
    """A column whose source for a year becomes another one; `old` is '' when none was declared."""

    ref: str
    year: int
    old: str
    new: str


@dataclass
class Delivery:
    """A delivered file beside the project: what would change, and what is open.

    Nothing is written by making one.

    `files` maps a path to its new content, in the order of writing; `same` counts cells that
    already say what the delivered file says.
    """

    proposal: Proposal
    year: int
    changes: dict[str, list[CellFill]] = field(default_factory=dict)
    sources: list[ChangedSource] = field(default_factory=list)
    same: int = 0
    sourced: set[tuple[str, int]] = field(
        default_factory=set
    )  # column and year of figures the report will use
    files: dict[Path, bytes] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        """Whether something stands in the way of writing."""
        return bool(self.questions) or has_errors(self.findings)


def deliver(project: Path, year: int, file: Path, choices: Choices) -> Delivery:
    """Lay a delivered file beside the figures of an edition.

    With open questions or errors nothing can be written.
    """
    catalogue, findings = load_catalogue(project)
    figures, _ = load_figures(project, year, catalogue)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        return Delivery(Proposal(file.name), year, findings=errors)
    try:
        proposal = propose(file, read_grids(file), catalogue, figures, choices)
        delivery = Delivery(
            proposal, year, questions=list(proposal.questions), findings=list(proposal.findings)
        )
        if not delivery.refused:
            _lay_beside(delivery, project, catalogue, figures, choices)
    except SourceProblem as problem:
        wrong = Finding(problem.code, Severity.ERROR, problem.sentence, (Position(file.name),))
        return Delivery(Proposal(file.name), year, findings=[wrong])
    except SourceNotEntered as problem:
        delivery.findings.append(
            Finding("SR-B008", Severity.ERROR, str(problem), (Position(CATALOGUE),))
        )
        delivery.files = {}
    return delivery


def write(delivery: Delivery) -> list[Path]:
    """Write every changed file, each in whole or not at all; raises NotWritable."""
    for path, content in delivery.files.items():
        replace_file(path, content)
    return list(delivery.files)


def _lay_beside(
    delivery: Delivery, project: Path, catalogue: Catalogue, figures: Figures, choices: Choices
) -> None:
    """Put the cells into the texts of the figure files, in memory."""
    proposal = delivery.proposal
    kept = 0
    older: list[CellFill] = []
    rows: dict[str, dict[RowName, list[NewCell]]] = {}
    for cell in proposal.cells:
        reading = cell.reading
        known = figures.get(FigureKey(reading.column.ref, reading.year, reading.key))
        if cell.text == NOT_KNOWN and known is not None and known.kind is not Kind.UNKNOWN:
            kept += 1
            continue
        row = RowName(reading.year, reading.period, reading.key)
        rows.setdefault(reading.column.ref.partition(".")[0], {}).setdefault(row, []).append(cell)
    if kept:
        sentence = (
            f"{kept} {'cijfer is' if kept == 1 else 'cijfers zijn'} in het bestand nog niet bekend"
            " en hier wel; wat hier staat blijft staan."
        )
        delivery.findings.append(
            Finding("SR-B021", Severity.NOTE, sentence, (Position(proposal.file),))
        )
    for name, named in rows.items():
        table = catalogue.tables[name]
        path = project / "figures" / str(delivery.year) / table.file
        editor = FigureFile(table, path.read_bytes() if path.is_file() else b"")
        for row, cells in named.items():
            beside = row.period is not None and None in editor.periods(row.year, row.key)
            changed = _put(editor, row, cells, proposal)
            if not beside:  # else the report uses the whole year that is there, and its source
                delivery.sourced |= {
                    (change.ref, change.year) for change in changed if change.new != NOT_KNOWN
                }
            delivery.same += len(cells) - len(changed)
            older += _older(changed, figures, row, cells, proposal)
            if changed:
                delivery.changes.setdefault(f"figures/{delivery.year}/{table.file}", []).extend(
                    changed
                )
        if f"figures/{delivery.year}/{table.file}" in delivery.changes:
            delivery.files[path] = editor.content()
    if older:
        names = join_names([f"{one.ref} {one.year}" for one in older[:_NAMED]])
        more = f" en nog {len(older) - _NAMED}" if len(older) > _NAMED else ""
        sentence = (
            f"Het bestand is ouder dan wat er staat: {names}{more} zou een vroegere peildatum"
            " krijgen. Is dit de goede versie?"
        )
        delivery.findings.append(
            Finding("SR-B022", Severity.WARNING, sentence, (Position(proposal.file),))
        )
    if delivery.changes:
        _source(delivery, project, catalogue, choices)


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
            and known.kind is not Kind.UNKNOWN
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


def _source(delivery: Delivery, project: Path, catalogue: Catalogue, choices: Choices) -> None:
    """Which source the changed figures have: as chosen, written in the catalogue.

    Else a question.
    """
    if not delivery.sourced:
        return
    declared = {
        (ref, year): column.source(year)
        for ref, year in delivery.sourced
        if (column := catalogue.column(ref)) is not None
    }
    titles = {source.id: source.title for source in catalogue.sources.values()}
    if choices.source is None:
        now = set(declared.values()) - {""}
        told = f" Nu staat er {join_names(sorted(now))}." if now else ""
        proposed = now.pop() if len(now) == 1 else ""
        sentence = f"Uit welke bron komen deze cijfers?{told}"
        delivery.questions.append(
            Question(
                "SR-B019",
                sentence,
                "bron",
                answers=titles,
                proposed=proposed,
                place=Position(CATALOGUE),
            )
        )
        return
    source = choices.source
    if titles and source not in titles and choices.source_title is None:
        sentence = f"De bron '{source}' staat niet in indicatoren.yaml; hoe ziet de lezer haar?"
        delivery.questions.append(
            Question("SR-B019", sentence, "bron-titel", place=Position(CATALOGUE))
        )
        return
    delivery.sources = [
        ChangedSource(ref, year, old, source)
        for (ref, year), old in sorted(declared.items())
        if old != source
    ]
    path = project / CATALOGUE
    before = path.read_bytes()
    text = before.decode("utf-8")
    title = choices.source_title if source not in titles else None
    for name in dict.fromkeys(change.ref.partition(".")[0] for change in delivery.sources):
        own = [
            (change.ref, change.year)
            for change in delivery.sources
            if change.ref.startswith(f"{name}.")
        ]
        text = with_source(text, name, source, own, title)
        title = None
    if text.encode() != before:
        delivery.files = {path: text.encode(), **delivery.files}


def asked(delivery: Delivery) -> Iterable[Finding]:
    """The findings, with every open question as what stops the import."""
    return [*(question.finding() for question in delivery.questions), *delivery.findings]
