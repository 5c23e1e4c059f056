# SPDX-License-Identifier: EUPL-1.2
"""Templates and print styles that break what is known to break PDF/UA or the print: found before a
page is made.

The rules were measured with veraPDF on small documents, one per rule; see docs/toegankelijkheid.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ...core.model import Finding, Position
from ...core.notation import capital
from ...messages import found
from .registry import plugin_folders
from .sandbox import read_sheet

_PAGE_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"<img\b(?![^>]*\balt=\"[^\"]+\")[^>]*>", re.DOTALL),
        "een afbeelding heeft een alternatieve tekst nodig (alt), en die mag niet leeg zijn",
    ),
    (
        re.compile(r"<svg\b[^>]*>(?!\s*(?:<title|\{\{))", re.DOTALL),
        "een tekening begint met haar tekstalternatief in <title>",
    ),
    (
        re.compile(r"<a\b[^>]*>\s*<(?:img|span)\b", re.DOTALL),
        "een koppeling bevat tekst, geen afbeelding of span",
    ),
    (
        re.compile(r"\bscope=\"rowgroup\""),
        'scope="rowgroup" wordt niet goed voorgelezen; gebruik scope="row"',
    ),
    (re.compile(r"<html\b(?![^>]*\blang=)[^>]*>"), "de bladzijde noemt haar taal (lang)"),
)
_STYLE_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"list-style(?:-position)?:[^;}]*\binside\b"),
        "list-style-position: inside haalt het lijstteken uit de lijst",
    ),
    (
        re.compile(r"(?<![-\w])opacity:"),
        "opacity op tekst mag niet in een toegankelijke PDF; kies een lichtere kleur",
    ),
    (
        re.compile(r"border[^:;{}]*:[^;}]*\bdotted\b"),
        "een stippellijn wordt punt voor punt getekend; gebruik solid",
    ),
    (re.compile(r"leader\("), "leader() maakt per regel honderden losse punten; laat ze weg"),
)


def check_templates(templates: Path, theme: Path | None = None) -> list[Finding]:
    """SR-R003 for every place in the page templates and print styles that breaks a rule, with file
    and line.
    """
    findings: list[Finding] = []
    for folder in (templates, theme, *plugin_folders()):
        if folder is not None:
            for path in sorted(folder.glob("*.j2")):
                findings.extend(_broken(path, folder, _PAGE_RULES))
            for path in sorted(
                {*(path for path in folder.glob("*.css") if path.name != "scherm.css")}
            ):
                findings.extend(_broken(path, folder, _STYLE_RULES))
    return findings


def _broken(
    path: Path, folder: Path, rules: tuple[tuple[re.Pattern[str], str], ...]
) -> Iterator[Finding]:
    # Comments keep their length, so that places stay right.
    blank = re.compile(r"\{#.*?#\}|/\*.*?\*/", re.DOTALL)
    text = blank.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), read_sheet(path))
    for pattern, sentence in rules:
        for match in pattern.finditer(text):
            before = text[: match.start()]
            place = Position(
                f"{folder.name}/{path.name}",
                before.count("\n") + 1,
                match.start() - before.rfind("\n"),
            )
            yield found("SR-R003", place, {"Regel": capital(sentence)})
