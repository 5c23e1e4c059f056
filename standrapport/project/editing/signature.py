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
    plain_values,
    scalar_text,
)

_BOM = b"\xef\xbb\xbf"


class NotSignable(Exception):
    """The agreement cannot be put in without changing something else.

    The message is a Dutch sentence.
    """


def _keys(agreement: Agreement) -> Mapping[str, object]:
    """The keys of `akkoord:` as they stand in the file."""
    return dict(agreement.given())


def _written(agreement: Agreement) -> str:
    """`{door: A. Jansen, op: 2022-06-10, vingerafdruk: …}`."""
    keys = _keys(agreement).items()
    return "{" + ", ".join(f"{key}: {_scalar(str(value))}" for key, value in keys) + "}"


def _scalar(value: str) -> str:
    """A value as YAML; a day needs no quotes."""
    return value if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) else scalar_text(value)


Signed = list[tuple[Block, Agreement]]
WAITING = "redactie"  # the status of a block on which not every role has agreed


def sign(path: Path, name: str, agreements: Signed, waiting: Collection[str] = ()) -> FileChange:
    """One chapter file (`name` as in messages) with agreements on its blocks; nothing is written.

    `waiting` holds the ids of those on which another role must still agree. Raises NotSignable.
    """
    content = path.read_bytes()
    text = content.decode("utf-8-sig")
    new = signed(text, name, agreements, waiting)
    mark = _BOM if content.startswith(_BOM) else b""
    return FileChange(path, content, mark + new.encode())


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
            meant[at] = (status, [dict(_keys(one)) for one in all_])
        else:
            edits += _edits(source, blocks[at], agreement)
            meant[at] = ("akkoord", dict(_keys(agreement)))
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
    values = keys_of(block)
    edits = []
    old = values.get("status")
    if old is not None:
        edits.append(Edit(lines.at(old.start_mark), lines.at(old.end_mark), status))
    added = [] if old is not None else [f"status: {status}"]
    items = [_written(one) for one in agreements]
    flow = f"[{', '.join(items)}]"
    indent = " " * block.start_mark.column
    on_lines = "".join(f"{lines.end_of_line}{indent}  - {item}" for item in items)
    key = next((key for key, _ in block.value if key.value == "akkoord"), None)
    if key is not None:
        start = lines.at(key.end_mark)
        colon = lines.text.index(":", start) + 1
        end = end_of(lines, values["akkoord"])
        edits.append(Edit(colon, end, f" {flow}" if block.flow_style else on_lines))
    else:
        added.append(f"akkoord: {flow}" if block.flow_style else f"akkoord:{on_lines}")
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
    values = keys_of(block)
    edits = []
    status, old = values.get("status"), values.get("akkoord")
    added = [] if status is not None else ["status: akkoord"]
    if status is not None:
        edits.append(Edit(lines.at(status.start_mark), lines.at(status.end_mark), "akkoord"))
    if isinstance(old, MappingNode) and not old.flow_style:
        given = keys_of(old)
        if set(given) != set(_keys(agreement)):
            raise NotSignable(
                "De sleutel 'akkoord' van dit blok is niet volledig; haal hem weg en geef opnieuw"
                " akkoord."
            )
        edits += [
            Edit(lines.at(given[k].start_mark), lines.at(given[k].end_mark), _scalar(str(v)))
            for k, v in _keys(agreement).items()
        ]
    elif old is not None:
        edits.append(Edit(lines.at(old.start_mark), lines.at(old.end_mark), _written(agreement)))
    else:
        added.append(f"akkoord: {_written(agreement)}")
    if added:
        edits.append(
            _addition(
                lines,
                block,
                [value for value in (status, values.get("titel"), values.get("soort")) if value],
                added,
            )
        )
    return edits


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
    at = lines.after(anchor.end_mark.line)
    indent = " " * block.start_mark.column
    text = "".join(f"{indent}{line}{lines.end_of_line}" for line in added)
    return Edit(
        at,
        at,
        (
            text
            if lines.text[:at].endswith("\n")
            else lines.end_of_line + text.removesuffix(lines.end_of_line)
        ),
    )


def _verify(old: YamlFile, new: YamlFile, meant: Mapping[int, tuple[str, object]]) -> None:
    """Nothing but these agreements differs between the two texts."""
    before, after = plain_values(old.root), plain_values(new.root)
    blocks = [plain_values(node) for node in blocks_of(new.root)]
    for at, (status, agreements) in meant.items():
        given = blocks[at] if at < len(blocks) else {}
        if given.get("status") != status or given.get("akkoord") != agreements:
            raise NotSignable(
                "Het akkoord kan niet worden ingevuld zonder iets anders te veranderen; zet het"
                " blok in de gewone vorm."
            )
    for tree in (before, after):
        for at in meant:
            for key in ("status", "akkoord"):
                tree["blokken"][at].pop(key, None)
    if before != after:
        raise NotSignable(
            "Het akkoord kan niet worden ingevuld zonder iets anders te veranderen; zet het blok in"
            " de gewone vorm."
        )
