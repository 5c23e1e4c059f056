# SPDX-License-Identifier: EUPL-1.2
"""A place a finding names, shown to read: that place and no other, with its line marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from standrapport.preview.notices import Notice, source_page


def told(*places: str) -> tuple[Notice, ...]:
    """Findings at these places."""
    return tuple(Notice("error", "fout", "SR-L001", "Fout.", where) for where in places)


def test_the_line_of_a_finding_is_marked(tmp_path: Path) -> None:
    """The file as it is, escaped, with numbers."""
    (tmp_path / "een.yaml").write_text("titel: <b>\ntekst: ja\n", "utf-8")
    html = source_page(tmp_path, "een.yaml:2:8", told("een.yaml:2:8"))
    assert html is not None
    assert "titel: &lt;b&gt;" in html
    assert '<li id="r2"><code><mark>tekst: ja</mark></code></li>' in html
    assert html.count("<mark>") == 1


@pytest.mark.parametrize("where", ["geheim.txt:1:1", "../buiten.txt:1:1", "weg.yaml:1:1", ""])
def test_nothing_else_is_shown(tmp_path: Path, where: str) -> None:
    """Not what no finding names, not what lies outside the project, not what is not there."""
    project = tmp_path / "project"
    project.mkdir()
    (project / "geheim.txt").write_text("geheim", "utf-8")
    (tmp_path / "buiten.txt").write_text("buiten", "utf-8")
    named = told("../buiten.txt:1:1", "weg.yaml:1:1", "")
    assert source_page(project, where, named) is None
