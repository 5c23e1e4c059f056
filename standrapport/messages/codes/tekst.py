"""Codes of the family SR-N: numbers and claims in text."""

from .code import Code

TEKST = (
    Code("SR-N001", "fout", "Verwijzing niet te lezen", "Wat tussen {{ en }} staat, is geen cijfernaam of formule, of de haken sluiten niet.",
         "Verbeter de verwijzing op de genoemde plaats.", "{{ instroom totaal }}", "{{ instroom.totaal }}"),
    Code("SR-N002", "fout", "Cijfer in tekst bestaat niet", "De tekst noemt een cijfer dat niet bestaat.", "Gebruik de naam die de melding voorstelt.",
         "{{ instrom.totaal }}", "{{ instroom.totaal }}"),
    Code("SR-N003", "fout", "Filter past niet", "Het filter bestaat niet of past niet bij dit cijfer.", "Kies een filter uit docs/schrijven.md.",
         "{{ instroom.totaal | procenten }}", "{{ instroom.aandeel_noord | procent }}"),
    Code("SR-N004", "fout", "Opdracht in tekst", "Teksten kennen alleen {{ … }}; opdrachten zoals {% … %} worden niet uitgevoerd.", "Haal de opdracht weg.", "{% if … %}", "{{ instroom.totaal }}"),
    Code("SR-N005", "fout", "Bewering klopt niet", "De tekst beweert iets over de cijfers dat niet waar is, of (als waarschuwing) dat alleen door toevallige afrondingen nog waar kan zijn.", "Verander de tekst en de bewering, of verbeter het cijfer.",
         "beweert: instroom.totaal > instroom.totaal[-1] (bij een daling)", "beweert: instroom.totaal < instroom.totaal[-1]"),
    Code("SR-N006", "opmerking", "Bewering niet te beslissen", "Een cijfer in de bewering is nog niet bekend, of (als waarschuwing) de bewering kon in geen enkel jaar getoetst worden.", "Wacht op het cijfer of pas de tekst aan.", "beweert: voorraad.eind > 9000 (n.n.b.)", "beweert: instroom.totaal > 9000"),
    Code("SR-N007", "fout", "Bewering niet te lezen", "De bewering is geen vergelijking, of noemt een cijfer dat niet bestaat.", "Verbeter de bewering op de genoemde plaats.",
         "beweert: instroom daalt", "beweert: instroom.totaal < instroom.totaal[-1]"),
    Code("SR-N008", "opmerking", "Onbekend cijfer in de tekst", "In de tekst komt n.n.b. te staan, omdat het cijfer nog niet bekend is.", "Vul het cijfer in zodra het er is, of herschrijf de zin.",
         "Er kwamen n.n.b. aanvragen.", "Er kwamen 5.990 aanvragen."),
    Code("SR-N009", "waarschuwing", "Tekst vergelijkt over een breuk heen", "De verwijzing vergelijkt jaren van voor en na een breuk in de reeks; het verschil komt dan ook van het anders tellen.",
         "Vergelijk met een jaar van na de breuk, of noem alleen het cijfer zelf.", "{{ a.x | verschil(-1) }}, met breuk: {2021: anders geteld} bij a.x", "{{ a.x }}"),
    Code("SR-N010", "fout", "Getal past bij geen cijfer", "In de tekst staat een getal dat bij geen enkel cijfer hoort.",
         "Verbeter het getal (de melding noemt wat er het meest op lijkt), noem het cijfer met {{ … }}, of zet het met een reden onder getallen.",
         "In 2021 stroomden 13.480 mensen in.", "In 2021 stroomden {{ instroom.totaal }} mensen in."),
    Code("SR-N011", "waarschuwing", "Getal past bij meer dan één cijfer", "Het getal is de waarde van verschillende cijfers; wat er staat, is niet na te gaan.",
         "Noem het cijfer met {{ … }}.", "Er kwamen 5.740 aanvragen.", "Er kwamen {{ aanvragen.online }} aanvragen online."),
    Code("SR-N012", "waarschuwing", "Getal van een ander jaar", "Het getal hoort bij een ander jaar dan waar de zin over gaat.", "Verbeter het getal, of noem het jaar in de zin.",
         "In 2021 kwamen er 15.000 dossiers uit Noord (het cijfer van 2020).", "In 2021 kwamen er {{ instroom.noord }} dossiers uit Noord."),
    Code("SR-N013", "waarschuwing", "Richting klopt niet", "Een woord als 'steeg', 'verdubbelde' of 'hoogste' past niet bij de cijfers.", "Verander het woord, of laat {{ … | richting(-1) }} het kiezen.",
         "De instroom steeg tot 13.840 (een daling).", "De instroom is {{ instroom.totaal | richting(-1) }}."),
    Code("SR-N014", "waarschuwing", "Opgegeven getal staat er niet", "Onder getallen staat een getal dat in het blok niet voorkomt.", "Haal de opgave weg, of schrijf het getal zoals het in de tekst staat.",
         "getallen: [{getal: zes, reden: …}] bij een tekst zonder 'zes'", "getallen: [{getal: vijf, reden: aantal knelpunten}]"),
)  # fmt: skip
