"""Other names of columns (`ook_genoemd`): each may belong to one column of a table only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import Column, Finding, Position, Severity
from ..notation import bare_name


def names_of_two(table: str, columns: Mapping[str, Column], places: Mapping[str, Position]) -> Iterator[Finding]:
    """An error (SR-L021) with both places for another name that is also a name of another column; `places` is where other names stand."""
    seen: dict[str, str] = {}
    for name, column in columns.items():
        for other in dict.fromkeys((name, column.title, column.short)):
            seen.setdefault(bare_name(other), name)
    own = dict(seen)
    for name, column in columns.items():
        for other in column.also_named:
            first = seen.setdefault(bare_name(other), name)
            if first == name:
                continue
            there = columns[first].position if bare_name(other) in own else places[first]
            sentence = f"'{other}' hoort al bij kolom {first} van {table} (regel {there.line}); haal hem hier of daar weg."
            yield Finding("SR-L021", Severity.ERROR, sentence, (places[name], there))
