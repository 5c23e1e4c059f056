# SPDX-License-Identifier: EUPL-1.2
"""One cell of a figure file: what each notation stands for, and what is refused in which words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given, strategies as st

from standrapport.core.model import Column, Kind
from standrapport.core.notation import format_getal
from standrapport.messages import found
from standrapport.project.reading.cells import BadCell, CellRead, read_cell
from tests.core.invented import column

COUNT = column("t.a", rounding=Decimal(10), suppression=5)
SHARE = column("t.p", rounding=Decimal("0.1"), unit="procent")
FREE = column("t.f")


@pytest.mark.parametrize(
    ("raw", "own", "value", "decimals", "printed"),
    [
        ("13840", COUNT, "13840", 0, "13.840"),
        (" 13.840 ", COUNT, "13840", 0, "13.840"),
        ("1.234.560", COUNT, "1234560", 0, "1.234.560"),
        ("0", COUNT, "0", 0, "0"),
        ("54,2", SHARE, "54.2", 1, "54,2\u00a0%"),
        ("54", SHARE, "54", 1, "54,0\u00a0%"),
        ("13.840,5", FREE, "13840.5", 1, "13.840,5"),
        ("7,50", FREE, "7.50", 1, "7,5"),
    ],
)
def test_numbers(raw: str, own: Column, value: str, decimals: int, printed: str) -> None:
    """Dutch notation, with at least the decimals of the rounding and all there are."""
    assert read_cell(raw, own) == CellRead(Kind.VALUE, Decimal(value), printed, decimals)


@pytest.mark.parametrize(
    ("raw", "kind", "printed"),
    [
        *((raw, Kind.UNKNOWN, "n.n.b.") for raw in ("", "  ", "n.n.b.", "N.N.B.", "nnb", "n.n.b")),
        *((raw, Kind.UNAVAILABLE, "n.b.") for raw in ("n.b.", "NB", "n.b")),
        *((raw, Kind.OUTSIDE, "b.l.") for raw in ("b.l.", "B.L.", "bl")),
        *((raw, Kind.NOT_APPLICABLE, "n.v.t.") for raw in ("n.v.t.", "N.v.t", "nvt")),
        *((raw, Kind.SUPPRESSED, "<5") for raw in ("<5", " < 5", "<\u00a05")),
    ],
)
def test_marks(raw: str, kind: Kind, printed: str) -> None:
    """What has no number: not yet known, does not apply, or not shown."""
    assert read_cell(raw, COUNT) == CellRead(kind, None, printed)


@pytest.mark.parametrize(
    ("raw", "own", "code", "sentence"),
    [
        # Only the limit that was agreed: '<3' would tell more than '<5'.
        ("<3", COUNT, "SR-L013", "'<3' kan hier niet: bij t.a is '<5' afgesproken. Schrijf dat, of het getal."),
        ("<6", COUNT, "SR-L013", "'<6' kan hier niet: bij t.a is '<5' afgesproken. Schrijf dat, of het getal."),
        ("<5", FREE, "SR-L013", "'<5' kan hier niet: bij t.f is geen onderdrukking afgesproken. Vul het getal in, of zet 'onderdrukking: 5' in indicatoren.yaml."),
        ("-10", COUNT, "SR-L012", "−10 is negatief; een aantal of aandeel is nul of meer. Haal het minteken weg of verbeter het getal."),
        ("−0,5", SHARE, "SR-L012", "−0,5 is negatief; een aantal of aandeel is nul of meer. Haal het minteken weg of verbeter het getal."),
        ("13843", COUNT, "SR-L010", "13.843 is niet afgerond op 10, zoals voor t.a is afgesproken; bedoelt u 13.840?"),
        ("54,25", SHARE, "SR-L010", "54,25 is niet afgerond op 0,1, zoals voor t.p is afgesproken; bedoelt u 54,2?"),
        ("13.84", COUNT, "SR-L009", "'13.84' is geen getal in Nederlandse notatie. Bedoelt u 13.840?"),
        ("13.8", COUNT, "SR-L009", "'13.8' is geen getal in Nederlandse notatie. Bedoelt u 13.800?"),
        ("54.2", SHARE, "SR-L009", "'54.2' is geen getal in Nederlandse notatie. Bedoelt u 54,2?"),
        ("1384.0000", COUNT, "SR-L009", "'1384.0000' is geen getal in Nederlandse notatie. Bedoelt u 13.840.000?"),
        ("13 840", COUNT, "SR-L009", "'13 840' is geen getal in Nederlandse notatie. Bedoelt u 13.840?"),
        ("13,840", COUNT, "SR-L009", "'13,840' is geen getal in Nederlandse notatie. Bedoelt u 13.840?"),
        ("1,234.5", COUNT, "SR-L009", "'1,234.5' is geen getal in Nederlandse notatie. Bedoelt u 1.234,5?"),
        ("54,2 %", SHARE, "SR-L009", "'54,2 %' is geen getal in Nederlandse notatie. Laat het procentteken weg: 54,2."),
        ("ca. 50", COUNT, "SR-L009", "'ca. 50' is geen getal in Nederlandse notatie. Schrijf alleen het getal, zoals 13.840 of 54,2."),
        ("veel", COUNT, "SR-L009", "'veel' is geen getal in Nederlandse notatie. Schrijf een getal, n.n.b. (nog niet bekend), n.b. (niet beschikbaar), n.v.t. (niet van toepassing) of b.l. (buiten de lijst)."),
    ],
)  # fmt: skip
def test_what_is_refused(raw: str, own: Column, code: str, sentence: str) -> None:
    """Its code, what was found, and what to do."""
    with pytest.raises(BadCell) as caught:
        read_cell(raw, own)
    problem = caught.value
    told = found(problem.code, said=problem.said, which=problem.which).message
    assert (problem.code, told) == (code, sentence)


@given(st.integers(0, 10**12), st.sampled_from([0, 1, 2, 4]))
def test_what_is_printed_reads_as_itself(number: int, decimals: int) -> None:
    """A number as the report prints it is that number again.

    Three decimals look like English thousands in a column of whole numbers, and are refused there;
    four of which the last is 0 are printed as three.
    """
    value = Decimal(number).scaleb(-decimals)
    assume(value.normalize().as_tuple().exponent != -3)
    found = read_cell(format_getal(value, decimals), FREE)
    assert found.value == value
    assert read_cell(found.printed, FREE) == found
