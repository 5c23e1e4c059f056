# SPDX-License-Identifier: EUPL-1.2
"""Which source the figures of a delivered file have: as chosen, written in the catalogue; else a
question.
"""

from __future__ import annotations

from pathlib import Path

from ..core.model import Catalogue, Position
from ..core.notation import join_names
from ..project.editing.source_entry import with_source
from .choices import Choices, Question
from .delivery import CATALOGUE, ChangedSource, Delivery


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
