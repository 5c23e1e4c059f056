# SPDX-License-Identifier: EUPL-1.2
"""Numbers of delivered tables: Dutch, English, or a question."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from standrapport.intake.grids.grid import Cell
from standrapport.intake.numbers import Says, parse, read_content
from tests.intake.conftest import Hand, cells, codes


@pytest.mark.parametrize(
    ("text", "dutch", "english"),
    [("13.840", 13840, "13.840"), ("13,84", "13.84", None), ("13840", 13840, 13840), ("1.234.567,8", "1234567.8", None), ("1,234.5", None, "1234.5"), ("13 840", 13840, 13840), ("13.84", None, "13.84"), ("13.8401", None, "13.8401")],
)  # fmt: skip
def test_a_text_in_both_notations(text: str, dutch: str | None, english: str | None) -> None:
    """A dot between thousands is a decimal point elsewhere."""
    assert [parse(text, "nl"), parse(text, "en")] == [
        None if one is None else Decimal(one) for one in (dutch, english)
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [("", Says.EMPTY), ("n.n.b.", Says.UNKNOWN), (".", Says.UNKNOWN), ("n.v.t.", Says.NOT_APPLICABLE), ("b.l.", Says.OUTSIDE), ("n.b.", Says.UNKNOWN), ("< 5", Says.SUPPRESSED), ("minder dan 5", Says.SUPPRESSED),
     ("-", Says.DASH), ("–", Says.DASH), ("x", Says.CROSS), ("13.840*", Says.NUMBER), ("54,2 %", Says.NUMBER), ("veel", Says.TEXT), ("9200 personen", Says.TEXT)],
)  # fmt: skip
def test_what_a_cell_says(text: str, says: Says) -> None:
    """Numbers, words for what is missing, and everything else."""
    assert read_content(Cell(text)).says is says


@given(st.integers(0, 10**9), st.sampled_from(["nl", "en"]))
def test_thousands_are_read_back(number: int, notation: str) -> None:
    """A whole number written with separators is read back in the notation it was written in."""
    written = f"{number:,}" if notation == "en" else f"{number:,}".replace(",", ".")
    assert parse(written, notation) == number  # type: ignore[arg-type]


def test_one_cell_decides_for_the_file(hand: Hand) -> None:
    """13.000 may be thirteen; 13.840 beside it cannot be 13,84 persons, so both are thousands."""
    proposal = hand("jaar;IND;NP\n2022;13.000;13.840\n")
    assert cells(proposal) == {
        ("instroom.ind", 2022, None, None): "13000",
        ("instroom.np", 2022, None, None): "13840",
    }
    assert (proposal.notation.notation, "13.840" in proposal.notation.reason) == ("nl", True)


def test_no_evidence_is_a_question(hand: Hand) -> None:
    """Thirteen or thirteen thousand: nothing is guessed; the question says both."""
    proposal = hand("jaar;IND;NP\n2022;13.000;2.000\n")
    assert codes(proposal) == ["SR-B014"]
    assert "13.000 of 13 zijn" in proposal.questions[0].sentence
    assert proposal.cells == []


@pytest.mark.parametrize(("notation", "value"), [("nl", "13000"), ("en", "10")])
def test_the_question_answered(hand: Hand, notation: str, value: str) -> None:
    """The chosen notation is used; what is left is rounded as agreed."""
    proposal = hand("jaar;IND\n2022;13.000\n", notation=notation)
    assert cells(proposal)["instroom.ind", 2022, None, None] == value


def test_both_notations_in_one_file(hand: Hand) -> None:
    """A file that contradicts itself is refused, not averaged."""
    proposal = hand("jaar;IND;NP\n2022;13.840;2,320\n")
    assert codes(proposal) == ["SR-B014"]


def test_a_lost_zero_is_never_repaired(hand: Hand) -> None:
    """13.84 persons is an error that asks whether 13.840 was meant."""
    proposal = hand("jaar;IND;NP\n2022;13.84;2.320\n")
    assert codes(proposal) == ["SR-B017"]
    assert "Bedoelt u 13.840?" in proposal.findings[0].message


def test_a_mark_stuck_to_the_digits(hand: Hand) -> None:
    """13.8401 may be 13.840 with footnote 1: it is asked, not cut."""
    proposal = hand("jaar;IND;NP\n2022;13.8401;2.320\n")
    assert codes(proposal) == ["SR-B017"]
    assert "voetnoot" in proposal.findings[0].message


def test_percentages(hand: Hand) -> None:
    """Dutch decimals in a table of percentages, with and without the sign."""
    proposal = hand("jaar;Nationaliteit vastgesteld;Aanvraag ingetrokken\n2022;54,2 %;40,1\n")
    assert set(cells(proposal).values()) == {"54,2", "40,1"}


@pytest.mark.parametrize(("answer", "cell"), [("nul", "<5"), ("nnb", "n.n.b."), ("nvt", "n.v.t.")])
def test_a_dash_means_what_people_say(hand: Hand, answer: str, cell: str) -> None:
    """'-' is nought to one service and unknown to another.

    Nought is suppressed where that is agreed.
    """
    text = "jaar;IND;NP\n2022;-;2320\n"
    assert codes(hand(text)) == ["SR-B019"]
    assert cells(hand(text, dash=answer))["instroom.ind", 2022, None, None] == cell


def test_a_cross_may_be_suppression(hand: Hand) -> None:
    """An 'x' is asked where counts may be suppressed, and unknown elsewhere."""
    assert codes(hand("jaar;IND;NP\n2022;x;2320\n")) == ["SR-B019"]
    assert (
        cells(hand("jaar;IND;NP\n2022;x;2320\n", cross="onderdrukt"))[
            "instroom.ind", 2022, None, None
        ]
        == "<5"
    )


def test_unrounded_values_are_rounded_and_small_ones_hidden(hand: Hand) -> None:
    """13.843 leaves as 13840 and 3 as '<5', and how many is told."""
    proposal = hand("jaar;IND;NP;KMar\n2022;13.843;3;880\n")
    assert list(cells(proposal).values()) == ["13840", "<5", "880"]
    assert "2 cellen" in proposal.findings[0].message
