# SPDX-License-Identifier: EUPL-1.2
"""A reading that a person confirms, written into its block under `leest:`; every other byte of the
file stays as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...checks.statements import Uitspraak, confirm, written
from ...core.model import Block, ConfirmedReading, Day, FigureKey
from ...pipeline.checked import Checked
from ...report.publish import NotWritable, replace_file
from ..places import UsageProblem
from ..reading.yaml_tree import SequenceNode, parse_yaml
from .yaml_edits import (
    Edit,
    YamlText,
    applied,
    blocks_of,
    end_of,
    entries_added,
    keys_of,
    lines_added,
    plain_values,
    scalar_text,
    text_changed,
)


def confirm_reading(
    checked: Checked,
    statements: Sequence[Uitspraak],
    words: str,
    meant: str | None,
    by: str,
    on: str,
) -> ConfirmedReading:
    """Write that `words` among some statements of one block are meant as `meant` (None: as they
    were read); the reading that was written.

    Raises UsageProblem when the words mean no statement or several, when what is said is not what
    stands there, or when the file cannot be changed.
    """
    found = [one for one in statements if " ".join(words.split()) in (one.words, written(one))]
    if not found:
        raise UsageProblem(f"'{words}' is in dit blok niet gelezen; zie standrapport lees.")
    if len({(one.source, one.start) for one in found}) > 1:
        places = ", ".join(str(one.source.place(one.start)) for one in found)
        raise UsageProblem(
            f"'{words}' staat meer dan eens in dit blok ({places}); zet er een in een ander blok,"
            " of noem het cijfer met {{ … }}."
        )
    one = found[0]
    as_read = " ".join((meant or _as_read(one, checked.year)).split())
    print_ = confirm(checked.year, checked.catalogue, checked.figures, one, as_read)
    if print_ is None:
        raise UsageProblem(
            f"'{words}' is niet wat {as_read} zegt; een lezing maakt een getal niet goed. Verbeter"
            " de tekst, of noem met --als het cijfer dat bedoeld is."
        )
    reading = ConfirmedReading(
        words=written(one), meant=as_read, by=by, on=Day(on), fingerprint=print_
    )
    _write(checked, one, reading)
    return reading


def _as_read(one: Uitspraak, year: int) -> str:
    """The expression of what a statement was read as."""
    raw = written(one)
    if raw.startswith("{{"):
        return raw[2:-2]
    if len(one.about) != 1 or isinstance(one.says, str):
        raise UsageProblem(
            f"Zeg met --als wat '{raw}' betekent: een cijfer zoals instroom.totaal, of bij woorden"
            " een vergelijking zoals instroom.totaal < instroom.totaal[-1]."
        )
    return _reference(one.about[0], year)


def _reference(name: FigureKey, year: int) -> str:
    key = f'"{name.key}"' if name.key is not None else ""
    inside = ", ".join(filter(None, (key, "" if name.year == year else str(name.year))))
    return f"{name.ref}[{inside}]" if inside else name.ref


def _write(checked: Checked, one: Uitspraak, reading: ConfirmedReading) -> None:
    """Put a reading in the block of its statement."""
    chapters = checked.edition.chapters if checked.edition else ()
    block = next(
        b for c in chapters if c.name == one.chapter for b in c.blocks if b.id == one.block
    )
    name = f"content/{checked.year}/{one.chapter}.yaml"
    path = checked.project / name

    def with_reading(text: str) -> str:
        file = parse_yaml(text, name)[0]
        at, node = next(
            (at, node)
            for at, node in enumerate(blocks_of(file.root))
            if file.position(node) == block.position
        )
        new = applied(text, [_edit(YamlText(text), node, reading)])
        _verify(file.root, parse_yaml(new, name)[0].root, at, block, reading)
        return new

    changed = text_changed(path, with_reading)
    try:
        replace_file(path, changed.after)
    except NotWritable as problem:
        raise UsageProblem(str(problem)) from problem


def _edit(source: YamlText, block: Any, reading: ConfirmedReading) -> Edit:
    """Where a reading comes to stand: after the others of its block, else after its first keys."""
    keys = ", ".join(
        f"{key}: {value if key == 'op' else scalar_text(str(value))}"
        for key, value in reading.given()
    )
    entry = f"{{{keys}}}"
    old = keys_of(block).get("leest")
    if isinstance(old, SequenceNode) and old.value:
        last = end_of(source, old.value[-1])
        if old.flow_style:
            return Edit(last, last, f", {entry}")
        indent = " " * (old.start_mark.column)
        return lines_added(source, source.next_line(last), [f"{indent}- {entry}"])
    if old is not None:
        raise UsageProblem(
            "Zet de lezingen onder 'leest' in de gewone vorm, elk achter een streep."
        )
    names = [key.value for key, _ in block.value]
    at = 1 + max(names.index(name) for name in ("soort", "titel", "status") if name in names)
    whole = f"leest: [{entry}]" if block.flow_style else f"leest:\n  - {entry}"
    return entries_added(source, block, at, [whole])


def _verify(old: Any, new: Any, at: int, block: Block, reading: ConfirmedReading) -> None:
    """Nothing but this reading differs between the two texts."""
    before, after = plain_values(old), plain_values(new)
    given = after["blokken"][at].pop("leest", [])
    before["blokken"][at].pop("leest", None)
    last = given[-1] if isinstance(given, list) and given else {}
    if before != after or last != {key: str(value) for key, value in reading.given()}:
        raise UsageProblem(
            f"De lezing kan niet in '{block.id}' worden gezet zonder iets anders te veranderen; zet"
            " het blok in de gewone vorm."
        )
