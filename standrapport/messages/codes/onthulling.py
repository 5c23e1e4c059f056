"""Codes of the family SR-D: suppressed figures that can be worked out."""

from .code import Code

ONTHULLING = (
    Code("SR-D001", "fout", "Onderdrukt cijfer is te herleiden", "Uit wat gedrukt staat volgt dat een cijfer dat als '<5' is onderdrukt, nog maar een of twee waarden kan hebben.",
         "Onderdruk nog een cijfer in dezelfde som, of laat een totaal weg.", "totaal 13, delen 10 en <5 (exact)", "totaal 13, delen <5 en <5"),
)  # fmt: skip
