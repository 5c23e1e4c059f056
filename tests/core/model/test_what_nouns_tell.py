# SPDX-License-Identifier: EUPL-1.2
"""What a noun tells of itself: sources and years of a column, agreements, findings, answers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from standrapport.core.model import (
    Acceptance,
    Agreement,
    Antwoord,
    BlockStanding,
    Chapter,
    Column,
    Day,
    Edition,
    Figure,
    FigureKey,
    FigureRole,
    Finding,
    Kind,
    Partner,
    Population,
    Position,
    Remark,
    ReviewItem,
    Severity,
    Source,
    Standing,
    Tabel,
    Tekst,
    Text,
    Vraag,
    answers_of,
    figure_of,
    has_errors,
    ranked,
    stops,
)
from standrapport.core.model.about import NOT_GIVEN
from standrapport.core.model.block import KeyLabel
from standrapport.core.model.text_blocks import Afkortingen, Partij
from tests.core.invented import HERE, by_name, catalogue, column, derived, figure, table


def text(raw: str) -> Text:
    """A text somewhere."""
    return Text(raw, HERE)


@pytest.mark.parametrize(
    ("own", "sources"),
    [
        (column("t.a"), ("", "", "")),
        (column("t.a", sources={None: "b"}), ("b", "b", "b")),
        (column("t.a", sources={2021: "p"}), ("", "p", "")),
        (column("t.a", sources={None: "b", 2021: "p"}), ("b", "p", "b")),
        (column("t.a", sources={None: "b"}, else_years=(2020,)), ("b", "", "b")),
        (column("t.a", sources={None: "b", 2021: "p"}, else_years=()), ("", "p", "b")),
    ],
)
def test_the_source_of_a_column(own: Column, sources: tuple[str, ...]) -> None:
    """Of 2020, of 2021, and of all other years; that one only for the years it is about."""
    assert tuple(own.source(year) for year in (2020, 2021, None)) == sources


def test_the_years_a_column_exists_in() -> None:
    """All of them unless it says which."""
    assert column("t.a").exists_in(2020)
    assert [column("t.a", years=frozenset({2020})).exists_in(year) for year in (2020, 2021)] == [
        True,
        False,
    ]


def test_the_years_a_source_is_about() -> None:
    assert Source("b", "B").about_year(2020)
    assert [Source("b", "B", covers=(2020, 2022)).about_year(year) for year in (2020, 2021)] == [
        True,
        False,
    ]


MADE = replace(
    table("t", "b"),
    definition="Van de tabel.",
    columns={
        "a": column("t.a", title="Aantal", short="N", sources={None: "b", 2021: "los"}, else_years=(2020,), note="Noot.", role=FigureRole.PART),
        "b": column("t.b", definition="Eigen."),
    },
)  # fmt: skip
GROUPS = {
    "m": Population("m", "Mensen", members=("wie",)), "z": Population("z", "Zaken"),
    "o": Population("o", "Anderen", others=("wie niet",)),
}  # fmt: skip
KNOWN = replace(
    catalogue(MADE, derived("d.x", "t.a", unit="euro")),
    sources={"b": Source("b", "Bron")},
    populations=GROUPS,
)


def test_all_that_is_known_of_a_figure() -> None:
    """Of a column, of a computed figure, and of a name that is neither."""
    known = replace(KNOWN)  # with nothing asked before
    about = known.about("t.a", 2020)
    assert (about.title, about.short, about.table, about.note) == ("Aantal", "N", "T", "Noot.")
    assert (about.definition, about.formula) == ("Van de tabel.", "")
    assert known.about("t.b").definition == "Eigen."
    computed = known.about("d.x", 2020)
    assert (computed.short, computed.table, computed.formula, computed.unit) == (
        "d.x", "", "t.a", "euro"
    )  # fmt: skip
    nothing = known.about("weg.x")
    assert (nothing.title, nothing.short, nothing.unit, nothing.formula) == (
        "weg.x",
        "weg.x",
        "",
        "",
    )
    assert known.about("t.a", 2020) is about


@pytest.mark.parametrize(
    ("cell", "source"),
    [
        (figure("t.a", 2020, 1), Source("b", "Bron")),
        (figure("t.a", 2021, 1), Source("los", "los")),
        (figure("t.a", 2022, 1), NOT_GIVEN),
        (figure("t.a", 2022, "n.v.t."), NOT_GIVEN),
        (figure("t.a", 2022, None), None),
        (figure("t.a", 2022, None, source="b"), Source("b", "Bron")),
        (figure("t.a", 2020, 1, source="eigen telling"), Source("eigen telling", "eigen telling")),
        (figure("t.b", 2020, 1), None),
        (figure("t.a", 2020, 1, formula="t.b"), None),
    ],
)
def test_the_source_of_a_cell(cell: Figure, source: Source | None) -> None:
    """That of its row before that of its year; one nobody named is still to be given."""
    assert replace(KNOWN).source_of(cell) == source


def test_groups_that_are_explained() -> None:
    """Those asked for in their order, else all that say who is in them or who is not."""
    assert [one.id for one in KNOWN.explained()] == ["m", "o"]
    assert [one.id for one in KNOWN.explained(("z", "weg", "m"))] == ["z", "m"]
    assert [KNOWN.role(ref) for ref in ("t.a", "t.b", "d.x")] == [FigureRole.PART, None, None]


def agreement(by: str, fingerprint: str, on: str = "2022-06-10") -> Agreement:
    """Somebody's agreement."""
    return Agreement(by=by, role=by.lower(), on=Day(on), fingerprint=fingerprint)


