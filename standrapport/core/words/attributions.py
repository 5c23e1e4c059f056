# SPDX-License-Identifier: EUPL-1.2
"""Where what a block says was read (`volgens:`): the source and the place in it, and how readers
are told.

Staff write a source by its name in `bronnen:` or by its title, with the place behind a comma; a
title may hold commas itself, so the longest name that fits is the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..frozen import dataclass
from ..model import Block, Catalogue, Position, Source
from ..notation import join_names
from .names import source_name

OWN = "eigen"  # what the editors say themselves: an introduction, a reference, a computation
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True)
class Attribution:
    """A source (None: the editors' own words, or a name nobody declared) and the place in it.

    `sentence` are words of the one sentence it is about, '' for the whole block; `said` is the
    source as it was written.
    """

    source: Source | None
    place: str
    sentence: str
    said: str
    position: Position
    own: bool

    @property
    def known(self) -> bool:
        """Whether its source is declared, or is the editors themselves."""
        return self.own or self.source is not None


def attributions_of(block: Block, catalogue: Catalogue) -> tuple[Attribution, ...]:
    """Every source a block names, in the order of the file."""
    found: list[Attribution] = []
    if not block.according_to:
        return ()
    names = _by_name(catalogue)
    for one in block.according_to:
        name, place = _parted(one.source, names)
        source = names.get(name)
        found.append(
            Attribution(
                source,
                one.place or place,
                one.sentence,
                name,
                one.position,
                own=source is None and name == OWN,
            )
        )
    return tuple(found)


def _by_name(catalogue: Catalogue) -> dict[str, Source]:
    """The sources by every name they can be written under, in small letters."""
    found: dict[str, Source] = {}
    for source in catalogue.sources.values():
        bare = _BRACKETS.sub("", source.title)
        for name in (source.id, source.title, bare):
            found.setdefault(name.lower(), source)
    return found


def _parted(said: str, known: Mapping[str, Source]) -> tuple[str, str]:
    """A source as written, parted in its name (in small letters where it is known) and the place
    behind it.
    """
    small = " ".join(said.split()).lower()
    names = [
        name
        for name in (*known, OWN)
        if small == name or small.startswith((f"{name},", f"{name}:"))
    ]
    if not names:
        name, _, place = said.partition(",")
        return name.strip(), place.strip()
    name = max(names, key=len)
    return name, " ".join(said.split())[len(name) + 1 :].strip()


def attribution_words(found: tuple[Attribution, ...]) -> str:
    """What readers are told below a block: 'Jaarplan, hoofdstuk 2; jaarverslag, bladzijde 4'.

    '' where there is nothing to tell: no source, or the editors' own words without an explanation.
    """
    places: dict[str, dict[str, None]] = {}
    for one in found:
        if one.own and not one.place:
            continue
        name = source_name(one.source) if one.source else "eigen tekst" if one.own else one.said
        places.setdefault(name, {}).update({one.place: None} if one.place else {})
    told = [
        f"{name}, {join_names(list(where))}" if where else name for name, where in places.items()
    ]
    words = "; ".join(told)
    return words[:1].upper() + words[1:]


def for_sentence(found: Iterable[Attribution], sentence: str) -> list[Attribution]:
    """All that are about a sentence: about its whole block, or about words in it."""
    flat = _flat(sentence)
    return [one for one in found if one.known and (not one.sentence or _flat(one.sentence) in flat)]


def _flat(words: str) -> str:
    return " ".join(words.lower().split())
