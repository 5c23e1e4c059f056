# SPDX-License-Identifier: EUPL-1.2
"""Controle van de verzonnen zinnen: vorm, tweelingen, verwijzingen en de toets van elke zin.

Leest alleen CSV en YAML; gebruikt niets van het programma dat met deze zinnen beoordeeld wordt.
"""

import ast
import csv
import re
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

JAAR = 2024
TWEELING = {
    "fout": "goed",
    "tegenspraak": "goed",
    "verwijzing_fout": "verwijzing_goed",
    "verwijzing_goed": "verwijzing_fout",
}
SOORTEN = {*TWEELING, "goed", "onschuldig"}
SLEUTELS = {"id", "soort", "tekst", "getal", "bedoeld", "toets", "tweeling", "waarom"}


def lees_yaml(pad: Path) -> Any:
    """Return the parsed YAML file."""
    return YAML(typ="safe", pure=True).load(pad)


def waarde(cel: str) -> float | None:
    """Return the number in a Dutch cell, None when there is none."""
    kaal = cel.strip().replace(".", "").replace(",", ".")
    return float(kaal) if re.fullmatch(r"-?\d+(\.\d+)?", kaal) else None


@dataclass(frozen=True)
class Dienst:
    """The figures of one invented service.

    Args:
        cellen: value by (ref, year, key); key is None in tables without one.
        formules: expression by derived ref.
        sleutels: the keys of a table, None when it has no key column.

    """

    cellen: dict[tuple[str, int, str | None], float]
    formules: dict[str, str]
    sleutels: dict[str, list[str] | None]

    def cijfer(self, ref: str, jaar: int, sleutel: str | None) -> float:
        """Return one figure, derived or not; raises KeyError when it does not exist."""
        if ref in self.formules:
            return float(self.reken(self.formules[ref], jaar, sleutel))
        if self.sleutels[ref.split(".", maxsplit=1)[0]] is None:
            sleutel = None
        return self.cellen[ref, jaar, sleutel]

    def reken(self, tekst: str, jaar: int = JAAR, sleutel: str | None = None) -> Any:
        """Return the value of an expression or the truth of a comparison."""
        return self._boom(ast.parse(tekst.strip(), mode="eval").body, jaar, sleutel)

    def _boom(self, boom: ast.expr, jaar: int, sleutel: str | None) -> Any:  # noqa: C901 - a branch for each kind of node
        match boom:
            case ast.Constant(value=bool() | int() | float()):
                return boom.value
            case ast.Attribute(value=ast.Name(id=tabel), attr=kolom):
                return self.cijfer(f"{tabel}.{kolom}", jaar, sleutel)
            case ast.Subscript(value=ast.Attribute() as ref, slice=plek):
                delen = plek.elts if isinstance(plek, ast.Tuple) else [plek]
                for deel in map(ast.literal_eval, delen):
                    if isinstance(deel, str):
                        sleutel = deel
                    else:
                        jaar = deel if deel > 1000 else jaar + deel
                return self._boom(ref, jaar, sleutel)
            case ast.UnaryOp(op=ast.USub(), operand=deel):
                return -self._boom(deel, jaar, sleutel)
            case ast.BinOp(left=a, op=teken, right=b):
                x, y = self._boom(a, jaar, sleutel), self._boom(b, jaar, sleutel)
                match teken:
                    case ast.Add():
                        return x + y
                    case ast.Sub():
                        return x - y
                    case ast.Mult():
                        return x * y
                    case ast.Div():
                        return x / y
            case ast.BoolOp(op=voegwoord, values=delen):
                uitkomsten = [self._boom(deel, jaar, sleutel) for deel in delen]
                return all(uitkomsten) if isinstance(voegwoord, ast.And) else any(uitkomsten)
            case ast.UnaryOp(op=ast.Not(), operand=deel):
                return not self._boom(deel, jaar, sleutel)
            case ast.Compare(left=links, ops=tekens, comparators=rechts):
                reeks = [self._boom(deel, jaar, sleutel) for deel in (links, *rechts)]
                paren = zip(tekens, pairwise(reeks), strict=True)
                return all(vergelijk(x, teken, y) for teken, (x, y) in paren)
            case ast.Call(func=ast.Name(id="som"), args=[ast.Attribute() as ref]):
                tabel = ast.unparse(ref).split(".")[0]
                return sum(self._boom(ref, jaar, naam) for naam in self.sleutels[tabel] or [])
            case ast.Call(func=ast.Name(id="min" | "max" | "abs" as naam), args=delen):
                getallen = [self._boom(deel, jaar, sleutel) for deel in delen]
                return (
                    abs(getallen[0]) if naam == "abs" else {"min": min, "max": max}[naam](getallen)
                )
        raise ValueError(ast.unparse(boom))


