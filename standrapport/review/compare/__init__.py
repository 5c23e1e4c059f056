# SPDX-License-Identifier: EUPL-1.2
"""Two editions in, what differs out, as data.

And that in words for a terminal, a merge request, a page or a program.
"""

from __future__ import annotations

from collections.abc import Collection

from .changes import SECTIONS as SECTIONS, Difference as Difference, Side as Side
from .checks import compare_checks, compare_sources
from .figures import compare_figures
from .matching import match
from .snapshot import (
    NotComparable as NotComparable,
    Snapshot as Snapshot,
    read_snapshot as read_snapshot,
)
from .structure import compare_structure, compare_texts


def compare(
    old: Snapshot,
    new: Snapshot,
    labels: tuple[str, str] = ("oud", "nieuw"),
    only: Collection[str] = SECTIONS,
) -> Difference:
    """Everything that differs between two editions in the asked sections.

    Pages are compared apart (`pages.compare_pages`).
    """
    figures = compare_figures(old, new)
    matched = match(old, new)
    sides = [
        Side(label, side.year, side.status, side.tool)
        for label, side in zip(labels, (old, new), strict=True)
    ]
    notes = []
    if old.year != new.year:
        notes.append(
            f"De edities gaan over {old.year} en {new.year}; getallen in de tekst die met het jaar"
            " meeschuiven, tellen niet als wijziging."
        )
    if old.tool != new.tool:
        notes.append(
            f"De edities zijn gemaakt met versie {old.tool} en {new.tool} van standrapport."
        )
    return Difference(
        old=sides[0],
        new=sides[1],
        sections=tuple(section for section in SECTIONS if section in only),
        figures=figures if "figures" in only else (),
        texts=compare_texts(old, new, matched, figures) if "text" in only else (),
        checks=compare_checks(old, new) if "checks" in only else (),
        structure=compare_structure(old, new, matched) if "structure" in only else (),
        sources=compare_sources(old, new) if "sources" in only else (),
        notes=tuple(notes),
    )
