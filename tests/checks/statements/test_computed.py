# SPDX-License-Identifier: EUPL-1.2
"""What a number may be besides a figure by itself: money in a scale of its own, a share in words, a
sum, a mean, what is left, so many for each; each right, and wrong with the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from tests.uitspraken.meten import HERE, Read, read_cases

SERVICE = HERE / "diensten" / "uitkeringen"
# A sentence with a hole, the number that is right, and one that is not.
TWINS = [
    ("De uitvoering kostte {} in 2024.", "€ 26,3 miljoen", "€ 23,6 miljoen"),
    ("In 2024 legde het kantoor voor {} aan boetes op.", "€ 710.000", "€ 170.000"),
    ("Van de afgehandelde bezwaren was in 2024 {} gegrond.", "29 procent", "39 procent"),
    ("Van elke honderd ingediende aanvragen kenden we er {} toe.", "68", "86"),
    ("Werk en pensioen samen maakten in 2024 een eind aan {} uitkeringen.", "4.190", "4.910"),
    ("In 2023 en 2024 samen kreeg het kantoor {} bezwaarschriften.", "2.210", "2.120"),
    (
        "Gemiddeld wees het kantoor de afgelopen drie jaar {} aanvragen per jaar af.",
        "2.593",
        "2.953",
    ),
    ("Ziekengeld en werkloosheid: samen {} lopende uitkeringen.", "5.370", "5.730"),
    (
        "In 2023 en 2024 wees het kantoor respectievelijk {} en 2.590 aanvragen af.",
        "2.710",
        "2.170",
    ),
    ("Ingediende bezwaren: 1.150 (2023: {}).", "1.060", "1.600"),
]
# Numbers that are no amounts of anything counted.
NONE = [
    "Begrotingsartikel 37.3 regelt de financiering.",
    "De antwoorden op de vragen 7 en 8 staan in bijlage 2.",
    "De top 10 van redenen staat op de website.",
    "Het kantoor bestaat zeven jaar.",
    "Over een bezwaar beslist het kantoor binnen drie maanden.",
    "Tweederde van het gebouw is verhuurd.",
    "Het kantoor huurt 1/3 deel van het gebouw.",
    "Het kantoor vierde zijn 50-jarig bestaan.",
    "Wie het er niet mee eens is, heeft zes weken de tijd om bezwaar te maken.",
]


@cache
def _reads() -> Mapping[str, Read]:
    """Every sentence as the check reads it."""
    texts = [hole.format(number) for hole, *numbers in TWINS for number in numbers] + NONE
    found = read_cases(SERVICE, [{"soort": "goed", "tekst": text} for text in texts])
    return dict(zip(texts, found, strict=True))


@pytest.mark.parametrize(("hole", "right"), [(hole, right) for hole, right, _ in TWINS])
def test_a_computed_number_is_right(hole: str, right: str) -> None:
    """Nothing is found."""
    assert _reads()[hole.format(right)].findings == ()


@pytest.mark.parametrize(("hole", "wrong"), [(hole, wrong) for hole, _, wrong in TWINS])
def test_its_wrong_twin_is_an_error(hole: str, wrong: str) -> None:
    """The same words, another number."""
    assert _reads()[hole.format(wrong)].error


@pytest.mark.parametrize("text", NONE)
def test_what_counts_nothing_is_silent(text: str) -> None:
    """Articles, lists, ages, terms and parts of something no table counts."""
    assert _reads()[text].findings == ()
