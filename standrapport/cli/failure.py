"""From exceptions to exit codes: 2 for wrong use, 3 for a bug in the tool (contract, 'Commands')."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import click

from .terminal import say

WRONG_USE = 2
OUR_BUG = 3
INTERRUPTED = 130


def guarded(run: Callable[[], Any]) -> Any:
    """Run a command; wrong use is click's to report, everything unforeseen becomes one Dutch sentence."""
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
    except Exception as problem:  # noqa: BLE001 - the last resort for everything unforeseen
        if os.environ.get("STANDRAPPORT_DEBUG"):
            traceback.print_exc()
        frame = traceback.extract_tb(problem.__traceback__)[-1]
        where = f"{Path(frame.filename).name}:{frame.lineno}"
        say(
            f"Dit is een fout in standrapport zelf ({type(problem).__name__}: {problem}, in {where}). Meld hem bij de beheerder; "
            "met STANDRAPPORT_DEBUG=1 ervoor krijgt u de gegevens die daarbij nodig zijn.",
            err=True,
        )
        sys.exit(OUR_BUG)


class WrongUse(click.ClickException):
    """A usage error with our own sentence."""

    exit_code = WRONG_USE

    def show(self, file: IO[str] | None = None) -> None:
        """The sentence on stderr, folded where a person reads it."""
        if file is None:
            say(f"Fout: {self.format_message()}", err=True)
        else:
            super().show(file)


def wrong_use(message: str) -> click.ClickException:
    """A usage error with our sentence, exit code 2."""
    return WrongUse(message)
