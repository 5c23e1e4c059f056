# SPDX-License-Identifier: EUPL-1.2
"""An edition that went through all stages up to the text, and what its report and its manifest are
made from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__
from ..checks.statements import Uitspraak
from ..core.formula import Names
from ..core.frozen import dataclass
from ..core.model import (
    Acceptance,
    Catalogue,
    Edition,
    Figures,
    Finding,
    NumberInText,
    Outcome,
    ResolvedText,
    Revision,
    RevisionReason,
    Text,
    Used,
    WorkedOut,
)
from ..messages import finding_as_dict
from ..project.reading.notes_on_figures import FIXED_FOLDER, catalogue_folder
from ..report.publish import Manifest, manifest_parts

if TYPE_CHECKING:
    from ..report.render import ReportInput


NO_NAMES = Names({}, {}, lambda _table, _year: ())


@dataclass(frozen=True)
class Checked:
    """An edition that went through all stages up to the text.

    `edition` is None when rapport.yaml or the catalogue could not be read. `acceptances` are the
    known warnings somebody accepted; `completed` those of them that do not yet hold on which
    figures, with those filled in.
    """

    project: Path
    year: int
    catalogue: Catalogue
    names: Names
    figures: Figures = field(default_factory=dict)
    edition: Edition | None = None
    texts: Mapping[Text, ResolvedText] = field(default_factory=dict)
    worked: Mapping[Text, Sequence[WorkedOut]] = field(default_factory=dict)
    numbers: tuple[NumberInText, ...] = ()
    statements: tuple[Uitspraak, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    revised: tuple[Revision, ...] = ()
    reasons: tuple[RevisionReason, ...] = ()
    findings: tuple[Finding, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    completed: tuple[Acceptance, ...] = ()

    @classmethod
    def unreadable(
        cls, project: Path, year: int, catalogue: Catalogue, findings: Sequence[Finding]
    ) -> Checked:
        """An edition whose catalogue could not be read: every name in it would be unknown."""
        return cls(project, year, catalogue, NO_NAMES, findings=tuple(findings))


def manifest_of(checked: Checked) -> bytes | None:
    """The manifest a build of this edition would write, without building.

    None when rapport.yaml could not be read.
    """
    if checked.edition is None:
        return None
    from ..report.render import uses

    report = report_input(checked, checked.edition, concept=checked.edition.status == "concept")
    told = [finding_as_dict(finding) for finding in checked.findings]
    return built_manifest(checked, report, uses(report)).as_json({}, told)


def uses_of(checked: Checked) -> list[Used]:
    """Every place where the report prints a figure; none when rapport.yaml could not be read."""
    if checked.edition is None:
        return []
    from ..report.render import uses

    return list(uses(report_input(checked, checked.edition, concept=False)))


def report_input(
    checked: Checked, edition: Edition, *, concept: bool, public: bool = False
) -> ReportInput:
    """What rendering takes in; `concept` marks every page, `public` leaves out every finding: those
    name files, and who accepted what, and why.
    """
    from ..report.render import ReportInput

    return ReportInput(
        edition=edition,
        catalogue=checked.catalogue,
        figures=checked.figures,
        texts=checked.texts,
        findings=() if public else checked.findings,
        outcomes=checked.outcomes,
        revised=checked.revised,
        concept=concept,
        version=__version__,
        project=checked.project,
    )


def built_manifest(checked: Checked, report: ReportInput, used: Sequence[Used]) -> Manifest:
    """The manifest of an edition as it was rendered, with the places where figures are printed;
    the files made of it and what was found are told when it is written.
    """
    return manifest_parts(
        edition=report.edition,
        worked=checked.worked,
        catalogue=checked.catalogue,
        concept=report.concept,
        tool=report.version,
        inputs=inputs_of(checked.project, checked.year),
        figures=checked.figures,
        used=used,
        outcomes=checked.outcomes,
        reasons=checked.reasons,
    )


def inputs_of(project: Path, year: int) -> dict[str, bytes | Path]:
    """The files an edition is made of, by their name in the project: their content, or for source
    data, which may be large, their path.

    What an editor or office program keeps beside a file while it is open is none of them, nor is a
    file that cannot be read: that has been found.
    """
    figures = project / "figures" / str(year)
    catalogue = project / catalogue_folder(project, year)
    paths = [
        *(path for path in figures.rglob("*") if path.parent.name != FIXED_FOLDER),
        *(project / "content" / str(year)).rglob("*"),
    ]
    inputs: dict[str, bytes | Path] = {}
    for path in catalogue.glob("*.yaml"):  # an edition that is held has the catalogue of then
        with suppress(OSError):
            inputs[f"figures/{path.name}"] = path.read_bytes()
    for path in paths:
        if path.is_file() and not _beside_work(path):
            with suppress(OSError):
                large = figures in path.parent.parents
                inputs[path.relative_to(project).as_posix()] = path if large else path.read_bytes()
    return inputs


def _beside_work(path: Path) -> bool:
    """A lock, swap or back-up file: hidden, or named as programs name them."""
    return path.name.startswith((".", "~$", "#")) or path.name.endswith(("~", ".swp", ".bak"))
