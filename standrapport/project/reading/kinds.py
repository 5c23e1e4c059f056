# SPDX-License-Identifier: EUPL-1.2
"""Which kinds of block there are, and as forms: those of the program, and those of installed
plugins (entry points of the group `standrapport.blokken`, see docs/block-kinds.md).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ...core import model
from ...core.extras import offered
from ...core.frozen import dataclass
from ...core.model import Block, Finding
from ...messages import found
from .class_forms import ClassForm
from .records import ByKind
from .schema import Form, Reader
from .yaml_tree import Node

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "standrapport.blokken"
BUILT_IN: tuple[type[Block], ...] = (
    model.Tekst,
    model.Vraag,
    model.Antwoord,
    model.Kerncijfers,
    model.Samenvatting,
    model.Tabel,
    model.Grafiek,
    model.Knelpunt,
    model.Ontwikkelpunt,
    model.Partner,
    model.Kader,
    model.Citaat,
    model.Beeld,
    model.Afkortingen,
    model.Infographic,
    model.Bronnen,
    model.Populaties,
    model.Colofon,
    model.Ondertekening,
    model.Dekking,
    model.Ontbrekend,
)


class PluginPage(Protocol):
    """What an entry point must give: a `BlockPage` (report/render/kinds.py), as far as reading
    needs it.
    """

    @property
    def block(self) -> type[Block]:
        """The class of the kind."""

    @property
    def template(self) -> str:
        """The name of the template with its fragment."""

    @property
    def folder(self) -> Path | None:
        """Where that template stands."""


@dataclass(frozen=True)
class Plugins:
    """The kinds of installed plugins that can be used, and a finding for each that cannot."""

    pages: tuple[PluginPage, ...] = ()
    findings: tuple[Finding, ...] = ()


@cache
def plugins() -> Plugins:
    """Every plugin that is installed, in the order of their names; looked for once."""
    pages: list[PluginPage] = []
    findings = []
    for entry in sorted(offered(GROUP), key=lambda entry: (entry.name, entry.value)):
        try:
            page: PluginPage = entry.load()
            taken = {cls.kind for cls in (*BUILT_IN, *(page.block for page in pages))}
            _check(page, taken)
        except Exception as problem:  # noqa: BLE001 - whatever a plugin does wrong, the report can be made without it
            findings.append(_unusable(entry, problem))
        else:
            pages.append(page)
    return Plugins(tuple(pages), tuple(findings))


def _check(page: PluginPage, taken: set[str]) -> None:
    """Raises TypeError or ValueError with a Dutch sentence for what a kind of block may not be."""
    cls = page.block
    if not (isinstance(cls, type) and issubclass(cls, Block)):
        raise TypeError("'block' is geen klasse van een blok (Block)")
    if not re.fullmatch(r"[a-z][a-z0-9-]*", getattr(cls, "kind", "")):
        raise ValueError("'kind' is geen woord van kleine letters")
    if cls.kind in taken:
        raise ValueError(f"de soort '{cls.kind}' bestaat al")
    if page.folder is None or not (page.folder / page.template).is_file():
        raise ValueError(f"het sjabloon {page.template} staat niet in de map van de plugin")
    ClassForm(made=cls, kind=cls.kind).describe()


def _unusable(entry: EntryPoint, problem: Exception) -> Finding:
    said = {
        "plugin": entry.name,
        "adres": entry.value,
        "reden": str(problem) or type(problem).__name__,
    }
    return found("SR-L032", said=said)


@cache
def block_classes() -> Mapping[str, type[Block]]:
    """The class of every kind of block, by its `soort`."""
    return {cls.kind: cls for cls in (*BUILT_IN, *(page.block for page in plugins().pages))}


@dataclass(frozen=True)
class BlockForm(Form):
    """A block: its `soort` names the class that reads it."""

    expected: str = field(default="een blok", kw_only=True)

    def read(self, node: Node, reader: Reader) -> Any:
        """A block of its own class, without an id where none was given."""
        return self._kinds.read(node, reader)

    def describe(self) -> dict[str, Any]:
        """The keys of the kind that is named."""
        return self._kinds.describe()

    @cached_property
    def _kinds(self) -> ByKind:  # asked for when a file is read: plugins cost time to find
        return ByKind(
            "soort", {kind: ClassForm(made=cls, kind=kind) for kind, cls in block_classes().items()}
        )


BLOCK = BlockForm()
