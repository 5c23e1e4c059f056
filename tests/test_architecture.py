# SPDX-License-Identifier: EUPL-1.2
"""The house stands as designed: rooms import downwards only, modules stay small, and nothing of one
machine is in it.
"""

from __future__ import annotations

import ast
import re
import subprocess
from collections import Counter, defaultdict
from pathlib import Path

from tests.conftest import ROOT

# Rooms by their path within the package; a module belongs to the longest name that its own path
# begins with.
FLOORS = [
    {"core/frozen"},
    {
        "core/budget",
        "core/notation",
        "core/csv_text",
        "core/disk",
        "core/extras",
    },
    {"core/model"},
    {"core/formula"},
    {"core/words"},
    {"messages"},
    {"core/derive", "report/charts", "report/publish"},
    {"project/places", "project/reading", "sources", "open_data", "review/compare"},
    {"checks/figures", "checks/text", "report/render"},
    {"checks/statements/reading"},
    {"checks/statements/named"},
    {"checks/statements/claims"},
    {"checks/statements/numbers"},
    {"checks/statements"},
    {"pipeline"},
    {"project/editing", "review/versions", "review/trace", "review/trend", "word"},
    {"intake", "review/round"},
    {"preview"},
    {"cli", "api"},
    {"__main__", "__init__"},
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
PACKAGE = ROOT / "standrapport"


def room_of(name: str) -> str | None:
    """The room of a module or package, given as a path within the package without its ending."""
    parts = name.split("/")
    longest = ("/".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((room for room in longest if room in FLOOR), None)


def imported(path: Path) -> set[str]:
    """What a module imports of the package, anywhere in it, as paths within the package."""
    inside = path.relative_to(PACKAGE)
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.ImportFrom):
            continue
        if not node.level:
            assert not (node.module or "").startswith("standrapport"), f"{path}: not relative"
            continue
        base = inside.parts[: len(inside.parts) - node.level]
        target = "/".join([*base, *(node.module or "").split(".")]).strip("/")
        found |= (
            {target}
            if room_of(target)
            else {f"{target}/{alias.name}".strip("/") for alias in node.names}
        )
    return found


def test_every_module_has_a_room() -> None:
    """No module stands outside the rooms, and no room is empty."""
    names = [
        str(path.relative_to(PACKAGE).with_suffix("")).removesuffix("/__init__")
        for path in PACKAGE.rglob("*.py")
    ]
    faces = {"core", "project", "checks", "report", "review"}  # packages that only hold rooms
    assert [name for name in names if room_of(name) is None and name not in faces] == []
    assert set(FLOOR) == {room_of(name) for name in names} - {None}


def test_rooms_import_from_floors_below() -> None:
    """A room never imports from its own floor or above, so the road has one direction."""
    modules = sorted(PACKAGE.rglob("*.py"))
    assert len(modules) > 40
    upwards = []
    for path in modules:
        room = room_of(str(path.relative_to(PACKAGE).with_suffix("")))
        for target in sorted(imported(path)):
            other = room_of(target)
            if room and other and other != room and FLOOR[other] >= FLOOR[room]:
                upwards.append(f"{path.relative_to(ROOT)} -> {target}")
    assert upwards == []


def test_modules_stay_small() -> None:
    """A module over 400 lines asks to be split."""
    large = {
        str(p.relative_to(ROOT)): n
        for p in PACKAGE.rglob("*.py")
        if (n := len(p.read_text("utf-8").splitlines())) > 400
    }
    assert large == {}


def test_every_class_has_a_name_of_its_own() -> None:
    """No two classes of one name, so that a name says what a thing is wherever it is read."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(str(path.relative_to(ROOT)))
    shared = {name for name, paths in found.items() if len(paths) > 1}
    assert shared == set()


def test_nothing_of_one_machine_is_tracked() -> None:
    """No home folder, no registry address, nothing left open in any tracked file."""
    files = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    assert "pyproject.toml" in files
    forbidden = re.compile(
        r"/(?:root|home)/\w|files\.pythonhosted|pypi\.org|registry\.npmjs|\bTO"
        r"DO\b|\bFIX"
        "ME"
        r"\b"
    )
    found = []
    for name in files:
        path = ROOT / name
        if path.suffix in {".woff2", ".ttf", ".png", ".pdf", ""} or not path.is_file():
            continue
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
            if forbidden.search(line):
                found.append(f"{name}:{number}: {line.strip()[:80]}")
    assert found == []


# Functions of the youngest room that still hold too many thoughts; a name leaves this list when it
# is split, and none joins it.
TOO_MANY_THOUGHTS = {
    "bulk.read_columns",
    "claim_years.pairs",
    "amounts._read",
    "context._said",
    "context._items",
    "computed._left",
    "computed._shares",
    "context.context_of",
    "cues.cues_of",
    "features._features",
    "judge._fitting",
    "judge.judged",
    "wholes.rivals",
    "names._maker",
    "names.build_names",
    "references.judged",
    "shares.base_of",
    "vocabulary._fits",
    "vocabulary.finish",
    "over_years._direction",
    "years._elsewhere",
    "years.of",
}


def complexity(function: ast.AST) -> int:
    """Ways through a function: branches, loops, and each part of a condition or comprehension."""
    ways = 1
    for node in ast.walk(function):
        if isinstance(
            node, ast.If | ast.For | ast.While | ast.ExceptHandler | ast.IfExp | ast.Assert
        ):
            ways += 1
        elif isinstance(node, ast.BoolOp):
            ways += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            ways += 1 + len(node.ifs)
    return ways


def test_no_function_holds_too_many_thoughts() -> None:
    """At most fifteen ways through a function, as McCabe counts with every condition by itself."""
    tangled = {
        f"{path.stem}.{node.name}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and complexity(node) > 15
    }
    assert tangled == TOO_MANY_THOUGHTS


def test_findings_are_made_in_one_room() -> None:
    """A sentence and a severity stand with their code: nobody else makes a finding by hand."""
    makes = re.compile(r"(?<![\w.\"'])Finding\(")
    rooms = [path for path in PACKAGE.rglob("*.py") if path.parent.name != "messages"]
    assert len(rooms) > 300
    by_hand = [str(path) for path in rooms if makes.search(path.read_text("utf-8"))]
    assert by_hand == []


def test_lines_fit() -> None:
    """At most a hundred characters."""
    wide = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in PACKAGE.rglob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > 100 and "noqa" not in line and " " in line.strip()[:100]
    ]
    assert wide == []


def offered(tree: ast.Module) -> set[str]:
    """The functions and constants a face offers, as `X as X` or in `__all__`, without classes:
    those are what its functions give, so that other rooms may say so.
    """
    named: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            named |= set(ast.literal_eval(node.value))
        elif isinstance(node, ast.ImportFrom):
            named |= {alias.name for alias in node.names if alias.name == alias.asname}
    return {name for name in named if name.isupper() or name.islower()}


def test_a_face_offers_what_is_asked_for() -> None:
    """Whatever a room's `__init__` offers, another room imports, or a guide tells others to; the
    rest is the room's own.
    """
    guides = "\n".join(path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md"))
    trees = {path: ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
    asked: dict[str, set[str]] = defaultdict(set)
    for path, tree in trees.items():
        inside = path.relative_to(PACKAGE)
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.level:
                base = inside.parts[: len(inside.parts) - node.level]
                target = "/".join([*base, *(node.module or "").split(".")]).strip("/")
                if not str(inside).startswith(f"{target}/"):
                    asked[target] |= {alias.name for alias in node.names}
    idle = {
        f"{face}.{name}"
        for path, tree in trees.items()
        if path.name == "__init__.py"
        and (face := path.parent.relative_to(PACKAGE).as_posix()) not in {".", "api"}
        for name in offered(tree) - asked[face]
        if f"`{name}" not in guides
    }
    assert idle == set()


# Modules under sixty lines that stand by themselves for a reason: what others may import without
# more (budget, extras), what is a program or a family of its own, what would close a circle of
# imports where it belongs. A name leaves this list when it grows or is joined; none joins it.
SMALL = {
    "checks/statements/reading/lexicon.py",
    "core/budget.py",
    "pipeline/export.py",
    "pipeline/propose.py",
    "project/reading/opened.py",
    "report/charts/sparkline.py",
    "report/render/kinds.py",
}


def test_no_module_is_only_a_station() -> None:
    """A module of fewer than sixty lines joins the neighbour it serves; faces and programs aside."""
    small = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if path.name not in {"__init__.py", "__main__.py"}
        and len(path.read_text("utf-8").splitlines()) < 60
    }
    assert small - SMALL == set()


# How many modules a room may hold before it asks for a closer look: what is joined lowers it.
MOST_MODULES = {
    "checks/figures": 32,
    "checks/statements": 5,
    "checks/statements/claims": 15,
    "checks/statements/named": 24,
    "checks/statements/numbers": 7,
    "checks/statements/reading": 10,
    "checks/text": 16,
    "cli": 17,
    "core/formula": 10,
    "core/model": 17,
    "core/words": 10,
    "intake": 42,
    "messages": 10,
    "open_data": 11,
    "pipeline": 11,
    "preview": 10,
    "project/editing": 19,
    "project/reading": 25,
    "report/charts": 18,
    "report/publish": 6,
    "report/render": 30,
    "review/compare": 17,
    "review/round": 14,
    "review/trace": 5,
    "review/trend": 9,
    "sources": 12,
    "word": 19,
}


def test_rooms_stay_surveyable() -> None:
    """A room that grows beyond its bound is cut, or small modules in it are joined; a room that
    stands in no list holds three at most.
    """
    held = Counter(
        room_of(str(path.relative_to(PACKAGE).with_suffix("")).removesuffix("/__init__"))
        for path in PACKAGE.rglob("*.py")
    )
    del held[None]
    assert len(held) > 30
    assert {room: n for room, n in held.items() if n > MOST_MODULES.get(room or "", 3)} == {}
