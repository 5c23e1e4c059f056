"""Codes of the family SR-A: derived figures."""

from .code import Code

AFLEIDEN = (
    Code("SR-A001", "fout", "Formule niet te lezen", "De formule heeft een teken of woord te veel of te weinig. Er zijn + - * / ( ), som, min, max, abs, aandeel en verandering.",
         "Verbeter de formule op de genoemde plaats.", "aanvragen.toegekend +", "aanvragen.toegekend + aanvragen.afgewezen"),
    Code("SR-A002", "fout", "Cijfer in formule bestaat niet", "De formule noemt een cijfer dat niet in indicatoren.yaml of afgeleid.yaml staat.",
         "Gebruik de naam die de melding voorstelt.", "instrom.totaal", "instroom.totaal"),
    Code("SR-A003", "fout", "Cijfer wordt uit zichzelf afgeleid", "Via een of meer formules verwijst het cijfer naar zichzelf.", "Haal de kring uit de formules.",
         "a.x: b.y + 1\nb.y: a.x - 1", "a.x: b.y + 1"),
    Code("SR-A004", "waarschuwing", "Verschillende populaties in een formule", "De formule rekent met groepen die anders geteld zijn, zoals aanvragen en huishoudens.",
         "Kies cijfers uit één populatie, of zet 'populaties: gemengd' als het de bedoeling is.", "aanvragen.totaal - huishoudens.totaal", "aanvragen.totaal - aanvragen.totaal[-1]"),
    Code("SR-A005", "waarschuwing", "Hele jaren en delen van jaren in een formule", "De formule rekent met een heel jaar en met een deel van een jaar.",
         "Wacht op het hele jaar, of zet 'perioden: gemengd' als het de bedoeling is.", "2024 min 2025 t/m februari", "2024 min 2023"),
    Code("SR-A006", "waarschuwing", "Delen door iets dat nul kan zijn", "De deler van deze formule kan nul zijn binnen wat gepubliceerd is; de uitkomst zegt dan niets.",
         "Kies een andere noemer of laat het cijfer weg.", "100 * a.x / (a.y - a.z)", "100 * a.x / a.totaal"),
    Code("SR-A007", "opmerking", "Formule over een breuk heen", "De formule rekent met jaren van voor en na een breuk in de reeks; die zijn niet te vergelijken, en het cijfer is daar n.n.b.",
         "Niets, of zet 'breuken: gemengd' als het de bedoeling is.", "verandering(a.x), met breuk: {2021: anders geteld} bij a.x", "verandering(a.x), met breuken: gemengd"),
)  # fmt: skip
