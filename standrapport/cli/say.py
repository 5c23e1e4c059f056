"""Words for whoever sits at the terminal: long lines folded between words; in a pipe or a file each line stays whole, for programs."""

from __future__ import annotations

import os
import re
import sys
import textwrap
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_COMMAND = re.compile(r"standrapport (?:\S+ )*\S+$|'standrapport [^']+'")  # stays on one line, to be copied
_COLUMN = re.compile(r" *\S.{0,28}? {2,}(?=\S)")  # a name with its text beside it
_GLUE, _KEPT = "\x1f", "\ue000"
_NARROW, _USUAL = 40, 80
_HANG = 2


def say(words: str, *, err: bool = False) -> None:
    """Print Dutch sentences to stdout, or with `err` to stderr; as wide as the window when it is one."""
    stream = sys.stderr if err else sys.stdout
    click.echo(folded(words, _width(stream.fileno())) if stream.isatty() else words, err=err)


def folded(words: str, width: int) -> str:
    """Lines of at most this width, what follows indented below its beginning; a longer word (a path) stays whole."""
    return "\n".join(_fold(line, width) for line in words.split("\n"))


def print_hanging(console: Console, line: Text) -> None:
    """Print a line with colours the same way: what does not fit goes on, indented, on the next."""
    indent = len(line.plain) - len(line.plain.lstrip())
    width = _width(sys.stdout.fileno())
    room = width - indent if line.cell_len <= width else width - indent - _HANG
    line.plain = line.plain.replace("\N{NO-BREAK SPACE}", _KEPT)  # rich would break there
    for number, part in enumerate(line[indent:].wrap(console, room)):
        part.rstrip()
        part.plain = part.plain.replace(_KEPT, "\N{NO-BREAK SPACE}")
        part.pad_left(indent + (_HANG if number else 0))
        console.print(part, soft_wrap=True)


def _fold(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    column = _COLUMN.match(line)
    indent = len(column[0]) if column else len(line) - len(line.lstrip()) + _HANG
    glued = _COMMAND.sub(lambda found: found[0].replace(" ", _GLUE), line)
    lines = textwrap.wrap(glued, width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines).replace(_GLUE, " ")


def _width(descriptor: int) -> int:
    """Columns of the terminal; the usual 80 where it does not say."""
    try:
        columns = os.get_terminal_size(descriptor).columns
    except OSError:
        columns = 0
    return max(columns or _USUAL, _NARROW)
