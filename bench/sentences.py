"""Numbers in text: how many wrong ones are found, and how many harmless sentences are called wrong."""

from __future__ import annotations

from standrapport.pipeline import check_edition
from tests.prose.corpus import cases, judged

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
    print(f"{len(outcomes)} sentences, {sum(expected == found for expected, found in outcomes)} read as expected")
    print(f"{'wrong numbers found (recall)':<38} {100 * sum(f == 'fout' for f in wrong) / len(wrong):8.1f} %   of {len(wrong)}   aim 98 %")
    print(
        f"{'reports that are right (precision)':<38} {100 * sum(e in _WRONG for e in reported) / len(reported):8.1f} %   of {len(reported)}"
    )
    false = sum(found in _WRONG for found in harmless)
    print(f"{'harmless sentences called wrong':<38} {100 * false / len(harmless):8.1f} %   of {len(harmless)}   aim 2 %")
    false = sum(found in _WRONG for found in right)
    print(f"{'right and harmless together':<38} {100 * false / len(right):8.1f} %   of {len(right)}")
