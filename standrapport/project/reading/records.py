# SPDX-License-Identifier: EUPL-1.2
"""Lists, mappings and records of a YAML file: unknown keys (with the allowed ones and the nearest),
missing and double keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from ...core.formula import nearest
from ...core.frozen import dataclass
from ...core.model import Finding, Position
from ...core.notation import join_names
from ...messages import found
from .schema import WRONG, Form, Reader, Word
from .yaml_tree import MappingNode, Node, ScalarNode, SequenceNode, YamlFile, read_yaml


@dataclass(frozen=True)
class ListOf(Form):
    """A list of one kind of value; with `single` one value may stand without a dash."""

    item: Form = field(default_factory=Word)
    expected: str = field(default="een lijst", kw_only=True)
    single: bool = False

    def read(self, node: Node, reader: Reader) -> Any:
        """A tuple of the values that could be read."""
        if self.single and _stands_alone(node, self.item):
            node_values: Iterable[Node] = [node]
        elif isinstance(node, SequenceNode):
            node_values = node.value
        else:
            return self.refuse(node, reader)
        values = [self.item.read(part, reader) for part in node_values]
        return tuple(value for value in values if value is not WRONG)

    def describe(self) -> dict[str, Any]:
        """An array."""
        array = {"type": "array", "items": self.item.describe()}
        return {"anyOf": [array, self.item.describe()]} if self.single else array


WORDS = ListOf(Word(), single=True)


def _stands_alone(node: Node, item: Form) -> bool:
    """Whether one value stands where a list may: a word, or the keys of one group."""
    if isinstance(node, ScalarNode):
        return bool(node.value)
    return isinstance(node, MappingNode) and hasattr(item, "record")


def pairs(node: MappingNode, reader: Reader) -> list[tuple[ScalarNode, Node]]:
    """Key and value nodes of a mapping.

    A key that stands twice is reported and its second value left out.
    """
    seen: dict[str, ScalarNode] = {}
    found = []
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            reader.problem("SR-L004", key, which="sleutel")
        elif key.value in seen:
            first = reader.file.position(seen[key.value]).line
            reader.problem("SR-L016", key, {"sleutel": key.value, "eerst": first})
        else:
            seen[key.value] = key
            if reader.fits(key):
                found.append((key, value))
    return found


@dataclass(frozen=True)
class MapOf(Form):
    """A mapping with free names and one kind of value.

    A record in it has the position of its name.
    """

    item: Form = field(default_factory=Word)
    expected: str = field(default="een groep sleutels met waarden", kw_only=True)

    def read(self, node: Node, reader: Reader) -> Any:
        """Dict of name to value."""
        if not isinstance(node, MappingNode):
            return self.refuse(node, reader)
        values = {}
        for key, value in pairs(node, reader):
            read = self.item.read(value, reader)
            if read is not WRONG:
                values[key.value] = (
                    Values(read.values_by_name, read.places, reader.file.position(key))
                    if isinstance(read, Values)
                    else read
                )
        return values

    def describe(self) -> dict[str, Any]:
        """An object with free names."""
        return {"type": "object", "additionalProperties": self.item.describe()}


@dataclass(frozen=True)
class OneOf(Form):
    """Either of two kinds: a mapping is read by `mapping`, everything else by `plain`."""

    plain: Form = field(default_factory=Word)
    mapping: Form = field(default_factory=MapOf)

    def read(self, node: Node, reader: Reader) -> Any:
        """The value of whichever form fits the node."""
        return (self.mapping if isinstance(node, MappingNode) else self.plain).read(node, reader)

    def describe(self) -> dict[str, Any]:
        """Either of the two."""
        return {"anyOf": [self.plain.describe(), self.mapping.describe()]}


@dataclass(frozen=True)
class Key:
    """One key of a record: what it means (shown by editors), its form, and whether it must be
    there.
    """

    meaning: str
    form: Form = field(default_factory=Word)
    required: bool = False


def needed(meaning: str, form: Form | None = None) -> Key:
    """A key that must be there."""
    return Key(meaning, form or Word(), required=True)


@dataclass(frozen=True)
class Values(Mapping[str, Any]):
    """The values of a record: read like a dict; `place` gives where a key's value stands."""

    values_by_name: Mapping[str, Any]
    places: Mapping[str, Position]
    position: Position

    def __getitem__(self, name: str) -> Any:
        return self.values_by_name[name]

    def __iter__(self) -> Any:
        return iter(self.values_by_name)

    def __len__(self) -> int:
        return len(self.values_by_name)

    def __contains__(self, name: object) -> bool:
        return name in self.values_by_name

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a key, or what is given for one that is absent."""
        return self.values_by_name.get(name, default)

    def place(self, name: str) -> Position:
        """The position of a key's value, or of the record when the key is absent."""
        return self.places.get(name, self.position)


