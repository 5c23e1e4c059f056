# SPDX-License-Identifier: EUPL-1.2
"""Documents that are run: the commands and edits in a Markdown file, carried out in order, and the
output it shows.

A ```console block holds `$ command` lines with the output below each. A ```diff block starts with
`--- file` and changes that file: its lines with `-` or a space must stand in the file once,
together; they become the lines with `+` or a space. With only `+` it is new. A ```word block begins
with `--- file van reader`: what that reader does to a document (`-` what goes, `+` what comes for
it, `?` words and a remark on them). How output may be
shortened stands in docs/handleiding.md ("Hoe u dit leest"): lines may be broken anywhere at a
space, `…` stands for anything left out, and a number of seconds (`1,2 s`) for any number of
seconds. What is typed after a question stands behind it.
"""

from __future__ import annotations

import contextlib
import re
import shlex
import shutil
import textwrap
from dataclasses import dataclass, field
from pathlib import Path

import docx
from click.testing import CliRunner
from markdown_it import MarkdownIt

from standrapport.cli import main
from tests.conftest import ROOT
from tests.review.round import edits as e

WIDTH = 120
PARTS = ("figures", "content", "templates")  # of a project
SECONDS = r"\d+,\d s\b"


@dataclass(frozen=True)
class Command:
    """A line of a console block after `$`, with the output shown below it and the lines (from, to)
    of that output in the document.
    """

    words: str
    shown: str
    lines: tuple[int, int]

    @property
    def answers(self) -> str:
        """What the document types after each question, which ends in its usual answer: `[n]: j`.

        Nothing is Enter.
        """
        return "".join(
            f"{answer}\n" for answer in re.findall(r"\[[^\]]+\]: ?(\S*)$", self.shown, re.MULTILINE)
        )


@dataclass(frozen=True)
class Edit:
    """A change staff make in a file with their editor."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class WordEdit:
    """What a reader does to a document in Word: words that become others, tracked, and remarks."""

    file: str
    author: str
    changes: tuple[tuple[str, str], ...]
    remarks: tuple[tuple[str, str], ...]

    def carry_out(self, path: Path) -> None:
        """Do it, as Word does."""
        document = docx.Document(str(path))
        for old, new in self.changes:
            e.tracked_replace(old, new, self.author)(document)
        for words, remark in self.remarks:
            e.commented(words, words, remark, self.author)(document)
        document.save(str(path))


def _word_edit(lines: list[str]) -> WordEdit:
    file, _, author = lines[0].removeprefix("--- ").partition(" van ")
    marked = [(line[0], line[2:]) for line in lines[1:]]
    old, new, remarks = ([words for mark, words in marked if mark == one] for one in "-+?")
    about = [(words, remark) for words, _, remark in (one.partition(": ") for one in remarks)]
    return WordEdit(file, author, tuple(zip(old, new, strict=True)), tuple(about))


def steps(document: str) -> list[Command | Edit | WordEdit]:
    """The commands and edits of a document, in order."""
    found: list[Command | Edit | WordEdit] = []
    for token in MarkdownIt().parse(document):
        if token.type != "fence" or token.map is None:
            continue
        lines = token.content.splitlines()
        if token.info == "console":
            starts = [n for n, line in enumerate(lines) if line.startswith("$ ")]
            for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
                place = token.map[0] + 1
                found.append(
                    Command(
                        lines[start][2:],
                        "\n".join(lines[start + 1 : end]),
                        (place + start + 1, place + end),
                    )
                )
        elif token.info == "word":
            found.append(_word_edit(lines))
        elif token.info == "diff":
            old, new = (
                "".join(f"{line[1:]}\n" for line in lines[1:] if line[0] in marks)
                for marks in ("- ", "+ ")
            )
            found.append(Edit(lines[0].removeprefix("--- "), old, new))
    return found


def agrees(shown: str, output: str) -> bool:
    """Whether the output is what the document shows, by the rules above."""
    pieces = re.split(f"(…|{SECONDS})", " ".join(shown.split()))
    pattern = "".join(
        ".*?" if piece == "…" else SECONDS if re.fullmatch(SECONDS, piece) else re.escape(piece)
        for piece in pieces
    )
    return re.fullmatch(pattern, " ".join(output.split())) is not None


def as_shown(output: str) -> str:
    """Output with its long lines broken, as a document shows it."""
    fold = textwrap.TextWrapper(
        WIDTH, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
    lines = []
    for line in output.rstrip().splitlines():
        indent = line[: len(line) - len(line.lstrip())]
        fold.initial_indent, fold.subsequent_indent = indent, indent + "  "
        lines += fold.wrap(line.strip()) or [""]
    return "\n".join(lines)


@dataclass
class Shell:
    """Carries out commands in a folder: standrapport in this process, `cd`, `echo $?`, `git clone`
    and `make rapport`.
    """

    folder: Path
    code: int = 0
    ran: list[str] = field(default_factory=list)

    def run(self, words: str, answers: str = "") -> str:
        """The output of a command as a terminal would show it, with the answers typed.

        `> file` puts its result in a file.
        """
        self.ran.append(words)
        words, _, target = words.partition(" > ")
        program, *arguments = shlex.split(words)
        if program == "cd":
            self.folder = self.folder / arguments[0]
            assert self.folder.is_dir(), words
            self.code = 0
            return ""
        if words == "echo $?":
            before, self.code = self.code, 0
            return f"{before}\n"
        if words.startswith("git clone "):  # gives a copy of this project as it stands
            for part in PARTS:
                shutil.copytree(ROOT / part, self.folder / Path(arguments[-1]).name / part)
            return ""
        if words.startswith(
            "make rapport JAAR="
        ):  # scripts/rapport.sh ends in this command; a test holds it to that
            arguments = ["build", words.partition("=")[2]]
        else:
            assert program == "standrapport", f"a document may not ask for {program}"
        with contextlib.chdir(self.folder):
            result = CliRunner().invoke(main, arguments, input=answers, prog_name="standrapport")
        self.code = result.exit_code
        if target:
            (self.folder / target).write_bytes(result.stdout_bytes)
        return result.stderr if target else result.output

    def edit(self, change: Edit | WordEdit) -> None:
        """Change a file; what should go must stand there once.

        Where nothing goes, the file is new.
        """
        path = self.folder / change.file
        if isinstance(change, WordEdit):
            change.carry_out(path)
            return
        if not change.old:
            assert not path.exists(), f"{change.file} is there already"
            path.parent.mkdir(exist_ok=True)
            path.write_text(change.new, "utf-8")
            return
        text = path.read_text("utf-8")
        assert text.count(change.old) == 1, (
            f"{change.file} has this {text.count(change.old)} times:\n{change.old}"
        )
        path.write_text(text.replace(change.old, change.new), "utf-8")
