"""Codes of the family SR-B: figures against source data."""

from .code import Code

BRON = (
    Code("SR-B001", "fout", "Cijfer wijkt af van de bron", "De bron is opnieuw geteld en het gedrukte cijfer past daar ook binnen de afronding niet bij. De melding geeft het getal van de bron zoals het getoond mag worden.",
         "Zoek uit welk van de twee klopt. Is het de bron: 'standrapport import --uit-bron JAAR' neemt het getal over.", "gedwongen 1.650, bron 1.630", "gedwongen 1.630, bron 1.630"),
    Code("SR-B002", "waarschuwing", "Rijen vallen in geen kolom", "Een deel van de rijen van de bron hoort bij geen van de kolommen. Waarden die vaak genoeg voorkomen om geen persoon te zijn, noemt de melding.",
         "Noem de waarde bij een kolom in 'uit_bron', of laat de rijen weg met 'waar'.", "gedwongen: {soort: Gedwongen vertrek}, bron heeft ook 'Uitzetting'", "gedwongen: {soort: [Gedwongen vertrek, Uitzetting]}"),
    Code("SR-B003", "waarschuwing", "Genoemde waarde komt in de bron niet voor", "Een waarde uit 'uit_bron' staat op geen enkele rij; vaak een tikfout.", "Verbeter de spelling of haal de waarde weg.",
         "{soort: Zelfstandig vertrk}", "{soort: Zelfstandig vertrek}"),
    Code("SR-B004", "fout", "Dubbele rijen in de bron", "Rijen hebben hetzelfde kenmerk terwijl elke rij een eigen kenmerk hoort te hebben; iets wordt dubbel geteld.", "Haal de dubbele rijen uit de bron, of verbeter 'kenmerk'.",
         "twee rijen met hetzelfde zaaknummer", "één rij per zaaknummer"),
    Code("SR-B005", "waarschuwing", "Rijen buiten het jaar", "De bron heeft rijen met een datum in een ander jaar; ze tellen niet mee.", "Lever een bron van het goede jaar, of zet 'jaren: alle' als de bron meer jaren hoort te hebben.",
         "datum 2023-12-31 in een bron over 2024", "alleen datums in 2024"),
    Code("SR-B006", "fout", "Onleesbare rijen in de bron", "Rijen van de bron konden niet gelezen worden en zijn niet meegeteld. De melding noemt hoeveel het er zijn en de eerste twintig regels, nooit wat er staat.",
         "Open het bronbestand op de genoemde regels en verbeter ze. Datums: 2024-12-31 of 31-12-2024; getallen: 1.234 of 12,5.", "2024-02-31", "2024-02-29"),
    Code("SR-B007", "waarschuwing", "Sleutels van de bron staan niet in de tabel", "De bron heeft rijen voor sleutels die in het cijferbestand geen rij hebben.", "Voeg de rijen toe ('standrapport import --uit-bron JAAR'), of geef ze met 'overig' samen een sleutel.",
         "sleutel: nationaliteit", "sleutel: {kolom: nationaliteit, overig: Overige nationaliteiten}"),
    Code("SR-B008", "fout", "Bron niet te gebruiken", "De bron is er wel, maar kan niet geteld worden: een kolom ontbreekt, het bestand is kapot of de query mislukt.", "Doe wat de melding zegt.", "som: aantl", "som: aantal"),
    Code("SR-B009", "waarschuwing", "Niet nageteld", "Een tabel met 'uit_bron' is niet met de bron vergeleken, omdat de bron er niet is of niet te bereiken.", "Zet het bestand op de genoemde plaats, of zet de verbinding in de omgeving.",
         "figures/2024/bron/ zonder vertrek_2024.csv", "figures/2024/bron/vertrek_2024.csv"),
    Code("SR-B010", "fout", "uit_bron klopt niet", "De opgave bij 'uit_bron' kan zo niets betekenen.", "Verbeter de opgave op de genoemde plaats.", "uit_bron: {tel: rijen, som: aantal, …}", "uit_bron: {som: aantal, …}"),
    Code("SR-B011", "opmerking", "Cijfer nog niet ingevuld", "De bron heeft cijfers die in het cijferbestand nog n.n.b. zijn of waarvoor nog geen rij is.", "Vul ze in met 'standrapport import --uit-bron JAAR'.", "2024,n.n.b.", "2024,1630"),
    Code("SR-B012", "opmerking", "Bron gelezen", "Hoeveel rijen er gelezen, geteld en weggelaten zijn.", "Niets; kijk of het aantal is wat u verwacht.", "12 rijen gelezen", "10.000.000 rijen gelezen"),
    Code("SR-B013", "waarschuwing", "Cijfer hoort onderdrukt te zijn", "Het echte aantal ligt onder de grens van 'onderdrukking', maar het cijfer wordt als getal getoond.", "Schrijf het cijfer als '<5' (de afgesproken grens).", "3 (onderdrukking: 5)", "<5"),
)  # fmt: skip
