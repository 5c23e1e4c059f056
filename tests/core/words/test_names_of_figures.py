# SPDX-License-Identifier: EUPL-1.2
"""A figure as nobody can take it for another: table, column, key, and the group where it must."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standrapport.core.model import Table
from standrapport.core.words import full_name, with_key
from tests.core.invented import catalogue, column, derived, table


def several(name: str, title: str, **populations: str) -> Table:
    """A table with a column per population, each with its title."""
    columns = {
        one: column(f"{name}.{one}", title=one.capitalize(), population=group)
        for one, group in populations.items()
    }
    return replace(table(name), title=title, columns=columns)


KNOWN = catalogue(
    several("t", "Vertrek", zelf="caseload", begeleid="caseload"),
    several("u", "Vertrek", zelf="keten", begeleid="caseload", overig=""),
    several("w", "Vertrek", overig="keten", rest="", twee=""),
    several("land", "Landen", aantal="caseload"),
    several("zelfde", "Aantal", aantal="", meer=""),
    derived("d.x", "t.zelf", title="Aandeel", population="caseload"),
    derived("d.y", "t.zelf", title="Aandeel", population="keten"),
    derived("d.z", "t.zelf", title="Groei", population="keten"),
)


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        # Two of one name that count other groups; of the same group, or of none said, nothing helps.
        ("t.zelf", "Vertrek: Zelf (caseload)"),
        ("u.zelf", "Vertrek: Zelf (keten)"),
        ("t.begeleid", "Vertrek: Begeleid"),
        ("u.overig", "Vertrek: Overig"),
        ("w.overig", "Vertrek: Overig (keten)"),
        ("w.rest", "Vertrek: Rest"),
        # A table of one column is that column; a column called as its table is.
        ("land.aantal", "Landen"),
        ("zelfde.aantal", "Aantal"),
        ("zelfde.meer", "Aantal: Meer"),
        ("d.x", "Aandeel (caseload)"),
        ("d.y", "Aandeel (keten)"),
        ("d.z", "Groei"),
        ("weg.x", "weg.x"),
    ],
)
def test_the_whole_name(ref: str, name: str) -> None:
    known = replace(KNOWN)  # with nothing asked before
    assert full_name(known, ref) == name
    assert full_name(known, ref, "Noord") == f"{name}: Noord"


def test_an_empty_key_is_a_key() -> None:
    assert (with_key("Naam", None), with_key("Naam", "")) == ("Naam", "Naam: ")
