# SPDX-License-Identifier: EUPL-1.2
"""The PDF validator itself: an untagged file is refused."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from .verapdf import validate


def test_an_untagged_file_fails(tmp_path: Path) -> None:
    """An empty page without tags or metadata fails both profiles."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(tmp_path / "leeg.pdf")
    results = validate([tmp_path / "leeg.pdf"])
    assert [result.profile for result in results] == ["ua1", "3a"]
    assert not any(result.compliant for result in results)
    assert all(result.failures for result in results)
