# SPDX-License-Identifier: EUPL-1.2
"""Following a document from its first command to its last.

With `renew`, output that is no longer so is written anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .transcript import Command, Shell, agrees, as_shown, steps


@dataclass(frozen=True)
class Followed:
    """A document that was followed: the shell as it ended, and where the document says something
    else than the program.
    """

    shell: Shell
    differences: tuple[str, ...]


def follow(document: Path, folder: Path, *, renew: bool = False) -> Followed:
    """Carry out a document in a folder.

    A command may end with 1 only where the document shows an error or asks for the exit code next;
    never with 2 or 3.
    """
    text = document.read_text("utf-8")
    lines = text.splitlines()
    shell = Shell(folder)
    differences = []
    moved = 0  # lines added or removed above, by renewing
    order = steps(text)
    for step, following in zip(order, [*order[1:], None], strict=True):
        if not isinstance(step, Command):
            shell.edit(step)
            continue
        output = shell.run(step.words, step.answers)
        where = f"{document.name}:{step.lines[0]}: $ {step.words}"
        asked = isinstance(following, Command) and following.words == "echo $?"
        if shell.code > (asked or ": fout SR-" in step.shown):
            differences.append(f"{where}\nends with {shell.code} and says\n{output}")
        if agrees(step.shown, output):
            continue
        if renew:
            fresh = as_shown(output).splitlines()
            lines[step.lines[0] + moved : step.lines[1] + moved] = fresh
            moved += len(fresh) - (step.lines[1] - step.lines[0])
        else:
            differences.append(f"{where}\nsays\n{output}\nand the document shows\n{step.shown}")
    if renew:
        document.write_text("\n".join(lines) + "\n", "utf-8")
    return Followed(shell, tuple(differences))
