# SPDX-License-Identifier: EUPL-1.2
"""The licence of every package in the locks, held against what may be used beside EUPL-1.2.

`make licenties` writes docs/licenties.md; a package whose licence is not known here stops it, so
that somebody looks (docs/besluiten/0043).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/licenties.md"
# Each lock, smallest first, with what it is for; a package is named with the first that has it.
LOCKS = {
    "requirements.lock": "rapport",
    "requirements-bron.lock": "brongegevens",
    "requirements-pandas.lock": "pandas",
    "requirements-test.lock": "alleen de tests",
}
# What may be used beside EUPL-1.2, and why: P permissive, Z weak copyleft (a library that is used
# as it is asks nothing of who uses it), B in the appendix of compatible licences of EUPL-1.2.
ALLOWED = {
    "0BSD": "P", "Apache-2.0": "P", "BSD-2-Clause": "P", "BSD-3-Clause": "P", "CC0-1.0": "P",
    "ISC": "P", "MIT": "P", "MIT-0": "P", "MIT-CMU": "P", "PSF-2.0": "P", "Zlib": "P",
    "MPL-1.1": "Z", "MPL-2.0": "B", "LGPL-2.1-or-later": "B", "LGPL-3.0-only": "B",
}  # fmt: skip
# How packages that name no expression write it.
_SAID = {
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd": "BSD-3-Clause",
    "bsd license": "BSD-3-Clause",
    "bsd 3-clause or apache-2.0": "BSD-3-Clause OR Apache-2.0",
    "isc license": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "bsd-3-clause, apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
}
# Looked up by hand: packages for other systems, and those that name several or none.
_LOOKED_UP = {
    "brotlicffi": "MIT",
    "colorama": "BSD-3-Clause",
    "isodate": "BSD-3-Clause",
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
    "text-unidecode": "Artistic-1.0 OR GPL-2.0-or-later",
}
# May be used although not allowed above, with the reason as the page gives it.
_EXCEPTED = {"text-unidecode": "alleen de tests gebruiken het, via frictionless"}


@dataclass(frozen=True)
class Licensed:
    """A package of the locks with its licence as an SPDX expression ('' when not known)."""

    name: str
    version: str
    purpose: str
    licence: str

    @property
    def fits(self) -> bool:
        """Whether it may be used beside EUPL-1.2."""
        return self.name in _EXCEPTED or allowed(self.licence)


def allowed(expression: str) -> bool:
    """Whether an SPDX expression of names, AND and OR leaves a choice that may be used.

    >>> allowed("GPL-2.0-or-later OR MIT"), allowed("MIT AND GPL-2.0-or-later"), allowed("")
    (True, False, False)
    """
    choices = expression.replace("(", "").replace(")", "").split(" OR ")
    return any(all(name in ALLOWED for name in one.split(" AND ")) for one in choices)


def licensed(folder: Path = ROOT) -> list[Licensed]:
    """Every package of the locks, by name."""
    found: dict[str, Licensed] = {}
    for lock, purpose in LOCKS.items():
        text = (folder / lock).read_text("utf-8")
        for name, version in re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", text, re.MULTILINE):
            found.setdefault(name, Licensed(name, version, purpose, licence_of(name)))
    return sorted(found.values(), key=lambda one: one.name)


def licence_of(name: str) -> str:
    """What an installed package says of its licence; '' when nobody knows."""
    if name in _LOOKED_UP:
        return _LOOKED_UP[name]
    try:
        about = distribution(name).metadata
    except PackageNotFoundError:
        return ""
    given = {key.lower(): value for key, value in about.items()}
    if said := given.get("license-expression"):
        return str(said)
    classes = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    for words in (str(given.get("license", "")).strip(), *classes):
        if words in ALLOWED:
            return words
        if found := _SAID.get(words.lower()):
            return found
    return ""


def page(packages: list[Licensed]) -> str:
    """docs/licenties.md: every package with its version, licence and what it is for."""
    lines = [
        "# Licenties van wat het programma gebruikt",
        "",
        "Het programma valt onder EUPL-1.2. Elk pakket hieronder mag daarnaast gebruikt worden: de",
        "licentie is ruim, staat in de bijlage van EUPL-1.2, of vraagt niets van wie het pakket",
        "gebruikt zoals het is. Gemaakt met `make licenties`; `make sbom` geeft dezelfde lijst als",
        "CycloneDX.",
        "",
        "| pakket | versie | licentie | waarvoor |",
        "| --- | --- | --- | --- |",
    ]
    lines += [f"| {one.name} | {one.version} | {one.licence} | {one.purpose} |" for one in packages]
    lines += ["", *(f"- {name}: {why}." for name, why in _EXCEPTED.items())]
    return "\n".join(lines) + "\n"


def strangers(packages: list[Licensed]) -> Mapping[str, str]:
    """Packages that may not be used, or of which nobody knows, by name."""
    return {one.name: one.licence or "onbekend" for one in packages if not one.fits}


if __name__ == "__main__":
    every = licensed()
    for unknown, said in strangers(every).items():
        sys.stderr.write(f"{unknown}: licentie {said}; zoek haar op (scripts/licenties.py)\n")
    if strangers(every):
        sys.exit(1)
    PAGE.write_text(page(every), "utf-8")
