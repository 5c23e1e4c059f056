# SPDX-License-Identifier: EUPL-1.2
"""Beside other tools: the same sums, the same planted errors and the same keyed table, as far as
each tool can say them.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from standrapport.core.model import Finding, Severity

from .consistency import check
from .invented import Hierarchy, keyed_project, planted, project_of, slightly_wrong
from .process import ROOT, Timing, TooLong, python, timed

TRIALS = 40
KEYS = 100_000
WRONG_KEYS = 30
PEERS = {
    "pandera": "pandera_checks",
    "frictionless": "frictionless_checks",
    "arelle-release": "arelle_calc",
}
LIMIT = 120.0


@dataclass(frozen=True)
class Trial:
    """A small hierarchy with its figures as printed.

    `culprit` is the wrong cell, '' when nothing is wrong.
    """

    table: Hierarchy
    printed: dict[str, int]
    culprit: str

    @classmethod
    def made(
        cls, number: int, spoil: Callable[[Hierarchy, random.Random], dict[str, int]]
    ) -> Trial:
        """200 figures, 60 rules, and the printed values that `spoil` makes of them."""
        chance = random.Random(1000 + number)  # noqa: S311 - invented figures
        table = Hierarchy.made(chance, leaves=140, rules=60)
        printed = spoil(table, chance)
        return cls(
            table,
            printed,
            next((name for name, value in printed.items() if table.printed[name] != value), ""),
        )


def run() -> None:
    """Print the three comparisons."""
    commands = {"numpy, the floor": python("-m", "bench.peers.numpy_floor")}
    for name, module in PEERS.items():
        interpreter = interpreter_of(name)
        if interpreter is None:
            print(
                f"{name} is not installed and left out; `make peers` installs the tools to compare with, in .venv-peers"
            )
        else:
            commands[name] = [interpreter, "-m", f"bench.peers.{module}"]
    with tempfile.TemporaryDirectory() as folder:
        _sums(Path(folder) / "sums", commands)
        _trials(Path(folder) / "trials", commands)
        _keyed(Path(folder) / "keyed", commands)


def interpreter_of(package: str) -> str | None:
    """A Python that has the package: this one, or that of .venv-peers."""
    for interpreter in (
        sys.executable,
        str(ROOT / ".venv-peers/bin/python"),
        os.environ.get("BENCH_PYTHON", ""),
    ):
        if interpreter and Path(interpreter).exists():
            ask = [
                interpreter,
                "-c",
                f"from importlib.metadata import version; version('{package}')",
            ]
            if subprocess.run(ask, capture_output=True, check=False).returncode == 0:
                return interpreter
    return None


def _row(name: str, timing: Timing, floor: float, extra: str) -> None:
    print(
        f"  {name:<28} {timing.median:8.3f} s {timing.median / floor:6.1f} x floor {timing.memory:6.0f} MiB   {extra}"
    )


def _sums(folder: Path, commands: dict[str, list[str]]) -> None:
    print(
        "\n1.000 figures, 300 sums, nothing wrong; whole process, median of 5 (in brackets: the check without start-up)"
    )
    table = Hierarchy.made(random.Random(1), leaves=700, rules=300)  # noqa: S311 - invented figures
    project_of(table, folder)
    (folder / "sums.json").write_text(json.dumps({"sums": table.sums, "printed": table.printed}))
    results = {name: timed([*command, "sums", str(folder)]) for name, command in commands.items()}
    floor = next(iter(results.values())).median
    _row(
        "standrapport check",
        timed(python("-m", "standrapport", "check", "2021", "--project", str(folder))),
        floor,
        "aim 0.5 s",
    )
    for name, timing in results.items():
        found = json.loads(timing.output)
        _row(
            f"{name} {found['version']}",
            timing,
            floor,
            f"({found['seconds']:.3f} s) {len(found['flagged'])} sums reported",
        )


def _trials(folder: Path, commands: dict[str, list[str]]) -> None:
    spoilt = (
        lambda table, _: dict(table.printed),
        lambda table, chance: planted(table, chance, 1),
        slightly_wrong,
    )
    trials = [[Trial.made(number, spoil) for number in range(TRIALS)] for spoil in spoilt]
    rules = sum(len(trial.table.sums) for trial in trials[0])
    print(
        f"\n{TRIALS} tables of 200 figures and 60 sums: as rounded; with one figure ten times too large or two digits swapped (large);"
    )
    print("with one total off by the least that rounding cannot explain (small)")
    print(
        f"  {'':<32}{f'false alarms of {rules}':>22}{f'large found of {TRIALS}':>20}{'cell first/among':>18}{'small found':>13}{'first/among':>16}"
    )
    folder.mkdir()
    tasks = [
        {"sums": trial.table.sums, "printed": trial.printed} for kind in trials for trial in kind
    ]
    (folder / "trials.json").write_text(json.dumps(tasks))
    _score("standrapport", [_ours(trial) for kind in trials for trial in kind], trials)
    for name, command in commands.items():
        found = json.loads(timed([*command, "trials", str(folder)], runs=1).output)
        for way, flagged in found["ways"].items():
            answers = [(totals, []) for totals in flagged]
            _score(f"{name}, {way}", answers, trials)
    noted = sum(
        not _ours(trial)[0]
        and "SR-C003" in {found.code for found in check(trial.table, trial.printed)}
        for trial in trials[2]
    )
    print(
        f"  {noted} of the small errors standrapport gives as a note: the total may have been made by adding rounded parts (SR-C003)"
    )
    soft = sum(
        found.severity is Severity.WARNING
        for trial in trials[0]
        for found in check(trial.table, trial.printed)
    )
    print(
        f"  on the tables without errors standrapport also gives {soft} warnings (unlikely roundings, or sums that clash)"
    )


Answer = tuple[
    Sequence[str], Sequence[Sequence[str]]
]  # totals of the sums reported, and the cells named, best first


def _ours(trial: Trial) -> Answer:
    errors: list[Finding] = [
        found for found in check(trial.table, trial.printed) if found.severity is Severity.ERROR
    ]
    named = [[change.id.ref for change in repair] for found in errors for repair in found.repairs]
    return [broken.rule for found in errors for broken in found.rules], named


def _score(name: str, answers: Sequence[Answer], trials: Sequence[Sequence[Trial]]) -> None:
    clean, *spoilt = [answers[at : at + TRIALS] for at in range(0, len(answers), TRIALS)]
    row = f"  {name:<32}{sum(len(totals) for totals, _ in clean):>22}"
    for given, kind, widths in zip(spoilt, trials[1:], ((20, 18), (13, 16)), strict=True):
        found = first = among = 0
        for (totals, named), trial in zip(given, kind, strict=True):
            own = {total for total, parts in trial.table.sums if trial.culprit in (total, *parts)}
            found += bool(own & set(totals))
            first += bool(named) and list(named[0]) == [trial.culprit]
            among += any(list(cells) == [trial.culprit] for cells in named)
        cells = f"{first}/{among}" if any(named for _, named in given) else "names none"
        row += f"{found:>{widths[0]}}{cells:>{widths[1]}}"
    print(row)


def _keyed(folder: Path, commands: dict[str, list[str]]) -> None:
    print(
        f"\n{KEYS} keys x 10 columns, 3 rules; whole process, median of 3 on a table without errors; then with {WRONG_KEYS} keys wrong"
    )
    clean, wrong = folder / "goed", folder / "fout"
    keyed_project(clean, random.Random(3), KEYS)  # noqa: S311 - invented figures
    keyed_project(wrong, random.Random(4), KEYS, WRONG_KEYS)  # noqa: S311
    floor = 0.0
    for name, command in commands.items():
        timing, spoilt = (
            timed([*command, "keyed", str(project / "figures/2021")], runs=3)
            for project in (clean, wrong)
        )
        floor = floor or timing.median
        found, reported = json.loads(timing.output), json.loads(spoilt.output)["broken"]
        part = ""
        if found["rows"] < KEYS:
            part = f" on {found['rows']} keys only; for all: {found['seconds'] * KEYS / found['rows']:.0f} s if it grows in proportion"
        _row(
            f"{name} {found['version']}",
            timing,
            floor,
            f"{found['broken']} reported, then {reported}{part}",
        )
    if "arelle-release" in commands:
        print("  arelle-release judges the two sums only: a calculation linkbase cannot say <=")
    for project, what in ((clean, "standrapport check"), (wrong, "the same, naming wrong cells")):
        command = python(
            "-m", "standrapport", "check", "2021", "--project", str(project), "--format", "json"
        )
        try:
            timing = timed(command, runs=3, accept=(0, 1), limit=LIMIT)
        except TooLong:
            print(f"  {what:<28} stopped after {LIMIT:.0f} s")
            continue
        errors = [
            one for one in json.loads(timing.output)["findings"] if one["severity"] == "error"
        ]
        keys = {
            change["key"] for one in errors for repair in one["repairs"][:1] for change in repair
        }
        aim = "   aim 3 x floor, under 1.024 MiB" if project is clean else ""
        _row(what, timing, floor, f"{len(keys)} reported{aim}")
