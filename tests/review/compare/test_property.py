# SPDX-License-Identifier: EUPL-1.2
"""Laws of comparing: an edition against itself gives nothing, and swapping the two mirrors the
result.
"""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from typing import Any

from hypothesis import given, settings, strategies as st

from standrapport.review.compare import Difference, compare, read_snapshot
from standrapport.review.compare.changes import FigureChange
from standrapport.review.compare.words import Piece, compare_words, text_of, tokens

WORD = st.sampled_from(
    ["dienst", "vertrek", "land", "in", "Het", "13.840", "mensen", ".", ",", "\n\n", "\n- "]
)
EXPRESSION = st.builds(
    lambda name, text: {"expression": name, "text": text},
    st.sampled_from(["t.a", "t.b", "jaar"]),
    st.sampled_from(["10", "20"]),
)
PARTS = st.lists(st.one_of(WORD.map(lambda word: f"{word} "), EXPRESSION), max_size=12)
NAMES = ["een", "twee", "drie", "vier"]


@st.composite
def blocks(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Up to four blocks of an invented chapter, in any order."""
    return [
        {
            "id": name,
            "kind": draw(st.sampled_from(["tekst", "tabel"])),
            "title": draw(st.sampled_from([[], [f"Blok {name}"]])),
            "text": draw(PARTS),
            "settings": {"jaren": draw(st.sampled_from([[2021], [2020, 2021]]))},
            "status": draw(st.sampled_from(["concept", "akkoord"])),
            "agreement": None,
            "claims": draw(st.sampled_from([[], ["t.a > t.b"]])),
            "numbers": [],
        }
        for name in draw(st.permutations(NAMES))[: draw(st.integers(0, 4))]
    ]


def figure(
    ref: str, value: int | None, rounding: int | None, formula: str | None = None
) -> dict[str, Any]:
    """One invented figure of 2021 as the manifest has it."""
    return {
        "ref": ref,
        "year": 2021,
        "key": None,
        "printed": "n.n.b." if value is None else str(value),
        "value": value,
        "derived": formula is not None,
        "formula": formula,
        "kind": "nog niet bekend" if value is None else "waarde",
        "unit": "personen",
        "rounding": rounding,
        "provisional": False,
        "period": None,
        "reference_date": None,
    }


@st.composite
def manifests(draw: st.DrawFn) -> bytes:
    """An invented edition of two figures, one computed from the other, and one or two chapters."""
    value = draw(st.sampled_from([None, 0, 10, 20, 24]))
    chapters = [
        {"name": name, "title": [name], "numbered": True, "blocks": draw(blocks())}
        for name in ("eerste", "tweede")
    ]
    outcome = draw(st.sampled_from(["exact", "violated"]))
    check = {
        "rule": "r",
        "origin": "rule",
        "test": "t.a == 10",
        "explanation": "",
        "severity": "error",
        "year": 2021,
        "key": None,
    }
    content = {
        "schema": "standrapport/manifest/1",
        "year": 2021,
        "status": "concept",
        "tool": "0",
        "front": {
            "title": ["Titel"],
            "subtitle": [],
            "caveat": [],
            "organisation": "D",
            "date": "2022-01-01",
            "reference_date": "x",
        },
        "figures": [
            figure("t.a", value, draw(st.sampled_from([10, 1]))),
            figure("t.b", value and 2 * value, None, "2 * t.a"),
        ],
        "used": [
            {"ref": "t.a", "year": 2021, "key": None, "text": "x", "chapter": "eerste", "block": ""}
        ],
        "chapters": draw(st.permutations(chapters)),
        "checks": [
            {**check, "outcome": outcome, "difference": draw(st.integers(1, 3)), "slack": None}
        ],
        "findings": [],
        "definitions": [],
        "sources": draw(
            st.sampled_from(
                [[], [{"id": "b", "title": "Bron", "address": None, "via_press": False}]]
            )
        ),
        "revisions": [],
        "large_tables": [],
        "outputs": [],
    }
    return json.dumps(content).encode()


@settings(deadline=None)  # a busy machine is no failure
@given(manifests())
def test_an_edition_against_itself_gives_nothing(manifest: bytes) -> None:
    """No change of any kind."""
    snapshot = read_snapshot(manifest)
    assert compare(snapshot, snapshot).empty


@settings(deadline=None)  # a busy machine is no failure
@given(manifests(), manifests())
def test_swapping_mirrors(first: bytes, second: bytes) -> None:
    """What came went, what rose fell, and the same blocks, words and checks are named."""
    one, other = read_snapshot(first), read_snapshot(second)
    assert mirrored(compare(one, other)) == plain(compare(other, one))


@settings(deadline=None)  # a busy machine is no failure
@given(PARTS, PARTS)
def test_no_word_is_lost(first: list[Any], second: list[Any]) -> None:
    """The old words of all stretches are the old text, the new words the new text."""
    old, new = tokens(first), tokens(second)
    result = compare_words(old, new, lambda _: True)
    assert "".join(piece.old for piece in result.pieces) == text_of(old)
    assert "".join(piece.new for piece in result.pieces) == text_of(new)


_TURN = {"added": "removed", "removed": "added", "known": "unknown", "unknown": "known"}


def mirrored(difference: Difference) -> set[str]:
    """The comparison as it should be the other way round."""
    turned = replace(
        difference,
        figures=tuple(
            replace(
                c,
                kinds=tuple(_TURN.get(kind, kind) for kind in c.kinds),  # type: ignore[misc]  # still kinds
                old=c.new,
                new=c.old,
                change=replace(
                    c.change,
                    difference=None if c.change.difference is None else -c.change.difference,
                    unit="",
                ),
                old_uses=c.new_uses,
                new_uses=c.old_uses,
            )
            for c in difference.figures
        ),
        texts=tuple(
            replace(
                c,
                old_chapter=c.new_chapter,
                new_chapter=c.old_chapter,
                old_block=c.new_block,
                new_block=c.old_block,
                pieces=tuple(Piece(_TURN.get(p.kind, p.kind), p.new, p.old) for p in c.pieces),  # type: ignore[arg-type]
                references=tuple((new, old, text) for old, new, text in c.references),
            )
            for c in difference.texts
        ),
        checks=tuple(
            replace(
                c,
                kind=_TURN.get(c.kind, c.kind),  # type: ignore[arg-type]
                old=c.new,
                new=c.old,
                old_difference=c.new_difference,
                new_difference=c.old_difference,
            )
            for c in difference.checks
        ),
        structure=tuple(
            replace(
                c,
                kind=_TURN.get(c.kind, c.kind),  # type: ignore[arg-type]
                old=c.new,
                new=c.old,
                old_chapter=c.new_chapter,
                new_chapter=c.old_chapter,
            )
            for c in difference.structure
        ),
        sources=tuple(
            replace(c, kind=_TURN.get(c.kind, c.kind), old=c.new, new=c.old)  # type: ignore[arg-type]
            for c in difference.sources
        ),
    )
    return plain(turned)


def plain(difference: Difference) -> set[str]:
    """Every change as text, without the words that are taken from the new side and
    without order.
    """
    figures = [
        replace(c, change=replace(c.change, percent=None, unit=""), title="")
        for c in difference.figures
    ]
    texts = [
        (replace(c, where="", pieces=()), runs(c.pieces), c.references) for c in difference.texts
    ]
    structure = [replace(c, name="", what="") for c in difference.structure]
    return {
        repr(change)
        for change in (*figures, *texts, *difference.checks, *structure, *difference.sources)
    }


def runs(pieces: tuple[Piece, ...]) -> list[tuple[bool, str, str]]:
    """Stretches that are the same and that differ, with the words of both sides."""
    found = []
    for same, group in groupby(pieces, key=lambda piece: piece.kind == "same"):
        several = list(group)
        found.append((same, "".join(p.old for p in several), "".join(p.new for p in several)))
    return found


def test_percent_is_of_the_old_value() -> None:
    """10 to 20 is +100 %, 20 to 10 is -50 %: the one thing that does not mirror."""

    def change(old: int, new: int) -> FigureChange:
        sides = [
            replace(
                base,
                figures={
                    name: replace(shown, value=Decimal(value))
                    for name, shown in base.figures.items()
                },
            )
            for value in (old, new)
        ]
        return compare(sides[0], sides[1]).figures[0]

    content = {
        "schema": "standrapport/manifest/1", "year": 2021, "status": "concept", "tool": "0", "used": [], "chapters": [], "checks": [],
        "front": dict.fromkeys(("title", "subtitle", "caveat", "organisation", "date", "reference_date"), ""), "findings": [],
        "figures": [figure("t.a", 10, 10)], "definitions": [], "sources": [], "revisions": [], "large_tables": [], "outputs": [],
    }  # fmt: skip
    base = read_snapshot(json.dumps(content).encode())
    assert (str(change(10, 20).change.percent), str(change(20, 10).change.percent)) == (
        "100.0",
        "-50.0",
    )
