# SPDX-License-Identifier: EUPL-1.2
"""The sixty deliveries of tests/intake/bezorging/, judged as its LEESMIJ.md says."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .cases import Case, Place, answer_of, figures_in, same

HERE = Path(__file__).parent / "bezorging"
TOLD = "SR-B021"  # that something was left out may always be said
WARNED = {"oude levering", "som", "voorlopig"}  # traps in which the word is missing, not the number


@dataclass(frozen=True)
class Delivered(Case):
    """One delivery, in the project it names."""

    @cached_property
    def trap(self) -> str:
        """The kind of trap; '' for a plain delivery."""
        return str(self.expected.get("valstrik", ""))

    @property
    def project(self) -> Path:
        """The invented project that the file is delivered to."""
        return HERE / "project" / str(self.expected["project"])

    @property
    def wrong(self) -> Mapping[Place, str]:
        """Figures that a naive reader writes and that must not come."""
        naive = {**self.expected, "waarden": self.expected.get("niet", {})}
        other = Delivered(self.folder)
        other.__dict__["expected"] = naive
        return other.values

    def lay_out(self, folder: Path) -> Path:
        """Copy the project and put the file beside it; gives the project."""
        shutil.copytree(self.project, folder / "project")
        shutil.copy(self.file, folder)
        return folder / "project"


@dataclass(frozen=True)
class Came:
    """What became of a delivery: what was written, what the figure files say then, and the codes
    that were said.
    """

    written: Mapping[Place, str]
    stands: Mapping[Place, str]
    codes: frozenset[str]
    said: str


def delivered(case: Delivered, folder: Path) -> Came:
    """Run the import without an answer to any question (`--ja`) and see what it wrote."""
    project = case.lay_out(folder)
    before = figures_in(project, case.edition)
    answer = answer_of(case.run(project, "--ja", "--format", "json"))
    after = figures_in(project, case.edition)
    written = {place: cell["cell"] for place, cell in after.items() if before.get(place) != cell}
    findings = answer["findings"]
    said = "; ".join(one["message"] for one in findings)
    stands = {place: cell["cell"] for place, cell in after.items()}
    return Came(written, stands, frozenset(one["code"] for one in findings), said)


def verdict(case: Delivered, came: Came) -> str:
    """'goed', 'gevraagd' (a plain one that was asked about), 'gemist' (a plain one of which values
    were left out), 'gevangen' or 'fout'.
    """
    expected = {place: same(cell) for place, cell in case.values.items()}
    wanted = [
        {code} if isinstance(code, str) else set(code) for code in case.expected["bevindingen"]
    ]
    if not case.trap:
        if not came.written:
            return "gevraagd" if expected else "goed"
        if not _holds(expected, came.written):
            return "fout"
        whole = all(came.stands.get(place) == cell for place, cell in expected.items())
        return "goed" if whole else "gemist"
    wrong = {place: same(cell) for place, cell in case.wrong.items()}
    if case.refused or not came.written:
        return "fout" if came.written else "gevangen"
    if any(came.written.get(place) == cell for place, cell in wrong.items()):
        return "fout"
    if case.trap in WARNED and not all(codes & came.codes for codes in wanted):
        return "fout"
    return "gevangen" if _holds(expected, came.written) else "fout"


def _holds(expected: Mapping[Place, str], written: Mapping[Place, str]) -> bool:
    """What was written is what was expected; known figures that stayed as they were may lack."""
    return all(expected.get(place) == cell for place, cell in written.items())


CASES = [Delivered(folder) for folder in sorted(HERE.glob("[0-9]*")) if folder.is_dir()]
