# SPDX-License-Identifier: EUPL-1.2
"""Point by point what the quick `dataclass` and that of the standard library must do alike."""

# To mypy a decorator that is handed over makes no fields:
# mypy: disable-error-code="call-arg,call-overload,comparison-overlap,operator,type-var,union-attr"

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import field
from typing import Any

import pytest

from standrapport.core import frozen

HOW: dict[str, Callable[..., Any]] = {"ours": frozen.dataclass, "theirs": dataclasses.dataclass}


@pytest.fixture(params=HOW)
def how(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Either way of making a class."""
    return HOW[request.param]


def test_with_and_without_brackets(how: Callable[..., Any]) -> None:
    @how
    class Bare:
        name: str = "a"

    @how()
    class Called:
        name: str = "a"

    for made in (Bare, Called):
        assert made().name == "a"
        assert made() == made("a")
        one = made()
        one.name = "b"
        assert (one.name, repr(one).rpartition(".")[2]) == ("b", f"{made.__name__}(name='b')")
        assert made.__hash__ is None


@pytest.mark.parametrize(
    "form",
    [
        {"order": True}, {"order": True, "frozen": True}, {"order": True, "kw_only": True},
        {"order": True, "slots": True, "frozen": True}, {"order": True, "frozen": False, "kw_only": False},
    ],
    ids=str,
)  # fmt: skip
def test_what_has_an_order(how: Callable[..., Any], form: dict[str, bool]) -> None:
    @how(**form)
    class Ordered:
        year: int
        name: str = "a"

    low, high = Ordered(year=1), Ordered(year=2)
    assert low < high
    assert sorted([high, low]) == [low, high]
    assert max(low, Ordered(year=1, name="b")).name == "b"
    assert hasattr(Ordered, "__slots__") is form.get("slots", False)
    if form.get("kw_only"):
        with pytest.raises(TypeError):
            Ordered(1)
    if form.get("frozen"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            low.year = 3
        assert hash(low) == hash(Ordered(year=1))


@pytest.mark.parametrize("form", [{}, {"frozen": True}, {"slots": True, "frozen": True}], ids=str)
def test_what_has_no_order(how: Callable[..., Any], form: dict[str, bool]) -> None:
    @how(**form)
    class Plain:
        year: int

    with pytest.raises(TypeError):
        _ = Plain(1) < Plain(2)


def test_only_both_frozen_or_neither(how: Callable[..., Any]) -> None:
    """And what it was made from stays what it was, also when it is refused."""

    @how(frozen=True)
    class Fixed:
        name: str

    @how
    class Free:
        name: str

    def loose(base: type) -> Any:
        class Loose(base):  # type: ignore[misc]
            more: int = 1

        return Loose

    for base, other in ((Fixed, {}), (Free, {"frozen": True})):
        with pytest.raises(TypeError, match="frozen"):
            how(**other)(loose(base))
    with pytest.raises(dataclasses.FrozenInstanceError):
        Fixed("a").name = "b"
    assert how(frozen=True)(loose(Fixed))("a").more == 1
    assert how(loose(Free))("a").more == 1
    for base, params in ((Fixed, True), (Free, False)):
        assert base.__dataclass_params__.frozen is params
        assert how(frozen=params)(loose(base)).__dataclass_params__.frozen is params


def test_what_a_class_writes_itself_stays(how: Callable[..., Any]) -> None:
    @how(frozen=True)
    class Own:
        name: str

        def __repr__(self) -> str:
            return "eigen"

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 7

    assert repr(Own("a")) == "eigen"
    assert Own("a") == Own("b")
    assert hash(Own("a")) == 7

    @how(frozen=True)
    class Made:
        name: str

        def __init__(self) -> None:
            object.__setattr__(self, "name", "zelf")

    assert Made().name == "zelf"


def test_which_fields_count(how: Callable[..., Any]) -> None:
    """In comparing, in the hash, and in what is shown."""

    @how(frozen=True)
    class Counted:
        name: str
        aside: int = field(default=0, compare=False)
        seen: int = field(default=0, hash=False)
        extra: int = field(default=0, compare=False, hash=True)
        secret: int = field(default=0, repr=False)

    one = Counted("a")
    assert one == Counted("a", aside=1, extra=1)
    assert one != Counted("a", seen=1)
    assert one != Counted("a", secret=1)
    assert hash(one) == hash(Counted("a", aside=1, seen=1))
    assert hash(one) != hash(Counted("a", extra=1))
    assert hash(one) != hash(Counted("a", secret=1))
    assert repr(one).rpartition(".")[2] == "Counted(name='a', aside=0, seen=0, extra=0)"


@pytest.mark.parametrize("compare", [True, False])
def test_one_field_or_none(how: Callable[..., Any], compare: bool) -> None:
    """As a tuple of one, or of nothing."""

    @how(frozen=True)
    class One:
        name: str = field(default="a", compare=compare)

    @how(frozen=True)
    class Nothing:
        pass

    @how(frozen=True)
    class AlsoNothing:
        pass

    assert (One("a") == One("b")) is not compare
    assert (hash(One("a")) == hash(One("b"))) is not compare
    assert hash(One("a")) == hash(("a",) if compare else ())
    assert Nothing() == Nothing()
    assert Nothing() != AlsoNothing()
    assert hash(Nothing()) == hash(())
    assert repr(Nothing()).endswith("Nothing()")
    with pytest.raises(TypeError):
        Nothing(1)


def test_how_an_object_is_made(how: Callable[..., Any]) -> None:
    """In order or by name, those by name only last; its own nothing where nothing is given."""

    @how
    class Made:
        first: str
        many: list[int] = field(default_factory=list)
        none: str | None = None
        late: int = field(default=5, kw_only=True)
        must: int = field(kw_only=True)

    one = Made("a", must=1)
    assert (one.first, one.many, one.none, one.late, one.must) == ("a", [], None, 5, 1)
    assert Made("a", [1], "x", must=2, late=3).many == [1]
    assert Made("a", None, must=1).many is None
    for given, named in (
        (("a",), {}),
        (("a", [], "x", 5), {"must": 1}),
        (("a",), {"must": 1, "x": 2}),
    ):
        for _ in range(2):  # also once the first object was made
            with pytest.raises(TypeError):
                Made(*given, **named)
    assert dataclasses.replace(one, late=9).late == 9


def test_what_runs_afterwards_runs_once(how: Callable[..., Any]) -> None:
    ran: list[str] = []

    @how(frozen=True)
    class After:
        name: str

        def __post_init__(self) -> None:
            ran.append(self.name)

    After("a")
    After("b")
    assert ran == ["a", "b"]


def test_a_class_made_from_another_has_its_own_init(how: Callable[..., Any]) -> None:
    """Whichever is made first."""

    @how(frozen=True)
    class Above:
        name: str

    @how(frozen=True)
    class Below(Above):
        more: int = 1

    assert Below("a", 2).more == 2
    assert Above("a") != Below("a", 2)
    with pytest.raises(TypeError):
        Above("a", 2)
    assert Below("b").name == "b"
    assert Below.__init__.__qualname__.endswith("Below.__init__")


def test_without_equality_every_object_is_itself(how: Callable[..., Any]) -> None:
    @how(frozen=True, eq=False)
    class Itself:
        name: str

    assert Itself("a") != Itself("a")
    assert len({Itself("a"), Itself("a")}) == 2


@frozen.dataclass(frozen=True, slots=True)
class Slotted:
    """Found by its name when it is read back."""

    name: str
    many: tuple[int, ...] = ()


@frozen.dataclass(slots=True)
class Loose:
    """One that may change."""

    name: str


def test_what_has_slots_is_read_back() -> None:
    """All its fields; a state of another class is refused."""
    for one in (Slotted("a", (1, 2)), Loose("a")):
        assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one  # noqa: S301
        assert not hasattr(one, "__dict__")
    with pytest.raises(ValueError, match="shorter"):
        Slotted("a").__setstate__(["b"])  # type: ignore[attr-defined]
    with pytest.raises(dataclasses.FrozenInstanceError):
        Slotted("a").name = "b"  # type: ignore[misc]


def test_a_class_without_words_is_called_by_its_name() -> None:
    """One with words keeps them."""

    @frozen.dataclass(frozen=True)
    class Silent:
        name: str

    assert Silent.__doc__ == "Silent"
    assert Slotted.__doc__ == "Found by its name when it is read back."