@dataclass(frozen=True)
class Record(Form):
    """A mapping with known keys."""

    keys: Mapping[str, Key] = field(default_factory=dict)
    expected: str = field(default="een groep sleutels met waarden", kw_only=True)
    name: str = ""

    def read(self, node: Node, reader: Reader) -> Any:
        """`Values` with every key that could be read."""
        if not isinstance(node, MappingNode):
            return self.refuse(node, reader)
        values: dict[str, Any] = {}
        places: dict[str, Position] = {}
        given = pairs(node, reader)
        meant: set[str] = set()
        for key, value in given:
            known = self.keys.get(key.value)
            if known is None:
                meant.update(self._unknown(key, value, reader))
                continue
            places[key.value] = reader.file.position(value)
            read = known.form.read(value, reader)
            if read is not WRONG:
                values[key.value] = read
        # A misspelt key is reported once: not also as the one that is missing.
        names = {key.value for key, _ in given} | meant
        missing = [
            f"'{name}'" for name, key in self.keys.items() if key.required and name not in names
        ]
        if missing:
            where = f" in {self.name}" if self.name else ""
            said = {"sleutels": join_names(missing), "waar": where}
            reader.problem("SR-L003", node, said, "" if len(missing) == 1 else "meer")
        return Values(values, places, reader.file.position(node))

    def _unknown(self, key: ScalarNode, value: Node, reader: Reader) -> list[str]:
        """Report a key that does not exist; returns the one that was probably meant."""
        close = nearest(key.value, list(self.keys))[:1]
        hint = f" Bedoelt u '{close[0]}'?" if close else ""
        if (
            not close
            and isinstance(value, ScalarNode)
            and value.start_mark.index == key.end_mark.index
        ):
            hint = (
                " Hoort dit bij de tekst ervoor? Zet tekst met een komma tussen { } tussen"
                " aanhalingstekens."
            )
        where = f" in {self.name}" if self.name else " hier"
        said = {"sleutel": key.value, "waar": where, "hint": hint, "mag": ", ".join(self.keys)}
        reader.problem("SR-L002", key, said)
        return close

    def describe(self) -> dict[str, Any]:
        """An object with exactly these properties."""
        properties = {
            name: {**key.form.describe(), **({"description": key.meaning} if key.meaning else {})}
            for name, key in self.keys.items()
        }
        required = [name for name, key in self.keys.items() if key.required]
        return {
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }


@dataclass(frozen=True)
class ByKind(Form):
    """Keys that differ by the value of one key (`soort`): the kinds, each with its form."""

    tag: str = "soort"
    kinds: Mapping[str, Form] = field(default_factory=dict)
    expected: str = field(default="een blok", kw_only=True)

    def read(self, node: Node, reader: Reader) -> Any:
        """What the form of the kind that is named reads."""
        if not isinstance(node, MappingNode):
            return self.refuse(node, reader)
        named = next(
            (
                value
                for key, value in node.value
                if isinstance(key, ScalarNode) and key.value == self.tag
            ),
            None,
        )
        if named is None:
            said = {"sleutel": self.tag, "keuzes": ", ".join(self.kinds)}
            return reader.problem("SR-L003", node, said, "keuze")
        kind = named.value if isinstance(named, ScalarNode) else ""
        record = self.kinds.get(kind)
        if record is None:
            close = nearest(kind, list(self.kinds))
            hint = f" Bedoelt u '{close[0]}'?" if close else ""
            said = {"soort": kind, "hint": hint, "soorten": ", ".join(self.kinds)}
            return reader.problem("SR-L018", named, said)
        return record.read(node, reader)

    def describe(self) -> dict[str, Any]:
        """The record that the tag names: an editor then speaks of the keys of that kind only."""
        named = {
            "type": "object",
            "required": [self.tag],
            "properties": {self.tag: {"enum": list(self.kinds)}},
        }
        return named | {
            "allOf": [
                {
                    "if": {"properties": {self.tag: {"const": kind}}, "required": [self.tag]},
                    "then": record.describe(),
                }
                for kind, record in self.kinds.items()
            ]
        }


def read_root(form: Form, file: YamlFile, findings: list[Finding], year: int = 0) -> Any:
    """Read a whole file by its form; an empty file is reported as SR-L017.

    Shifts of years count from `year`. Returns WRONG when nothing could be read.
    """
    if file.root is None:
        if not findings:
            findings.append(found("SR-L017", Position(file.name), which="leeg"))
        return WRONG
    reader = Reader(file, year)
    value = form.read(file.root, reader)
    findings.extend(reader.findings)
    return value


def read_optional(
    project: Path, name: str, form: Form, key: str = ""
) -> tuple[tuple[Values, ...], list[Finding]]:
    """The records of a list, or of the list under a key, in a file that need not be there."""
    if not (project / name).is_file():
        return (), []
    file, findings = read_yaml(project / name, name)
    root = read_root(form, file, findings)
    several = (root.get(key, ()) if isinstance(root, Values) else ()) if key else root
    several = several if isinstance(several, tuple) else ()
    return tuple(one for one in several if isinstance(one, Values)), findings
