"""Words and coloured lines for whoever sits at the terminal: folded between words there; in a pipe or a file each line stays whole."""

from __future__ import annotations

import os
import re
import sys
import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_STYLES = {"kop": "bold", "weg": "red strike", "erbij": "green underline", "": ""}
_COMMAND = re.compile(r"standrapport (?:\S+ )*\S+$|'standrapport [^']+'")  # stays on one line, to be copied
_COLUMN = re.compile(r" *\S.{0,28}? {2,}(?=\S)")  # a name with its text beside it
_GLUE, _KEPT = "\x1f", "\ue000"
_NO_TERMINAL, _NARROWEST = 80, 40
_HANG = 2


def say(words: str = "", *, err: bool = False) -> None:
    """Print Dutch sentences to stdout, or with `err` to stderr; no wider than the window when it is one."""
    stream = sys.stderr if err else sys.stdout
    click.echo(folded(words, _width(stream.fileno())) if stream.isatty() else words, err=err)


def print_lines(lines: Iterable[tuple[tuple[str, str], ...]]) -> None:
    """Print lines of spans, each a text and what it is ('kop', 'weg', 'erbij' or nothing); what they mean is in the text too."""
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
    """Lines of at most this width, what follows indented below its beginning; a longer word (a path) stays whole."""
    return "\n".join(_fold(line, width) for line in words.split("\n"))


def _fold(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    column = _COLUMN.match(line)
    indent = len(column[0]) if column else len(line) - len(line.lstrip()) + _HANG
    glued = _COMMAND.sub(lambda found: found[0].replace(" ", _GLUE), line)
    lines = textwrap.wrap(glued, width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)
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
