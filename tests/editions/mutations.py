# SPDX-License-Identifier: EUPL-1.2
"""One thing changed at a time in the real editions: a figure in its file, or a digit of a number
typed in the text (for references, `misreferences`).

Used by the tests (a part, evenly spread) and by `make bench` (all of it).
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from standrapport.checks.statements import StatementReading
from standrapport.checks.statements.named.names import build_names
from standrapport.checks.text.texts import texts_of
from standrapport.core.model import (
    Chapter,
    Figure,
    Kind,
    Position,
    Printed,
    Tekst,
    Text,
)
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked, manifest_of, uses_of
from standrapport.review.compare import Snapshot, compare, read_snapshot


@dataclass(frozen=True)
class Changed:
    """A change that was made, and whether check or diff noticed it."""

    what: str
    by_check: bool
    by_diff: bool


def swapped(printed: str) -> str:
    """The number with two neighbouring digits exchanged, or its last digit that is not zero raised,
    in the same notation.
    """
    places = [at for at, letter in enumerate(printed) if letter.isdigit()]
    for first, second in itertools.pairwise(places):
        if printed[first] != printed[second] and not (
            first == places[0] and printed[second] == "0"
        ):
            letters = list(printed)
            letters[first], letters[second] = letters[second], letters[first]
            return "".join(letters)
    at = next((at for at in reversed(places) if printed[at] != "0"), places[0])
    return printed[:at] + str((int(printed[at]) + 1) % 10 or 1) + printed[at + 1 :]


def printed_cells(checked: Checked) -> list[Figure]:
    """Every cell with a value that the report prints, or that a printed figure is computed from."""
    refs = {(use.ref, use.year) for use in uses_of(checked)}
    cells = [
        figure
        for figure in checked.figures.values()
        if figure.position is not None and figure.kind is Kind.VALUE
    ]
    return [figure for figure in cells if (figure.id.ref, figure.id.year) in refs]


def figure_mutations(root: Path, year: int, folder: Path, *, step: int = 1) -> Iterator[Changed]:
    """Every `step`-th printed cell changed in turn in a copy of the project."""
    project = folder / "project"
    for part in ("figures", "content"):
        shutil.copytree(root / part, project / part)
    before = check_edition(project, year)
    known = {finding.message for finding in before.findings}
    snapshot = _snapshot(before)
    for figure in printed_cells(before)[::step]:
        assert figure.position is not None
        path = project / figure.position.file
        text = path.read_text("utf-8")
        new = swapped(_typed(figure))
        path.write_text(_with(text, figure.position, _typed(figure), new), "utf-8")
        after = check_edition(project, year)
        path.write_text(text, "utf-8")
        by_check = any(finding.message not in known for finding in after.findings)
        difference = compare(snapshot, _snapshot(after))
        by_diff = any(one.id == figure.id for one in difference.figures)
        yield Changed(f"{figure.id}: {_typed(figure)} -> {new}", by_check, by_diff)


def _snapshot(checked: Checked) -> Snapshot:
    manifest = manifest_of(checked)
    assert manifest is not None
    return read_snapshot(manifest)


def _typed(figure: Figure) -> str:
    return figure.printed.removesuffix("\N{NO-BREAK SPACE}%")


def _with(text: str, position: Position, old: str, new: str) -> str:
    """The file with one cell changed: the column found by its name in the header."""
    lines = text.split("\n")
    assert position.line is not None
    cells = lines[position.line - 1].split(",")
    at = (
        lines[next(n for n, line in enumerate(lines) if line and not line.startswith("#"))]
        .split(",")
        .index(str(position.column))
    )
    assert cells[at].replace(".", "") == old.replace(".", ""), (cells, old)
    cells[at] = new.replace(".", "")
    lines[position.line - 1] = ",".join(cells)
    return "\n".join(lines)


def typed_mutations(checked: Checked) -> Iterator[Changed]:
    """Every number a Dutch text takes from a figure, typed instead with two digits exchanged.

    `by_check`: a finding names it. Numbers in another language are held against the Dutch text
    (SR-S064), never read as Dutch.
    """
    assert checked.edition is not None
    names = build_names(checked.catalogue, checked.figures)
    foreign = {
        place.text
        for place in texts_of(checked.edition)
        if place.block is not None and place.block.tongue != "nl"
    }
    for text, parts in checked.texts.items():
        if text in foreign:
            continue
        for at, part in enumerate(parts):
            digits = (
                sum(letter.isdigit() for letter in part.text) if isinstance(part, Printed) else 0
            )
            if not isinstance(part, Printed) or digits < 3:
                continue
            wrong = swapped(part.text)
            raw = "".join(p if isinstance(p, str) else p.text for p in parts[:at]) + wrong
            rest = "".join(p if isinstance(p, str) else p.text for p in parts[at + 1 :])
            changed = Text(raw + rest, Position("verzonnen", 1, 1))
            block = Tekst(id="b", text=changed)
            edition = replace(
                checked.edition,
                chapters=(
                    Chapter("h", Text("x", Position("verzonnen")), (block,), Position("verzonnen")),
                ),
            )
            findings = (
                StatementReading(edition.year, checked.catalogue, checked.figures, names)
                .of(edition, {})
                .findings
            )
            lines = raw.count("\n") + 1
            column = len(raw) - len(wrong) - (raw.rfind("\n") + 1) + 1
            hit = any(
                finding.position is not None
                and finding.position.line == lines
                and abs(int(finding.position.column or 0) - column) <= 20
                for finding in findings
                if finding.code in {"SR-N010", "SR-N011", "SR-N012", "SR-N015"}
            )
            yield Changed(
                f"{text.position}: {part.text} -> {wrong}", hit, by_diff=wrong != part.text
            )
