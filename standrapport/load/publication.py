"""What the organisation says of its open data: `opendata:` in rapport.yaml."""

from __future__ import annotations

from ..model import Publication
from .records import Key, ListOf, Record, Values
from .schema import WebAddress, Word

PUBLICATION = Record(
    {
        "adres": Key(WebAddress(), meaning="Webmap waar de bestanden van data/ komen te staan."),
        "licentie": Key(WebAddress(), meaning="Adres van de licentie, zoals https://creativecommons.org/publicdomain/zero/1.0/."),
        "uitgever": Key(WebAddress(), meaning="Adres van de organisatie in het register van overheidsorganisaties (TOOI)."),
        "themas": Key(ListOf(WebAddress(), single=True), meaning="Adressen van thema's uit de lijst van data.overheid.nl."),
        "contact": Key(Word(), meaning="Naam van wie vragen over de data beantwoordt; liefst een afdeling."),
        "email": Key(Word(), meaning="E-mailadres voor vragen over de data."),
    },
    name="opendata",
)


def publication(values: Values | None) -> Publication:
    """What was filled in; an address ends in '/', so that the name of a file can follow."""
    if values is None:
        return Publication()
    address = values.get("adres", "")
    return Publication(
        address=f"{address.rstrip('/')}/" if address else "",
        licence=values.get("licentie", ""),
        publisher=values.get("uitgever", ""),
        themes=tuple(values.get("themas", ())),
        contact=values.get("contact", ""),
        email=values.get("email", ""),
    )
