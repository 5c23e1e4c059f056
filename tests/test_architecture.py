"""The house stands as designed: rooms import downwards only, modules stay small, and nothing of one machine is in it."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

from tests.conftest import ROOT

FLOORS = [
    {"notation", "csv_text"},
    {"model", "__init__"},
    {"formula", "charts", "mentions", "messages", "publish"},
    {"load", "derive", "sources", "consistency", "prose", "render", "compare", "open_data"},
    {"checked", "memory"},
    {"project"},
    {"pipeline"},
    {"versions", "authoring", "preview", "filling", "tracing", "trend", "exports", "intake"},
    {"cli"},
    {"__main__"},
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
PACKAGE = ROOT / "standrapport"


def room_of(path: Path) -> str:
    """The room a module belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """The other rooms a module imports from, anywhere in it."""
    depth = len(path.relative_to(PACKAGE).parts)
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            rooms |= {node.module.partition(".")[0]} if node.module else {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("standrapport."):
            rooms.add((node.module or "").split(".")[1])
    return {room for room in rooms if room in FLOOR} - {room_of(path)}


def test_rooms_import_from_floors_below() -> None:
    """A room never imports from its own floor or above, so the road has one direction."""
    modules = sorted(PACKAGE.rglob("*.py"))
    assert len(modules) > 40
    upwards = [
        f"{path.relative_to(ROOT)} -> {room}" for path in modules for room in imported_rooms(path) if FLOOR[room] >= FLOOR[room_of(path)]
    ]
    assert upwards == []


def test_modules_stay_small() -> None:
    """A module over 300 lines asks to be split."""
    large = {str(p.relative_to(ROOT)): n for p in PACKAGE.rglob("*.py") if (n := len(p.read_text("utf-8").splitlines())) > 300}
    assert large == {}


def test_nothing_of_one_machine_is_tracked() -> None:
    """No home folder, no registry address, nothing left open in any tracked file."""
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    assert "pyproject.toml" in files
    forbidden = re.compile(r"/(?:root|home)/\w|files\.pythonhosted|pypi\.org|registry\.npmjs|\bTO" + r"DO\b|\bFIX" + "ME" + r"\b")
    found = []
    for name in files:
        path = ROOT / name
        if path.suffix in {".woff2", ".png", ".pdf", ""} or not path.is_file():
            continue
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
            if forbidden.search(line):
                found.append(f"{name}:{number}: {line.strip()[:80]}")
    assert found == []
