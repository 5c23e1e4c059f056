# SPDX-License-Identifier: EUPL-1.2
"""Rules of another kind, from a program outside the package (docs/besluiten/0020).

A rule kind is a function of the catalogue, the figures and the report year that gives findings. A
package offers it under the entry point group `standrapport.regels`; a project asks for it by name
under `uitbreidingen:` in regels.yaml. What is installed and not asked for does not run, and what is
asked for and not installed is an error: the figures are never checked by less than the project
says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from ...core.extras import offered
from ...core.formula import nearest
from ...core.model import Catalogue, Figures, Finding, Position, Text
from ...messages import found

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "standrapport.regels"
RuleKind = Callable[[Catalogue, Figures, int], Iterable[Finding]]
_CODE = re.compile(r"(?!SR-)[A-Z][A-Z0-9]*-[A-Z0-9]+")


def plugin_findings(catalogue: Catalogue, figures: Figures, year: int) -> list[Finding]:
    """What the rule kinds that the project asks for found in the figures of an edition.

    SR-C019 for one that is not installed, fails, or gives something else than findings with a code
    of its own; the others still run.
    """
    if not catalogue.plugins:
        return []
    installed = {point.name: point for point in offered(GROUP)}
    findings: list[Finding] = []
    for asked in catalogue.plugins:
        name = asked.raw.strip()
        if name in installed:
            findings.extend(_run(installed[name], asked, catalogue, figures, year))
        else:
            findings.append(_missing(name, asked, list(installed)))
    return findings


def _run(
    point: EntryPoint, asked: Text, catalogue: Catalogue, figures: Figures, year: int
) -> list[Finding]:
    try:
        kind: RuleKind = point.load()
        given: list[Any] = list(kind(catalogue, figures, year))
    except Exception as problem:  # noqa: BLE001 - whatever goes wrong there is that program's fault
        return [_broken(point, asked, f"{type(problem).__name__}: {problem}")]
    for one in given:
        if not isinstance(one, Finding):
            return [
                _broken(point, asked, f"zij geeft {type(one).__name__} in plaats van meldingen")
            ]
        if not _CODE.fullmatch(one.code):
            sentence = f"'{one.code}' kan geen code van haar zijn; schrijf bijvoorbeeld XY-001"
            return [_broken(point, asked, sentence)]
        if not all(isinstance(place, Position) for place in one.locations):
            return [_broken(point, asked, f"de plaatsen van '{one.code}' zijn geen plaatsen")]
    return given


def _missing(name: str, asked: Text, installed: list[str]) -> Finding:
    close = nearest(name, installed)[:1]
    hint = f" Bedoelt u '{close[0]}'?" if close else ""
    said = {"naam": name, "hint": hint}
    return found("SR-C019", asked.position, said, which="ontbreekt")


def _broken(point: EntryPoint, asked: Text, why: str) -> Finding:
    package = f" ({point.dist.name} {point.dist.version})" if point.dist is not None else ""
    said = {"naam": point.name, "pakket": package, "reden": why.rstrip(".")}
    return found("SR-C019", asked.position, said, which="stuk")
