# SPDX-License-Identifier: EUPL-1.2
"""Ten layouts as they are published, with invented values: every value is read, and what was
answered once is not asked again by the same delivery.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from standrapport.intake.conversation import FILE

from .bezorgd import CASES, Delivered
from .cases import figures_in, same

# Layout and case, with the answers that a person gives to what is asked the first time.
LAYOUTS: dict[str, tuple[int, tuple[str, ...]]] = {
    "CBS long": (2001, ()),
    "CBS cross": (2002, ()),
    "Kiesraad": (2006, ("--kolom", "Lijstnummer=-", "--kolom", "Gebied=*")),
    "Rijksbegroting": (2007, ()),
    "Eurostat": (2011, ()),
    "UK sheet": (
        2013,
        (
            "--kolom",
            "Table 1: Work permits by country, 2023 and 2024=*",
            "--teken",
            "[c]=onderdrukt",
        ),
    ),
    "Destatis": (2014, ()),
    "municipal workbook": (2008, ()),
    "ODS": (2009, ()),
    "HTML table": (2010, ()),
}
BY_NUMBER = {int(case.folder.name[:4]): case for case in CASES}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_value_is_read(layout: str, tmp_path: Path) -> None:
    """All expected values stand in the figure files, each as it should, and no other changed."""
    number, answers = LAYOUTS[layout]
    case = BY_NUMBER[number]
    project = _taken(case, tmp_path / "eerst", answers)
    before, after = figures_in(case.project, case.edition), figures_in(project, case.edition)
    wanted = {place: same(cell) for place, cell in case.values.items()}
    assert len(wanted) >= 6
    assert {place: cell["cell"] for place, cell in after.items()} == {
        **{place: cell["cell"] for place, cell in before.items()},
        **wanted,
    }
    if answers:  # next year the same delivery asks nothing
        kept = (project / FILE).read_bytes()
        again = _taken(case, tmp_path / "later", (), kept)
        assert figures_in(again, case.edition) == after


def _taken(
    case: Delivered, folder: Path, answers: tuple[str, ...], kept: bytes | None = None
) -> Path:
    """A project to which the file was delivered, with what was `kept` of an earlier delivery."""
    folder.mkdir()
    project = case.lay_out(folder)
    if kept is not None:
        (project / FILE).write_bytes(kept)
    result = case.run(project, "--ja", *answers)
    assert result.exit_code == 0, result.output
    return project
