"""Codes of the family SR-C: consistency of the figures."""

from .code import Code

CONTROLE = (
    Code("SR-C001", "fout", "Regel klopt niet", "Er zijn geen echte waarden achter de gedrukte getallen waarmee de regel geldt; afronding kan het verschil niet verklaren.",
         "Vergelijk de genoemde cellen met de bron en verbeter het getal dat fout is.", "delen samen 13.840, totaal 13.480", "delen samen 13.840, totaal 13.840"),
    Code("SR-C002", "waarschuwing", "Regel klopt alleen bij toeval", "De regel kan gelden, maar alleen als bijna alle afrondingen dezelfde kant op gaan (meer dan drie standaardafwijkingen).",
         "Kijk de genoemde cellen na; waarschijnlijk is er een verkeerd.", "20 delen, verschil 90", "20 delen, verschil 10"),
    Code("SR-C003", "opmerking", "Totaal is een som van afgeronde delen", "De regel geldt alleen omdat een totaal is gemaakt door afgeronde delen op te tellen; het totaal is daardoor minder precies.",
         "Neem het totaal liever uit de bron over.", "totaal als som van afgeronde delen", "totaal uit de bron, zelf afgerond"),
    Code("SR-C004", "opmerking", "Regel niet te beslissen", "Een cijfer is nog niet bekend of wordt niet getoond, en wat wel bekend is laat de uitkomst open.",
         "Niets; de regel wordt vanzelf getoetst als het cijfer er is.", "totaal n.n.b.", "totaal 13.840"),
    Code("SR-C005", "waarschuwing", "Regel nergens getoetst", "Voor de regel waren in geen enkel jaar cijfers; hij bewaakt dus niets.", "Kijk of de namen en 'jaren' kloppen.",
         "jaren: [2031]", "jaren: alle"),
    Code("SR-C006", "fout", "Regel niet te lezen", "De toets is geen vergelijking van twee formules met een van == != < <= > >=.", "Verbeter de toets op de genoemde plaats.",
         "toets: a.x = a.y", "toets: a.x == a.y"),
    Code("SR-C007", "fout", "Cijfer in regel bestaat niet", "De regel noemt een cijfer dat niet bestaat.", "Gebruik de naam die de melding voorstelt.", "instrom.totaal", "instroom.totaal"),
    Code("SR-C008", "waarschuwing", "Verschillende populaties in een regel", "De regel vergelijkt groepen die anders geteld zijn.", "Kies cijfers uit één populatie, of zet 'populaties: gemengd' als het de bedoeling is.",
         "huishoudens.totaal == aanvragen.totaal", "huishoudens.totaal <= aanvragen.totaal, met populaties: gemengd"),
    Code("SR-C009", "waarschuwing", "Hele jaren en delen van jaren in een regel", "De regel vergelijkt een heel jaar met een deel van een jaar.", "Wacht op het hele jaar, of zet 'perioden: gemengd' als het de bedoeling is.",
         "2025 t/m februari <= 2024", "2024 <= 2023"),
    Code("SR-C010", "waarschuwing", "Regels kloppen elk apart, maar niet samen", "Elke regel is mogelijk binnen de afronding, maar er zijn geen echte waarden waarmee ze alle tegelijk gelden.",
         "Kijk de genoemde cellen na; ten minste één wijkt af.", "drie regels die elk net passen", "drie regels die samen passen"),
    Code("SR-C011", "opmerking", "Regels kloppen samen alleen door opgetelde afrondingen", "Samen passen de regels alleen als totalen die uit afgeronde delen zijn opgeteld minder precies zijn dan hun eigen afronding.",
         "Neem totalen liever uit de bron over.", "totaal als som van afgeronde delen", "totaal uit de bron"),
    Code("SR-C012", "waarschuwing", "Regel kan nooit falen", "De regel geldt voor alle mogelijke aantallen en bewaakt dus niets.", "Maak de regel scherper of haal hem weg.", "instroom.noord >= 0", "instroom.noord <= instroom.totaal"),
    Code("SR-C013", "fout", "Regels spreken elkaar tegen", "De regel kan nooit gelden samen met de genoemde andere regels.", "Verbeter een van de regels.", "a.x == a.y en a.x == a.y + 10", "a.x == a.y"),
    Code("SR-C014", "opmerking", "Regel volgt al uit andere", "De regel zegt niets dat de genoemde regels samen niet al zeggen.", "Laat hem staan voor de duidelijkheid, of haal hem weg.", "rijen en kolommen tellen beide op tot hetzelfde totaal", "alleen de rijen"),
    Code("SR-C015", "waarschuwing", "Geen regels", "Er is geen enkele regel; de cijfers worden niet op samenhang getoetst.", "Zet regels in figures/regels.yaml.", "regels: []", "regels:\n  - id: instroom-som\n    toets: …"),
    Code("SR-C016", "opmerking", "Herzien cijfer, met reden", "Een cijfer van een eerdere editie staat nu anders; de reden staat in herzieningen.yaml.", "Niets; het rapport noemt de herziening in een bijlage.", "was 8.620, is 8.600", "met reden: latere registraties"),
    Code("SR-C017", "waarschuwing", "Herzien cijfer zonder reden", "Een cijfer van een eerdere editie staat nu anders en er is geen reden opgegeven.", "Zet de reden in figures/<jaar>/herzieningen.yaml, of verbeter het cijfer.",
         "was 8.620, is 8.600", "herzieningen:\n  - {cijfers: [instroom.totaal], jaren: [2018], reden: Latere registraties.}"),
)  # fmt: skip
