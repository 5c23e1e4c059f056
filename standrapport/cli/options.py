"""Arguments and options several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

year_argument: Decorator = click.argument("jaar", type=click.IntRange(1900, 2199), metavar="JAAR")
project_option: Decorator = click.option(
    "--project",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="Map van het rapport; standaard de dichtstbijzijnde map omhoog met figures/ en content/.",
)
out_option: Decorator = click.option(
    "--out", type=click.Path(path_type=Path), metavar="MAP", help="Map voor het resultaat; standaard out/ in de map van het rapport."
)
strict_option: Decorator = click.option("--strict", is_flag=True, help="Laat waarschuwingen meetellen als fouten.")


def project_folder(given: Path | None) -> Path:
    """The project folder, or a usage error."""
    from ..project import ProjectNotFound, find_project
    from .failure import wrong_use

    try:
        return find_project(given)
    except ProjectNotFound as problem:
        raise wrong_use(str(problem)) from problem
