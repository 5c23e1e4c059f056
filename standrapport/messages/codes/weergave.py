"""Codes of the family SR-R: rendering and accessibility."""

from .code import Code

WEERGAVE = (
    Code("SR-R001", "waarschuwing", "Opmaak genegeerd", "De PDF-maker heeft iets uit de opmaak niet begrepen en overgeslagen.", "Meld het aan wie de sjablonen beheert.", "breedte: veel", "breedte: 10mm"),
    Code("SR-R002", "fout", "PDF kan niet gemaakt worden", "De systeembibliotheek Pango ontbreekt; zonder Pango kan er geen PDF gemaakt worden.",
         "Voer de opdracht uit de melding uit, of bouw alleen de HTML met --format html.", "build 2024", "build 2024 --format html"),
    Code("SR-R003", "fout", "Sjabloon breekt een regel voor toegankelijkheid", "Een sjabloon of stijlblad bevat iets dat een schermlezer of PDF/UA niet aankan, zoals een afbeelding zonder alternatieve tekst.",
         "Verbeter het sjabloon op de genoemde regel.", "<img src=x>", '<img src=x alt="…">'),
    Code("SR-R010", "fout", "Factsheet past niet op twee bladzijden", "De blokken die voor de factsheet zijn gekozen, nemen meer of minder dan twee bladzijden in.",
         "Kies in rapport.yaml onder 'factsheet' een blok met minder cijfers of een kleinere grafiek, of kort samenvattingen in.", "factsheet: (grafiek met veertig sleutels)", "factsheet:\n  grafiek: cijfers/grafiek-instroom"),
    Code("SR-R011", "fout", "Tekst of cijfer staat niet op de bladzijde", "Na het opmaken is in HTML en PDF teruggezocht wat in de hoofdstukken staat; dit stuk tekst of dit cijfer is er niet. Het sjabloon slaat het over, of Markdown leest het als opmaak, zoals een titel achter een webadres.",
         "Verbeter het sjabloon dat dit blok neerzet, of schrijf de tekst zo dat Markdown hem laat staan.", '[bron](https://voorbeeld.nl "Alleen hier te lezen")', "[bron](https://voorbeeld.nl): hier te lezen"),
)  # fmt: skip
