# SPDX-License-Identifier: EUPL-1.2
"""A class that declares its keys (core/model/block.py) as a form: what reads it, lists its keys in
messages and describes it to editors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal, get_args, get_origin

from ...core.frozen import dataclass
from ...core.model import (
    Day,
    FigureName,
    KeyField,
    Part,
    Position,
    SourcePlace,
    Text,
    WebPage,
    Year,
    key_fields,
)
from .records import Key, ListOf, MapOf, OneOf, Record, Values, needed
from .schema import WRONG, DayForm, Form, Prose, Reader, WebAddress, Whole, Word
from .yaml_tree import MappingNode, Node, ScalarNode
from .years import Years


@dataclass(frozen=True)
class FigureNames(ListOf):
    """Names of figures; one may stand without a dash."""

    item: Form = field(default_factory=lambda: Prose(expected="een cijfernaam"))
    single: bool = True

    def read(self, node: Node, reader: Reader) -> Any:
        """A tuple of `FigureName`."""
        found = super().read(node, reader)
        if not isinstance(found, tuple):
            return found
        return tuple(FigureName(t.raw, t.position, t.indent, t.folded) for t in found)


@dataclass(frozen=True)
class ClassForm(Form):
    """Reads a group of keys to an object of the class that declares them.

    `kind` is the value of `soort`, for the blocks of a chapter.
    """

    made: type[Part] = Part
    kind: str = ""

    def read(self, node: Node, reader: Reader) -> Any:
        """The object; what is required and was not given is empty in it (and was reported)."""
        values = self.record.read(node, reader)
        if not isinstance(values, Values):
            return values
        known = key_fields(self.made)
        arguments: dict[str, Any] = {
            one.attribute: values[name] if name in values else _empty(one, values.position)
            for name, one in known.items()
            if name in values or one.required
        }
        places = {name: place for name, place in values.places.items() if name in values}
        return self.made(position=values.position, places=places, **arguments)

    def describe(self) -> dict[str, Any]:
        """An object with exactly these properties."""
        return self.record.describe()

    @property
    def record(self) -> Record:
        """The keys as a record."""
        known = _RECORDS.get((self.made, self.kind))
        if known is None:
            known = _RECORDS[self.made, self.kind] = _record(self.made, self.kind)
        return known


_RECORDS: dict[tuple[type, str], Record] = {}  # made once for all groups in all files


def _record(made: type[Part], kind: str) -> Record:
    own = {
        name: Key(one.key.meaning, _form(one.type), one.required)
        for name, one in key_fields(made).items()
    }
    if not kind:
        return Record(own, name=made.called)
    what = needed("Wat voor blok dit is.", Word(choices=(kind,)))
    return Record({"soort": what, **own}, name=f"een blok {kind}")


@dataclass(frozen=True)
class SourcePlaceForm(Form):
    """A source with a place: one text ('jaarplan, hoofdstuk 6') or a group of keys."""

    expected: str = field(default="een bron met plaats", kw_only=True)

    def read(self, node: Node, reader: Reader) -> Any:
        """A `SourcePlace`."""
        said = self._either.read(node, reader)
        if not isinstance(said, str):
            return said
        return SourcePlace(source=said, position=reader.file.position(node))

    def describe(self) -> dict[str, Any]:
        """A text or a group of keys."""
        return self._either.describe()

    @property
    def _either(self) -> OneOf:
        return OneOf(Word(expected=self.expected), ClassForm(made=SourcePlace))


@dataclass(frozen=True)
class SourcePlaces(ListOf):
    """Sources with their places; one may stand without a dash."""

    item: Form = field(default_factory=SourcePlaceForm)

    def read(self, node: Node, reader: Reader) -> Any:
        """A tuple of `SourcePlace`."""
        if isinstance(node, MappingNode | ScalarNode):
            one = self.item.read(node, reader)
            return one if one is WRONG else (one,)
        return super().read(node, reader)

    def describe(self) -> dict[str, Any]:
        """One, or an array of them."""
        return {"anyOf": [super().describe(), *self.item.describe()["anyOf"]]}


def _form(type_: Any) -> Form:
    """The form of the values of a type."""
    if type_ in _SIMPLE:
        return _SIMPLE[type_]
    parts = get_args(type_)
    if get_origin(type_) is Literal:
        return Word(choices=parts)
    if get_origin(type_) is Mapping:
        return MapOf(_form(parts[1]))
    if get_origin(type_) is tuple:
        if parts[0] is FigureName:
            return FigureNames()
        if parts[0] is Year:
            return Years()
        if parts[0] is SourcePlace:
            return SourcePlaces()
        alone = isinstance(parts[0], type) and issubclass(parts[0], Part) and parts[0].alone
        return ListOf(_form(parts[0]), single=alone or parts[0] in _SIMPLE)
    if isinstance(type_, type) and issubclass(type_, Part):
        return ClassForm(made=type_)
    raise TypeError(f"no form for a key of type {type_}")


_SIMPLE: Mapping[Any, Form] = {
    Text: Prose(),
    str: Word(),
    int: Whole(low=1, high=10_000),
    Day: DayForm(),
    WebPage: WebAddress(),
}


def _empty(one: KeyField, position: Position) -> Any:
    """What stands in for a value that had to be there."""
    if get_origin(one.type) is Literal:
        return get_args(one.type)[0]
    if get_origin(one.type) is Mapping:
        return {}
    if get_origin(one.type) is tuple:
        return ()
    return Text("", position) if one.type is Text else 0 if one.type is int else ""
