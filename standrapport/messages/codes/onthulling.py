# SPDX-License-Identifier: EUPL-1.2
"""Codes of the family SR-D: suppressed figures that can be worked out."""

from .code import Code

ONTHULLING = (
    Code(
        "SR-D001",
        "fout",
        title="Onderdrukt cijfer is te herleiden",
        explanation=(
            "Uit wat gedrukt staat volgt dat een cijfer dat als '<5' is onderdrukt, nog maar een of"
            " twee waarden kan hebben."
        ),
        remedy="Onderdruk nog een cijfer in dezelfde som, of laat een totaal weg.",
        wrong="totaal 13, delen 10 en <5 (exact)",
        right="totaal 13, delen <5 en <5",
        says={
            "": (
                "$cijfer staat als $gedrukt, maar is te herleiden: uit $gegeven volgt dat het "
                "$waarden is. Onderdruk nog een cijfer."
            ),
            "eerder": (
                "$cijfer staat als $gedrukt, maar is te herleiden: een eerdere editie noemde "
                "$noemde, zodat het $waarden is. Onderdrukken verbergt dat niet meer."
            ),
        },
    ),
)
