"""The catalogue of the project: indicatoren.yaml, afgeleid.yaml and regels.yaml to model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from ...core.formula import nearest
from ...core.model import (
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
from ...core.notation import join_names
from .catalogue_forms import AFGELEID, INDICATOREN, REGELS, SEVERITIES, names_of_two
from .extracts import extract_of
from .records import Record, Values, read_root
from .yaml_tree import YamlFile, read_yaml

_NAME = re.compile(r"[^\W\d]\w*")
_RESERVED = {"jaar", "periode", "status", "peildatum"}


def load_catalogue(project: Path) -> tuple[Catalogue, list[Finding]]:
    """Read the three files of `figures/`.

    What can be read is in the catalogue, what cannot is a finding.
    """
    findings: list[Finding] = []
    root = _read(project, "indicatoren.yaml", INDICATOREN, findings)
    sources = {name: _source(name, values) for name, values in root.get("bronnen", {}).items()}
    tables = _tables(root, sources, findings)
    requested = tuple(
        RequestedIndicator(
            v["titel"], v.get("cijfers", ()), v.get("bron", ""), v.get("cadans", ""), v.position
        )
        for v in root.get("evaluatie", ())
        if "titel" in v
    )
    columns = {column.ref for table in tables.values() for column in table.columns.values()}
    derived = {}
    for ref, values in (
        _read(project, "afgeleid.yaml", AFGELEID, findings).get("afgeleid", {}).items()
    ):
        if "formule" not in values:
            continue
        if ref in columns:
            findings.append(
                _name_problem(
                    f"'{ref}' is al een kolom; geef het afgeleide cijfer een andere naam.",
                    values.position,
                )
            )
        elif ref.count(".") != 1 or not all(_NAME.fullmatch(part) for part in ref.split(".")):
            findings.append(
                _name_problem(
                    f"'{ref}' is geen cijfernaam; schrijf twee woorden met een punt ertussen, zoals"
                    " instroom.aandeel.",
                    values.position,
                )
            )
        else:
            derived[ref] = _derived(ref, values)
    rules: dict[str, Rule] = {}
    for values in _read(project, "regels.yaml", REGELS, findings).get("regels", ()):
        if "id" not in values or "toets" not in values:
            continue
        if values["id"] in rules:
            line = rules[values["id"]].position.line
            sentence = (
                f"De regel '{values['id']}' bestaat al op regel {line}; geef elke regel een eigen"
                " naam."
            )
            findings.append(_name_problem(sentence, values.place("id")))
        else:
            rules[values["id"]] = _rule(values)
    return Catalogue(tables, sources, requested, derived, tuple(rules.values())), findings


def tables_of(file: YamlFile) -> Mapping[str, Table]:
    """The tables of an indicatoren.yaml as far as they can be read.

    What is wrong with it is left to `load_catalogue`.
    """
    root = read_root(INDICATOREN, file, [])
    return _tables(root, {}, []) if isinstance(root, Values) else {}


def _tables(
    root: Mapping[str, Any], sources: Mapping[str, Source], findings: list[Finding]
) -> dict[str, Table]:
    return {
        name: _table(name, values, sources, findings)
        for name, values in root.get("tabellen", {}).items()
    }


def _read(project: Path, name: str, form: Record, findings: list[Finding]) -> Mapping[str, Any]:
    file: YamlFile
    file, problems = read_yaml(project / "figures" / name, f"figures/{name}")
    value = read_root(form, file, problems)
    findings.extend(problems)
    return value if isinstance(value, Values) else {}


def _source(name: str, values: Values) -> Source:
    return Source(
        name, values.get("titel", name), values.get("adres"), values.get("via_pers", False)
    )


def _table(
    name: str, values: Values, sources: Mapping[str, Source], findings: list[Finding]
) -> Table:
    key_column = values.get("sleutel")
    if not _NAME.fullmatch(name):
        findings.append(
            _name_problem(
                f"'{name}' kan geen tabelnaam zijn; gebruik letters, cijfers en _.", values.position
            )
        )
    columns = {}
    for column, own in values.get("kolommen", {}).items():
        if not _NAME.fullmatch(column) or column in _RESERVED or column == key_column:
            taken = join_names([*sorted(_RESERVED), *([key_column] if key_column else [])])
            sentence = (
                f"'{column}' kan geen kolomnaam zijn; gebruik letters, cijfers en _, en niet"
                f" {taken}: die hebben al een betekenis."
            )
            findings.append(_name_problem(sentence, own.position))
            continue
        columns[column] = _column(f"{name}.{column}", own, values, sources, findings)
    findings.extend(
        names_of_two(
            name,
            columns,
            {
                column: own.place("ook_genoemd")
                for column, own in values.get("kolommen", {}).items()
            },
        )
    )
    return Table(
        name=name,
        title=values.get("titel", name),
        file=values.get("bestand", f"{name}.csv"),
        definition=values.get("definitie", ""),
        note=values.get("noot", ""),
        key_column=key_column,
        columns=columns,
        breaks=tuple(
            SeriesBreak(b["jaar"], b["uitleg"])
            for b in values.get("breuken", ())
            if "jaar" in b and "uitleg" in b
        ),
        position=values.position,
        from_source=(
            extract_of(values["uit_bron"], key_column is not None, columns, findings)
            if "uit_bron" in values
            else None
        ),
        also_named=values.get("ook_genoemd", ()),
    )


def _column(
    ref: str, own: Values, table: Values, sources: Mapping[str, Source], findings: list[Finding]
) -> Column:
    def inherited(name: str, default: Any) -> Any:
        return own[name] if name in own else table.get(name, default)

    chosen: dict[int | None, str] = {}
    given = inherited("bron", {})
    place = own.place("bron") if "bron" in own else table.place("bron")
    for year, source in (given if isinstance(given, dict) else {"anders": given}).items():
        if year != "anders" and not year.isdigit():
            _once(
                findings,
                _name_problem(f"'{year}' is geen jaartal; schrijf een jaartal of 'anders'.", place),
            )
            continue
        if sources and source not in sources:
            close = nearest(source, list(sources))
            hint = f" Bedoelt u '{close[0]}'?" if close else ""
            _once(
                findings,
                Finding(
                    "SR-L022",
                    Severity.WARNING,
                    f"De bron '{source}' staat niet in 'bronnen'.{hint}",
                    (place,),
                ),
            )
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
        also_named=own.get("ook_genoemd", ()),
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


def _once(findings: list[Finding], finding: Finding) -> None:
    """What columns inherit from their table is reported once."""
    if finding not in findings:
        findings.append(finding)


def _name_problem(sentence: str, position: Position) -> Finding:
    return Finding("SR-L021", Severity.ERROR, sentence, (position,))
