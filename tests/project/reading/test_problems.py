# SPDX-License-Identifier: EUPL-1.2
"""What new users get wrong: each mistake gets its code, its place and a Dutch sentence, and all of
them come out in one run.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from standrapport.core.model import Finding
from standrapport.pipeline.check import check_edition
from tests.conftest import SMALL_PROJECT, ProjectMaker

Changes = Mapping[str, str | bytes | None]
INSTROOM = "figures/2021/instroom.csv"
CIJFERS = "content/2021/cijfers.yaml"
REPORT = "titel: T\norganisatie: O\ndatum: 2022-06-10\npeildatum: 2021-12-31\nstatus: definitief\nhoofdstukken: [cijfers]\n"

# name, changed files, code, place, words of the sentence
CASES: list[tuple[str, Changes, str, str, str]] = [
    ("digit swapped", {INSTROOM: "jaar,ind,np,totaal\n2020,600,390,990\n2021,700,300,1.900\n"}, "SR-C001", f"{INSTROOM}:3:totaal", "1.900"),
    ("not rounded", {INSTROOM: "jaar,ind,np,totaal\n2021,703,300,1000\n"}, "SR-L010", f"{INSTROOM}:2:ind", "bedoelt u 700"),
    ("English dot", {INSTROOM: "jaar,ind,np,totaal\n2021,13.84,300,1000\n"}, "SR-L009", f"{INSTROOM}:2:ind", "Bedoelt u 13.840"),
    ("negative", {INSTROOM: "jaar,ind,np,totaal\n2021,-700,300,1000\n"}, "SR-L012", f"{INSTROOM}:2:ind", "negatief"),
    ("wrong suppression", {INSTROOM: "jaar,ind,np,totaal\n2021,<10,300,1000\n"}, "SR-L013", f"{INSTROOM}:2:ind", "'<5' afgesproken"),
    ("column gone", {INSTROOM: "jaar,ind,totaal\n2021,700,1000\n"}, "SR-L008", f"{INSTROOM}:1:np", "'np' van tabel instroom ontbreekt"),
    ("column misspelt", {INSTROOM: "jaar,ind,nq,totaal\n2021,700,300,1000\n"}, "SR-L007", f"{INSTROOM}:1:nq", "Bedoelt u 'np'"),
    ("row twice", {INSTROOM: "jaar,ind,np,totaal\n2021,700,300,1000\n2021,700,300,1000\n"}, "SR-L011", f"{INSTROOM}:3:jaar", "regel 2"),
    ("no year", {INSTROOM: "jaar,ind,np,totaal\n'21,700,300,1000\n"}, "SR-L014", f"{INSTROOM}:2:jaar", "geen jaartal"),
    ("comma in number", {INSTROOM: "jaar,ind,np,totaal\n2021,70,0,300,1000\n"}, "SR-L015", f"{INSTROOM}:2", "5 cellen, de kop 4"),
    ("no rows", {INSTROOM: "jaar,ind,np,totaal\n"}, "SR-L017", f"{INSTROOM}:1", "geen enkele rij"),
    ("empty file", {INSTROOM: ""}, "SR-L017", f"{INSTROOM}:1", "leeg"),
    ("Windows-1252", {"figures/2021/landen.csv": "jaar,land,aantal\n2021,Noordland,620\n2021,Zuïdland,380\n".encode("cp1252")}, "SR-L006",
     "figures/2021/landen.csv:3", "UTF-8"),
    ("file misnamed", {"figures/2021/instrom.csv": "jaar\n", INSTROOM: None}, "SR-L005", "figures/2021/instrom.csv", "Bedoelt u instroom.csv"),
    ("no figure files", {f"figures/2021/{t}.csv": None for t in ("instroom", "caseload", "landen")}, "SR-L005", "figures/2021", "geen cijferbestanden"),
    ("tab in YAML", {CIJFERS: "titel: Cijfers\nblokken:\n\t- soort: tekst\n"}, "SR-L001", f"{CIJFERS}:3:1", "tab"),
    ("quote not closed", {CIJFERS: 'titel: "Cijfers\nblokken: []\n'}, "SR-L001", f"{CIJFERS}:", "aanhalingsteken"),
    ("colon in text", {CIJFERS: "titel: Let op: cijfers\nblokken: []\n"}, "SR-L001", f"{CIJFERS}:1:14", "aanhalingstekens"),
    ("unknown key", {CIJFERS: "titel: C\nblokken:\n  - soort: tekst\n    tekts: x\n"}, "SR-L002", f"{CIJFERS}:4:5", "Bedoelt u 'tekst'"),
    ("missing key", {CIJFERS: "titel: C\nblokken:\n  - soort: tekst\n"}, "SR-L003", f"{CIJFERS}:3:5", "'tekst'"),
    ("wrong kind of block", {CIJFERS: "titel: C\nblokken:\n  - soort: teskt\n    tekst: x\n"}, "SR-L018", f"{CIJFERS}:3:12", "Bedoelt u 'tekst'"),
    ("wrong status", {CIJFERS: "titel: C\nblokken:\n  - {soort: tekst, tekst: x, status: klaar}\n"}, "SR-L004", f"{CIJFERS}:3:38", "kies uit"),
    ("key twice", {CIJFERS: "titel: C\ntitel: D\nblokken:\n  - {soort: tekst, tekst: x}\n"}, "SR-L016", f"{CIJFERS}:2:1", "regel 1"),
    ("chapter missing", {CIJFERS: None}, "SR-L005", "content/2021/rapport.yaml:6:15", "cijfers.yaml"),
    ("factsheet of another block", {"content/2021/rapport.yaml": REPORT + "factsheet:\n  grafiek: cijfers/tabel-instroom\n"}, "SR-L030",
     "content/2021/rapport.yaml:8:12", "geen blok grafiek"),
    ("misspelt reference", {CIJFERS: "titel: C\nblokken:\n  - soort: tekst\n    tekst: |\n      Er is {{ instrom.ind }}.\n"}, "SR-N002",
     f"{CIJFERS}:5:16", "bedoelt u instroom.ind"),
    ("unknown filter", {CIJFERS: "titel: C\nblokken:\n  - soort: tekst\n    tekst: Er is {{ instroom.ind | procenten }}.\n"}, "SR-N003",
     f"{CIJFERS}:4:", "bedoelt u procent"),
    ("Jinja in text", {CIJFERS: "titel: C\nblokken:\n  - soort: tekst\n    tekst: Er is {% if x %}.\n"}, "SR-N004", f"{CIJFERS}:4:18", "'{%' kan niet"),
    ("braces not closed", {CIJFERS: "titel: C\nblokken:\n  - soort: tekst\n    tekst: Er is {{ instroom.ind.\n"}, "SR-N001", f"{CIJFERS}:4:18", "niet gesloten"),
    ("reference in a table", {CIJFERS: "titel: C\nblokken:\n  - soort: tabel\n    titel: T\n    cijfers: [instroom.in]\n"}, "SR-N002",
     f"{CIJFERS}:5:15", "instroom.ind"),
    ("false claim", {CIJFERS: "titel: C\nblokken:\n  - soort: tekst\n    tekst: Daling.\n    beweert: instroom.ind < instroom.ind[-1]\n"}, "SR-N005",
     f"{CIJFERS}:5:14", "klopt niet"),
    ("claim misspelt", {CIJFERS: "titel: C\nblokken:\n  - soort: tekst\n    tekst: Daling.\n    beweert: instroom.ind < instroom.inf\n"}, "SR-N007",
     f"{CIJFERS}:5:29", "bestaat niet"),
    ("formula misspelt", {"figures/afgeleid.yaml": "afgeleid:\n  a.b:\n    titel: T\n    formule: instroom.ind + instroom.npp\n"}, "SR-A002",
     "figures/afgeleid.yaml:4:29", "instroom.np"),
    ("formula broken", {"figures/afgeleid.yaml": "afgeleid:\n  a.b:\n    titel: T\n    formule: instroom.ind +\n"}, "SR-A001", "figures/afgeleid.yaml:4", "einde"),
    ("circle", {"figures/afgeleid.yaml": "afgeleid:\n  a.b:\n    titel: T\n    formule: a.c\n  a.c:\n    titel: T\n    formule: a.b\n"}, "SR-A003",
     "figures/afgeleid.yaml:4", "uit zichzelf"),
    ("rule broken", {"figures/regels.yaml": "regels:\n  - id: r\n    toets: instroom.ind = instroom.np\n    uitleg: U.\n"}, "SR-C006",
     "figures/regels.yaml:3:25", "'='"),
    ("rule misspelt", {"figures/regels.yaml": "regels:\n  - id: r\n    toets: instroom.ind == instroom.nq\n    uitleg: U.\n"}, "SR-C007",
     "figures/regels.yaml:3:28", "bestaat niet"),
    ("rule in no year", {"figures/regels.yaml": "regels:\n  - id: r\n    toets: instroom.ind >= instroom.np\n    jaren: [2021]\n    uitleg: U.\n",
                         INSTROOM: "jaar,ind,np,totaal\n2021,n.n.b.,n.n.b.,1000\n"}, "SR-C005", "figures/regels.yaml:3", "geen enkel jaar"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "code", "place", "words"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_mistake_is_named_where_it_stands(
    project: ProjectMaker, changes: Changes, code: str, place: str, words: str
) -> None:
    """The finding has the expected code, place and words."""
    found = check_edition(project(changes), 2021).findings
    match = [
        f
        for f in found
        if f.code == code and str(f.position).startswith(place) and words in f.message
    ]
    assert match, [line(f) for f in found]


def line(finding: Finding) -> str:
    """A finding for a failure message."""
    return f"{finding.position} {finding.code} {finding.message}"


def test_the_small_project_is_clean(project: ProjectMaker) -> None:
    """Without a mistake there is no finding but notes."""
    assert [
        line(f) for f in check_edition(project({}), 2021).findings if f.severity.value != "note"
    ] == []


@pytest.mark.parametrize("step", ["''", "'  '", "' naar beneden'", "10 omlaag", "0", "10 20 30"])
def test_a_rounding_that_is_none(project: ProjectMaker, step: str) -> None:
    """Is named at its place, however little of it is there."""
    catalogue = SMALL_PROJECT["figures/indicatoren.yaml"]
    changed = catalogue.replace("afronding: 10", f"afronding: {step}", 1)
    found = check_edition(project({"figures/indicatoren.yaml": changed}), 2021).findings
    (one,) = [finding for finding in found if "afrondingsstap" in finding.message]
    assert (one.code, str(one.position)) == ("SR-L004", "figures/indicatoren.yaml:5:16")


def test_all_mistakes_come_out_in_one_run(project: ProjectMaker) -> None:
    """Errors in figures, formulas and texts do not hide each other."""
    wrong = {
        INSTROOM: "jaar,ind,np,totaal\n2020,600,390,990\n2021,703,30x,1.000\n",
        CIJFERS: "titel: C\nblokken:\n  - soort: tekst\n    tekst: Er is {{ instrom.ind }} en {{ instroom.pn }}.\n    statuz: x\n",
        "figures/afgeleid.yaml": "afgeleid:\n  a.b:\n    titel: T\n    formule: 1 +\n",
    }
    codes = [
        f.code for f in check_edition(project(wrong), 2021).findings if f.severity.value == "error"
    ]
    assert sorted(codes) == ["SR-A001", "SR-L002", "SR-L009", "SR-L010", "SR-N002", "SR-N002"]


def test_an_unreadable_chapter_is_told_once(project: ProjectMaker) -> None:
    """Blocks of it that are named elsewhere cannot be found, which says nothing more."""
    report = f"{REPORT}factsheet:\n  grafiek: cijfers/instroom\n"
    changes = {"content/2021/rapport.yaml": report, CIJFERS: "titel: C\nblokken\n"}
    codes = [one.code for one in check_edition(project(changes), 2021).findings]
    assert "SR-L001" in codes
    assert "SR-L030" not in codes


def test_an_unreadable_catalogue_is_the_only_message(project: ProjectMaker) -> None:
    """Without a catalogue no name is known; that is not said of every name."""
    found = check_edition(
        project({"figures/indicatoren.yaml": "tabellen:\n\tinstroom: {}\n"}), 2021
    ).findings
    assert [f.code for f in found] == ["SR-L001"]


def test_notation_of_cells(project: ProjectMaker) -> None:
    """Semicolons, a byte order mark, dots, n.n.b., n.v.t., <5 and a part of a year are all read."""
    text = "\N{BYTE ORDER MARK}jaar;periode;ind;np;totaal\n2019;;<5;n.v.t.;10\n2020;;;n.n.b.;990\n2021;t/m november;13.840;300;14140\n"
    checked = check_edition(
        project({INSTROOM: text, "figures/2021/landen.csv": "jaar,land,aantal\n2021,A,14140\n"}),
        2021,
    )
    printed = {
        str(name): f.printed
        for name, f in checked.figures.items()
        if name.ref.startswith("instroom.") and not f.derived
    }
    assert printed["instroom.ind[2019]"] == "<5"
    assert printed["instroom.np[2019]"] == "n.v.t."
    assert printed["instroom.ind[2020]"] == "n.n.b."
    assert printed["instroom.ind[2021]"] == "13.840"
    assert (
        next(f.period for n, f in checked.figures.items() if str(n) == "instroom.ind[2021]")
        == "t/m november"
    )
