# SPDX-License-Identifier: EUPL-1.2
"""The text of both editions as readers get it, kept in the repository.

`make golden` renews it and a person reads the difference.
"""

from __future__ import annotations

import difflib
import re
from html import unescape
from pathlib import Path

import pytest

from standrapport.pipeline.build import build_edition

HERE = Path(__file__).parent


def text_of(html: str) -> str:
    """The words of a page, a line per block, without style, script and drawings (their text
    alternative stays).
    """
    body = re.sub(
        r"<(style|script)\b.*?</\1>",
        "",
        html.partition("<body")[2].partition(">")[2],
        flags=re.DOTALL,
    )
    body = re.sub(
        r"<svg\b.*?<title[^>]*>(.*?)</title>.*?</svg>", r"<p>[\1]</p>", body, flags=re.DOTALL
    )
    body = re.sub(r"</(p|li|h\d|tr|dt|dd|caption|figcaption|summary|div|ul)>", "\n", body)
    body = re.sub(r"</t[hd]>", " | ", body)
    lines = (" ".join(unescape(re.sub(r"<[^>]+>", "", line)).split()) for line in body.split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


@pytest.mark.parametrize("year", [2021, 2024])
def test_text_of_the_edition(
    year: int, real_project: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """What is built now reads as what was last looked at."""
    build_edition(real_project, year, tmp_path, frozenset({"html"}))
    now = text_of(
        (tmp_path / str(year) / f"stand-van-de-uitvoering-{year}.html").read_text("utf-8")
    )
    stored = HERE / f"{year}.txt"
    if request.config.getoption("--golden"):
        stored.write_text(now, "utf-8")
    difference = "\n".join(
        difflib.unified_diff(
            stored.read_text("utf-8").splitlines(), now.splitlines(), "bewaard", "nu", lineterm=""
        )
    )
    assert difference == ""
