# SPDX-License-Identifier: EUPL-1.2
"""All sentences of an invented service through the real check, and the measures of the plan.

`python -m tests.uitspraken.meten [FOLDER …] [--fouten]`; without folders the three services that may
be read. Every sentence becomes a block of edition 2024 of the service, and `check` reads them all.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from standrapport.core.formula import FormulaError, parse_formula, references
from standrapport.core.model import Finding, Severity, Suggestion
from standrapport.pipeline.check import check_edition

HERE = Path(__file__).parent
SERVICES = sorted((HERE / "diensten").glob("*/"))
YEAR = 2024
KINDS = ("goed", "fout", "onschuldig", "tegenspraak", "verwijzing_goed", "verwijzing_fout")


@dataclass(frozen=True)
class Read:
    """A sentence of the corpus with the findings of the check on it."""

    case: Mapping[str, Any]
    findings: tuple[Finding, ...]

    @property
    def kind(self) -> str:
        """What kind of sentence it is."""
        return str(self.case["soort"])

    @property
    def error(self) -> bool:
        """Whether an error was given."""
        return any(one.severity is Severity.ERROR for one in self.findings)

    @property
    def found(self) -> bool:
        """Whether an error or a warning was given."""
        return any(one.severity is not Severity.NOTE for one in self.findings)

    @property
    def as_it_should(self) -> bool:
        """Whether the check does with the sentence what it should."""
        match self.kind:
            case "fout" | "verwijzing_fout":
                return self.error
            case "tegenspraak":
                return self.found
            case _:
                return not self.findings

    @property
    def offered(self) -> bool:
        """Whether the figure meant is among the first three suggestions."""
        return any(self._meant(one) for finding in self.findings for one in finding.suggestions[:3])

    def _meant(self, one: Suggestion) -> bool:
        meant = self.case.get("bedoeld")
        if not meant:
            return False
        wanted = meant if isinstance(meant, list) else [meant]
        offered = set(_named(one))
        return all((w["ref"], w.get("jaar", YEAR), w.get("sleutel")) in offered for w in wanted)


def _named(one: Suggestion) -> Iterator[tuple[str, int, str | None]]:
    """The figures a suggestion names: itself, or those of its formula."""
    yield one.ref, one.year or YEAR, one.key
    try:
        for reference in references(parse_formula(one.ref)):
            yield reference.ref, reference.in_year(YEAR), reference.key
    except FormulaError:
        return


def read_service(service: Path) -> list[Read]:
    """Every sentence of a service, checked."""
    cases = YAML(typ="safe").load((service / "zinnen.yaml").read_text("utf-8"))
    return read_cases(service, cases["zinnen"] if isinstance(cases, dict) else cases)


def read_voices(voices: Path) -> list[Read]:
    """Every sentence of a file of voices, checked with the figures of the service it is named
    after; a second voice has a letter behind that ('haven_b').
    """
    name = voices.stem.partition("_")[0]
    places = (HERE / place / name for place in ("diensten", "ontwikkel"))
    service = next(place for place in places if place.is_dir())
    return read_cases(service, YAML(typ="safe").load(voices.read_text("utf-8")))


def read_cases(service: Path, cases: Sequence[Mapping[str, Any]]) -> list[Read]:
    """Sentences checked as texts of a service."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        for part in ("figures", "content"):
            shutil.copytree(service / part, project / part)
        lines = _written(project / "content" / str(YEAR), cases)
        checked = check_edition(project, YEAR)
    found: list[list[Finding]] = [[] for _ in cases]
    for finding in checked.findings:
        place = finding.position
        if place is None or not place.file.endswith("zinnen.yaml") or place.line is None:
            continue
        number = next((n for n, (low, high) in enumerate(lines) if low <= place.line < high), None)
        if number is not None and finding.code.startswith("SR-N"):
            found[number].append(finding)
    return [Read(case, tuple(own)) for case, own in zip(cases, found, strict=True)]


def _written(content: Path, cases: Sequence[Mapping[str, Any]]) -> list[tuple[int, int]]:
    """A chapter with a block for every sentence; the lines of each."""
    for path in content.glob("*.yaml"):
        if path.name != "rapport.yaml":
            path.unlink()
    report = YAML(typ="safe").load((content / "rapport.yaml").read_text("utf-8"))
    report = {name: value for name, value in report.items() if name != "factsheet"}
    report |= {"hoofdstukken": ["zinnen"], "status": "concept"}
    with (content / "rapport.yaml").open("w", encoding="utf-8") as file:
        YAML(typ="safe").dump(report, file)
    out = ["titel: Zinnen", "blokken:"]
    lines = []
    for case in cases:
        start = len(out) + 1
        out += ["  - soort: tekst", "    tekst: |"]
        out += [f"      {line}".rstrip() for line in str(case["tekst"]).strip().split("\n")]
        lines.append((start, len(out) + 1))
    (content / "zinnen.yaml").write_text("\n".join(out) + "\n", "utf-8")
    return lines


def measures(reads: Sequence[Read]) -> dict[str, tuple[int, int]]:
    """Per measure how many of how many."""
    own = {kind: [one for one in reads if one.kind == kind] for kind in KINDS}
    return {
        "wrong numbers found": (sum(o.error for o in own["fout"]), len(own["fout"])),
        "right figure offered": (sum(o.offered for o in own["fout"]), len(own["fout"])),
        "errors on right": (sum(o.error for o in own["goed"]), len(own["goed"])),
        "any finding on right": (sum(bool(o.findings) for o in own["goed"]), len(own["goed"])),
        "alarms on harmless": (
            sum(bool(o.findings) for o in own["onschuldig"]),
            len(own["onschuldig"]),
        ),
        "contradictions found": (sum(o.found for o in own["tegenspraak"]), len(own["tegenspraak"])),
        "wrong references found": (
            sum(o.error for o in own["verwijzing_fout"]),
            len(own["verwijzing_fout"]),
        ),
        "right reference offered": (
            sum(o.offered for o in own["verwijzing_fout"]),
            len(own["verwijzing_fout"]),
        ),
        "alarms on right references": (
            sum(bool(o.findings) for o in own["verwijzing_goed"]),
            len(own["verwijzing_goed"]),
        ),
    }


def main() -> None:
    """Print the measures of each service and of all together."""
    folders = [Path(name) for name in sys.argv[1:] if not name.startswith("--")] or SERVICES
    every: list[Read] = []
    for folder in folders:
        reads = read_service(folder)
        every += reads
        _print(folder.name, reads)
        for one in reads if "--fouten" in sys.argv else ():
            if not one.as_it_should or ("fout" in one.kind and not one.offered):
                _say(f"  {one.case['id']} {one.kind}: {one.case['tekst'].strip()}")
                _say(f"      getal {one.case.get('getal')}; bedoeld {one.case.get('bedoeld')}")
                for finding in one.findings:
                    _say(f"      {finding.code} {finding.severity.value}: {finding.message}")
    if len(folders) > 1:
        _print("together", every)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _print(name: str, reads: Sequence[Read]) -> None:
    _say(f"{name}: {len(reads)} sentences")
    for what, (some, all_) in measures(reads).items():
        _say(f"  {what:<28} {100 * some / all_ if all_ else 0:5.1f} %  {some} of {all_}")


if __name__ == "__main__":
    main()
