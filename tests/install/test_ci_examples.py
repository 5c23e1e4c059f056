# SPDX-License-Identifier: EUPL-1.2
"""The examples for CI in docs/ci.md and the image: what they call is the released package."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from standrapport import __version__
from standrapport.cli.check import FORMATS
from tests.conftest import ROOT

PAGE = (ROOT / "docs/ci.md").read_text("utf-8")
PLACES = dict(re.findall(r"^## (\S+)\n\n```yaml\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL))


def lines_of(place: str) -> list[str]:
    """The lines of shell an example runs."""
    read = YAML(typ="safe", pure=True).load(PLACES[place])
    if place == "GitLab":
        job = read["cijfers"]
        return [*job["before_script"], *job["script"], *job["after_script"]]
    if place == "GitHub":
        return [step["run"] for step in read["jobs"]["check"]["steps"] if "run" in step]
    hook = read["repos"][0]["hooks"][0]
    assert hook["language"] == "python"
    return [*(f"pip install {one}" for one in hook["additional_dependencies"]), hook["entry"]]


@pytest.mark.parametrize("place", ["GitLab", "GitHub", "pre-commit"])
def test_each_installs_this_version_and_checks(place: str) -> None:
    """No clone, no make: the package by name at this version, then its own command."""
    assert set(PLACES) == {"GitLab", "GitHub", "pre-commit"}
    lines = lines_of(place)
    assert f"pip install standrapport=={__version__}" in lines
    checks = [line for line in lines if line.startswith("standrapport ")]
    assert checks
    for line in checks:
        words = line.split()
        assert words[:3] == ["standrapport", "check", "alles"]
        assert "--format" not in words or words[words.index("--format") + 1] in FORMATS
    assert not [line for line in lines if "make" in line or ".venv" in line]


def test_the_annotations_of_clean_data_are_silent() -> None:
    """As a job of GitHub runs it: exit code 0 and not a line, on the project of this clone."""
    done = subprocess.run(
        [sys.executable, "-m", "standrapport", "check", "alles", "--format", "github"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, "")


def test_the_image_copies_what_there_is_and_runs_without_root() -> None:
    """Every file the Containerfile copies exists; the last user is not root; nothing is fetched
    from an address, and what runs needs no network.
    """
    text = (ROOT / "Containerfile").read_text("utf-8")
    copied = [
        name
        for line in re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE)
        for name in line.split()
    ]
    assert len(copied) > 5
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert re.findall(r"^USER (\S+)", text, re.MULTILINE)[-1] == "rapport"
    assert "//" not in re.sub(r"^#.*$", "", text, flags=re.MULTILINE)
    assert "--network none" in (ROOT / "scripts/container.sh").read_text("utf-8")


def test_without_a_builder_it_is_said(tmp_path: Path) -> None:
    """One Dutch sentence and no success where podman and docker are missing."""
    (tmp_path / "dirname").symlink_to("/usr/bin/dirname")
    done = subprocess.run(
        ["/bin/bash", str(ROOT / "scripts/container.sh")],
        env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "geen podman of docker" in done.stderr
