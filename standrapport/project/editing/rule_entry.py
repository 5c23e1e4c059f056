# SPDX-License-Identifier: EUPL-1.2
"""Proposed rules taken into figures/regels.yaml: each as an entry at the end of the list, the rest
of the file as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...checks.figures.proposals import ProposedRule, entry_lines
from ...report.publish import replace_file
from ..places import UsageProblem
from ..reading.yaml_tree import SequenceNode, parse_yaml
from .yaml_edits import (
    Edit,
    YamlText,
    applied,
    end_of,
    keys_of,
    lines_added,
    plain_values,
    text_changed,
)

RULES_FILE = "figures/regels.yaml"


def take_rules(project: Path, rules: Sequence[ProposedRule]) -> None:
    """Write the rules into figures/regels.yaml.

    Raises UsageProblem when the file cannot take them, NotWritable when it cannot be written.
    """
    path = project / RULES_FILE
    try:
        changed = text_changed(path, lambda text: with_rules(text, rules))
    except (UnicodeDecodeError, ValueError) as problem:
        raise UsageProblem(f"{RULES_FILE} kan niet worden aangevuld: {problem}") from problem
    replace_file(path, changed.after)


def with_rules(text: str, rules: Sequence[ProposedRule]) -> str:
    """The text of regels.yaml with these rules at the end of its list.

    Raises ValueError in Dutch when that does not read back as the old rules and these.
    """
    source = YamlText(text)
    known: Any = keys_of(parse_yaml(text, RULES_FILE)[0].root).get("regels")
    if known is None:
        new = applied(text, [lines_added(source, len(text), ["regels:", *_entries(rules, 2)])])
    elif isinstance(known, SequenceNode) and not known.value:
        start, end = source.at(known.start_mark), source.at(known.end_mark)
        lines = source.end_of_line.join(["", *_entries(rules, 2)])
        new = applied(text, [Edit(start, end, lines)]).replace(
            f"regels: {source.end_of_line}", f"regels:{source.end_of_line}"
        )
    elif isinstance(known, SequenceNode) and not known.flow_style:
        place = source.next_line(end_of(source, known))
        new = applied(text, [lines_added(source, place, _entries(rules, _indent(source, known)))])
    else:
        raise ValueError("zet elke regel onder 'regels' op een eigen regel met een streepje ervoor")
    return _read_back(text, new, rules)


def _indent(source: YamlText, known: Any) -> int:
    """How far the dashes of the list stand in."""
    line = source.starts[known.value[0].start_mark.line]
    rest = source.text[line:]
    return len(rest) - len(rest.lstrip(" "))


def _entries(rules: Sequence[ProposedRule], indent: int) -> list[str]:
    return [f"{' ' * indent}{line}" for rule in rules for line in entry_lines(rule)]


def _read_back(old: str, new: str, rules: Sequence[ProposedRule]) -> str:
    before, after = (
        plain_values(keys_of(parse_yaml(one, RULES_FILE)[0].root).get("regels")) or []
        for one in (old, new)
    )
    added = [(rule.id, rule.test) for rule in rules]
    if (
        after[: len(before)] != before
        or [(one.get("id"), one.get("toets")) for one in after[len(before) :]] != added
    ):
        raise ValueError("de lijst met regels staat er in een vorm die het programma niet kent")
    return new
