# SPDX-License-Identifier: EUPL-1.2
"""A text of content/ that becomes another, in its YAML file: lines that stay are left as they
stand, and everything around the text too.

Afterwards the file is read again: when anything but the texts meant would differ, nothing is
written.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping
from typing import Any

from ...core.model import Text
from ..reading.yaml_tree import MappingNode, ScalarNode, SequenceNode, YamlFile, parse_yaml
from .yaml_edits import Edit, YamlText, applied, plain_values

_WIDTH = 110


class TextNotPlaced(Exception):
    """A text cannot be put in the file; the message is a Dutch sentence."""


def with_texts(content: str, name: str, new: Mapping[Text, str]) -> str:
    """The text of a file with other texts in it; `new` gives what each becomes.

    Raises TextNotPlaced.
    """
    file = parse_yaml(content, name)[0]
    source = YamlText(content)
    found: dict[Text, tuple[ScalarNode, bool]] = {}
    _scalars(file, file.root, found, flow=False)
    edits = []
    for text, value in new.items():
        if text not in found:
            raise TextNotPlaced(f"{text.position}: deze tekst staat er niet meer.")
        node, flow = found[text]
        edits.append(_edit(source, node, value, flow=flow))
    changed = applied(content, edits)
    _verify(file, parse_yaml(changed, name)[0], {found[t][0]: v for t, v in new.items()})
    return changed


def _scalars(
    file: YamlFile, node: Any, found: dict[Text, tuple[ScalarNode, bool]], *, flow: bool
) -> None:
    if isinstance(node, ScalarNode):
        found[file.text(node)] = (node, flow)
    elif isinstance(node, MappingNode | SequenceNode):
        flow = flow or bool(node.flow_style)
        for part in node.value:
            for one in part[1:] if isinstance(node, MappingNode) else (part,):
                _scalars(file, one, found, flow=flow)


def _edit(source: YamlText, node: Any, value: str, *, flow: bool) -> Edit:
    """What changes in the file for one text."""
    start, end = source.at(node.start_mark), source.at(node.end_mark)
    if node.style == "|":
        return _literal(source, start, end, value)
    if node.style == ">":
        return _folded(source, start, end, value)
    return Edit(start, end, _inline(source, node, value, flow=flow))


def _block(source: YamlText, start: int, end: int) -> tuple[int, str, str]:
    """Of a block of lines: where they begin, their indentation, and the blank lines after them."""
    body = source.text.index("\n", start) + 1
    lines = source.text[body:end].split("\n")
    first = next((line for line in lines if line.strip()), "")
    indent = " " * (len(first) - len(first.lstrip(" ")))
    written = source.text[body:end]
    rest = written[len(written.rstrip()) :]
    return body, indent, rest


def _literal(source: YamlText, start: int, end: int, value: str) -> Edit:
    body, indent, rest = _block(source, start, end)
    line_end = source.end_of_line
    lines = [f"{indent}{line}" if line else "" for line in value.rstrip("\n").split("\n")]
    stop = end - len(rest)
    return Edit(body, stop, line_end.join(lines))


def _folded(source: YamlText, start: int, end: int, value: str) -> Edit:
    """Lines broken between words; a line end of the text is a blank line here."""
    body, indent, rest = _block(source, start, end)
    old = source.text[body : end - len(rest)]
    lines: list[str] = []
    for number, part in enumerate(value.rstrip("\n").split("\n")):
        if number:
            lines.append("")
        lines += textwrap.wrap(
            part, _WIDTH - len(indent), break_long_words=False, break_on_hyphens=False
        ) or [""]
    kept = _kept_lines(old, [f"{indent}{line}" if line else "" for line in lines])
    return Edit(body, end - len(rest), source.end_of_line.join(kept))


def _kept_lines(old: str, new: list[str]) -> list[str]:
    """The new lines; nothing of the old when they say the same."""
    before = [line.rstrip("\r") for line in old.split("\n")]
    return before if " ".join(before).split() == " ".join(new).split() else new


def _inline(source: YamlText, node: Any, value: str, *, flow: bool) -> str:
    """A text on the line of its key: written as it was, if it can be."""
    from .yaml_edits import scalar_text

    plain = value.rstrip("\n")
    if "\n" in plain:
        if flow:
            return json.dumps(value, ensure_ascii=False)
        column = _key_column(source, node) + 2
        end = source.end_of_line
        lines = [f"{' ' * column}{line}" if line else "" for line in plain.split("\n")]
        sign = "|" if value.endswith("\n") else "|-"
        return f"{sign}{end}{end.join(lines)}"
    if node.style == "'":
        return "'" + value.replace("'", "''") + "'"
    if node.style == '"':
        return json.dumps(value, ensure_ascii=False)
    if re.search(r"\{\{|: | #", value):
        return "'" + value.replace("'", "''") + "'"
    return scalar_text(value, flow=flow)


def _key_column(source: YamlText, node: Any) -> int:
    """Where the key of a value begins on its line; the dash of a list item counts as space."""
    line = source.text[source.starts[node.start_mark.line] :]
    return len(line) - len(line.lstrip(" -"))


def _verify(old: YamlFile, new: YamlFile, values: Mapping[Any, str]) -> None:
    """Nothing but the texts meant differs between the two files."""
    for node, value in values.items():
        node.value = value
    if new.root is None or plain_values(old.root) != plain_values(new.root):
        raise TextNotPlaced(
            f"{old.name}: deze tekst is niet over te nemen zonder iets anders te veranderen; pas"
            " hem met de hand aan."
        )
