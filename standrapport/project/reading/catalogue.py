# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of the project: indicatoren.yaml, afgeleid.yaml and regels.yaml to model."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...core.model import (
    Catalogue,
    Derived,
    Finding,
    Population,
    RequestedIndicator,
    Rule,
    RuleYears,
    Source,
    Table,
)
from .catalogue_forms import AFGELEID, INDICATOREN, REGELS, SEVERITIES
from .populations import Populations, populations_of
from .records import Record, Values, read_root
from .tables import NAME, name_problem, read_tables, role_of
from .yaml_tree import YamlFile, read_yaml


def load_catalogue(project: Path, folder: str = "figures") -> tuple[Catalogue, list[Finding]]:
    """What the three files of `figures/` say, or those of another folder of the project.

    What can be read is in the catalogue, what cannot is a finding.
    """
    findings: list[Finding] = []
    root = _read(project, folder, "indicatoren.yaml", INDICATOREN, findings)
    sources = {name: _source(name, values) for name, values in root.get("bronnen", {}).items()}
    populations = populations_of(root.get("populaties", {}), findings)
    tables = read_tables(root, sources, populations, findings)
    requested = tuple(
        RequestedIndicator(
            v["titel"], v.get("cijfers", ()), v.get("bron", ""), v.get("cadans", ""), v.position
        )
        for v in root.get("evaluatie", ())
        if "titel" in v
    )
    derived = _read_derived(project, folder, tables, populations, findings)
    root = _read(project, folder, "regels.yaml", REGELS, findings)
    rules = _rules(root, findings)
    catalogue = Catalogue(
        tables,
        sources,
        requested,
        derived,
        rules,
        populations.declared,
        root.get("uitbreidingen", ()),
    )
    return catalogue, findings


def _read_derived(
    project: Path,
    folder: str,
    tables: Mapping[str, Table],
    populations: Populations,
    findings: list[Finding],
) -> dict[str, Derived]:
    columns = {column.ref for table in tables.values() for column in table.columns.values()}
    root = _read(project, folder, "afgeleid.yaml", AFGELEID, findings)
    derived = {}
    for ref, values in root.get("afgeleid", {}).items():
        if "formule" not in values:
            continue
        if ref in columns:
            findings.append(name_problem("al_een_kolom", values.position, naam=ref))
        elif ref.count(".") != 1 or not all(NAME.fullmatch(part) for part in ref.split(".")):
            findings.append(name_problem("cijfer", values.position, naam=ref))
        else:
            said = values.get("populatie", "")
            group = populations.of(said, values.place("populatie"), findings)
            derived[ref] = _derived(ref, values, group)
    return derived


def _rules(root: Mapping[str, Any], findings: list[Finding]) -> tuple[Rule, ...]:
    rules: dict[str, Rule] = {}
    for values in root.get("regels", ()):
        if "id" not in values or "toets" not in values:
            continue
        if values["id"] in rules:
            line = rules[values["id"]].position.line
            findings.append(
                name_problem("regel", values.place("id"), naam=values["id"], regel=line)
            )
        else:
            rules[values["id"]] = _rule(values)
    return tuple(rules.values())


def _read(
    project: Path, folder: str, name: str, form: Record, findings: list[Finding]
) -> Mapping[str, Any]:
    file: YamlFile
    file, problems = read_yaml(project / folder / name, f"{folder}/{name}")
    value = read_root(form, file, problems)
    findings.extend(problems)
    return value if isinstance(value, Values) else {}


def _source(name: str, values: Values) -> Source:
    return Source(
        name,
        values.get("titel", name),
        values.get("adres"),
        values.get("via_pers", False),
        values.get("gepubliceerd", ""),
        values.get("over", ()),
        values.get("uitvoerder", ""),
        values.get("ritme", ""),
    )


def _derived(ref: str, values: Values, group: Population) -> Derived:
    return Derived(
        ref=ref,
        title=values.get("titel", ref),
        formula=values["formule"].raw.strip(),
        unit=values.get("eenheid", ""),
        decimals=values.get("decimalen", 0),
        definition=values.get("definitie", ""),
        note=values.get("noot", ""),
        population=group.title,
        mixed_populations="populaties" in values,
        mixed_periods="perioden" in values,
        position=values.position,
        formula_text=values["formule"],
        role=role_of(values.get("soort")),
        mixed_breaks="breuken" in values,
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
        mixed_breaks="breuken" in values,
    )
