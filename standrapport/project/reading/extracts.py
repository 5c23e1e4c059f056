# SPDX-License-Identifier: EUPL-1.2
"""`uit_bron` of a table: the form, and what must be true of it before anything is read from a
source.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PureWindowsPath
from typing import Any

from ...core.formula import nearest
from ...core.model import ColumnRows, Extract, Finding, Measure, Taking
from ...messages import found
from .records import WORDS, Key, MapOf, OneOf, Record, Values, needed
from .schema import Whole, Word

_VALUES = MapOf(WORDS)
_KEY = Record(
    {
        "kolom": needed("Kolom van de bron met de sleutel."),
        "overig": Key("Sleutel die de rijen krijgt waarvan de sleutel niet in de tabel staat."),
    },
    name="sleutel",
)
UIT_BRON = Record(
    {
        "bestand": Key(
            "Bestand of patroon in figures/<jaar>/, zoals bron/aanvragen_{jaar}.csv; CSV, XLSX,"
            " ODS of Parquet."
        ),
        "blad": Key("Werkblad van een werkboek; standaard het eerste."),
        "kop": Key(
            "Regel van het bestand met de kolomnamen; standaard de eerste.",
            Whole(low=1, high=10_000),
        ),
        "getallen": Key(
            "Notatie van getallen in het bestand: nl (1.250,5) of en (1,250.5).",
            Word(choices=("nl", "en")),
        ),
        "voettekst": Key("Begin van de regel waarmee de rijen ophouden, zoals 'Einde van'."),
        "sql": Key(
            "Query op een database in plaats van een bestand; geeft de rijen die geteld worden."
        ),
        "verbinding": Key(
            "Naam van de database; de gegevens staan in de omgevingsvariabele"
            " STANDRAPPORT_DB_<NAAM>."
        ),
        "tel": Key("Tel de rijen.", Word(choices=("rijen",))),
        "som": Key("Tel de waarden van deze kolom op."),
        "uniek": Key("Tel de verschillende waarden van deze kolom, zoals zaaknummer."),
        "jaar": needed("Kolom met de datum of het jaar."),
        "jaren": Key(
            "Welke jaren vergeleken worden; standaard het rapportjaar.",
            Word(choices=("rapportjaar", "alle")),
        ),
        "sleutel": Key("Kolom van de bron met de sleutel van de tabel.", OneOf(Word(), _KEY)),
        "kenmerk": Key("Kolommen die een rij uniek maken; dubbele rijen worden gemeld.", WORDS),
        "waar": Key("Alleen rijen met deze waarden tellen mee.", _VALUES),
        "kolommen": needed(
            "Per kolom van de tabel de waarden die meetellen; 'alle' neemt elke rij, 'overige'"
            " wat nergens anders valt.",
            MapOf(OneOf(Word(choices=("alle", "overige")), _VALUES)),
        ),
    },
    name="uit_bron",
)


def extract_of(
    values: Values, keyed: bool, columns: Collection[str], findings: list[Finding]
) -> Extract | None:
    """The extract a table declares; None, with findings (SR-B010), when it cannot mean anything."""
    measures = _measures(values)
    chosen = {name: _rows(given) for name, given in values.get("kolommen", {}).items()}
    wrong = [
        *_wrong_origin(values),
        *_wrong_measure(values, measures),
        *_wrong_key(values, keyed),
        *_wrong_columns(values, chosen, columns),
    ]
    findings += wrong
    if wrong or "jaar" not in values:
        return None
    key: Any = values.get("sleutel")
    named = isinstance(key, Values)
    if named and "kolom" not in key:
        return None
    return Extract(
        files=values.get("bestand"),
        sheet=values.get("blad"),
        query=values.get("sql"),
        connection=values.get("verbinding"),
        measure=measures[0],
        amount=values.get("som", values.get("uniek")),
        year=values["jaar"],
        every_year=values.get("jaren") == "alle",
        key=key["kolom"] if named else key,
        rest_key=key.get("overig") if named else None,
        unique=values.get("kenmerk", ()),
        where=values.get("waar", {}),
        columns=chosen,
        position=values.position,
        header_line=values.get("kop"),
        english=values.get("getallen") == "en",
        footer=values.get("voettekst", ""),
    )


def _wrong(
    values: Values, which: str, key: str = "", said: Mapping[str, object] | None = None
) -> Finding:
    """SR-B010 at a key of the extract, or at the extract as a whole."""
    return found("SR-B010", values.place(key) if key else values.position, said, which=which)


def _wrong_origin(values: Values) -> Iterator[Finding]:
    """What cannot be read from: no file and no query, both, or a place outside the project."""
    if ("bestand" in values) == ("sql" in values):
        yield _wrong(values, "herkomst")
    elif "sql" in values and "verbinding" not in values:
        yield _wrong(values, "geen_verbinding", "sql")
    if "verbinding" in values and not values["verbinding"].replace("_", "").isalnum():
        yield _wrong(values, "verbinding", "verbinding")
    if "bestand" in values:
        # Read as Windows reads it, so that a place with a letter of a disk is none anywhere.
        path = PureWindowsPath(values["bestand"])
        if path.anchor or ".." in path.parts:
            yield _wrong(values, "pad", "bestand")
    if values.get("kop", 1) < 1:
        yield _wrong(values, "kop", "kop")


def _measures(values: Values) -> list[Measure]:
    """The ways of counting that are named; there should be one."""
    names = zip(Measure, ("tel", "som", "uniek"), strict=True)
    return [measure for measure, name in names if name in values]


def _wrong_measure(values: Values, measures: Sequence[Measure]) -> Iterator[Finding]:
    if len(measures) != 1:
        yield _wrong(values, "maat")


def _wrong_key(values: Values, keyed: bool) -> Iterator[Finding]:
    """A key for a table that has none, or none for a table that has one."""
    if keyed != ("sleutel" in values):
        yield _wrong(values, "sleutel_nodig" if keyed else "geen_sleutel", "sleutel")


def _wrong_columns(
    values: Values, chosen: Collection[str], columns: Collection[str]
) -> Iterator[Finding]:
    """Columns the table does not have, or none at all."""
    for name in chosen:
        if name not in columns:
            close = nearest(name, list(columns))
            hint = f" Bedoelt u '{close[0]}'?" if close else ""
            yield _wrong(values, "kolom", "kolommen", {"kolom": name, "hint": hint})
    if not chosen:
        yield _wrong(values, "geen_kolom", "kolommen")


def _rows(given: Any) -> ColumnRows:
    if isinstance(given, str):
        return ColumnRows(Taking(given), {})
    return ColumnRows(Taking.SOME if given else Taking.ALL, given)
