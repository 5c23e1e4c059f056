# SPDX-License-Identifier: EUPL-1.2
"""Where what a block says was read: found by name or title, told to readers, and per sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standrapport.core.model import Position, Source, SourcePlace, Tekst, Text
from standrapport.core.words import (
    OWN,
    Attribution,
    attribution_words,
    attributions_of,
    for_sentence,
)
from tests.core.invented import HERE, catalogue

PLAN = Source("plan", "Jaarplan")
LONG = Source("lang", "Jaarplan, deel twee (2024)")
PRESS = Source("krant", "De Krant", via_press=True)
KNOWN = replace(catalogue(), sources={one.id: one for one in (PLAN, LONG, PRESS)})


def said(*written: str | SourcePlace) -> tuple[Attribution, ...]:
    """What a block with these sources says of them."""
    places = (one if isinstance(one, SourcePlace) else SourcePlace(source=one) for one in written)
    block = Tekst(text=Text("Zo is het.", HERE), according_to=tuple(places))
    return attributions_of(block, KNOWN)


@pytest.mark.parametrize(
    ("written", "source", "place"),
    [
        ("plan", PLAN, ""),
        ("PLAN, hoofdstuk 2", PLAN, "hoofdstuk 2"),
        ("Jaarplan: bladzijde 4", PLAN, "bladzijde 4"),
        ("Jaarplan,  hoofdstuk   2, onder b", PLAN, "hoofdstuk 2, onder b"),
        # The longest name that fits, with what stands in brackets left out or not.
        ("Jaarplan, deel twee", LONG, ""),
        ("Jaarplan, deel twee, slot", LONG, "slot"),
        ("Jaarplan, deel twee (2024): Slot", LONG, "Slot"),
        ("Jaarplan, deel", PLAN, "deel"),
        ("de krant", PRESS, ""),
        ("eigen", None, ""),
        ("Eigen, eigen telling", None, "eigen telling"),
        ("Jaarplannen, hoofdstuk 2", None, "hoofdstuk 2"),
        ("onbekend", None, ""),
    ],
)
def test_a_source_and_the_place_in_it(written: str, source: Source | None, place: str) -> None:
    """By its name in the catalogue or by its title, in whatever case."""
    (found,) = said(written)
    own = written.lower().startswith(OWN)
    assert (found.source, found.place, found.own) == (source, place, own)
    assert found.known is (own or source is not None)


def test_a_name_nobody_declared_is_kept_as_it_was_written() -> None:
    """Others have the name they were found under."""
    assert [one.said for one in said("Oud Plan, 3", "PLAN, 3")] == ["Oud Plan", "plan"]


def test_a_source_may_be_called_as_the_editors_call_themselves() -> None:
    """Then it is that source."""
    one = Source(OWN, "Eigen onderzoek")
    block = Tekst(text=Text("Zo.", HERE), according_to=(SourcePlace(source=OWN),))
    (found,) = attributions_of(block, replace(KNOWN, sources={OWN: one}))
    assert (found.source, found.own, found.known) == (one, False, True)


def test_every_source_in_the_order_of_the_file() -> None:
    """A place of its own goes before one within the name; the place in the file goes along."""
    at = Position("content/2021/a.yaml", 7)
    place = SourcePlace(source="plan, 1", place="blad 9", sentence="Zo is", position=at)
    first, second = said(place, "krant")
    assert (first.place, first.sentence, first.position) == ("blad 9", "Zo is", at)
    assert (second.source, second.sentence) == (PRESS, "")
    assert said() == ()


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ((), ""),
        (("eigen",), ""),
        (("eigen, eigen telling",), "Eigen tekst, eigen telling"),
        (("plan",), "Jaarplan"),
        (("plan, hoofdstuk 2", "krant"), "Jaarplan, hoofdstuk 2; De Krant (via de pers)"),
        (("plan, 1", "krant", "plan, 3", "plan, 1"), "Jaarplan, 1 en 3; De Krant (via de pers)"),
        (("plan", "plan, 3"), "Jaarplan, 3"),
        (("een oud plan, 4", "eigen"), "Een oud plan, 4"),
    ],
)
def test_what_readers_are_told(written: tuple[str, ...], words: str) -> None:
    """Each source once, with all its places; the editors' own words go without saying."""
    assert attribution_words(said(*written)) == words


def test_who_says_a_sentence() -> None:
    """The whole block's sources, and those of words in it; nobody who is not known."""
    about = SourcePlace(source="krant", sentence="DE  instroom")
    found = said("plan", about, "onbekend", "eigen")
    kept = for_sentence(found, "Toen daalde de\ninstroom snel.")
    assert [one.said for one in kept] == ["plan", "krant", "eigen"]
    assert [one.said for one in for_sentence(found, "De uitstroom.")] == ["plan", "eigen"]
