# SPDX-License-Identifier: EUPL-1.2
"""Remarks written into content/<jaar>/opmerkingen.yaml: new ones at the end, and what was done with
one; every other byte stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ...core.model import Remark
from ...report.publish import FileChange, save
from ..places import UsageProblem
from ..reading.notes_on_texts import REMARKS_FILE, load_remarks
from ..reading.yaml_tree import SequenceNode, parse_yaml
from .yaml_edits import YamlText, applied, end_of, entries_added, keys_of, lines_added, scalar_text

EMPTY: Mapping[str, str] = {}
_HEAD = (
    "# Opmerkingen van lezers. standrapport schrijft ze hier bij; u mag ze zelf bewerken.\n"
    "opmerkingen:\n"
)


def added(
    project: Path, year: int, remarks: Sequence[Remark], answers: Mapping[str, str] = EMPTY
) -> tuple[Remark, ...]:
    """Write remarks, each with a number of its own; one that is there already is left out.

    `answers` gives of a remark, by its text, the text of the one it answers.

    Raises UsageProblem and NotWritable.
    """
    known, findings = load_remarks(project, year)
    if findings:
        raise UsageProblem(f"{findings[0].position}: {findings[0].message}")
    new = fresh(known, remarks)
    if not new:
        return ()
    numbers = {one.text: one.number for one in (*known, *new)}
    new = tuple(replace(one, answers=numbers.get(answers.get(one.text, ""), 0)) for one in new)
    path = _path(project, year)
    content = path.read_bytes().decode("utf-8-sig") if path.is_file() else _HEAD
    items = "".join(_item(one) for one in new)
    root = parse_yaml(content, path.name)[0].root
    listed = keys_of(root).get("opmerkingen")
    if isinstance(listed, SequenceNode) and listed.value and not listed.flow_style:
        source = YamlText(content)
        indent = listed.start_mark.column
        at = source.next_line(end_of(source, listed))
        lines = [_shifted(line, indent) for line in items.splitlines()]
        text = applied(content, [lines_added(source, at, lines)])
    elif isinstance(listed, SequenceNode) and listed.value:
        raise UsageProblem(f"{path.name}: zet elke opmerking op regels van zichzelf.")
    else:
        text = _HEAD + items
    _save(project, path, text)
    _check(project, year, (*known, *new))
    return new


def _shifted(line: str, column: int) -> str:
    """A line of an item, whose dash stands at column 2, moved to where the list has its own."""
    return f"{' ' * column}{line[2:]}" if line.startswith("  ") else line


def fresh(known: Sequence[Remark], remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """The remarks that are not there yet, numbered on from those that are."""
    there = {(one.block, one.by, one.text) for one in known}
    number = max((one.number for one in known), default=0)
    found = []
    for one in remarks:
        if (one.block, one.by, one.text) in there:
            continue
        there.add((one.block, one.by, one.text))
        number += 1
        found.append(replace(one, number=number))
    return tuple(found)


def closed(project: Path, year: int, number: int, words: str, on: str) -> Remark:
    """Write what was done with a remark. Raises UsageProblem and NotWritable."""
    known, findings = load_remarks(project, year)
    if findings:
        raise UsageProblem(f"{findings[0].position}: {findings[0].message}")
    one = next((remark for remark in known if remark.number == number), None)
    if one is None:
        there = ", ".join(str(remark.number) for remark in known if remark.open)
        hint = f" Open zijn: {there}." if there else " Er is geen enkele open."
        raise UsageProblem(f"Er is geen opmerking {number} bij de editie {year}.{hint}")
    if not one.open:
        raise UsageProblem(f"Opmerking {number} is al afgehandeld: {one.closed}")
    path = _path(project, year)
    content = path.read_bytes().decode("utf-8-sig")
    source = YamlText(content)
    listed: Any = keys_of(parse_yaml(content, path.name)[0].root)["opmerkingen"]
    node = listed.value[known.index(one)]
    entries = [
        f"afgehandeld: {scalar_text(words, flow=bool(node.flow_style))}",
        f"afgehandeld_op: {on}",
    ]
    edit = entries_added(source, node, len(node.value), entries)
    _save(project, path, applied(content, [edit]))
    done = replace(one, closed=words)
    _check(project, year, tuple(done if remark is one else remark for remark in known))
    return done


def _path(project: Path, year: int) -> Path:
    return project / "content" / str(year) / f"{REMARKS_FILE}.yaml"


def _save(project: Path, path: Path, text: str) -> None:
    before = path.read_bytes() if path.is_file() else None
    save(project, [FileChange(path, before, text.encode())])


def _item(one: Remark) -> str:
    """A remark as lines of the list."""
    lines = [
        f"nummer: {one.number}",
        f"blok: {scalar_text(one.block or 'rapport', flow=False)}",
        f"van: {scalar_text(one.by or 'onbekend', flow=False)}",
        f"op: {one.on}",
    ]
    if one.about:
        lines.append(f"over: {scalar_text(one.about, flow=False)}")
    if "\n" in one.text:
        lines.append("tekst: |-")
        lines += [f"  {line}".rstrip() for line in one.text.splitlines()]
    else:
        lines.append(f"tekst: {scalar_text(one.text, flow=False)}")
    if one.answers:
        lines.append(f"antwoord_op: {one.answers}")
    return "".join(
        f"{'  - ' if n == 0 else '    '}{line}".rstrip() + "\n" for n, line in enumerate(lines)
    )


def _check(project: Path, year: int, meant: Sequence[Remark]) -> None:
    """What was written is read back as meant."""
    read, findings = load_remarks(project, year)
    if findings or [_face(one) for one in read] != [_face(one) for one in meant]:
        raise UsageProblem(
            f"content/{year}/{REMARKS_FILE}.yaml is niet goed weggeschreven; kijk het bestand na."
        )


def _face(one: Remark) -> tuple[object, ...]:
    return (
        one.number,
        one.block or "rapport",
        one.by or "onbekend",
        one.on,
        " ".join(one.text.split()),
        one.closed,
    )
