# SPDX-License-Identifier: EUPL-1.2
"""Where a project and the tool keep their things: the project folder, its editions, and the
templates.
"""

from __future__ import annotations

from pathlib import Path


class UsageProblem(Exception):
    """The command was given something that is not there; the message is a Dutch sentence."""


class ProjectNotFound(UsageProblem):
    """No folder with figures/ and content/ was found."""


def find_project(start: Path | None = None) -> Path:
    """The project folder: `start` when given, else the nearest folder upwards with figures/ and
    content/.
    """
    if start is not None:
        if not start.is_dir():
            raise ProjectNotFound(f"De map {start} bestaat niet.")
        if not (start / "figures").is_dir() and not (start / "content").is_dir():
            raise ProjectNotFound(
                f"In {start} staan geen mappen figures/ en content/; dit is geen project van"
                " standrapport."
            )
        return start.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "figures").is_dir() and (folder / "content").is_dir():
            return folder
    raise ProjectNotFound(
        f"In {here} en de mappen erboven staan geen figures/ en content/; ga naar de map van het"
        " rapport of geef die met --project."
    )


def editions(project: Path) -> list[int]:
    """The years that have figures or content, earliest first."""
    folders = [*(project / "figures").glob("*"), *(project / "content").glob("*")]
    return sorted(
        {int(folder.name) for folder in folders if folder.is_dir() and folder.name.isdigit()}
    )


def templates_of(project: Path) -> Path:
    """The project's own templates/ when it has them, else those of the tool."""
    own = project / "templates"
    return own if own.is_dir() else folder_of_the_tool("templates")


def folder_of_the_tool(name: str) -> Path:
    """`templates` or `examples` as they came with the tool: within the package when installed, else
    beside it.
    """
    within = Path(__file__).parent.parent / name
    return within if within.is_dir() else Path(__file__).parent.parent.parent / name
