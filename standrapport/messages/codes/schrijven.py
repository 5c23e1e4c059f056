"""Codes of the family SR-S: writing results."""

from .code import Code

SCHRIJVEN = (
    Code("SR-S001", "fout", "Resultaat niet te schrijven", "De map voor het resultaat is alleen-lezen, vol, of van een ander. Het vorige resultaat is niet veranderd.",
         "Kies met --out een map waar u mag schrijven.", "--out /", "--out resultaat"),
)  # fmt: skip
