# SPDX-License-Identifier: EUPL-1.2
"""The whole of a review: a document read, its proposals merged and judged, and what was accepted
written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...core.model import Edition, Text
from ...pipeline.check import check_edition
from ...pipeline.checked import Checked
from ...project.editing.text_value import TextNotPlaced, with_texts
from ...project.places import UsageProblem
from ...report.publish import replace_file
from ...word.leaves import LeafPlace, leaves_of
from ...word.read import read_document
from ...word.write import base_of
from .judge import check_with, errors_by_block
from .merge import Merge
from .proposal import Proposal, ProposalKind
from .proposals import proposals_of

_BOM = b"\xef\xbb\xbf"
Choose = Callable[[Proposal], bool]


@dataclass(frozen=True)
class ReviewRound:
    """What came of a file that was brought in: every proposal, and the files that change (by their
    name in the project, with their new text).
    """

    year: int
    checked: Checked
    proposals: tuple[Proposal, ...]
    files: Mapping[str, str]
    based: bool = True

    @property
    def waiting(self) -> tuple[Proposal, ...]:
        """What a person must look at."""
        return tuple(one for one in self.proposals if not one.placed)


def review_document(project: Path, path: Path, year: int | None = None) -> ReviewRound:
    """A Word document brought in, as far as it can be without asking; nothing is written yet.

    Raises UsageProblem.
    """
    document = read_document(path)
    if document.base is None and year is None:
        raise UsageProblem(
            f"In {path.name} staat niet meer van welk jaar het is; geef dat met --jaar."
        )
    if document.base is not None and year not in (None, document.base.year):
        raise UsageProblem(
            f"{path.name} is gemaakt van de editie {document.base.year}, niet {year}."
        )
    checked = check_edition(project, document.base.year if document.base else int(year or 0))
    base = document.base or base_of(checked)
    found = proposals_of(document, base)
    taken, files = merged(checked, found, {text.place: text for text in base.texts})
    return ReviewRound(base.year, checked, tuple(taken), files, document.base is not None)


def merged(
    checked: Checked, proposals: Sequence[Proposal], sent: Mapping[LeafPlace, object]
) -> tuple[list[Proposal], Mapping[str, str]]:
    """The proposals that nobody needs to be asked about carried out, and the files as they become."""
    edition = _edition(checked)
    now = leaves_of(edition)
    merge = Merge(sent, now)  # type: ignore[arg-type]  # of BaseText
    taken = [_take(merge, one) for one in proposals]
    files = files_of(checked, now, merge.results)
    wrong = _worse(checked, files)
    if not wrong:
        return taken, files
    return _one_by_one(checked, proposals, sent, wrong)


def _edition(checked: Checked) -> Edition:
    if checked.edition is None:
        raise UsageProblem(
            f"content/{checked.year}/rapport.yaml is niet te lezen; zie standrapport check"
            f" {checked.year}."
        )
    return checked.edition


def _take(merge: Merge, one: Proposal) -> Proposal:
    if not one.placed or not one.changes:
        return one
    return merge.take(one)


def _one_by_one(
    checked: Checked,
    proposals: Sequence[Proposal],
    sent: Mapping[LeafPlace, object],
    wrong: Mapping[str, Sequence[str]],
) -> tuple[list[Proposal], Mapping[str, str]]:
    """The same, each proposal of a block with new errors judged by itself."""
    now = leaves_of(_edition(checked))
    merge = Merge(sent, now)  # type: ignore[arg-type]  # of BaseText
    taken = []
    for one in proposals:
        if not one.placed or not one.changes:
            taken.append(one)
            continue
        before, results = {k: list(v) for k, v in merge.taken.items()}, dict(merge.results)
        done = merge.take(one)
        blocks = {change.place.name for change in one.changes}
        if done.placed and not done.done and (blocks & set(wrong) or "" in wrong):
            said = _worse(checked, files_of(checked, now, merge.results))
            if said:
                merge.taken.clear()
                merge.taken.update(before)
                merge.results.clear()
                merge.results.update(results)
                words = next(iter(said.values()))[0]
                done = replace(done, asks=f"De controle zegt: {words}")
        taken.append(done)
    return taken, files_of(checked, now, merge.results)


def _worse(checked: Checked, files: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """Errors that are there only with the new files: their sentences by block."""
    if not files:
        return {}
    new = errors_by_block(check_with(checked, files)) - errors_by_block(checked)
    found: dict[str, list[str]] = {}
    for block, _code, message in new:
        found.setdefault(block, []).append(message)
    return found


def files_of(
    checked: Checked, now: Mapping[LeafPlace, Text], results: Mapping[LeafPlace, str]
) -> Mapping[str, str]:
    """The files of content/ with these texts. Raises UsageProblem."""
    by_file: dict[str, dict[Text, str]] = {}
    for place, raw in results.items():
        text = now[place]
        if raw != text.raw:
            by_file.setdefault(text.position.file, {})[text] = raw
    files = {}
    for name, texts in by_file.items():
        content = (checked.project / name).read_bytes().decode("utf-8-sig")
        try:
            files[name] = with_texts(content, name, texts)
        except TextNotPlaced as problem:
            raise UsageProblem(str(problem)) from problem
    return files


def write_files(project: Path, files: Mapping[str, str]) -> None:
    """Write the files of a round, each in whole. Raises NotWritable."""
    for name, text in files.items():
        path = project / name
        mark = _BOM if path.is_file() and path.read_bytes().startswith(_BOM) else b""
        replace_file(path, mark + text.encode())


def chosen(proposals: Sequence[Proposal], choose: Choose) -> list[Proposal]:
    """The proposals somebody said yes to; with mark-up, if they did."""
    return [
        replace(one, asks="") if one.kind is ProposalKind.FORMATTING and one.changes else one
        for one in proposals
        if choose(one)
    ]
