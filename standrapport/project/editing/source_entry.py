# SPDX-License-Identifier: EUPL-1.2
"""Which source a figure has, entered in the text of indicatoren.yaml: every other byte, and every
other source, stays as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from ...core.frozen import dataclass
from ...core.model import Column, Table
from ..reading.tables import tables_of
from ..reading.yaml_tree import MappingNode, ScalarNode, YamlFile, parse_yaml
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
)

_MARK = "\ufeff"
Cells = Collection[tuple[str, int]]


class SourceNotEntered(Exception):
    """The source cannot be entered without changing something else.

    The message is a Dutch sentence.
    """


@dataclass(frozen=True)
class _Change:
    """A table or column (by its keys in the file) of which the source becomes another one for some
    years; `had` are those it has now.
    """

    path: tuple[str, ...]
    years: tuple[int, ...]
    had: Mapping[int | None, str]


def with_source(text: str, name: str, source: str, cells: Cells, title: str | None = None) -> str:
    """The text of the catalogue file `name` in which `source` (an id in `bronnen`) is the source of
    every (column, year) of `cells`.

    With `title` the source is added to `bronnen`, unless it is there. Raises SourceNotEntered, and
    ValueError for an unknown column.
    """
    bare = text.removeprefix(_MARK)
    file, findings = parse_yaml(bare, name)
    if findings:
        raise SourceNotEntered(f"{findings[0].locations[0]}: {findings[0].message}")
    tables = tables_of(file)
    inherited, own = _changes(file, tables, source, cells)
    new = _changed(bare, name, source, own)
    new = _changed(
        new, name, source, inherited
    )  # a text of its own: both may add a line in the same place
    if title is not None:
        new = _listed(new, name, source, title)
    _verify(file, _again(new, name, source), source, cells, title)
    return text[: len(text) - len(bare)] + new


def _again(text: str, name: str, source: str) -> YamlFile:
    """A text after a change."""
    file, findings = parse_yaml(text, name)
    if findings:
        raise _unsafe(name, source)
    return file


def _unsafe(name: str, source: str) -> SourceNotEntered:
    sentence = (
        f"Bron '{source}' kan niet in {name} worden gezet zonder iets anders te veranderen; zet hem"
        " er zelf in, met 'bron:'."
    )
    return SourceNotEntered(sentence)


def _changes(
    file: YamlFile, tables: Mapping[str, Table], source: str, cells: Cells
) -> tuple[list[_Change], list[_Change]]:
    """The changes of what tables pass on to their columns, and those of columns."""
    years_of: dict[str, list[int]] = {}
    for ref, year in sorted(set(cells)):
        if _column(tables, ref).source(year) != source:
            years_of.setdefault(ref, []).append(year)
    nodes = keys_of(keys_of(file.root).get("tabellen"))
    inherited, own = [], []
    for name, table in tables.items():
        columns = keys_of(keys_of(nodes[name]).get("kolommen"))
        wanted = {column: years_of.get(f"{name}.{column}", []) for column in table.columns}
        heirs = [column for column in table.columns if "bron" not in keys_of(columns[column])]
        shared = set.intersection(*(set(wanted[column]) for column in heirs)) if heirs else set()
        apart = _apart(wanted, heirs, shared)
        for one in apart:
            path = ("tabellen", name, "kolommen", one)
            own.append(_Change(path, tuple(wanted[one]), table.columns[one].sources))
        if shared and set(heirs) - set(apart):
            had = table.columns[heirs[0]].sources
            inherited.append(_Change(("tabellen", name), tuple(sorted(shared)), had))
    return inherited, own


def _apart(wanted: Mapping[str, list[int]], heirs: list[str], shared: set[int]) -> list[str]:
    """The columns that change otherwise than what their table passes on."""
    return [
        column
        for column, years in wanted.items()
        if years and (column not in heirs or set(years) - shared)
    ]


def _column(tables: Mapping[str, Table], ref: str) -> Column:
    name, _, column = ref.partition(".")
    if name not in tables or column not in tables[name].columns:
        raise ValueError(f"{ref} is no column of the catalogue")
    return tables[name].columns[column]


def _changed(text: str, name: str, source: str, changes: Iterable[_Change]) -> str:
    lines, root = YamlText(text), _again(text, name, source).root
    edits = []
    for change in changes:
        node: Any = root
        for key in change.path:
            node = keys_of(node)[key]
        edits += _edits(lines, node, source, change)
    return applied(text, edits)


def _edits(lines: YamlText, holder: Any, source: str, change: _Change) -> list[Edit]:
    """The changes in the keys of one table or column."""
    given = keys_of(holder).get("bron")
    whole = _mapping({**change.had, **dict.fromkeys(change.years, source)})
    if given is None:
        keys = [key.value for key, _ in holder.value]
        at = (
            keys.index("kolommen")
            if len(change.path) == 2 and "kolommen" in keys[1:]
            else len(keys)
        )
        return [entries_added(lines, holder, at, [f"bron: {whole}"])]
    if not isinstance(given, MappingNode) or not given.value:
        return [_replaced(lines, given, whole, source)]
    written = scalar_text(source)
    there = keys_of(given)
    edits = [
        _replaced(lines, there[str(year)], written, source)
        for year in change.years
        if str(year) in there
    ]
    added: dict[int, list[str]] = {}
    for year in change.years:
        if str(year) not in there:
            added.setdefault(_place(given, year), []).append(f"{year}: {written}")
    return edits + [entries_added(lines, given, at, entries) for at, entries in added.items()]


def _place(mapping: Any, year: int) -> int:
    """Where among the years of a mapping a new one comes: in order, and before 'anders' when that
    is last.
    """
    years = [
        (at, int(key.value)) for at, (key, _) in enumerate(mapping.value) if key.value.isdecimal()
    ]
    earlier = [at for at, one in years if one < year]
    if earlier:
        return max(earlier) + 1
    return min((at for at, _ in years), default=0)


def _mapping(sources: Mapping[int | None, str]) -> str:
    """`{2021: editie-2021, anders: website-2023}`: years in order, then the source of
    all others.
    """
    years = sorted((year, one) for year, one in sources.items() if year is not None)
    named = [
        *((str(year), one) for year, one in years),
        *([("anders", sources[None])] if None in sources else []),
    ]
    return "{" + ", ".join(f"{year}: {scalar_text(one)}" for year, one in named) + "}"


def _replaced(lines: YamlText, node: Any, text: str, source: str) -> Edit:
    """Another value in the place of a node; a value that was left empty gets a space before it."""
    start, end = lines.at(node.start_mark), end_of(lines, node)
    if (isinstance(node, ScalarNode) and node.style in ("|", ">")) or not isinstance(
        node, ScalarNode | MappingNode
    ):
        raise SourceNotEntered(
            f"Bron '{source}' kan niet op regel {node.start_mark.line + 1} staan; zet daar eerst"
            f" 'bron: {source}'."
        )
    return Edit(start, end, text if end > start else f" {text}")


def _listed(text: str, name: str, source: str, title: str) -> str:
    """The source as the last one of `bronnen`, which is made when it is not there."""
    lines = YamlText(text)
    root: Any = _again(text, name, source).root
    there: Any = keys_of(root).get("bronnen")
    if source in keys_of(there):
        if _title(there, source) != title:
            raise SourceNotEntered(
                f"De bron '{source}' staat al in 'bronnen', met een andere titel; kies een andere"
                " naam of die titel."
            )
        return text
    within = f"{scalar_text(source)}: {{titel: {scalar_text(title)}}}"
    apart = f"{scalar_text(source, flow=False)}:\n  titel: {scalar_text(title, flow=False)}"
    if isinstance(there, MappingNode) and there.value:
        edit = entries_added(
            lines, there, len(there.value), [within if there.flow_style else apart]
        )
    elif there is None:
        deeper = apart.replace("\n", "\n  ")
        edit = entries_added(
            lines,
            root,
            len(keys_of(root)),
            [f"bronnen: {{{within}}}" if root.flow_style else f"bronnen:\n  {deeper}"],
        )
    elif there.start_mark.index == there.end_mark.index and not root.flow_style:
        indent = " " * (root.value[0][0].start_mark.column + 2)
        edit = lines_added(
            lines,
            lines.next_line(lines.at(there.start_mark)),
            [indent + line for line in apart.split("\n")],
        )
    else:
        edit = _replaced(lines, there, f"{{{within}}}", source)
    return applied(text, [edit])


def _title(listed: Any, source: str) -> str | None:
    title = keys_of(keys_of(listed).get(source)).get("titel")
    return title.value if isinstance(title, ScalarNode) else None


def _verify(old: YamlFile, new: YamlFile, source: str, cells: Cells, title: str | None) -> None:
    """Nothing but these sources differs between the two files."""
    before, after = _columns(old), _columns(new)
    same = list(before) == list(after) and all(
        _as_asked(had, after[ref], source, cells) for ref, had in before.items()
    )
    trees = [_without_sources(file, source if title is not None else None) for file in (old, new)]
    listed = title is None or _title(keys_of(new.root).get("bronnen"), source) == title
    if not same or not listed or trees[0] != trees[1]:
        raise _unsafe(old.name, source)


def _columns(file: YamlFile) -> dict[tuple[str, str], Column]:
    """Every column of a catalogue by its table and name, in the order of the file."""
    tables = tables_of(file).items()
    return {(name, key): column for name, table in tables for key, column in table.columns.items()}


def _as_asked(had: Column, has: Column, source: str, cells: Cells) -> bool:
    """Whether a column has the new source for the years asked for, and else what it had."""
    if had.sources.get(None, "") != has.sources.get(None, ""):
        return False
    years = {*had.sources, *has.sources, *(year for ref, year in cells if ref == had.ref)}
    return all(
        has.source(year) == (source if (had.ref, year) in cells else had.source(year))
        for year in years
        if year
    )


def _without_sources(file: YamlFile, listed: str | None) -> Any:
    """A file as texts, lists and dicts, without the sources of tables and columns, and without the
    one that was added to `bronnen`.
    """
    tree: Any = plain_values(file.root)
    for name, table in tables_of(file).items():
        for holder in (
            tree["tabellen"][name],
            *(tree["tabellen"][name]["kolommen"][column] for column in table.columns),
        ):
            holder.pop("bron", None)
    if listed is not None:
        tree["bronnen"] = {
            name: one for name, one in (tree.get("bronnen") or {}).items() if name != listed
        }
    return tree
