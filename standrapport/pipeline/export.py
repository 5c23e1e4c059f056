# SPDX-License-Identifier: EUPL-1.2
"""An edition's open data on their own: checked as for a build, written beside a report that may
stand there.
"""

from __future__ import annotations

from pathlib import Path

from .. import __version__
from ..core.disk import spool
from ..core.frozen import dataclass
from ..core.model import Finding, has_errors
from ..messages import found
from ..open_data import FOLDER, about, data_files, missing
from ..report.publish import NotWritable, foreign, replace_folder, stale_report
from .check import check_edition
from .checked import Checked, manifest_of


@dataclass(frozen=True)
class Exported:
    """The result of an export: what was written (nothing when errors stopped it), what was found,
    and what nobody filled in yet.
    """

    checked: Checked
    written: tuple[Path, ...]
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]


def export_edition(project: Path, year: int, out: Path, *, strict: bool = False) -> Exported:
    """Check and write `out/<year>/data/`, the same as a build would.

    A report that stands there stays as it is.
    """
    checked = check_edition(project, year)
    if has_errors(checked.findings, strict=strict) or checked.edition is None:
        return Exported(checked, (), checked.findings, ())
    said = about(
        checked.edition,
        checked.texts,
        concept=checked.edition.status == "concept",
        tool=__version__,
    )
    target = out / str(year)
    findings = [*checked.findings, *stale_report(target, manifest_of(checked) or b"")]
    with spool() as folder:
        try:
            files = data_files(said, checked.catalogue, checked.figures, folder)
            others = foreign(target, "rapport")
            written = replace_folder(
                target, files, lambda path: not path.startswith(f"{FOLDER}/") or others(path)
            )
        except NotWritable as problem:
            findings.append(found("SR-S001", said={"reden": problem}))
            written = ()
    return Exported(checked, written, tuple(findings), tuple(missing(said)))