@pytest.mark.parametrize(
    ("standing", "given", "by", "on"),
    [
        (Standing.CONCEPT, (), "", ""),
        (Standing.AGREED, (("A", "2-nu", "1"), ("B", "2-nu", "2")), "A en B", "2"),
        (Standing.AGREED, (("A", "2-nu", "1"), ("A", "2-nu", "2")), "A", "2"),
        (Standing.AGREED, (("A", "2-oud", "1"), ("B", "2-nu", "2"), ("C", "2-oud", "3")), "B", "2"),
        (Standing.CHANGED, (("A", "2-oud", "1"), ("B", "2-nu", "2")), "A", "1"),
        (Standing.CHANGED, (("A", "2-nu", "1"), ("B", "2-nu", "2")), "A en B", "2"),
    ],
)
def test_who_agreed_and_when(
    standing: Standing, given: tuple[tuple[str, str, str], ...], by: str, on: str
) -> None:
    """Those whose agreement holds; after a change those whose agreement does not."""
    block = Tekst(id="b", text=text("x"), agreements=tuple(agreement(n, f, d) for n, f, d in given))
    held = BlockStanding(1, "h", block, "Titel", standing, "2-nu")
    assert (held.agreed_by, held.agreed_on) == (by, on)
    assert block.agreement == next(iter(block.agreements), None)


@pytest.mark.parametrize(
    ("severity", "accepted", "plainly", "strictly"),
    [
        (Severity.ERROR, False, True, True), (Severity.WARNING, False, False, True),
        (Severity.NOTE, False, False, False), (Severity.WARNING, True, False, False),
        (Severity.ERROR, True, False, False),
    ],
)  # fmt: skip
def test_what_is_accepted_stops_nothing(
    severity: Severity, accepted: bool, plainly: bool, strictly: bool
) -> None:
    given = Acceptance("SR-C001", "Bekend.", "A", "2026-01-01", HERE)
    finding = Finding("SR-C001", severity, "Zin.", accepted=given if accepted else None)
    assert (stops(finding), stops(finding, strict=True)) == (plainly, strictly)
    assert (has_errors([finding]), has_errors([finding], strict=True)) == (plainly, strictly)


def test_what_is_still_open() -> None:
    """Until somebody looked, closed it, or filled in what it was given on."""
    given = Acceptance("SR-C001", "Bekend.", "A", "2026-01-01", HERE)
    assert given.open
    assert not replace(given, figures=(("t.a", "1"),)).open
    assert not replace(given, said="f").open
    remark = Remark(1, "h/b", "A", "2026-01-01", "Klopt dit?")
    assert (remark.open, replace(remark, closed="ja").open) == (True, False)
    item = ReviewItem(1, "h/b", "Zin.", "jaar", "", "", HERE)
    assert (item.open, replace(item, by="A").open) == (True, False)


