# SPDX-License-Identifier: EUPL-1.2
"""The source of a figure entered in indicatoren.yaml: the sources asked for change, and nothing
else. Invented catalogues, and the real one.
"""

from __future__ import annotations

import difflib
import re
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from ruamel.yaml import YAML

from standrapport.project.editing.source_entry import SourceNotEntered, with_source
from tests.conftest import ROOT

NAME = "figures/indicatoren.yaml"
REAL = (ROOT / NAME).read_bytes().decode()
BLOCK = """\
# invented
tabellen:
  stroom:
    titel: Stroom   # kop
    bron: oud
    kolommen:
      # eerst
      op:   {titel: Op}
      neer:
        titel: Neer

        # einde van neer
      vrij: {titel: Vrij, bron: eigen}
"""


def entered(
    text: str, *cells: tuple[str, int], source: str = "nieuw", title: str | None = None
) -> str:
    """The text with a source entered."""
    return with_source(text, NAME, source, cells, title)


def changed(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line.startswith(("+", "-"))]


def sources(text: str) -> dict[str, dict[str, str]]:
    """The sources of every column by year or 'anders', as a reader of YAML sees them."""
    found = {}
    for name, table in YAML(typ="safe").load(text.removeprefix("\ufeff"))["tabellen"].items():
        for column, own in table["kolommen"].items():
            given = own.get("bron", table.get("bron", {}))
            found[f"{name}.{column}"] = {
                str(year): str(one)
                for year, one in (given if isinstance(given, dict) else {"anders": given}).items()
            }
    return found


def source_of(found: dict[str, dict[str, str]], ref: str, year: int) -> str:
    """The source of a figure."""
    return found[ref].get(str(year)) or found[ref].get("anders", "")


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        (
            [("stroom.op", 2024)],
            [
                "-       op:   {titel: Op}",
                "+       op:   {titel: Op, bron: {2024: nieuw, anders: oud}}",
            ],
        ),
        ([("stroom.neer", 2024)], ["+         bron: {2024: nieuw, anders: oud}"]),
        (
            [("stroom.vrij", 2024)],
            [
                "-       vrij: {titel: Vrij, bron: eigen}",
                "+       vrij: {titel: Vrij, bron: {2024: nieuw, anders: eigen}}",
            ],
        ),
        (
            [("stroom.op", 2024), ("stroom.neer", 2024)],
            ["-     bron: oud", "+     bron: {2024: nieuw, anders: oud}"],
        ),
        (
            [("stroom.op", 2024), ("stroom.neer", 2024), ("stroom.neer", 2023)],
            [
                "-     bron: oud",
                "+     bron: {2024: nieuw, anders: oud}",
                "+         bron: {2023: nieuw, 2024: nieuw, anders: oud}",
            ],
        ),
        ([], []),
    ],
)
def test_a_column_or_what_all_inherit(cells: list[tuple[str, int]], lines: list[str]) -> None:
    """One column gets its own sources.

    The table's change when every column that inherits them needs it.
    """
    after = entered(BLOCK, *cells)
    assert changed(BLOCK, after) == lines
    assert after.count("#") == BLOCK.count("#")
    assert entered(after, *cells) == after


