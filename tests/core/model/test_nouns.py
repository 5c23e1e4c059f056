# SPDX-License-Identifier: EUPL-1.2
"""The smaller nouns: the catalogue's questions, places in texts, standings, verdicts, findings."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from standrapport.core.model import (
    Agreement,
    BlockStanding,
    ColumnRows,
    Day,
    Extract,
    Finding,
    Measure,
    Outcome,
    Position,
    Printed,
    Rule,
    RuleYears,
    Severity,
    Standing,
    Taking,
    Tekst,
    Text,
    Verdict,
    count,
    has_errors,
    plain,
    stops,
)
from tests.core.invented import HERE, catalogue, column, derived, table

CATALOGUE = catalogue(
    table("t", "ind", "np"), table("landen", "aantal", key="land"), derived("d.x", "t.ind", title="Samen")
)  # fmt: skip


RULE = Rule(
    id="r",
    test="t.a == 1",
    explanation="",
    severity=Severity.ERROR,
    years=RuleYears.ALL,
    mixed_populations=False,
    mixed_periods=False,
    position=HERE,
    test_text=Text("t.a == 1", HERE),
)


def test_the_names_of_a_catalogue() -> None:
    """Columns first, then derived figures."""
    assert CATALOGUE.refs == ["t.ind", "t.np", "landen.aantal", "d.x"]
    found = CATALOGUE.column("t.ind")
    assert found is not None
    assert found.ref == "t.ind"
    assert [CATALOGUE.column(ref) for ref in ("t.zz", "zz.ind", "d.x", "t")] == [None] * 4
    of = {ref: CATALOGUE.table_of(ref) for ref in ("landen.zz", "d.x", "t")}
    assert {ref: one and one.name for ref, one in of.items()} == {
        "landen.zz": "landen",
        "d.x": None,
        "t": "t",
    }


@pytest.mark.parametrize(("ref", "title"), [("t.ind", "Ind"), ("d.x", "Samen"), ("t.zz", "t.zz")])
def test_titles(ref: str, title: str) -> None:
    """Of columns and derived figures; an unknown name is its own title."""
    assert CATALOGUE.title(ref) == title


def test_a_source_per_year() -> None:
    """The year's own before that of all other years; '' when there is none."""
    both = column("t.a", sources={None: "kmi", 2021: "pers"})
    assert [both.source(year) for year in (2020, 2021)] == ["kmi", "pers"]
    own = column("t.a", sources={2021: "pers"})
    assert [own.source(year) for year in (2020, 2021)] == ["", "pers"]


@pytest.mark.parametrize(
    ("rounding", "decimals"),
    [(None, 0), ("10", 0), ("1", 0), ("0.1", 1), ("0.05", 2), ("1E+2", 0)],
)
def test_the_decimals_of_a_column(rounding: str | None, decimals: int) -> None:
    """Those of its rounding step."""
    assert column("t.a", rounding=rounding and Decimal(rounding)).decimals == decimals


def test_defaults_say_nothing_extra() -> None:
    """What a project leaves out is off."""
    plain_table = table("t", "a")
    assert (plain_table.from_source, plain_table.also_named) == (None, ())
    assert column("t.a").also_named == ()
    assert RULE.origin == "rule"
    text = Text("", HERE)
    assert (text.indent, text.folded) == (0, False)
    outcome = Outcome(RULE, 2021, Verdict.EXACT)
    assert (outcome.keys, outcome.key, outcome.figures) == (1, None, ())


@pytest.mark.parametrize(
    ("offset", "line", "at"),
    [(0, 5, 9), (3, 5, 12), (4, 6, 7), (6, 6, 9), (8, 7, 7), (9, 8, 7), (11, 8, 9)],
)
def test_a_place_in_a_text(offset: int, line: int, at: int) -> None:
    """On its first line from where the text starts, on later ones from the indentation."""
    text = Text("abc\ndef\n\nghi", Position("a.yaml", 5, 9), indent=6)
    assert text.place(offset) == Position("a.yaml", line, at)


@pytest.mark.parametrize(
    "text",
    [
        Text("abc\ndef", Position("a.yaml", 5, 9), indent=6, folded=True),
        Text("abc\ndef", Position("a.yaml"), indent=6),
        Text("abc\ndef", Position("a.csv", 5, "ind"), indent=6),
        Text("abc\ndef", Position("a.yaml", 5), indent=6),
    ],
)
def test_a_text_without_places_within(text: Text) -> None:
    """A folded text, or one whose own place is not that exact, only tells where it starts."""
    assert text.place(5) == text.position


@given(st.lists(st.text("ab ", max_size=5), min_size=1, max_size=5), st.data())
def test_every_place_is_found_back_in_the_file(lines: list[str], data: st.DataObject) -> None:
    """The character at line and column of an indented block is the one asked for."""
    raw = "\n".join(lines)
    offset = data.draw(st.integers(0, len(raw)))
    file = ["tekst: |", *(f"    {line}" for line in lines)]
    place = Text(raw, Position("a.yaml", 2, 5), indent=4).place(offset)
    assert place.line is not None
    assert isinstance(place.column, int)
    after = "\n".join([file[place.line - 1][place.column - 1 :], *file[place.line :]])
    assert after.replace("\n    ", "\n") == raw[offset:]


