# SPDX-License-Identifier: EUPL-1.2
"""Definitive editions are fixed: what they print is remembered, and what would change it is told.

The page is made only when a file it is made from differs, so that checking stays quick.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from .. import __version__
from ..core.model import AboutFigure, Catalogue, Edition, Finding, Position
from ..messages import found
from ..project.places import templates_of
from ..project.reading import load_catalogue
from ..project.reading.notes_on_figures import (
    CATALOGUE,
    FIXED_FOLDER,
    FixedEdition,
    FixedPlace,
    catalogue_folder,
    fixed_json,
    fixed_name,
    load_fixed,
)
from ..report.publish import replace_file, sha256
from .checked import Checked, inputs_of, report_input

_PLACES = ("b-", "h-", "v-", "bijlage-")  # addresses of blocks, chapters, figures and annexes
_ACCOUNT = "bijlage-verantwoording"
_SILENT = ("script", "style", "head", "template")
_TOLD = 60  # places told with what stands there; the others by name
_WIDTH = 60  # characters of a text that are told


def fixed_findings(checked: Checked) -> list[Finding]:
    """What would change in an edition that is fixed: one finding with every place (SR-S060)."""
    edition = checked.edition
    if edition is None or edition.status != "definitief":
        return []
    fixed, wrong = load_fixed(checked.project, checked.year)
    if fixed is None or fixed.inputs == inputs_digest(checked):
        return wrong
    now = printed_places(checked, edition)
    changed = list(_changed(fixed.places, now))
    if not changed:
        return []
    listed = [f"{name}: {what}" for _, name, what in changed[:_TOLD]]
    listed += [name for _, name, _ in changed[_TOLD:]]
    spots = dict(_positions(edition))
    at = [*_entries(checked), *(spots[id_] for id_, _, _ in changed if id_ in spots)]
    said = {"jaar": checked.year, "plaatsen": "; ".join(listed)}
    place = list(dict.fromkeys(at)) or [edition.position]
    return [found("SR-S060", place, said, year=checked.year)]


def fix(checked: Checked, edition: Edition) -> int:
    """Remember what an edition prints now, and the catalogue it is made from; how many places.

    Raises NotWritable.
    """
    places = printed_places(checked, edition)
    folder = checked.project / catalogue_folder(checked.project, checked.year)
    for name in CATALOGUE:
        if (folder / name).is_file():
            file = checked.project / fixed_name(checked.year, name)
            replace_file(file, (folder / name).read_bytes())
    fixed = FixedEdition(inputs_digest(checked), held=False, places=places)
    _write(checked, fixed)
    return len(places)


def hold(checked: Checked, fixed: FixedEdition) -> None:
    """Have an edition made from the catalogue of when it was fixed. Raises NotWritable."""
    _write(checked, replace(fixed, held=True))


def _write(checked: Checked, fixed: FixedEdition) -> None:
    replace_file(checked.project / fixed_name(checked.year), fixed_json(fixed, checked.year))


def inputs_digest(checked: Checked) -> str:
    """A fingerprint of everything an edition is made from: files, templates and the program."""
    inputs: dict[str, bytes | Path] = dict(inputs_of(checked.project, checked.year))
    folders = [templates_of(checked.project)]
    if checked.edition is not None and checked.edition.theme:
        folders.append(checked.project / checked.edition.theme)
    for folder in folders:
        files = (path for path in folder.glob("*.*") if path.suffix != ".css")  # changes no word
        inputs |= {f"{folder.name}/{path.name}": path for path in files}
    lines = [f"{name} {sha256(content)}" for name, content in sorted(inputs.items())]
    return hashlib.sha256("\n".join([__version__, *lines]).encode()).hexdigest()


def printed_places(checked: Checked, edition: Edition) -> tuple[FixedPlace, ...]:
    """The words of the report as readers see them, by place."""
    from ..report.render import TemplateFault, render

    theme = checked.project / edition.theme if edition.theme else None
    report = report_input(checked, edition, concept=False)
    try:
        page = render(report, templates_of(checked.project), theme, paper=False)
    except TemplateFault:  # told where the report is made
        return ()
    reader = _Places()
    reader.feed(page.html)
    names = dict(_names(checked, edition))
    return tuple(
        FixedPlace(id_, names.get(id_, _heading(id_)), words)
        for id_, parts in reader.found.items()
        if (words := " ".join("".join(parts).split()))
    )


class _Places(HTMLParser):
    """Gathers the words of a page under the last address of a place that stood before them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, list[str]] = defaultdict(list)
        self._at, self._silent, self._heading = "omslag", 0, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        id_ = dict(attrs).get("id") or ""
        if id_.startswith(_PLACES):
            self._at = id_
        self._heading = tag == "h3" and self._at.startswith(("v-", _ACCOUNT))
        self.found[self._at].append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if self._heading and data.strip():  # a table of the annex, with what holds for all of it
            self._at, self._heading = f"{_ACCOUNT}/{data.strip()}", False
        if not self._silent:
            self.found[self._at].append(data)