@pytest.mark.parametrize(
    ("bron", "years", "becomes"),
    [
        (" {2021: a, anders: b}", [2024], " {2021: a, 2024: nieuw, anders: b}"),
        (" {2021: a, 2023: c}", [2020, 2022, 2024], " {2020: nieuw, 2021: a, 2022: nieuw, 2023: c, 2024: nieuw}"),
        (" {anders: b, 2021: a, 2023: c}", [2022], " {anders: b, 2021: a, 2022: nieuw, 2023: c}"),
        (" {2021: a, anders: b}", [2021], " {2021: nieuw, anders: b}"),
        (" {anders: b}", [2024, 2023], " {2023: nieuw, 2024: nieuw, anders: b}"),
        (" {anders: nieuw}", [2024], " {anders: nieuw}"),
        (" {}", [2024], " {2024: nieuw}"),
        ("", [2024], " {2024: nieuw}"),
        (" 'a, b'  # waarom", [2024], " {2024: nieuw, anders: 'a, b'}  # waarom"),
        (" a (b, c)", [2024], " {2024: nieuw, anders: 'a (b, c)'}"),
        ("\n          a", [2024], "\n          {2024: nieuw, anders: a}"),
        (" {2021: a, # eerste\n          anders: b}", [2024], " {2021: a, 2024: nieuw, # eerste\n          anders: b}"),
        ("\n          2021:   a # eerste\n          anders: b", [2024], "\n          2021:   a # eerste\n          2024: nieuw\n          anders: b"),
        ("\n          # toen\n          2021: a\n\n          # verder\n          anders: b", [2020, 2023],
         "\n          2020: nieuw\n          # toen\n          2021: a\n          2023: nieuw\n\n          # verder\n          anders: b"),
        ('\n          2021: a\n          2023: "c"', [2021, 2023, 2024], "\n          2021: nieuw\n          2023: nieuw\n          2024: nieuw"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["\n        # na\n", "\n        definitie: D\n", ""])
def test_every_form_of_sources(
    bron: str, years: list[int], becomes: str, end: str, last: str
) -> None:
    """One source, years in braces or on lines.

    In order, 'anders' last where it was; comments, line ends and the last line stay.
    """
    text = f"\ufefftabellen:\n  t:\n    titel: T\n    kolommen:\n      k:\n        titel: K\n        bron:BRON{last}".replace(
        "\n", end
    )
    before, wanted = (
        text.replace("BRON", bron.replace("\n", end)),
        text.replace("BRON", becomes.replace("\n", end)),
    )
    assert entered(before, *(("t.k", year) for year in years)) == wanted


def test_a_table_without_any_source() -> None:
    """`bron` stands before the columns, and says nothing of other years."""
    text = "tabellen:\n  t:\n    titel: T\n\n    # de kolommen\n    kolommen:\n      a: {titel: A}\n  u: {titel: U, kolommen: {b: {titel: B}}}\n"
    after = entered(text, ("t.a", 2024), ("u.b", 2023))
    assert changed(text, after) == [
        "+     bron: {2024: nieuw}",
        "-   u: {titel: U, kolommen: {b: {titel: B}}}",
        "+   u: {titel: U, bron: {2023: nieuw}, kolommen: {b: {titel: B}}}",
    ]
    assert after.splitlines()[3] == "    bron: {2024: nieuw}"


BARE = "tabellen:\n  t: {titel: T, kolommen: {k: {titel: K}}}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "bronnen:\n  a:\n    titel: A\n    adres: x\n\n# en\n" + BARE,
            "bronnen:\n  a:\n    titel: A\n    adres: x\n  nieuw:\n    titel: 'N: 1'\n\n# en\n"
            + BARE,
        ),
        (BARE, BARE + "\nbronnen:\n  nieuw:\n    titel: 'N: 1'"),
        (BARE + "\n# einde\n", BARE + "\nbronnen:\n  nieuw:\n    titel: 'N: 1'\n# einde\n"),
        (BARE + "\nbronnen: # geen\n", BARE + "\nbronnen: # geen\n  nieuw:\n    titel: 'N: 1'\n"),
        (BARE + "\nbronnen: {}\n", BARE + "\nbronnen: {nieuw: {titel: 'N: 1'}}\n"),
        (
            BARE + "\nbronnen: {a: {titel: A}} # een\n",
            BARE + "\nbronnen: {a: {titel: A}, nieuw: {titel: 'N: 1'}} # een\n",
        ),
        (
            "{tabellen: {t: {titel: T, kolommen: {k: {titel: K}}}}}",
            "{tabellen: {t: {titel: T, kolommen: {k: {titel: K}}}}, bronnen: {nieuw: {titel: 'N: 1'}}}",
        ),
    ],
)
def test_a_new_source_is_listed_last(text: str, wanted: str) -> None:
    """In `bronnen`, made when it is not there, with quotes when YAML needs them.

    A second time changes nothing.
    """
    assert entered(text, title="N: 1") == wanted
    assert entered(wanted, title="N: 1") == wanted
    both = entered(text, ("t.k", 2024), title="N: 1")
    assert source_of(sources(both), "t.k", 2024) == "nieuw"


