# SPDX-License-Identifier: EUPL-1.2
"""Everything the package imports is declared, everything declared is imported, and without the
extras all but what they are for works.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from standrapport.core.extras import EXTRAS
from tests.conftest import ROOT

PACKAGE = ROOT / "standrapport"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# The rooms that may import what stands in an extra.
ROOMS = {"bron": "sources", "pandas": "api"}
# Declared for another reason than an import of ours.
NOT_IMPORTED = {
    "ruamel-yaml-clib": "ruamel.yaml reads with it when it is there, eleven times faster"
}


def normal(name: str) -> str:
    """A name as registries compare them."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(lines: list[str]) -> set[str]:
    """The packages of a list of requirements."""
    names = (re.match(r"[A-Za-z0-9._-]+", line) for line in lines)
    return {normal(name[0]) for name in names if name}


INSTALLED = packages_distributions()
DEFAULT = declared(PROJECT["dependencies"])
OF_EXTRA = {name: declared(lines) for name, lines in PROJECT["optional-dependencies"].items()}


def imports() -> Iterator[tuple[str, Path]]:
    """Every module that is not of Python itself, wherever in the package it is imported."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            else:
                continue
            for name in names:
                if name.partition(".")[0] not in sys.stdlib_module_names:
                    yield name, path


def packages(module: str) -> set[str]:
    """The packages a module may come from; several share the name `ruamel`."""
    found = INSTALLED.get(module.partition(".")[0], [])
    return {normal(name) for name in found if module.startswith("ruamel") <= (name in module)}


def test_what_is_imported_is_declared() -> None:
    """Each import comes from a declared package; that of an extra only in its own room."""
    found = set()
    for module, path in imports():
        come_from = packages(module)
        found |= come_from
        room = path.relative_to(PACKAGE).parts[0]
        allowed = DEFAULT.union(*(OF_EXTRA[name] for name, its in ROOMS.items() if its == room))
        assert come_from & allowed, f"{path.relative_to(ROOT)} imports {module}: {come_from}"
    assert len(found) > 15
    everything = DEFAULT.union(*OF_EXTRA.values())
    assert everything - found == set(NOT_IMPORTED)


def test_extras_know_their_modules() -> None:
    """The sentence about a missing extra looks for exactly what pyproject.toml installs."""
    assert set(EXTRAS) == set(OF_EXTRA) == set(ROOMS)
    for name, (modules, _) in EXTRAS.items():
        assert {one for module in modules for one in packages(module)} == OF_EXTRA[name]
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for name in EXTRAS:
        assert f"\n{name}: " in makefile
        assert f"install.sh requirements-{name}.lock" in makefile


def locked(name: str) -> Mapping[str, str]:
    """The version of every package in a lock; each must have hashes."""
    text = (ROOT / name).read_text("utf-8")
    found = re.findall(
        r"^([A-Za-z0-9._-]+)==(\S+)[^\n\\]*\\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE
    )
    assert len(found) == len(re.findall(r"^[A-Za-z0-9]", text, re.MULTILINE)), name
    return {normal(package): version for package, version in found}


def test_locks_hold_what_is_declared() -> None:
    """Each lock has the packages of its purpose and no other extra's; versions are the same in all,
    and there is no address.
    """
    whole = locked("requirements-test.lock")
    tests = declared((ROOT / "requirements-test.in").read_text("utf-8").splitlines())
    assert tests | DEFAULT <= set(whole)
    locks = {"": locked("requirements.lock")}
    locks |= {name: locked(f"requirements-{name}.lock") for name in EXTRAS}
    for extra, lock in locks.items():
        assert set(lock) >= DEFAULT
        assert lock.items() <= whole.items()
        for name, its in OF_EXTRA.items():
            assert its <= set(lock) if name == extra else not its & set(lock)
    for path in ROOT.glob("requirements*"):
        assert "//" not in path.read_text("utf-8"), path.name


# The modules of the extras cannot be found, as where they are not installed.
WITHOUT = (
    "import sys\n"
    f"hidden = {sorted(module for modules, _ in EXTRAS.values() for module in modules)}\n"
    "sys.modules.update(dict.fromkeys(hidden))\n"
    "from standrapport.cli import main\n"
    "main(sys.argv[1:], prog_name='standrapport')\n"
)


def without_extras(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command where no extra is installed."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={"PYTHONPATH": str(ROOT)},
    )


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project, made without extras."""
    folder = tmp_path_factory.mktemp("kaal")
    made = without_extras(folder, "init", "leenfietsen")
    assert made.returncode == 0, made.stderr
    return folder / "leenfietsen"


def test_a_report_needs_no_extra(bare: Path) -> None:
    """The page and the open data, XLSX and ODS included."""
    built = without_extras(bare, "build", "2024", "--format", "html")
    assert built.returncode == 0, built.stderr
    assert {path.suffix for path in (bare / "out/2024").rglob("*.*")} >= {".html", ".xlsx", ".ods"}


def test_finding_a_wrong_cell_needs_no_extra(bare: Path) -> None:
    """The solver is there: a broken rule names the cell that would mend it."""
    file = bare / "figures/2024/uitleen.csv"
    good = file.read_text("utf-8")
    file.write_text(good.replace("8.740", "8.470"), "utf-8")
    checked = without_extras(bare, "check", "2024")
    file.write_text(good, "utf-8")
    assert checked.returncode == 1
    assert "Waarschijnlijk moet het zijn: uitleen.totaal 2024 = 8.740" in checked.stderr


def test_a_large_table_needs_no_extra(bare: Path) -> None:
    """Ten thousand keys are read and judged as columns."""
    file = bare / "figures/2024/wijken.csv"
    good = file.read_text("utf-8")
    more = "".join(f"2024,w{number:05},0\n" for number in range(10_000))
    file.write_text(good + more, "utf-8")
    checked = without_extras(bare, "check", "2024")
    file.write_text(good, "utf-8")
    assert checked.returncode == 0, checked.stderr
    assert "Editie 2024: 10.045 cijfers" in checked.stdout


def test_a_source_without_its_extra_is_a_finding_with_its_place(bare: Path) -> None:
    """`check` warns where the source is declared; `import --uit-bron` refuses. Both tell what to
    install, in one sentence.
    """
    catalogue = bare / "figures/indicatoren.yaml"
    good = catalogue.read_text("utf-8")
    source = "    uit_bron: {bestand: bron/x.csv, tel: rijen, jaar: datum, kolommen: {tevreden: {soort: A}}}\n"
    catalogue.write_text(good.replace("\nevaluatie:", f"{source}\nevaluatie:"), "utf-8")
    absent = without_extras(bare, "check", "2024", "--notes")
    (bare / "figures/2024/bron").mkdir()
    (bare / "figures/2024/bron/x.csv").write_text("datum,soort\n2024-01-01,A\n", "utf-8")
    checked = without_extras(bare, "check", "2024", "--strict")
    imported = without_extras(bare, "import", "--uit-bron", "2024")
    catalogue.write_text(good, "utf-8")
    sentence = (
        "Voor het natellen van brongegevens is het onderdeel 'bron' nodig, en dat ontbreekt;"
        " installeer het met 'make bron'."
    )
    assert "Het bronbestand figures/2024/bron/x.csv is er niet." in absent.stderr
    assert checked.returncode == 1
    assert re.search(
        rf"figures/indicatoren.yaml:\d+:\d+: waarschuwing SR-B009: {sentence}", checked.stderr
    )
    assert imported.returncode == 2
    assert imported.stderr == f"Fout: {sentence}\n"
