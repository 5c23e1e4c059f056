# SPDX-License-Identifier: EUPL-1.2
"""Numbers typed by hand that stand for exactly one figure, turned into references: the words
readers see stay the same.

Text is put in at a known place, so that every other byte of the file stays as it was; afterwards
the file is read again, and when anything but the texts meant would differ, nothing is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...checks.text import words_of
from ...core.frozen import dataclass
from ...core.model import FigureKey, Finding, NumberInText, Text
from ...pipeline.checked import Checked
from ...report.publish import FileChange, save
from ..reading.yaml_tree import MappingNode, ScalarNode, SequenceNode, YamlFile, parse_yaml
from .yaml_edits import Edit, YamlText, applied

_BEFORE, _AFTER = 40, 30  # characters shown around a number
_WRONG = {"SR-N010", "SR-N012", "SR-N015"}
_FILTERS = (
    "",
    " | procent",
    " | procent(0)",
    " | procent(1)",
    " | aandeel",
    " | duizend",
    " | getal",
    " | getal(1)",
    " | zonder_teken",
)


@dataclass(frozen=True)
class Binding:
    """A typed number and the reference that takes its place; `line` and `column` count from 1,
    `sentence` is the text around it.
    """

    path: Path
    name: str
    line: int
    column: int
    typed: str
    reference: str
    sentence: str = ""


@dataclass(frozen=True)
class Bound:
    """What can be bound, the new text of every file, and numbers that must be bound by hand, with
    the reason.
    """

    bindings: tuple[Binding, ...]
    files: tuple[FileChange, ...]
    left: tuple[str, ...]


def bind(checked: Checked) -> Bound:
    """All numbers of an edition that can be bound, and the files as they would become.

    Nothing is written.
    """
    files: dict[str, list[tuple[NumberInText, str]]] = {}
    left = [_refused(finding) for finding in checked.findings if finding.code in _WRONG]
    for number in checked.numbers:
        if number.reading != "herkend" or len(number.figures) != 1:
            continue
        reference = _reference(checked, number.figures[0], number.text)
        where = number.source.place(number.at)
        if reference is None:
            left.append(
                f"{where}: '{number.text}' staat er anders dan {number.figures[0]} gedrukt wordt."
            )
        else:
            files.setdefault(where.file, []).append((number, reference))
    bindings: list[Binding] = []
    changed: list[FileChange] = []
    for name, numbers in files.items():
        path = checked.project / name
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
        new, done, problems = _rewritten(text, name, numbers)
        left.extend(problems)
        if done:
            mark = content[: len(content) - len(text.encode())]
            changed.append(FileChange(path, content, mark + new.encode()))
            places = [
                (number, reference, number.source.place(number.at)) for number, reference in done
            ]
            bindings.extend(
                Binding(
                    path,
                    name,
                    p.line or 1,
                    int(p.column or 1),
                    number.text,
                    reference,
                    _around(number),
                )
                for number, reference, p in places
            )
    return Bound(tuple(bindings), tuple(changed), tuple(left))


def _refused(finding: Finding) -> str:
    """A number that is not what its sentence names: why, and the reference that would be right."""
    best = next(iter(finding.suggestions), None)
    if best is None:
        return f"{finding.position}: {finding.message}"
    key = f'"{best.key}"' if best.key is not None else ""
    year = "" if best.year in (None, finding.year) else str(best.year)
    inside = ", ".join(filter(None, (key, year)))
    plain = best.ref if " " in best.ref or not inside else f"{best.ref}[{inside}]"
    if "%" in best.text and "|" not in plain:
        plain = f"{plain} | procent"
    return f"{finding.position}: {finding.message} Bedoeld kan zijn: {{{{ {plain} }}}}."


def write(project: Path, bound: Bound) -> None:
    """Write the files of `bind`, all or none; raises NotWritable."""
    save(project, bound.files)


def _reference(checked: Checked, name: FigureKey, typed: str) -> str | None:
    """The reference whose words are exactly those typed, or None."""
    when = "" if name.year == checked.year else f"{name.year}"
    inside = ", ".join(filter(None, (f'"{name.key}"' if name.key is not None else "", when)))
    figure = f"{name.ref}[{inside}]" if inside else name.ref
    for step in _FILTERS:
        words = words_of(
            f"{figure}{step}", checked.year, checked.catalogue, checked.figures, checked.names
        )
        if words is not None and _same(words, typed):
            return f"{{{{ {figure}{step} }}}}"
    return None


def _around(number: NumberInText) -> str:
    """The words around a number, on one line."""
    raw = number.source.raw
    low, high = max(0, number.at - _BEFORE), number.at + len(number.text) + _AFTER
    cut = " ".join(raw[low:high].split())
    return f"{'… ' if low else ''}{cut}{' …' if high < len(raw) else ''}"


def _same(words: str, typed: str) -> bool:
    """Whether readers see the same: spaces of any kind are alike, and a missing dot between
    thousands may come in.
    """
    one, other = (re.sub(r"[\s\u00a0\u202f]+", " ", text) for text in (words, typed))
    return one == other or (other.isdigit() and one.replace(".", "") == other)


def _rewritten(
    text: str, name: str, numbers: list[tuple[NumberInText, str]]
) -> tuple[str, list[tuple[NumberInText, str]], list[str]]:
    """The file with the numbers bound, which ones, and a sentence for each that could not be."""
    file = parse_yaml(text, name)[0]
    scalars = {file.text(node): (at, node) for at, node in enumerate(_scalars(file.root))}
    source = YamlText(text)
    edits: list[Edit] = []
    problems: list[str] = []
    done: list[tuple[NumberInText, str]] = []
    expected: dict[int, str] = {}
    by_text: dict[Text, list[tuple[NumberInText, str]]] = {}
    for number, reference in numbers:
        by_text.setdefault(number.source, []).append((number, reference))
    for written, own in by_text.items():
        place, node = scalars.get(written, (0, None))
        made = _edits(source, node, written, own) if node is not None else None
        if made is None:
            problems.extend(
                f"{n.source.place(n.at)}: '{n.text}' is hier niet vanzelf te vervangen; gebruik"
                f" {r}."
                for n, r in own
            )
            continue
        edits.extend(made)
        done.extend(own)
        expected[place] = _replaced(written.raw, own)
    new = applied(text, edits)
    if done and not _as_expected(file, parse_yaml(new, name)[0], expected):
        return (
            text,
            [],
            [
                f"{n.source.place(n.at)}: '{n.text}' is hier niet vanzelf te vervangen; gebruik"
                f" {r}."
                for n, r in numbers
            ],
        )
    return new, done, problems


def _replaced(raw: str, own: list[tuple[NumberInText, str]]) -> str:
    return applied(
        raw, [Edit(number.at, number.at + len(number.text), reference) for number, reference in own]
    )


def _edits(
    source: YamlText, node: Any, written: Text, own: list[tuple[NumberInText, str]]
) -> list[Edit] | None:
    """What must change in the file for one text; None when it cannot be done safely."""
    start, end = source.at(node.start_mark), source.at(node.end_mark)
    body = source.text[start:end]
    if not node.style:  # a plain text cannot hold braces everywhere: it gets quotes
        if body != written.raw or "\n" in body:
            return None
        quoted = _replaced(written.raw, own).replace("'", "''")
        return [Edit(start, end, f"'{quoted}'")]
    made = []
    for number, reference in own:
        if node.style == '"' and '"' in reference:
            return None
        words = reference.replace("'", "''") if node.style == "'" else reference
        before = len(re.findall(re.escape(number.text), written.raw[: number.at]))
        places = [match.start() for match in re.finditer(re.escape(number.text), body)]
        if len(places) != len(re.findall(re.escape(number.text), written.raw)):
            return None
        at = start + places[before]
        made.append(Edit(at, at + len(number.text), words))
    return made


def _scalars(node: Any) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from (*_scalars(key), *_scalars(value))
    elif isinstance(node, SequenceNode):
        for part in node.value:
            yield from _scalars(part)


def _as_expected(old: YamlFile, new: YamlFile, expected: dict[int, str]) -> bool:
    """Whether the new file says what the old one said, but for the texts meant, by their place
    among all texts.
    """
    before, after = list(_scalars(old.root)), list(_scalars(new.root))
    return len(before) == len(after) and all(
        other.value == expected.get(at, one.value)
        for at, (one, other) in enumerate(zip(before, after, strict=True))
    )
