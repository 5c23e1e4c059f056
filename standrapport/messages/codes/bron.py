# SPDX-License-Identifier: EUPL-1.2
"""Codes of the family SR-B: figures against source data."""

from .code import Code

BRON = (
    Code(
        "SR-B001",
        "fout",
        title="Cijfer wijkt af van de bron",
        explanation=(
            "De bron is opnieuw geteld en het gedrukte cijfer past daar ook binnen de afronding "
            "niet bij. De melding geeft het getal van de bron zoals het getoond mag worden."
        ),
        remedy=(
            "Zoek uit welk van de twee klopt. Is het de bron: 'standrapport import --uit-bron JAAR'"
            " neemt het getal over."
        ),
        wrong="toegekend 1.650, bron 1.630",
        right="toegekend 1.630, bron 1.630",
        says={
            "": "$cijfer is $gedrukt, maar de bron geeft $goed ($geteld in $bron).",
            "meer": (
                "Nog $aantal cijfers van $tabel wijken af van de bron; 'standrapport import "
                "--uit-bron $jaar' toont ze allemaal."
            ),
        },
    ),
    Code(
        "SR-B002",
        "waarschuwing",
        title="Rijen vallen in geen kolom",
        explanation=(
            "Een deel van de rijen van de bron hoort bij geen van de kolommen. Waarden die vaak "
            "genoeg voorkomen om geen persoon te zijn, noemt de melding."
        ),
        remedy="Noem de waarde bij een kolom in 'uit_bron', of laat de rijen weg met 'waar'.",
        wrong="toegekend: {besluit: Toegekend}, bron heeft ook 'Deels toegekend'",
        right="toegekend: {besluit: [Toegekend, Deels toegekend]}",
        says={
            "": "$bron: $rijen $vallen in geen enkele kolom.",
            "genoemd": (
                "$bron: $rijen $vallen in geen enkele kolom. Waarden die bij geen kolom genoemd "
                "zijn: $waarden."
            ),
        },
    ),
    Code(
        "SR-B003",
        "waarschuwing",
        title="Genoemde waarde komt in de bron niet voor",
        explanation="Een waarde uit 'uit_bron' staat op geen enkele rij; vaak een tikfout.",
        remedy="Verbeter de spelling of haal de waarde weg.",
        wrong="{besluit: Toegeknd}",
        right="{besluit: Toegekend}",
        says={
            "": "$bron: geen enkele rij heeft $waarden; klopt de spelling?",
        },
    ),
    Code(
        "SR-B004",
        "fout",
        title="Dubbele rijen in de bron",
        explanation=(
            "Rijen hebben hetzelfde kenmerk terwijl elke rij een eigen kenmerk hoort te hebben; "
            "iets wordt dubbel geteld."
        ),
        remedy="Haal de dubbele rijen uit de bron, of verbeter 'kenmerk'.",
        wrong="twee rijen met hetzelfde zaaknummer",
        right="één rij per zaaknummer",
        says={
            "": (
                "$bron: $rijen hebben samen maar $waarden van $kolommen; elke rij hoort een eigen "
                "kenmerk te hebben."
            ),
        },
    ),
    Code(
        "SR-B005",
        "waarschuwing",
        title="Rijen buiten het jaar",
        explanation="De bron heeft rijen met een datum in een ander jaar; ze tellen niet mee.",
        remedy=(
            "Lever een bron van het goede jaar, of zet 'jaren: alle' als de bron meer jaren hoort "
            "te hebben."
        ),
        wrong="datum 2023-12-31 in een bron over 2024",
        right="alleen datums in 2024",
        says={
            "": "$bron: $rijen met een datum buiten $jaar niet meegeteld: $jaren.",
            "meer jaren": (
                "$bron: $rijen met een datum buiten de jaren tot en met $jaar niet meegeteld: "
                "$jaren."
            ),
        },
    ),
    Code(
        "SR-B006",
        "fout",
        title="Onleesbare rijen in de bron",
        explanation=(
            "Rijen van de bron konden niet gelezen worden en zijn niet meegeteld. De melding noemt "
            "hoeveel het er zijn en de eerste twintig regels, nooit wat er staat."
        ),
        remedy=(
            "Open het bronbestand op de genoemde regels en verbeter ze. Datums: 2024-12-31 of "
            "31-12-2024; getallen: 1.234 of 12,5."
        ),
        wrong="2024-02-31",
        right="2024-02-29",
        says={
            "": "$bron: $rijen niet te lezen en niet meegeteld: $waarom.$regels",
        },
    ),
    Code(
        "SR-B007",
        "waarschuwing",
        title="Sleutels van de bron staan niet in de tabel",
        explanation="De bron heeft rijen voor sleutels die in het cijferbestand geen rij hebben.",
        remedy=(
            "Voeg de rijen toe ('standrapport import --uit-bron JAAR'), of geef ze met 'overig' "
            "samen een sleutel."
        ),
        wrong="sleutel: regio",
        right="sleutel: {kolom: regio, overig: Overige regio's}",
        says={
            "": "De bron heeft sleutels ('$kolom') die in $tabel niet staan: $sleutels.",
        },
    ),
    Code(
        "SR-B008",
        "fout",
        title="Bron niet te gebruiken",
        explanation=(
            "De bron of het aangeleverde bestand is er wel, maar kan niet gelezen of geteld worden:"
            " een kolom ontbreekt, het bestand is kapot of de query mislukt."
        ),
        remedy="Doe wat de melding zegt.",
        wrong="som: aantl",
        right="som: aantal",
        says={
            "melding": "$melding",
        },
    ),
    Code(
        "SR-B009",
        "waarschuwing",
        title="Niet nageteld",
        explanation=(
            "Een tabel met 'uit_bron' is niet met de bron vergeleken, omdat de bron er niet is of "
            "niet te bereiken, of omdat het onderdeel dat bronnen leest niet geïnstalleerd is."
        ),
        remedy=(
            "Zet het bestand op de genoemde plaats, zet de verbinding in de omgeving, of installeer"
            " wat de melding noemt."
        ),
        wrong="figures/2024/bron/ zonder aanvragen_2024.csv",
        right="figures/2024/bron/aanvragen_2024.csv",
        also=("opmerking", "fout"),
        says={
            "melding": "$melding",
            "tabel": "$melding Tabel $tabel is niet nageteld.",
            "periode": (
                "$aantal cijfers van $tabel over '$periode' zijn niet nageteld; schrijf de "
                "periode als 't/m november'."
            ),
            "periode van een": (
                "1 cijfer van $tabel over '$periode' is niet nageteld; schrijf de periode als "
                "'t/m november'."
            ),
        },
    ),
    Code(
        "SR-B010",
        "fout",
        title="uit_bron klopt niet",
        explanation="De opgave bij 'uit_bron' kan zo niets betekenen.",
        remedy="Verbeter de opgave op de genoemde plaats.",
        wrong="uit_bron: {tel: rijen, som: aantal, …}",
        right="uit_bron: {som: aantal, …}",
        says={
            "herkomst": "Noem bij uit_bron een 'bestand' of een 'sql' (een van de twee).",
            "geen_verbinding": "Bij 'sql' hoort 'verbinding': de naam van de database.",
            "verbinding": "De naam bij 'verbinding' bestaat uit letters, cijfers en _.",
            "pad": (
                "Het bronbestand hoort in figures/<jaar>/ te staan; noem het pad vanaf die map, "
                "zonder '..'."
            ),
            "kop": "De regel bij 'kop' is 1 of meer.",
            "maat": (
                "Noem bij uit_bron wat geteld wordt: 'tel: rijen', 'som: <kolom>' of 'uniek: "
                "<kolom>' (een van de drie)."
            ),
            "sleutel_nodig": (
                "De tabel heeft een sleutel; noem bij uit_bron de 'sleutel' van de bron."
            ),
            "geen_sleutel": "De tabel heeft geen sleutel; haal 'sleutel' bij uit_bron weg.",
            "kolom": "De kolom '$kolom' bestaat niet in deze tabel.$hint",
            "geen_kolom": "Noem bij uit_bron ten minste een kolom.",
        },
    ),
    Code(
        "SR-B011",
        "opmerking",
        title="Cijfer nog niet ingevuld",
        explanation=(
            "De bron heeft cijfers die in het cijferbestand nog n.n.b. zijn of waarvoor nog geen "
            "rij is."
        ),
        remedy="Vul ze in met 'standrapport import --uit-bron JAAR'.",
        wrong="2024,n.n.b.",
        right="2024,1630",
        says={
            "een": (
                "1 cijfer van $tabel staat op n.n.b. terwijl de bron een waarde heeft; "
                "'standrapport import --uit-bron $jaar' vult het in."
            ),
            "meer": (
                "$aantal cijfers van $tabel staan op n.n.b. terwijl de bron een waarde heeft; "
                "'standrapport import --uit-bron $jaar' vult ze in."
            ),
            "geen_rij": (
                "$tabel heeft nog geen rij voor $ontbreekt en de bron wel; 'standrapport import "
                "--uit-bron $jaar' maakt die."
            ),
        },
    ),
    Code(
        "SR-B012",
        "opmerking",
        title="Bron gelezen",
        explanation="Hoeveel rijen er gelezen, geteld en weggelaten zijn.",
        remedy="Niets; kijk of het aantal is wat u verwacht.",
        wrong="12 rijen gelezen",
        right="10.000.000 rijen gelezen",
        says={
            "": "$bron: $rijen gelezen, $geteld geteld$verder.",
        },
    ),
    Code(
        "SR-B013",
        "waarschuwing",
        title="Cijfer hoort onderdrukt te zijn",
        explanation=(
            "Het echte aantal ligt onder de grens van 'onderdrukking', maar het cijfer wordt als "
            "getal getoond."
        ),
        remedy="Schrijf het cijfer als '<5' (de afgesproken grens).",
        wrong="3 (onderdrukking: 5)",
        right="<5",
        says={
            "": "$cijfer is $gedrukt, maar hoort volgens de bron als $goed getoond te worden.",
        },
    ),
    Code(
        "SR-B014",
        "fout",
        title="Notatie van getallen niet zeker",
        explanation=(
            "Een getal in het aangeleverde bestand betekent in Nederlandse notatie iets anders dan "
            "in Engelse, en niets in het bestand laat zien welke bedoeld is; of beide staan door "
            "elkaar."
        ),
        remedy=(
            "Kies met --getallen nl of --getallen en, of laat de getallen zonder scheidingstekens "
            "aanleveren."
        ),
        wrong="13.000 (dertienduizend of dertien)",
        right="13000",
        says={
            "vraag": "$vraag Kies met $optie.",
            "door elkaar": (
                "De getallen zijn door elkaar in Nederlandse en in Engelse notatie geschreven "
                "($getallen); maak het bestand eerst eenduidig."
            ),
        },
    ),
    Code(
        "SR-B015",
        "fout",
        title="Naam hoort bij geen kolom",
        explanation=(
            "Een naam in de aangeleverde tabel is geen kolom van de tabel in indicatoren.yaml (of "
            "lijkt op een bestaande sleutel). Zo'n naam wordt nooit geraden."
        ),
        remedy=(
            "Wijs de kolom aan met --kolom, of zet de naam blijvend onder 'ook_genoemd' bij die "
            "kolom in indicatoren.yaml."
        ),
        wrong="Regio Nord",
        right="--kolom 'Regio Nord=instroom.noord'",
        says={
            "vraag": "$vraag Kies met $optie.",
            "geen naam": "$waar heeft getallen maar geen naam; zet er in het bestand een naam bij.",
        },
    ),
    Code(
        "SR-B016",
        "fout",
        title="Niet zeker welke tabel of welk jaar",
        explanation=(
            "De aangeleverde tabel past bij meer dan een tabel van het project, of het is niet "
            "duidelijk van welk jaar, of van welk deel van het jaar, de cijfers zijn."
        ),
        remedy="Kies met de optie die de melding noemt.",
        wrong="toegekend en afgewezen, zonder titel",
        right="--tabel aanvragen",
        says={
            "vraag": "$vraag Kies met $optie.",
            "twee jaren": "Zowel $waar bevat jaren; onduidelijk is van welk jaar een cijfer is.",
            "geen jaar": "Regel $regel: bij deze getallen staat geen jaar.",
            "geen namen": (
                "$regels: niet overgenomen; er staan geen namen van tabellen uit indicatoren.yaml "
                "bij, of geen jaar. Kies met --tabel NAAM welke tabel het is."
            ),
            "delen van jaren": (
                "Dit bestand telt per maand, per kwartaal of over gebroken jaren; jaarcijfers "
                "worden daar niet uit gemaakt. Tel ze met 'uit_bron' in indicatoren.yaml."
            ),
            "geen tabel": "In dit bestand staat geen tabel met cijfers per jaar.",
            "geen sleutel": (
                "$tabel heeft een rij per $sleutel, maar die staat nergens in deze tabel."
            ),
            "schaal": (
                "Er staat '$tekst': de getallen zijn niet in hele eenheden. Lever een bestand met "
                "de getallen zelf aan."
            ),
        },
    ),
    Code(
        "SR-B017",
        "fout",
        title="Cel is geen cijfer",
        explanation=(
            "In een cel van het aangeleverde bestand staat iets dat geen cijfer van die kolom kan "
            "zijn. Zo'n cel wordt nooit hersteld: alleen wie het bestand maakte weet wat er hoort "
            "te staan."
        ),
        remedy="Verbeter de cel in het bestand, of vraag een nieuw bestand.",
        wrong="13.84 bij een aantal personen",
        right="13.840",
        says={
            "bedrag": "'$tekst' is een bedrag in euro, maar $kolom telt $eenheid.",
            "korte rij": (
                "Regel $regel heeft minder cellen dan de andere rijen; er kan een cel weggevallen "
                "zijn."
            ),
            "hele": "'$tekst' kan hier niet, want $kolom telt hele $eenheid.$advies",
            "kan niet": "'$tekst' kan hier niet.$advies",
            "groot": "'$tekst' is te groot voor een cijfer; staan er twee getallen in een cel?",
            "geen getal": "'$tekst' is geen getal.$advies",
            "percentage": "'$tekst' is een percentage, maar $kolom telt $eenheid.",
            "deel van een": (
                "'$tekst' in een kolom met procenten: is het $groot % of $klein %? Geef de cellen "
                "de opmaak procent."
            ),
            "meer dan alles": (
                "'$tekst' is meer dan 100 %; is er een percentage getypt in een cel die zelf al "
                "procenten maakt?"
            ),
            "grens": "'$tekst' kan hier niet: bij $kolom is $afspraak afgesproken.",
        },
    ),
    Code(
        "SR-B018",
        "fout",
        title="Twee waarden voor hetzelfde cijfer",
        explanation=(
            "Het aangeleverde bestand geeft voor hetzelfde cijfer van hetzelfde jaar verschillende "
            "waarden. Vaak is er een uitsplitsing (zoals man en vrouw) die het project niet kent."
        ),
        remedy="Lever alleen de rijen aan die bedoeld zijn, of kies een werkblad met --blad.",
        wrong="2023;Noord;man;7.100 en 2023;Noord;vrouw;4.570",
        right="2023;Noord;11.670",
        says={
            "": (
                "$cijfer heeft hier twee waarden: '$een' (regel $regel) en '$ander' (regel "
                "$andere_regel).$waarom"
            ),
        },
    ),
    Code(
        "SR-B019",
        "fout",
        title="Nog te kiezen",
        explanation=(
            "Het aangeleverde bestand zegt iets niet dat wel nodig is: wat een streepje betekent, "
            "op welke dag de cijfers bekend waren, of uit welke bron ze komen."
        ),
        remedy="Kies met de optie die de melding noemt.",
        wrong="een '-' in plaats van een getal",
        right="--streepje nul",
        says={
            "vraag": "$vraag Kies met $optie.",
        },
    ),
    Code(
        "SR-B020",
        "waarschuwing",
        title="Totaal in het bestand past niet bij de delen",
        explanation=(
            "Een totaal in het aangeleverde bestand is, ook met afronding, niet de som van de delen"
            " die erboven of ernaast staan."
        ),
        remedy="Vraag na wat er ontbreekt of dubbel telt.",
        wrong="delen samen 5.620, totaal 5.260",
        right="delen samen 5.620, totaal 5.620",
        also=("fout",),
        says={
            "vraag": "$vraag Kies met $optie.",
            "minder delen": (
                "'$totaal' is precies de som van de delen in dit bestand, terwijl $kolom ook "
                "$ontbreekt telt. Is het wel dat totaal? Zo niet: --kolom '$totaal=-'."
            ),
            "": (
                "'$totaal' is $gedrukt, maar de delen tellen op tot $som; afronding verklaart "
                "hooguit $afronding."
            ),
        },
    ),
    Code(
        "SR-B021",
        "opmerking",
        title="Niet overgenomen",
        explanation=(
            "Een deel van het aangeleverde bestand is niet overgenomen, met de reden: percentages "
            "naast aantallen, verschillen, maanden, totalen, verborgen rijen, of cijfers die daar "
            "nog niet bekend zijn."
        ),
        remedy="Niets, als het klopt; anders wijst u de kolom aan met --kolom.",
        wrong="kolom 'mutatie t.o.v. 2022'",
        right="kolom '2023'",
        says={
            "afgerond": "$aantal afgerond of onderdrukt zoals in indicatoren.yaml staat.",
            "waarden": "$waarden niet overgenomen ($reden), regel $regels.",
            "totalen": (
                "$waarden als totaal gelezen en niet overgenomen: $tabel heeft daar geen kolom of "
                "rij voor."
            ),
            "geen namen": (
                "$regels: niet overgenomen; er staan geen namen van tabellen uit indicatoren.yaml "
                "bij, of geen jaar."
            ),
            "lege rij": (
                "Weggehaald: $rijen over heel $jaren zonder cijfers; er is nu een deel van het "
                "jaar bekend."
            ),
            "open sleutels": (
                "$sleutels: over $jaar nog n.n.b. en niet in dit bestand. Zet b.l. bij wat buiten "
                "de lijst van dat jaar valt, of haal de rij weg; tot dan is er geen volgorde van "
                "de grootste."
            ),
            "blijft": (
                "$aantal in het bestand nog niet bekend en hier wel; wat hier staat blijft staan."
            ),
            "geen sleutel": (
                "Regel $eerste tot en met $laatste: niet overgenomen; daar staat geen $sleutel bij."
            ),
            "blad": "$wat",
            "andere tabel": (
                "Regel $eerste tot en met $laatste: hoort niet bij $tabel en is niet overgenomen."
            ),
        },
    ),
    Code(
        "SR-B022",
        "waarschuwing",
        title="Aangeleverd bestand is ouder",
        explanation=(
            "Cijfers zouden veranderen in die van een bestand met een vroegere peildatum dan wat er"
            " nu staat: waarschijnlijk is het een oude versie."
        ),
        remedy="Kijk of u het nieuwste bestand hebt; zo niet, schrijf dan niets.",
        wrong="peildatum 2023-10-31 over 2025-02-28",
        right="peildatum 2026-02-28 over 2025-02-28",
        says={
            "": (
                "Het bestand is ouder dan wat er staat: $cijfers zou een vroegere peildatum "
                "krijgen. Is dit de goede versie?"
            ),
        },
    ),
    Code(
        "SR-B023",
        "waarschuwing",
        title="De bron houdt eerder op dan de periode",
        explanation=(
            "De laatste rijen van de bron zijn van een eerdere maand dan de periode waarover het "
            "cijfer gaat. Waarschijnlijk is de uitdraai gemaakt voordat de periode om was."
        ),
        remedy=(
            "Vraag een uitdraai van de hele periode, of zet in het cijferbestand de periode die "
            "geteld is, zoals 't/m oktober'."
        ),
        wrong="laatste rij 31 oktober 2024, cijfer over heel 2024",
        right="2024,t/m oktober,1630",
        says={
            "": (
                "De laatste rij van $bron is van $maand $jaar, terwijl $tabel $tot telt; is de "
                "uitdraai volledig?"
            ),
        },
    ),
    Code(
        "SR-B024",
        "fout",
        title="Jaar en delen ervan door elkaar",
        explanation=(
            "Sommige rijen van de bron gaan over een heel jaar (2024JJ00), andere over een dag, "
            "een maand of een kwartaal van hetzelfde jaar. Samen geteld telt alles dubbel."
        ),
        remedy="Laat met 'waar' een van de twee weg, of lever alleen de jaren of alleen de delen.",
        wrong="2024JJ00 en 2024KW01",
        right="2024JJ00",
        says={
            "": (
                "$bron: $heel over heel $jaar en $deel over delen ervan; samen geteld is dat "
                "dubbel."
            ),
        },
    ),
)
