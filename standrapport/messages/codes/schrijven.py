"""Codes of the family SR-S: writing results, and whether they may be written as definitive."""

from .code import Code

SCHRIJVEN = (
    Code("SR-S001", "fout", "Resultaat niet te schrijven", "De map voor het resultaat is alleen-lezen, vol, of van een ander. Het vorige resultaat is niet veranderd.",
         "Kies met --out een map waar u mag schrijven.", "--out /", "--out resultaat"),
    Code("SR-S010", "waarschuwing", "Rapport en factsheet zijn niet van dezelfde cijfers", "In out/<jaar>/ staan het rapport en de factsheet naast elkaar. Een van de twee is gemaakt voordat cijfers of teksten veranderden.",
         "Maak ook het andere product opnieuw.", "build 2024", "build 2024 --product factsheet"),
    Code("SR-S011", "waarschuwing", "Rapport en open data zijn niet van dezelfde cijfers", "In out/<jaar>/ staat een rapport dat is gemaakt voordat cijfers of teksten veranderden; de open data zijn nu nieuwer dan het rapport.",
         "Maak ook het rapport opnieuw; de open data horen daarbij.", "export 2024", "build 2024"),
    Code("SR-S020", "waarschuwing", "Gewijzigd na akkoord", "Op dit blok is akkoord gegeven; daarna is de tekst veranderd, of een cijfer dat erin staat. In een definitief rapport is dit een fout.",
         "Laat het blok opnieuw nakijken en geef akkoord met 'standrapport akkoord'.", "status: akkoord (maar een cijfer is daarna herzien)", "standrapport akkoord 2024 cijfers/tekst-instroom --door 'A. Jansen'"),
    Code("SR-S021", "fout", "Definitief, maar niet alles akkoord", "In rapport.yaml staat 'status: definitief', maar er zijn blokken zonder akkoord, of met 'akkoord' zonder dat vaststaat wie het gaf en waarop.",
         "Geef akkoord op de blokken die 'standrapport status' noemt, of zet de status van het rapport op concept.", "status: definitief, met een blok 'status: redactie'", "status: concept"),
    Code("SR-S022", "opmerking", "Jaartal meegeschoven", "Bij het beginnen van een nieuwe editie is op deze regel een jaartal meegeschoven met het verslagjaar.",
         "Kijk of de regel nog klopt.", "jaren: 2018..2021 (in de editie over 2022)", "jaren: 2019..2022"),
    Code("SR-S023", "waarschuwing", "Noemt nog een oud jaar", "Een tekst die voor een eerdere editie is geschreven, noemt een jaartal dat in de nieuwe editie waarschijnlijk niet meer klopt.",
         "Herschrijf de zin, of laat hem staan als het een feit uit dat jaar is; haal daarna '# Nakijken' weg.", "minder dan in 2023 (in de editie over 2025)", "minder dan in 2024"),
)  # fmt: skip
