# SPDX-License-Identifier: EUPL-1.2
"""The whole of a review: a document read, its proposals merged and judged, and what was accepted
written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.frozen import dataclass
from ...core.model import Edition, Remark, Text
from ...project.editing.remarks import added
from ...project.editing.text_value import TextNotPlaced, with_texts
from ...project.editing.yaml_edits import text_changed
from ...project.places import UsageProblem, editions
from ...project.reading.notes_on_texts import REMARKS_FILE
from ...report.publish import save
from ...word.base import Base, BaseText, LeafPlace, leaves_of
from ...word.read import read_document
from .already import already_there, with_former_names
from .merge import Merge
from .proposal import ProposalKind, ReaderProposal
from .proposals import proposals_of
from .remark_files import remarks_in_json, remarks_in_pdf, year_of

if TYPE_CHECKING:
    from ...pipeline.checked import Checked
    from .judge import RoundJudge


@dataclass
class JudgedEdition:
    """The edition a file is held against: checked once, and only when a proposal asks for it.

    Raises UsageProblem when the project has no such year.
    """

    project: Path
    year: int

    def __post_init__(self) -> None:
        if self.year not in editions(self.project):
            raise UsageProblem(f"Het jaar {self.year} bestaat niet in dit project.")

    @cached_property
    def judge(self) -> RoundJudge:
        """Who checks it."""
        from .judge import RoundJudge

        return RoundJudge(self.project, self.year)

    @property
    def checked(self) -> Checked:
        """As it is now."""
        return self.judge.checked

    @property
    def edition(self) -> Edition:
        """Its texts as they are now. Raises UsageProblem."""
        if self.checked.edition is None:
            raise UsageProblem(
                f"content/{self.year}/rapport.yaml is niet te lezen; zie standrapport check"
                f" {self.year}."
            )
        return self.checked.edition

    @cached_property
    def leaves(self) -> Mapping[LeafPlace, Text]:
        """Every text by its place."""
        return leaves_of(self.edition)

    def worse(self, files: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
        """Errors that are there only with other files: their sentences by block."""
        return self.judge.new_errors(files) if files else {}


@dataclass(frozen=True)
class ReviewRound:
    """What came of a file that was brought in: every proposal, and the files that change (by their
    name in the project, with their new text).
    """

    year: int
    judged: JudgedEdition
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
            f"{path.name} komt niet uit 'standrapport word', of er staat niet meer in van welk jaar"
            " het is; geef in dat laatste geval het jaar met --jaar."
        )
    if document.base is not None and year not in (None, document.base.year):
        raise UsageProblem(
            f"{path.name} is gemaakt van de editie {document.base.year}, niet {year}."
        )
    judged = JudgedEdition(project, document.base.year if document.base else int(year or 0))
    base = document.base or _base_now(judged)
    sent = {text.place: text for text in base.texts}
    read = already_there(proposals_of(document, base), sent, with_former_names(judged.leaves, sent))
    found = _known_remarks(judged, read)
    taken, files = merged(judged, found, sent)
    there = [one for one in taken if not one.done]
    shown = (*there, *(said for one in there for said in one.at_origin()))
    return ReviewRound(base.year, judged, shown, files, sent, document.base is not None)


def _base_now(judged: JudgedEdition) -> Base:
    """What a document made now would be made from."""
    from ...word.write import base_of

    return base_of(judged.checked)


def review_file(project: Path, path: Path, year: int | None = None) -> ReviewRound:
    """Any file that came back, by what it is. Raises UsageProblem."""
    kind = path.suffix.lower()
    if kind == ".docx":
        return review_document(project, path, year)
    if kind not in (".json", ".pdf"):
        raise UsageProblem(
            f"{path.name} is geen document dat hier te lezen is; sla het op als .docx, of geef een"
            " .json met opmerkingen of een .pdf met aantekeningen."
        )
    said = year_of(path) or year
    if said is None:
        raise UsageProblem(f"In {path.name} staat niet van welk jaar het is; geef dat met --jaar.")
    judged = JudgedEdition(project, said)
    if kind == ".json":
        found = remarks_in_json(path, judged.edition)
    else:
        found = remarks_in_pdf(path, _base_now(judged))
    shown = tuple(one for one in _known_remarks(judged, found) if not one.done)
    return ReviewRound(said, judged, shown, {}, {})


def merged(
    judged: JudgedEdition, proposals: Sequence[ReaderProposal], sent: Mapping[LeafPlace, BaseText]
) -> tuple[list[ReaderProposal], Mapping[str, str]]:
    """Every proposal nobody needs to be asked about carried out; the files as they become."""
    if not any(map(_may_be_taken, proposals)):
        return list(proposals), {}
    merge = Merge(sent, with_former_names(judged.leaves, sent))
    taken = [_take(merge, one) for one in proposals]
    files = files_of(judged, merge)
    wrong = judged.worse(files)
    if not wrong:
        return taken, files
    return _one_by_one(judged, proposals, sent, wrong)


def _take(merge: Merge, one: ReaderProposal) -> ReaderProposal:
    return merge.take(one) if _may_be_taken(one) else one


def _may_be_taken(one: ReaderProposal) -> bool:
    return one.placed and bool(one.changes) and not one.done


def _one_by_one(
    judged: JudgedEdition,
    proposals: Sequence[ReaderProposal],
    sent: Mapping[LeafPlace, BaseText],
    wrong: Mapping[str, Sequence[str]],
) -> tuple[list[ReaderProposal], Mapping[str, str]]:
    """The same, each proposal of a block with new errors judged by itself."""
    merge = Merge(sent, with_former_names(judged.leaves, sent))
    # A block that gets another title has another name afterwards: its errors may be anybody's.
    everywhere = not set(wrong) <= {place.name for place in judged.leaves}
    taken = []
    for one in proposals:
        if not _may_be_taken(one):
            taken.append(one)
            continue
        before, results = {k: list(v) for k, v in merge.taken.items()}, dict(merge.results)
        done = merge.take(one)
        blocks = {change.place.name for change in one.changes}
        if done.placed and not done.done and (blocks & set(wrong) or everywhere):
            said = judged.worse(files_of(judged, merge))
            if said:
                merge.taken.clear()
                merge.taken.update(before)
                merge.results.clear()
                merge.results.update(results)
                words = next(iter(said.values()))[0]
                done = replace(done, asks=f"De controle zegt: {words}")
        taken.append(done)
    return taken, files_of(judged, merge)


def files_of(judged: JudgedEdition, merge: Merge) -> Mapping[str, str]:
    """The files of content/ with the texts as they have become. Raises UsageProblem."""
    by_file: dict[str, dict[Text, str]] = {}
    for place, raw in merge.results.items():
        text = merge.now[place]
        if raw != text.raw:
            by_file.setdefault(text.position.file, {})[text] = raw
    files = {}
    for name, texts in by_file.items():
        content = (judged.project / name).read_bytes().decode("utf-8-sig")
        try:
            files[name] = with_texts(content, name, texts)
        except TextNotPlaced as problem:
            raise UsageProblem(str(problem)) from problem
    return files


def _as(new: str, _old: str) -> str:
    return new


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
    _, files = merged(found.judged, picked, found.sent)
    save(
        project, [text_changed(project / name, partial(_as, text)) for name, text in files.items()]
    )
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


def _known_remarks(
    judged: JudgedEdition, proposals: Sequence[ReaderProposal]
) -> list[ReaderProposal]:
    """Remarks that were brought in before are done."""
    if not any(one.kind is ProposalKind.REMARK for one in proposals):
        return list(proposals)
    there = {(one.block, one.by, one.text) for one in judged.edition.remarks}
    return [
        replace(one, done=True)
        if one.kind is ProposalKind.REMARK
        and (one.block or "rapport", one.author, one.new) in there
        else one
        for one in proposals
    ]
