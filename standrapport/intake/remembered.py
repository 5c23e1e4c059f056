# SPDX-License-Identifier: EUPL-1.2
"""What was decided about the deliveries of a source, kept in figures/leveringen.yaml so that the
same delivery asks nothing next year.

Only what holds for every year is kept: what names and signs mean, the notation, what stays away.
Years, parts of years, reference dates and sizes are asked anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from ..sources.problem import SourceProblem
from .choices import Choices
from .words import normal

FILE = "figures/leveringen.yaml"
_HEAD = (
    "# Wat bij eerdere leveringen per bron gekozen is; standrapport import vult dit aan.\n"
    "# Een regel die niet meer klopt, haalt u hier weg: dan wordt het weer gevraagd.\n"
)
_ONE = {"getallen": "notation", "streepje": "dash", "kruisje": "cross"}  # key and choice
_ALLOWED = {
    "getallen": {"nl", "en"},
    "streepje": {"nul", "nnb", "nvt"},
    "kruisje": {"onderdrukt", "nnb"},
}


def with_remembered(project: Path, choices: Choices) -> tuple[Choices, list[str]]:
    """The choices with what was decided before about the same source, and that in words.

    What is chosen now goes before what was. Raises SourceProblem (SR-B008) when the file cannot be
    read.
    """
    kept = _all(project).get(choices.source or "", {})
    names = {normal(name): to for name, to in kept.get("kolommen", {}).items()}
    new = replace(
        choices,
        columns={**names, **choices.columns},
        signs={**kept.get("tekens", {}), **choices.signs},
        rest_skipped=choices.rest_skipped or kept.get("overige") == "overslaan",
    )
    for key, field in _ONE.items():
        if getattr(new, field) is None and kept.get(key) in _ALLOWED[key]:
            new = replace(new, **{field: kept[key]})
    return new, list(_in_words(kept))


def remembered(project: Path, choices: Choices, texts: Mapping[str, str]) -> bytes | None:
    """The file with the decisions of this delivery added; None when it says them already or there
    is nothing to keep.

    Args:
        project: folder of the project.
        choices: what was decided, with the source of the delivery.
        texts: the names as the file writes them, by their normal form.

    """
    if choices.source is None:
        return None
    everything = _all(project)
    old = everything.get(choices.source, {})
    columns = {texts.get(name, name): to for name, to in choices.columns.items()}
    known = {normal(name) for name in columns}
    earlier = {
        name: to for name, to in old.get("kolommen", {}).items() if normal(name) not in known
    }
    new: dict[str, Any] = {
        "kolommen": {**earlier, **columns},
        "tekens": {**old.get("tekens", {}), **choices.signs},
        "overige": "overslaan" if choices.rest_skipped else None,
        **{key: getattr(choices, field) for key, field in _ONE.items()},
    }
    new = {key: value for key, value in new.items() if value}
    if new == old or not new:
        return None
    stream = StringIO()
    yaml = YAML()
    yaml.width = 4096
    yaml.dump({**everything, choices.source: new}, stream)
    return (_HEAD + stream.getvalue()).encode()


def _all(project: Path) -> dict[str, dict[str, Any]]:
    """The whole file, as mappings of texts; anything else in it cannot be used."""
    path = project / FILE
    if not path.is_file():
        return {}
    try:
        tree = YAML(typ="safe").load(path.read_text("utf-8")) or {}
    except (YAMLError, UnicodeDecodeError, OSError):
        tree = None
    if tree is None or not _well_formed(tree):
        raise SourceProblem("SR-B008", f"{FILE} is niet te lezen; verbeter het of haal het weg.")
    return {str(source): dict(kept) for source, kept in tree.items()}


def _well_formed(tree: Any) -> bool:
    """Whether the file has per source texts, and mappings of texts for names and signs."""
    if not isinstance(tree, dict) or not all(isinstance(one, dict) for one in tree.values()):
        return False
    for one in tree.values():
        for key in ("kolommen", "tekens"):
            texts = one.get(key, {})
            if not isinstance(texts, dict):
                return False
            if not all(isinstance(text, str) for pair in texts.items() for text in pair):
                return False
    return True


def _in_words(kept: Mapping[str, Any]) -> Iterator[str]:
    for name, to in kept.get("kolommen", {}).items():
        yield f"'{name}': {_MEANS.get(to, to)}"
    for sign, means in kept.get("tekens", {}).items():
        yield f"teken {sign}: {means}"
    for key in ("overige", *_ONE):
        if key in kept:
            yield f"{key}: {kept[key]}"


_MEANS = {"-": "overslaan", "*": "doet er niet toe"}