def test_every_value_of_a_block_with_the_keys_to_it() -> None:
    """A list adds no key; what the staff chose themselves is a word of the page."""
    block = Partner(
        id="p", title=text("Groep"), role=text("Rol"),
        parties=(Partij(name=text("Een")), Partij(name=text("Twee"), role=text("Helpt"))),
    )  # fmt: skip
    assert [(path, one.raw) for path, one in block.leaves() if isinstance(one, Text)] == [
        (("rol",), "Rol"), (("partijen", "naam"), "Een"), (("partijen", "naam"), "Twee"),
        (("partijen", "rol"), "Helpt"),
    ]  # fmt: skip
    (leaf,) = Afkortingen(terms={"IND": text("Dienst")}).leaves()
    assert leaf == (("begrippen", "IND"), text("Dienst"))
    assert isinstance(leaf[0][1], KeyLabel)
    shown = Tabel(title=text("T"), figures=(), top=5).leaves()
    assert list(shown) == [(("top",), 5)]


def question(name: str) -> Vraag:
    """A question by its name."""
    return Vraag(id=name, text=text(f"{name}?"))


def answer(name: str, *numbers: int) -> Antwoord:
    """An answer, to the questions with these numbers."""
    return Antwoord(id=name, questions=numbers)


def test_answers_through_the_whole_document() -> None:
    """To the question before it, also in another chapter, unless others are named; none before the
    first.
    """
    parts = (
        (answer("te vroeg"), question("een"), question("twee")),
        (answer("op twee"), question("drie"), answer("op een en drie", 1, 3), question("vier")),
    )
    chapters = tuple(Chapter(f"h{at}", text("H"), blocks, HERE) for at, blocks in enumerate(parts))
    found = answers_of(Edition(2024, text("T"), "O", "", "", "concept", None, chapters, HERE))
    assert list(found.numbers.values()) == [1, 2, 3, 4]
    assert found.answered == {
        ("h0", "te vroeg"): (), ("h1", "op twee"): (2,), ("h1", "op een en drie"): (1, 3)
    }  # fmt: skip
    assert list(found.open()) == [(("h1", "vier"), 4)]


def test_a_ranking_of_nothing_and_of_ties() -> None:
    """As they stand in the file where they are as large; none asked for is none."""
    cells = {key: figure("t.a", 2024, value, key) for key, value in (("a", 5), ("b", 7), ("c", 5))}
    assert ranked(cells, None, ascending=False).keys == ("b", "a", "c")
    assert ranked(cells, 2, ascending=True).keys == ("a", "c")
    assert ranked({}, 2, ascending=False) == ranked({}, None, ascending=True)
    assert ranked({}, 2, ascending=False).keys == ()
    other = cells | {"c": replace(cells["c"], expected="doel")}
    assert ranked(other, 1, ascending=False).open_keys == ("c",)


def test_places_and_names_in_json() -> None:
    assert str(Position("a.csv", 2)) == "a.csv:2"
    assert Position("a.csv", 2, "ind") < Position("b.csv", 1)
    assert str(FigureKey("t.a", 2020, "Noord", "doel")) == 't.a["Noord", 2020] (doel)'
    named = figure_of(by_name(), "t.a", 2020, beside="doel")
    assert (named.id.beside, named.kind) == ("doel", Kind.UNKNOWN)


@pytest.mark.parametrize(
    ("value", "step", "down", "reach"),
    [
        (10, None, False, (0, 0)), (10, "10", False, (5, 5)), (10, "10", True, (0, 10)),
        (10, "0.5", False, (Fraction(1, 4), Fraction(1, 4))), (10, None, True, (0, 0)),
    ],
)  # fmt: skip
def test_how_far_a_true_value_lies_from_the_printed_one(
    value: int, step: str | None, down: bool, reach: tuple[Fraction, Fraction]
) -> None:
    cell = figure("t.a", 2020, value, rounding=Decimal(step) if step else None, rounds_down=down)
    assert cell.reach == reach
