# SPDX-License-Identifier: EUPL-1.2
"""One thing changed at a time in the real editions: a figure in its file, or a digit of a number
typed in the text.

Used by the tests (a part, evenly spread) and by `make bench` (all of it).
"""

from __future__ import annotations

import itertools
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from standrapport.checks.statements import StatementReading, SubjectNames
from standrapport.checks.statements.named.names import build_names
from standrapport.checks.text import resolve
from standrapport.checks.text.summaries import check_summaries
from standrapport.checks.text.texts import Place, texts_of
from standrapport.core.formula import FormulaError, Reference, parse_expression
from standrapport.core.model import (
    Chapter,
    Edition,
    Figure,
    Kind,
    Position,
    Printed,
    Samenvatting,
    Severity,
    Tekst,
    Text,
    figure_of,
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


def reference_mutations(checked: Checked, *, step: int = 1) -> Iterator[Changed]:
    """Every reference of the texts replaced in turn by another cell of its table, another year,
    and the same column of another population; only where that prints another number.

    `by_check`: the text gets a finding it did not have.
    """
    assert checked.edition is not None
    names = build_names(checked.catalogue, checked.figures)
    count = 0
    for place in texts_of(checked.edition):
        if place.block is not None and place.block.tongue != "nl":
            continue  # another language names the figures of the Dutch text (SR-S064)
        before: Counter[str] | None = None
        for one in checked.worked.get(place.text, ()):
            inside = place.text.raw[one.start + 2 : one.end - 2]
            for what, other in _others(checked, inside):
                count += 1
                if count % step:
                    continue
                if before is None:
                    same = _with_text(checked.edition, place, place.text.raw)
                    before = _codes(checked, same, names)
                raw = f"{place.text.raw[: one.start]}{{{{ {other} }}}}{place.text.raw[one.end :]}"
                new = _codes(checked, _with_text(checked.edition, place, raw), names) - before
                yield Changed(
                    f"{place.text.position}: {inside.strip()} -> {other} ({what})",
                    by_check=bool(new) or _versions_differ(checked, place, raw),
                    by_diff=True,
                )


def _versions_differ(checked: Checked, place: Place, raw: str) -> bool:
    """Whether a changed text makes a version of the summary name other figures than the rest."""
    if not isinstance(place.block, Samenvatting):
        return False
    assert checked.edition is not None
    small = _with_text(checked.edition, place, raw)
    texts, _, _ = resolve(small, checked.catalogue, checked.figures, checked.names)
    changed = next(resolved for text, resolved in texts.items() if text.raw == raw)
    found = check_summaries(checked.edition, {**checked.texts, place.text: changed})
    return any(one.code == "SR-S064" for one in found)


def _codes(checked: Checked, edition: Edition, names: SubjectNames) -> Counter[str]:
    _, worked, _ = resolve(edition, checked.catalogue, checked.figures, checked.names)
    found = (
        StatementReading(edition.year, checked.catalogue, checked.figures, names)
        .of(edition, worked)
        .findings
    )
    return Counter(f.code for f in found if f.severity is not Severity.NOTE)


def _with_text(edition: Edition, place: Place, raw: str) -> Edition:
    """An edition of one block that holds a text."""
    here = Position("verzonnen", 1, 1)
    title = place.block.title if place.block and place.field != "titel" else None
    numbers = place.block.numbers if place.block else ()
    block = Tekst(id="b", title=title, text=Text(raw, here), numbers=numbers)
    chapter = Chapter("h", Text("x", here), (block,), here)
    return replace(edition, chapters=(chapter,), subtitle=None, caveat=None)


def _others(checked: Checked, inside: str) -> Iterator[tuple[str, str]]:
    """Other references that print another number in the place of one."""
    try:
        expression = parse_expression(inside)
    except FormulaError:
        return
    node = expression.node
    if not isinstance(node, Reference) or any(step.name == "namen" for step in expression.filters):
        return
    steps = "".join(f" |{part}" for part in inside.split("|")[1:])
    year = node.in_year(checked.year)
    mine = figure_of(checked.figures, node.ref, year, node.key)
    table, _, column = node.ref.partition(".")

    def written(ref: str, when: int) -> str:
        key = f'"{node.key}", ' if node.key is not None else ""
        return f"{ref}[{key}{when}]{steps}"

    def differs(ref: str, when: int) -> bool:
        other = figure_of(checked.figures, ref, when, node.key)
        known = other.kind is Kind.VALUE and mine.kind is Kind.VALUE
        return known and other.value != mine.value and other.unit == mine.unit

    refs = [ref for ref in checked.catalogue.refs if checked.catalogue.column(ref)]
    beside = [ref for ref in refs if ref.partition(".")[0] == table and ref != node.ref]
    yield from (("cel", written(ref, year)) for ref in beside if differs(ref, year))
    years = sorted({name.year for name in checked.figures if name.ref == node.ref} - {year})
    near = sorted(years, key=lambda other: abs(other - year))[:2]
    yield from (("jaar", written(node.ref, when)) for when in near if differs(node.ref, when))
    elsewhere = [ref for ref in refs if ref.partition(".")[2] == column and ref != node.ref]
    yield from (("populatie", written(ref, year)) for ref in elsewhere if differs(ref, year))
