"""Numbers in text: how many wrong ones are found, and how many harmless sentences are
called wrong.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.checks.text.corpus import cases, judged

from standrapport.pipeline.check import check_edition
from tests.editions.mutations import figure_mutations, typed_mutations

from .process import ROOT

_WRONG = {"fout", "meer", "ander_jaar", "richting"}


def run() -> None:
    """Print precision and recall over the corpus."""
    editions = {year: check_edition(ROOT, year) for year in (2021, 2024)}
    outcomes = [(case.expected, judged(case, editions[case.edition]).verdict) for case in cases()]
    wrong = [found for expected, found in outcomes if expected == "fout"]
    reported = [expected for expected, found in outcomes if found in _WRONG]
    harmless = [found for expected, found in outcomes if expected == "onschuldig"]
    right = [found for expected, found in outcomes if expected in {"goed", "onschuldig"}]
    print(
        f"{len(outcomes)} sentences, {sum(expected == found for expected, found in outcomes)} read as expected"
    )
    print(
        f"{'wrong numbers found (recall)':<38} {100 * sum(f == 'fout' for f in wrong) / len(wrong):8.1f} %   of {len(wrong)}   aim 98 %"
    )
    print(
        f"{'reports that are right (precision)':<38} {100 * sum(e in _WRONG for e in reported) / len(reported):8.1f} %   of {len(reported)}"
    )
    false = sum(found in _WRONG for found in harmless)
    print(
        f"{'harmless sentences called wrong':<38} {100 * false / len(harmless):8.1f} %   of {len(harmless)}   aim 2 %"
    )
    false = sum(found in _WRONG for found in right)
    print(
        f"{'right and harmless together':<38} {100 * false / len(right):8.1f} %   of {len(right)}"
    )
    run_mutations()


def run_mutations() -> None:
    """Print how many of all single changes in the real editions are noticed."""
    for year in (2021, 2024):
        with tempfile.TemporaryDirectory() as folder:
            cells = list(figure_mutations(ROOT, year, Path(folder)))
        typed = list(typed_mutations(check_edition(ROOT, year)))
        for what, found in (
            ("figures changed in their file", cells),
            ("typed numbers with a wrong digit", typed),
        ):
            by_check = sum(one.by_check for one in found)
            either = sum(one.by_check or one.by_diff for one in found)
            print(
                f"{f'{year}: {len(found)} {what}':<52} {by_check} by check, {either} by check or diff"
            )
