# SPDX-License-Identifier: EUPL-1.2
"""A JSON Schema beside a file that follows it: every key of the schema, and every place of the file
with the key it stands under.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]


def leaves_of(schema: Schema, path: str = "") -> Iterator[tuple[str, Schema]]:
    """Every key that holds a plain value: `blokken[tekst].titel`, `tabellen.*.noot`."""
    branches = list(_branches(schema))
    if branches != [schema]:
        for branch in branches:
            yield from leaves_of(branch, path)
        return
    if "allOf" in schema:
        for one in schema["allOf"]:
            yield from leaves_of(one["then"], f"{path}[{_kind(one)}]")
        return
    inner = [(f"{path}.{name}".lstrip("."), s) for name, s in schema.get("properties", {}).items()]
    if isinstance(schema.get("items"), Mapping):
        inner.append((path, schema["items"]))
    if isinstance(schema.get("additionalProperties"), Mapping):
        inner.append((f"{path}.*", schema["additionalProperties"]))
    if not inner and path:
        yield path, schema
    for name, part in inner:
        yield from leaves_of(part, name)


def _branches(schema: Schema) -> Iterator[Schema]:
    if "anyOf" not in schema:
        yield schema
    for branch in schema.get("anyOf", ()):
        yield from _branches(branch)


def _kind(alternative: Schema) -> str:
    return str(alternative["if"]["properties"]["soort"]["const"])


Change = Callable[[str, Schema, Any], Any]


def changed(value: Any, schema: Schema, change: Change, path: str = "") -> Any:
    """The file with every plain value replaced by what `change` makes of it."""
    if isinstance(value, dict):
        of = next(
            (b for b in _branches(schema) if "properties" in b or "additionalProperties" in b), {}
        )
        if "allOf" in of:
            kind = value["soort"]
            of = next(one["then"] for one in of["allOf"] if _kind(one) == kind)
            path = f"{path}[{kind}]"
        known, free = of.get("properties", {}), of.get("additionalProperties") or {}
        return {
            name: (
                changed(part, known[name], change, f"{path}.{name}".lstrip("."))
                if name in known
                else changed(part, free, change, f"{path}.*")
            )
            for name, part in value.items()
        }
    if isinstance(value, list):
        of = next(b for b in _branches(schema) if b.get("type") == "array")
        return [changed(part, of["items"], change, path) for part in value]
    of = next((b for b in _branches(schema) if "properties" not in b and "items" not in b), schema)
    return change(path, of, value)