def _names(checked: Checked, edition: Edition) -> Iterator[tuple[str, str]]:
    """How each place is called: chapter and block by title, a figure by its own."""
    from ..report.render.ink import anchor

    for chapter in edition.chapters:
        yield f"h-{chapter.name}", chapter.title.raw
        for block in chapter.blocks:
            title = block.title.raw if block.title else block.kind
            yield f"b-{chapter.name}-{block.id}", f"{chapter.title.raw} › {title}"
    for ref in checked.catalogue.refs:
        yield anchor(ref), f"Verantwoording › {ref}"


def _heading(id_: str) -> str:
    first, _, table = id_.removeprefix("bijlage-").partition("/")
    name = first.replace("-", " ").capitalize()
    return f"{name} › {table}" if table else name


def _positions(edition: Edition) -> Iterator[tuple[str, Position]]:
    for chapter in edition.chapters:
        yield f"h-{chapter.name}", chapter.position
        for block in chapter.blocks:
            yield f"b-{chapter.name}-{block.id}", block.position


def _changed(
    old: Sequence[FixedPlace], new: Sequence[FixedPlace]
) -> Iterator[tuple[str, str, str]]:
    """Address, name and change of every place that reads differently."""
    was, has = ({one.id: one for one in side} for side in (old, new))
    for id_, one in was.items():
        if id_ not in has:
            yield id_, one.name, "vervalt"
        elif one.text != has[id_].text:
            yield id_, one.name, _apart(one.text, has[id_].text)
    yield from ((id_, one.name, "komt erbij") for id_, one in has.items() if id_ not in was)


def _apart(old: str, new: str) -> str:
    """What differs of two texts, in whole words, shortened."""
    before, after = old.split(), new.split()
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    if not before or not after:
        return f"{_short(before or after)} {'vervalt' if before else 'komt erbij'}"
    return f"{_short(before)} wordt {_short(after)}"


def _short(words: list[str]) -> str:
    text = " ".join(words)
    return f"'{text}'" if len(text) <= _WIDTH else f"'{text[:_WIDTH].rstrip()}…'"


def _entries(checked: Checked) -> Iterator[Position]:
    """The columns and formulas that the catalogue now declares otherwise than when it was fixed."""
    folder = f"figures/{checked.year}/{FIXED_FOLDER}"
    if not all((checked.project / folder / name).is_file() for name in CATALOGUE[:1]):
        return
    now = catalogue_folder(checked.project, checked.year)
    if all(_content(checked, folder, name) == _content(checked, now, name) for name in CATALOGUE):
        return
    then, _ = load_catalogue(checked.project, folder)
    for ref in checked.catalogue.refs:
        one = checked.catalogue.column(ref) or checked.catalogue.derived.get(ref)
        if one is not None and _said(checked.catalogue, ref) != _said(then, ref):
            yield one.position


def _content(checked: Checked, folder: str, name: str) -> bytes | None:
    file = checked.project / folder / name
    return file.read_bytes() if file.is_file() else None


def _said(catalogue: Catalogue, ref: str) -> tuple[AboutFigure, dict[int | None, str]]:
    column = catalogue.column(ref)
    return catalogue.about(ref), dict(column.sources) if column else {}
