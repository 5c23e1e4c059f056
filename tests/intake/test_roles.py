# SPDX-License-Identifier: EUPL-1.2
"""What names on a delivered table are taken for, and what is asked instead of guessed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.intake.conftest import Hand, cells, codes


def test_two_tables_that_fit_are_a_question(hand: Hand) -> None:
    """Departure from the caseload and chain-wide departure have the same names: never a guess."""
    proposal = hand(";Zelfstandig;Gedwongen\n2022;2450;1850\n")
    assert codes(proposal) == ["SR-B016"]
    assert set(proposal.questions[0].answers) == {"vertrek", "ketenbreed", "-"}


@pytest.mark.parametrize(
    ("title", "table"),
    [("Vertrek ketenbreed", "ketenbreed"), ("Vertrek uit de caseload 2022", "vertrek")],
)
def test_a_title_decides(hand: Hand, title: str, table: str) -> None:
    """The name of one table above it settles which it is."""
    proposal = hand(f"{title}\n;Zelfstandig;Gedwongen\n2022;2450;1850\n")
    assert {name[0] for name in cells(proposal)} == {f"{table}.zelfstandig", f"{table}.gedwongen"}


def test_a_near_name_is_asked_with_the_nearest(hand: Hand) -> None:
    """'Nationale poltie' is not the police until somebody says so."""
    text = "jaar;bron;aantal\n2022;IND;6590\n2022;Nationale poltie;2450\n"
    proposal = hand(text)
    assert codes(proposal) == ["SR-B015"]
    assert "Bedoelt u instroom.np?" in proposal.questions[0].sentence
    assert proposal.questions[0].proposed == ""  # an empty answer never gives a name a meaning
    assert (
        cells(hand(text, columns={"nationale poltie": "instroom.np"}))[
            "instroom.np", 2022, None, None
        ]
        == "2450"
    )
    assert set(cells(hand(text, columns={"nationale poltie": "-"}))) == {
        ("instroom.ind", 2022, None, None)
    }


@pytest.mark.parametrize(
    "name",
    ["Politie", "politie ", "POLITIE", "NP", "Nationale  politie", "Politie (aantal)", "Politie*"],
)
def test_names_that_are_the_same(hand: Hand, name: str) -> None:
    """Case, spaces, marks and a unit in brackets make no other name.

    `ook_genoemd` gives more names.
    """
    assert ("instroom.np", 2022, None, None) in cells(hand(f"jaar;IND;{name}\n2022;6590;2450\n"))


def test_percentages_and_differences_stay_out(hand: Hand) -> None:
    """Beside counts they are no figures of the table, and that is said."""
    proposal = hand("jaar;IND;%;verschil t.o.v. 2021\n2022;6590;52,1;-28\n")
    assert set(cells(proposal)) == {("instroom.ind", 2022, None, None)}
    assert codes(proposal) == ["SR-B021", "SR-B021"]


def test_months_are_never_added_up(hand: Hand) -> None:
    """A table per month is refused, with the way to count it."""
    proposal = hand("Instroom naar bron\n;jan 2023;feb 2023\nIND;100;110\nNP;20;30\n")
    assert "SR-B016" in codes(proposal)
    assert proposal.cells == []


def test_thousands_are_never_multiplied(hand: Hand) -> None:
    """'x 1.000' above a table is refused."""
    assert codes(hand("Instroom (x 1.000)\n;IND;NP\n2022;7;2\n")) == ["SR-B016"]


def test_a_total_that_does_not_fit_its_parts(hand: Hand) -> None:
    """Keys that do not add up to the total in the file are told; within rounding nothing is."""
    text = (
        "Nationaliteit;2022\nSyrische;530\nIraakse;230\nOverige nationaliteiten;3.270\nTotaal;{}\n"
    )
    read = {
        total: hand(text.format(total), table="nationaliteiten")
        for total in ("4.030", "4.040", "4.300")
    }
    assert [codes(one) for one in read.values()] == [
        ["SR-B021"],
        ["SR-B021"],
        ["SR-B020", "SR-B021"],
    ]
    assert ("nationaliteiten.zonder_toezicht", 2022, None, "Totaal") not in cells(read["4.030"])


def test_a_total_of_fewer_parts(hand: Hand) -> None:
    """A total that is exactly what the file has, while the catalogue counts more, is not that
    total; with all parts it has to fit.
    """
    assert codes(hand("jaar;IND;NP;Totaal\n2022;6590;2450;9040\n")) == ["SR-B020"]
    assert codes(hand("jaar;IND;NP;Totaal\n2022;6590;2450;12620\n")) == []
    assert codes(hand("jaar;IND;NP;KMar;Overig;Totaal\n2022;6590;2450;840;2740;12260\n")) == [
        "SR-B020"
    ]


def test_a_new_key_and_one_that_looks_like_another(hand: Hand) -> None:
    """'Turkse' is new; 'Syrisch' may be 'Syrische' and is asked."""
    assert ("nationaliteiten.zonder_toezicht", 2022, None, "Turkse") in cells(
        hand("Nationaliteit;2022\nSyrische;540\nTurkse;220\n", table="nationaliteiten")
    )
    assert codes(
        hand("Nationaliteit;2022\nSyrisch;540\nTurkse;220\n", table="nationaliteiten")
    ) == ["SR-B015"]


@pytest.mark.parametrize(
    "title",
    [
        "Vertrek naar bron",
        "Uitstroom naar bron",
        "Instroom van gezinnen naar bron",
        "Terugkeer per bron",
    ],
)
def test_a_title_with_another_subject_is_asked(hand: Hand, title: str) -> None:
    """The sources of inflow under a title on departure are other figures: no word of the service's
    trade is passed over.
    """
    text = f"{title}\n;IND;NP\n2022;6590;2450\n"
    assert codes(hand(text)) == ["SR-B015"]
    assert cells(hand(text, columns={title: "*"}))["instroom.ind", 2022, None, None] == "6590"


def test_a_breakdown_the_project_does_not_know(hand: Hand) -> None:
    """Men and women apart are other figures.

    Even when told not to matter, two values for one figure are refused and told apart.
    """
    text = "jaar;bron;geslacht;aantal\n2022;IND;man;5000\n2022;IND;vrouw;1590\n"
    assert codes(hand(text)) == ["SR-B015"]
    proposal = hand(text, columns={"geslacht": "*"})
    assert codes(proposal) == ["SR-B018"]
    assert "'man' en 'vrouw'" in proposal.findings[0].message


def test_the_same_value_twice_is_fine(hand: Hand) -> None:
    """A figure that stands there twice and agrees with itself is one figure."""
    assert list(cells(hand("jaar;bron;aantal\n2022;IND;6590\n2022;IND;6.590\n")).values()) == [
        "6590"
    ]


def test_a_footnote_makes_a_figure_provisional(hand: Hand) -> None:
    """'2023*' with '* voorlopige cijfers' below."""
    proposal = hand(";IND\n2022;6590\n2023*;11670\n\n* voorlopige cijfers\n")
    assert {cell.reading.year for cell in proposal.cells if cell.reading.provisional} == {2023}


def test_a_footnote_makes_a_part_of_a_year(hand: Hand) -> None:
    """'2023 1)' with '1) t/m oktober' below."""
    proposal = hand(";IND\n2022;6590\n2023 1);9210\n\n1) t/m oktober\n")
    assert ("instroom.ind", 2023, "t/m oktober", None) in cells(proposal)


def test_a_part_without_a_year_is_asked(hand: Hand) -> None:
    """'Instroom tot en met oktober' may hold for every year or for the last."""
    text = "Instroom tot en met oktober\n;IND\n2022;6590\n2023;9210\n"
    proposal = hand(text)
    assert codes(proposal) == ["SR-B016"]
    assert ("instroom.ind", 2023, "t/m oktober", None) in cells(
        hand(text, periods={2023: "t/m oktober"})
    )


def test_a_reference_date_within_the_year_is_asked(hand: Hand) -> None:
    """Figures of 2023 known on 31 October 2023 can hardly be of the whole year; a stock can."""
    assert codes(hand("Peildatum: 31 oktober 2023\n;IND\n2023;9210\n", reference_date=None)) == [
        "SR-B016"
    ]
    assert (
        codes(
            hand(
                "Peildatum: 31 oktober 2023\n;Caseload aan het eind van het jaar\n2023;9210\n",
                reference_date=None,
            )
        )
        == []
    )


def test_no_reference_date_is_asked(hand: Hand) -> None:
    """A file that does not say when its figures were known."""
    assert codes(hand("jaar;IND\n2022;6590\n", reference_date=None)) == ["SR-B019"]


WORDS = st.text(st.characters(codec="latin-1", categories=["L", "N", "Zs", "P"]), max_size=12)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None
)
@given(WORDS, st.integers(0, 3), st.integers(0, 3))
def test_a_spoilt_cell_never_moves_a_value(hand: Hand, words: str, row: int, column: int) -> None:
    """Whatever stands in one cell of a table, every value that is read is one of the table, under
    its own name and year.
    """
    table = [
        ["", "IND", "Politie", "KMar"],
        ["2021", "9200", "2320", "880"],
        ["2022", "6590", "2450", "840"],
        ["2023", "11670", "2740", "940"],
    ]
    wanted: dict[tuple[str, int, str | None, str | None], str] = {
        (f"instroom.{name}", int(line[0]), None, None): value
        for line in table[1:]
        for name, value in zip(("ind", "np", "kmar"), line[1:], strict=True)
    }
    table[row][column] = words
    text = "\n".join(
        ";".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in table
    )
    proposal = hand("Instroom naar bron\n" + text + "\n")
    if proposal.questions or any(
        finding.severity.value == "error" for finding in proposal.findings
    ):
        return
    for cell in proposal.cells:
        if (
            row
            and column
            and (cell.reading.value.line, cell.reading.value.column) == (row + 2, "ABCD"[column])
        ):
            continue  # the spoilt value itself
        spoilt_year = column == 0 and cell.reading.value.line == row + 2
        spoilt_name = row == 0 and cell.reading.value.column == "ABCD"[column]
        if not (spoilt_year or spoilt_name):
            assert wanted[cell.name] == cell.text
