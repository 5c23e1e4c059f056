# SPDX-License-Identifier: EUPL-1.2
"""Invented tables of many trades, from which catalogues for training are drawn.

A column is named by a noun (`N`: 'kinderboeken'), by what is done with the unit (`P`: participle,
past plural, particle, noun of the verb) or by where it comes from (`S`: the name, and a phrase with
it).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class N:
    """A column that is a noun in the plural."""

    name: str
    title: str
    noun: str


@dataclass(frozen=True)
class P:
    """A column that is what is done: 'uitgeleend', 'leenden', 'uit', 'uitleningen'."""

    name: str
    title: str
    participle: str
    past: str
    particle: str = ""
    verbal: str = ""


@dataclass(frozen=True)
class S:
    """A column that is a source or place: 'de balie', 'via de balie'."""

    name: str
    title: str
    subject: str
    phrase: str


Kolom = N | P | S


@dataclass(frozen=True)
class Tabel:
    """A table: its names, what it counts, and its columns; keys make it long."""

    name: str
    title: str
    unit: str
    population: str
    definition: str
    columns: tuple[Kolom, ...]
    total: bool = True
    keys: tuple[tuple[str, str], ...] = ()  # key, phrase
    marker: str = ""  # the word that tells its population: 'landelijk'


TABELLEN = (
    Tabel("uitleningen", "Uitleningen naar soort", "exemplaren", "alle filialen", "Exemplaren die een lid meenam.",
          (N("kinderboek", "Kinderboeken", "kinderboeken"), N("roman", "Romans", "romans"), N("dvd", "Films", "films"), N("tijdschrift", "Tijdschriften", "tijdschriften"))),
    Tabel("leden", "Leden van de bibliotheek", "leden", "ingeschreven leden", "Personen met een geldige pas op 31 december.",
          (P("nieuw", "Ingeschreven", "ingeschreven", "schreven", "in", "inschrijvingen"), P("opgezegd", "Opgezegd", "opgezegd", "zegden", "op", "opzeggingen"), N("jeugd", "Jeugdleden", "jeugdleden"))),
    Tabel("dieren", "Dieren in het asiel", "dieren", "dierenasiel", "Dieren die het asiel in het jaar bereikten.",
          (N("hond", "Honden", "honden"), N("kat", "Katten", "katten"), N("konijn", "Konijnen", "konijnen"), N("vogel", "Vogels", "vogels"))),
    Tabel("plaatsing", "Uitkomst van de opvang", "dieren", "dierenasiel", "Wat er met de dieren gebeurde.",
          (P("geplaatst", "Geplaatst", "geplaatst", "plaatsten", "", "plaatsingen"), P("opgehaald", "Opgehaald door de eigenaar", "opgehaald door de eigenaar", "haalden", "op", ""), P("ingeslapen", "Ingeslapen", "ingeslapen", "lieten", "inslapen", ""))),
    Tabel("meldingen", "Meldingen bij de meldkamer", "meldingen", "veiligheidsregio", "Oproepen die de meldkamer aannam.",
          (N("brand", "Branden", "branden"), N("ongeval", "Ongevallen", "ongevallen"), N("loos", "Loos alarm", "gevallen van loos alarm"), N("water", "Wateroverlast", "meldingen van wateroverlast"))),
    Tabel("uitruk", "Uitgerukte voertuigen", "ritten", "brandweer", "Ritten van een voertuig van de brandweer.",
          (S("noord", "Kazerne Noord", "de kazerne Noord", "van de kazerne Noord"), S("zuid", "Kazerne Zuid", "de kazerne Zuid", "van de kazerne Zuid"), S("haven", "Havenpost", "de havenpost", "van de havenpost"))),
    Tabel("zaken", "Zaken bij de rechtbank", "zaken", "rechtbank Oostland", "Zaken die in het jaar bij de rechtbank liepen.",
          (P("ingekomen", "Ingekomen", "ingekomen", "kwamen", "binnen", ""), P("beslist", "Beslist", "beslist", "besliste", "", "beslissingen"), P("geschikt", "Geschikt", "geschikt", "schikten", "", "schikkingen"), P("niet_ontvankelijk", "Niet-ontvankelijk verklaard", "niet-ontvankelijk verklaard", "verklaarden", "niet-ontvankelijk", ""))),
    Tabel("vonnis", "Vonnissen naar rechter", "vonnissen", "rechtbank Oostland", "Vonnissen die in het jaar zijn gewezen.",
          (S("straf", "Strafrechter", "de strafrechter", "van de strafrechter"), S("civiel", "Civiele rechter", "de civiele rechter", "van de civiele rechter"), S("familie", "Familierechter", "de familierechter", "van de familierechter"))),
    Tabel("reizen", "Reizen per vervoermiddel", "reizen", "stadsvervoer", "Ritten met een geldig kaartje.",
          (S("bus", "Bus", "de bus", "met de bus"), S("tram", "Tram", "de tram", "met de tram"), S("metro", "Metro", "de metro", "met de metro"), S("veer", "Veerpont", "de veerpont", "met de veerpont"))),
    Tabel("ritten", "Uitvoering van de dienstregeling", "ritten", "stadsvervoer", "Ritten die in de dienstregeling stonden.",
          (P("gepland", "Gepland", "gepland", "planden", "", ""), P("gereden", "Gereden", "gereden", "reden", "", ""), P("uitgevallen", "Uitgevallen", "uitgevallen", "vielen", "uit", ""), P("vertraagd", "Vertraagd", "vertraagd", "vertraagden", "", "vertragingen"))),
    Tabel("bezoek", "Bezoek aan het museum", "bezoekers", "museum", "Personen die het museum binnengingen.",
          (N("school", "Scholieren", "scholieren"), N("gezin", "Gezinnen", "bezoekers in gezinsverband"), N("toerist", "Toeristen", "toeristen"), P("online", "Online gekocht", "online gekocht", "kochten", "", ""))),
    Tabel("collectie", "Beheer van de collectie", "voorwerpen", "museumcollectie", "Voorwerpen in het depot.",
          (P("aangekocht", "Aangekocht", "aangekocht", "kochten", "aan", "aankopen"), P("geschonken", "Geschonken", "geschonken", "schonken", "", "schenkingen"), P("gerestaureerd", "Gerestaureerd", "gerestaureerd", "restaureerden", "", "restauraties"), P("uitgeleend", "In bruikleen gegeven", "in bruikleen gegeven", "gaven", "in bruikleen", ""))),
    Tabel("zwemles", "Zwemlessen", "kinderen", "zwembad", "Kinderen die les kregen.",
          (P("gestart", "Begonnen", "begonnen", "begonnen", "", ""), P("diploma", "Diploma behaald", "met een diploma vertrokken", "behaalden", "", ""), P("gestopt", "Gestopt zonder diploma", "gestopt zonder diploma", "stopten", "zonder diploma", ""))),
    Tabel("opnamen", "Opnamen in het ziekenhuis", "patiënten", "ziekenhuis", "Patiënten die ten minste een nacht bleven.",
          (S("spoed", "Spoedeisende hulp", "de spoedeisende hulp", "via de spoedeisende hulp"), S("huisarts", "Huisarts", "de huisarts", "via de huisarts"), S("elders", "Ander ziekenhuis", "een ander ziekenhuis", "uit een ander ziekenhuis"))),
    Tabel("operaties", "Operaties", "operaties", "ziekenhuis", "Ingrepen onder narcose.",
          (P("gepland", "Gepland", "gepland", "planden", "", ""), P("uitgesteld", "Uitgesteld", "uitgesteld", "stelden", "uit", ""), P("afgezegd", "Afgezegd", "afgezegd", "zegden", "af", "afzeggingen"), P("geslaagd", "Geslaagd", "geslaagd", "slaagden", "", ""))),
    Tabel("bouw", "Bouwvergunningen", "vergunningen", "gemeente Veldhoek", "Aanvragen om te mogen bouwen.",
          (P("ingediend", "Ingediend", "ingediend", "dienden", "in", ""), P("verleend", "Verleend", "verleend", "verleende", "", "verleningen"), P("geweigerd", "Geweigerd", "geweigerd", "weigerde", "", "weigeringen"), P("ingetrokken", "Ingetrokken", "ingetrokken", "trokken", "in", "intrekkingen"))),
    Tabel("storing", "Storingen in het net", "storingen", "netbeheer", "Onderbrekingen van de levering.",
          (S("stroom", "Elektriciteit", "het elektriciteitsnet", "in het elektriciteitsnet"), S("gas", "Gas", "het gasnet", "in het gasnet"), S("water", "Drinkwater", "het drinkwaternet", "in het drinkwaternet"))),
    Tabel("aansluiting", "Aansluitingen", "woningen", "netbeheer", "Woningen die stroom kunnen krijgen.",
          (P("aangesloten", "Aangesloten", "aangesloten", "sloten", "aan", "aansluitingen"), P("afgesloten", "Afgesloten", "afgesloten", "sloten", "af", "afsluitingen"), P("wachtend", "Op de wachtlijst", "op de wachtlijst gezet", "zetten", "op de wachtlijst", ""))),
    Tabel("klacht", "Klachten", "klachten", "klantenservice", "Uitingen van onvrede die zijn geregistreerd.",
          (P("gegrond", "Gegrond", "gegrond verklaard", "verklaarden", "gegrond", ""), P("ongegrond", "Ongegrond", "ongegrond verklaard", "verklaarden", "ongegrond", ""), P("doorgestuurd", "Doorgestuurd", "doorgestuurd", "stuurden", "door", ""))),
    Tabel("telefoon", "Contact met klanten", "contacten", "klantenservice", "Keren dat een klant contact zocht.",
          (S("telefoon", "Telefoon", "de telefoon", "per telefoon"), S("mail", "E-mail", "de mail", "per e-mail"), S("balie", "Balie", "de balie", "aan de balie"), S("chat", "Chat", "de chat", "via de chat"))),
    Tabel("cursus", "Cursussen", "cursisten", "volksuniversiteit", "Deelnemers aan een cursus.",
          (P("aangemeld", "Aangemeld", "aangemeld", "meldden", "aan", "aanmeldingen"), P("afgerond", "Afgerond", "afgerond", "rondden", "af", ""), P("afgehaakt", "Afgehaakt", "afgehaakt", "haakten", "af", "afhakers"))),
    Tabel("oogst", "Oogst", "kisten", "telersvereniging", "Kisten die naar de veiling gingen.",
          (N("appel", "Appels", "kisten appels"), N("peer", "Peren", "kisten peren"), N("pruim", "Pruimen", "kisten pruimen"))),
    Tabel("veiling", "Verkoop op de veiling", "kisten", "telersvereniging", "Kisten die de veiling verwerkte.",
          (P("verkocht", "Verkocht", "verkocht", "verkochten", "", "verkopen"), P("doorgedraaid", "Doorgedraaid", "doorgedraaid", "draaiden", "door", ""), P("teruggenomen", "Teruggenomen", "teruggenomen", "namen", "terug", ""))),
    Tabel("dijk", "Inspectie van dijken", "gebreken", "waterschap", "Gebreken die bij een inspectie zijn gezien.",
          (P("gevonden", "Gevonden", "gevonden", "vonden", "", ""), P("hersteld", "Hersteld", "hersteld", "herstelden", "", "herstellingen"), P("open", "Niet hersteld", "niet hersteld", "herstelden", "niet", ""))),
    Tabel("vacature", "Vacatures", "vacatures", "uitzendbureau", "Plaatsen die een werkgever meldde.",
          (P("gemeld", "Gemeld", "gemeld", "meldden", "", "meldingen"), P("vervuld", "Vervuld", "vervuld", "vervulden", "", ""), P("vervallen", "Vervallen", "vervallen", "vervielen", "", ""))),
    Tabel("personeel", "Personeel", "medewerkers", "eigen personeel", "Medewerkers met een contract op 31 december.",
          (N("vast", "Vaste medewerkers", "vaste medewerkers"), N("tijdelijk", "Tijdelijke medewerkers", "tijdelijke medewerkers"), N("stage", "Stagiairs", "stagiairs"), P("instroom", "In dienst gekomen", "in dienst gekomen", "kwamen", "in dienst", ""))),
    Tabel("schip", "Schepen in de haven", "schepen", "haven van Westerdiep", "Schepen die aanlegden.",
          (N("tanker", "Tankers", "tankers"), N("container", "Containerschepen", "containerschepen"), N("cruise", "Cruiseschepen", "cruiseschepen"), P("geweigerd", "Geweigerd", "geweigerd", "weigerden", "", "weigeringen"))),
    Tabel("wijkbezoek", "Bezoekers naar woonplaats", "bezoekers", "museum", "Bezoekers naar de plaats waar zij wonen.",
          (N("aantal", "Bezoekers", "bezoekers"),), total=False,
          keys=
          (("Oosterhaven", "uit Oosterhaven"), ("Lindedal", "uit Lindedal"), ("Kwakkelveen", "uit Kwakkelveen"), ("Torenburg", "uit Torenburg"))),
    Tabel("herkomst", "Studenten naar land", "studenten", "hogeschool", "Studenten uit het buitenland.",
          (P("ingeschreven", "Ingeschreven", "ingeschreven", "schreven", "in", "inschrijvingen"), P("afgestudeerd", "Afgestudeerd", "afgestudeerd", "studeerden", "af", "")), total=False,
          keys=
          (("Belgische", "Belgische"), ("Duitse", "Duitse"), ("Spaanse", "Spaanse"), ("Poolse", "Poolse"))),
    Tabel("vestiging", "Bestellingen per vestiging", "bestellingen", "webwinkel", "Bestellingen die een vestiging verwerkte.",
          (P("verzonden", "Verzonden", "verzonden", "verzonden", "", "verzendingen"), P("retour", "Teruggestuurd", "teruggestuurd", "stuurden", "terug", "")), total=False,
          keys=
          (("Molenhoek", "in Molenhoek"), ("Zandpoort", "in Zandpoort"), ("Eikenrade", "in Eikenrade"))),
)  # fmt: skip
