# SPDX-License-Identifier: EUPL-1.2
"""Summaries in more versions: each names the same figures, and in another language every number is
a reference.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from ...core.formula import EXPRESSION
from ...core.model import (
    Edition,
    FigureName,
    Finding,
    Printed,
    ResolvedText,
    Samenvatting,
    Severity,
    Text,
    plain,
)
from ...core.notation import join_names
from ...messages import found

_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_WORDS = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundreds?|thousands?|millions?"
    r"|half|third|quarter|double[ds]?|twice)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
# What sets one year against another: the figure may then be of a year that is not named.
_COMPARED = re.compile(
    r"\b(?:than|from|since|compared|versus|against|until|before|after|between|up to|previous"
    r"|earlier|later|ago|both|each|every)\b",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"\b(?:more|fewer|less|most|fewest|least|rose|risen|rises?|fell|fallen|falls|increased?s?"
    r"|decreased?s?|grew|grown|grows|dropped|drops|declined?|higher|lower|highest|lowest|largest"
    r"|smallest|doubled|halved|shrank|majority|unchanged)\b",
    re.IGNORECASE,
)
_ORDINALS = re.compile(r"^\s*\d+[.)]\s", re.MULTILINE)


def check_summaries(edition: Edition, texts: Mapping[Text, ResolvedText]) -> list[Finding]:
    """SR-S064 for a figure that one version has and another lacks, SR-S065 for a number that was
    typed in another language, SR-S066 for a card that has no name in it.
    """
    blocks = [
        block
        for chapter in edition.chapters
        for block in chapter.blocks
        if isinstance(block, Samenvatting)
    ]
    findings = [one for block in blocks for one in _unequal(block, blocks, texts)]
    for block in blocks:
        if block.tongue != "nl":
            findings += _typed(block)
            findings += _unread(block, texts)
            findings += _unnamed(block)
    return findings


def _unequal(
    block: Samenvatting, blocks: Sequence[Samenvatting], texts: Mapping[Text, ResolvedText]
) -> Iterator[Finding]:
    """What the first version has and this one lacks, and the other way round."""
    if block is blocks[0]:
        return
    first, own = (_figures(one, texts) for one in (blocks[0], block))
    line = blocks[0].position.line
    for which, names in (("mist", first - own), ("extra", own - first)):
        if names:
            said = {"cijfers": join_names(sorted(names)), "regel": line}
            said["bestand"] = blocks[0].position.file
            yield found("SR-S064", block.position, said, which=which)


def _figures(block: Samenvatting, texts: Mapping[Text, ResolvedText]) -> set[str]:
    """Every figure a version prints: those of its cards, and those of its texts with their year."""
    names = set()
    for _, value in block.leaves():
        if isinstance(value, FigureName):
            names.add("".join(value.raw.split()))
        elif isinstance(value, Text):
            for part in texts.get(value, ()):
                if isinstance(part, Printed):
                    names.add(f"{''.join(part.ref.split())} in {part.year}")
    return names


def _typed(block: Samenvatting) -> Iterator[Finding]:
    """A number in a text that is not Dutch: nothing there reads it, so it must be a reference."""
    declared = {one.number.strip().lower() for one in block.numbers}
    values = [value for _, value in block.leaves()]
    for text in (block.title, *values):
        if not isinstance(text, Text) or isinstance(text, FigureName):
            continue
        bare = EXPRESSION.sub(lambda match: " " * len(match[0]), text.raw)
        bare = _ORDINALS.sub(lambda match: " " * len(match[0]), bare)
        for match in (*_NUMBER.finditer(bare), *_WORDS.finditer(bare)):
            number = match[0]
            if _YEAR.fullmatch(number) or number.lower() in declared:
                continue
            said = {"getal": number}
            yield found("SR-S065", text.place(match.start()), said)


def _unread(block: Samenvatting, texts: Mapping[Text, ResolvedText]) -> Iterator[Finding]:
    """A sentence in English that names another year than the figures it prints, and one that tells
    of more or less in words of its own, which nobody holds against the figures.
    """
    declared = {one.number.strip() for one in block.numbers}
    for _, value in (("", block.title), *block.leaves()):
        if not isinstance(value, Text) or isinstance(value, FigureName):
            continue
        for parts in _sentences(texts.get(value, (value.raw,))):
            if (other := _other_year(parts, declared)) is not None:
                place = value.place(max(0, value.raw.find(other["jaar"])))
                yield found("SR-S065", place, other, which="jaar")
        typed = EXPRESSION.sub(lambda match: " " * len(match[0]), value.raw)
        for way in _WAY.finditer(typed):
            said_so = {"woord": way[0]}
            place = value.place(way.start())
            yield found("SR-S065", place, said_so, which="richting", severity=Severity.NOTE)


def _other_year(parts: ResolvedText, declared: Collection[str]) -> dict[str, str] | None:
    """The one year that a sentence names and those of its figures, when they differ."""
    words = "".join(part for part in parts if isinstance(part, str))
    printed = {str(part.year) for part in parts if isinstance(part, Printed)}
    said = {year for year in _YEAR.findall(words) if year not in declared}
    if len(said) != 1 or not printed or said & printed or _COMPARED.search(plain(parts)):
        return None
    return {"jaar": said.pop(), "jaren": join_names(sorted(printed))}


def _sentences(shown: ResolvedText) -> Iterator[ResolvedText]:
    """The sentences of a text that is worked out: its words and figures, in order."""
    sentence: list[str | Printed] = []
    for part in shown:
        pieces = _STOP.split(part) if isinstance(part, str) else [part]
        for number, piece in enumerate(pieces):
            if number:
                yield tuple(sentence)
                sentence = []
            sentence.append(piece)
    yield tuple(sentence)


def _unnamed(block: Samenvatting) -> Iterator[Finding]:
    for one in block.key_figures:
        if one.title is None:
            yield found("SR-S066", one.position, which="kaart")
