# SPDX-License-Identifier: EUPL-1.2
"""The list of what must be looked at in a new edition: written when it is begun, and closed item by
item by a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ...checks.statements import LeaningSentence, leaning
from ...checks.text import open_items
from ...core.disk import spool
from ...core.frozen import dataclass
from ...core.model import Edition, ReviewItem
from ...core.notation import join_names
from ...report.publish import FileChange, NotWritable, finish_saving, locked, save
from ..places import UsageProblem
from ..reading import load_edition
from ..reading.notes_on_texts import REVIEW_FILE
from ..reading.yaml_tree import SequenceNode, parse_yaml
from .yaml_edits import Edit, YamlText, applied, entries_added, keys_of, scalar_text, text_changed

_HEAD = """\
# Zinnen uit de editie over {old} die op het jaar leunen. Lees elke zin in zijn blok, herschrijf
# wat niet meer klopt, en sluit het punt met: standrapport nagekeken {new} NUMMER --door NAAM
# (de nummers staan in: standrapport status {new}).
punten:
"""
_SCHEMA = re.compile(r"(# yaml-language-server: \$schema=\S*?)rapport(\.schema\.json)")
_OWN_NOTE = re.compile(r"\s*# Nakijken: noemt nog .*\n?")


def review_text(files: Mapping[str, bytes], new: int, old: int) -> tuple[str, int]:
    """The text of nakijken.yaml for the files of a new edition (names within its folder), and how
    many sentences stand in it; none when rapport.yaml cannot be read.
    """
    with spool() as folder:
        for name, content in files.items():
            if name.endswith(".yaml"):
                path = folder / "content" / str(new) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        edition, _ = load_edition(folder, new)
    found = leaning(edition, old) if edition else []
    schema = _SCHEMA.match(files["rapport.yaml"].decode("utf-8-sig"))
    head = f"{schema[1]}{REVIEW_FILE}{schema[2]}\n" if schema else ""
    return head + _HEAD.format(old=old, new=new) + "".join(map(_entry, found)), len(found)


def _entry(one: LeaningSentence) -> str:
    lines = (("blok", one.place), ("zin", one.sentence), ("waarom", one.why))
    first, *others = (f"{key}: {scalar_text(value, flow=False)}" for key, value in lines)
    return "".join([f"  - {first}\n", *(f"    {line}\n" for line in others)])


def chosen_items(edition: Edition, words: Sequence[str]) -> list[ReviewItem]:
    """The items that words mean: a number of the list, or a block (chapter/id) for all of its own.

    Raises UsageProblem when a word means nothing, or the edition has no list.
    """
    if not edition.review:
        raise UsageProblem(
            f"Er is geen lijst om na te kijken: content/{edition.year}/{REVIEW_FILE}.yaml is er"
            " niet."
        )
    chosen: dict[int, ReviewItem] = {}
    for word in words:
        found = [one for one in edition.review if word in (str(one.number), one.place)]
        if not found:
            blocks = list(dict.fromkeys(one.place for one in open_items(edition)))
            more = f" Open staan punten in {join_names(blocks)}." if blocks else ""
            raise UsageProblem(
                f"'{word}' is geen nummer of blok in content/{edition.year}/{REVIEW_FILE}.yaml."
                f"{more}"
            )
        chosen.update({one.number: one for one in found})
    return [chosen[number] for number in sorted(chosen)]


@dataclass(frozen=True)
class Reviewed:
    """What was closed, and the blocks that lost their comment '# Nakijken' with it."""

    items: tuple[ReviewItem, ...]
    blocks: tuple[str, ...]


def close_items(
    project: Path, edition: Edition, items: Iterable[ReviewItem], by: str, on: str
) -> Reviewed:
    """Write that a person looked at some items on a day (2022-06-10); those that were closed before
    stay as they are.

    Raises UsageProblem when a file cannot be changed.
    """
    wanted = [one for one in items if one.open]
    folder = project / "content" / str(edition.year)
    done = {one.number for one in wanted}
    places = dict.fromkeys(one.place for one in wanted)
    whole = [p for p in places if all(i.number in done for i in open_items(edition, p))]
    try:
        with locked(project):
            finish_saving(project)
            changes: list[FileChange] = []
            if wanted:
                changes.append(_signed(folder / f"{REVIEW_FILE}.yaml", sorted(done), by, on))
            cleared = _cleared(folder, edition, whole, changes)
            save(project, changes)
    except (NotWritable, OSError, UnicodeDecodeError) as problem:
        raise UsageProblem(str(problem)) from problem
    return Reviewed(tuple(wanted), tuple(cleared))


def _signed(path: Path, numbers: Sequence[int], by: str, on: str) -> FileChange:
    """The file with `nagekeken` at these items, everything else as it was."""
    entry = f"nagekeken: {{door: {scalar_text(by)}, op: {on}}}"

    def with_entries(text: str) -> str:
        items = keys_of(parse_yaml(text, path.name)[0].root).get("punten")
        nodes = items.value if isinstance(items, SequenceNode) else []
        own = [nodes[number - 1] for number in numbers]
        source = YamlText(text)
        return applied(text, [entries_added(source, n, len(n.value), [entry]) for n in own])

    return text_changed(path, with_entries)


def _cleared(
    folder: Path, edition: Edition, places: Iterable[str], changes: list[FileChange]
) -> list[str]:
    """The places whose comment '# Nakijken: noemt nog …' was there; `changes` takes it away."""
    edits: dict[Path, list[Edit]] = {}
    cleared = []
    for place in places:
        path = folder / f"{place.partition('/')[0]}.yaml"
        edit = _without_note(path, edition, place)
        if edit is not None:
            edits.setdefault(path, []).append(edit)
            cleared.append(place)
    for path, own in edits.items():
        content = path.read_bytes()
        changes.append(FileChange(path, content, applied(content.decode(), own).encode()))
    return cleared


def _without_note(path: Path, edition: Edition, place: str) -> Edit | None:
    """The comment above a block, as what goes; None where there is none."""
    chapter, _, name = place.partition("/")
    block = next(
        (b for c in edition.chapters if c.name == chapter for b in c.blocks if b.id == name), None
    )
    if block is None or block.position.line is None:
        return None
    text = path.read_bytes().decode("utf-8")
    source = YamlText(text)
    line = block.position.line - 2  # the one above the dash, counted from 0
    if line < 0 or not _OWN_NOTE.fullmatch(text, source.starts[line], source.after(line)):
        return None
    return Edit(source.starts[line], source.after(line), "")


__all__ = ["Reviewed", "chosen_items", "close_items", "review_text"]
