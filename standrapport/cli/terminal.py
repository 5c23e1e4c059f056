# SPDX-License-Identifier: EUPL-1.2
"""What all commands say and how they end: words at the terminal, and exit codes.

Lines are folded between words for whoever sits at a terminal; in a pipe or a file each line stays
whole. Exit codes: 2 for wrong use, 3 for a bug in the tool (contract, 'Commands').
"""

from __future__ import annotations

import errno
import io
import os
import re
import sys
import textwrap
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_STYLES = {"kop": "bold", "weg": "red strike", "erbij": "green underline", "": ""}
_COMMAND = re.compile(
    r"standrapport (?:\S+ )*\S+$|'standrapport [^']+'"
)  # stays on one line, to be copied
_COLUMN = re.compile(r" *\S.{0,28}? {2,}(?=\S)")  # a name with its text beside it
_GLUE, _KEPT = "\x1f", "\ue000"
_NO_TERMINAL, _NARROWEST = 80, 40
_HANG = 2


def say(words: str = "", *, err: bool = False) -> None:
    """Print Dutch sentences to stdout, or with `err` to stderr.

    No wider than the window when it is one.
    """
    stream = sys.stderr if err else sys.stdout
    click.echo(folded(words, _width(stream.fileno())) if stream.isatty() else words, err=err)


def print_lines(lines: Iterable[tuple[tuple[str, str], ...]]) -> None:
    """Print lines of spans, each a text and what it is ('kop', 'weg', 'erbij' or nothing).

    What they mean is in the text too.
    """
    if not sys.stdout.isatty():
        for line in lines:
            click.echo("".join(text for text, _ in line))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line in lines:
        _print_hanging(console, Text.assemble(*((text, _STYLES[kind]) for text, kind in line)))


def terminal_width() -> int:
    """How many characters fit on a line of stdout; 80 where there is no terminal."""
    return _width(sys.stdout.fileno()) if sys.stdout.isatty() else _NO_TERMINAL


def folded(words: str, width: int) -> str:
    """Lines of at most this width, what follows indented below its beginning.

    A longer word (a path) stays whole.
    """
    return "\n".join(_fold(line, width) for line in words.split("\n"))


def _fold(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    column = _COLUMN.match(line)
    indent = len(column[0]) if column else len(line) - len(line.lstrip()) + _HANG
    glued = _COMMAND.sub(lambda found: found[0].replace(" ", _GLUE), line)
    lines = textwrap.wrap(
        glued, width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines).replace(_GLUE, " ")


def _print_hanging(console: Console, line: Text) -> None:
    """The same for a line with colours."""
    indent = len(line.plain) - len(line.plain.lstrip())
    width = terminal_width()
    room = width - indent if line.cell_len <= width else width - indent - _HANG
    line.plain = line.plain.replace("\N{NO-BREAK SPACE}", _KEPT)  # rich would break there
    for number, part in enumerate(line[indent:].wrap(console, room)):
        part.rstrip()
        part.plain = part.plain.replace(_KEPT, "\N{NO-BREAK SPACE}")
        part.pad_left(indent + (_HANG if number else 0))
        console.print(part, soft_wrap=True)


def _width(descriptor: int) -> int:
    """Columns of a terminal; the usual 80 where it does not say."""
    try:
        columns = os.get_terminal_size(descriptor).columns
    except OSError:
        columns = 0
    return max(columns or _NO_TERMINAL, _NARROWEST)


WRONG_USE = 2
OUR_BUG = 3
INTERRUPTED = 130


def speak_utf8() -> None:
    """Whatever the console: what is said is UTF-8, and a sign it cannot show stops nothing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            known = (stream.encoding or "").lower().replace("-", "") == "utf8"
            if not known:
                stream.reconfigure(encoding="utf-8", errors="replace")


def guarded(run: Callable[[], Any]) -> Any:
    """Run a command; wrong use is click's to report, everything unforeseen becomes one Dutch
    sentence.

    What the rooms below refuse with a sentence of their own is wrong use too, told as it is.
    """
    try:
        return run()
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except KeyboardInterrupt:
        say("Onderbroken; het vorige resultaat is niet veranderd.", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; there is nothing left to say to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as problem:
        _leave_when_foreseen(problem)
        if _is_refusal(problem):
            raise WrongUse(str(problem)) from problem
        if os.environ.get("STANDRAPPORT_DEBUG"):
            traceback.print_exc()
        frame = traceback.extract_tb(problem.__traceback__)[-1]
        where = f"{Path(frame.filename).name}:{frame.lineno}"
        say(
            f"Dit is een fout in standrapport zelf ({type(problem).__name__}: {problem}, in"
            f" {where}). Meld hem bij de beheerder; met STANDRAPPORT_DEBUG=1 ervoor krijgt u de"
            " gegevens die daarbij nodig zijn.",
            err=True,
        )
        sys.exit(OUR_BUG)


# What a disk or its rights may say at any moment, in our words; the file is named beside it.
_OF_THE_DISK = {
    errno.EACCES: "u hebt er geen rechten op",
    errno.EPERM: "u hebt er geen rechten op",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw ruimte op de schijf is op",
    errno.EROFS: "de schijf is alleen-lezen",
    errno.EIO: "de schijf geeft een fout",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "het is een koppeling naar zichzelf",
    errno.ENOENT: "het bestaat niet (meer)",
    errno.EMFILE: "er staan te veel bestanden open",
}


def _leave_when_foreseen(problem: Exception) -> None:
    """End with one sentence when the machine, not the tool, is what fails."""
    if isinstance(problem, MemoryError):
        say("Fout: hiervoor is meer geheugen nodig dan er is.", err=True)
        sys.exit(1)
    reason = _OF_THE_DISK.get(problem.errno or 0) if isinstance(problem, OSError) else None
    if reason is not None and isinstance(problem, OSError) and problem.filename is not None:
        say(f"Fout: {problem.filename} is niet te lezen of te schrijven: {reason}.", err=True)
        sys.exit(1)


def _is_refusal(problem: Exception) -> bool:
    """Whether a room below refused what was asked, in a Dutch sentence."""
    from ..core.extras import ExtraMissing
    from ..project.places import UsageProblem
    from ..report.publish import NotWritable

    return isinstance(problem, UsageProblem | NotWritable | ExtraMissing)


class WrongUse(click.ClickException):
    """A usage error with our own Dutch sentence; exit code 2."""

    exit_code = WRONG_USE

    def show(self, file: IO[str] | None = None) -> None:
        """The sentence on stderr, folded where a person reads it."""
        if file is None:
            say(f"Fout: {self.format_message()}", err=True)
        else:
            super().show(file)
