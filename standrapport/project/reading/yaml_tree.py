# SPDX-License-Identifier: EUPL-1.2
"""YAML files to a tree of nodes with positions.

Every problem is a finding; a broken file never stops the others.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLStreamError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.resolver import VersionedResolver

from ...core.budget import BUDGET
from ...core.csv_text import utf_16
from ...core.frozen import dataclass
from ...core.model import Finding, Position, Text
from ...messages import found
from .opened import opened, unseen
from .yaml_causes import syntax_finding

_DEEPEST = 400  # brackets within a text need not be closed; the parser itself bears thousands
_BRACKETS = re.compile(r"[\[{\]}]")
_NESTED = re.compile(rf"(?:[-?][ \t]+){{{BUDGET.depth}}}")
_INDENTED = re.compile(rf"^ {{{_DEEPEST + 1},}}(?=[-?\w\"'])", re.MULTILINE)


@dataclass(frozen=True)
class YamlFile:
    """A parsed file: its root node (None when empty or broken), its lines, and its name relative to
    the project.
    """

    name: str
    lines: tuple[str, ...]
    root: Node | None

    def position(self, node: Node) -> Position:
        """Where a node starts, counted from 1: the only place that adds the one."""
        return Position(self.name, node.start_mark.line + 1, node.start_mark.column + 1)

    def text(self, node: ScalarNode) -> Text:
        """The text of a scalar with the place of its first character, so that places within it can
        be given back.
        """
        start, end = node.start_mark, node.end_mark
        if node.style == "|":
            for number in range(start.line + 1, min(end.line + 1, len(self.lines))):
                line = self.lines[number]
                if line.strip():
                    # Blank lines at the start belong to the text; a place is counted from the first
                    # line of the block.
                    indent = len(line) - len(line.lstrip(" "))
                    return Text(node.value, Position(self.name, start.line + 2, indent + 1), indent)
            return Text(node.value, Position(self.name, start.line + 2, 1))
        quoted = 1 if node.style in ("'", '"') else 0
        folded = (
            node.style == ">"
            or end.line > start.line
            or (quoted == 1 and "\\" in self.lines[start.line])
        )
        return Text(
            node.value,
            Position(self.name, start.line + 1, start.column + 1 + quoted),
            folded=folded,
        )


def read_yaml(path: Path, name: str) -> tuple[YamlFile, list[Finding]]:
    """Parse one file; findings SR-L001 (no YAML), SR-L005 (missing), SR-L006 (not UTF-8)."""
    nothing = YamlFile(name, (), None)
    given, problem_there = opened(path, name)
    if problem_there is not None:
        return nothing, [problem_there]
    if given and utf_16(given) is not None:
        return nothing, [found("SR-L006", Position(name, 1), which="utf_16_yaml")]
    try:
        content = given.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = problem.object[: problem.start].count(b"\n") + 1
        return nothing, [found("SR-L006", Position(name, line), which="yaml")]
    return parse_yaml(content, name)


def parse_yaml(content: str, name: str) -> tuple[YamlFile, list[Finding]]:
    """Parse the text of a file; finding SR-L001 when it is no YAML, SR-L080 when it is more than
    anyone writes.
    """
    nothing = YamlFile(name, (), None)
    lines = tuple(content.split("\n"))
    problem = _hidden(content, name) or _too_deep(content, name)
    if problem is not None:
        return nothing, [problem]
    try:
        reader = YAML(typ="safe")
        reader.Resolver = _PlainWords
        root = reader.compose(content)
    except MarkedYAMLError as wrong:
        return nothing, [syntax_finding(wrong, name, lines)]
    except (YAMLStreamError, YAMLError, ValueError):
        return nothing, [found("SR-L001", Position(name))]
    problem = _too_much(root, name) if "*" in content else None
    return (nothing, [problem]) if problem is not None else (YamlFile(name, lines, root), [])


def tells_text(mapping: str) -> bool:
    """Whether every reader of YAML takes the value of a mapping with one key for text ('k: tekst'):
    no number, no date, no yes or no.
    """
    _, value = YAML(typ="safe").compose(mapping).value[0]
    return str(value.tag).endswith(":str")


class _PlainWords(VersionedResolver):
    """Takes every plain word for a word: what it stands for (a number, a date, yes or no) the forms
    decide, and looking it up for each costs half the time of reading. What is written is for any
    reader, who does look it up: `tells_text`.
    """

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """The tag of a node by its kind alone."""
        del value, implicit
        if kind is ScalarNode:
            return self.DEFAULT_SCALAR_TAG
        return self.DEFAULT_MAPPING_TAG if kind is MappingNode else self.DEFAULT_SEQUENCE_TAG


def _hidden(content: str, name: str) -> Finding | None:
    """The first character that has no place in a file, with its place."""
    hidden = unseen(content)
    if hidden is None:
        return None
    at, what = hidden
    line = content.count("\n", 0, at)
    place = Position(name, line + 1, at - content.rfind("\n", 0, at))
    return found("SR-L001", place, {"wat": what}, which="stuurteken")


def _too_deep(content: str, name: str) -> Finding | None:
    """Lists within lists beyond the budget: the parser would fall over them."""
    depth = 0
    many = content.count("[") + content.count("{") > _DEEPEST  # fewer cannot be that deep
    for bracket in _BRACKETS.finditer(content) if many else ():
        depth = max(0, depth + (1 if bracket[0] in "[{" else -1))
        if depth > _DEEPEST:
            line = content.count("\n", 0, bracket.start()) + 1
            return _beyond(Position(name, line), f"{_DEEPEST} haakjes zijn niet gesloten")
    nested = _NESTED.search(content)
    if nested is not None:
        line = content.count("\n", 0, nested.start()) + 1
        return _beyond(Position(name, line), "het zijn te veel lijsten in lijsten")
    return _beyond(Position(name), "het springt te ver in") if _INDENTED.search(content) else None


def _too_much(root: Node | None, name: str) -> Finding | None:
    """A few aliases that stand for more than a file can hold, or for themselves."""
    sizes: dict[int, int] = {}

    def size(node: Any) -> int:
        if isinstance(node, ScalarNode):
            return 1
        if id(node) not in sizes:
            sizes[id(node)] = BUDGET.nodes + 1  # what it is until it is known: it holds itself
            parts = node.value
            if isinstance(node, MappingNode):
                parts = [part for pair in parts for part in pair]
            sizes[id(node)] = min(BUDGET.nodes + 1, 1 + sum(size(part) for part in parts))
        return sizes[id(node)]

    if root is None or size(root) <= BUDGET.nodes:
        return None
    return _beyond(Position(name), "met alle verwijzingen (*) uitgeschreven is het te groot")


def _beyond(place: Position, what: str) -> Finding:
    return found("SR-L080", place, {"wat": what})


__all__ = [
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "YamlFile",
    "parse_yaml",
    "read_yaml",
]
