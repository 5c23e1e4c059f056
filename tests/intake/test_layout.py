# SPDX-License-Identifier: EUPL-1.2
"""One table in every orientation gives the same figures."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings, strategies as st

from tests.intake.conftest import Hand, cells, codes

COLUMNS = {"ind": "IND", "np": "NP", "kmar": "KMar", "overig": "Overige bronnen"}
TABLES = st.dictionaries(
    st.integers(2005, 2024),
    st.tuples(*(st.integers(1, 5000) for _ in COLUMNS)).map(
        lambda row: {name: n * 10 for name, n in zip(COLUMNS, row, strict=True)}
    ),
    min_size=1,
    max_size=6,
)
Table = dict[int, dict[str, int]]


def down(table: Table) -> str:
    """Years down, sources across, no head above the years."""
    return "\n".join(
        [
            f";{';'.join(COLUMNS.values())}",
            *(f"{year};{';'.join(map(str, row.values()))}" for year, row in table.items()),
        ]
    )


def across(table: Table) -> str:
    """Years across."""
    return "\n".join(
        [
            f"Bron;{';'.join(map(str, table))}",
            *(
                f"{title};{';'.join(str(row[name]) for row in table.values())}"
                for name, title in COLUMNS.items()
            ),
        ]
    )


def long(table: Table) -> str:
    """A row per year and source."""
    return "\n".join(
        [
            "jaar;bron;aantal",
            *(
                f"{year};{COLUMNS[name]};{value}"
                for year, row in table.items()
                for name, value in row.items()
            ),
        ]
    )


def turned(table: Table) -> str:
    """The same list with its columns in another order."""
    return "\n".join(
        [
            "Aantal;Bron;Jaar",
            *(
                f"{value};{COLUMNS[name]};{year}"
                for year, row in table.items()
                for name, value in row.items()
            ),
        ]
    )


def two_floors(table: Table) -> str:
    """One row, years above sources, each year written once (a merged head saved as CSV)."""
    blank = ";" * (len(COLUMNS) - 1)
    years = ";".join(f"{year}{blank}" for year in table)
    titles = ";".join(";".join(COLUMNS.values()) for _ in table)
    return f";{years}\n;{titles}\nPersonen;{';'.join(str(value) for row in table.values() for value in row.values())}"


def grouped(table: Table) -> str:
    """Years once per group of rows (a pivot table)."""
    lines = ["Jaar;Bron;Aantal"]
    for year, row in table.items():
        lines += [
            f"{year if at == 0 else ''};{COLUMNS[name]};{value}"
            for at, (name, value) in enumerate(row.items())
        ]
    return "\n".join(lines)


FORMS = (down, across, long, turned, two_floors, grouped)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(
    TABLES, st.sampled_from(FORMS), st.sampled_from(["", "Instroom naar bron\n\n", "Instroom\n"])
)
def test_every_orientation_reads_the_same(
    hand: Hand, table: Table, form: object, title: str
) -> None:
    """Wide or long, turned, on two floors or grouped: the figures are those of the table, no more
    and no less.
    """
    assert callable(form)
    wanted = {
        (f"instroom.{name}", year, None, None): str(value) if value >= 5 else "<5"
        for year, row in table.items()
        for name, value in row.items()
    }
    # Drawn figures may be far from those that are known, which is asked about elsewhere.
    assert cells(hand(title + form(table), scale_agreed=True)) == wanted


def test_two_tables_below_each_other(hand: Hand) -> None:
    """Each table takes the name above it."""
    proposal = hand(
        "Instroom naar bron\n;IND;NP\n2022;6590;2450\n\nVertrek ketenbreed\n;Zelfstandig;Gedwongen\n2022;2450;1850\n"
    )
    assert set(cells(proposal)) == {
        (ref, 2022, None, None)
        for ref in ("instroom.ind", "instroom.np", "ketenbreed.zelfstandig", "ketenbreed.gedwongen")
    }


def test_two_tables_beside_each_other(hand: Hand) -> None:
    """An empty column parts two tables."""
    proposal = hand(
        ";IND;NP;;;Zelfstandig;Gedwongen\n2022;6590;2450;;2021;2100;1630\n2023;11670;2740;;2022;2450;1850\n",
        table=None,
        columns={"zelfstandig": "vertrek.zelfstandig"},
    )
    assert {name[:2] for name in cells(proposal) if name[0].startswith("vertrek")} == {
        (f"vertrek.{kind}", year) for kind in ("zelfstandig", "gedwongen") for year in (2021, 2022)
    }


def test_a_section_is_a_table_of_its_own(hand: Hand) -> None:
    """A line with only a name starts a part with the same head."""
    proposal = hand(
        "Bron;2021;2022\nInstroom\nIND;9200;6590\nNP;2320;2450\nVertrek ketenbreed\nZelfstandig;2100;2450\nGedwongen;1630;1850\n"
    )
    assert {name[0] for name in cells(proposal)} == {
        "instroom.ind",
        "instroom.np",
        "ketenbreed.zelfstandig",
        "ketenbreed.gedwongen",
    }


def test_a_year_in_the_title_only(hand: Hand) -> None:
    """A table of one year takes it from its title; without any year it is asked."""
    assert set(cells(hand("Instroom 2022\nIND;6590\nNP;2450\n"))) == {
        ("instroom.ind", 2022, None, None),
        ("instroom.np", 2022, None, None),
    }
    assert codes(hand("Instroom\nIND;6590\nNP;2450\n")) == ["SR-B016"]


def test_counts_that_look_like_years(hand: Hand) -> None:
    """2.050 persons and even 2018 persons are counts when they stand where counts stand."""
    proposal = hand("Jaar;IND;NP\n2021;2050;2018\n2022;2010;1990\n")
    assert list(cells(proposal).values()) == ["2050", "2020", "2010", "1990"]
