# SPDX-License-Identifier: EUPL-1.2
"""Codes of the family SR-N: numbers and claims in text."""

from .code import Code

TEKST = (
    Code(
        "SR-N001",
        "fout",
        title="Verwijzing niet te lezen",
        explanation=(
            "Wat tussen {{ en }} staat, is geen cijfernaam of formule, of de haken sluiten niet."
        ),
        remedy="Verbeter de verwijzing op de genoemde plaats.",
        wrong="{{ instroom totaal }}",
        right="{{ instroom.totaal }}",
        says={
            "": "$Reden.",
            "vraag": "$Reden?",
            "open": "Deze {{ wordt niet gesloten met }}.",
            "sluit": "Deze }} sluit niets; er staat geen {{ voor.",
        },
    ),
    Code(
        "SR-N002",
        "fout",
        title="Cijfer in tekst bestaat niet",
        explanation="De tekst noemt een cijfer dat niet bestaat.",
        remedy="Gebruik de naam die de melding voorstelt.",
        wrong="{{ instrom.totaal }}",
        right="{{ instroom.totaal }}",
        says={"": "$Reden.", "vraag": "$Reden?"},
    ),
    Code(
        "SR-N003",
        "fout",
        title="Filter past niet",
        explanation="Het filter bestaat niet of past niet bij dit cijfer.",
        remedy="Kies een filter uit docs/schrijven.md.",
        wrong="{{ instroom.totaal | procenten }}",
        right="{{ instroom.aandeel_noord | procent }}",
        says={"": "$Reden.", "vraag": "$Reden?"},
    ),
    Code(
        "SR-N004",
        "fout",
        title="Opdracht in tekst",
        explanation=(
            "Teksten kennen alleen {{ … }}; opdrachten zoals {% … %} worden niet uitgevoerd."
        ),
        remedy="Haal de opdracht weg.",
        wrong="{% if … %}",
        right="{{ instroom.totaal }}",
        says={"": "'$opdracht' kan niet in tekst; alleen {{ … }} met een cijfer of formule."},
    ),
    Code(
        "SR-N005",
        "fout",
        title="Bewering klopt niet",
        explanation=(
            "De tekst beweert iets over de cijfers dat niet waar is, of (als waarschuwing) dat "
            "alleen door toevallige afrondingen nog waar kan zijn."
        ),
        remedy="Verander de tekst en de bewering, of verbeter het cijfer.",
        wrong="beweert: instroom.totaal > instroom.totaal[-1] (bij een daling)",
        right="beweert: instroom.totaal < instroom.totaal[-1]",
        also=("waarschuwing",),
        says={
            "": "De bewering '$toets' klopt niet in $jaar$sleutel: $rekening.$uitleg",
            "toeval": (
                "De bewering '$toets' klopt in $jaar$sleutel alleen als bijna alle afrondingen "
                "dezelfde kant op gaan: $rekening.$uitleg"
            ),
            "opgeteld": (
                "De gedrukte cijfers van $jaar spreken de bewering '$toets' tegen; ze kan alleen "
                "nog kloppen doordat een totaal uit afgeronde delen is opgeteld: "
                "$rekening.$uitleg"
            ),
        },
    ),
    Code(
        "SR-N006",
        "opmerking",
        title="Bewering niet te beslissen",
        explanation=(
            "Een cijfer in de bewering is nog niet bekend, of (als waarschuwing) de bewering kon in"
            " geen enkel jaar getoetst worden."
        ),
        remedy="Wacht op het cijfer of pas de tekst aan.",
        wrong="beweert: voorraad.eind > 9000 (n.n.b.)",
        right="beweert: instroom.totaal > 9000",
        also=("waarschuwing",),
        says={
            "": "De bewering '$regel' is in $jaren niet te beslissen door $cijfers.",
            "veel": (
                "De bewering '$regel' is in $jaren voor $aantal sleutels niet te beslissen: niet "
                "alle cijfers zijn bekend."
            ),
            "ongetoetst": "De bewering '$regel' kon in geen enkel jaar getoetst worden: $reden",
        },
    ),
    Code(
        "SR-N007",
        "fout",
        title="Bewering niet te lezen",
        explanation="De bewering is geen vergelijking, of noemt een cijfer dat niet bestaat.",
        remedy="Verbeter de bewering op de genoemde plaats.",
        wrong="beweert: instroom daalt",
        right="beweert: instroom.totaal < instroom.totaal[-1]",
        says={
            "": "In de bewering: $reden",
        },
    ),
    Code(
        "SR-N008",
        "opmerking",
        also=("waarschuwing",),
        title="Onbekend cijfer in de tekst",
        explanation=(
            "In de tekst komt n.n.b. te staan, omdat het cijfer nog niet bekend is; als "
            "waarschuwing wanneer het jaar voor het begin van de cijfers ligt."
        ),
        remedy="Vul het cijfer in zodra het er is, of herschrijf de zin.",
        wrong="Er kwamen n.n.b. aanvragen.",
        right="Er kwamen 5.990 aanvragen.",
        says={
            "": "In de tekst komt '$woord' te staan: $verwijzing is $soort.",
            "voor": (
                "In de tekst komt '$woord' te staan: $verwijzing vraagt $jaar, en de cijfers "
                "beginnen in $eerst; kies een later jaar of herschrijf de zin."
            ),
            "volgorde": (
                "In de tekst komt '$woord' te staan: de volgorde staat niet vast zolang $sleutels "
                "niet bekend $zijn; zet b.l. bij wat buiten de lijst valt."
            ),
        },
    ),
    Code(
        "SR-N009",
        "waarschuwing",
        title="Tekst vergelijkt over een breuk heen",
        explanation=(
            "De verwijzing vergelijkt jaren van voor en na een breuk in de reeks; het verschil "
            "komt dan ook van het anders tellen."
        ),
        remedy="Vergelijk met een jaar van na de breuk, of noem alleen het cijfer zelf.",
        wrong="{{ 100 * a.x / a.x[-1] }} procent, met breuk: {2021: anders geteld} bij a.x",
        right="{{ a.x }}",
        says={
            "": (
                "'$verwijzing' vergelijkt over een breuk heen: in $jaar is de telling veranderd "
                "($reden)."
            ),
        },
    ),
    Code(
        "SR-N010",
        "fout",
        title="Getal past bij geen cijfer",
        explanation="In de tekst staat een getal dat bij geen enkel cijfer hoort.",
        remedy=(
            "Verbeter het getal (de melding noemt welk cijfer de zin noemt), noem het cijfer met "
            "{{ … }}, of zet het met een reden onder getallen."
        ),
        wrong="In 2021 stroomden 13.480 mensen in.",
        right="In 2021 stroomden {{ instroom.totaal }} mensen in.",
        says={
            "": (
                "'$getal' leest als $lezing; dat is $waarde. Zet het getal anders met een reden "
                "onder getallen."
            ),
            "niets": (
                "'$getal' past bij geen cijfer; noem het cijfer met {{ … }}, of zet het getal met "
                "een reden onder getallen."
            ),
        },
    ),
    Code(
        "SR-N011",
        "opmerking",
        title="Getal past bij meer dan één cijfer",
        explanation=(
            "De zin kan meer dan één cijfer noemen, en wat er staat past niet bij het cijfer dat "
            "de woorden het best noemen; wat er staat, is niet zeker na te gaan."
        ),
        remedy="Noem het cijfer met {{ … }}, of schrijf duidelijker welk cijfer het is.",
        wrong="Er kwamen 5.740 aanvragen.",
        right="Er kwamen {{ aanvragen.online }} aanvragen online.",
        says={
            "": "'$wat' is $is, maar de zin noemt eerder $lezing.",
            "alles": "'$wat' kan van alles zijn: $is; noem het cijfer met {{ … }}.",
        },
    ),
    Code(
        "SR-N012",
        "fout",
        title="Getal van een ander jaar",
        explanation="Het getal hoort bij een ander jaar dan waar de zin over gaat.",
        remedy="Verbeter het getal, of noem het jaar in de zin.",
        wrong="In 2021 kwamen er 15.000 dossiers uit Noord (het cijfer van 2020).",
        right="In 2021 kwamen er {{ instroom.noord }} dossiers uit Noord.",
        says={"": "'$getal' leest als $lezing; dat is $waarde. $getal is $ander."},
    ),
    Code(
        "SR-N013",
        "fout",
        title="Richting klopt niet",
        explanation=(
            "Een woord als 'steeg', 'verdubbelde' of 'hoogste' past niet bij de cijfers; als "
            "waarschuwing wanneer afronding het nog mogelijk laat."
        ),
        remedy="Verander het woord, of laat {{ … | richting(-1) }} het kiezen.",
        wrong="De instroom steeg tot 13.840 (een daling).",
        right="De instroom is {{ instroom.totaal | richting(-1) }}.",
        also=("waarschuwing",),
        says={
            "": "Er staat '$woorden', maar $cijfers.",
            "groep": (
                "Er staat '$woorden', maar $hoe in $jaar dan in $eerder: $wel; niet $hoe: $niet."
            ),
        },
    ),
    Code(
        "SR-N014",
        "waarschuwing",
        title="Opgegeven getal staat er niet",
        explanation="Onder getallen staat een getal dat in het blok niet voorkomt.",
        remedy="Haal de opgave weg, of schrijf het getal zoals het in de tekst staat.",
        wrong="getallen: [{getal: zes, reden: …}] bij een tekst zonder 'zes'",
        right="getallen: [{getal: vijf, reden: aantal knelpunten}]",
        says={"": "'$getal' is opgegeven onder getallen, maar staat niet in dit blok."},
    ),
    Code(
        "SR-N015",
        "fout",
        title="Getal van een ander cijfer",
        explanation="Het getal is de waarde van een ander cijfer dan de zin noemt.",
        remedy="Verbeter het getal, of schrijf om welk cijfer het gaat.",
        wrong="Uit Zuid kwamen 9.200 dossiers (het cijfer van Noord).",
        right="Uit Zuid kwamen {{ instroom.zuid }} dossiers.",
        says={"": "'$getal' leest als $lezing; dat is $waarde. $getal is $ander."},
    ),
    Code(
        "SR-N016",
        "fout",
        title="Verwijzing is niet wat de zin noemt",
        explanation=(
            "De verwijzing geeft een ander cijfer, een ander jaar of een andere vergelijking dan de"
            " woorden van de zin."
        ),
        remedy="Gebruik de verwijzing die de melding voorstelt, of verander de zin.",
        wrong="Uit Noord kwamen {{ instroom.zuid }} dossiers.",
        right="Uit Noord kwamen {{ instroom.noord }} dossiers.",
        says={
            "cijfer": "'$wat' is $is, maar de zin noemt $lezing; gebruik $goed.",
            "jaar": "'$wat' is $is, maar de zin gaat over $lezing; gebruik $goed.",
            "vergelijking": (
                "'$wat' vergelijkt met $is, maar de zin noemt $lezing; gebruik verschil($goed), of "
                "noem $is in de zin."
            ),
        },
    ),
    Code(
        "SR-N017",
        "fout",
        title="Volgorde of plaats klopt niet",
        explanation=(
            "De tekst zegt dat iets meer, minder, het meest of op een plaats in de rij is, en de "
            "cijfers zeggen iets anders; als waarschuwing wanneer afronding het nog mogelijk laat."
        ),
        remedy="Verander de woorden, of verbeter het cijfer.",
        wrong="Er kwamen meer dossiers uit Zuid dan uit Noord (het was andersom).",
        right="Er kwamen meer dossiers uit Noord dan uit Zuid.",
        also=("waarschuwing",),
        says={
            "": "Er staat '$woorden', maar $cijfers.",
        },
    ),
    Code(
        "SR-N020",
        "fout",
        also=("waarschuwing",),
        title="Opmaak die letterlijk in het rapport komt",
        explanation=(
            "De tekst gebruikt opmaak die het rapport niet kent of die niet af is. De lezer ziet "
            "dan de tekens zoals ze getypt zijn, of mist de woorden: enkele accolades, een "
            "voetnoot zonder noot, een tabel in Markdown zonder kop, een opsomming met tekens uit "
            "een tekstverwerker (als waarschuwing)."
        ),
        remedy=(
            "Schrijf een cijfer tussen dubbele accolades, zet bij elke voetnoot een regel "
            "'[^1]: …', en geef de kop van een tabel evenveel kolommen als de rest."
        ),
        wrong="Er stroomden { instroom.totaal } mensen in.",
        right="Er stroomden {{ instroom.totaal }} mensen in.",
        says={
            "accolade": "'$wat' komt letterlijk in het rapport; bedoelt u $goed?",
            "voetnoot": (
                "De voetnoot '$wat' komt letterlijk in het rapport; zet onder de tekst een regel "
                "die begint met '$wat:'."
            ),
            "los": "De noot '$wat' komt niet in het rapport: nergens in deze tekst staat '$wat'.",
            "dubbel": (
                "De noot '$wat' staat twee keer onder deze tekst; alleen de eerste komt in het "
                "rapport."
            ),
            "tabel": (
                "Een tabel in Markdown komt als losse streepjes in het rapport: de regel erboven "
                "heeft niet evenveel kolommen."
            ),
            "opsomming": (
                "'$wat' maakt hier geen opsomming: de punten lopen in het rapport door in een "
                "alinea. Begin elk punt op een nieuwe regel met '- ' of met '1. '."
            ),
        },
    ),
    Code(
        "SR-N023",
        "waarschuwing",
        title="Alinea begint met een jaar en een punt",
        explanation=(
            "In Markdown is '2021.' aan het begin van een alinea het nummer van een opsomming. Het "
            "rapport laat het jaar staan, maar andere programma's maken er een lijst van, met "
            "andere jaren."
        ),
        remedy="Zet een woord voor het jaar, of een dubbele punt erachter.",
        wrong="2021. Het eerste jaar met cijfers.",
        right="In 2021: het eerste jaar met cijfers.",
        says={
            "": (
                "Deze alinea begint met '$jaar.', en dat is in Markdown het nummer van een "
                "opsomming; zet er een woord voor, of een dubbele punt achter."
            ),
        },
    ),
    Code(
        "SR-N024",
        "fout",
        title="Twee populaties naast elkaar",
        explanation=(
            "Een tabel of grafiek zet cijfers over verschillende groepen mensen of zaken naast "
            "elkaar. De lezer vergelijkt dan wat niet te vergelijken is. In een tabel is dit een "
            "waarschuwing."
        ),
        remedy=(
            "Maak er twee blokken van, of zeg met 'vergelijkbaar' waarom het mag; de lezer moet "
            "het "
            "dan ook kunnen lezen."
        ),
        wrong="cijfers: [loket.bezoekers, gemeente.inwoners]",
        right="vergelijkbaar: De titel zegt dat dit twee tellingen zijn.",
        also=("waarschuwing",),
        says={
            "": (
                "Dit blok zet populaties naast elkaar die niet te vergelijken zijn: $populaties; "
                "maak er twee blokken van, of zeg met 'vergelijkbaar' waarom het mag."
            ),
        },
    ),
    Code(
        "SR-N025",
        "fout",
        title="Hele jaren naast delen van een jaar",
        explanation=(
            "Een tabel of grafiek zet een deel van een jaar naast hele jaren. Het deel lijkt dan "
            "een "
            "daling. In een tabel is dit een waarschuwing."
        ),
        remedy=(
            "Laat het deel weg, of zeg met 'vergelijkbaar' waarom het mag; de lezer moet het dan "
            "ook "
            "kunnen lezen."
        ),
        wrong="jaren: 2020..2024 (2024 loopt t/m oktober)",
        right="jaren: 2020..2023",
        also=("waarschuwing",),
        says={
            "": (
                "Dit blok zet perioden van verschillende lengte naast elkaar: $perioden; laat er "
                "een "
                "weg, of zeg met 'vergelijkbaar' waarom het mag."
            ),
        },
    ),
    Code(
        "SR-N026",
        "fout",
        title="Percentages, bedragen en aantallen op een as",
        explanation=(
            "Een grafiek tekent percentages, bedragen of een duur op dezelfde as als aantallen, of "
            "bedragen in euro's naast bedragen in miljoenen. De hoogte van het een zegt dan niets "
            "naast die van het ander."
        ),
        remedy="Maak er twee grafieken van.",
        wrong="cijfers: [besluiten.totaal, besluiten.aandeel_op_tijd]",
        right="cijfers: [besluiten.totaal, besluiten.op_tijd]",
        says={
            "": (
                "Deze grafiek zet percentages ($aandelen) op de as van aantallen; maak er twee "
                "grafieken van."
            ),
            "soorten": (
                "Deze grafiek zet op een as wat niet naast elkaar te leggen is: $soorten; maak er "
                "een grafiek per soort van."
            ),
        },
    ),
    Code(
        "SR-N027",
        "fout",
        title="Totaal op een stapel met zijn delen",
        explanation=(
            "Een gestapelde grafiek of stroom telt op. Staat een totaal erbij, dan telt alles "
            "dubbel."
        ),
        remedy="Haal het totaal weg: de hele stapel is het totaal.",
        wrong="vorm: gestapeld, cijfers: [zaken.nieuw, zaken.heropend, zaken.totaal]",
        right="vorm: gestapeld, cijfers: [zaken.nieuw, zaken.heropend]",
        says={
            "": (
                "'$totaal' is een totaal en staat op een stapel met zijn delen ($delen); alles "
                "telt "
                "dan dubbel. Haal het totaal weg."
            ),
        },
    ),
    Code(
        "SR-N028",
        "fout",
        title="Titel noemt andere jaren",
        explanation=(
            "De jaren in de titel van een tabel of grafiek zijn niet de jaren die er staan."
        ),
        remedy="Verander de titel, of de jaren onder 'jaren'.",
        wrong="titel: Instroom, 2018 tot en met 2024 met jaren: 2020..2024",
        right="titel: Instroom, 2020 tot en met 2024 met jaren: 2020..2024",
        says={"": "De titel zegt $zegt, maar dit blok toont $is."},
    ),
    Code(
        "SR-N029",
        "fout",
        title="Jaren zonder cijfers",
        explanation=(
            "Een tabel of grafiek vraagt jaren waarvan geen enkel cijfer een rij heeft. Er staat "
            "dan "
            "een lege kolom."
        ),
        remedy="Haal die jaren weg, of zet een rij met n.n.b. in het cijferbestand.",
        wrong="jaren: 2010..2024 (de cijfers beginnen in 2018)",
        right="jaren: 2018..2024",
        says={"": "Voor $jaren zijn hier geen cijfers; zij lopen van $eerst tot en met $laatst."},
    ),
    Code(
        "SR-N033",
        "fout",
        title="Twee rijen met dezelfde naam",
        explanation=(
            "Twee rijen van een tabel, lijnen van een grafiek of kerncijfers heten hetzelfde. De "
            "lezer kan ze niet uit elkaar houden."
        ),
        remedy="Geef de kolommen in indicatoren.yaml een eigen 'titel' of 'kort'.",
        wrong="cijfers: [zaken.totaal, bezwaren.totaal] (beide 'Totaal')",
        right="titel: Totale instroom",
        says={"": "Meer dan een rij heet hier '$naam' ($cijfers); geef elk een eigen naam."},
    ),
    Code(
        "SR-N034",
        "opmerking",
        title="Toch naast elkaar",
        explanation=(
            "Dit blok zet met 'vergelijkbaar' populaties of perioden naast elkaar, met een reden. "
            "Staat er niets door elkaar, dan is 'vergelijkbaar' niet nodig."
        ),
        remedy="Kijk of de reden nog geldt, en of de lezer haar ook leest.",
        wrong="vergelijkbaar: (zonder dat er iets door elkaar staat)",
        right="vergelijkbaar: De titel zegt dat dit twee tellingen zijn.",
        also=("waarschuwing",),
        says={
            "": "Hier staat door elkaar: $wat. De reden: $reden",
            "nodeloos": (
                "'vergelijkbaar' is hier niet nodig, want er staat niets door elkaar. De reden die "
                "er staat: $reden"
            ),
        },
    ),
    Code(
        "SR-N045",
        "waarschuwing",
        title="Bevestigde lezing geldt niet meer",
        explanation=(
            "Onder 'leest' staat hoe woorden in dit blok bedoeld zijn. Die lezing vervalt als de "
            "zin of het cijfer verandert, en zij maakt nooit een getal goed dat niet klopt."
        ),
        remedy=(
            "Lees de zin opnieuw en bevestig de lezing met 'standrapport lees', of haal haar onder "
            "'leest' weg."
        ),
        wrong="leest: een lezing van een zin die nu anders luidt",
        right="standrapport lees 2024 cijfers/tekst-instroom --bevestig 830 --door 'A. Jansen'",
        says={
            "vervallen": (
                "De lezing van '$woorden' als $als, van $door op $op, is vervallen: de zin of het "
                "cijfer is veranderd. Bevestig haar opnieuw, of haal haar weg."
            ),
            "weg": (
                "De woorden '$woorden' staan niet meer in dit blok; haal de lezing als $als, van "
                "$door op $op, weg."
            ),
            "onjuist": (
                "De lezing van '$woorden' als $als, van $door op $op, klopt niet: dat is niet wat "
                "er staat."
            ),
        },
    ),
    Code(
        "SR-N053",
        "fout",
        title="Een bereik loopt niet op",
        explanation=(
            "'{{ a }} tot {{ b }}' en 'tussen {{ a }} en {{ b }}' zeggen dat het tweede getal "
            "hoger is. Is het dat niet, dan is een verwijzing verkeerd, of staan ze andersom."
        ),
        remedy="Zet de twee verwijzingen andersom, of neem het cijfer dat bedoeld is.",
        wrong="tussen {{ team.meeste }} en {{ team.minste }} leden",
        right="tussen {{ team.minste }} en {{ team.meeste }} leden",
        says={
            "": (
                "Er staat '$laag' en dan '$hoog' als bereik, maar het tweede is niet hoger dan het "
                "eerste; wissel ze om of neem het bedoelde cijfer."
            ),
        },
    ),
    Code(
        "SR-N054",
        "waarschuwing",
        title="Hetzelfde cijfer twee keer in een zin",
        explanation=(
            "Een zin noemt twee keer precies hetzelfde cijfer. Bijna altijd is de tweede keer een "
            "ander cijfer bedoeld: een deel, of een ander jaar."
        ),
        remedy=(
            "Neem bij de tweede verwijzing het cijfer dat bedoeld is, of noem het getal maar een "
            "keer."
        ),
        wrong="Van de {{ cursus.gestart }} mensen zijn er {{ cursus.gestart }} geslaagd.",
        right="Van de {{ cursus.gestart }} mensen zijn er {{ cursus.geslaagd }} geslaagd.",
        says={
            "": (
                "Deze zin noemt $getal ({{ $verwijzing }}) twee keer; neem voor de tweede keer het "
                "cijfer dat bedoeld is, of schrijf de zin anders."
            ),
        },
    ),
    Code(
        "SR-N046",
        "fout",
        title="Rekent over twee populaties heen",
        explanation=(
            "Een verschil, som of aandeel in de tekst neemt cijfers van twee populaties samen. Wie "
            "in beide zit telt dan dubbel, en het verschil zegt niets."
        ),
        remedy=(
            "Neem twee cijfers van dezelfde populatie, of zeg met 'vergelijkbaar' bij het blok "
            "waarom het mag; de lezer moet het dan ook kunnen lezen."
        ),
        wrong="{{ gemeente.inwoners - loket.bezoekers }}",
        right="{{ gemeente.inwoners }} en {{ loket.bezoekers }}",
        says={
            "": (
                "Hier wordt gerekend over populaties heen: $wat; neem cijfers van een populatie, "
                "of zeg met 'vergelijkbaar' waarom het mag."
            ),
        },
    ),
    Code(
        "SR-N030",
        "fout",
        title="Bron bij een tekst bestaat niet",
        explanation="Onder 'volgens' staat een bron die niet in indicatoren.yaml staat.",
        remedy=(
            "Schrijf de naam zoals die onder 'bronnen' staat, zet de bron daar erbij, of schrijf "
            "'eigen' voor wat de redactie zelf zegt."
        ),
        wrong="volgens: jaarpaln, hoofdstuk 2",
        right="volgens: jaarplan, hoofdstuk 2",
        says={"": "De bron '$bron' staat niet onder 'bronnen' in indicatoren.yaml.$hint"},
    ),
    Code(
        "SR-N031",
        "fout",
        title="Bron is van na het rapport",
        explanation=(
            "De bron onder 'volgens' is later verschenen dan het rapport. Wat er staat, kon het "
            "rapport op zijn datum dus niet weten."
        ),
        remedy=(
            "Neem een eerdere bron, haal het uit de tekst, of verbeter 'datum' in rapport.yaml of "
            "'gepubliceerd' bij de bron."
        ),
        wrong="volgens: evaluatie, bladzijde 3 (verschenen na de datum van het rapport)",
        right="volgens: jaarplan, hoofdstuk 2",
        says={"": "De bron '$bron' verscheen $wanneer, na de datum van dit rapport ($datum)."},
    ),
    Code(
        "SR-N032",
        "fout",
        title="Zin bij een bron staat er niet",
        explanation="Onder 'volgens' staan woorden van een zin die niet in het blok voorkomen.",
        remedy="Neem de woorden over zoals ze in de tekst staan.",
        wrong="zin: De oude woorden",
        right="zin: De nieuwe woorden",
        says={"": "De woorden '$zin' staan niet in dit blok; de bron hoort bij geen zin."},
    ),
    Code(
        "SR-N050",
        "fout",
        title="Vraag zonder antwoord",
        explanation=(
            "Op een vraag volgt geen antwoord, en geen antwoord noemt haar nummer; als "
            "waarschuwing zolang het stuk een concept is."
        ),
        remedy="Zet er een blok 'antwoord' achter, of noem het nummer bij een ander antwoord.",
        wrong="- {soort: vraag, tekst: …} zonder blok antwoord erna",
        right="- {soort: antwoord, vragen: [7, 8], tekst: …}",
        also=("waarschuwing",),
        says={"": "Vraag $nummer heeft nog geen antwoord."},
    ),
    Code(
        "SR-N051",
        "fout",
        title="Antwoord zonder vraag",
        explanation="Een antwoord hoort bij een vraag die er niet is.",
        remedy="Zet de vraag ervoor, of verbeter het nummer onder 'vragen'.",
        wrong="- {soort: antwoord, vragen: [7, 81], tekst: …}",
        right="- {soort: antwoord, vragen: [7, 8], tekst: …}",
        says={
            "": "Dit antwoord noemt vraag $nummers; de vragen lopen van 1 tot en met $laatste.",
            "voor": "Voor dit antwoord staat geen vraag.",
        },
    ),
    Code(
        "SR-N052",
        "fout",
        title="Groep bestaat niet",
        explanation="Een blok 'populaties' noemt een groep die niet in indicatoren.yaml staat.",
        remedy="Gebruik een naam die onder 'populaties' staat.",
        wrong="groepen: [aanvragres]",
        right="groepen: [aanvragers]",
        says={"": "De groep '$groep' staat niet onder 'populaties' in indicatoren.yaml.$hint"},
    ),
    Code(
        "SR-N063",
        "fout",
        title="Cijfer in een tabel van woorden",
        explanation=(
            "Een tabel in Markdown is voor woorden: wat in een rij en kolom samenkomt, is geen zin "
            "en wordt niet nagelezen. Een cijfer daarin zou niemand controleren."
        ),
        remedy=(
            "Gebruik een blok 'tabel' voor cijfers, of schrijf het cijfer in de tekst. Jaren, data "
            "en getallen tot en met twintig mogen."
        ),
        wrong="| Noord | 9.200 |",
        right="soort: tabel",
        says={"": "In deze tabel van woorden staat $wat; zet cijfers in een blok 'tabel'."},
    ),
)
