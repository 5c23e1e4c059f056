# SPDX-License-Identifier: EUPL-1.2
"""A project for programs: its figures, tables and findings as pandas frames (docs/python.md)."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ..core.extras import need
from ..core.model import Finding, Severity
from ..messages import finding_lines
from ..pipeline.check import check_edition
from ..pipeline.checked import Checked
from ..pipeline.memory import LastTime
from ..project.places import UsageProblem, editions, find_project
from . import frames

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Project", "ProjectError", "open"]

Measure = Literal["value", "low", "high", "printed"]


class ProjectError(Exception):
    """A project, a year or its figures cannot be read.

    The message is Dutch, as on the command line; `findings` holds what was found, each with its
    code, sentence and place. Empty when there is no project or no such year.
    """

    def __init__(self, message: str, findings: Iterable[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)


class Project:
    """A project folder. Nothing is written, and changed files are read again at the next call."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._memories: dict[int, LastTime] = {}

    def __repr__(self) -> str:
        return f"standrapport.open({str(self.folder)!r})"

    @property
    def years(self) -> tuple[int, ...]:
        """The editions, earliest first."""
        return tuple(editions(self.folder))

    def figures(self, year: int) -> pd.DataFrame:
        """Every cell of the figure files of an edition, history included: a row per figure.

        `value` is the printed number; the true one lies from `low` up to and including `high`, both
        in the figure's `unit`. `<5` has no value and 0 to 4, n.n.b. has 0 to infinity.

        Raises:
            ProjectError: There is no such year, or a figure or its catalogue cannot be read.
            ImportError: pandas is not installed.

        """
        checked = self._readable(year)
        return frames.figures_frame(checked.catalogue, checked.figures, derived=False)

    def derived(self, year: int) -> pd.DataFrame:
        """The computed figures of an edition, in the same columns; `value` is rounded as printed,
        `low` and `high` follow from the formula. Raises as `figures`.
        """
        checked = self._readable(year)
        return frames.figures_frame(checked.catalogue, checked.figures, derived=True)

    def tables(self, year: int, values: Measure = "value") -> dict[str, pd.DataFrame]:
        """The figure files as they look: per table a row for every year (key) and period, a column
        for every column; `values` says what stands in the cells. Raises as `figures`.
        """
        checked = self._readable(year)
        figures = frames.figures_frame(checked.catalogue, checked.figures, derived=False)
        return frames.wide_frames(checked.catalogue, figures, values)

    def findings(self, year: int) -> pd.DataFrame:
        """What `standrapport check` finds in an edition, figures that cannot be read included.

        Raises:
            ProjectError: There is no such year.
            ImportError: pandas is not installed.

        """
        return frames.findings_frame(self._checked(year).findings)

    def _checked(self, year: int) -> Checked:
        need("pandas")
        memory = self._memories.setdefault(year, LastTime())
        try:
            return check_edition(self.folder, year, memory=memory)
        except UsageProblem as problem:
            raise ProjectError(str(problem)) from None

    def _readable(self, year: int) -> Checked:
        """The edition, when all its figures could be read: an unreadable cell counts as not known,
        which a program would not see.
        """
        checked = self._checked(year)
        wrong = [finding for finding in checked.findings if _hides_figures(finding)]
        if wrong:
            lines = "\n".join(finding_lines(wrong))
            raise ProjectError(f"De cijfers van {year} zijn niet te lezen.\n{lines}", wrong)
        return checked


def open(folder: str | PathLike[str] | None = None) -> Project:  # noqa: A001 - read as sr.open
    """The project in a folder; without one, that of the working directory or a folder above it.

    Raises:
        ProjectError: There is no project there.

    """
    try:
        return Project(find_project(None if folder is None else Path(folder)))
    except UsageProblem as problem:
        raise ProjectError(str(problem)) from None


def _hides_figures(finding: Finding) -> bool:
    """Whether figures are missing or computed wrongly because of it: errors in reading and
    deriving. A rule that does not hold hides nothing.
    """
    place = finding.locations[0].file if finding.locations else ""
    return (
        finding.severity is Severity.ERROR
        and finding.code.startswith(("SR-L", "SR-A"))
        and place.startswith("figures")
    )
