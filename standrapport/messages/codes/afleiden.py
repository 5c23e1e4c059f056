# SPDX-License-Identifier: EUPL-1.2
"""Codes of the family SR-A: derived figures."""

from .code import Code

AFLEIDEN = (
    Code(
        "SR-A001",
        "fout",
        title="Formule niet te lezen",
        explanation=(
            "De formule heeft een teken of woord te veel of te weinig. Er zijn + - * / ( ), som, "
            "min, max, abs, aandeel en verandering."
        ),
        remedy="Verbeter de formule op de genoemde plaats.",
        wrong="aanvragen.toegekend +",
        right="aanvragen.toegekend + aanvragen.afgewezen",
        says={
            "": "In de formule van '$cijfer': $reden",
        },
    ),
    Code(
        "SR-A002",
        "fout",
        title="Cijfer in formule bestaat niet",
        explanation=(
            "De formule noemt een cijfer dat niet in indicatoren.yaml of afgeleid.yaml staat."
        ),
        remedy="Gebruik de naam die de melding voorstelt.",
        wrong="instrom.totaal",
        right="instroom.totaal",
        says={
            "": "In de formule van '$cijfer': $reden",
        },
    ),
    Code(
        "SR-A003",
        "fout",
        title="Cijfer wordt uit zichzelf afgeleid",
        explanation="Via een of meer formules verwijst het cijfer naar zichzelf.",
        remedy="Haal de kring uit de formules.",
        wrong=("a.x: b.y + 1\nb.y: a.x - 1"),
        right="a.x: b.y + 1",
        says={
            "": "In de formule van '$cijfer': $reden",
        },
    ),
    Code(
        "SR-A004",
        "waarschuwing",
        title="Verschillende populaties in een formule",
        explanation=(
            "De formule rekent met groepen die anders geteld zijn, zoals aanvragen en huishoudens."
        ),
        remedy=(
            "Kies cijfers uit één populatie, of zet 'populaties: gemengd' als het de bedoeling is."
        ),
        wrong="aanvragen.totaal - huishoudens.totaal",
        right="aanvragen.totaal - aanvragen.totaal[-1]",
        says={
            "": (
                "'$cijfer' rekent met verschillende populaties ($populaties); zet 'populaties: "
                "gemengd' als dat de bedoeling is."
            ),
        },
    ),
    Code(
        "SR-A005",
        "waarschuwing",
        title="Hele jaren en delen van jaren in een formule",
        explanation="De formule rekent met een heel jaar en met een deel van een jaar.",
        remedy=(
            "Geef ook de rij over dezelfde maanden van het andere jaar, of zet 'perioden: gemengd' "
            "als het de bedoeling is."
        ),
        wrong="2024 min 2025 t/m februari",
        right="2024 min 2023",
        says={
            "": (
                "'$cijfer' rekent in $jaren met hele jaren en delen van een jaar door elkaar, of "
                "met geteld en verwacht, en is daar n.n.b.; geef dezelfde maanden van het andere "
                "jaar, of zet 'perioden: gemengd' als dat de bedoeling is."
            ),
        },
    ),
    Code(
        "SR-A006",
        "waarschuwing",
        title="Delen door iets dat nul kan zijn",
        explanation=(
            "De deler van deze formule kan nul zijn binnen wat gepubliceerd is; de uitkomst zegt "
            "dan niets."
        ),
        remedy="Kies een andere noemer of laat het cijfer weg.",
        wrong="100 * a.x / (a.y - a.z)",
        right="100 * a.x / a.totaal",
        says={
            "": "'$cijfer' deelt door iets dat nul kan zijn; het cijfer zegt dan niets.",
        },
    ),
    Code(
        "SR-A007",
        "opmerking",
        title="Formule over een breuk heen",
        explanation=(
            "De formule rekent met jaren van voor en na een breuk in de reeks; die zijn niet te "
            "vergelijken, en het cijfer is daar n.n.b."
        ),
        remedy="Niets, of zet 'breuken: gemengd' als het de bedoeling is.",
        wrong="verandering(a.x), met breuk: {2021: anders geteld} bij a.x",
        right="verandering(a.x), met breuken: gemengd",
        says={
            "": (
                "'$cijfer' rekent in $jaren over een breuk heen ($redenen) en is daar n.n.b.; zet "
                "'breuken: gemengd' als dat de bedoeling is."
            ),
        },
    ),
    Code(
        "SR-A010",
        "waarschuwing",
        title="Een aandeel zonder procent",
        explanation=(
            "De tekst rekent een percentage uit, maar zonder filter komt er alleen een getal te "
            "staan: 'ging 44 naar Zuid'. De lezer ziet dan niet dat het een percentage is."
        ),
        remedy="Zet er '| procent' achter, of schrijf 'procent' achter de verwijzing.",
        wrong="{{ aandeel(aanvragen.toegekend, aanvragen.totaal) }}",
        right="{{ aandeel(aanvragen.toegekend, aanvragen.totaal) | procent }}",
        says={
            "": (
                "'$uitdrukking' is een percentage, maar hier komt alleen een getal te staan; "
                "schrijf $goed."
            ),
        },
    ),
)
