# SPDX-License-Identifier: EUPL-1.2
"""What is asked of someone when a package is missing that only some projects need."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from standrapport.core import extras


def test_nothing_is_raised_when_every_module_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is raised when every module is there."""
    asked: list[str] = []

    def there(name: str) -> ModuleSpec:
        asked.append(name)
        return ModuleSpec(name, None)

    monkeypatch.setattr(extras, "find_spec", there)
    extras.need("bron")
    assert asked == ["duckdb", "python_calamine", "psycopg"]


def test_one_module_that_is_missing_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """One module that is missing is enough."""
    monkeypatch.setattr(
        extras, "find_spec", lambda name: None if name == "psycopg" else ModuleSpec(name, None)
    )
    with pytest.raises(extras.ExtraMissing) as missing:
        extras.need("bron")
    assert str(missing.value) == (
        "Voor het natellen van brongegevens is het onderdeel 'bron' nodig, en dat ontbreekt;"
        " installeer het met 'make bron'."
    )


def test_without_a_clone_pip_installs_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without a clone pip installs it."""
    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    monkeypatch.setattr(extras, "__file__", str(tmp_path / "a" / "b" / "c.py"))
    with pytest.raises(extras.ExtraMissing, match=r'pip install "standrapport\[pandas\]"'):
        extras.need("pandas")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (("Makefile", "requirements.lock"), "make pandas"),
        (("Makefile",), 'pip install "standrapport[pandas]"'),
        (("requirements.lock",), 'pip install "standrapport[pandas]"'),
    ],
)
def test_a_clone_has_both_its_files(
    files: tuple[str, ...], told: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A Makefile of somebody else installs nothing of ours."""
    for name in files:
        (tmp_path / name).write_text("", "utf-8")
    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    monkeypatch.setattr(extras, "__file__", str(tmp_path / "a" / "b" / "c.py"))
    with pytest.raises(extras.ExtraMissing) as missing:
        extras.need("pandas")
    assert f"installeer het met '{told}'." in str(missing.value)


def package(place: Path, name: str, group: str, *, info: str = "dist-info") -> None:
    """An installed package that offers something under a group."""
    about = place / f"{name}-1.0.{info}"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\n", "utf-8")
    (about / "entry_points.txt").write_text(f"[{group}]\neen = {name}:een\n", "utf-8")


@pytest.mark.parametrize("info", ["dist-info", "egg-info", "EGG-INFO"])
def test_what_installed_packages_offer(
    info: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Under the group that is asked for, wherever on the path it stands."""
    (tmp_path / "leeg").mkdir()
    package(tmp_path / "vol", "verzonnen", "standrapport.verzonnen", info=info.lower())
    monkeypatch.setattr(sys, "path", [str(tmp_path / "leeg"), str(tmp_path / "vol")])
    found = extras.offered("standrapport.verzonnen")
    assert [(one.name, one.value) for one in found] == [("een", "verzonnen:een")]
    assert extras.offered("standrapport.anders") == ()


def test_where_to_look_further(tmp_path: Path) -> None:
    """Where a package mentions the group; an archive may, and is looked into by whoever reads it."""
    group = b"standrapport.verzonnen"
    assert not extras._may_offer(tmp_path, group)
    assert not extras._may_offer(tmp_path / "nergens", group)
    package(tmp_path, "een", "standrapport.anders")
    assert not extras._may_offer(tmp_path, group)
    package(tmp_path, "twee", group.decode(), info="EGG-INFO")
    assert extras._may_offer(tmp_path, group)
    archive = tmp_path / "a.zip"
    archive.write_bytes(b"PK")
    assert extras._may_offer(archive, group)


def test_nobody_is_asked_where_nothing_mentions_the_group(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Asking takes as long as checking a small edition."""

    def asked(**_given: str) -> None:
        raise AssertionError

    package(tmp_path, "een", "standrapport.anders")
    monkeypatch.setattr("importlib.metadata.entry_points", asked)
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert extras.offered("standrapport.verzonnen") == ()
