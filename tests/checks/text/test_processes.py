# SPDX-License-Identifier: EUPL-1.2
"""The picture of a process: names that lead somewhere, and sides that close."""

from __future__ import annotations

from pathlib import Path

import pytest

from standrapport.pipeline.check import check_edition
from tests.conftest import ProjectMaker

BLOCK = """titel: C
blokken:
  - soort: infographic
    titel: Verzonnen plaat
    van: [instroom.totaal]
    naar: [{uit}]
    wegen:
      - {{naam: een, titel: Verzonnen weg, naar: {weg}}}
      - {{naam: {naam}, titel: Tweede weg, naar: {weg}, terug: {{titel: Terug, naar: {terug}}}}}
    voorwaarden_voor: {voor}
    voorwaarden: [{{titel: Verzonnen eis}}]
{meer}"""
GOOD = {
    "uit": "instroom.ind, instroom.np",
    "weg": "instroom.ind",
    "naam": "twee",
    "terug": "een",
    "voor": "twee",
    "meer": "",
}


def _found(folder: Path, code: str) -> list[str]:
    return [f.message for f in check_edition(folder, 2021).findings if f.code == code]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"weg": "instroom.totaal"}, "komt uit op instroom.totaal"),
        ({"terug": "drie"}, "staat 'drie', en zo'n andere weg is er niet; er zijn 'een' en 'twee'"),
        ({"terug": "twee"}, "zo'n andere weg is er niet"),
        ({"voor": "vier"}, "Bij 'voorwaarden_voor' staat 'vier'"),
        ({"naam": "een"}, "al van een andere weg"),
        ({"weg": "[]"}, "komt nergens op uit"),
    ],
)
def test_a_name_that_leads_nowhere(
    project: ProjectMaker, change: dict[str, str], says: str
) -> None:
    """Each is an error at its own line, with what there is."""
    folder = project({"content/2021/cijfers.yaml": BLOCK.format(**{**GOOD, **change})})
    assert any(says in message for message in _found(folder, "SR-S062"))


def test_a_good_process_says_nothing(project: ProjectMaker) -> None:
    """The ways of the block as it should be."""
    folder = project({"content/2021/cijfers.yaml": BLOCK.format(**GOOD)})
    assert _found(folder, "SR-S062") == []


def test_sides_that_do_not_close(project: ProjectMaker) -> None:
    """A difference that rounding cannot explain is told, with its size."""
    short = {**GOOD, "uit": "instroom.ind"}
    folder = project({"content/2021/cijfers.yaml": BLOCK.format(**short)})
    assert any("niet uitgesplitst" in message for message in _found(folder, "SR-S063"))
    stays = "    blijft: {titel: Rest, cijfer: instroom.np}\n"
    folder = project({"content/2021/cijfers.yaml": BLOCK.format(**{**short, "meer": stays})})
    assert _found(folder, "SR-S063") == []
