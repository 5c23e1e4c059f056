"""`uit_bron` of a table: the form, and what must be true of it before anything is read from a
source.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePosixPath
from typing import Any

from ...core.formula import nearest
from ...core.model import ColumnRows, Extract, Finding, Measure, Severity, Taking
from .records import Key, ListOf, MapOf, OneOf, Record, Values
from .schema import Whole, Word

_VALUES = MapOf(ListOf(Word(), single=True))
_KEY = Record(
    {
        "kolom": Key(Word(), required=True, meaning="Kolom van de bron met de sleutel."),
        "overig": Key(
            Word(), meaning="Sleutel die de rijen krijgt waarvan de sleutel niet in de tabel staat."
        ),
    },
    name="sleutel",
)
UIT_BRON = Record(
    {
        "bestand": Key(
            Word(),
            meaning=(
                "Bestand of patroon in figures/<jaar>/, zoals bron/aanvragen_{jaar}.csv; CSV, XLSX, ODS"
                " of Parquet."
            ),
        ),
        "blad": Key(Word(), meaning="Werkblad van een werkboek; standaard het eerste."),
        "kop": Key(
            Whole(),
            meaning="Regel van het bestand met de kolomnamen; standaard de eerste.",
        ),
        "getallen": Key(
            Word(choices=("nl", "en")),
            meaning="Notatie van getallen in het bestand: nl (1.250,5) of en (1,250.5).",
        ),
        "voettekst": Key(
            Word(), meaning="Begin van de regel waarmee de rijen ophouden, zoals 'Einde van'."
        ),
        "sql": Key(
            Word(),
            meaning=(
                "Query op een database in plaats van een bestand; geeft de rijen die geteld worden."
            ),
        ),
        "verbinding": Key(
            Word(),
            meaning=(
                "Naam van de database; de gegevens staan in de omgevingsvariabele"
                " STANDRAPPORT_DB_<NAAM>."
            ),
        ),
        "tel": Key(Word(choices=("rijen",)), meaning="Tel de rijen."),
        "som": Key(Word(), meaning="Tel de waarden van deze kolom op."),
        "uniek": Key(
            Word(), meaning="Tel de verschillende waarden van deze kolom, zoals zaaknummer."
        ),
        "jaar": Key(Word(), required=True, meaning="Kolom met de datum of het jaar."),
        "jaren": Key(
            Word(choices=("rapportjaar", "alle")),
            meaning="Welke jaren vergeleken worden; standaard het rapportjaar.",
        ),
        "sleutel": Key(
            OneOf(Word(), _KEY), meaning="Kolom van de bron met de sleutel van de tabel."
        ),
        "kenmerk": Key(
            ListOf(Word(), single=True),
            meaning="Kolommen die een rij uniek maken; dubbele rijen worden gemeld.",
        ),
        "waar": Key(_VALUES, meaning="Alleen rijen met deze waarden tellen mee."),
        "kolommen": Key(
            MapOf(OneOf(Word(choices=("alle", "overige")), _VALUES)),
            required=True,
            meaning=(
                "Per kolom van de tabel de waarden die meetellen; 'alle' neemt elke rij, 'overige'"
                " wat nergens anders valt."
            ),
        ),
    },
    name="uit_bron",
)


def extract_of(
    values: Values, keyed: bool, columns: Collection[str], findings: list[Finding]
) -> Extract | None:
    """The extract a table declares; None, with findings (SR-B010), when it cannot mean anything."""
    wrong: list[Finding] = []

    def refuse(sentence: str, place: str | None = None) -> None:
        position = values.place(place) if place else values.position
        wrong.append(Finding("SR-B010", Severity.ERROR, sentence, (position,)))

    if ("bestand" in values) == ("sql" in values):
        refuse("Noem bij uit_bron een 'bestand' of een 'sql' (een van de twee).")
    elif "sql" in values and "verbinding" not in values:
        refuse("Bij 'sql' hoort 'verbinding': de naam van de database.", "sql")
    if "verbinding" in values and not values["verbinding"].replace("_", "").isalnum():
        refuse("De naam bij 'verbinding' bestaat uit letters, cijfers en _.", "verbinding")
    if "bestand" in values:
        path = PurePosixPath(values["bestand"].replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts:
            refuse(
                "Het bronbestand hoort in figures/<jaar>/ te staan; noem het pad vanaf die map,"
                " zonder '..'.",
                "bestand",
            )
    if values.get("kop", 1) < 1:
        refuse("De regel bij 'kop' is 1 of meer.", "kop")
    measures = [
        measure
        for measure, name in zip(Measure, ("tel", "som", "uniek"), strict=True)
        if name in values
    ]
    if len(measures) != 1:
        refuse(
            "Noem bij uit_bron wat geteld wordt: 'tel: rijen', 'som: <kolom>' of 'uniek: <kolom>'"
            " (een van de drie)."
        )
    if keyed != ("sleutel" in values):
        refuse(
            (
                "De tabel heeft een sleutel; noem bij uit_bron de 'sleutel' van de bron."
                if keyed
                else "De tabel heeft geen sleutel; haal 'sleutel' bij uit_bron weg."
            ),
            "sleutel",
        )
    chosen = {name: _rows(given) for name, given in values.get("kolommen", {}).items()}
    for name in chosen:
        if name not in columns:
            close = nearest(name, list(columns))
            hint = f" Bedoelt u '{close[0]}'?" if close else ""
            refuse(f"De kolom '{name}' bestaat niet in deze tabel.{hint}", "kolommen")
    if not chosen:
        refuse("Noem bij uit_bron ten minste een kolom.", "kolommen")
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


def _rows(given: Any) -> ColumnRows:
    if isinstance(given, str):
        return ColumnRows(Taking(given), {})
    return ColumnRows(Taking.SOME if given else Taking.ALL, given)
