# SPDX-License-Identifier: EUPL-1.2
"""Arelle: an XBRL instance with a calculation linkbase, judged by Calculations 1.1 (round to
nearest): it knows rounding.

Only sums (with weights) can be said; a key becomes an entity with contexts of its own. It names the
total, not the cell.
"""

from __future__ import annotations

import csv
import json
import re
import tempfile
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from arelle.api.Session import Session
from arelle.RuntimeOptions import RuntimeOptions

from .task import Peer, Printed, Sums, answer

_NS = (
    'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:v="http://voorbeeld.invalid/verzonnen"'
)
_SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" {ns} targetNamespace="http://voorbeeld.invalid/verzonnen"
 elementFormDefault="qualified"><xs:annotation><xs:appinfo><link:linkbaseRef xlink:type="simple" xlink:href="calc.xml"
 xlink:role="http://www.xbrl.org/2003/role/calculationLinkbaseRef" xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>
</xs:appinfo></xs:annotation><xs:import namespace="http://www.xbrl.org/2003/instance"
 schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>{elements}</xs:schema>"""
_ELEMENT = (
    '<xs:element name="{name}" id="{name}" type="xbrli:decimalItemType" substitutionGroup="xbrli:item" xbrli:periodType="duration"'
    ' nillable="true"/>'
)
_ROLE = "https://xbrl.org/2023/arcrole/summation-item"
_CALC = """<link:linkbase {ns}><link:arcroleRef arcroleURI="{role}" xlink:type="simple"
 xlink:href="https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"/>
<link:calculationLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">{places}{arcs}</link:calculationLink>
</link:linkbase>"""
_PLACE = '<link:loc xlink:type="locator" xlink:href="schema.xsd#{name}" xlink:label="{name}"/>'
_ARC = '<link:calculationArc xlink:type="arc" xlink:arcrole="{role}" xlink:from="{total}" xlink:to="{part}" weight="{weight}" order="{order}"/>'
_CONTEXT = """<xbrli:context id="{key}"><xbrli:entity><xbrli:identifier scheme="http://voorbeeld.invalid">{key}</xbrli:identifier>
</xbrli:entity><xbrli:period><xbrli:startDate>2021-01-01</xbrli:startDate><xbrli:endDate>2021-12-31</xbrli:endDate></xbrli:period>
</xbrli:context>"""
_INSTANCE = """<xbrli:xbrl {ns}><link:schemaRef xlink:type="simple" xlink:href="schema.xsd"/>{contexts}
<xbrli:unit id="u"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>{facts}</xbrli:xbrl>"""

Weighted = Iterable[tuple[str, Mapping[str, int]]]


def inconsistent(sums: Weighted, rows: Mapping[str, Mapping[str, int]]) -> list[tuple[str, str]]:
    """Key and total of every calculation that Arelle finds inconsistent.

    `rows` holds the printed figures of each key.
    """
    sums = list(sums)
    names = sorted({name for total, parts in sums for name in (total, *parts)})
    arcs = [
        _ARC.format(role=_ROLE, total=total, part=part, weight=weight, order=order)
        for total, parts in sums
        for order, (part, weight) in enumerate(parts.items(), 1)
    ]
    facts = [
        f'<v:{name} contextRef="{key}" unitRef="u" decimals="-1">{values[name]}</v:{name}>'
        for key, values in rows.items()
        for name in names
    ]
    with tempfile.TemporaryDirectory() as folder:
        files = {
            "schema.xsd": _SCHEMA.format(
                ns=_NS, elements="".join(_ELEMENT.format(name=name) for name in names)
            ),
            "calc.xml": _CALC.format(
                ns=_NS,
                role=_ROLE,
                places="".join(_PLACE.format(name=name) for name in names),
                arcs="".join(arcs),
            ),
            "instance.xbrl": _INSTANCE.format(
                ns=_NS,
                contexts="".join(_CONTEXT.format(key=key) for key in rows),
                facts="".join(facts),
            ),
        }
        for name, text in files.items():
            (Path(folder) / name).write_text(text, "utf-8")
        options = RuntimeOptions(
            entrypointFile=str(Path(folder) / "instance.xbrl"),
            internetConnectivity="offline",
            calcs="c11r",
            validate=True,
            logFile="logToBuffer",
            logRefObjectProperties=False,
        )
        with Session() as session:
            session.run(options)
            log = json.loads(session.get_logs("json"))["log"]
    wrong = [entry for entry in log if entry["code"].startswith("calc11e:inconsistent")]
    other = [
        entry for entry in log if entry["level"] in ("error", "warning") and entry not in wrong
    ]
    if other:
        raise SystemExit(f"Arelle could not read the instance: {other[0]['message']['text']}")
    return [_place(entry["message"]["text"]) for entry in wrong]


def _place(text: str) -> tuple[str, str]:
    found = re.search(r" from v:(?P<total>\S+) .* context (?P<key>\S+) unit ", text)
    if found is None:
        raise SystemExit(f"Arelle says it in other words than expected: {text}")
    return found["key"], found["total"]


def sums_11(sums: Sums, printed: Printed) -> list[str]:
    """The totals that Calculations 1.1 finds inconsistent."""
    plain = [
        (total.replace(".", "_"), {part.replace(".", "_"): 1 for part in parts})
        for total, parts in sums
    ]
    found = {
        total
        for _, total in inconsistent(
            plain, {"k": {name.replace(".", "_"): value for name, value in printed.items()}}
        )
    }
    return [total for total, _ in sums if total.replace(".", "_") in found]


def keyed(path: Path, rows: int) -> int:
    """Rows that break one of the two sums of the keyed table.

    The rule with <= cannot be said in a calculation linkbase.
    """
    sums = [("totaal", dict.fromkeys("abcd", 1)), ("eind", {"totaal": 1, "f": -1, "g": 1})]
    with path.open(encoding="utf-8", newline="") as stream:
        table = {
            row["sleutel"]: {
                name: int(row[name]) for name in row if name not in ("jaar", "sleutel")
            }
            for row, _ in zip(csv.DictReader(stream), range(rows), strict=False)
        }
    return len({key for key, _ in inconsistent(sums, table)})


if __name__ == "__main__":
    answer(Peer(version("arelle-release"), {"Calculations 1.1": sums_11}, keyed, 1_000))
