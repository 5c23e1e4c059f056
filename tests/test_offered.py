# SPDX-License-Identifier: EUPL-1.2
"""What a room offers says what it gives, what it raises, and what its numbers count.

The form is that of the house: a docstring begins with what is given ('The …', 'Every …', 'Whether
…'), or with what is done and then 'Gives …'; 'Raises X' names what may come out; a number among
the parameters is named in it, between backticks or under `Args:`.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.test_architecture import PACKAGE, offered, room_of

# How a docstring begins that says what is given.
GIVES = re.compile(
    r"(?:The|A|An|All|Any|Every\w*|Each|Whether|What|How|Where|Which|Who|Why|Up|Nothing|No|Not|Only"
    r"|Per|One|Two|Both|From|By|Text|Words|Names|Years|Figures|Numbers|Lines|Rows|Cells|Findings"
    r"|Everything|SR-\w+|'.*|`.*|\d.*)\b|['`>]"
)
NUMBER = re.compile(r"(?:int|float|Decimal|Fraction|date|datetime)(?: \| None)?")
KNOWN = {"year", "first", "last", "edition"}  # years, wherever they stand


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def module_at(path: Path, node: ast.ImportFrom) -> Path | None:
    """The file a relative import names."""
    base = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
    beside = (base.with_name(f"{base.name}.py"), base / "__init__.py")
    return next((one for one in beside if one.is_file()), None)


@cache
def defined(path: Path) -> dict[str, tuple[Path, str]]:
    """Where every name of a module is made: in it, or where it was imported from."""
    found: dict[str, tuple[Path, str]] = {}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.level and (there := module_at(path, node)):
            found |= {one.asname or one.name: (there, one.name) for one in node.names}
    for top in tree(path).body:
        if isinstance(top, ast.FunctionDef | ast.ClassDef):
            found[top.name] = (path, top.name)
    return found


Made = ast.FunctionDef | ast.ClassDef


def made(path: Path, name: str) -> tuple[Path, Made] | None:
    """The function or class a name stands for in a module, followed through what it imports."""
    seen: set[tuple[Path, str]] = set()
    while (path, name) not in seen and name in defined(path):
        seen.add((path, name))
        path, name = defined(path)[name]
        for top in tree(path).body:
            if isinstance(top, Made) and top.name == name:
                return path, top
    return None


@cache
def above(path: Path, name: str) -> frozenset[str]:
    """An exception and those it is one of."""
    found = made(path, name)
    if found is None:
        known = getattr(builtins, name, None)
        mro = known.__mro__ if isinstance(known, type) else ()
        return frozenset({name, *(one.__name__ for one in mro)})
    where, node = found
    bases = node.bases if isinstance(node, ast.ClassDef) else []
    return frozenset({name}).union(*(above(where, ast.unparse(base)) for base in bases))


Escaping = frozenset[tuple[Path, str]]  # exceptions, each with the module that raises it


def escapes(path: Path, node: ast.AST, trail: frozenset[str]) -> Escaping:
    """The exceptions that a piece of code lets out, as far as calls by name within its room can be
    followed: what another room raises is told there.
    """
    if isinstance(node, ast.Try):
        caught = {
            ast.unparse(part)
            for handler in node.handlers
            for part in ast.walk(handler.type or handler)
            if isinstance(part, ast.Name)
        }
        inside = frozenset[tuple[Path, str]]().union(*(escapes(path, o, trail) for o in node.body))
        left = frozenset(one for one in inside if not above(*one) & caught)
        rest = (*node.handlers, *node.orelse, *node.finalbody)
        return left.union(*(escapes(path, one, trail) for one in rest))
    found: Escaping = frozenset()
    if isinstance(node, ast.Raise) and node.exc is not None:
        name = ast.unparse(node.exc.func if isinstance(node.exc, ast.Call) else node.exc)
        found = frozenset({(path, name)} if name[:1].isupper() and "." not in name else ())
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        found = raised(path, node.func.id, trail)
    elif isinstance(node, ast.FunctionDef | ast.Lambda | ast.ClassDef):
        return found  # not run here
    return found.union(*(escapes(path, one, trail) for one in ast.iter_child_nodes(node)))


def room(path: Path) -> str | None:
    return room_of(path.relative_to(PACKAGE).with_suffix("").as_posix().removesuffix("/__init__"))


@cache
def raised(path: Path, name: str, trail: frozenset[str] = frozenset()) -> Escaping:
    """What a function of a room raises that it does not catch itself."""
    there = made(path, name)
    if there is None or not isinstance(there[1], ast.FunctionDef) or f"{there[0]}{name}" in trail:
        return frozenset()
    where, node = there
    if trail and room(where) != room(path):
        return frozenset()
    deeper = trail | {f"{where}{name}"}
    return frozenset[tuple[Path, str]]().union(*(escapes(where, one, deeper) for one in node.body))


def functions() -> Iterator[tuple[str, Path, ast.FunctionDef]]:
    """Every function that the face of a room offers."""
    for face in sorted(PACKAGE.rglob("__init__.py")):
        for name in sorted(offered(tree(face))):
            found = made(face, name)
            if found and isinstance(found[1], ast.FunctionDef):
                title = f"{face.parent.relative_to(PACKAGE).as_posix()}.{name}"
                yield title, found[0], found[1]


OFFERED = {name: (path, node) for name, path, node in functions()}


def said(name: str) -> str:
    """The docstring of a function, on one line."""
    return " ".join((ast.get_docstring(OFFERED[name][1]) or "").split())


@pytest.mark.parametrize("name", OFFERED)
def test_it_says_what_it_gives(name: str) -> None:
    """First of all, or after what it does: 'Gives …'."""
    returns = OFFERED[name][1].returns
    if returns is not None and ast.unparse(returns) != "None":
        assert GIVES.match(said(name)) or re.search(r"\b(?:[Gg]ives|Returns)\b", said(name))


@pytest.mark.parametrize("name", OFFERED)
def test_it_says_what_it_raises(name: str) -> None:
    """Every exception of the house that comes out of it, by its name."""
    path, node = OFFERED[name]
    told = set(re.findall(r"\w+", said(name).partition("aises")[2]))
    house = {one for one in raised(path, node.name) if made(*one)}
    assert {one for where, one in house if not above(where, one) & told} == set()


def test_what_is_raised_is_found() -> None:
    """The reading of code above sees what is raised by the way, and what is caught."""
    found = {
        name: {one for _, one in raised(path, node.name)} for name, (path, node) in OFFERED.items()
    }
    assert found["report/publish.save"] == {"NotWritable"}
    assert "FormulaError" not in found["review/trend.read_asked"]
    assert sum(map(bool, found.values())) > 20


@pytest.mark.parametrize("name", OFFERED)
def test_it_says_what_its_numbers_count(name: str) -> None:
    """A parameter that is a number, and no year, is named."""
    arguments = OFFERED[name][1].args
    numbers = [
        one.arg
        for one in (*arguments.args, *arguments.kwonlyargs)
        if one.annotation and NUMBER.fullmatch(ast.unparse(one.annotation)) and one.arg not in KNOWN
    ]
    assert [one for one in numbers if not re.search(rf"\b{one}\b", said(name))] == []
