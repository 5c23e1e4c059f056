# SPDX-License-Identifier: EUPL-1.2
"""Agreement written into a chapter file: text is put in at a known place, so that every other byte
stays as it was.

Dumping the file anew would wrap long lines and re-indent lists. Afterwards the new text is read
again and compared: when anything but the agreement of the blocks meant would differ, nothing is
written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from ...core.model import Agreement, Block
from ...report.publish import FileChange
from ..reading.yaml_tree import MappingNode, YamlFile, parse_yaml
from .yaml_edits import (
    Edit,
    YamlText,
    applied,
    blocks_of,
    end_of,
    keys_of,
    lines_added,
    plain_values,
    scalar_text,
    text_changed,
)


class NotSignable(Exception):
    """The agreement cannot be put in without changing something else.

    The message is a Dutch sentence.
    """


def _written(agreement: Agreement) -> str:
    """`{door: A. Jansen, op: 2022-06-10, vingerafdruk: …}`."""
    keys = (f"{key}: {_scalar(str(value))}" for key, value in agreement.given())
    return "{" + ", ".join(keys) + "}"


def _scalar(value: str) -> str:
    """A value as YAML; a day needs no quotes."""
    return value if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) else scalar_text(value)


Signed = list[tuple[Block, Agreement]]
WAITING = "redactie"  # the status of a block on which not every role has agreed


def sign(path: Path, name: str, agreements: Signed, waiting: Collection[str] = ()) -> FileChange:
    """One chapter file (`name` as in messages) with agreements on its blocks; nothing is written.

    `waiting` holds the ids of those on which another role must still agree. Raises NotSignable.
    """
    return text_changed(path, lambda text: signed(text, name, agreements, waiting))


def signed(text: str, name: str, agreements: Signed, waiting: Collection[str] = ()) -> str:
    """The text of a chapter file with the agreements in it."""
    file = parse_yaml(text, name)[0]
    blocks, source = blocks_of(file.root), YamlText(text)
    edits: list[Edit] = []
    meant: dict[int, tuple[str, object]] = {}
    for block, agreement in agreements:
        at = _place(file, block)
        if agreement.role:
            status = WAITING if block.id in waiting else "akkoord"
            kept = [one for one in block.agreements if not _same(one, agreement)]
            all_ = [*kept, agreement]
            edits += _listed(source, blocks[at], all_, status)
            meant[at] = (status, [dict(one.given()) for one in all_])
        else:
            edits += _edits(source, blocks[at], agreement)
            meant[at] = ("akkoord", dict(agreement.given()))
    new = applied(text, edits)
    _verify(file, parse_yaml(new, name)[0], meant)
    return new


def _same(one: Agreement, other: Agreement) -> bool:
    """Whether a person agrees anew in the same role, or now with a role."""
    return one.by == other.by and one.role in ("", other.role)


def _listed(
    lines: YamlText, block: Any, agreements: Sequence[Agreement], status: str
) -> list[Edit]:
    """What must change in one block for agreements by role: the status, and the whole list."""
    items = [_written(one) for one in agreements]
    flow = f"[{', '.join(items)}]"
    indent = " " * block.start_mark.column
    on_lines = "".join(f"{lines.end_of_line}{indent}  - {item}" for item in items)
    key = next((key for key, _ in block.value if key.value == "akkoord"), None)
    if key is not None:
        start = lines.at(key.end_mark)
        colon = lines.text.index(":", start) + 1
        end = end_of(lines, keys_of(block)["akkoord"])
        own = [Edit(colon, end, f" {flow}" if block.flow_style else on_lines)]
        return _with_status(lines, block, status, own, [])
    new = f"akkoord: {flow}" if block.flow_style else f"akkoord:{on_lines}"
    return _with_status(lines, block, status, [], [new])


def _with_status(
    lines: YamlText, block: Any, status: str, edits: list[Edit], added: list[str]
) -> list[Edit]:
    """The edits, with the status replaced or added, and the other keys that are `added`."""
    values = keys_of(block)
    old = values.get("status")
    if old is not None:
        edits.append(Edit(lines.at(old.start_mark), lines.at(old.end_mark), status))
    else:
        added.insert(0, f"status: {status}")
    if added:
        anchors = [v for v in (old, values.get("titel"), values.get("soort")) if v]
        edits.append(_addition(lines, block, anchors, added))
    return edits


def _place(file: YamlFile, block: Block) -> int:
    """The number of a block in its chapter, found by where it stands."""
    for number, node in enumerate(blocks_of(file.root)):
        if file.position(node) == block.position:
            return number
    raise NotSignable(
        f"Het blok '{block.id}' staat niet meer op {block.position}; probeer het opnieuw."
    )


def _edits(lines: YamlText, block: Any, agreement: Agreement) -> list[Edit]:
    """What must change in one block: the status replaced or added, the agreement
    replaced or added.
    """
    edits, added = [], []
    old = keys_of(block).get("akkoord")
    if isinstance(old, MappingNode) and not old.flow_style:
        given = keys_of(old)
        if set(given) != {key for key, _ in agreement.given()}:
            raise NotSignable(
                "De sleutel 'akkoord' van dit blok is niet volledig; haal hem weg en geef opnieuw"
                " akkoord."
            )
        edits = [
            Edit(lines.at(given[k].start_mark), lines.at(given[k].end_mark), _scalar(str(v)))
            for k, v in agreement.given()
        ]
    elif old is not None:
        edits.append(Edit(lines.at(old.start_mark), lines.at(old.end_mark), _written(agreement)))
    else:
        added = [f"akkoord: {_written(agreement)}"]
    return _with_status(lines, block, "akkoord", edits, added)


def _addition(lines: YamlText, block: Any, anchors: list[Any], added: list[str]) -> Edit:
    """New keys after the first anchor that stands on one line, as lines of their own or within the
    braces.
    """
    anchor = next(
        (a for a in anchors if a.style not in ("|", ">") and a.start_mark.line == a.end_mark.line),
        None,
    )
    if anchor is None:
        raise NotSignable("In dit blok is geen plaats voor 'akkoord'; zet 'soort' op een regel.")
    if block.flow_style:
        at = lines.at(anchor.end_mark)
        return Edit(at, at, "".join(f", {line}" for line in added))
    indent = " " * block.start_mark.column
    at = lines.after(anchor.end_mark.line)
    return lines_added(lines, at, [f"{indent}{line}" for line in added])


def _verify(old: YamlFile, new: YamlFile, meant: Mapping[int, tuple[str, object]]) -> None:
    """Nothing but these agreements differs between the two texts."""
    before, after = plain_values(old.root), plain_values(new.root)
    blocks = [plain_values(node) for node in blocks_of(new.root)]
    given = [blocks[at] if at < len(blocks) else {} for at in meant]
    signed_ = [(one.get("status"), one.get("akkoord")) for one in given]
    for tree in (before, after):
        for at in meant:
            for key in ("status", "akkoord"):
                tree["blokken"][at].pop(key, None)
    if signed_ != list(meant.values()) or before != after:
        raise NotSignable(
            "Het akkoord kan niet worden ingevuld zonder iets anders te veranderen; zet het blok in"
            " de gewone vorm."
        )
