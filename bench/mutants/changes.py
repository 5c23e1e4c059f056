# SPDX-License-Identifier: EUPL-1.2
"""Small changes to a module, each of which should make a test fail: what a mutant is."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda

_COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_COMPUTED = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Mod: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.Pow: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
# Pairs of names of which one is easily written for the other; '' takes the call away.
_NAMES = {
    "min": "max", "max": "min", "any": "all", "all": "any", "ceil": "floor", "floor": "ceil",
    "sorted": "list", "abs": "",
}  # fmt: skip
_FIELDS = {
    "low": "high", "high": "low", "left": "right", "right": "left", "over": "under",
    "under": "over",
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change: `number` counts the nodes of the tree, `variant` the changes to that node.

    `function` is the name of the outermost function it is in, '' when it is in none: then it
    works from the import of the module on. `lines` are those of the statement, `before` and
    `after` that statement without what stands indented under it.
    """

    path: str
    number: int
    variant: int
    function: str
    lines: tuple[int, int]
    before: str
    after: str

    @property
    def key(self) -> str:
        """A name that stays when lines move."""
        return f"{self.function or 'module'}: {self.before} -> {self.after}"


def mutants_of(path: Path, root: Path) -> list[Mutant]:
    """Every small change to a module."""
    found = []
    for number, place in enumerate(_places(ast.parse(path.read_text("utf-8")))):
        if place.untouched:
            continue
        before = _shown(place.statement)
        for variant, changed in enumerate(_variants(place)):
            with _put(place, changed):
                after = _shown(changed if place.node is place.statement else place.statement)
            name = str(path.relative_to(root))
            found.append(Mutant(name, number, variant, place.function, place.lines, before, after))
    return found


def mutated(mutant: Mutant, root: Path) -> ast.Module:
    """The module with the change made."""
    tree = ast.parse((root / mutant.path).read_text("utf-8"))
    place = next(one for at, one in enumerate(_places(tree)) if at == mutant.number)
    place.put(list(_variants(place))[mutant.variant])
    return ast.fix_missing_locations(tree)


Statement = ast.stmt | ast.match_case


@dataclass(frozen=True)
class _Place:
    """A node with where it stands: `at` is its place in the `field` of its parent, None where that
    holds no list.
    """

    node: ast.AST
    parent: ast.AST
    field: str
    at: int | None
    statement: Statement
    function: str
    untouched: bool

    def put(self, node: ast.AST) -> None:
        """Another node in its place."""
        if self.at is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.at] = node

    @property
    def lines(self) -> tuple[int, int]:
        """First and last line of the statement, without what is indented under it."""
        first = next(
            (part.lineno for part in ast.walk(self.statement) if hasattr(part, "lineno")), 0
        )
        body = getattr(self.statement, "body", None)
        ends = getattr(self.statement, "end_lineno", None) or first
        return first, max(first, body[0].lineno - 1) if isinstance(body, list) else ends


@contextmanager
def _put(place: _Place, node: ast.AST) -> Iterator[None]:
    place.put(node)
    try:
        yield
    finally:
        place.put(place.node)


def _places(tree: ast.Module) -> Iterator[_Place]:
    yield from _below(tree, tree.body[0], (), inside=False, untouched=False)


def _below(
    node: ast.AST, statement: Statement, names: tuple[str, ...], *, inside: bool, untouched: bool
) -> Iterator[_Place]:
    """All nodes under a node, in reading order.

    Types, decorators and the words of messages are left untouched.
    """
    for field, value in ast.iter_fields(node):
        still = untouched or field in {"annotation", "returns", "decorator_list"}
        at_import = field in {"defaults", "kw_defaults"}
        for at, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(child, ast.AST):
                continue
            mine = child if isinstance(child, Statement) else statement
            named = not inside and isinstance(child, ast.ClassDef | Function)
            own = (*names, getattr(child, "name", "<lambda>")) if named else names
            within = (inside or isinstance(child, Function)) and not at_import
            leave = still or isinstance(child, ast.JoinedStr | ast.Import | ast.ImportFrom)
            function = ".".join(own) if within else ""
            yield _Place(child, node, field, at, mine, function, leave)
            yield from _below(child, mine, own, inside=within, untouched=leave)


def _variants(place: _Place) -> Iterator[ast.AST]:  # noqa: C901 - a branch for each kind of node
    """What may stand where a node stands."""
    node = place.node
    match node:
        case ast.Compare(ops=ops):
            for at, operator in enumerate(ops):
                yield _with(node, ops=[*ops[:at], _COMPARED[type(operator)](), *ops[at + 1 :]])
        case ast.BinOp(op=operator) | ast.AugAssign(op=operator):
            if type(operator) in _COMPUTED and (place.function or not _types(node)):
                yield _with(node, op=_COMPUTED[type(operator)]())
            if isinstance(node, ast.AugAssign):
                yield ast.Pass()
        case ast.BoolOp(op=operator, values=values):
            yield _with(node, op=ast.Or() if isinstance(operator, ast.And) else ast.And())
            for at in range(len(values)):
                rest = [*values[:at], *values[at + 1 :]]
                yield rest[0] if len(rest) == 1 else _with(node, values=rest)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str() as value) if _compared(place):
            yield ast.Constant(f"{value}?")
        case ast.IfExp(body=body, orelse=orelse):
            yield body
            yield orelse
        case ast.If(test=test) | ast.While(test=test):
            obvious = (
                ast.Compare | ast.BoolOp | ast.UnaryOp | ast.NamedExpr
            )  # changed by themselves
            if not isinstance(test, obvious) and ast.unparse(test) != "TYPE_CHECKING":
                yield _with(node, test=ast.UnaryOp(ast.Not(), test))
        case ast.comprehension(ifs=ifs):
            for at in range(len(ifs)):
                yield _with(node, ifs=[*ifs[:at], *ifs[at + 1 :]])
        case ast.Call(func=function, args=arguments, keywords=keywords):
            if isinstance(function, ast.Name) and function.id in _NAMES:
                other = _NAMES[function.id]
                yield _with(node, func=ast.Name(other, ast.Load())) if other else arguments[0]
            if not isinstance(place.parent, ast.Raise):
                for at in range(len(keywords)):
                    yield _with(node, keywords=[*keywords[:at], *keywords[at + 1 :]])
        case ast.Attribute(attr=name, ctx=ast.Load()) if name in _FIELDS:
            yield _with(node, attr=_FIELDS[name])
        case ast.Expr(value=ast.Call() | ast.YieldFrom() | ast.Yield()):
            yield ast.Pass()
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.match_case(guard=ast.AST()):
            yield _with(node, guard=None)
        case _:
            pass


def _with(node: ast.AST, **fields: object) -> ast.AST:
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _types(node: ast.AST) -> bool:
    """`Fraction | float` outside a function makes a type."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)


def _compared(place: _Place) -> bool:
    """Whether a text decides something: it is compared, matched, or names an entry."""
    return isinstance(place.parent, ast.Compare | ast.MatchValue | ast.Subscript | ast.Dict)


_INDENTED = ("body", "orelse", "finalbody", "handlers", "cases")


def _shown(statement: ast.AST) -> str:
    """A statement on one line, without what is indented under it."""
    bare = copy.copy(statement)
    for name in _INDENTED:
        if isinstance(getattr(bare, name, None), list):
            setattr(bare, name, [ast.Pass()] if name == "body" else [])
    return " ".join(ast.unparse(ast.fix_missing_locations(bare)).split()).removesuffix(" pass")
