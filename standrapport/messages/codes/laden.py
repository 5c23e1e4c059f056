# SPDX-License-Identifier: EUPL-1.2
"""Codes of the family SR-L: reading files."""

from .code import Code

LADEN = (
    Code(
        "SR-L001",
        "fout",
        title="Geen geldige YAML",
        explanation=(
            "Het bestand kan niet gelezen worden: een tab, een vergeten aanhalingsteken of verkeerd"
            " inspringen."
        ),
        remedy=(
            "Ga naar de genoemde regel en kolom. Gebruik spaties, geen tabs; zet tekst met ': ' "
            "erin tussen aanhalingstekens."
        ),
        wrong="titel: Let op: cijfers",
        right="titel: 'Let op: cijfers'",
        says={
            "": "Het bestand is geen geldige YAML.",
            "stuurteken": (
                "Hier staat $wat, dat in een tekst niet kan; haal het weg of typ de regel opnieuw."
            ),
            "tab": ("Hier staat een tab; YAML kent alleen spaties. Vervang de tab door spaties."),
            "anders": "Dit is geen geldige YAML; kijk deze regel en de regel erboven na$waar.",
            "sleutel": (
                "Op deze regel ontbreekt de dubbele punt na de sleutel; schrijf bijvoorbeeld "
                "'titel: Cijfers'."
            ),
            "inspringen": (
                "Deze regel springt verder in dan de sleutel erboven; laat sleutels die bij elkaar "
                "horen onder elkaar beginnen$waar."
            ),
            "teken": (
                "Met dit teken kan een tekst niet beginnen; zet de tekst tussen "
                "aanhalingstekens$waar."
            ),
            "ster": (
                "Met een * kan een tekst niet beginnen; zet de tekst tussen aanhalingstekens$waar."
            ),
            "lijst": (
                "Hier kan geen lijst beginnen; zet het eerste streepje op een nieuwe regel$waar."
            ),
            "ontsnapping": "Na \\ kan dit teken niet; gebruik enkele aanhalingstekens$waar.",
            "sleutel_zonder_dubbelepunt": "Hier ontbreekt een dubbele punt na de sleutel$waar.",
            "dubbelepunt": (
                "Hier staat een dubbele punt te veel; zet tekst met ': ' erin tussen "
                "aanhalingstekens$waar."
            ),
            "adres": (
                "Hier staat een dubbele punt te veel; zet een adres of tekst met ':' erin tussen "
                "aanhalingstekens$waar."
            ),
            "geen_sleutel": (
                "Hier hoort een sleutel; kijk of het inspringen klopt en of aanhalingstekens "
                "gesloten zijn$waar."
            ),
            "geen_streepje": (
                "Hier hoort een streepje (-) van de lijst; kijk of het inspringen klopt$waar."
            ),
            "sluithaak": "Hier ontbreekt een komma of een sluithaak ]$waar.",
            "accolade": "Hier ontbreekt een komma of een sluitaccolade }$waar.",
            "open": "Een aanhalingsteken is niet gesloten$waar.",
            "naamloos": (
                "Hier staat een * of & zonder naam; zet de tekst tussen aanhalingstekens$waar."
            ),
            "accolades": (
                "Een tekst die met { of {{ begint, leest YAML anders; zet de hele tekst tussen "
                "enkele aanhalingstekens, of op een nieuwe regel onder 'tekst: |'."
            ),
            "haak": (
                "Een tekst die met [ begint, leest YAML als een lijst; zet de hele tekst tussen "
                "enkele aanhalingstekens."
            ),
            "krul": (
                "Het krulaanhalingsteken $teken is voor YAML een gewone letter; zet om de hele "
                "tekst rechte aanhalingstekens (')."
            ),
            "apostrof": (
                "Deze apostrof sluit de tekst; zet om een tekst met een apostrof dubbele "
                'aanhalingstekens (").'
            ),
            "apostrof_vooraan": (
                "De apostrof vooraan leest YAML als het begin van een aanhaling; zet om de hele "
                'tekst dubbele aanhalingstekens (").'
            ),
            "gesloten": (
                "Het aanhalingsteken $teken sluit hier de tekst, maar er volgt nog meer; zet om de "
                "hele tekst aanhalingstekens van de andere soort."
            ),
            "begint": (
                "Met $teken kan een tekst niet beginnen; zet de hele tekst tussen aanhalingstekens."
            ),
            "niet_ingesprongen": (
                "Deze regel is niet ver genoeg ingesprongen voor '$sleutel: $teken' op regel "
                "$regel; zet er $spaties spaties voor als hij bij die tekst hoort."
            ),
        },
    ),
    Code(
        "SR-L002",
        "fout",
        title="Onbekende sleutel",
        explanation=(
            "Deze sleutel bestaat hier niet. De melding noemt de sleutels die wel mogen en de naam "
            "die er het meest op lijkt."
        ),
        remedy="Verbeter de spelling of haal de sleutel weg.",
        wrong="tietel: Instroom",
        right="titel: Instroom",
        says={
            "": "De sleutel '$sleutel' bestaat niet$waar.$hint Toegestaan: $mag.",
        },
    ),
    Code(
        "SR-L003",
        "fout",
        title="Sleutel ontbreekt",
        explanation="Een sleutel die hier nodig is, staat er niet.",
        remedy="Voeg de genoemde sleutel toe.",
        wrong="- soort: tekst",
        right=("- soort: tekst\n  tekst: Een alinea."),
        says={
            "": "Hier ontbreekt de sleutel $sleutels$waar.",
            "meer": "Hier ontbreken de sleutels $sleutels$waar.",
            "keuze": "Hier ontbreekt de sleutel '$sleutel'; kies uit $keuzes.",
            "grafiek": "Hier ontbreekt $sleutels: zonder cijfers is er geen grafiek.",
        },
    ),
    Code(
        "SR-L004",
        "fout",
        title="Verkeerd soort waarde",
        explanation=(
            "Hier hoort iets anders te staan: een getal, een lijst, ja of nee, of een van de "
            "genoemde woorden."
        ),
        remedy="Schrijf de waarde zoals de melding zegt.",
        wrong="status: bijna klaar",
        right="status: concept",
        says={
            "": "Hier hoort $hoort, maar er staat $staat.",
            "accolades": (
                "Een tekst die met {{ begint, leest YAML anders; zet de hele tekst tussen enkele "
                "aanhalingstekens, of op een nieuwe regel onder 'tekst: |'."
            ),
            "keuze": "'$woord' kan hier niet; kies uit $keuzes.$hint",
            "bereik": "$getal kan hier niet; het getal ligt tussen $laag en $hoog.",
            "sleutel": "Een sleutel is een enkel woord.",
        },
    ),
    Code(
        "SR-L005",
        "fout",
        title="Bestand ontbreekt of hoort nergens bij",
        explanation=(
            "Een bestand dat nodig is, is er niet; of er staat een bestand dat bij geen tabel "
            "hoort."
        ),
        remedy="Zet het bestand op de genoemde plaats of verbeter de naam.",
        wrong="figures/2024/instrom.csv",
        right="figures/2024/instroom.csv",
        says={
            "ontbreekt": "Dit bestand ontbreekt; het is nodig voor het rapport.",
            "map": "Dit is een map; hier hoort een bestand te staan.",
            "geen_cijfers": (
                "In figures/$jaar staan geen cijferbestanden (*.csv); zet er de tabellen uit "
                "indicatoren.yaml in."
            ),
            "geen_tabel": "$bestand hoort bij geen tabel in indicatoren.yaml.$hint",
            "hoofdstuk": "Het hoofdstuk '$naam' heeft geen bestand content/$jaar/$naam.yaml.$hint",
            "thema": "De map '$map' van het thema bestaat niet in dit project.",
            "thema_buiten": "De map '$map' van het thema ligt buiten dit project.",
        },
    ),
    Code(
        "SR-L006",
        "fout",
        title="Niet als UTF-8 opgeslagen",
        explanation=(
            "Letters met accenten gaan mis als een bestand in een andere codering staat, zoals "
            "Windows-1252 of UTF-16 (in Excel: Unicode-tekst)."
        ),
        remedy=("Sla het bestand opnieuw op als 'CSV UTF-8' (Excel) of kies de codering UTF-8."),
        wrong="Opslaan als: CSV",
        right="Opslaan als: CSV UTF-8",
        says={
            "yaml": (
                "Het bestand is niet als UTF-8 opgeslagen; sla het bestand opnieuw op en kies als "
                "codering UTF-8."
            ),
            "csv": (
                "Het bestand is niet als UTF-8 opgeslagen (waarschijnlijk Windows-1252); sla het op"
                " als 'CSV UTF-8'."
            ),
            "utf_16": (
                "Het bestand is als UTF-16 opgeslagen (in Excel 'Unicode-tekst'); sla het op als "
                "'CSV UTF-8'."
            ),
            "utf_16_yaml": (
                "Het bestand is als UTF-16 opgeslagen; sla het opnieuw op en kies als codering "
                "UTF-8."
            ),
        },
    ),
    Code(
        "SR-L007",
        "fout",
        title="Onbekende kolom",
        explanation=(
            "De kop heeft een kolom die niet in indicatoren.yaml staat, of dezelfde kolom twee "
            "keer."
        ),
        remedy="Verbeter de naam in de kop, of voeg de kolom toe aan indicatoren.yaml.",
        wrong="jaar,noord,zud",
        right="jaar,noord,zuid",
        says={
            "dubbel": "De kolom '$kolom' staat twee keer in de kop; haal er een weg.",
            "onbekend": "De kolom '$kolom' bestaat niet.$hint Bekend zijn: $bekend.",
            "naamloos": (
                "Kolom $nummer heeft geen naam; geef haar een naam of haal haar weg.$hint "
                "Bekend zijn: $bekend."
            ),
            "sep": (
                "De regel 'sep=' is alleen voor Excel; haal haar weg, zodat de eerste regel de "
                "kolomnamen bevat."
            ),
        },
    ),
    Code(
        "SR-L008",
        "fout",
        title="Kolom ontbreekt",
        explanation="Een kolom uit indicatoren.yaml staat niet in het bestand.",
        remedy="Voeg de kolom toe; zet er n.n.b. in zolang het cijfer niet bekend is.",
        wrong="jaar,noord",
        right="jaar,noord,totaal",
        says={
            "": "De kolom '$kolom' van tabel $tabel ontbreekt in de kop.",
        },
    ),
    Code(
        "SR-L009",
        "fout",
        title="Cel niet te lezen",
        explanation=(
            "De cel is geen getal in Nederlandse notatie en ook niet <5, n.n.b., n.b., n.v.t. of "
            "b.l."
        ),
        remedy="Schrijf het getal als 13840, 13.840 of 54,2.",
        wrong="13.84",
        right="13.840",
        says={
            "getal": "'$tekst' is geen getal in Nederlandse notatie.$advies",
            "groot": "'$tekst' is te groot voor een cijfer; staan er twee getallen in een cel?",
            "sleutel": "De sleutel '$kolom' is leeg.",
            "peildatum": "'$tekst' is geen datum; schrijf hem als $zo.",
            "status": (
                "De status '$tekst' bestaat niet; kies definitief, voorlopig, doel of raming.$hint"
            ),
        },
    ),
    Code(
        "SR-L010",
        "fout",
        title="Waarde past niet bij de afronding",
        explanation="Het getal is niet afgerond zoals in indicatoren.yaml is afgesproken.",
        remedy=(
            "Rond het getal af, of verander de afspraak als het cijfer echt zo gepubliceerd is."
        ),
        wrong="13.843 (afronding 10)",
        right="13.840",
        says={
            "": (
                "$getal is niet afgerond op $stap, zoals voor $cijfer is afgesproken; bedoelt u "
                "$dichtbij?"
            ),
            "klein": (
                "$getal is niet afgerond op $stap, zoals voor $cijfer is afgesproken; verbeter het "
                "getal."
            ),
        },
    ),
    Code(
        "SR-L011",
        "fout",
        title="Rij staat er twee keer",
        explanation=(
            "Hetzelfde jaar (met dezelfde periode en sleutel) staat meer dan eens in de tabel."
        ),
        remedy="Haal een van de twee rijen weg.",
        wrong=("2021,13840\n2021,13850"),
        right="2021,13840",
        says={
            "": (
                "De rij voor $rij staat hier voor de tweede keer (eerst op regel $eerst); haal een "
                "van beide weg."
            ),
        },
    ),
    Code(
        "SR-L012",
        "fout",
        title="Negatief aantal",
        explanation=(
            "Een aantal, bedrag of aandeel kan niet onder nul zijn. Een saldo of groei wel, als "
            "dat in indicatoren.yaml staat."
        ),
        remedy="Verbeter het getal, of zet 'bereik: vrij' bij de kolom.",
        wrong="-20",
        right="20",
        says={
            "": (
                "$getal is negatief; een aantal of aandeel is nul of meer. Haal het minteken weg of"
                " verbeter het getal."
            ),
        },
    ),
    Code(
        "SR-L013",
        "fout",
        title="Onderdrukking niet afgesproken",
        explanation=(
            "De cel zegt '<5' maar in indicatoren.yaml is voor deze kolom geen (of een andere) "
            "onderdrukking afgesproken."
        ),
        remedy="Zet 'onderdrukking: 5' bij de kolom of vul het getal in.",
        wrong="<10 (onderdrukking: 5)",
        right="<5",
        says={
            "geen": (
                "'$tekst' kan hier niet: bij $cijfer is geen onderdrukking afgesproken. Vul het "
                "getal in, of zet 'onderdrukking: $grens' in indicatoren.yaml."
            ),
            "andere": (
                "'$tekst' kan hier niet: bij $cijfer is '<$grens' afgesproken. Schrijf dat, of het "
                "getal."
            ),
        },
    ),
    Code(
        "SR-L014",
        "fout",
        title="Geen jaartal",
        explanation="In de kolom jaar staat geen jaartal van vier cijfers.",
        remedy="Schrijf het jaar voluit.",
        wrong="'21",
        right="2021",
        says={
            "": ("'$tekst' is geen jaartal van vier cijfers; schrijf het voluit, zoals 2021."),
        },
    ),
    Code(
        "SR-L015",
        "fout",
        title="Te veel of te weinig cellen",
        explanation=(
            "De rij heeft een ander aantal cellen dan de kop; vaak door een komma in een getal."
        ),
        remedy="Zet het getal tussen aanhalingstekens of gebruik puntkomma's.",
        wrong="2021,54,2",
        right='2021,"54,2"',
        says={
            "minder": (
                "Deze rij heeft $cellen cellen, de kop $kolommen. Zet n.n.b. waar een cijfer nog "
                "niet bekend is."
            ),
            "meer": "Deze rij heeft $cellen cellen, de kop $kolommen.",
            "komma": (
                "Deze rij heeft $cellen cellen, de kop $kolommen. Staat er een komma in een getal? "
                "Zet dat getal tussen aanhalingstekens of gebruik puntkomma's."
            ),
        },
    ),
    Code(
        "SR-L016",
        "fout",
        title="Sleutel staat er twee keer",
        explanation=(
            "In dezelfde groep staat een sleutel meer dan eens; alleen de eerste zou tellen."
        ),
        remedy="Haal een van de twee weg.",
        wrong=("titel: A\ntitel: B"),
        right="titel: A",
        says={
            "": "De sleutel '$sleutel' staat hier voor de tweede keer (eerst op regel $eerst).",
        },
    ),
    Code(
        "SR-L017",
        "fout",
        title="Leeg bestand",
        explanation="Het bestand of de tabel heeft geen inhoud.",
        remedy="Vul het bestand of haal het weg.",
        wrong="jaar,noord",
        right=("jaar,noord\n2021,9200"),
        says={
            "geen_kop": "Het bestand is leeg; de eerste regel hoort de kolomnamen te bevatten.",
            "alleen_kop": "Het bestand heeft kolomnamen maar geen enkele rij met cijfers.",
            "leeg": "Het bestand is leeg.",
        },
    ),
    Code(
        "SR-L018",
        "fout",
        title="Onbekende soort blok",
        explanation="De soort van dit blok bestaat niet.",
        remedy="Kies een van de genoemde soorten.",
        wrong="soort: teskt",
        right="soort: tekst",
        says={
            "": "De soort '$soort' bestaat niet.$hint Er zijn: $soorten.",
        },
    ),
    Code(
        "SR-L019",
        "opmerking",
        also=("waarschuwing",),
        title="Tabel zonder bestand",
        explanation=(
            "Voor een tabel uit indicatoren.yaml is in deze editie geen bestand; alle cijfers ervan"
            " zijn nog niet bekend. Had de vorige editie het bestand wel, dan is dit een "
            "waarschuwing: ook de cijfers van eerdere jaren zijn dan weg."
        ),
        remedy="Niets, of lever het bestand aan.",
        wrong="(geen doorlooptijd.csv)",
        right="doorlooptijd.csv",
        says={
            "": (
                "In figures/$jaar is geen bestand voor $tabellen; die cijfers zijn allemaal n.n.b."
            ),
            "had": (
                "In figures/$jaar is geen bestand voor $tabellen, dat er in de vorige editie wel "
                "was; die cijfers zijn nu allemaal n.n.b., ook die van eerdere jaren. Zet $bestand "
                "erin."
            ),
        },
    ),
    Code(
        "SR-L020",
        "opmerking",
        title="Jaar staat er meer dan eens",
        explanation=(
            "Het jaar staat er voor het hele jaar en voor een deel ervan, of ook als doel of "
            "raming. Het jaar zelf staat voor wat over het hele jaar geteld is, anders voor het "
            "langste deel. De andere rijen dienen om dezelfde maanden te vergelijken."
        ),
        remedy="Haal een rij weg als die niet meer nodig is.",
        wrong=("2023,t/m oktober,10160\n2023,,11670"),
        right="2023,,11670",
        says={
            "": (
                "$jaar staat er meer dan eens: $rijen; zonder periode bedoelt het rapport "
                "'$gebruikt'."
            ),
        },
    ),
    Code(
        "SR-L021",
        "fout",
        title="Naam kan niet of bestaat al",
        explanation="Een naam is al in gebruik of heeft tekens die niet kunnen.",
        remedy="Kies een andere naam.",
        wrong="id: instroom-som (twee keer)",
        right="id: instroom-som-2",
        says={
            "tabel": "'$naam' kan geen tabelnaam zijn; gebruik letters, cijfers en _.",
            "kolom": (
                "'$naam' kan geen kolomnaam zijn; gebruik letters, cijfers en _, en niet $bezet: "
                "die hebben al een betekenis."
            ),
            "breuk": "'$naam' is geen jaartal; schrijf het eerste jaar van de nieuwe telling.",
            "jaar_van_bron": "'$naam' is geen jaartal; schrijf een jaartal of 'anders'.",
            "al_een_kolom": "'$naam' is al een kolom; geef het afgeleide cijfer een andere naam.",
            "cijfer": (
                "'$naam' is geen cijfernaam; schrijf twee woorden met een punt ertussen, zoals "
                "instroom.aandeel."
            ),
            "regel": "De regel '$naam' bestaat al op regel $regel; geef elke regel een eigen naam.",
            "hoofdstuk": "Het hoofdstuk '$naam' staat meer dan eens in 'hoofdstukken'.",
            "blok": "De id '$naam' is al gebruikt op regel $regel; geef elk blok een eigen id.",
            "populatie": (
                "'$naam' is al een naam van de populatie $populatie; geef elke groep een eigen "
                "naam."
            ),
            "andere_naam": (
                "'$naam' hoort al bij kolom $kolom van $tabel (regel $regel); haal hem hier of "
                "daar weg."
            ),
        },
    ),
    Code(
        "SR-L022",
        "waarschuwing",
        title="Bron onbekend",
        explanation="De genoemde bron staat niet in 'bronnen' van indicatoren.yaml.",
        remedy="Voeg de bron toe of verbeter de naam.",
        wrong="bron: websiet-2025",
        right="bron: website-2025",
        says={
            "": "De bron '$bron' staat niet in 'bronnen'.$hint",
        },
    ),
    Code(
        "SR-L023",
        "waarschuwing",
        title="Hoofdstuk niet in het rapport",
        explanation=(
            "Er is een hoofdstukbestand dat niet in 'hoofdstukken' van rapport.yaml staat."
        ),
        remedy="Zet de naam in 'hoofdstukken' of haal het bestand weg.",
        wrong="hoofdstukken: [voorwoord]",
        right="hoofdstukken: [voorwoord, cijfers]",
        says={
            "": (
                "$naam.yaml staat niet in 'hoofdstukken' van rapport.yaml en komt dus niet in "
                "het rapport."
            ),
        },
    ),
    Code(
        "SR-L024",
        "waarschuwing",
        title="Populatie onbekend",
        explanation=(
            "De genoemde populatie staat niet in 'populaties' van indicatoren.yaml, terwijl andere "
            "daar wel staan."
        ),
        remedy="Voeg de groep toe of verbeter de naam.",
        wrong="populatie: huishuodens",
        right="populatie: huishoudens",
        says={"": "De populatie '$naam' staat niet in 'populaties'.$hint"},
    ),
    Code(
        "SR-L025",
        "opmerking",
        title="Sleutel lijkt de rest van de tabel",
        explanation=(
            "Een sleutel heet 'Overige …' of zo, maar de catalogus zegt niet dat dat de rest is; "
            "in een ranglijst staat hij dan tussen de andere."
        ),
        remedy=("Noem de rest bij de sleutel van de tabel, of geef de sleutel een andere naam."),
        wrong="sleutel: regio",
        right="sleutel: {kolom: regio, rest: Overige regio's}",
        says={
            "": (
                "In tabel $tabel staat $sleutels tussen de andere sleutels; is dat de rest, schrijf"
                " dan sleutel: {kolom: $kolom, rest: $eerste}."
            ),
        },
    ),
    Code(
        "SR-L030",
        "fout",
        title="Blok voor de factsheet bestaat niet",
        explanation=(
            "Onder 'factsheet' in rapport.yaml staat een blok dat dit rapport niet heeft, of dat "
            "van een andere soort is."
        ),
        remedy="Schrijf hoofdstuk/blok, zoals de melding ze noemt.",
        wrong="grafiek: instrom",
        right="grafiek: cijfers/grafiek-instroom",
        says={
            "": "'$naam' is geen blok $soort van dit rapport; schrijf hoofdstuk/blok.$hint",
        },
    ),
    Code(
        "SR-L031",
        "fout",
        title="Sleutel doet niets",
        explanation=(
            "De sleutel bestaat, maar deze grafiek of tabel gebruikt hem niet; wat erin staat, zou "
            "niemand te zien krijgen."
        ),
        remedy="Haal de sleutel weg, of kies de vorm of indeling waar hij bij hoort.",
        wrong="vorm: staaf\n  midden: Voorraad",
        right="vorm: stroom\n  midden: Voorraad",
        says={
            "": "De sleutel '$sleutel' doet hier niets: $reden.",
        },
    ),
    Code(
        "SR-L032",
        "waarschuwing",
        title="Bloksoort uit een plugin niet bruikbaar",
        explanation=(
            "Er is een plugin met een eigen soort blok geïnstalleerd, maar die kan niet geladen "
            "worden of is niet af."
        ),
        remedy=(
            "Werk de plugin bij of haal hem weg; wie de plugin maakt, vindt de afspraken in "
            "docs/block-kinds.md."
        ),
        wrong="soort: mijlpaal",
        right="soort: tekst",
        says={
            "": ("De bloksoort van plugin '$plugin' ($adres) kan niet gebruikt worden: $reden."),
        },
    ),
    Code(
        "SR-L040",
        "fout",
        title="Periode kan niet",
        explanation="De periode hoort niet bij het jaar van de rij, of bestaat niet.",
        remedy="Verbeter de periode of het jaar.",
        wrong="2025,t/m november 2024,5590",
        right="2025,t/m november,5590",
        says={
            "jaar": "De periode '$tekst' is niet van $jaar; verbeter de periode of het jaar.",
            "volgorde": "De periode '$tekst' houdt op voordat zij begint; draai haar om.",
            "dag": "De periode '$tekst' noemt een dag die niet bestaat; verbeter de dag.",
        },
    ),
    Code(
        "SR-L041",
        "waarschuwing",
        title="Periode niet begrepen",
        explanation=(
            "De periode is geen maand, reeks maanden, dag of reeks jaren; het cijfer is met niets "
            "te vergelijken."
        ),
        remedy=(
            "Schrijf de periode als 't/m november', 'januari t/m juni', 'stand 31 augustus' of "
            "'2011 t/m 2017'."
        ),
        wrong="2025,tot november,5590",
        right="2025,t/m oktober,5590",
        says={
            "": (
                "De periode '$tekst' is niet te begrijpen; schrijf haar als 't/m november', "
                "'januari t/m juni', 'stand 31 augustus' of '2011 t/m 2017'."
            ),
        },
    ),
    Code(
        "SR-L050",
        "waarschuwing",
        title="Woorden na # vallen weg",
        explanation=(
            "In een tekst zonder aanhalingstekens leest YAML een spatie met # als het begin van "
            "een opmerking. De woorden erachter staan niet in het rapport."
        ),
        remedy=(
            "Zet de tekst tussen aanhalingstekens of achter 'tekst: |'. Is het een opmerking, zet "
            "er dan twee spaties voor en een spatie achter het hekje."
        ),
        wrong="titel: Op nummer #1 van de lijst",
        right="titel: 'Op nummer #1 van de lijst'",
        says={
            "": (
                "De woorden '$woorden' vallen weg: na een spatie is # het begin van een opmerking; "
                "zet de hele tekst tussen aanhalingstekens."
            ),
        },
    ),
    Code(
        "SR-L080",
        "fout",
        title="Meer dan een rapport kan hebben",
        explanation=(
            "Het bestand is groter, dieper of langer dan een rapport ooit is. Het wordt niet "
            "gelezen, zodat het programma niet vastloopt."
        ),
        remedy="Kijk of dit het goede bestand is, en of er niets herhaald of verkeerd geplakt is.",
        wrong="jaren: 2018..20240",
        right="jaren: 2018..2024",
        says={
            "": "Dit kan niet gelezen worden: $wat.",
        },
    ),
    Code(
        "SR-L081",
        "fout",
        title="Nog meer van dezelfde meldingen",
        explanation=(
            "Een bestand heeft zo vaak hetzelfde probleem, dat alleen de eerste keren genoemd "
            "worden."
        ),
        remedy="Herstel eerst wat er genoemd is; vaak hebben alle regels dezelfde oorzaak.",
        wrong="duizend rijen met een cel te weinig",
        right="alle rijen met evenveel cellen als de kop",
        says={
            "": "$code komt in dit bestand nog $keer keer voor, vanaf deze regel.",
        },
    ),
    Code(
        "SR-L082",
        "fout",
        title="Bestand is niet te lezen",
        explanation="Het bestand is er wel, maar het kan niet geopend worden.",
        remedy="Vraag leesrechten, of sluit het programma dat het bestand vasthoudt.",
        wrong="figures/2024/instroom.csv (alleen leesbaar voor een ander)",
        right="figures/2024/instroom.csv (leesbaar)",
        says={
            "": "Dit bestand is niet te lezen: $reden.",
        },
    ),
    Code(
        "SR-L083",
        "fout",
        title="Aanhalingsteken niet gesloten",
        explanation=(
            "Een cel begint met een aanhalingsteken dat nergens sluit; alles erna hoort dan bij "
            "die ene cel."
        ),
        remedy="Sluit het aanhalingsteken op de genoemde regel, of haal het weg.",
        wrong='2024,"Noord,3.080',
        right='2024,"Noord",3.080',
        says={
            "": (
                "In deze rij begint een aanhalingsteken dat nergens sluit; daardoor zijn de regels "
                "erna niet gelezen."
            ),
        },
    ),
    Code(
        "SR-L084",
        "fout",
        title="Jaar na het verslagjaar",
        explanation=(
            "De cijfers van een editie gaan tot en met het verslagjaar; een later jaar is een "
            "tikfout, of de rij hoort bij een volgende editie."
        ),
        remedy="Verbeter het jaartal of haal de rij weg.",
        wrong="2025,13840 (in figures/2024)",
        right="2024,13840",
        says={
            "": "Het jaar $jaar ligt na het verslagjaar $verslagjaar van deze cijfers.",
        },
    ),
    Code(
        "SR-L085",
        "fout",
        title="Aandeel boven 100 %",
        explanation=(
            "Een percentage is meestal een deel van een geheel en dus hooguit 100. Een groei of "
            "bezetting kan wel hoger zijn; dat staat dan in indicatoren.yaml."
        ),
        remedy="Verbeter het getal, of zet 'bereik: vrij' bij de kolom.",
        wrong="840 (eenheid: procent)",
        right="84",
        says={
            "": (
                "$getal % is meer dan het geheel; verbeter het getal, of zet 'bereik: vrij' bij "
                "$cijfer als het meer dan 100 kan zijn."
            ),
        },
    ),
    Code(
        "SR-L086",
        "fout",
        title="Koppeling of afbeelding die niet kan",
        explanation=(
            "Een koppeling in tekst begint met https://, http://, mailto: of #. Een afbeelding in "
            "tekst zou van het web of van deze computer gehaald worden; dat kan in een rapport "
            "niet."
        ),
        remedy="Verbeter het adres; haal de afbeelding uit de tekst.",
        wrong="[website](htps://voorbeeld.nl)",
        right="[website](https://voorbeeld.nl)",
        says={
            "adres": (
                "Het adres '$adres' kan niet in een koppeling; begin met https://, http:// of "
                "mailto:.$hint"
            ),
            "afbeelding": "In tekst kan geen afbeelding staan ('$adres'); haal haar weg.",
        },
    ),
    Code(
        "SR-L087",
        "fout",
        title="Beeld dat niet in het rapport kan",
        explanation=(
            "Een foto of tekening staat als JPEG of PNG in de map beeld/ bij de hoofdstukken en "
            "heeft woorden voor wie haar niet ziet. Een beeld van het web zou elke lezer laten "
            "ophalen, en kan weg zijn."
        ),
        remedy=(
            "Zet het bestand in de genoemde map, of verbeter de naam; schrijf onder 'alt' wat er "
            "te zien is, of 'sierend' als het beeld niets vertelt."
        ),
        wrong="{soort: beeld, bestand: https://voorbeeld.nl/foto.jpg, alt: ''}",
        right="{soort: beeld, bestand: balie.jpg, alt: Een balie met twee medewerkers.}",
        says={
            "weg": "Het beeld '$bestand' staat niet in $map.$hint",
            "web": "Het beeld '$bestand' komt van het web; zet het bestand in $map.",
            "soort": (
                "Het beeld '$bestand' is geen JPEG of PNG; open het in een beeldprogramma en "
                "bewaar het als JPEG of PNG."
            ),
            "groot": "Het beeld '$bestand' is $mb MB groot; hooguit $hooguit MB kan.",
            "alt": (
                "Schrijf onder 'alt' wat er op '$bestand' te zien is, of 'sierend' als het beeld "
                "niets vertelt."
            ),
        },
    ),
    Code(
        "SR-L088",
        "fout",
        title="Buiten de lijst, terwijl er geen lijst is",
        explanation=(
            "b.l. zegt dat een sleutel niet op de lijst van dat jaar stond, zoals een top tien. In "
            "een tabel zonder sleutels is er geen lijst."
        ),
        remedy="Schrijf n.b. (niet beschikbaar), n.n.b. (nog niet bekend) of n.v.t.",
        wrong="2021,9200,b.l.",
        right="2021,9200,n.b.",
        says={
            "": (
                "b.l. (buiten de lijst) kan alleen in een tabel met sleutels; schrijf hier n.b. "
                "(niet beschikbaar) of n.n.b. (nog niet bekend)."
            ),
        },
    ),
    Code(
        "SR-L089",
        "waarschuwing",
        title="Sleutel lijkt op een andere sleutel",
        explanation=(
            "Twee sleutels van een tabel verschillen alleen in een hoofdletter, een accent, een "
            "leesteken of een letter, en staan nooit samen in een jaar. Waarschijnlijk zijn zij "
            "dezelfde; het rapport maakt er twee rijen van, elk met een gat."
        ),
        remedy=(
            "Schrijf de sleutel in alle rijen gelijk. Zijn het er echt twee, aanvaard dan de "
            "waarschuwing."
        ),
        wrong="2023,Zuid,3.600\n2024,Ziud,3.870",
        right="2023,Zuid,3.600\n2024,Zuid,3.870",
        says={
            "": (
                "De sleutel '$sleutel' ($jaren) lijkt op '$ander' ($andere_jaren) van tabel "
                "$tabel; is het dezelfde, schrijf hem dan gelijk, anders worden het in het rapport "
                "twee rijen."
            ),
        },
    ),
    Code(
        "SR-L090",
        "fout",
        also=("opmerking",),
        title="Bestand met cijfers wordt niet gelezen",
        explanation=(
            "In figures/<jaar> worden alleen CSV-bestanden gelezen (*.csv). Een werkblad ernaast "
            "telt niet mee; is er voor de tabel geen CSV, dan zijn al haar cijfers n.n.b."
        ),
        remedy=(
            "Bewaar het werkblad als 'CSV UTF-8' onder de genoemde naam, of neem de cijfers over "
            "met 'standrapport import'."
        ),
        wrong="figures/2024/voorraad.xlsx",
        right="figures/2024/voorraad.csv",
        says={
            "": (
                "$bestand wordt niet gelezen, en $csv is er niet: alle cijfers van tabel $tabel "
                "zijn nu n.n.b. Bewaar het als 'CSV UTF-8' onder de naam $csv."
            ),
            "ernaast": (
                "$bestand wordt niet gelezen; hier tellen alleen CSV-bestanden. Staan er nieuwere "
                "cijfers in, neem ze dan over met 'standrapport import'."
            ),
        },
    ),
)
