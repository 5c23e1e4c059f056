# SPDX-License-Identifier: EUPL-1.2
"""A file that is no YAML is told by what was typed, at the place that is to be mended."""

from __future__ import annotations

import pytest

from standrapport.project.reading.yaml_tree import parse_yaml

TEXT = "blokken:\n  - soort: tekst\n    tekst: |\n"
AFTER = "  - soort: tekst\n    tekst: x\n"
BRACES = "Een tekst die met { of {{ begint"
CURLY = "is voor YAML een gewone letter; zet om de hele tekst rechte aanhalingstekens"
DEEPER = "zet er 6 spaties voor als hij bij die tekst hoort"


def told(content: str) -> tuple[str, str]:
    """The place and the sentence of the one finding."""
    _, (finding,) = parse_yaml(content, "a.yaml")
    assert finding.code == "SR-L001"
    return str(finding.position).removeprefix("a.yaml:"), finding.message


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (f"{TEXT[:-2]}{{{{ voorraad.eind }}}} fietsen.\n{AFTER}", "3:12", BRACES),
        ("titel: {{ jaar }} in cijfers\nx: 1\n", "1:8", BRACES),
        ("titel: {jaar} in cijfers\nx: 1\n", "1:8", BRACES),
        ("punten:\n  - {{ voorraad.eind }} fietsen\n  - x\n", "2:5", BRACES),
        ("titel: [let op] dit is nieuw\nx: 1\n", "1:8", "leest YAML als een lijst"),
        ("titel: \u201cLet op: het krimpt\u201d\nx: 1\n", "1:8", f"\u201c {CURLY}"),
        ("titel: \u2018Let op: het krimpt\u2019\nx: 1\n", "1:8", f"\u2018 {CURLY}"),
        ("titel: \u201eLet op: het krimpt\u201d\nx: 1\n", "1:8", f"\u201e {CURLY}"),
        ("titel: 'Foto's maken'\nx: 1\n", "1:13", "Deze apostrof sluit de tekst"),
        ("a:\n  - titel: 'Foto's'\n    x: 1\n", "2:17", "Deze apostrof sluit de tekst"),
        ("titel: 's-Gravenhage in cijfers\nx: 1\n", "1:8", "De apostrof vooraan"),
        ("titel: 't Gooi\nx: 1\n", "1:8", "De apostrof vooraan"),
        ('titel: "Het "nieuwe" loket"\nx: 1\n', "1:13", 'Het aanhalingsteken " sluit hier'),
        ('titel: "Stand" van zaken\nx: 1\n', "1:14", 'Het aanhalingsteken " sluit hier'),
        ("titel: 'Stand' van zaken\nx: 1\n", "1:14", "Het aanhalingsteken ' sluit hier"),
        ("titel: > 5 procent\nx: 1\n", "1:8", "Met > kan een tekst niet beginnen"),
        ("titel: @naam\n", "1:8", "Met @ kan een tekst niet beginnen"),
        ("titel: %50\n", "1:8", "Met % kan een tekst niet beginnen"),
        # Pasted without its spaces: all of it, a later paragraph, one space short, a list.
        (f"{TEXT}Een alinea.\nNog een.\n{AFTER}", "4:1", DEEPER),
        (f"{TEXT}      Een alinea.\n\nEen tweede.\n{AFTER}", "6:1", DEEPER),
        (f"{TEXT}      Een alinea.\n     Een tweede.\n{AFTER}", "5:6", DEEPER),
        (f"{TEXT}    Een alinea.\n    status: concept\n", "4:5", DEEPER),
        (f"{TEXT}Let op: een alinea.\nNog een regel.\n{AFTER}", "4:1", DEEPER),
        (f"{TEXT}      Een alinea.\n\n- punt een\n- punt twee\n{AFTER}", "6:1", DEEPER),
        (f"{TEXT}      Een alinea.\n\nAan het einde.\n", "6:1", "'tekst: |' op regel 3"),
        (f"{TEXT.replace('|', '>-')}Een alinea.\n", "4:1", "'tekst: >-' op regel 3"),
    ],
)  # fmt: skip
def test_the_cause_is_told(content: str, place: str, words: str) -> None:
    """Not where the parser gave up, nor what it hoped to find there."""
    where, sentence = told(content)
    assert (where, words in sentence) == (place, True), sentence


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        ("titel: Let op: cijfers\n", "1:14", "Hier staat een dubbele punt te veel"),
        ("titel: x\nx: {titel: 'a', b: \"c\"\n", "", "sluitaccolade"),
        ("x: [a, b\ny: 1\n", "", "sluithaak"),
        ("titel:Let op\nx: 1\n", "1:1", "ontbreekt de dubbele punt na de sleutel"),
        ('titel: "Cijfers\nblokken: []\n', "1:8", "Een aanhalingsteken is niet gesloten"),
        ("a:\n  - soort: x\n    titel: y\n   z: 1\n", "4:4", "inspringen"),
    ],
)
def test_other_mistakes_keep_their_sentence(content: str, place: str, words: str) -> None:
    """Nothing is taken for a mistake it is not."""
    where, sentence = told(content)
    assert words in sentence
    assert where.startswith(place)


@pytest.mark.parametrize(
    "content",
    [
        "titel: '{{ jaar }} in cijfers'\n",
        "cijfers: [a.b, c.d] # zo\nx: {a: 'b'} # zo\n",
        "punten:\n  - \u201cgekruld\u201d\n  - 'foto''s'\n  - \"'s-Gravenhage\"\n",
        f"{TEXT}      Een alinea.\n\n      - punt een\n{AFTER}",
    ],
)
def test_what_is_well_written_is_read(content: str) -> None:
    """The same signs in their place."""
    assert parse_yaml(content, "a.yaml")[1] == []
