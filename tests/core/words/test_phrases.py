# SPDX-License-Identifier: EUPL-1.2
"""A phrase finds what its regular expression finds, and says rightly what it cannot do without."""

from __future__ import annotations

import gc
import re

import pytest
from hypothesis import given, settings, strategies as st

import standrapport.pipeline.check  # noqa: F401 - makes the phrases of the house
from standrapport.checks.statements.claims import groups, wordless
from standrapport.checks.statements.reading import lexicon
from standrapport.core.words import Phrase, direction_patterns
from standrapport.core.words.phrases import needed

for made in (
    lexicon.claim_patterns,
    groups._ways,
    wordless._dimensions,
    lexicon.year_phrases,
):
    made()
direction_patterns()
PHRASES = sorted(
    (one for one in gc.get_objects() if isinstance(one, Phrase)), key=lambda one: one.pattern
)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\b(?:ste(?:eg|gen)|groei(?:de|t)?)\b", {"steeg", "stegen", "groei"}),
        (r"n(?:am|amen) .{0,9}?\btoe", {"nam ", "namen "}),
        (r"zo ?veel", {"zo veel", "zoveel"}),
        (r"Op de (?=lift|weg)", {"op de "}),
        (r"(?:ja)*\s+wel{2,}", {"we"}),
        (r"a|b*", set()),
        (r"(?:mis)?\d+", set()),
        (r"[a-z]+\s(?P<x>een|één)+", {"een", "één"}),
        (r"\ue000+ of \w", {" of "}),
    ],
)
def test_what_a_pattern_needs(pattern: str, needs: set[str]) -> None:
    """Stretches of letters, one of which is in whatever it matches."""
    assert set(needed(pattern)) == needs


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"x\d", ("x",)),
        ("b|a", ("a", "b")),
        ("abc|ab|zab", ("ab",)),
        # What may be left out, or is only looked at, is not needed.
        (r"(?:ab)?c", ("c",)), ("ab{0,2}", ("a",)), ("(?:ab)+c", ("ab",)), ("(?:ab)*", ()),
        (r"xx(?:a\db)", ("xx",)), (r"(?:a\dbbb)?cc", ("cc",)), (r"\d(?:a|)", ()),
        (r"(?:a\d|bb)c", ("c",)), (r"(?:\d|bb)\d", ()), (r"(?:\dcc|bb)\d", ("bb", "cc")),
        ("ab(?!cd)ef", ("abef",)), (r"\bab$", ("ab",)), ("a?|b", ()), ("a|\\d", ()),
        # Spellings are joined up to forty of them; then the rarest stretch is what tells.
        ("[x](a|b|c|d|e|f|g|h)(i|j|k|l|m)", tuple(sorted(a + b for a in "abcdefgh" for b in "ijklm"))),
        ("(a|b|c|d|e|f|g)(i|j|k|l|m|n)", tuple("ijklmn")),
        ("|".join(f"{a}{b}" for a in "abcdefg" for b in "ijklmn"), tuple(f"{a}{b}" for a in "abcdefg" for b in "ijklmn")),
        # Five letters are rare enough; of two as rare the one with fewer spellings.
        (r"(?:abcdef|ghijkl)\dmnopq", ("mnopq",)), (r"(?:abcde|fghij)\dmnop", ("abcde", "fghij")),
    ],
)  # fmt: skip
def test_the_rarest_letters_a_pattern_cannot_do_without(
    pattern: str, needs: tuple[str, ...]
) -> None:
    """In one order, and none that holds another."""
    assert needed(pattern) == needs


def test_the_house_has_its_phrases() -> None:
    """The test below is not about nothing: most of them need something."""
    assert len(PHRASES) > 150
    assert sum(bool(needed(one.pattern)) for one in PHRASES) > 100


@settings(max_examples=250, deadline=None)
@given(data=st.data())
def test_nothing_is_passed_over(data: st.DataObject) -> None:
    """Whatever a phrase of the house matches is found by it too, with the same words."""
    phrase = data.draw(st.sampled_from(PHRASES))
    plain = re.compile(phrase.pattern, phrase._flags)
    text = data.draw(st.from_regex(plain)).replace("ſ", "s")  # not in lower case what it matches
    spans = [one.span() for one in plain.finditer(text)]
    assert [one.span() for one in phrase.finditer(text)] == spans


def test_the_rest_of_a_text_is_not_seen() -> None:
    """Places within a text are as `re` has them, also after another text was looked at."""
    phrase = Phrase(r"\bgroei\b", re.IGNORECASE)
    assert phrase.search("") is None
    assert phrase.search("De groei, de Groei", 9, 18)
    assert phrase.search("De groei, de Groei", 9, 15) is None
    assert phrase.match("Groei")
    assert phrase.match("De Groei") is None
    assert phrase.match("De Groei", 3)
    assert phrase.match("De Groei", 3, 7) is None
    assert phrase.match("niets") is None
    assert [one.start() for one in phrase.finditer("groei groei groei", 1, 12)] == [6]
    assert list(phrase.finditer("niets")) == []
    assert Phrase(r"\bgroei\b").search("Groei") is None
    assert Phrase(r"\d+").search("er zijn 12")
    assert [one.start() for one in phrase.finditer("groei groei")] == [0, 6]