BLOCK = Tekst(id="b", text=Text("Wij.", HERE), position=HERE)


def test_where_a_block_stands() -> None:
    """Its name, and who agreed when; '' when nobody did."""
    held = BlockStanding(1, "cijfers", BLOCK, "Titel", Standing.CONCEPT, "f")
    assert (held.name, held.agreed_by, held.agreed_on) == ("cijfers/b", "", "")
    given = Agreement(by="A", on=Day("2022-06-10"), fingerprint="1-a-b", position=HERE)
    agreed = replace(held, block=replace(BLOCK, agreements=(given,)))
    assert (agreed.agreed_by, agreed.agreed_on) == ("A", "2022-06-10")


@pytest.mark.parametrize(
    ("verdict", "word"),
    [
        (Verdict.EXACT, "klopt precies"),
        (Verdict.WITHIN_ROUNDING, "klopt binnen de afronding"),
        (Verdict.UNLIKELY, "onwaarschijnlijk"),
        (Verdict.SUM_OF_ROUNDED, "som van afgeronde delen"),
        (Verdict.VIOLATED, "klopt niet"),
        (Verdict.UNDECIDED, "niet te beslissen"),
    ],
)
def test_the_words_of_verdicts(verdict: Verdict, word: str) -> None:
    """As readers of the report see them."""
    assert verdict.word == word


def test_counting_outcomes() -> None:
    """Per verdict, with all keys that came out alike; the total first."""
    found = count(
        [
            Outcome(RULE, 2020, Verdict.EXACT),
            Outcome(RULE, 2021, Verdict.EXACT, keys=40),
            Outcome(RULE, 2021, Verdict.VIOLATED, "Noord"),
        ]
    )
    assert list(found.items()) == [
        ("tested", 42),
        ("exact", 41),
        ("within_rounding", 0),
        ("unlikely", 0),
        ("sum_of_rounded", 0),
        ("violated", 1),
        ("undecided", 0),
    ]


@pytest.mark.parametrize(
    ("severity", "word", "plainly", "strictly"),
    [
        (Severity.ERROR, "fout", True, True),
        (Severity.WARNING, "waarschuwing", False, True),
        (Severity.NOTE, "opmerking", False, False),
    ],
)
def test_what_stops_a_build(severity: Severity, word: str, plainly: bool, strictly: bool) -> None:
    """Errors do, warnings only when that is asked, notes never."""
    finding = Finding("SR-C001", severity, "Zin.")
    note = Finding("SR-C005", Severity.NOTE, "Zin.")
    assert severity.word == word
    assert (stops(finding), stops(finding, strict=True)) == (plainly, strictly)
    assert has_errors([note, finding]) is plainly
    assert has_errors([note, finding], strict=True) is strictly
    assert not has_errors([])


def test_the_place_to_open_first() -> None:
    """The first of them, None when there is none."""
    places = Position("a.csv", 2, "ind"), Position("b.csv")
    assert Finding("SR-C001", Severity.ERROR, "Zin.", places).position == places[0]
    assert Finding("SR-C001", Severity.ERROR, "Zin.").position is None
    assert [str(place) for place in places] == ["a.csv:2:ind", "b.csv"]


def test_rows_a_column_takes() -> None:
    """Those that meet all its conditions, with one of the values of each."""
    rows = ColumnRows(Taking.SOME, {"soort": ("a", "b"), "land": ("x",)})
    assert rows.takes({"soort": "b", "land": "x", "meer": "?"})
    assert not rows.takes({"soort": "b", "land": "y"})
    assert not rows.takes({"soort": "c", "land": "x"})
    assert ColumnRows(Taking.ALL, {}).takes({})


def test_the_source_columns_that_decide() -> None:
    """Each once, in order of first use."""
    columns = {
        "a": ColumnRows(Taking.SOME, {"soort": ("1",), "land": ("x",)}),
        "b": ColumnRows(Taking.SOME, {"land": ("y",), "bron": ("z",)}),
    }
    extract = Extract(
        files=None,
        sheet=None,
        query=None,
        connection=None,
        amount=None,
        key=None,
        rest_key=None,
        measure=Measure.ROWS,
        year="jaar",
        every_year=True,
        unique=(),
        where={},
        columns=columns,
        position=HERE,
    )
    assert extract.categories == ("soort", "land", "bron")


def test_text_as_readers_see_it() -> None:
    """Figures by their text, in their place."""
    figure = Printed("1.000", "t.a", 2021, None, Decimal(1000))
    assert plain(("Het zijn er ", figure, ".")) == "Het zijn er 1.000."
