# SPDX-License-Identifier: EUPL-1.2
"""docs/python.md, run like a notebook: every block in order, what it gives compared with what the
page shows.
"""

from __future__ import annotations

import ast
import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from standrapport.cli import main
from tests.conftest import ROOT

PAGE = ROOT / "docs/python.md"


@dataclass(frozen=True)
class Cell:
    """A block of code, and the output shown below it with its lines (from, to) in the page."""

    code: str
    line: int
    shown: str | None
    lines: tuple[int, int]


def cells(page: str) -> list[Cell]:
    """The ```python blocks, each with the ```text block that follows it."""
    fences = [token for token in MarkdownIt().parse(page) if token.type == "fence"]
    found = []
    for fence, following in zip(fences, [*fences[1:], None], strict=True):
        assert fence.map is not None
        if fence.info != "python":
            continue
        shown, lines = None, (0, 0)
        if following is not None and following.info == "text":
            assert following.map is not None
            shown, lines = following.content, (following.map[0] + 1, following.map[1] - 1)
        found.append(Cell(fence.content, fence.map[0] + 1, shown, lines))
    return found


def outcome(code: str, names: dict[str, object]) -> str:
    """What a notebook shows below a cell: what was printed, and the value of a last expression."""
    body = ast.parse(code).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(ast.Module(body, []), str(PAGE), "exec"), names)  # noqa: S102 - our own page
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), str(PAGE), "eval"), names)  # noqa: S307
            if value is not None:
                print(value)  # noqa: T201
    return "".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines())


def test_the_page_shows_what_python_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    """In order, in a fresh copy of the invented example; `--golden` writes the page anew."""
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["init", "leenfietsen"]).exit_code == 0
    page = PAGE.read_text("utf-8")
    lines, names = page.splitlines(), dict[str, object]()
    differences = []
    moved = 0
    with pd.option_context("display.width", 120, "display.max_columns", 20):
        for cell in cells(page):
            said = outcome(cell.code, names)
            if said == (cell.shown or ""):
                continue
            assert cell.shown is not None, (
                f"{PAGE.name}:{cell.line} shows nothing and gives\n{said}"
            )
            differences.append(f"{PAGE.name}:{cell.line} gives\n{said}and shows\n{cell.shown}")
            fresh = said.splitlines()
            lines[cell.lines[0] + moved : cell.lines[1] + moved] = fresh
            moved += len(fresh) - (cell.lines[1] - cell.lines[0])
    assert len(cells(page)) >= 7
    if pytestconfig.getoption("--golden"):
        PAGE.write_text("\n".join(lines) + "\n", "utf-8")
    else:
        assert "\n".join(differences) == ""
