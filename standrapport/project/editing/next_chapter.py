# SPDX-License-Identifier: EUPL-1.2
"""The texts of the next edition: copied with layout and comments, as concept, without agreement,
years moved where safe.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any

from ...core.frozen import dataclass
from ...core.model import Finding, Position
from ...core.notation import join_names
from ...messages import found
from ..reading.narrative import slug
from ..reading.yaml_tree import MappingNode, ScalarNode, SequenceNode, parse_yaml
from .yaml_edits import Edit, YamlText, applied, blocks_of, keys_of, moved
from .years import YearShift, scalars

_DATES = ("datum", "peildatum")


@dataclass(frozen=True)
class Copied:
    """The new text of a file, and what was moved (SR-S022) or still names an old year (SR-S023),
    placed in the new file.

    `renamed` maps the name of a block that takes it from its title to the name it has now that a
    year in that title moved.
    """

    text: str
    findings: tuple[Finding, ...]
    renamed: Mapping[str, str] = field(default_factory=dict)


def next_text(text: str, name: str, old: int, new: int) -> Copied:
    """One file of `content/<old>/` as it starts in `content/<new>/`.

    `name` is the new file's. A file that is no YAML stays as it is.
    """
    root = parse_yaml(text, name)[0].root
    source = YamlText(text)
    years = YearShift(source, old, new)
    values = keys_of(root)
    if "hoofdstukken" in values:
        edits = _report(source, values, years)
    else:
        edits = []
        years.words(values.get("titel"))
        for block in blocks_of(root):
            edits += _block(source, block, years)
    edits += years.edits
    after = applied(text, edits)
    target = YamlText(after)

    def finding(code: str, at: int, **said: object) -> Finding:
        return found(code, Position(name, *target.place(moved(at, edits))), said, year=new)

    def line_of(at: int) -> int:
        return source.place(at)[0]

    shifted = sorted((edit for edit in years.edits), key=lambda edit: edit.start)
    findings = []
    for line in dict.fromkeys(line_of(edit.start) for edit in shifted):
        here = [edit for edit in shifted if line_of(edit.start) == line]
        words = join_names(
            list(
                dict.fromkeys(
                    f"{text[edit.start : edit.end]} is {edit.text} geworden" for edit in here
                )
            )
        )
        findings.append(finding("SR-S022", here[0].start, jaren=words))
    for line in dict.fromkeys(line_of(seen.start) for seen in years.stale):
        left = [seen for seen in years.stale if line_of(seen.start) == line]
        words = join_names(list(dict.fromkeys(str(seen.year) for seen in left)))
        findings.append(finding("SR-S023", left[0].start, jaren=words, nieuw=new))
    return Copied(
        after,
        tuple(findings),
        _renamed(blocks_of(root), blocks_of(parse_yaml(after, name)[0].root)),
    )


def _renamed(before: list[Any], after: list[Any]) -> dict[str, str]:
    renamed = {}
    for old, new in zip(map(keys_of, before), map(keys_of, after), strict=True):
        titles = [values.get("titel") for values in (old, new)]
        if (
            "soort" in old
            and "id" not in old
            and all(isinstance(title, ScalarNode) for title in titles)
        ):
            names = [
                f"{old['soort'].value}-{slug(title.value)}" for title in titles if title is not None
            ]
            if names[0] != names[1]:
                renamed[names[0]] = names[1]
    return renamed


def with_names(text: str, name: str, renamed: Mapping[str, str]) -> str:
    """rapport.yaml with the blocks it names (as chapter/block) under the names they have now."""
    source = YamlText(text)
    named = [
        scalar for scalar in scalars(parse_yaml(text, name)[0].root) if scalar.value in renamed
    ]
    return applied(text, [_scalar(source, scalar, renamed[scalar.value]) for scalar in named])


def _report(source: YamlText, values: dict[str, Any], years: YearShift) -> list[Edit]:
    """rapport.yaml: a concept again, dates as many years later, the title and the address of the
    data moved along.
    """
    edits = []
    for key, node in values.items():
        if key in _DATES:
            edits += [
                _scalar(source, one, _later(one.value, years.new - years.old))
                for one in scalars(node)
            ]
        elif key == "status":
            edits.append(_scalar(source, node, "concept"))
        elif key == "titel":
            years.title(node)
        elif key == "opendata" and "adres" in (own := keys_of(node)):
            years.title(own["adres"])
        elif key in ("ondertitel", "kanttekening"):
            years.words(node)
    return edits


def _later(day: str, step: int) -> str:
    """A date some years later; 29 February becomes 28.

    What is no date stays as it is, for the loader to report.
    """
    try:
        then = date.fromisoformat(day)
    except (TypeError, ValueError):
        return str(day)
    leap_day = (then.month, then.day) == (2, 29)
    return then.replace(year=then.year + step, day=28 if leap_day else then.day).isoformat()


def _scalar(source: YamlText, node: Any, text: str) -> Edit:
    start, end = source.at(node.start_mark), source.at(node.end_mark)
    return Edit(start, end, text if end > start else f" {text}")


def _block(source: YamlText, block: Any, years: YearShift) -> list[Edit]:
    values = keys_of(block)
    edits = []
    if "status" in values:
        edits.append(_scalar(source, values["status"], "concept"))
    for key, value in block.value if isinstance(block, MappingNode) else ():
        if key.value == "akkoord":
            edits.append(_without(source, block, key, value))
    left = years.block(block) if "soort" in values else []
    if left and (
        note := _note(
            source, block, f"# Nakijken: noemt nog {join_names([str(year) for year in left])}."
        )
    ):
        edits.append(note)
    return edits


def _without(source: YamlText, block: Any, key: Any, value: Any) -> Edit:
    """A key with its value taken away: its lines, or its part between the braces with one comma."""
    start = source.at(key.start_mark)
    flow = isinstance(value, MappingNode | SequenceNode) and value.flow_style
    last = value if flow else list(scalars(value))[-1]
    end = source.at(last.end_mark)
    if not block.flow_style:
        line = source.starts[key.start_mark.line]
        if source.text[
            line:start
        ].strip():  # the first key of the block shares its line with the dash
            following = source.after(last.end_mark.line)
            return Edit(start, following + key.start_mark.column, "")
        return Edit(line, source.after(last.end_mark.line), "")
    before = source.text[:start].rstrip()
    if before.endswith(","):
        return Edit(len(before) - 1, end, "")
    rest = source.text[end:]
    return Edit(start, end + len(rest) - len(rest.lstrip(", ")), "")


def _note(source: YamlText, block: Any, words: str) -> Edit | None:
    """A comment on the line above the dash of a block; None for blocks within brackets."""
    before = source.text[: source.at(block.start_mark)].rstrip()
    at = source.starts[source.text.count("\n", 0, len(before))]
    indent = source.text[at : len(before) - 1]
    if not before.endswith("-") or indent.strip():
        return None
    return Edit(at, at, f"{indent}{words}{source.end_of_line}")
