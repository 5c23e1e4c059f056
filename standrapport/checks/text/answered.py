# SPDX-License-Identifier: EUPL-1.2
"""Questions and answers: every question has its answer, and every answer its question.

A question may lack its answer while the document is a draft (a warning); not in a final one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...core.model import Antwoord, Block, Edition, Finding, Position, Severity, Vraag, answers_of
from ...core.notation import join_names
from ...messages import found


def answer_findings(edition: Edition) -> list[Finding]:
    """SR-N050 for questions without an answer, SR-N051 for an answer without its question."""
    blocks = {
        (chapter.name, block.id): block
        for chapter in edition.chapters
        for block in chapter.blocks
        if isinstance(block, Vraag | Antwoord)
    }
    if not blocks:
        return []
    return [*_open(edition, blocks), *_loose(edition, blocks)]


def _open(edition: Edition, blocks: Mapping[tuple[str, str], Block]) -> Iterator[Finding]:
    final = edition.status == "definitief"
    for where, number in answers_of(edition).open():
        said = {"nummer": number}
        yield found(
            "SR-N050",
            blocks[where].position,
            said,
            severity=None if final else Severity.WARNING,
        )


def _loose(edition: Edition, blocks: Mapping[tuple[str, str], Block]) -> Iterator[Finding]:
    answers = answers_of(edition)
    last = len(answers.numbers)
    for where, numbers in answers.answered.items():
        block = blocks[where]
        place: Position = block.places.get("vragen", block.position)
        if not numbers:
            yield found("SR-N051", block.position, which="voor")
        elif wrong := [number for number in numbers if not 1 <= number <= last]:
            said = {"nummers": join_names([str(one) for one in wrong]), "laatste": last}
            yield found("SR-N051", place, said)
