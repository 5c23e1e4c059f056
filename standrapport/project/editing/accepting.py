# SPDX-License-Identifier: EUPL-1.2
"""Accepting known warnings: which finding is meant, and the entries in `aanvaard.yaml`, of which
every other byte stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from ...checks.figures.accepted import entries_for, name_of
from ...checks.text import claims_of
from ...core.model import Acceptance, Finding, Severity
from ...pipeline.checked import Checked
from ...report.publish import finish_saving, locked, save
from ..places import UsageProblem
from ..reading import accepted_file
from ..reading.yaml_tree import SequenceNode, parse_yaml
from .yaml_edits import (
    Edit,
    YamlText,
    applied,
    end_of,
    entries_added,
    keys_of,
    lines_added,
    plain_values,
    scalar_text,
    text_changed,
)

_HEAD = "# Bekende waarschuwingen die met een reden mogen blijven; zie de handleiding, stap 11.\n"


def choose_finding(
    checked: Checked, code: str, rule: str | None, year: int | None, key: str | None
) -> Finding:
    """The warning that a code, and what else is given of it, names. Raises UsageProblem when there
    is none, or more than one.
    """
    found = [f for f in checked.findings if f.code == code and _fits(f, rule, year, key)]
    warnings = [f for f in found if f.severity is Severity.WARNING]
    if len(warnings) == 1:
        return warnings[0]
    if warnings:
        listed = "".join(f"\n  {_named(one)}" for one in warnings)
        raise UsageProblem(
            f"Er zijn {len(warnings)} waarschuwingen {code}; kies er een met --regel, --over of"
            f" --sleutel:{listed}"
        )
    if found:
        raise UsageProblem(
            f"{code} is hier een {found[0].severity.word}; alleen waarschuwingen kunnen aanvaard"
            " worden."
        )
    raise UsageProblem(
        f"Editie {checked.year} heeft geen waarschuwing {code} die daarbij past; zie standrapport"
        f" check {checked.year}."
    )


def _fits(finding: Finding, rule: str | None, year: int | None, key: str | None) -> bool:
    if rule is None and year is None and key is None:
        return True
    if not finding.rules:
        return rule is None and key is None and finding.year == year
    return any(
        rule in (None, one.rule) and year in (None, one.year) and key in (None, one.key)
        for one in finding.rules
    )


def _named(finding: Finding) -> str:
    where = f"{finding.position}: " if finding.position else ""
    names = ", ".join(
        f"{one.rule} ({one.year}{f', {one.key}' if one.key else ''})" for one in finding.rules
    )
    return f"{where}{names or finding.message}"


def accept_warning(checked: Checked, finding: Finding, given: Acceptance) -> list[Acceptance]:
    """Write the entries that accept a finding, in the place of older ones of the same name.

    Raises UsageProblem when the file cannot be changed, NotWritable when not written.
    """
    rules = (*checked.catalogue.rules, *(claims_of(checked.edition) if checked.edition else ()))
    entries = entries_for(finding, rules, given)
    _write(checked, lambda text, name: _renewed(text, name, entries))
    return entries


def fill_in(checked: Checked) -> Sequence[Acceptance]:
    """Write into `aanvaard.yaml` on what those entries were given that do not say so yet: from then
    on a change of a figure is seen. Raises as `accept_warning`.
    """
    if checked.completed:
        _write(checked, lambda text, name: _filled(text, name, checked.completed))
    return checked.completed


def _write(checked: Checked, change: Callable[[str, str], str]) -> None:
    name = accepted_file(checked.year)
    path: Path = checked.project / name
    with locked(checked.project):
        finish_saving(checked.project)
        try:
            changed = text_changed(path, lambda text: change(text, name), _HEAD)
        except (UnicodeDecodeError, ValueError) as problem:
            raise UsageProblem(f"{name} kan niet worden aangevuld: {problem}") from problem
        save(checked.project, [changed])


def _filled(text: str, name: str, entries: Iterable[Acceptance]) -> str:
    """The text with `cijfers` or `melding` added to the entries at the places of `entries`."""
    file, source = parse_yaml(text, name)[0], YamlText(text)
    wanted = {entry.position: entry for entry in entries}
    edits = []
    for node in _items(file.root):
        entry = wanted.get(file.position(node))
        if entry is not None:
            lines = _given_on(entry, flow=bool(node.flow_style))
            edits.append(entries_added(source, node, len(node.value), lines))
    return _checked(text, applied(text, edits), name)


def _renewed(text: str, name: str, entries: Sequence[Acceptance]) -> str:
    """The text without the entries of the same names, and with these at its end."""
    file, source = parse_yaml(text, name)[0], YamlText(text)
    if file.root is not None and not isinstance(file.root, SequenceNode):
        raise ValueError("er hoort een lijst te staan")
    if isinstance(file.root, SequenceNode) and file.root.flow_style:
        raise ValueError("zet elke melding op een eigen regel die met een streepje begint")
    names = {_identity(entry) for entry in entries}
    edits = [
        Edit(source.starts[node.start_mark.line], source.next_line(end_of(source, node)), "")
        for node in _items(file.root)
        if _identity_of(node) in names
    ]
    new = applied(text, edits)
    lines = [line for entry in entries for line in _lines(entry)]
    after = YamlText(new)
    return _checked(text, applied(new, [lines_added(after, len(new), lines)]), name)


def _checked(old: str, new: str, name: str) -> str:
    """The new text, when it reads as a list that holds at least what it held."""
    before, after = (plain_values(parse_yaml(one, name)[0].root) for one in (old, new))
    codes = [{one.get("code") for one in several or []} for several in (before, after)]
    if not isinstance(after, list) or not codes[0] <= codes[1]:
        raise ValueError("zet de meldingen in de gewone vorm, elk met een streepje ervoor")
    return new


def _items(root: Any) -> list[Any]:
    return list(root.value) if isinstance(root, SequenceNode) else []


def _identity(entry: Acceptance) -> tuple[str, ...]:
    return (entry.code, entry.rule or "", str(entry.year or ""), entry.key or "")


def _identity_of(node: Any) -> tuple[str, ...]:
    keys = keys_of(node)
    return tuple(
        keys[name].value if name in keys else "" for name in ("code", "regel", "jaar", "sleutel")
    )


def _lines(entry: Acceptance) -> list[str]:
    """An entry as lines of YAML."""
    said = {
        "code": entry.code,
        "regel": entry.rule,
        "jaar": entry.year,
        "sleutel": entry.key,
        "reden": entry.reason,
        "door": entry.by,
    }
    lines = [
        f"{name}: {value if isinstance(value, int) else scalar_text(value, flow=False)}"
        for name, value in said.items()
        if value is not None
    ]
    lines += [f"op: {entry.on}", *(one for g in _given_on(entry) for one in g.split("\n"))]
    return [f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]


def _given_on(entry: Acceptance, *, flow: bool = False) -> list[str]:
    """The keys that say on what an entry was given."""
    given = []
    if entry.figures:
        pairs = [f"{scalar_text(name)}: {scalar_text(text)}" for name, text in entry.figures]
        inside = "{" + ", ".join(pairs) + "}" if flow else "\n  " + "\n  ".join(pairs)
        given.append(f"cijfers:{' ' if flow else ''}{inside}")
    if entry.said:
        given.append(f"melding: {scalar_text(entry.said)}")
    return given


__all__ = ["accept_warning", "choose_finding", "fill_in", "name_of"]