@pytest.mark.parametrize(
    ("text", "title", "sentence"),
    [
        (
            BLOCK.replace("bron: oud", "bron: &o oud").replace("bron: eigen", "bron: *o"),
            None,
            "zonder iets anders te veranderen",
        ),
        (BLOCK.replace("bron: eigen}", "bron: [a]}"), None, "kan niet op regel 13 staan"),
        (
            BLOCK + "bronnen: {nieuw: {titel: M}}\n",
            "N",
            "staat al in 'bronnen', met een andere titel",
        ),
        (BLOCK + "\tx: [\n", None, "figures/indicatoren.yaml:14:1: Hier staat een tab"),
    ],
)
def test_what_cannot_be_entered_safely_is_refused(
    text: str, title: str | None, sentence: str
) -> None:
    """A source shared by an anchor, a list, another title, a file that is no YAML."""
    with pytest.raises(SourceNotEntered, match=sentence):
        entered(text, ("stroom.vrij", 2024), title=title)


def test_an_unknown_column_is_a_mistake_of_the_caller() -> None:
    """No guess is made."""
    with pytest.raises(ValueError, match=r"stroom\.opp is no column"):
        entered(BLOCK, ("stroom.opp", 2024))


YEAR = re.compile(r"\s*('?\d{4}'?|anders):")
REFS = sorted(sources(REAL))
SOURCE = st.sampled_from(["nieuw", "website-2023", "editie-2021", "KMI+: x, y", "2025"])
TITLE = st.none() | st.text(st.sampled_from("aé :,#'\"{}-&*1\u2028"), min_size=1, max_size=6).map(
    str.strip
).filter(bool)
YEARS = range(2016, 2027)


def check_law(before: str, source: str, cells: set[tuple[str, int]], title: str | None) -> None:
    """Sources after are those asked for and else those before.

    All else is equal, also comments; a second time changes nothing.
    """
    after = entered(before, *cells, source=source, title=title)
    had, has = sources(before), sources(after)
    assert has.keys() == had.keys()
    for ref in had:
        for year in (*YEARS, 1900):
            assert source_of(has, ref, year) == (
                source if (ref, year) in cells else source_of(had, ref, year)
            )
        if had[ref].get("anders") is None:
            assert "anders" not in has[ref]
    trees = [YAML(typ="safe").load(text.removeprefix("\ufeff")) for text in (before, after)]
    if title is not None:
        assert list(trees[1]["bronnen"])[-1] == source or source in (trees[0].get("bronnen") or {})
        assert trees[1]["bronnen"].pop(source)["titel"] == title
        trees[0]["bronnen"] = {
            name: one for name, one in (trees[0].get("bronnen") or {}).items() if name != source
        }
    assert without_sources(trees[0]) == without_sources(trees[1])
    assert after.count("# c") == before.count("# c")
    untouched = [
        line
        for line in before.splitlines()
        if "bron" not in line and not {"{", "}"} & set(line) and not YEAR.match(line)
    ]
    rest = iter(after.splitlines())
    assert all(line in rest for line in untouched)
    assert (after.count("\r\n") == after.count("\n")) is (
        before.count("\r\n") == before.count("\n")
    )
    assert after.endswith("\n") is before.endswith("\n")
    assert entered(after, *cells, source=source, title=title) == after
    if all(source_of(had, *cell) == source for cell in cells) and title is None:
        assert after == before


def without_sources(tree: Any) -> Any:
    """A catalogue without the sources of tables and columns."""
    for table in tree["tabellen"].values():
        for holder in (table, *table["kolommen"].values()):
            holder.pop("bron", None)
    return tree


@settings(max_examples=15)
@given(
    source=SOURCE,
    cells=st.sets(st.tuples(st.sampled_from(REFS), st.sampled_from(YEARS)), max_size=12),
    data=st.data(),
)
def test_the_real_catalogue(source: str, cells: set[tuple[str, int]], data: st.DataObject) -> None:
    """The law holds for the catalogue of the published editions, also for all columns of a table at
    once.
    """
    table, year = (
        data.draw(st.sampled_from(REFS)).partition(".")[0],
        data.draw(st.sampled_from(YEARS)),
    )
    whole = {(ref, year) for ref in REFS if ref.startswith(f"{table}.")}
    listed = source in YAML(typ="safe").load(REAL)["bronnen"]
    check_law(REAL, source, cells | whole, None if listed else data.draw(TITLE))


IDS = ["s1", "s-2", "'s: 3'", '"s4"', "s5 (a)"]


