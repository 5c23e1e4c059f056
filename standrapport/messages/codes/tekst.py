"""Codes of the family SR-N: numbers and claims in text."""

from .code import Code

TEKST = (
    Code("SR-N001", "fout", "Verwijzing niet te lezen", "Wat tussen {{ en }} staat, is geen cijfernaam of formule, of de haken sluiten niet.",
         "Verbeter de verwijzing op de genoemde plaats.", "{{ instroom totaal }}", "{{ instroom.totaal }}"),
    Code("SR-N002", "fout", "Cijfer in tekst bestaat niet", "De tekst noemt een cijfer dat niet bestaat.", "Gebruik de naam die de melding voorstelt.",
         "{{ instrom.totaal }}", "{{ instroom.totaal }}"),
    Code("SR-N003", "fout", "Filter past niet", "Het filter bestaat niet of past niet bij dit cijfer.", "Kies een filter uit docs/schrijven.md.",
         "{{ instroom.totaal | procenten }}", "{{ vertrek.aandeel_dublin | procent }}"),
    Code("SR-N004", "fout", "Opdracht in tekst", "Teksten kennen alleen {{ … }}; opdrachten zoals {% … %} worden niet uitgevoerd.", "Haal de opdracht weg.", "{% if … %}", "{{ instroom.totaal }}"),
    Code("SR-N005", "fout", "Bewering klopt niet", "De tekst beweert iets over de cijfers dat niet waar is, of (als waarschuwing) dat alleen door toevallige afrondingen nog waar kan zijn.", "Verander de tekst en de bewering, of verbeter het cijfer.",
         "beweert: instroom.totaal > instroom.totaal[-1] (bij een daling)", "beweert: instroom.totaal < instroom.totaal[-1]"),
    Code("SR-N006", "opmerking", "Bewering niet te beslissen", "Een cijfer in de bewering is nog niet bekend.", "Wacht op het cijfer of pas de tekst aan.", "beweert: caseload.eind > 9000 (n.n.b.)", "beweert: instroom.totaal > 9000"),
    Code("SR-N007", "fout", "Bewering niet te lezen", "De bewering is geen vergelijking, of noemt een cijfer dat niet bestaat.", "Verbeter de bewering op de genoemde plaats.",
         "beweert: instroom daalt", "beweert: instroom.totaal < instroom.totaal[-1]"),
    Code("SR-N008", "opmerking", "Onbekend cijfer in de tekst", "In de tekst komt n.n.b. te staan, omdat het cijfer nog niet bekend is.", "Vul het cijfer in zodra het er is, of herschrijf de zin.",
         "Er vertrokken n.n.b. mensen.", "Er vertrokken 5.990 mensen."),
)  # fmt: skip
