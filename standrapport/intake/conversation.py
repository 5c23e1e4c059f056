# SPDX-License-Identifier: EUPL-1.2
"""The conversation about a delivered file, as data: what is asked together, what an answer changes,
and what is written after the yes. The terminal and the preview only show it and pass answers on.

What was decided is kept in figures/leveringen.yaml, so that the same delivery asks nothing next
year; only what holds for every year: what names and signs mean, the notation, what stays away.
Years, parts of years, reference dates and sizes are asked anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from ..core.frozen import dataclass
from ..report.publish import FileChange
from ..sources.engine import SourceProblem
from .bring_in import deliver, write
from .choices import SKIP, Choices, Question
from .delivery import Delivery
from .grids import HandedIn
from .words import normal

FILE = "figures/leveringen.yaml"
_HEAD = (
    "# Wat bij eerdere leveringen per bron gekozen is; standrapport import vult dit aan.\n"
    "# Een regel die niet meer klopt, haalt u hier weg: dan wordt het weer gevraagd.\n"
)
_ONE = {"getallen": "notation", "streepje": "dash", "kruisje": "cross"}  # key and choice
_ALLOWED = {
    "getallen": {"nl", "en"},
    "streepje": {"nul", "nnb", "nvt"},
    "kruisje": {"onderdrukt", "nnb"},
}


def with_remembered(project: Path, choices: Choices) -> tuple[Choices, list[str]]:
    """The choices with what was decided before about the same source, and that in words.

    What is chosen now goes before what was. Raises SourceProblem (SR-B008) when the file cannot be
    read.
    """
    kept = _all(project).get(choices.source or "", {})
    names = {normal(name): to for name, to in kept.get("kolommen", {}).items()}
    new = replace(
        choices,
        columns={**names, **choices.columns},
        signs={**kept.get("tekens", {}), **choices.signs},
        rest_skipped=choices.rest_skipped or kept.get("overige") == "overslaan",
    )
    for key, field in _ONE.items():
        if getattr(new, field) is None and kept.get(key) in _ALLOWED[key]:
            new = replace(new, **{field: kept[key]})
    return new, list(_in_words(kept))


def remembered(project: Path, choices: Choices, texts: Mapping[str, str]) -> bytes | None:
    """The file with the decisions of this delivery added; None when it says them already or there
    is nothing to keep.

    Args:
        project: folder of the project.
        choices: what was decided, with the source of the delivery.
        texts: the names as the file writes them, by their normal form.

    """
    if choices.source is None:
        return None
    everything = _all(project)
    old = everything.get(choices.source, {})
    columns = {texts.get(name, name): to for name, to in choices.columns.items()}
    known = {normal(name) for name in columns}
    earlier = {
        name: to for name, to in old.get("kolommen", {}).items() if normal(name) not in known
    }
    new: dict[str, Any] = {
        "kolommen": {**earlier, **columns},
        "tekens": {**old.get("tekens", {}), **choices.signs},
        "overige": "overslaan" if choices.rest_skipped else None,
        **{key: getattr(choices, field) for key, field in _ONE.items()},
    }
    new = {key: value for key, value in new.items() if value}
    if new == old or not new:
        return None
    stream = StringIO()
    yaml = YAML()
    yaml.width = 4096
    yaml.dump({**everything, choices.source: new}, stream)
    return (_HEAD + stream.getvalue()).encode()


def _all(project: Path) -> dict[str, dict[str, Any]]:
    """The whole file, as mappings of texts; anything else in it cannot be used."""
    path = project / FILE
    if not path.is_file():
        return {}
    try:
        tree = YAML(typ="safe").load(path.read_text("utf-8")) or {}
    except (YAMLError, UnicodeDecodeError, OSError):
        tree = None
    if tree is None or not _well_formed(tree):
        raise SourceProblem("SR-B008", f"{FILE} is niet te lezen; verbeter het of haal het weg.")
    return {str(source): dict(kept) for source, kept in tree.items()}


def _well_formed(tree: Any) -> bool:
    """Whether the file has per source texts, and mappings of texts for names and signs."""
    if not isinstance(tree, dict) or not all(isinstance(one, dict) for one in tree.values()):
        return False
    for one in tree.values():
        for key in ("kolommen", "tekens"):
            texts = one.get(key, {})
            if not isinstance(texts, dict):
                return False
            if not all(isinstance(text, str) for pair in texts.items() for text in pair):
                return False
    return True


def _in_words(kept: Mapping[str, Any]) -> Iterator[str]:
    for name, to in kept.get("kolommen", {}).items():
        yield f"'{name}': {_MEANS.get(to, to)}"
    for sign, means in kept.get("tekens", {}).items():
        yield f"teken {sign}: {means}"
    for key in ("overige", *_ONE):
        if key in kept:
            yield f"{key}: {kept[key]}"


_MEANS = {"-": "overslaan", "*": "doet er niet toe"}


NOT_WRITTEN = "Niets geschreven."
NO_CHANGE = "Er verandert niets."
MAY_WRITE = "Dit schrijven?"
_NAMED = 8  # names of a cause on the screen


@dataclass(frozen=True)
class QuestionGroup:
    """Questions with one cause, asked together."""

    cause: str
    questions: tuple[Question, ...]

    @property
    def in_short(self) -> str:
        """What is open, on one line."""
        if len(self.questions) == 1 and not self.questions[0].cause:
            return self.cause
        names = [f"'{one.about}'" for one in self.questions]
        more = f" en nog {len(names) - _NAMED}" if len(names) > _NAMED else ""
        return f"{self.cause}: {', '.join(names[:_NAMED])}{more}"

    def together(self, at: int = 0) -> bool:
        """Whether the questions from `at` on may be skipped at once."""
        rest = self.questions[at:]
        return len(rest) > 1 and all(SKIP in one.answers for one in rest)


def grouped(questions: Iterable[Question]) -> list[QuestionGroup]:
    """The questions by cause, in the order in which they came up."""
    groups: dict[str, list[Question]] = {}
    for one in questions:
        groups.setdefault(one.cause or one.sentence, []).append(one)
    return [QuestionGroup(cause, tuple(own)) for cause, own in groups.items()]


@dataclass(frozen=True)
class Conversation:
    """A delivered file as far as it was talked about.

    `earlier` is what was decided before about its source, in words.
    """

    project: Path
    file: Path | HandedIn
    choices: Choices
    delivery: Delivery
    earlier: tuple[str, ...] = ()

    @property
    def groups(self) -> list[QuestionGroup]:
        """What is open now: one screen of questions."""
        return grouped(self.delivery.questions)

    @property
    def told_earlier(self) -> str:
        """What was decided before, as a sentence; '' when nothing was."""
        if not self.earlier:
            return ""
        return f"Eerder gekozen voor deze bron ({FILE}): {'; '.join(self.earlier)}."

    @property
    def outcome(self) -> str:
        """Why there is nothing to agree to; '' when it can be written after a yes."""
        if self.delivery.refused:
            return NOT_WRITTEN
        return "" if self.delivery.files else NO_CHANGE

    def answered(self, answers: Sequence[tuple[Question, str]]) -> Conversation:
        """The conversation after these answers: the file is read again with them."""
        choices = self.choices
        for question, answer in answers:
            choices = choices.answered(question, answer)
        delivery = deliver(self.project, self.delivery.year, self.file, choices)
        return replace(self, choices=choices, delivery=delivery)


def begin(project: Path, year: int, file: Path | HandedIn, choices: Choices) -> Conversation:
    """A delivered file read with what was chosen now and what was chosen before for its source.

    Raises SourceProblem when what was chosen before cannot be read.
    """
    choices, earlier = with_remembered(project, choices)
    return Conversation(
        project, file, choices, deliver(project, year, file, choices), tuple(earlier)
    )


def write_down(talk: Conversation) -> list[str]:
    """Write the figures and what was decided, all or nothing; gives what was done, in words.

    Raises NotWritable, and SourceProblem when what is remembered of the source cannot be read.
    """
    kept = list(_kept(talk))
    paths = write(talk.project, talk.delivery, kept)
    names = ", ".join(path.relative_to(talk.project).as_posix() for path in paths)
    return [
        f"Geschreven: {names}. Kijk na met: standrapport check {talk.delivery.year}",
        *(f"Onthouden voor de volgende keer: {FILE}." for _ in kept),
    ]


def _kept(talk: Conversation) -> Iterator[FileChange]:
    """What is remembered of this delivery for the next one of its source."""
    regions = [one.roles.region for one in talk.delivery.proposal.regions]
    labels = [
        label for one in regions for at in range(len(one.dimensions)) for label in one.labels(at)
    ]
    texts = {normal(text): text for text in (*labels, *_texts(talk.delivery))}
    path = talk.project / FILE
    before = path.read_bytes() if path.is_file() else None
    content = remembered(talk.project, talk.choices, texts)
    if content is not None:
        yield FileChange(path, before, content)


def _texts(delivery: Delivery) -> Iterator[str]:
    """The texts around the figures, and the heads, as the file writes them."""
    for one in delivery.proposal.regions:
        yield from (line.text for line in one.said.texts)
        yield from (dimension.name for dimension in one.roles.region.dimensions)
        yield one.roles.region.sheet
