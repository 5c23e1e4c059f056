# SPDX-License-Identifier: EUPL-1.2
"""Codes of the family SR-R: rendering and accessibility."""

from .code import Code

WEERGAVE = (
    Code(
        "SR-R001",
        "waarschuwing",
        title="Opmaak genegeerd",
        explanation="De PDF-maker heeft iets uit de opmaak niet begrepen en overgeslagen.",
        remedy="Meld het aan wie de sjablonen beheert.",
        wrong="breedte: veel",
        right="breedte: 10mm",
        says={
            "": "De PDF-maker sloeg iets over: $regel.",
            "stijl": "De PDF-maker sloeg '$wat' uit de opmaak over: $reden.",
        },
    ),
    Code(
        "SR-R002",
        "fout",
        title="PDF kan niet gemaakt worden",
        explanation=(
            "De systeembibliotheek Pango ontbreekt; zonder Pango kan er geen PDF gemaakt worden."
        ),
        remedy=("Voer de opdracht uit de melding uit, of bouw alleen de HTML met --format html."),
        wrong="build 2024",
        right="build 2024 --format html",
        says={
            "": "$reden",
        },
    ),
    Code(
        "SR-R003",
        "fout",
        title="Sjabloon breekt een regel voor toegankelijkheid",
        explanation=(
            "Een sjabloon of stijlblad bevat iets dat een schermlezer of PDF/UA niet aankan, zoals "
            "een afbeelding zonder alternatieve tekst."
        ),
        remedy="Verbeter het sjabloon op de genoemde regel.",
        wrong="<img src=x>",
        right='<img src=x alt="…">',
        says={"": "$Regel."},
    ),
    Code(
        "SR-R010",
        "fout",
        title="Factsheet past niet op twee bladzijden",
        explanation=(
            "De blokken die voor de factsheet zijn gekozen, nemen meer of minder dan twee "
            "bladzijden in."
        ),
        remedy=(
            "Kies in rapport.yaml onder 'factsheet' een blok met minder cijfers of een kleinere "
            "grafiek, of kort samenvattingen in."
        ),
        wrong="factsheet: (grafiek met veertig sleutels)",
        right=("factsheet:\n  grafiek: cijfers/grafiek-instroom"),
        says={
            "": (
                "De factsheet telt $bladzijden bladzijden in plaats van $hoort; kies onder "
                "'factsheet' in rapport.yaml minder of kortere blokken."
            ),
        },
    ),
    Code(
        "SR-R011",
        "fout",
        title="Tekst of cijfer staat niet op de bladzijde",
        explanation=(
            "Na het opmaken is in HTML en PDF teruggezocht wat in de hoofdstukken staat; dit stuk "
            "tekst of dit cijfer is er niet. Het sjabloon slaat het over, of Markdown leest het als"
            " opmaak, zoals een titel achter een webadres."
        ),
        remedy=(
            "Verbeter het sjabloon dat dit blok neerzet, of schrijf de tekst zo dat Markdown hem "
            "laat staan."
        ),
        wrong='[bron](https://voorbeeld.nl "Alleen hier te lezen")',
        right="[bron](https://voorbeeld.nl): hier te lezen",
        says={
            "tekst": "De tekst van '$sleutel' ($begin) staat niet op de bladzijde.",
            "deel": (
                "Een deel van '$sleutel' ($begin) staat niet op de bladzijde: Markdown leest "
                "'$woord' als opmaak."
            ),
            "cijfer": "Het cijfer $cijfer ($naam) staat niet op de bladzijde.",
            "tekst_pdf": "De tekst van '$sleutel' ($begin) staat niet in de PDF.",
            "cijfer_pdf": "Het cijfer $cijfer ($naam) staat niet in de PDF.",
            "blok": "Dit blok staat niet op de bladzijde.",
            "kop": "Deze kop staat niet op de bladzijde.",
            "plaats": "Dit blok staat op de bladzijde niet waar het in het bestand staat.",
        },
    ),
    Code(
        "SR-R022",
        "fout",
        title="Dit hoort niet naar buiten",
        explanation=(
            "In een bestand van de publieke uitgave staat iets dat binnen hoort te blijven: een "
            "naam van wie akkoord gaf, een reden, of een pad op deze computer."
        ),
        remedy=(
            "Haal het uit de tekst of het sjabloon; hoort het er echt in, zet het dan in de tekst "
            "van een blok."
        ),
        wrong="een sjabloon dat noemt wie akkoord gaf",
        right="een sjabloon zonder namen",
        says={
            "": "In $bestand staat $wat ('$tekst'); dat hoort niet naar buiten.",
        },
    ),
    Code(
        "SR-R020",
        "fout",
        title="Blok kan niet worden opgemaakt",
        explanation=(
            "Een blok bevat iets waar het programma niet op rekende. De rest van het rapport wordt "
            "wel gemaakt; in een concept staat op deze plaats een vak met de fout."
        ),
        remedy="Kijk na wat er in het blok staat; lijkt dat goed, meld het dan bij de beheerder.",
        wrong="een blok met onmogelijke waarden",
        right="een blok zoals in de handleiding",
        says={
            "": "Dit blok kan niet worden opgemaakt ($oorzaak); kijk na wat erin staat.",
        },
    ),
    Code(
        "SR-R021",
        "fout",
        title="Sjabloon of stijlblad kan niet gebruikt worden",
        explanation=(
            "Een bestand in templates/ of in het thema is niet te lezen, geen geldig sjabloon, of "
            "houdt niet op. Met --concept wordt het rapport dan opgemaakt met de sjablonen van het "
            "programma zelf."
        ),
        remedy="Verbeter het sjabloon op de genoemde regel, of zet het vorige terug.",
        wrong="{% if page.concept %} zonder {% endif %}",
        right="{% if page.concept %}…{% endif %}",
        says={
            "": "Met dit bestand kan geen bladzijde gemaakt worden: $reden.",
        },
    ),
    Code(
        "SR-R030",
        "fout",
        title="Cijfer of tekst valt van het papier",
        explanation=(
            "Na het opmaken is van elk cijfer in de PDF nagegaan of het in zijn geheel op de "
            "bladzijde staat. Dit cijfer of deze tekst loopt van het papier of staat er niet."
        ),
        remedy=(
            "Vraag in het blok minder jaren of minder cijfers tegelijk, of verbeter het eigen "
            "sjabloon of stijlblad dat de breedte vastlegt."
        ),
        wrong="table { width: 250mm; }",
        right="table { width: 100%; }",
        says={
            "": (
                "Het cijfer $cijfer ($naam) valt op bladzijde $bladzijde van de PDF van het papier."
            ),
            "weg": "Het cijfer $cijfer ($naam) staat op geen bladzijde van de PDF.",
            "tekst": ("De tekst '$tekst' loopt op bladzijde $bladzijde van de PDF van het papier."),
        },
    ),
    Code(
        "SR-R031",
        "opmerking",
        title="Bladzijde is voor een groot deel leeg",
        explanation=(
            "Wat volgt past er niet meer bij en mag niet gebroken worden, zoals een grafiek met "
            "haar tabel. Daardoor is meer dan 30 procent van de bladzijde ervoor leeg."
        ),
        remedy=(
            "Zet een tekst voor de grafiek in plaats van erna, of vraag er minder cijfers in. "
            "Laten mag ook: er gaat niets verloren."
        ),
        wrong="blokken: (grafiek, tekst)",
        right="blokken: (tekst, grafiek)",
        says={
            "": (
                "Bladzijde $bladzijde van de PDF is voor $deel procent leeg: wat hier staat, "
                "past er niet meer bij."
            ),
        },
    ),
)
