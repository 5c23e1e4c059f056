# SPDX-License-Identifier: EUPL-1.2
"""Invented figures of an invented service in three editions, with everything that makes years
differ.
"""

from __future__ import annotations

from collections.abc import Mapping

EDITIONS: Mapping[str, str | None] = {
    "figures/indicatoren.yaml": """\
        tabellen:
          vertrek:
            titel: Vertrek
            eenheid: personen
            afronding: 10
            onderdrukking: 5
            populatie: verzonnen caseload
            bron: {anders: verzonnen, 2023: krant}
            breuken:
              - {jaar: 2022, uitleg: Vanaf 2022 tellen verzonnen terugkeerders mee}
            kolommen:
              zelf:     {titel: Zelfstandig}
              gedwongen: {titel: Gedwongen}
              zeldzaam: {titel: Zeldzaam}
          landen:
            titel: Vertrek naar land
            sleutel: land
            eenheid: personen
            bron: verzonnen
            kolommen:
              aantal: {titel: Aantal}
        bronnen:
          verzonnen: {titel: Verzonnen bron}
          krant: {titel: Verzonnen krant, via_pers: ja}
        """,
    "figures/afgeleid.yaml": """\
        afgeleid:
          vertrek.aandeel:
            titel: Aandeel zelfstandig
            formule: 100 * vertrek.zelf / (vertrek.zelf + vertrek.gedwongen)
            eenheid: procent
          vertrek.totaal:
            titel: Samen
            formule: vertrek.zelf + vertrek.gedwongen
            eenheid: personen
        """,
    "figures/regels.yaml": None,
    "figures/2021/instroom.csv": None,
    "figures/2021/caseload.csv": None,
    "figures/2021/vertrek.csv": """\
        jaar,peildatum,zelf,gedwongen,zeldzaam
        2019,2021-12-31,1500,900,20
        2020,2021-12-31,1450,850,<5
        2021,2021-12-31,1640,700,n.n.b.
        """,
    "figures/2022/vertrek.csv": """\
        jaar,peildatum,zelf,gedwongen,zeldzaam
        2019,2022-12-31,1500,900,20
        2020,2022-12-31,1480,850,10
        2021,2022-12-31,1630,700,<5
        2022,2022-12-31,2010,800,<5
        """,
    "figures/2024/vertrek.csv": """\
        jaar,periode,status,peildatum,zelf,gedwongen,zeldzaam
        2020,,,2024-12-31,1400,850,10
        2021,,,2024-12-31,1630,700,<5
        2022,,,2024-12-31,2020,800,<5
        2023,,voorlopig,2024-12-31,2300,820,n.v.t.
        2024,t/m november,voorlopig,2024-11-30,1900,n.n.b.,n.n.b.
        """,
    "figures/2022/herzieningen.yaml": """\
        herzieningen:
          - cijfers: vertrek.zelf
            jaren: [2021]
            reden: Latere verzonnen meldingen
        """,
    "figures/2021/landen.csv": """\
        jaar,land,aantal
        2021,Noordland,620
        2021,=Zuidland,380
        """,
    "figures/2022/landen.csv": """\
        jaar,land,aantal
        2021,Noordland,630
        2021,=Zuidland,380
        2022,Noordland,640
        2022,Oostland,25
        """,
    "figures/2024/landen.csv": """\
        jaar,land,aantal
        2022,Noordland,640
        2024,Noordland,700
        2024,Oostland,30
        """,
    "content/2021/rapport.yaml": None,
    "content/2021/cijfers.yaml": None,
}
