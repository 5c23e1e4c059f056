# SPDX-License-Identifier: EUPL-1.2
"""One kind of change per test, in the small invented project."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from standrapport.core.model import FigureKey
from standrapport.review.compare import Difference, compare
from standrapport.review.compare.as_json import difference_as_dict
from standrapport.review.compare.as_text import markdown, text_lines
from tests.conftest import SMALL_PROJECT, ProjectMaker

from .conftest import replaced, snapshot_of

Changed = Callable[[Mapping[str, str]], Difference]


@pytest.fixture
def changed(project: ProjectMaker) -> Changed:
    """A function that gives what differs after some files of the small project were replaced."""

    def differ(changes: Mapping[str, str]) -> Difference:
        before = snapshot_of(project({}))
        return compare(before, snapshot_of(project(changes)))

    return differ


def altered(file: str, old: str, new: str) -> dict[str, str]:
    """One file of the small project with one place changed."""
    return {file: replaced(old, new)(SMALL_PROJECT[file])}


def lines(difference: Difference) -> list[str]:
    """The comparison as on a terminal."""
    return ["".join(text for text, _ in line) for line in text_lines(difference)]


def test_notation_of_a_number_is_no_difference(changed: Changed) -> None:
    """1.000 and 1000 are the same number."""
    assert changed(altered("figures/2021/instroom.csv", "1.000", "1000")).empty


def test_line_ends_are_no_difference(changed: Changed) -> None:
    """A paragraph that is broken off elsewhere reads the same."""
    assert changed(
        altered(
            "content/2021/cijfers.yaml",
            "kwamen {{ instroom.totaal }}",
            "kwamen\n                {{ instroom.totaal }}",
        )
    ).empty


def test_a_correction_moves_its_check(changed: Changed) -> None:
    """A wrong total: the figure, the computed figures it moves, and the rules that break, which
    name the difference.
    """
    found = changed(altered("figures/2021/instroom.csv", "1.000", "1.100"))
    assert [(c.id.ref, c.nature, c.derived) for c in found.figures] == [
        ("instroom.totaal", "gecorrigeerd", False),
        ("caseload.begin", "berekend", True),
    ]
    outcomes = {c.name: (c.kind, c.old, c.new) for c in found.checks if c.origin == "rule"}
    assert outcomes["instroom-som"] == ("outcome", "exact", "violated")
    assert found.texts == ()
    assert "  Regel 'instroom-som' in 2021: klopt precies → klopt niet, verschil 0 → 100" in lines(
        found
    )


def test_a_declared_reason_makes_it_a_revision(changed: Changed) -> None:
    """`herzieningen.yaml` explains the change; the reason is told."""
    reasons = (
        "herzieningen:\n  - {cijfers: caseload, jaren: [2020], reden: Verzonnen nalevering.}\n"
    )
    found = changed(
        {
            **altered("figures/2021/caseload.csv", "2020,500", "2020,510"),
            "figures/2021/herzieningen.yaml": reasons,
        }
    )
    assert [(c.nature, c.reason) for c in found.figures if not c.derived] == [
        ("herzien", "Verzonnen nalevering.")
    ]


def test_becoming_known_is_its_own_kind(changed: Changed) -> None:
    """n.n.b. that becomes a number has no difference or percentage."""
    found = changed(altered("figures/2021/caseload.csv", "n.n.b.", "900"))
    assert ("known",) in [c.kinds for c in found.figures if c.id.ref == "caseload.uitstroom"]
    assert any("n.n.b. → 900; bekend geworden" in line for line in lines(found))


def test_a_status_is_its_own_kind(changed: Changed) -> None:
    """A figure that is no longer provisional has the same number."""
    csv = "jaar,status,eind,uitstroom\n2020,definitief,500,n.n.b.\n2021,voorlopig,600,900\n"
    found = changed({"figures/2021/caseload.csv": csv})
    assert {c.kinds for c in found.figures} == {("status",)}
    assert any("definitief → voorlopig: 2 cijfers" in line for line in lines(found))


def test_a_finer_rounding_of_the_same_truth_is_no_other_number(changed: Changed) -> None:
    """600 rounded to tens and 603 exactly can be the same truth: the rounding differs;
    620 cannot.
    """
    catalogue = replaced(
        "titel: Caseload\n            eenheid: personen\n            afronding: 10",
        "titel: Caseload\n            eenheid: personen\n            afronding: 1",
    )
    file = {"figures/indicatoren.yaml": catalogue(SMALL_PROJECT["figures/indicatoren.yaml"])}
    kinds = {
        value: next(c.kinds for c in changed({**file, **altered("figures/2021/caseload.csv", "2021,600", f"2021,{value}")}).figures if c.id == FigureKey("caseload.eind", 2021))
        for value in ("603", "620")
    }  # fmt: skip
    assert kinds == {"603": ("rounding",), "620": ("value", "rounding")}


def test_another_formula_is_told_with_its_figure(changed: Changed) -> None:
    """A computed figure names its old and new formula."""
    found = changed(
        altered("figures/afgeleid.yaml", "100 * instroom.ind /", "1000 * instroom.ind /")
    )
    assert {c.kinds for c in found.figures} == {("value", "formula")}
    assert any("formule 100 * instroom.ind" in line for line in lines(found))


def test_a_number_that_follows_another_figure(changed: Changed) -> None:
    """The same text on the page, but from another figure: a reference, not words."""
    found = changed(
        altered(
            "content/2021/cijfers.yaml", "{{ instroom.totaal }}", "{{ instroom.ind + instroom.np }}"
        )
    )
    assert [(text.paragraphs, len(text.references)) for text in found.texts] == [(0, 1)]
    assert lines(found)[2] == "Verschil: 1 verwijzing."


def test_another_title_is_a_heading(changed: Changed) -> None:
    """A renamed block is the same block with another title, although its name follows its title."""
    found = changed(
        altered(
            "content/2021/cijfers.yaml", "titel: Instroom naar bron", "titel: Instroom per bron"
        )
    )
    assert [(c.field, c.paragraphs) for c in found.texts] == [("titel", 1)]
    assert found.structure == ()


def test_settings_and_status_of_a_block(changed: Changed) -> None:
    """Years of a table and the status of a text are named with old and new."""
    text = replaced("jaren: [-1, 0]", "jaren: [0]")(SMALL_PROJECT["content/2021/cijfers.yaml"])
    found = changed(
        {"content/2021/cijfers.yaml": replaced("status: akkoord", "status: redactie")(text)}
    )
    assert [(c.field, c.old, c.new) for c in found.structure] == [
        ("status", "akkoord", "redactie"),
        ("jaren", "2020, 2021", "2021"),
    ]


def test_a_claim_that_came(changed: Changed) -> None:
    """A new claim is named with its outcome."""
    found = changed(
        altered(
            "content/2021/cijfers.yaml",
            "status: akkoord",
            "beweert: instroom.ind > instroom.np\n            status: akkoord",
        )
    )
    assert [(c.origin, c.kind, c.name, c.new) for c in found.checks] == [
        ("claim", "added", "instroom.ind > instroom.np", "exact")
    ]


def test_a_source_and_a_definition(changed: Changed) -> None:
    """Another title of the source and another definition are told once each, per figure the
    definition holds for.
    """
    text = replaced("titel: Verzonnen bron", "titel: Andere bron")(
        SMALL_PROJECT["figures/indicatoren.yaml"]
    )
    found = changed(
        {
            "figures/indicatoren.yaml": replaced(
                "{titel: Politie}", "{titel: Politie, definitie: Iets anders.}"
            )(text)
        }
    )
    assert [(c.what, c.id, c.field) for c in found.sources] == [
        ("bron", "verzonnen", "titel"),
        ("definitie", "instroom.np", "definitie"),
    ]
    assert found.figures == ()


def test_a_block_moved_to_another_chapter(changed: Changed) -> None:
    """It is the same block in another place, not one that went and one that came."""
    text = SMALL_PROJECT["content/2021/cijfers.yaml"]
    table = text[text.index("          - soort: tabel") :]
    found = changed(
        {
            "content/2021/rapport.yaml": replaced("[cijfers]", "[cijfers, bijlage]")(
                SMALL_PROJECT["content/2021/rapport.yaml"]
            ),
            "content/2021/cijfers.yaml": replaced(table, "")(text),
            "content/2021/bijlage.yaml": f"        titel: Bijlage\n        blokken:\n{table}",
        }
    )
    assert [(c.kind, c.what, c.name) for c in found.structure] == [
        ("added", "hoofdstuk", "Bijlage"),
        ("moved", "tabel", "Instroom naar bron"),
    ]


def test_a_sum_over_keys_names_the_key_that_moved(project: ProjectMaker) -> None:
    """A formula over a keyed table leads to the cell of one key."""
    total = "landen.samen: {titel: Samen, formule: som(landen.aantal)}\n          caseload.begin:"
    formula = altered("figures/afgeleid.yaml", "caseload.begin:", total)
    before = snapshot_of(project(formula))
    after = snapshot_of(project({**formula, **altered("figures/2021/landen.csv", "380", "390")}))
    (moved,) = [c for c in compare(before, after).figures if c.derived]
    assert moved.inputs == (FigureKey("landen.aantal", 2021, "Zuidland"),)


def test_a_table_too_large_to_name_its_cells(project: ProjectMaker) -> None:
    """One other cell among thousands is not passed over in silence: the table is named, with its
    rows.
    """
    rows = [f"2021,Land {number},10\n" for number in range(5_000)]
    files = {
        "figures/regels.yaml": "regels: []\n",
        "figures/2021/landen.csv": "jaar,land,aantal\n" + "".join(rows),
    }
    before = snapshot_of(project(files))
    after = snapshot_of(
        project(
            {
                **files,
                "figures/2021/landen.csv": files["figures/2021/landen.csv"].replace(
                    "4999,10", "4999,20"
                ),
            }
        )
    )
    found = compare(before, after)
    assert [(c.what, c.kind, c.id) for c in found.sources] == [("grote tabel", "changed", "landen")]
    assert all(change.id.key is None for change in found.figures)
    assert compare(before, before).empty


FILTERED = (
    "              In {{ jaar }} kwamen er {{ instroom.totaal | verschil(-1) }} dan in 2020."
    " De instroom is {{ instroom.totaal | richting(-1) }}.\n"
)


def with_filters(text: str) -> dict[str, str]:
    """The small project with words that filters make of its figures."""
    line = next(one + "\n" for one in text.splitlines() if "kwamen {{ instroom.totaal }}" in one)
    return {"content/2021/cijfers.yaml": text.replace(line, line + FILTERED)}


def test_words_of_a_filter_that_turn_are_told_first(project: ProjectMaker) -> None:
    """'50 meer' becomes '40 minder': shown, counted first, and above the figures that moved it."""
    files = with_filters(SMALL_PROJECT["content/2021/cijfers.yaml"])
    before = snapshot_of(project(files))
    figures = SMALL_PROJECT["figures/2021/instroom.csv"]
    turned = figures.replace("2021,700,300,1.000", "2021,650,290,940")
    assert turned != figures
    found = compare(before, snapshot_of(project({**files, "figures/2021/instroom.csv": turned})))
    (text,) = found.texts
    assert [pair[0].split()[1] + " " + pair[1].split()[1] for pair in text.turned[:1]] == [
        "meer minder"
    ]
    assert ("gestegen", "gedaald") in text.turned
    told = lines(found)
    assert told[2].startswith("Verschil: 2 andere richtingen, ")
    assert told.index("Andere richting") < told.index("Cijfers")
    assert any("de richting is anders: 'gestegen' is nu 'gedaald'" in line for line in told)
    assert markdown(found).index("### Andere richting") < markdown(found).index("### Cijfers")
    assert difference_as_dict(found)["text"][0]["turned"][1] == {
        "old": "gestegen",
        "new": "gedaald",
    }


def test_a_number_of_a_filter_is_its_figures_news(project: ProjectMaker) -> None:
    """'10 meer (+1 %)' becomes '20 meer (+2 %)': the same words, so no change of the text."""
    files = with_filters(SMALL_PROJECT["content/2021/cijfers.yaml"])
    figures = SMALL_PROJECT["figures/2021/instroom.csv"]
    before = snapshot_of(project({**files, "figures/2021/instroom.csv": figures}))
    more = figures.replace("2021,700,300,1.000", "2021,720,300,1.020")
    assert more != figures
    found = compare(before, snapshot_of(project({**files, "figures/2021/instroom.csv": more})))
    assert found.texts == ()
    assert found.figures


def test_a_share_in_words(project: ProjectMaker) -> None:
    """'ruim twee derde' becomes '63 procent': other words, no direction."""
    text = SMALL_PROJECT["content/2021/cijfers.yaml"]
    line = next(one + "\n" for one in text.splitlines() if "kwamen {{ instroom.totaal }}" in one)
    said = "              Van de IND kwam {{ deel.ind | aandeel }}.\n"
    derived = SMALL_PROJECT["figures/afgeleid.yaml"]
    head = derived[: derived.index("caseload.begin")]
    share = "deel.ind: {titel: Deel van de IND, formule: 100 * instroom.ind / instroom.totaal, eenheid: procent}\n"
    indent = " " * (len(head) - head.rindex("\n") - 1)
    files = {
        "figures/afgeleid.yaml": derived.replace(
            "caseload.begin", f"{share}{indent}caseload.begin", 1
        ),
        "content/2021/cijfers.yaml": text.replace(line, line + said),
    }
    figures = SMALL_PROJECT["figures/2021/instroom.csv"]
    before = snapshot_of(
        project(
            {**files, "figures/2021/instroom.csv": figures.replace("2021,700,300", "2021,660,340")}
        )
    )
    after = snapshot_of(
        project(
            {**files, "figures/2021/instroom.csv": figures.replace("2021,700,300", "2021,630,370")}
        )
    )
    (found,) = compare(before, after).texts
    assert [(p.kind, p.old or p.new) for p in found.pieces if p.kind != "same"] == [
        ("removed", "bijna twee derde"),
        ("added", "63 procent"),
    ]
    assert found.turned == ()
