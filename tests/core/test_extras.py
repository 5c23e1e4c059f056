# SPDX-License-Identifier: EUPL-1.2
"""What is asked of someone when a package is missing that only some projects need."""

from __future__ import annotations

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
