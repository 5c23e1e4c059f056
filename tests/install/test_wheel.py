# SPDX-License-Identifier: EUPL-1.2
"""The package as others install it: a wheel, in an environment with nothing but what it declares."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT

PARTS = (
    "standrapport",
    "templates",
    "examples",
    "pyproject.toml",
    "setup.py",
    "README.md",
    "LICENSE",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what stands here."""
    folder = tmp_path_factory.mktemp("wheel")
    for part in PARTS:
        if (ROOT / part).is_dir():
            skip = shutil.ignore_patterns("__pycache__", "out")
            shutil.copytree(ROOT / part, folder / part, ignore=skip)
        else:
            shutil.copy(ROOT / part, folder / part)
    build = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
    subprocess.run(
        [sys.executable, "-c", build, str(folder / "dist")],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return next((folder / "dist").glob("*.whl"))


def closure(distribution_: Distribution, found: dict[str, Distribution]) -> None:
    """Everything a package needs here, without any extra of its own."""
    for line in distribution_.requires or []:
        wanted = Requirement(line)
        extras = wanted.extras or {""}
        if wanted.marker and not any(wanted.marker.evaluate({"extra": one}) for one in extras):
            continue
        name = wanted.name.lower()
        if name not in found:
            found[name] = distribution(name)
            closure(found[name], found)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment: the wheel, and links to what it declares."""
    folder = tmp_path_factory.mktemp("vers")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    place = next(folder.glob("lib/python*/site-packages"))
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(place)
    found: dict[str, Distribution] = {}
    closure(Distribution.at(next(place.glob("standrapport-*.dist-info"))), found)
    for one in found.values():
        for file in one.files or []:
            top = file.parts[0]
            if top == "ruamel":  # two packages share this folder
                (place / file).parent.mkdir(parents=True, exist_ok=True)
                (place / file).symlink_to(str(one.locate_file(file)))
            elif top not in {"..", "__pycache__"} and not (place / top).exists():
                (place / top).symlink_to(str(one.locate_file(top)))
    assert {"numpy", "weasyprint", "markupsafe"} <= set(found)
    assert not {"pandas", "duckdb", "psycopg", "openpyxl"} & set(found)
    return folder / "bin/python"


def run(python: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python of the fresh environment, which sees nothing of this one."""
    return subprocess.run(
        [python, "-I", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_from_a_wheel_to_a_report(installed: Path, tmp_path: Path) -> None:
    """`init`, then `build`: page and open data; what is missing tells how pip installs it."""
    made = run(installed, tmp_path, "-m", "standrapport", "init", "x")
    assert made.returncode == 0, made.stderr
    built = run(
        installed, tmp_path / "x", "-m", "standrapport", "build", "2024", "--format", "html"
    )
    assert built.returncode == 0, built.stderr
    out = tmp_path / "x/out/2024"
    assert next(out.glob("*-2024.html")).stat().st_size > 50_000
    assert (out / "data/cijfers-2024.xlsx").is_file()
    asked = run(installed, tmp_path / "x", "-m", "standrapport", "import", "--uit-bron", "2024")
    assert asked.returncode == 2
    assert "installeer het met 'pip install \"standrapport[bron]\"'." in asked.stderr
    wrong = run(installed, tmp_path / "x", "-m", "standrapport", "bouw")
    assert "De opdracht 'bouw' bestaat niet." in wrong.stderr
    program = "import standrapport as sr; print(sr.open('.').years)"
    assert run(installed, tmp_path / "x", "-c", program).stdout == "(2023, 2024)\n"


@pytest.mark.slow
def test_what_the_wheel_holds(wheel: Path) -> None:
    """Types, the Dutch catalogue, templates, examples and the command; no tests."""
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        points = next(name for name in names if name.endswith("entry_points.txt"))
        assert "standrapport = standrapport.cli:main" in packed.read(points).decode()
    assert {
        "standrapport/py.typed",
        "standrapport/cli/taal/nl/LC_MESSAGES/standrapport.mo",
        "standrapport/templates/rapport.html.j2",
        "standrapport/examples/leenfietsen/figures/indicatoren.yaml",
    } <= names
    tops = {name.partition("/")[0] for name in names}
    assert len(tops) == 2
    assert "standrapport" in tops
