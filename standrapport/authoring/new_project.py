"""A new project from the example of invented figures that comes with the tool."""

from __future__ import annotations

from pathlib import Path

from ..load.schemas import SCHEMA_FOLDER, schemas
from ..pipeline import UsageProblem, folder_of_the_tool
from ..publish import NotWritable, replace_folder

EXAMPLE = "leenfietsen"


def example_files() -> dict[str, bytes]:
    """The files of a new project by name: the example, and the JSON Schemas its YAML files refer to."""
    folder = folder_of_the_tool("examples") / EXAMPLE
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    files = {name: content for name, content in files.items() if not name.startswith("out/")}
    return files | {f"{SCHEMA_FOLDER}/{name}": text.encode() for name, text in schemas().items()}


def start_project(folder: Path) -> tuple[Path, ...]:
    """Write a new project in a folder that is empty or not there yet; the paths written. Raises UsageProblem."""
    target = folder.resolve()
    if target.exists() and not target.is_dir():
        raise UsageProblem(f"{folder} is een bestand; geef een map die leeg is of nog niet bestaat.")
    files = example_files()
    try:
        if not target.exists():
            return replace_folder(target, files)
        if any(target.iterdir()):
            raise UsageProblem(f"De map {folder} is niet leeg; er wordt niets overschreven. Geef een map die leeg is of nog niet bestaat.")
        for name, content in files.items():
            path = target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                stream.write(content)
    except NotWritable as problem:
        raise UsageProblem(str(problem).partition(" Het vorige resultaat")[0]) from problem
    except OSError as problem:
        raise UsageProblem(f"De map {folder} kan niet worden geschreven: {problem.strerror}.") from problem
    return tuple(target / name for name in files)
