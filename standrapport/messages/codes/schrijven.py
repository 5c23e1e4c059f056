# SPDX-License-Identifier: EUPL-1.2
"""Codes of the family SR-S: writing results, and whether they may be written as definitive."""

from .code import Code

SCHRIJVEN = (
    Code(
        "SR-S001",
        "fout",
        title="Resultaat niet te schrijven",
        explanation=(
            "De map voor het resultaat is alleen-lezen, vol, of van een ander. Het vorige resultaat"
            " is niet veranderd."
        ),
        remedy="Kies met --out een map waar u mag schrijven.",
        wrong="--out /",
        right="--out resultaat",
        says={
            "": "$reden",
        },
    ),
    Code(
        "SR-S010",
        "waarschuwing",
        title="Rapport en factsheet zijn niet van dezelfde cijfers",
        explanation=(
            "In out/<jaar>/ staan het rapport en de factsheet naast elkaar. Een van de twee is "
            "gemaakt voordat cijfers of teksten veranderden."
        ),
        remedy="Maak ook het andere product opnieuw.",
        wrong="build 2024",
        right="build 2024 --product factsheet",
        says={
            "": (
                "Het andere product in $map ($product) komt van een eerdere build, met andere "
                "cijfers of teksten; maak het opnieuw met --product $product."
            ),
        },
    ),
    Code(
        "SR-S011",
        "waarschuwing",
        title="Rapport en open data zijn niet van dezelfde cijfers",
        explanation=(
            "In out/<jaar>/ staat een rapport dat is gemaakt voordat cijfers of teksten "
            "veranderden; de open data zijn nu nieuwer dan het rapport."
        ),
        remedy="Maak ook het rapport opnieuw; de open data horen daarbij.",
        wrong="export 2024",
        right="build 2024",
        says={
            "": (
                "Het rapport in $map komt van een eerdere build, met andere cijfers of teksten dan "
                "deze open data; maak het opnieuw met build."
            ),
        },
    ),
    Code(
        "SR-S020",
        "waarschuwing",
        title="Gewijzigd na akkoord",
        explanation=(
            "Op dit blok is akkoord gegeven; daarna is de tekst veranderd, of een cijfer dat erin "
            "staat. In een definitief rapport is dit een fout."
        ),
        remedy="Laat het blok opnieuw nakijken en geef akkoord met 'standrapport akkoord'.",
        wrong="status: akkoord (maar een cijfer is daarna herzien)",
        right="standrapport akkoord 2024 cijfers/tekst-instroom --door 'A. Jansen'",
        also=("fout",),
        says={
            "": (
                "$Wat gewijzigd na het akkoord van $wie op $dag; laat het blok opnieuw nakijken en "
                "geef akkoord met 'standrapport akkoord $jaar $blok --door NAAM'."
            )
        },
    ),
    Code(
        "SR-S021",
        "fout",
        title="Definitief, maar niet alles akkoord",
        explanation=(
            "In rapport.yaml staat 'status: definitief', maar er zijn blokken zonder akkoord, of "
            "met 'akkoord' zonder dat vaststaat wie het gaf en waarop."
        ),
        remedy=(
            "Geef akkoord op de blokken die 'standrapport status' noemt, of zet de status van het "
            "rapport op concept."
        ),
        wrong="status: definitief, met een blok 'status: redactie'",
        right="status: concept",
        says={
            "": (
                "Het rapport is definitief, maar $open van de $alle blokken $zijn nog niet akkoord "
                "($waar); zie standrapport status $jaar, of zet 'status: concept' in rapport.yaml."
            )
        },
    ),
    Code(
        "SR-S022",
        "opmerking",
        title="Jaartal meegeschoven",
        explanation=(
            "Bij het beginnen van een nieuwe editie is op deze regel een jaartal meegeschoven met "
            "het verslagjaar."
        ),
        remedy="Kijk of de regel nog klopt.",
        wrong="jaren: 2018..2021 (in de editie over 2022)",
        right="jaren: 2019..2022",
        says={
            "": "Meegeschoven: $jaren.",
        },
    ),
    Code(
        "SR-S023",
        "waarschuwing",
        title="Noemt nog een oud jaar",
        explanation=(
            "Een tekst die voor een eerdere editie is geschreven, noemt een jaartal dat in de "
            "nieuwe editie waarschijnlijk niet meer klopt."
        ),
        remedy=(
            "Herschrijf de zin, of laat hem staan als het een feit uit dat jaar is; haal daarna '# "
            "Nakijken' weg."
        ),
        wrong="minder dan in 2023 (in de editie over 2025)",
        right="minder dan in 2024",
        says={
            "": "Deze regel noemt nog $jaren; kijk of dat in de editie over $nieuw nog klopt.",
        },
    ),
    Code(
        "SR-S024",
        "opmerking",
        title="Nog niet nagekeken",
        explanation=(
            "'standrapport new' zet elke zin die op het jaar leunt in "
            "content/<jaar>/nakijken.yaml: een feit van één keer bij {{ jaar }}, een jaartal, een "
            "richting, een aantal in woorden, een samenvatting. Zolang niemand ernaar keek, kan "
            "het rapport niet definitief zijn."
        ),
        remedy=(
            "Lees de zin, herschrijf hem als hij niet meer klopt, en sluit het punt met "
            "'standrapport nagekeken'."
        ),
        wrong="De manier van tellen is in {{ jaar }} veranderd. (vorig jaar waar, nu niet)",
        right="standrapport nagekeken 2025 4 --door 'A. Jansen'",
        also=("fout",),
        says={
            "": (
                "Nog niet nagekeken in $blok: '$zin' $waarom. Klopt de zin, sluit dan dit punt met "
                "'standrapport nagekeken $jaar $nummer --door NAAM'."
            ),
            "herschreven": (
                "Nog niet nagekeken in $blok: '$zin' $waarom. Zo staat de zin er niet meer; klopt "
                "wat er nu staat, sluit dan dit punt met 'standrapport nagekeken $jaar $nummer "
                "--door NAAM'."
            ),
            "herinnering": (
                "Hier staat nog '# Nakijken'; kijk het blok eronder na en haal die regel weg."
            ),
            "definitief": (
                "Het rapport is definitief, maar $wat nog niet nagekeken; zie standrapport status "
                "$jaar."
            ),
        },
    ),
    Code(
        "SR-S030",
        "fout",
        title="Definitief, maar er staan opmerkingen open",
        explanation=(
            "In rapport.yaml staat 'status: definitief', maar lezers hebben opmerkingen gemaakt "
            "waarvan niet gezegd is wat ermee gedaan is."
        ),
        remedy=(
            "Handel elke opmerking af met 'standrapport opmerking', of zet de status van het "
            "rapport op concept."
        ),
        wrong="status: definitief, met een open opmerking in opmerkingen.yaml",
        right="standrapport opmerking 2024 3 --afgehandeld 'Zin aangepast.'",
        says={
            "": (
                "Het rapport is definitief, maar $aantal $staan nog open ($nummers); zie "
                "standrapport status $jaar."
            ),
        },
    ),
    Code(
        "SR-S031",
        "waarschuwing",
        title="Opmerking bij een blok dat er niet is",
        explanation="Een opmerking noemt een blok dat in deze editie niet (meer) bestaat.",
        remedy="Noem bij 'blok' het blok waar zij over gaat, of handel haar af.",
        wrong="blok: cijfers/tekst-weggehaald",
        right="blok: cijfers/tekst-instroom",
        says={
            "": "Opmerking $nummer gaat over '$blok', en dat blok is er niet.$hint",
        },
    ),
    Code(
        "SR-S060",
        "waarschuwing",
        title="Vastgestelde editie zou veranderen",
        explanation=(
            "Van een definitief rapport is bewaard wat er gedrukt stond. Sindsdien is iets "
            "veranderd waardoor het nu iets anders zou drukken: de catalogus, een formule, een "
            "bron, een cijfer, een tekst of een sjabloon."
        ),
        remedy=(
            "Houd de catalogus van toen aan met 'standrapport vaststellen JAAR --houd', draai de "
            "verandering terug, of stel de editie opnieuw vast met 'standrapport vaststellen JAAR'."
        ),
        wrong="definitie: anders dan toen het rapport over 2021 werd vastgesteld",
        right="standrapport vaststellen 2021 --houd",
        says={
            "": "De vastgestelde editie $jaar zou veranderen: $plaatsen.",
        },
    ),
    Code(
        "SR-S061",
        "waarschuwing",
        title="Vaststelling niet te lezen",
        explanation=(
            "In figures/<jaar>/vastgesteld/ staat wat een definitief rapport drukte; dat bestand "
            "is niet te lezen, en veranderingen zijn dus niet na te gaan."
        ),
        remedy="Zet het bestand terug, of stel de editie opnieuw vast.",
        wrong="een afgebroken gedrukt.json",
        right="standrapport vaststellen 2021",
        says={
            "": (
                "Wat de vastgestelde editie $jaar drukte, is niet te lezen; of zij zou veranderen "
                "is niet na te gaan."
            ),
        },
    ),
    Code(
        "SR-S062",
        "fout",
        title="Procesplaat wijst iets aan dat er niet is",
        explanation=(
            "Een weg komt uit op een cijfer dat het blok niet onder 'naar' heeft, of een naam "
            "wijst een weg aan die er niet is. De tekening kan dan niet gemaakt worden."
        ),
        remedy="Gebruik een naam die er is, of zet het cijfer ook onder 'naar' van het blok.",
        wrong="wegen: [{naam: snel, titel: Snel, naar: [besluiten.onbekend]}]",
        right="wegen: [{naam: snel, titel: Snel, naar: [besluiten.toegekend]}]",
        says={
            "": (
                "De weg '$naam' komt uit op $cijfer, en dat staat niet onder 'naar' van dit blok "
                "(daar staan $er_zijn)."
            ),
            "weg": "Bij '$sleutel' staat '$naam', en zo'n andere weg is er niet; er zijn $er_zijn.",
            "dubbel": "De naam '$naam' is al van een andere weg in dit blok.",
            "nergens": "De weg '$naam' komt nergens op uit; noem onder 'naar' minstens een cijfer.",
            "blijft": "Onder 'blijft' hoort precies een cijfer.",
        },
    ),
    Code(
        "SR-S063",
        "opmerking",
        title="Wat ingaat, komt niet helemaal uit",
        explanation=(
            "In een stroom is wat binnenkomt meer of minder dan wat eruit gaat en blijft, en dat "
            "komt niet door het afronden. De tekening laat het verschil zien als 'niet "
            "uitgesplitst'."
        ),
        remedy="Zet bij 'blijft' het cijfer dat het verschil is, of noem de stroom die ontbreekt.",
        wrong="van: [a.in], naar: [a.uit], met een verschil van 700",
        right="blijft: {titel: Blijft staan, cijfer: a.saldo}",
        says={
            "meer_in": (
                "Er gaan $aantal meer in dan eruit; de tekening noemt dat 'niet uitgesplitst'. Zet "
                "bij 'blijft' welk cijfer het is."
            ),
            "meer_uit": (
                "Er gaan $aantal meer uit dan erin; de tekening noemt dat 'niet uitgesplitst'. Zet "
                "bij 'blijft' welk cijfer het is."
            ),
            "blijft": (
                "Ook met wat blijft is er een verschil van $aantal; de tekening noemt dat 'niet "
                "uitgesplitst'."
            ),
        },
    ),
    Code(
        "SR-S064",
        "fout",
        title="Versies van de samenvatting noemen niet dezelfde cijfers",
        explanation=(
            "De samenvatting bestaat in meer versies, zoals Engels of eenvoudig Nederlands. Elke "
            "versie moet precies dezelfde cijfers noemen, met dezelfde verwijzingen; dan kunnen de "
            "getallen niet verschillen."
        ),
        remedy="Noem het cijfer ook in de andere versie, of haal het in beide weg.",
        wrong="nl: {{ instroom.totaal }}; en: people arrived",
        right="nl: {{ instroom.totaal }}; en: {{ instroom.totaal }} people arrived",
        says={
            "mist": (
                "In deze versie van de samenvatting ontbreekt $cijfers; de versie in $bestand, "
                "regel $regel, noemt dat wel."
            ),
            "extra": (
                "Deze versie van de samenvatting noemt $cijfers; de versie in $bestand, regel "
                "$regel, niet."
            ),
        },
    ),
    Code(
        "SR-S065",
        "fout",
        title="Getypt getal in een andere taal",
        explanation=(
            "In een tekst die niet Nederlands is, leest niets een getypt getal na. Daar mag een "
            "getal dus alleen als verwijzing staan."
        ),
        remedy="Schrijf een verwijzing, of geef het getal op onder 'getallen' met de reden.",
        wrong="tekst: There were 17,400 people.",
        right="tekst: There were {{ instroom.totaal }} people.",
        says={
            "": (
                "Het getal '$getal' is getypt in een tekst die niet Nederlands is; gebruik een "
                "verwijzing, of geef het op onder 'getallen'."
            ),
        },
    ),
    Code(
        "SR-S066",
        "fout",
        title="Hiervoor is er geen Engels",
        explanation=(
            "In een Engelse tekst kunnen cijfers zonder filter staan, en met getal, procent, "
            "zonder_teken, verschil, vergeleken en richting. Andere filters maken Nederlandse "
            "woorden, en namen uit de catalogus zijn Nederlands."
        ),
        remedy="Gebruik een ander filter, of geef de kaart een Engelse titel.",
        wrong="{{ aandelen.zelfstandig | aandeel }}",
        right="{{ aandelen.zelfstandig | procent }}",
        says={
            "": (
                "Voor $uitdrukking is er geen Engels: gebruik geen filter, of getal, procent, "
                "zonder_teken, verschil, vergeleken of richting, bij een cijfer over een heel jaar "
                "of tot en met een maand."
            ),
            "kaart": "Geef dit kerncijfer een 'titel'; de naam in de catalogus is Nederlands.",
        },
    ),
    Code(
        "SR-S073",
        "fout",
        title="Een concept gaat niet naar buiten",
        explanation=(
            "'standrapport publiceer' maakt de uitgave die naar buiten gaat. Dat kan pas als het "
            "rapport definitief is: alle blokken akkoord, en 'status: definitief'."
        ),
        remedy=(
            "Laat eerst alle blokken akkoord geven ('standrapport status' toont wat er nog open "
            "staat) en zet daarna 'status: definitief' in rapport.yaml. Wilt u nu al een "
            "voorbeeld, gebruik dan --concept: elke bladzijde zegt dan dat het een concept is."
        ),
        wrong="status: concept, en dan standrapport publiceer 2024",
        right="standrapport publiceer 2024 --concept",
        says={
            "": (
                "Het rapport over $jaar is nog een concept en gaat zo niet naar buiten; zet "
                "'status: definitief' in rapport.yaml als alles akkoord is, of maak met --concept "
                "een gemerkt voorbeeld."
            ),
        },
    ),
    Code(
        "SR-S074",
        "waarschuwing",
        title="Er staat iets anders bij de uitgave",
        explanation=(
            "In de map die naar buiten gaat, staat een bestand dat 'standrapport publiceer' niet "
            "maakte, of dat daarna is veranderd. Het programma haalt het niet weg, en heeft het "
            "niet nagezocht op namen en redenen die binnen moeten blijven."
        ),
        remedy="Zet het bestand ergens anders voordat u de map publiceert.",
        wrong="out/publiek/2024/nagelezen.docx",
        right="nagelezen/nagelezen.docx",
        says={
            "": (
                "In $map staat ook $bestanden, niet van deze opdracht en niet nagezocht; zet dat "
                "ergens anders voordat u de map publiceert."
            ),
        },
    ),
    Code(
        "SR-S075",
        "fout",
        title="Een invultekst staat er nog",
        explanation=(
            "Een nieuw stuk begint met teksten die alleen zeggen wat er moet komen, zoals 'Hier "
            "komt de eerste vraag'. Staat zo'n tekst er nog, dan kan het stuk niet definitief "
            "worden; in een concept is het een waarschuwing."
        ),
        remedy="Zet er de echte tekst neer, of haal het blok of de sleutel weg.",
        wrong="aanhef: Geachte …,",
        right="aanhef: Geachte mevrouw De Vries,",
        also=("waarschuwing",),
        says={
            "": "Hier staat nog de invultekst '$tekst'; zet er de echte tekst neer.",
        },
    ),
)
