# SPDX-License-Identifier: EUPL-1.2
"""The quick `dataclass` does what the one of the standard library does."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import re
from collections.abc import Callable
from dataclasses import field, fields, replace
from typing import Any

import pytest

from standrapport.core import frozen
from tests.conftest import ROOT

QUICK: Callable[..., Any] = frozen.dataclass
FORMS: tuple[dict[str, bool], ...] = (
    {"frozen": True},
    {"frozen": True, "slots": True},
    {"frozen": True, "kw_only": True},
    {"frozen": True, "eq": False},
    {"frozen": True, "order": True},
    {"eq": False},
    {},
)


def made(how: Callable[..., Any], form: dict[str, bool]) -> Any:
    """A class with every kind of field that the house uses, and one that is made from it."""

    @how(**form)
    class Base:
        name: str
        number: int = 3
        many: list[int] = field(default_factory=list, compare=False)
        hidden: str = field(default="h", repr=False)
        last: int = field(default=0, kw_only=True)

        def __post_init__(self) -> None:
            if self.number < 0:
                raise ValueError(self.number)

    @how(**form)
    class Derived(Base):
        more: str = "m"

    return Derived


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_as_the_standard_library(form: dict[str, bool]) -> None:
    ours, theirs = made(QUICK, form), made(dataclasses.dataclass, form)
    for cls in (ours, theirs):  # the same class twice, so that the first object makes `__init__`
        one, same = cls(name="a"), cls(name="a", many=[1])
        other = cls(name="a", number=4, last=2, more="x")
        assert (one == same) is form.get("eq", True)
        assert one != other
        assert one != ("a", 3, "h", 0, "m")
        assert one.many == []
        assert one.many is not cls(name="a").many
        with pytest.raises(ValueError, match="-1"):
            cls(name="a", number=-1)
        with pytest.raises(TypeError):
            cls()
        with pytest.raises(TypeError):
            cls("a", 1, [], "h", "m", 7)
        assert replace(other, number=5).number == 5
    assert repr(ours(name="a", number=4)) == repr(theirs(name="a", number=4))
    assert [one.name for one in fields(ours)] == [one.name for one in fields(theirs)]
    assert ours.__match_args__ == theirs.__match_args__
    assert (ours.__hash__ is None) is (theirs.__hash__ is None)
    assert getattr(ours, "__slots__", None) == getattr(theirs, "__slots__", None)


@pytest.mark.parametrize("form", [one for one in FORMS if one.get("frozen")], ids=str)
def test_frozen_stays_as_it_was_made(form: dict[str, bool]) -> None:
    quick = made(QUICK, form)
    one = quick(name="a")
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'name'"):
        one.name = "b"
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'name'"):
        del one.name
    if form.get("eq", True):
        assert hash(one) == hash(quick(name="a", many=[1]))
        assert len({one, copy.copy(one)}) == 1


@frozen.dataclass(frozen=True, slots=True)
class Kept:
    """Found by its name when it is read back."""

    name: str
    number: int = 1


@frozen.dataclass(frozen=True)
class Alone:
    """One field, compared and hashed as a tuple of one."""

    name: str


def test_what_is_frozen_can_be_copied_and_read_back() -> None:
    one = Kept("a", 2)
    assert copy.copy(one) == copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one  # noqa: S301
    assert {Alone("a"): 1}[Alone("a")] == 1
    other: object = Kept("a")
    assert other != Alone("a")


def test_the_house_makes_its_classes_with_it() -> None:
    """One class that is made the other way costs a millisecond of each command."""
    other = re.compile(r"^from dataclasses import .*\bdataclass\b|@dataclasses\.", re.MULTILINE)
    modules = [path for path in (ROOT / "standrapport").rglob("*.py") if path.name != "frozen.py"]
    assert len(modules) > 300
    assert [str(path) for path in modules if other.search(path.read_text("utf-8"))] == []
