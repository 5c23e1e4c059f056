# SPDX-License-Identifier: EUPL-1.2
"""What a project leaves out: off, nothing or none, but for the few that are named here."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from typing import Annotated, Any

import pytest

from standrapport.core import model
from standrapport.core.budget import BUDGET
from standrapport.core.frozen import dataclass
from standrapport.core.model import (
    Agreement,
    FigureName,
    Grafiek,
    Kerncijfers,
    Part,
    Samenvatting,
    Tabel,
    Text,
    YamlKey,
    Year,
    key_fields,
)
from standrapport.core.model.text_blocks import Beeld, Portret
from tests.conftest import ROOT
from tests.core.invented import HERE

# By class and field: what is not off or nothing when it is left out.
MEANT = {
    ("Block", "status"): "concept",
    ("Chapter", "numbered"): True,
    ("Edition", "file_stem"): "stand-van-de-uitvoering",
    ("Outcome", "keys"): 1,
    ("Rule", "origin"): "rule",
    ("Samenvatting", "language"): "nl",
}


def nouns() -> Iterator[type]:
    """Every class of fields that the room offers."""
    for one in vars(model).values():
        if inspect.isclass(one) and is_dataclass(one):
            yield one


@pytest.mark.parametrize("noun", sorted(set(nouns()), key=str))
def test_what_is_left_out_says_nothing(noun: type) -> None:
    for one in fields(noun):
        if one.default is MISSING or not isinstance(one.default, bool | int | str | tuple):
            continue
        owner = next(cls for cls in noun.__mro__[::-1] if one.name in inspect.get_annotations(cls))
        meant = MEANT.get((owner.__name__, one.name), type(one.default)())
        assert one.default == meant, one.name


def test_only_an_agreement_may_stand_without_a_dash() -> None:
    kinds = [one for one in nouns() if issubclass(one, Part)]
    assert {one for one in kinds if one.alone} == {Agreement}


def test_the_bounds_are_those_that_were_decided() -> None:
    """As the record of the decision has them."""
    record = (ROOT / "docs/besluiten/0028-grenzen-en-foutvakken.md").read_text("utf-8")
    decided = dict(re.findall(r"^\| `(\w+)` \| ([0-9.]+) \|", record, re.MULTILINE))
    held = {one.name: getattr(BUDGET, one.name) for one in fields(BUDGET)}
    assert {name: int(number.replace(".", "")) for name, number in decided.items()} == held


def invented() -> Any:
    """A group of keys with every form a key can have, made anew: keys are looked up once."""

    @dataclass(frozen=True, kw_only=True)
    class Verzonnen(Part):
        """A group of keys with every form a key can have."""

        plain: int = 3
        typed: Annotated[int, "no key"] = 3
        must: Annotated[str, YamlKey("moet", "Moet er staan.")]
        may: Annotated[Text | None, YamlKey("mag", "Mag er staan.")] = None
        either: Annotated[str | int | None, "also", YamlKey("een_van", "Een van beide.")] = None
        figures: Annotated[tuple[FigureName, ...], YamlKey("cijfers", "Cijfers.")] = ()
        number: Annotated[int, YamlKey("getal", "Een getal.")] = 3

    return Verzonnen


def test_the_keys_of_a_group() -> None:
    """In the order they are declared; what is no key is left out, wherever it stands."""
    made = invented()
    found = key_fields(made)
    assert [(name, one.attribute, one.required) for name, one in found.items()] == [
        ("moet", "must", True),
        ("mag", "may", False),
        ("een_van", "either", False),
        ("cijfers", "figures", False),
        ("getal", "number", False),
    ]
    assert (found["mag"].type, found["getal"].type) == (Text, int)
    assert found["een_van"].type == (str | int | None)
    assert [name for name, one in found.items() if one.names_figures] == ["cijfers"]
    assert found["moet"].key == YamlKey("moet", "Moet er staan.")
    assert key_fields(made) is found


def test_what_was_given_comes_in_the_order_of_the_file() -> None:
    """Then what says something; a nought or an empty text does where the file has the key."""
    made = invented()
    one = made(must="", number=0, may=Text("x", HERE))
    assert [name for name, _ in one.given()] == ["mag"]
    places = {"getal": HERE, "weg": HERE, "moet": HERE, "een_van": HERE}
    typed = made(must="", number=0, may=Text("x", HERE), places=places)
    assert list(typed.given()) == [("getal", 0), ("moet", ""), ("mag", Text("x", HERE))]


def test_where_it_stands_is_no_part_of_what_it_says() -> None:
    made = invented()
    assert made(must="a", places={"moet": HERE}) == made(must="a")
    assert made(must="a").places == {}


@pytest.mark.parametrize(
    ("block", "years"),
    [
        (Grafiek(title=Text("G", HERE), shape="lijn"), (2024,)),
        (Grafiek(title=Text("G", HERE), shape="lijn", years=(Year(2019),)), (2019,)),
        (Tabel(title=Text("T", HERE), figures=(), years=(Year(2024), Year(2019))), (2024, 2019)),
        (Tabel(title=Text("T", HERE), figures=()), (2024,)),
        (Kerncijfers(figures=()), (2023, 2024)),
        (Samenvatting(key_figures=(), messages=()), (2023, 2024)),
    ],
)
def test_the_years_a_block_prints(block: Grafiek, years: tuple[int, ...]) -> None:
    """Those it asks for, else that of the report; beside a change the year before it."""
    assert block.figure_years(2024) == years


def test_what_is_said_of_a_picture() -> None:
    """Nothing where it is decorative, however that was typed; its place is that of its words."""
    at = replace(HERE, line=9)
    picture = Portret(file="a.jpg", alt=" Sierend ", position=HERE)
    assert picture.decorative
    assert picture.described == Text(" Sierend ", HERE, folded=True)
    other = Beeld(file="a.jpg", alt="Een loket", position=HERE, places={"alt": at})
    assert not other.decorative
    assert other.described == Text("Een loket", at, folded=True)


def test_the_language_of_a_block() -> None:
    assert Kerncijfers(figures=()).tongue == "nl"
    assert Samenvatting(key_figures=(), messages=(), language="en").tongue == "en"
