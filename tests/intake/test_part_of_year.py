# SPDX-License-Identifier: EUPL-1.2
"""Texts beside and below figures that make a year a part of one, or change how it is counted: read
or asked, wherever they stand and however they are put. All figures are invented.
"""

from __future__ import annotations

import pytest

from .conftest import Hand, cells

BESIDE = "jaar;IND;NP;opmerking\n2022;6590;2450;\n2023;7210;2300;{}\n"
ACROSS = ";2022;2023\nIND;6590;7210\nNP;2450;2300\nopmerking;;{}\n"
BELOW = "jaar;IND;NP\n2022;6590;2450\n2023;7210;2300\n\n{}\n"


@pytest.mark.parametrize(
    ("remark", "period"),
    [
        ("t/m september", "t/m september"),
        ("eerste drie kwartalen", "t/m september"),
        ("eerste negen maanden", "t/m september"),
        ("alle cijfers t/m september", "t/m september"),
        ("de eerste tien maanden van 2023", "t/m oktober"),
    ],
)
def test_a_remark_beside_a_row_tells_the_part(hand: Hand, remark: str, period: str) -> None:
    """However it is put, only that row is a part of its year."""
    text = BESIDE.format(remark)
    columns = {remark: "*"} if "alle" in remark else {}
    read = cells(hand(text, columns=columns))
    years = {(year, part) for _, year, part, _ in read}
    if columns:  # said not to matter
        assert years == {(2022, None), (2023, None)}
    else:
        assert years == {(2022, None), (2023, period)}


@pytest.mark.parametrize(
    "remark",
    [
        "nog niet volledig", "onvolledig", "2023 loopt nog", "tussenstand", "definitief t/m september",
        "wordt nog aangevuld", "niet heel 2023", "zonder de laatste maand",
        "gegevens t/m 30-9-2023", "in september gesloten", "t/m juni oud, daarna nieuw systeem",
    ],
)  # fmt: skip
def test_a_remark_that_leaves_the_part_open_is_asked(hand: Hand, remark: str) -> None:
    """Which part it is cannot be read; an answer for the year settles it."""
    asked = [one.option for one in hand(BESIDE.format(remark)).questions]
    assert "periode" in asked
    agreed = hand(BESIDE.format(remark), periods={2023: None}, columns={remark: "*"})
    assert ("instroom.ind", 2023, None, None) in cells(agreed)


@pytest.mark.parametrize("remark", ["nieuw loket", "zie 2019", "in 2021 verhuisd", ""])
def test_other_remarks_are_no_question(hand: Hand, remark: str) -> None:
    """What says nothing of a part of this year is left alone."""
    assert ("instroom.ind", 2023, None, None) in cells(hand(BESIDE.format(remark)))


def test_a_source_beside_a_row_is_no_remark(hand: Hand) -> None:
    """The day of a news item is no part of the year."""
    text = BESIDE.replace("opmerking", "bron").format("NOS, 7 februari 2024, over 2023")
    assert ("instroom.ind", 2023, None, None) in cells(hand(text))


@pytest.mark.parametrize("remark", ["eerste drie kwartalen", "nog niet volledig", "t/m september"])
def test_a_row_of_remarks_is_no_head(hand: Hand, remark: str) -> None:
    """Remarks may stand under the columns of the years."""
    assert {one.option for one in hand(ACROSS.format(remark)).questions} == {"periode"}


def test_words_under_the_figures_are_never_lost(hand: Hand) -> None:
    """A last row with a name of its own and texts heads nothing: it is a text."""
    proposal = hand(ACROSS.replace("opmerking", "bijzonderheden").format("verhuisd"))
    assert [one.text for one in proposal.unread] == ["bijzonderheden verhuisd"]


def test_a_footnote_that_calls_a_year_unfinished_is_asked(hand: Hand) -> None:
    """The note of a star at the year."""
    text = ";2022;2023*\nIND;6590;7210\nNP;2450;2300\n\n* nog niet volledig\n"
    assert [one.option for one in hand(text).questions] == ["periode"]


@pytest.mark.parametrize(
    ("note", "asked"),
    [
        ("Vanaf 1 juli 2023 tellen ook telefonische aanvragen mee.", True),
        ("Telefonische aanvragen tellen niet mee.", True),
        ("Sinds maart 2023 worden mails apart geregistreerd.", True),
        ("Met ingang van 2023 vallen heropeningen hieronder.", True),
        ("Sinds 2019 staat deze tabel op de website.", False),
        ("Deze tabel is van de website.", False),
    ],
)
def test_a_note_on_what_is_counted_is_asked(hand: Hand, note: str, asked: bool) -> None:
    """From when on, or whether, something counts: the figures may be others."""
    proposal = hand(BELOW.format(note))
    assert [one.about for one in proposal.questions] == [note] * asked
    if asked:
        assert cells(hand(BELOW.format(note), columns={note: "*"}))


PART = "Instroom naar bron (t/m november 2022)\n\njaar;IND;NP;KMar;Overig;Totaal\n{}\n2022;8000;2100;700;1400;12200\n"


def test_a_year_beside_a_part_of_the_next_that_falls_everywhere_is_asked(hand: Hand) -> None:
    """A table up to November compares the same months: eleven twelfths of what is known."""
    proposal = hand(PART.format("2021;8430;2130;810;1320;12690"))
    assert [(one.option, one.about) for one in proposal.questions] == [("periode", "2021")]
    assert list(proposal.questions[0].answers) == ["t/m november", "heel"]
    part = hand(PART.format("2021;8430;2130;810;1320;12690"), periods={2021: "t/m november"})
    assert ("instroom.ind", 2021, "t/m november", None) in cells(part)
    assert cells(hand(PART.format("2021;9190;2320;880;1440;13830")))  # a correction
    assert cells(hand(PART.format("2021;8430;2330;810;1320;12690")))  # one of them grew


def test_two_columns_are_enough_for_an_old_delivery(hand: Hand) -> None:
    """A new year that repeats a known one."""
    asked = hand("jaar;IND;NP\n2021;9200;2320\n2022;9200;2320\n").questions
    assert [one.option for one in asked] == ["schaal"]
    assert "precies die van 2021" in asked[0].sentence


def test_a_flag_that_was_read_is_not_told_as_unread(hand: Hand) -> None:
    """What made a figure provisional was used."""
    proposal = hand("jaar;IND;;NP;\n2022;6590;p;2450;\n2023;7210;p;2300;p\n")
    assert all(
        one.provisional
        for region in proposal.regions
        for one in region.readings
        if one.value.content.marks
    )
    assert [one.text for one in proposal.unread] == []