def vergelijk(x: float, teken: ast.cmpop, y: float) -> bool:
    """Return whether a comparison holds; equal means equal up to the last bits."""
    gelijk = abs(x - y) < 1e-6
    match teken:
        case ast.Eq():
            return gelijk
        case ast.NotEq():
            return not gelijk
        case ast.Lt():
            return x < y and not gelijk
        case ast.LtE():
            return x < y or gelijk
        case ast.Gt():
            return x > y and not gelijk
        case ast.GtE():
            return x > y or gelijk
    raise ValueError(teken)


def lees_dienst(map_: Path) -> Dienst:
    """Return the figures of a project folder (edition 2024)."""
    tabellen = lees_yaml(map_ / "figures/indicatoren.yaml")["tabellen"]
    afgeleid = lees_yaml(map_ / "figures/afgeleid.yaml")["afgeleid"]
    cellen: dict[tuple[str, int, str | None], float] = {}
    sleutels: dict[str, list[str] | None] = {}
    for naam, tabel in tabellen.items():
        kolom = tabel.get("sleutel")
        sleutels[naam] = [] if kolom else None
        with (map_ / f"figures/{JAAR}/{naam}.csv").open(encoding="utf-8") as bestand:
            for rij in csv.DictReader(bestand):
                sleutel = rij[kolom] if kolom else None
                lijst = sleutels[naam]
                if lijst is not None and sleutel is not None and sleutel not in lijst:
                    lijst.append(sleutel)
                for ref in tabel["kolommen"]:
                    if (getal := waarde(rij[ref])) is not None:
                        cellen[f"{naam}.{ref}", int(rij["jaar"]), sleutel] = getal
    return Dienst(cellen, {ref: vorm["formule"] for ref, vorm in afgeleid.items()}, sleutels)


def gebreken(dienst: Dienst, zinnen: list[dict[str, Any]]) -> list[str]:
    """Return what is wrong with the list of sentences, one line each."""
    uit = [f"dubbele id {naam}" for naam, n in Counter(z["id"] for z in zinnen).items() if n > 1]
    op_id = {zin["id"]: zin for zin in zinnen}
    for zin in zinnen:
        soort, plek = zin["soort"], zin["id"]
        if soort not in SOORTEN or set(zin) - SLEUTELS or not zin.get("waarom"):
            uit.append(f"{plek}: soort of sleutel onbekend, of geen waarom")
        ander = op_id.get(zin.get("tweeling", ""))
        if (soort in TWEELING or "tweeling" in zin) and (
            ander is None
            or ander.get("tweeling") != plek
            or TWEELING.get(soort, ander["soort"]) != ander["soort"]
        ):
            uit.append(f"{plek}: tweeling ontbreekt of wijst niet terug")
        if "getal" in zin and zin["getal"] not in zin["tekst"]:
            uit.append(f"{plek}: getal {zin['getal']} staat niet in de tekst")
        bedoeld = zin.get("bedoeld", [])
        for doel in bedoeld if isinstance(bedoeld, list) else [bedoeld]:
            try:
                dienst.cijfer(doel["ref"], doel["jaar"], doel["sleutel"])
            except KeyError:
                uit.append(f"{plek}: {doel} bestaat niet of heeft geen waarde")
        if "toets" in zin:
            waar = soort in {"goed", "verwijzing_goed"}
            if dienst.reken(zin["toets"]) is not waar:
                uit.append(f"{plek}: toets is niet {waar}: {zin['toets']}")
        elif soort != "onschuldig":
            uit.append(f"{plek}: geen toets")
    return uit


def main() -> int:
    """Check every service beside this file; return 1 when something is wrong."""
    fouten = 0
    hier = Path(__file__).parent
    eigen = [(pad, pad.parent) for pad in sorted(hier.glob("*/*/zinnen.yaml"))]
    stemmen = [*hier.glob("stemmen/*.yaml"), *hier.glob("ongelezen/stemmen/*.yaml")]
    for pad, map_ in [
        *eigen,
        *((pad, next(hier.glob(f"*/{pad.stem.partition('_')[0]}"))) for pad in sorted(stemmen)),
    ]:
        zinnen = lees_yaml(pad)
        uit = gebreken(lees_dienst(map_), zinnen)
        telling = ", ".join(
            f"{n} {s}" for s, n in sorted(Counter(z["soort"] for z in zinnen).items())
        )
        sys.stdout.write(f"{pad.parent.name}/{pad.stem}: {len(zinnen)} zinnen: {telling}\n")
        sys.stdout.writelines(f"  {regel}\n" for regel in uit)
        fouten += len(uit)
    return 1 if fouten else 0


if __name__ == "__main__":
    sys.exit(main())
