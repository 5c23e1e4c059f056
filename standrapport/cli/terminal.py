"""Lines of spans on stdout: with colour on a terminal, plain elsewhere."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable

import click

_NO_TERMINAL = 80
_STYLES = {"kop": "bold", "weg": "red strike", "erbij": "green underline", "": ""}


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
        console.print(Text.assemble(*((text, _STYLES[kind]) for text, kind in line)), soft_wrap=False)


def terminal_width() -> int:
    """How many characters fit on a line; 80 where there is no terminal."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _NO_TERMINAL
