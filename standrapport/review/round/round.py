# SPDX-License-Identifier: EUPL-1.2
"""The whole of a review: a document read, its proposals merged and judged, and what was accepted
written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ...core.model import Edition, Remark, Text
from ...pipeline.check import check_edition
from ...pipeline.checked import Checked
from ...project.editing.remarks import added
from ...project.editing.text_value import TextNotPlaced, with_texts
from ...project.places import UsageProblem
from ...project.reading.remarks import REMARKS_FILE
from ...report.publish import FileChange, save
from ...word.base import BaseText
from ...word.leaves import LeafPlace, leaves_of
from ...word.read import read_document
from ...word.write import base_of
from .judge import check_with, errors_by_block
from .merge import Merge
from .proposal import ProposalKind, ReaderProposal
from .proposals import proposals_of
from .remark_files import remarks_in_json, remarks_in_pdf, year_of

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class ReviewRound:
    """What came of a file that was brought in: every proposal, and the files that change (by their
    name in the project, with their new text).
    """

    year: int
    checked: Checked
    proposals: tuple[ReaderProposal, ...]
    files: Mapping[str, str]
    sent: Mapping[LeafPlace, BaseText]
    based: bool = True

    @property
    def waiting(self) -> tuple[ReaderProposal, ...]:
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
    found = _known_remarks(checked, proposals_of(document, base))
    sent = {text.place: text for text in base.texts}
    taken, files = merged(checked, found, sent)
    shown = tuple(one for one in taken if not one.done)
    return ReviewRound(base.year, checked, shown, files, sent, document.base is not None)


def review_file(project: Path, path: Path, year: int | None = None) -> ReviewRound:
    """Any file that came back, by what it is. Raises UsageProblem."""
    kind = path.suffix.lower()
    if kind == ".docx":
        return review_document(project, path, year)
    if kind not in (".json", ".pdf"):
        raise UsageProblem(
            f"{path.name} is geen document dat hier te lezen is; het kan een .docx zijn, een .json"
            " met opmerkingen of een .pdf met aantekeningen."
        )
    said = year_of(path) or year
    if said is None:
        raise UsageProblem(f"In {path.name} staat niet van welk jaar het is; geef dat met --jaar.")
    checked = check_edition(project, said)
    if kind == ".json":
        found = remarks_in_json(path, _edition(checked))
    else:
        found = remarks_in_pdf(path, base_of(checked))
    shown = tuple(one for one in _known_remarks(checked, found) if not one.done)
    return ReviewRound(said, checked, shown, {}, {})


def merged(
    checked: Checked, proposals: Sequence[ReaderProposal], sent: Mapping[LeafPlace, BaseText]
) -> tuple[list[ReaderProposal], Mapping[str, str]]:
    """Every proposal nobody needs to be asked about carried out; the files as they become."""
    edition = _edition(checked)
    now = leaves_of(edition)
    merge = Merge(sent, now)
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


def _take(merge: Merge, one: ReaderProposal) -> ReaderProposal:
    if not one.placed or not one.changes:
        return one
    return merge.take(one)


def _one_by_one(
    checked: Checked,
    proposals: Sequence[ReaderProposal],
    sent: Mapping[LeafPlace, BaseText],
    wrong: Mapping[str, Sequence[str]],
) -> tuple[list[ReaderProposal], Mapping[str, str]]:
    """The same, each proposal of a block with new errors judged by itself."""
    now = leaves_of(_edition(checked))
    merge = Merge(sent, now)
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
    """Write the files of a round, all or none. Raises NotWritable."""
    changes = []
    for name, text in files.items():
        before = (project / name).read_bytes()
        mark = _BOM if before.startswith(_BOM) else b""
        changes.append(FileChange(project / name, before, mark + text.encode()))
    save(project, changes)


def askable(one: ReaderProposal) -> bool:
    """Whether somebody can be asked to take it: its place is known, and it is not there yet."""
    if one.done or one.conflict:
        return False
    if one.kind is ProposalKind.FORMATTING:
        return bool(one.changes)
    return one.placed


def take(project: Path, found: ReviewRound, chosen: Sequence[ReaderProposal]) -> tuple[str, ...]:
    """Write the proposals that were chosen; the names of the files that changed.

    Raises UsageProblem and NotWritable.
    """
    picked = [
        replace(one, asks="") if one.kind is ProposalKind.FORMATTING else one
        for one in chosen
        if askable(one)
    ]
    _, files = merged(found.checked, picked, found.sent)
    write_files(project, files)
    names = list(files)
    remarks = [one for one in picked if one.kind is ProposalKind.REMARK]
    if remarks and _write_remarks(project, found.year, remarks):
        names.append(f"content/{found.year}/{REMARKS_FILE}.yaml")
    return tuple(names)


def _write_remarks(project: Path, year: int, proposals: Sequence[ReaderProposal]) -> bool:
    """Remarks written; an answer names the number of what it answers."""
    today = date.today().isoformat()  # noqa: DTZ011 - when nobody said on which day
    new = added(
        project,
        year,
        [
            Remark(0, one.block or "rapport", one.author, one.on or today, one.new, one.about)
            for one in proposals
        ],
        {one.new: one.answers for one in proposals if one.answers},
    )
    return bool(new)


def _known_remarks(checked: Checked, proposals: Sequence[ReaderProposal]) -> list[ReaderProposal]:
    """Remarks that were brought in before are done."""
    there = {
        (one.block, one.by, one.text)
        for one in (checked.edition.remarks if checked.edition else ())
    }
    return [
        replace(one, done=True)
        if one.kind is ProposalKind.REMARK
        and (one.block or "rapport", one.author, one.new) in there
        else one
        for one in proposals
    ]
