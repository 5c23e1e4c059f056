# SPDX-License-Identifier: EUPL-1.2
"""Giving agreement: which blocks are meant, whether they may be agreed on, and the files that
change.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from ...checks.text import open_items, standings_of
from ...core.formula import nearest
from ...core.frozen import dataclass
from ...core.model import (
    Agreement,
    BlockStanding,
    Day,
    Edition,
    Finding,
    Severity,
    Standing,
    Verdict,
)
from ...core.notation import join_names
from ...messages.sheets import Waiting
from ...pipeline.checked import Checked
from ...report.publish import FileChange, NotWritable, finish_saving, locked, save
from ..places import UsageProblem
from .signature import NotSignable, sign

_ABOUT_AGREEMENT = ("SR-S020", "SR-S021")


@dataclass(frozen=True)
class Agreed:
    """What became of it: blocks that were agreed on, the errors that stand in the way of others
    (nothing written then), and blocks passed over because somebody must look at them first.
    """

    blocks: tuple[BlockStanding, ...]
    findings: tuple[Finding, ...]
    waiting: tuple[BlockStanding, ...] = ()


def standings(checked: Checked) -> list[BlockStanding]:
    """Where every block of a checked edition stands.

    Raises UsageProblem when rapport.yaml cannot be read.
    """
    if checked.edition is None:
        raise UsageProblem(
            f"content/{checked.year}/rapport.yaml is niet te lezen; zie standrapport check"
            f" {checked.year}."
        )
    return standings_of(checked.edition, checked.catalogue, checked.figures, checked.texts)


def waiting_for(checked: Checked) -> Waiting:
    """What keeps a checked edition from being definitive, besides agreement."""
    edition = checked.edition
    flipped = [
        one
        for one in checked.outcomes
        if (one.rule.origin, one.year) == ("claim", checked.year)
        and one.verdict is Verdict.VIOLATED
    ]
    if edition is None:
        return Waiting(flipped=flipped)
    return Waiting(edition.review, edition.reminders, flipped, edition.remarks, edition.roles)


def choose(
    known: Sequence[BlockStanding], words: Sequence[str], *, all_: bool, role: str = ""
) -> list[BlockStanding]:
    """The blocks that words mean: a number, an id, a title, or chapter/id.

    With `all_` whole chapters, or everything.

    Raises UsageProblem when a word means no block or more than one.
    """
    if not words:
        if all_:
            return [one for one in known if not _done(one, role)]
        raise UsageProblem(
            "Noem een of meer blokken (nummer, id of titel; zie standrapport status), of gebruik"
            " --alles."
        )
    chapters = list(dict.fromkeys(one.chapter for one in known))
    chosen: dict[int, BlockStanding] = {}
    for word in words:
        if all_:
            if word not in chapters:
                raise UsageProblem(
                    f"Met --alles hoort hier een hoofdstuk; '{word}' is er geen. Er zijn"
                    f" {join_names(chapters)}."
                )
            found = [one for one in known if one.chapter == word and not _done(one, role)]
        else:
            found = [_one(known, word, chapters)]
        chosen.update({one.number: one for one in found})
    return [chosen[number] for number in sorted(chosen)]


def _done(one: BlockStanding, role: str) -> bool:
    """Whether nothing is left to agree on, for somebody in a role."""
    return one.signed_for(role) if role else one.standing is Standing.AGREED


def _one(known: Sequence[BlockStanding], word: str, chapters: list[str]) -> BlockStanding:
    wanted = word.strip().casefold()
    found = [one for one in known if wanted in _names(one)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageProblem(
            f"'{word}' kan {len(found)} blokken zijn; kies een nummer of naam:{_listed(found)}"
        )
    if word in chapters:
        number = sum(one.chapter == word for one in known)
        raise UsageProblem(
            f"'{word}' is een hoofdstuk met {number} blokken; met --alles geeft u akkoord op het"
            " hele hoofdstuk."
        )
    like = _like(known, wanted)
    hint = f" Bedoelt u:{_listed(like)}" if like else " Zie standrapport status voor alle blokken."
    raise UsageProblem(f"Er is geen blok '{word}'.{hint}")


def _like(known: Sequence[BlockStanding], wanted: str) -> list[BlockStanding]:
    """The blocks that may be meant: those with these letters in them, else the nearest names."""
    like = [one for one in known if wanted in one.name.casefold() or wanted in one.title.casefold()]
    if like:
        return like
    close = set(nearest(wanted, [name for one in known for name in _names(one)]))
    return [one for one in known if close & set(_names(one))]


def _names(one: BlockStanding) -> tuple[str, ...]:
    """Everything a block answers to."""
    title = one.title.casefold()
    names = (str(one.number), one.block.id.casefold(), one.name.casefold())
    return (*names, title, f"{one.chapter.casefold()}/{title}") if title else names


def _listed(found: Sequence[BlockStanding]) -> str:
    return "".join(
        f"\n  {one.number:>3}  {one.name}{f'  ({one.title})' if one.title else ''}" for one in found
    )


def role_of(edition: Edition, by: str, role: str) -> str:
    """The role somebody signs in; '' in an edition that declares none.

    Raises UsageProblem when nobody of this name may, or it may be in several.
    """
    if not edition.roles:
        if role:
            raise UsageProblem(
                f"In content/{edition.year}/rapport.yaml staan geen rollen; zet onder 'rollen' wie"
                f" als {role} akkoord mag geven."
            )
        return ""
    if role and role not in edition.roles:
        raise UsageProblem(
            f"De rol '{role}' is er niet; er zijn {join_names(list(edition.roles))}."
        )
    mine = [name for name, people in edition.roles.items() if by in people]
    if role and role not in mine:
        people = join_names(list(edition.roles[role]))
        raise UsageProblem(
            f"'{by}' mag niet als {role} akkoord geven; dat mag {people} (rapport.yaml, 'rollen')."
        )
    if not mine:
        raise UsageProblem(
            f"'{by}' staat bij geen enkele rol in rapport.yaml en kan geen akkoord geven; er zijn"
            f" {join_names(list(edition.roles))}."
        )
    if not role and len(mine) > 1:
        raise UsageProblem(f"'{by}' heeft meer rollen; kies met --rol {join_names(mine)}.")
    return role or mine[0]


def _still_waiting(edition: Edition | None, one: BlockStanding, role: str) -> bool:
    """Whether another role must still agree on a block once this one has."""
    roles = edition.roles if edition is not None else {}
    return any(name != role and not one.signed_for(name) for name in roles)


def agree(
    checked: Checked, blocks: Sequence[BlockStanding], by: str, on: str, role: str = ""
) -> Agreed:
    """Write the agreement of `by` in a role on a day (2022-06-10) on blocks.

    Nothing is written when one of them holds an error; a block with something to look at is passed
    over.

    Raises UsageProblem when a file cannot be changed.
    """
    waiting = tuple(one for one in blocks if _must_be_looked_at(checked, one))
    blocks = [one for one in blocks if one not in waiting]
    errors = tuple(finding for one in blocks for finding in _errors_in(checked, one))
    if errors:
        return Agreed((), errors, waiting)
    # Read and written under one lock, so that two who agree at once both count.
    try:
        with locked(checked.project):
            finish_saving(checked.project)
            save(checked.project, _signed(checked, blocks, (by, on, role)))
    except NotWritable as problem:
        raise UsageProblem(str(problem)) from problem
    return Agreed(tuple(blocks), (), waiting)


def _signed(
    checked: Checked, blocks: Sequence[BlockStanding], signed: tuple[str, str, str]
) -> list[FileChange]:
    """Every chapter file with the agreement of somebody, on a day and in a role."""
    chapters = dict.fromkeys(one.chapter for one in blocks)
    return [
        _chapter_signed(checked, chapter, [o for o in blocks if o.chapter == chapter], signed)
        for chapter in chapters
    ]


def _chapter_signed(
    checked: Checked, chapter: str, mine: Sequence[BlockStanding], signed: tuple[str, str, str]
) -> FileChange:
    """The file of a chapter with the agreements on its blocks. Raises UsageProblem."""
    by, on, role = signed
    name = f"content/{checked.year}/{chapter}.yaml"
    given = [Agreement(role=role, by=by, on=Day(on), fingerprint=o.fingerprint) for o in mine]
    left = [o.block.id for o in mine if _still_waiting(checked.edition, o, role)]
    pairs = list(zip([one.block for one in mine], given, strict=True))
    try:
        return sign(checked.project / name, name, pairs, left)
    except NotSignable as problem:
        raise UsageProblem(f"{name}: {problem}") from problem


def _must_be_looked_at(checked: Checked, one: BlockStanding) -> bool:
    """Whether the list of a new edition, or a comment right above it, still asks for a look."""
    edition, at = checked.edition, one.block.position
    if edition is None:
        return False
    above = any(
        (place.file, place.line) == (at.file, (at.line or 0) - 1) for place in edition.reminders
    )
    return above or bool(open_items(edition, one.name))


def _errors_in(checked: Checked, one: BlockStanding) -> list[Finding]:
    """The errors that stand within a block, those about agreement itself left out."""
    place = one.block.position
    first = place.line or 0
    last = _last_line(checked, one)

    def within(finding: Finding) -> bool:
        at = finding.position
        if at is None or at.file != place.file or at.line is None:
            return False
        return first <= at.line <= last

    return [
        finding
        for finding in checked.findings
        if finding.severity is Severity.ERROR
        and finding.code not in _ABOUT_AGREEMENT
        and within(finding)
    ]


def _last_line(checked: Checked, one: BlockStanding) -> float:
    """The last line of a block: the one above the next block of its chapter, if there is one."""
    chapters = checked.edition.chapters if checked.edition else ()
    starts = [
        block.position.line or 0
        for chapter in chapters
        if chapter.name == one.chapter
        for block in chapter.blocks
    ]
    first = one.block.position.line or 0
    return min((line - 1 for line in starts if line > first), default=inf)
