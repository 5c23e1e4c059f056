# SPDX-License-Identifier: EUPL-1.2
"""Changes carried out in the source of a text: only the words meant change, all else stays as it is
written; afterwards the source is read again, and must say what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace
from itertools import pairwise
from typing import Literal

from ...core.frozen import dataclass
from ...word.cutting import units_of
from ...word.received import Looks, Sign
from ...word.units import (
    NOTE,
    Atom,
    InlineMark,
    Marks,
    TextUnit,
    WrittenText,
    expressions_in,
    source_of,
)

_MARKS = {"strong": InlineMark("strong", "**", "**"), "em": InlineMark("em", "*", "*")}
_MARKS["code"] = InlineMark("code", "`", "`")
_SPECIAL = re.compile(r"[\\`*\[\]<>]|(?<!\w)_|_(?!\w)|&(?=[#\w]+;)")
_LINE_START = re.compile(r"^(?=[#>+-](?:\s|$))|^(?!(?:19|20)\d\d\b)(\d+)(?=[.)](?:\s|$))")

_NEW_NOTE = (
    "Een voetnoot die in het document is gemaakt, is niet vanzelf over te nemen; zet haar zelf in"
    " de tekst."
)

Kind = Literal["replace", "delete", "insert"]


class NotPlaceable(Exception):
    """A change cannot be carried out; the message is a Dutch sentence."""


@dataclass(frozen=True)
class UnitChange:
    """A unit that becomes other words, goes, or comes after another (-1: before all)."""

    kind: Kind
    unit: int
    atoms: tuple[Atom, ...] = ()
    style: tuple[str, int, bool] = ("p", 0, False)


def atoms_of(words: str, looks: Looks, link: str, near: Marks) -> list[Atom]:
    """Words that came in, as they are to be written; mark-up like that of the words beside them is
    written as there.
    """
    marks = [
        next((one for one in near if one.kind == kind), mark)
        for kind, mark in _MARKS.items()
        if kind in looks
    ]
    if link:
        same = (one for one in near if one.kind == "link" and one.address == link)
        marks.insert(0, next(same, InlineMark("link", "[", f"]({link})", link)))
    plain = "code" in looks
    return [
        Atom(sign, _escaped(sign, words, at) if not plain else sign, tuple(marks))
        for at, sign in enumerate(words)
    ]


def _escaped(sign: str, words: str, at: int) -> str:
    if sign == "\v":
        return "\\\n"
    if sign in "_&":
        return f"\\{sign}" if any(m.start() == at for m in _SPECIAL.finditer(words)) else sign
    return f"\\{sign}" if _SPECIAL.match(sign) else sign


def meanings(marks: Marks) -> frozenset[tuple[str, str]]:
    """What marks say, whatever their order."""
    return frozenset(mark.meaning for mark in marks)


def written(atoms: Sequence[Atom]) -> str:
    """Atoms as Markdown."""
    found, around = "", tuple[InlineMark, ...]()
    for number, atom in enumerate(atoms):
        marks = atom.marks
        if atom.shown == " " and marks and _ends(atoms, number, marks):
            # InlineMark-up ends before a space, or it would not be read as such.
            marks = tuple(one for one in marks if one.kind == "link")
        shared = 0
        while shared < min(len(around), len(marks)) and around[shared] == marks[shared]:
            shared += 1
        found += "".join(mark.closed for mark in reversed(around[shared:]))
        found += "".join(mark.opened for mark in marks[shared:]) + atom.source
        around = marks
    return found + "".join(mark.closed for mark in reversed(around))


def _ends(atoms: Sequence[Atom], at: int, marks: Marks) -> bool:
    """Whether a space stands at the end (or the start) of its mark-up."""
    before = atoms[at - 1].marks if at else ()
    after = atoms[at + 1].marks if at + 1 < len(atoms) else ()
    mine = meanings(marks)
    return not mine <= meanings(before) or not mine <= meanings(after)


def _first_line(words: str) -> str:
    """Words that begin a paragraph and do not look like a list or a heading."""
    return _LINE_START.sub(lambda found: f"{found[1]}\\" if found[1] else "\\", words)


@dataclass
class _Text:
    """A source that is being changed."""

    raw: str
    edits: list[tuple[int, int, str]] = field(default_factory=list)

    def done(self) -> str:
        """The source with every edit; those at one place in the order they were made."""
        text = self.raw
        ordered = sorted(enumerate(self.edits), key=lambda one: (one[1][0], one[1][1], one[0]))
        for _, (start, end, new) in reversed(ordered):
            text = text[:start] + new + text[end:]
        return text


def applied(source: WrittenText, units: Sequence[TextUnit], changes: Sequence[UnitChange]) -> str:
    """The source after changes of its units. Raises NotPlaceable."""
    if not changes:
        return source.raw
    text = _Text(source.raw)
    for one in changes:
        known_notes(one.atoms)
        if one.kind == "replace":
            unit = units[one.unit]
            words = written(_fit(one.atoms, unit))
            bare = words if unit.prefix.strip() else _first_line(words)
            text.edits.append((unit.begin, unit.finish, bare))
        elif one.kind == "delete":
            text.edits.append(_deleted(source.raw, units, one.unit))
        else:
            text.edits.append(_inserted(source.raw, units, one))
    new = text.done()
    if not source.raw.endswith("\n"):
        new = new.rstrip("\n")
    _verify(new, units, changes)
    return new


def known_notes(atoms: Sequence[Atom]) -> None:
    """Raises NotPlaceable when a footnote is among them that no text has."""
    if any(one.source == NOTE for one in atoms):
        raise NotPlaceable(_NEW_NOTE)


def _fit(atoms: Sequence[Atom], unit: TextUnit) -> Sequence[Atom]:
    """Words as they are written where they come: in a cell a line between columns is none."""
    if unit.kind != "cell":
        return atoms
    return [replace(one, source="\\|") if one.source == "|" else one for one in atoms]


def _deleted(raw: str, units: Sequence[TextUnit], number: int) -> tuple[int, int, str]:
    """The lines of a unit, with the blank line that kept it apart."""
    unit = units[number]
    start, end = unit.start, unit.end
    apart = start == 0 or raw[:start].endswith("\n\n")
    if apart and (blank := re.compile(r"[ \t]*\n").match(raw, end)):
        end = blank.end()
    if end >= len(raw):  # the last of the text: the blank line stands above it
        while start and raw[:start].endswith("\n\n"):
            start -= 1
    return start, end, ""


def _inserted(raw: str, units: Sequence[TextUnit], change: UnitChange) -> tuple[int, int, str]:
    """A new unit after another, as a paragraph, an item or a heading."""
    following = units[change.unit + 1] if change.unit + 1 < len(units) else None
    beside = units[change.unit] if change.unit >= 0 else following
    in_list = change.style[0] == "li" and _kind(beside) == "li"
    if change.style[0] == "li" and _kind(following) == "li" and not in_list:
        assert following is not None
        return _before_list(change, following)
    tight = in_list and _tight(raw, units)
    prefix = _prefix(units, beside if in_list else None, change.style)
    words = written(change.atoms)
    indent = " " * (len(prefix) if change.style[0] == "li" else 0)
    body = re.sub(r"\n(?=.)", f"\n{indent}", words if prefix.strip() else _first_line(words))
    if change.unit < 0:
        return 0, 0, f"{prefix}{body}{chr(10) * (1 if tight else 2)}"
    at = _end_after(units, change.unit, change.style[0])
    lead, above, trailing = _room(raw[:at], raw[at:], tight=tight)
    return at, at, f"{lead}{above}{prefix}{body}\n{trailing}"


def _kind(unit: TextUnit | None) -> str:
    return "" if unit is None else unit.kind


def _before_list(change: UnitChange, first: TextUnit) -> tuple[int, int, str]:
    """A new item before the first of a list."""
    body = written(change.atoms)
    if first.ordered:
        raise NotPlaceable("Zet dit punt zelf voor aan de genummerde lijst.")
    indent = " " * len(first.prefix)
    words = re.sub(r"\n(?=.)", f"\n{indent}", body)
    return first.start, first.start, f"{first.prefix}{words}\n"


def _room(head: str, rest: str, *, tight: bool) -> tuple[str, str, str]:
    """The line end and the blank lines around a new unit."""
    lead = "" if head.endswith("\n") or not head else "\n"
    if tight:
        return lead, "", ""
    above = "" if head.endswith("\n\n") else "\n"
    return lead, above, "" if not rest.strip() or rest.startswith("\n") else "\n"


def _prefix(
    units: Sequence[TextUnit], beside: TextUnit | None, style: tuple[str, int, bool]
) -> str:
    """What stands before the words of a new unit; as in the list it comes into, if it does."""
    kind, level, ordered = style
    if beside is not None:
        return _item_prefix(units, beside, level)
    if kind == "li":
        return "1. " if ordered else "- "
    return {"h": f"{'#' * max(1, level)} ", "quote": "> "}.get(kind, "")


def _end_after(units: Sequence[TextUnit], number: int, kind: str) -> int:
    """Where what follows a unit begins: after its item, or for what is no item after its list."""
    unit = units[number]
    if unit.kind == "cell":
        return unit.item_end
    if unit.kind != "li":
        return unit.end
    if kind == "li":
        end = unit.end
        for other in units[number + 1 :]:
            if other.kind != "li" or (other.first and other.level <= unit.level):
                break
            end = other.end
        return end
    end = unit.end
    for other in units[number:]:
        if other.kind != "li":
            break
        end = max(end, other.end)
    return end


def _item_prefix(units: Sequence[TextUnit], beside: TextUnit, level: int) -> str:
    """The dash or number of a new item, as deep as others at that depth."""
    like = next((u for u in units if u.kind == "li" and u.first and u.level == level), None)
    model = beside if beside.level == level and beside.first else like
    if model is None:
        return " " * (2 * (level - 1)) + "- "
    if not model.ordered:
        return model.prefix
    number = re.search(r"\d+", beside.prefix if beside.ordered and beside.first else model.prefix)
    following = str(int(number[0]) + 1) if number else "1"
    return re.sub(r"\d+", following, model.prefix, count=1)


def _tight(raw: str, units: Sequence[TextUnit]) -> bool:
    """Whether the items of a list stand without blank lines between them."""
    items = [unit for unit in units if unit.kind == "li"]
    return all("\n\n" not in raw[a.finish : b.start] for a, b in pairwise(items))


def _verify(new: str, units: Sequence[TextUnit], changes: Sequence[UnitChange]) -> None:
    """The new source says what was meant: every unit that stays as it was, every other as asked."""
    read = source_of(new, [(a, b, new[a:b]) for a, b in expressions_in(new)])
    try:
        found = [(unit.label, _face(unit.style, unit.atoms)) for unit in units_of(read)]
    except ValueError as problem:
        raise NotPlaceable("De opmaak van deze alinea is niet over te nemen.") from problem
    # Notes are counted where their marks stand, so their order may become another.
    if _by_label(found) != _by_label(_meant(units, changes)):
        raise NotPlaceable("Deze wijziging is hier niet vanzelf over te nemen.")


def _by_label(faces: list[tuple[str, object]]) -> list[tuple[str, object]]:
    return sorted(faces, key=lambda one: one[0])


def _meant(units: Sequence[TextUnit], changes: Sequence[UnitChange]) -> list[tuple[str, object]]:
    """What a reader sees of every unit after the changes."""
    replaced = {one.unit: one for one in changes if one.kind == "replace"}
    gone = {one.unit for one in changes if one.kind == "delete"}
    meant: list[tuple[str, object]] = []
    for number in range(-1, len(units)):
        if number >= 0 and number not in gone:
            unit = units[number]
            atoms = replaced[number].atoms if number in replaced else unit.atoms
            meant.append((unit.label, _face(unit.style, atoms)))
        meant += [
            ("", _face(one.style, one.atoms))
            for one in changes
            if one.kind == "insert" and one.unit == number
        ]
    return meant


def _face(style: tuple[str, int, bool], atoms: Sequence[Atom]) -> object:
    """What a reader sees of a unit; an expression by how it is written."""
    kind, level, ordered = style
    seen = [(a.source if a.bound or a.shown == NOTE else a.shown, meanings(a.marks)) for a in atoms]
    seen = [(sign, marks if sign != " " else frozenset()) for sign, marks in seen]
    while seen and seen[-1][0] == " ":
        seen.pop()
    merged: list[tuple[str, frozenset[tuple[str, str]]]] = []
    for sign, marks in seen:
        # Spaces at the end of mark-up stand outside it; several are one.
        if sign == " " and merged and merged[-1][0] == " ":
            continue
        merged.append((sign, marks))
    return (kind, level if kind in ("h", "li") else 0, ordered if kind == "li" else False, merged)


def signs_to_atoms(signs: Sequence[Sign], near: Marks, bold: bool) -> list[Atom]:
    """Signs that came in as atoms; in a place that is bold by itself, bold says nothing."""
    found: list[Atom] = []
    start = 0
    while start < len(signs):
        end = start
        same = (signs[start].looks, signs[start].link)
        while end < len(signs) and (signs[end].looks, signs[end].link) == same:
            end += 1
        looks = same[0] - {"strong"} if bold else same[0]
        words = "".join(sign.sign for sign in signs[start:end])
        found += atoms_of(words, looks, same[1], near)
        start = end
    return found