@st.composite
def forms(draw: st.DrawFn, indent: str, *, flow: bool) -> str:
    """The value of a `bron`: one source, years in braces, or years on lines."""
    kind = draw(st.sampled_from(["one", "braces"] if flow else ["one", "braces", "lines"]))
    if kind == "one":
        return f" {draw(st.sampled_from(IDS))}"
    keys = draw(
        st.lists(
            st.sampled_from(["2017", "'2019'", "2020", "2024", "anders"]), unique=True, min_size=1
        )
    )
    pairs = [
        f"{key}:{draw(st.sampled_from([' ', '  ']))}{draw(st.sampled_from(IDS))}" for key in keys
    ]
    if kind == "braces":
        return (
            " {"
            + draw(st.sampled_from([", ", " ,  "])).join(pairs)
            + draw(st.sampled_from(["}", ", }", " }"]))
        )
    gap = draw(st.sampled_from(["", f"\n{indent}# c boven", "\n"]))
    return "".join(
        f"{gap}\n{indent}  {pair}{draw(st.sampled_from(['', '  # c naast']))}" for pair in pairs
    )


@st.composite
def catalogues(draw: st.DrawFn) -> str:
    """Tables and columns in block or flow style, `bron` anywhere or nowhere, comments, blank lines,
    any line end, `bronnen` or not.
    """
    lines = draw(st.sampled_from([["# c kop", ""], []]))
    listed = draw(
        st.sampled_from(
            [
                None,
                "bronnen:",
                "bronnen:\n  s1:\n    titel: S1 # c\n",
                "bronnen:\n    s1: {titel: S}",
                "bronnen: {s1: {titel: S}}",
            ]
        )
    )
    first = draw(st.booleans())
    if listed and first:
        lines.append(listed)
    lines.append("tabellen:")
    step = " " * draw(st.sampled_from([2, 4]))
    for name in draw(st.sampled_from(["t", "tu"])):
        keys = [
            "titel",
            "kolommen",
            *draw(st.sampled_from([[], ["bron"]])),
            *draw(st.sampled_from([[], ["noot"]])),
        ]
        lines.append(f"{step}{name}:")
        for key in draw(st.permutations(keys)):
            lines += draw(st.sampled_from([[], ["  # c los"], [""]]))
            if key == "titel":
                lines.append(f"{step * 2}titel: T")
            elif key == "noot":
                lines.append(
                    f"{step * 2}noot: >-\n{step * 3}Een noot\n{step * 3}van twee regels.\n"
                )
            elif key == "bron":
                lines.append(f"{step * 2}bron:{draw(forms(step * 2, flow=False))}")
            else:
                lines.append(f"{step * 2}kolommen:{draw(st.sampled_from(['', ' # c']))}")
                for column in draw(st.sampled_from(["a", "ab", "abc"])):
                    lines += [f"{step * 3}{column}:{part}" for part in [draw(columns(step * 4))]]
    if listed and not first:
        lines.append(listed)
    text = "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n# c slot\n"]))
    return draw(st.sampled_from(["", "\ufeff"])) + text.replace(
        "\n", draw(st.sampled_from(["\n", "\r\n"]))
    )


@st.composite
def columns(draw: st.DrawFn, indent: str) -> str:
    """One column, in braces or on lines."""
    flow = draw(st.booleans())
    parts = ["titel: 'K, é'", *draw(st.sampled_from([[], ["kort: K"]]))]
    if draw(st.booleans()):
        parts.append(f"bron:{draw(forms(indent, flow=flow))}")
    parts = draw(st.permutations(parts))
    if flow:
        return (
            " {"
            + draw(st.sampled_from([", ", f",\n{indent}"])).join(parts)
            + "}"
            + draw(st.sampled_from(["", "  # c"]))
        )
    return "".join(
        f"\n{draw(st.sampled_from(['', '# c' + chr(10)]))}{indent}{part}" for part in parts
    )


@settings(max_examples=200)
@given(
    text=catalogues(),
    source=st.sampled_from(["s1", "nieuw", "KMI+: x, y", "2025"]),
    title=TITLE,
    data=st.data(),
)
def test_any_catalogue(text: str, source: str, title: str | None, data: st.DataObject) -> None:
    """The law holds for catalogues of every form."""
    refs = sorted(sources(text))
    cells = data.draw(
        st.sets(st.tuples(st.sampled_from(refs), st.sampled_from([2016, 2018, 2019, 2020, 2024])))
    )
    if data.draw(st.booleans()):
        cells |= {(ref, 2019) for ref in refs}
    check_law(text, source, cells, None if source == "s1" else title)
