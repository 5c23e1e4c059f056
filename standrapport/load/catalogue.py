"""The catalogue of the project: indicatoren.yaml, afgeleid.yaml and regels.yaml to model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..model import (
    Catalogue,
    Column,
    Derived,
    Finding,
    Position,
    RequestedIndicator,
    Rule,
    RuleYears,
    SeriesBreak,
    Severity,
    Source,
    Table,
)
from .extracts import UIT_BRON, extract_of
from .records import Key, ListOf, MapOf, OneOf, Record, Values, read_root
from .schema import WRONG, Form, Prose, Step, Whole, Word, YesNo
from .yaml_tree import Node, ScalarNode, YamlFile, read_yaml

_NAME = re.compile(r"[^\W\d]\w*")
_RESERVED = {"jaar", "periode", "status", "peildatum"}

_SHARED = {
    "eenheid": Key(Word(), meaning="Eenheid van de waarden, zoals personen of procent."),
    "afronding": Key(Step(), meaning="Stap waarop gepubliceerd is: 10, 1, 0.1, of exact."),
    "onderdrukking": Key(Whole(), meaning="Bij 5 is '<5' toegestaan; het staat voor 0 tot en met 4."),
    "populatie": Key(Word(), meaning="Wie er geteld zijn; verschillende populaties worden niet opgeteld of vergeleken."),
    "bron": Key(OneOf(Word(), MapOf(Word())), meaning="Een bron uit 'bronnen', of per jaar een bron met 'anders' voor de rest."),
    "definitie": Key(Word(), meaning="Wat er geteld is."),
    "noot": Key(Word(), meaning="Voorbehoud dat lezers bij het cijfer te zien krijgen."),
}
_COLUMN = Record(
    {
        "titel": Key(Word(), required=True, meaning="Naam van de kolom in het rapport."),
        "kort": Key(Word(), meaning="Korte naam voor smalle tabellen en grafieken."),
        "soort": Key(Word(choices=("stroom", "stand")), meaning="Een aantal over een jaar (stroom) of op een moment (stand)."),
        **_SHARED,
    },
    name="een kolom",
)
_TABLE = Record(
    {
        "titel": Key(Word(), required=True, meaning="Naam van de tabel in het rapport."),
        "bestand": Key(Word(), meaning="Bestandsnaam; standaard de naam van de tabel met .csv."),
        "sleutel": Key(Word(), meaning="Kolom met de sleutel, zoals nationaliteit: een rij per jaar en sleutel."),
        "kolommen": Key(MapOf(_COLUMN), required=True, meaning="De kolommen van de tabel."),
        "breuken": Key(
            ListOf(Record({"jaar": Key(Whole(), required=True), "uitleg": Key(Word(), required=True)}, name="een breuk")),
            meaning="Jaren waarin de telling anders werd.",
        ),
        "uit_bron": Key(UIT_BRON, meaning="Hoe de cijfers uit brongegevens volgen; `check` telt ze na."),
        **_SHARED,
    },
    name="een tabel",
)
_SOURCE = Record(
    {
        "titel": Key(Word(), required=True),
        "adres": Key(Word()),
        "via_pers": Key(YesNo(), meaning="ja als de pers het cijfer van de dienst doorgaf."),
    },
    name="een bron",
)
_REQUESTED = Record(
    {
        "titel": Key(Word(), required=True),
        "cijfers": Key(ListOf(Word()), required=True),
        "bron": Key(Word()),
        "cadans": Key(Word()),
    },
    name="een gevraagde indicator",
)
INDICATOREN = Record(
    {
        "tabellen": Key(MapOf(_TABLE), required=True, meaning="De tabellen met cijfers."),
        "bronnen": Key(MapOf(_SOURCE), meaning="De bronnen waar tabellen en kolommen naar verwijzen."),
        "evaluatie": Key(ListOf(_REQUESTED), meaning="Indicatoren die de evaluatie van het terugkeerbeleid vraagt."),
    },
    name="indicatoren.yaml",
)
_DERIVED = Record(
    {
        "titel": Key(Word(), required=True),
        "formule": Key(Prose(expected="een formule"), required=True, meaning="Formule met cijfers, + - * / ( ), som, min, max, abs."),
        "eenheid": Key(Word()),
        "decimalen": Key(Whole()),
        "definitie": Key(Word()),
        "noot": Key(Word()),
        "populatie": Key(Word()),
        "populaties": Key(Word(choices=("gemengd",)), meaning="gemengd: twee populaties samen is hier bedoeld."),
        "perioden": Key(Word(choices=("gemengd",)), meaning="gemengd: hele en halve jaren samen is hier bedoeld."),
    },
    name="een afgeleid cijfer",
)
AFGELEID = Record({"afgeleid": Key(MapOf(_DERIVED), required=True)}, name="afgeleid.yaml")


class RuleYearsForm(Form):
    """`alle`, `rapportjaar` or a list of years."""

    expected = "alle, rapportjaar of een lijst jaartallen"

    def read(self, node: Node, reader: Any) -> Any:
        """RuleYears or a tuple of years."""
        if isinstance(node, ScalarNode):
            word = Word(choices=("alle", "rapportjaar")).read(node, reader)
            return word if word is WRONG else RuleYears(word)
        return ListOf(Whole()).read(node, reader)

    def describe(self) -> dict[str, Any]:
        """A word or an array of integers."""
        return {"anyOf": [{"enum": ["alle", "rapportjaar"]}, {"type": "array", "items": {"type": "integer"}}]}


SEVERITIES = {"fout": Severity.ERROR, "waarschuwing": Severity.WARNING, "opmerking": Severity.NOTE}
_RULE = Record(
    {
        "id": Key(Word(), required=True, meaning="Naam van de regel; komt terug in meldingen."),
        "toets": Key(Prose(expected="een vergelijking"), required=True, meaning="Vergelijking die moet gelden: == != < <= > >=."),
        "uitleg": Key(Word(), required=True, meaning="Een zin die zegt wat de regel eist en waarom."),
        "ernst": Key(Word(choices=tuple(SEVERITIES)), meaning="Hoe erg het is als de regel niet geldt."),
        "jaren": Key(RuleYearsForm(), meaning="alle, rapportjaar of een lijst jaartallen."),
        "populaties": Key(Word(choices=("gemengd",))),
        "perioden": Key(Word(choices=("gemengd",))),
    },
    name="een regel",
)
REGELS = Record({"regels": Key(ListOf(_RULE), required=True)}, name="regels.yaml")


def load_catalogue(project: Path) -> tuple[Catalogue, list[Finding]]:
    """Read the three files of `figures/`; what can be read is in the catalogue, what cannot is a finding."""
    findings: list[Finding] = []
    root = _read(project, "indicatoren.yaml", INDICATOREN, findings)
    sources = {name: _source(name, values) for name, values in root.get("bronnen", {}).items()}
    tables = {name: _table(name, values, sources, findings) for name, values in root.get("tabellen", {}).items()}
    requested = tuple(
        RequestedIndicator(v["titel"], v.get("cijfers", ()), v.get("bron", ""), v.get("cadans", ""), v.position)
        for v in root.get("evaluatie", ())
        if "titel" in v
    )
    columns = {column.ref for table in tables.values() for column in table.columns.values()}
    derived = {}
    for ref, values in _read(project, "afgeleid.yaml", AFGELEID, findings).get("afgeleid", {}).items():
        if "formule" not in values:
            continue
        if ref in columns:
            findings.append(_name_problem(f"'{ref}' is al een kolom; geef het afgeleide cijfer een andere naam.", values.position))
        elif ref.count(".") != 1 or not all(_NAME.fullmatch(part) for part in ref.split(".")):
            findings.append(_name_problem(f"'{ref}' is geen cijfernaam; schrijf twee woorden met een punt ertussen.", values.position))
        else:
            derived[ref] = _derived(ref, values)
    rules: dict[str, Rule] = {}
    for values in _read(project, "regels.yaml", REGELS, findings).get("regels", ()):
        if "id" not in values or "toets" not in values:
            continue
        if values["id"] in rules:
            line = rules[values["id"]].position.line
            sentence = f"De regel '{values['id']}' bestaat al op regel {line}; geef elke regel een eigen naam."
            findings.append(_name_problem(sentence, values.place("id")))
        else:
            rules[values["id"]] = _rule(values)
    return Catalogue(tables, sources, requested, derived, tuple(rules.values())), findings


def _read(project: Path, name: str, form: Record, findings: list[Finding]) -> Mapping[str, Any]:
    file: YamlFile
    file, problems = read_yaml(project / "figures" / name, f"figures/{name}")
    value = read_root(form, file, problems)
    findings.extend(problems)
    return value if isinstance(value, Values) else {}


def _source(name: str, values: Values) -> Source:
    return Source(name, values.get("titel", name), values.get("adres"), values.get("via_pers", False))


def _table(name: str, values: Values, sources: Mapping[str, Source], findings: list[Finding]) -> Table:
    key_column = values.get("sleutel")
    if not _NAME.fullmatch(name):
        findings.append(_name_problem(f"'{name}' kan geen tabelnaam zijn; gebruik letters, cijfers en _.", values.position))
    columns = {}
    for column, own in values.get("kolommen", {}).items():
        if not _NAME.fullmatch(column) or column in _RESERVED or column == key_column:
            findings.append(_name_problem(f"'{column}' kan geen kolomnaam zijn; kies een andere naam.", own.position))
            continue
        columns[column] = _column(f"{name}.{column}", own, values, sources, findings)
    return Table(
        name=name,
        title=values.get("titel", name),
        file=values.get("bestand", f"{name}.csv"),
        definition=values.get("definitie", ""),
        note=values.get("noot", ""),
        key_column=key_column,
        columns=columns,
        breaks=tuple(SeriesBreak(b["jaar"], b["uitleg"]) for b in values.get("breuken", ()) if "jaar" in b and "uitleg" in b),
        position=values.position,
        from_source=extract_of(values["uit_bron"], key_column is not None, columns, findings) if "uit_bron" in values else None,
    )


def _column(ref: str, own: Values, table: Values, sources: Mapping[str, Source], findings: list[Finding]) -> Column:
    def inherited(name: str, default: Any) -> Any:
        return own[name] if name in own else table.get(name, default)

    chosen: dict[int | None, str] = {}
    given = inherited("bron", {})
    place = own.place("bron") if "bron" in own else table.place("bron")
    for year, source in (given if isinstance(given, dict) else {"anders": given}).items():
        if year != "anders" and not year.isdigit():
            findings.append(_name_problem(f"'{year}' is geen jaartal; schrijf een jaartal of 'anders'.", place))
            continue
        if sources and source not in sources:
            sentence = f"De bron '{source}' staat niet in 'bronnen'."
            finding = Finding("SR-L022", Severity.WARNING, sentence, (place,))
            if finding not in findings:
                findings.append(finding)
        chosen[None if year == "anders" else int(year)] = source
    rounding: Decimal | None = inherited("afronding", None)
    return Column(
        ref=ref,
        title=own.get("titel", ref),
        short=own.get("kort", own.get("titel", ref)),
        unit=inherited("eenheid", ""),
        rounding=rounding,
        suppression=inherited("onderdrukking", None),
        population=inherited("populatie", ""),
        sources=chosen,
        definition=inherited("definitie", ""),
        note=own.get("noot", ""),
        stock=own.get("soort") == "stand",
        position=own.position,
    )


def _derived(ref: str, values: Values) -> Derived:
    return Derived(
        ref=ref,
        title=values.get("titel", ref),
        formula=values["formule"].raw.strip(),
        unit=values.get("eenheid", ""),
        decimals=values.get("decimalen", 0),
        definition=values.get("definitie", ""),
        note=values.get("noot", ""),
        population=values.get("populatie", ""),
        mixed_populations="populaties" in values,
        mixed_periods="perioden" in values,
        position=values.position,
        formula_text=values["formule"],
    )


def _rule(values: Values) -> Rule:
    return Rule(
        id=values["id"],
        test=values["toets"].raw.strip(),
        explanation=values.get("uitleg", ""),
        severity=SEVERITIES[values.get("ernst", "fout")],
        years=values.get("jaren", RuleYears.ALL),
        mixed_populations="populaties" in values,
        mixed_periods="perioden" in values,
        position=values.position,
        test_text=values["toets"],
    )


def _name_problem(sentence: str, position: Position) -> Finding:
    return Finding("SR-L021", Severity.ERROR, sentence, (position,))
