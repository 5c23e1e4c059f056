# SPDX-License-Identifier: EUPL-1.2
"""`ook_genoemd`: the names under which others deliver a table or a column."""

from __future__ import annotations

import pytest

from standrapport.project.reading import load_catalogue
from tests.conftest import ProjectMaker

CATALOGUE = """\
tabellen:
  instroom:
    titel: Instroom
    ook_genoemd: Verzonnen instroom
    kolommen:
      ind: {titel: IND, ook_genoemd: [Immigratiedienst, I.N.D.]}
      np:
        titel: Politie
        kort: NP
        ook_genoemd: NAMES
"""


def test_other_names_are_read(project: ProjectMaker) -> None:
    """A list or one name, at a table and at a column; nothing where it is not given."""
    folder = project({"figures/indicatoren.yaml": CATALOGUE.replace("NAMES", "Nationale politie")})
    catalogue, findings = load_catalogue(folder)
    table = catalogue.tables["instroom"]
    assert table.also_named == ("Verzonnen instroom",)
    assert [column.also_named for column in table.columns.values()] == [
        ("Immigratiedienst", "I.N.D."),
        ("Nationale politie",),
    ]
    assert not [
        finding for finding in findings if finding.locations[0].file == "figures/indicatoren.yaml"
    ]
    plain, _ = load_catalogue(project({}))
    assert {table.also_named for table in plain.tables.values()} == {()}


@pytest.mark.parametrize(
    ("names", "other", "line", "column"),
    [
        ("[Korps, immigratiedienst]", "immigratiedienst", 6, 38),
        ("[ind]", "ind", 6, 7),
        ("i n d", "i n d", 6, 7),
    ],
)
def test_a_name_of_two_columns_is_an_error_with_both_places(
    project: ProjectMaker, names: str, other: str, line: int, column: int
) -> None:
    """Another name, or the name or title, of one column can be no other name of the next, in
    whatever case or accents.
    """
    folder = project({"figures/indicatoren.yaml": CATALOGUE.replace("NAMES", names)})
    findings = [finding for finding in load_catalogue(folder)[1] if finding.code == "SR-L021"]
    assert [
        [(place.line, place.column) for place in finding.locations] for finding in findings
    ] == [[(10, 22), (line, column)]]
    assert findings[0].message.startswith(
        f"'{other}' hoort al bij kolom ind van instroom (regel {line})"
    )
