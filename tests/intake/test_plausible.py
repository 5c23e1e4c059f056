# SPDX-License-Identifier: EUPL-1.2
"""Figures that can hardly be what they say: those of another column, of another row, of another
year, of part of a year.
"""

from __future__ import annotations

import pytest

from standrapport.intake.senses import times

from .conftest import Hand, cells, codes

KEYS = "Nationaliteit;{};\nSyrische;{};\nIraakse;{};\nOverige nationaliteiten;{};\n"


def test_two_columns_that_changed_places_are_asked(hand: Hand) -> None:
    """Each known figure would become that of the other column."""
    swapped = "jaar;IND;NP;KMar;Overig;Totaal\n2021;2320;9200;880;1440;13840\n"
    proposal = hand(swapped)
    assert [one.option for one in proposal.questions] == ["schaal"]
    assert "verwisseld" in proposal.questions[0].sentence
    assert "instroom.ind 2021 wordt 2320" in proposal.questions[0].sentence
    assert codes(hand(swapped, scale_agreed=True)) == []


def test_a_correction_is_not_a_change_of_places(hand: Hand) -> None:
    """One figure that becomes another's, or some that become new ones, are figures."""
    assert cells(hand("jaar;IND;NP;KMar;Overig;Totaal\n2021;9210;2310;880;1440;13840\n"))
    assert cells(hand("jaar;IND;NP;KMar;Overig;Totaal\n2021;9200;1440;880;2320;13850\n"))


def test_rows_that_shifted_are_asked(hand: Hand) -> None:
    """Names in another order than their numbers."""
    proposal = hand(KEYS.format(2021, 220, 3270, 540), table="nationaliteiten")
    assert "verwisseld" in proposal.questions[0].sentence


def test_an_old_table_under_a_new_year_is_asked(hand: Hand) -> None:
    """Nothing differs from a year that is known."""
    proposal = hand(KEYS.format(2023, 540, 220, 3270), table="nationaliteiten")
    assert "precies die van 2021" in proposal.questions[0].sentence
    assert cells(hand(KEYS.format(2023, 550, 220, 3270), table="nationaliteiten"))


def test_a_day_within_the_year_beside_a_row_is_asked(hand: Hand) -> None:
    """A year of which the last day lies in October was not counted to its end."""
    text = "jaar;Syrische;Laatste registratie\n2022;540;31-10-2022\n"
    proposal = hand(text, table="nationaliteiten", columns={"laatste registratie": "*"})
    assert [one.option for one in proposal.questions] == ["periode"]
    assert "31 oktober 2022" in proposal.questions[0].sentence
    whole = hand(text.replace("31-10-2022", "31-12-2022"), table="nationaliteiten")
    assert ("nationaliteiten.zonder_toezicht", 2022, None, "Syrische") in cells(whole)


def test_dots_between_whole_things_are_thousands(hand: Hand) -> None:
    """Nobody counts one person and two hundred thousandths."""
    read = cells(hand("jaar;IND;NP\n2022;6.590;2.450\n"))
    assert read["instroom.ind", 2022, None, None] == "6590"


def test_the_sign_of_the_euro_is_no_part_of_a_number(hand: Hand) -> None:
    """And an amount is no count of persons."""
    proposal = hand("jaar;IND;NP\n2022;€ 6.590;€ 2.450\n")
    assert set(codes(proposal)) == {"SR-B017"}
    assert "bedrag in euro, maar instroom.ind telt personen" in proposal.findings[0].message


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("duizend euro", 1000),
        ("x € 1.000", 1000),
        ("miljoen euro", 10**6),
        ("x 1 000 000", 10**6),
        ("€ mln", 10**6),
        ("euro", 1),
        ("personen", 1),
    ],
)
def test_how_many_a_one_stands_for(text: str, many: int) -> None:
    assert times(text) == many
