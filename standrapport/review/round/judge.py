# SPDX-License-Identifier: EUPL-1.2
"""Proposals judged before they are written: the edition as it would become goes through the check,
and a proposal that brings an error waits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from ...core.disk import spool
from ...core.model import Finding, Severity
from ...pipeline.check import check_edition
from ...pipeline.checked import Checked
from ...pipeline.memory import LastTime, Memory

_ABOUT_AGREEMENT = ("SR-S020", "SR-S021")  # a changed text must be agreed on anew; that is later


class RoundJudge:
    """Checks an edition as it is, and as it would become; its figures are read once.

    Raises UsageProblem when the project has no such year.
    """

    def __init__(self, project: Path, year: int) -> None:
        self.memory = LastTime()
        self.checked = check_edition(project, year, memory=self.memory)

    def new_errors(self, files: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
        """Errors that are there only with other files: their sentences by block."""
        after = check_with(self.checked, files, self.memory)
        new = errors_by_block(after) - errors_by_block(self.checked)
        found: dict[str, list[str]] = {}
        for block, _code, message in new:
            found.setdefault(block, []).append(message)
        return found


def errors_by_block(checked: Checked) -> Counter[tuple[str, str, str]]:
    """Every error in the texts: the block it stands in, its code and its words."""
    found: Counter[tuple[str, str, str]] = Counter()
    for finding in checked.findings:
        if finding.severity is not Severity.ERROR or finding.code in _ABOUT_AGREEMENT:
            continue
        found[block_at(checked, finding), finding.code, finding.message] += 1
    return found


def block_at(checked: Checked, finding: Finding) -> str:
    """The block a finding stands in, as hoofdstuk/blok; '' when it stands in none."""
    place = finding.position
    if place is None or checked.edition is None:
        return ""
    for chapter in checked.edition.chapters:
        if chapter.position.file != place.file:
            continue
        best = ""
        for block in chapter.blocks:
            if (block.position.line or 0) <= (place.line or 0):
                best = f"{chapter.name}/{block.id}"
        return best or chapter.name
    return "rapport"


def check_with(checked: Checked, files: Mapping[str, str], memory: Memory) -> Checked:
    """The edition with other files in content/ (by their name in the project), checked."""
    with spool() as project:
        own = checked.project.resolve()
        (project / "figures").symlink_to(own / "figures", target_is_directory=True)
        for year in sorted((own / "content").iterdir()):
            target = project / "content" / year.name
            if year.name != str(checked.year):
                target.parent.mkdir(exist_ok=True)
                target.symlink_to(year, target_is_directory=year.is_dir())
                continue
            target.mkdir(parents=True)
            for path in sorted(year.rglob("*")):
                name = path.relative_to(own).as_posix()
                to = project / name
                if path.is_dir():
                    to.mkdir(exist_ok=True)
                elif name in files:
                    to.write_text(files[name], "utf-8", newline="")
                else:
                    to.write_bytes(path.read_bytes())
        return check_edition(project, checked.year, memory=memory)
