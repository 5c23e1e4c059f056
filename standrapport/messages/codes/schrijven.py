"""Codes of the family SR-S: writing results."""

from .code import Code

SCHRIJVEN = (
    Code("SR-S001", "fout", "Resultaat niet te schrijven", "De map voor het resultaat is alleen-lezen, vol, of van een ander. Het vorige resultaat is niet veranderd.",
         "Kies met --out een map waar u mag schrijven.", "--out /", "--out resultaat"),
    Code("SR-S010", "waarschuwing", "Rapport en factsheet zijn niet van dezelfde cijfers", "In out/<jaar>/ staan het rapport en de factsheet naast elkaar. Een van de twee is gemaakt voordat cijfers of teksten veranderden.",
         "Maak ook het andere product opnieuw.", "build 2024", "build 2024 --product factsheet"),
)  # fmt: skip
