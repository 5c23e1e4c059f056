# SPDX-License-Identifier: EUPL-1.2
"""What a draft says of itself: its mark on every page, and that search engines pass it over."""

from __future__ import annotations

import re
from pathlib import Path

from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import report_input
from standrapport.report.render import render
from tests.conftest import ROOT, ProjectMaker

MARK = re.compile(r"Versie ([0-9a-f]{8})\.")


def _page(folder: Path, *, concept: bool) -> str:
    checked = check_edition(folder, 2021)
    assert checked.edition is not None
    report = report_input(checked, checked.edition, concept=concept)
    return render(report, ROOT / "templates", paper=False).html


def test_two_drafts_are_told_apart_by_what_they_say(project: ProjectMaker) -> None:
    """The same input gives the same mark; one other word or number another."""
    folder = project({})
    first, again = (MARK.findall(_page(folder, concept=True)) for _ in range(2))
    assert first == again
    assert len(first) == 1
    chapter = folder / "content/2021/cijfers.yaml"
    chapter.write_text(chapter.read_text("utf-8").replace("binnen.", "naar binnen."), "utf-8")
    other = MARK.findall(_page(folder, concept=True))
    assert len(other) == 1
    assert other != first
    assert f"Versie {other[0]}" in _page(folder, concept=True).split("@bottom-left", 1)[1][:80]


def test_only_a_draft_asks_to_be_passed_over(project: ProjectMaker) -> None:
    """A final report may be found; whoever shares it sees its title."""
    assert '<meta name="robots" content="noindex' in _page(project({}), concept=True)
    final = _page(project({}), concept=False)
    assert "noindex" not in final
    assert not MARK.findall(final)
    assert '<meta property="og:title" content="Verzonnen rapport 2021">' in final
