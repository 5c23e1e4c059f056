# SPDX-License-Identifier: EUPL-1.2
"""A delivered file beside the project: what would change, where it comes from, and what is open;
and which source its figures have: as chosen, written in the catalogue; else a question.
"""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from ..core.frozen import dataclass
from ..core.model import Catalogue, Finding, Position, has_errors
from ..core.notation import join_names
from ..project.editing.figure_file import CellFill
from ..project.editing.source_entry import with_source
from .choices import Choices, Question
from .proposal import Proposal

CATALOGUE = "figures/indicatoren.yaml"


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

    `files` maps a path to its new content and `read` to what it was (None: not there); `same`
    counts cells that already say what the delivered file says.
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
    read: dict[Path, bytes | None] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        """Whether something stands in the way of writing."""
        return bool(self.questions) or has_errors(self.findings)


def enter_source(delivery: Delivery, project: Path, catalogue: Catalogue, choices: Choices) -> None:
    """Put the source into the text of the catalogue, in memory. Raises SourceNotEntered."""
    declared = {
        (ref, year): column.source(year)
        for ref, year in delivery.sourced
        if (column := catalogue.column(ref)) is not None
    }
    if not declared:
        return
    question = _question({*declared.values()} - {""}, catalogue, choices)
    if question is not None or choices.source is None:
        delivery.questions += [question] if question is not None else []
        return
    source = choices.source
    delivery.sources = [
        ChangedSource(ref, year, old, source)
        for (ref, year), old in sorted(declared.items())
        if old != source
    ]
    path = project / CATALOGUE
    before = path.read_bytes()
    old = before.decode("utf-8-sig")
    text = _with_source(old, delivery.sources, catalogue, choices)
    if text != old:
        mark = before[: len(before) - len(old.encode())]
        delivery.files = {path: mark + text.encode(), **delivery.files}
        delivery.read[path] = before


def _question(now: set[str], catalogue: Catalogue, choices: Choices) -> Question | None:
    """What is still to be asked: which source, or the title of a new one."""
    titles = {source.id: source.title for source in catalogue.sources.values()}
    place = Position(CATALOGUE)
    if choices.source is None:
        told = f" Nu staat er {join_names(sorted(now))}." if now else ""
        proposed = next(iter(now)) if len(now) == 1 else ""
        sentence = f"Uit welke bron komen deze cijfers?{told}"
        return Question("SR-B019", sentence, "bron", "", titles, proposed, place)
    if titles and choices.source not in titles and choices.source_title is None:
        sentence = (
            f"De bron '{choices.source}' staat niet in indicatoren.yaml; hoe ziet de lezer haar?"
        )
        return Question("SR-B019", sentence, "bron-titel", place=place)
    return None


def _with_source(
    text: str, changes: list[ChangedSource], catalogue: Catalogue, choices: Choices
) -> str:
    """The text of the catalogue with the source at every figure that changed."""
    source = choices.source or ""
    title = None if source in catalogue.sources else choices.source_title
    for name in dict.fromkeys(change.ref.partition(".")[0] for change in changes):
        own = [(one.ref, one.year) for one in changes if one.ref.startswith(f"{name}.")]
        text = with_source(text, name, source, own, title)
        title = None  # listed once
    return text
