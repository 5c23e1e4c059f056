# SPDX-License-Identifier: EUPL-1.2
"""Codes of the family SR-C: consistency of the figures."""

from .code import Code

CONTROLE = (
    Code(
        "SR-C001",
        "fout",
        title="Regel klopt niet",
        explanation=(
            "Er zijn geen echte waarden achter de gedrukte getallen waarmee de regel geldt; "
            "afronding kan het verschil niet verklaren."
        ),
        remedy="Vergelijk de genoemde cellen met de bron en verbeter het getal dat fout is.",
        wrong="delen samen 13.840, totaal 13.480",
        right="delen samen 13.840, totaal 13.840",
        also=("waarschuwing", "opmerking"),
        says={
            "": "Regel '$regel' klopt niet in $jaar$sleutel$toets: $rekening.$uitleg",
            "ook": "Door dezelfde cijfers klopt ook niet: $regels.",
            "herstel": "Waarschijnlijk moet het zijn: $waarden$anders.",
            "eerst": "Kijk het eerst hiernaar: $waarden$ruimte.",
            "oorzaak": (
                "Hij klopt om dezelfde reden niet in $jaren: steeds dezelfde kant op, dus eerder "
                "één oorzaak (iets is anders geteld dan de regel zegt) dan $aantal vergissingen."
            ),
            "noemer": "Met $cijfers als basis klopt het aandeel in al die jaren.",
            "onbeslist": "Eén van deze $aantal $cellen is fout; verder bewijs wijst er geen aan.",
            "meer": (
                "Regel '$regel' klopt in $jaar ook niet voor nog $aantal sleutels; die zijn niet "
                "apart uitgezocht. Klopt de regel zelf, en staan de kolommen goed?"
            ),
        },
    ),
    Code(
        "SR-C002",
        "waarschuwing",
        title="Regel klopt alleen bij toeval",
        explanation=(
            "De regel kan gelden, maar alleen als bijna alle afrondingen dezelfde kant op gaan "
            "(meer dan drie standaardafwijkingen)."
        ),
        remedy="Kijk de genoemde cellen na; waarschijnlijk is er een verkeerd.",
        wrong="20 delen, verschil 90",
        right="20 delen, verschil 10",
        also=("opmerking",),
        says={
            "": (
                "Regel '$regel' klopt in $jaar$sleutel alleen als bijna alle afrondingen "
                "dezelfde kant op gaan$toets: $rekening.$uitleg"
            ),
            "anders": (
                "Regel '$regel': hetzelfde cijfer staat in $jaar$sleutel op twee plaatsen anders, "
                "als $links en als $rechts; met dezelfde afronding horen ze gelijk te zijn.$uitleg"
            ),
            "veel": (
                "Regel '$regel' klopt in $jaar voor $aantal sleutels alleen als bijna alle "
                "afrondingen dezelfde kant op gaan, zoals $sleutels; bij $toetsen toetsen zijn "
                "er door toeval ongeveer $verwacht te verwachten."
            ),
        },
    ),
    Code(
        "SR-C003",
        "opmerking",
        title="Totaal is een som van afgeronde delen",
        explanation=(
            "De regel geldt alleen omdat een totaal is gemaakt door afgeronde delen op te tellen; "
            "het totaal is daardoor minder precies."
        ),
        remedy="Neem het totaal liever uit de bron over.",
        wrong="totaal als som van afgeronde delen",
        right="totaal uit de bron, zelf afgerond",
        says={
            "": (
                "Regel '$regel' klopt in $jaar$sleutel alleen doordat een totaal uit afgeronde "
                "delen is opgeteld$toets: $rekening.$uitleg"
            ),
        },
    ),
    Code(
        "SR-C004",
        "opmerking",
        title="Regel niet te beslissen",
        explanation=(
            "Een cijfer is nog niet bekend of wordt niet getoond, en wat wel bekend is laat de "
            "uitkomst open."
        ),
        remedy="Niets; de regel wordt vanzelf getoetst als het cijfer er is.",
        wrong="totaal n.n.b.",
        right="totaal 13.840",
        says={
            "": "Regel '$regel' is in $jaren niet te beslissen door $cijfers.",
            "veel": (
                "Regel '$regel' is in $jaren voor $aantal sleutels niet te beslissen: niet alle "
                "cijfers zijn bekend."
            ),
        },
    ),
    Code(
        "SR-C005",
        "waarschuwing",
        title="Regel nergens getoetst",
        explanation="Voor de regel waren in geen enkel jaar cijfers; hij bewaakt dus niets.",
        remedy="Kijk of de namen en 'jaren' kloppen.",
        wrong="jaren: [2031]",
        right="jaren: alle",
        also=("opmerking",),
        says={
            "": "Regel '$regel' kon in geen enkel jaar getoetst worden: $reden",
        },
    ),
    Code(
        "SR-C006",
        "fout",
        title="Regel niet te lezen",
        explanation="De toets is geen vergelijking van twee formules met een van == != < <= > >=.",
        remedy="Verbeter de toets op de genoemde plaats.",
        wrong="toets: a.x = a.y",
        right="toets: a.x == a.y",
        says={
            "": "In regel '$regel': $reden",
        },
    ),
    Code(
        "SR-C007",
        "fout",
        title="Cijfer in regel bestaat niet",
        explanation="De regel noemt een cijfer dat niet bestaat.",
        remedy="Gebruik de naam die de melding voorstelt.",
        wrong="instrom.totaal",
        right="instroom.totaal",
        says={
            "": "In regel '$regel': $reden",
        },
    ),
    Code(
        "SR-C008",
        "waarschuwing",
        title="Verschillende populaties in een regel",
        explanation="De regel vergelijkt groepen die anders geteld zijn.",
        remedy=(
            "Kies cijfers uit één populatie, of zet 'populaties: gemengd' als het de bedoeling is."
        ),
        wrong="huishoudens.totaal == aanvragen.totaal",
        right="huishoudens.totaal <= aanvragen.totaal, met populaties: gemengd",
        says={
            "": (
                "Regel '$regel' vergelijkt verschillende populaties ($populaties); zet "
                "'populaties: gemengd' als dat de bedoeling is."
            ),
        },
    ),
    Code(
        "SR-C009",
        "waarschuwing",
        title="Hele jaren en delen van jaren in een regel",
        explanation="De regel vergelijkt een heel jaar met een deel van een jaar.",
        remedy=(
            "Geef ook de rij over dezelfde maanden van het andere jaar, of zet 'perioden: gemengd' "
            "als het de bedoeling is."
        ),
        wrong="2025 t/m februari <= 2024",
        right="2024 <= 2023",
        says={
            "": (
                "Regel '$regel' vergelijkt in $jaren een heel jaar met een deel van een jaar, of "
                "geteld met verwacht, en is daar niet getoetst; zet 'perioden: gemengd' als dat "
                "de bedoeling is."
            ),
        },
    ),
    Code(
        "SR-C010",
        "waarschuwing",
        title="Regels kloppen elk apart, maar niet samen",
        explanation=(
            "Elke regel is mogelijk binnen de afronding, maar er zijn geen echte waarden waarmee ze"
            " alle tegelijk gelden."
        ),
        remedy="Kijk de genoemde cellen na; ten minste één wijkt af.",
        wrong="drie regels die elk net passen",
        right="drie regels die samen passen",
        says={
            "": (
                "De regels $regels kloppen elk apart, maar niet samen: er zijn geen echte "
                "waarden waarmee ze alle tegelijk gelden; er blijft een verschil van $verschil "
                "over."
            ),
        },
    ),
    Code(
        "SR-C011",
        "opmerking",
        title="Regels kloppen samen alleen door opgetelde afrondingen",
        explanation=(
            "Samen passen de regels alleen als totalen die uit afgeronde delen zijn opgeteld minder"
            " precies zijn dan hun eigen afronding."
        ),
        remedy="Neem totalen liever uit de bron over.",
        wrong="totaal als som van afgeronde delen",
        right="totaal uit de bron",
        says={
            "": (
                "De regels $regels kloppen elk apart, maar niet samen: er zijn geen echte "
                "waarden waarmee ze alle tegelijk gelden; er blijft een verschil van $verschil "
                "over. Totalen die uit afgeronde delen zijn opgeteld, kunnen dat verklaren."
            ),
        },
    ),
    Code(
        "SR-C012",
        "waarschuwing",
        title="Regel kan nooit falen",
        explanation="De regel geldt voor alle mogelijke aantallen en bewaakt dus niets.",
        remedy="Maak de regel scherper of haal hem weg.",
        wrong="instroom.noord >= 0",
        right="instroom.noord <= instroom.totaal",
        says={
            "": "Regel '$regel' kan nooit falen: hij geldt voor alle aantallen van nul of meer.",
        },
    ),
    Code(
        "SR-C013",
        "fout",
        title="Regels spreken elkaar tegen",
        explanation="De regel kan nooit gelden samen met de genoemde andere regels.",
        remedy="Verbeter een van de regels.",
        wrong="a.x == a.y en a.x == a.y + 10",
        right="a.x == a.y",
        says={
            "": "Regel '$regel' spreekt $anderen tegen: ze kunnen nooit samen gelden.",
        },
    ),
    Code(
        "SR-C014",
        "opmerking",
        title="Regel volgt al uit andere",
        explanation="De regel zegt niets dat de genoemde regels samen niet al zeggen.",
        remedy="Laat hem staan voor de duidelijkheid, of haal hem weg.",
        wrong="rijen en kolommen tellen beide op tot hetzelfde totaal",
        right="alleen de rijen",
        says={
            "": "Regel '$regel' volgt al uit $anderen.",
        },
    ),
    Code(
        "SR-C015",
        "waarschuwing",
        title="Geen regels",
        explanation="Er is geen enkele regel; de cijfers worden niet op samenhang getoetst.",
        remedy="Zet regels in figures/regels.yaml.",
        wrong="regels: []",
        right=("regels:\n  - id: instroom-som\n    toets: …"),
        says={
            "": "Er zijn geen regels in figures/regels.yaml; er wordt niets getoetst.",
        },
    ),
    Code(
        "SR-C016",
        "opmerking",
        title="Herzien cijfer, met reden",
        explanation=(
            "Een cijfer van een eerdere editie staat nu anders; de reden staat in "
            "herzieningen.yaml."
        ),
        remedy="Niets; het rapport noemt de herziening in een bijlage.",
        wrong="was 8.620, is 8.600",
        right="met reden: latere registraties",
        says={
            "": "$aantal $cijfers anders dan in de editie over $editie: $lijst. Reden: $reden",
        },
    ),
    Code(
        "SR-C017",
        "waarschuwing",
        title="Herzien cijfer zonder reden",
        explanation=(
            "Een cijfer van een eerdere editie staat nu anders en er is geen reden opgegeven."
        ),
        remedy="Zet de reden in figures/<jaar>/herzieningen.yaml, of verbeter het cijfer.",
        wrong="was 8.620, is 8.600",
        right=(
            "herzieningen:\n"
            "  - {cijfers: [instroom.totaal], jaren: [2018], reden: Latere registraties.}"
        ),
        says={
            "": (
                "$aantal $cijfers anders dan in de editie over $editie: $lijst. Zet de reden in "
                "herzieningen.yaml, of verbeter het cijfer."
            ),
        },
    ),
    Code(
        "SR-C018",
        "opmerking",
        title="Regel over een breuk heen",
        explanation=(
            "De regel vergelijkt jaren van voor en na een breuk in de reeks; in die jaren is hij "
            "niet getoetst."
        ),
        remedy="Niets, of zet 'breuken: gemengd' als het de bedoeling is.",
        wrong="a.x <= a.x[-1], met breuk: {2021: anders geteld} bij a.x",
        right="a.x <= a.x[-1], met breuken: gemengd",
        says={
            "": (
                "Regel '$regel' is in $jaren niet getoetst: daar vergelijkt hij over een breuk "
                "heen ($redenen); zet 'breuken: gemengd' als dat de bedoeling is."
            ),
        },
    ),
    Code(
        "SR-C019",
        "fout",
        title="Uitbreiding ontbreekt of werkt niet",
        explanation=(
            "Het project vraagt om een programma met eigen regels dat hier niet is geïnstalleerd, "
            "of dat programma werkt niet."
        ),
        remedy=(
            "Installeer de uitbreiding, verbeter de naam onder 'uitbreidingen' in regels.yaml, of "
            "vraag het aan wie haar maakte."
        ),
        wrong="uitbreidingen: [loopt-op]",
        right="uitbreidingen: [loopt_op]",
        says={
            "ontbreekt": (
                "De uitbreiding '$naam' is niet geïnstalleerd; haar regels zijn niet getoetst.$hint"
            ),
            "stuk": "De uitbreiding '$naam'$pakket werkt niet: $reden.",
        },
    ),
    Code(
        "SR-C030",
        "waarschuwing",
        title="Aanvaarding past bij geen waarschuwing",
        explanation=(
            "In figures/<jaar>/aanvaard.yaml staat een melding die er niet is, of die niet aanvaard"
            " kan worden. Alleen waarschuwingen kunnen aanvaard worden."
        ),
        remedy=(
            "Haal weg wat niet meer nodig is, of verbeter de code, de regel of het jaar. Wat fout "
            "is, moet verbeterd worden."
        ),
        wrong="- {code: SR-C001, regel: een-regel-die-klopt, jaar: 2021, …}",
        right="- {code: SR-C001, regel: een-regel-die-niet-klopt, jaar: 2021, …}",
        says={
            "niets": (
                "$wat is aanvaard door $door op $op ($reden), maar die melding is er niet (meer);"
                " haal de aanvaarding weg."
            ),
            "code": (
                "$wat is aanvaard door $door op $op ($reden), maar die code bestaat niet.$hint"
            ),
            "regel": (
                "$wat is aanvaard door $door op $op ($reden), maar die regel bestaat niet.$hint"
            ),
            "fout": (
                "$wat is aanvaard door $door op $op ($reden), maar is een fout; een fout kan niet"
                " aanvaard worden, verbeter haar."
            ),
            "opmerking": (
                "$wat is aanvaard door $door op $op ($reden), maar is een opmerking; die hoeft niet"
                " aanvaard te worden."
            ),
            "meer": (
                "$wat is aanvaard door $door op $op ($reden), maar de melding gaat over meer:"
                " $regels; noem hier elk daarvan."
            ),
        },
    ),
    Code(
        "SR-C031",
        "waarschuwing",
        title="Aanvaarding geldt niet meer",
        explanation=(
            "Sinds een waarschuwing werd aanvaard, is een van haar cijfers veranderd; zij telt weer"
            " mee."
        ),
        remedy=(
            "Kijk de waarschuwing opnieuw na. Mag zij blijven, aanvaard haar dan opnieuw: "
            "standrapport aanvaard."
        ),
        wrong="cijfers: {'voorraad.eind[2021]': 8.770}, en nu staat er 8.780",
        right="cijfers: {'voorraad.eind[2021]': 8.780}",
        says={
            "": (
                "De aanvaarding van $wat geldt niet meer: $veranderd. Kijk de melding opnieuw na;"
                " mag zij blijven, leg dat dan weer vast met standrapport aanvaard."
            ),
        },
    ),
    Code(
        "SR-C040",
        "fout",
        title="Bron of peildatum van na het rapport",
        explanation="Een rapport kan niet weten wat pas na zijn datum verscheen of werd geteld.",
        remedy=(
            "Verbeter de datum van het rapport, de peildatum of 'gepubliceerd' van de bron, of neem"
            " het cijfer uit een eerdere bron."
        ),
        wrong="gepubliceerd: 2025-02-28, in een rapport met datum 2022-06-10",
        right="gepubliceerd: 2022-02-28",
        says={
            "bron": (
                "De bron '$bron' (gepubliceerd: $verschenen) is van na de datum van het rapport"
                " ($datum); daaruit kan niet komen: $cijfers."
            ),
            "peildatum": (
                "De peildatum $peildatum ligt na de datum van het rapport ($datum): $cijfers."
            ),
        },
    ),
    Code(
        "SR-C041",
        "fout",
        title="Peildatum voor het einde van de periode",
        explanation="Wat in een periode gebeurt, is pas na het einde van die periode te tellen.",
        remedy="Verbeter de peildatum, of zet bij 'periode' tot en met welke maand geteld is.",
        wrong="jaar 2021 (heel jaar), peildatum 2021-11-30",
        right="jaar 2021, periode t/m november, peildatum 2021-11-30",
        says={
            "": ("De peildatum $peildatum ligt voor het einde van de periode ($einde): $cijfers."),
        },
    ),
    Code(
        "SR-C042",
        "fout",
        title="Bron gaat niet over dat jaar",
        explanation=(
            "De bron van een cijfer geeft volgens 'over' geen cijfers van dat jaar, of verscheen "
            "voor het einde van de periode."
        ),
        remedy="Noem de bron van dat jaar, of verbeter 'over' of 'gepubliceerd' van de bron.",
        wrong="bron: {2022: rapport-2020}, met over: 2018..2020",
        right="bron: {2022: rapport-2023, anders: rapport-2020}",
        says={
            "over": "De bron '$bron' gaat over $over, niet over $jaar: $cijfers.",
            "vroeg": (
                "De bron '$bron' (gepubliceerd: $verschenen) is van voor het einde van de periode:"
                " $cijfers."
            ),
        },
    ),
    Code(
        "SR-C043",
        "fout",
        title="Bron nog op te geven",
        explanation=(
            "De bron voor 'anders' gaat niet over dit jaar; wie de cijfers invult, noemt de bron "
            "ervan. Een definitief rapport kan niet zonder."
        ),
        remedy="Zet het jaar met zijn bron bij 'bron', of vul de kolom 'bron' van de rij in.",
        wrong="bron: website-2025, met over: 2018..2024, en een cijfer van 2025",
        right="bron: {2025: website-2026, anders: website-2025}",
        also=("waarschuwing",),
        says={
            "": "De bron van $jaar is nog op te geven: $cijfers.",
        },
    ),
    Code(
        "SR-C044",
        "fout",
        title="Cijfer uit de pers terwijl de eigen bron er is",
        explanation=(
            "De pers gaf dit cijfer door, en een andere bron van dezelfde kolom gaat ook over dat "
            "jaar."
        ),
        remedy="Neem het cijfer uit de eigen bron over, of zet in 'over' wat die bron echt geeft.",
        wrong="bron: {2022: krant, anders: website}, met over: 2018..2023 bij website",
        right="bron: website",
        says={
            "": (
                "De bron '$bron' gaf dit via de pers door, terwijl '$eigen' ook over $jaar gaat:"
                " $cijfers."
            ),
        },
    ),
    Code(
        "SR-C045",
        "fout",
        title="Eenheden die niet bij elkaar horen",
        explanation=(
            "Een formule of regel telt bedragen, dagen, percentages of aantallen bij elkaar op of "
            "vergelijkt ze. Euro, duizend euro en miljoen euro rekent het programma zelf om."
        ),
        remedy="Neem cijfers met dezelfde eenheid, of verbeter 'eenheid' in de catalogus.",
        wrong="formule: kosten.totaal + duur.dagen",
        right="formule: kosten.lessen + kosten.fietsen",
        says={
            "cijfer": "Formule van '$cijfer': $reden",
            "regel": "Regel '$regel': $reden",
        },
    ),
    Code(
        "SR-C046",
        "waarschuwing",
        title="Cijfer van een eerdere editie is nu onbekend",
        explanation=(
            "De vorige editie gaf dit cijfer; in deze editie staat er n.n.b., n.b. of b.l. De "
            "lezer ziet dan een gat waar vorig jaar een getal stond."
        ),
        remedy=(
            "Neem de waarde van de vorige editie over, of zet in figures/<jaar>/herzieningen.yaml "
            "waarom het cijfer is ingetrokken."
        ),
        wrong="2023,n.n.b. (editie 2023: 4.910)",
        right="2023,4.910",
        says={
            "": (
                "$aantal $cijfers $noemde de editie over $editie gaf, $zijn hier niet bekend: "
                "$lijst; neem de waarde over, of zet de reden in herzieningen.yaml."
            ),
        },
    ),
)
