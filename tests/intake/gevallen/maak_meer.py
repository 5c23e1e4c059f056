# SPDX-License-Identifier: EUPL-1.2
"""Makes the workbooks of the second and third part, 300 and up: `python -m
tests.intake.gevallen.maak_meer`. All figures are invented.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .maak import BRON, VOLLEDIG, Rows, Sheet, Spread, Styled, write

DUIZENDTALLEN: Rows = [["Bron", 2023, 2024], ["IND", 11, 10], ["Politie", 2, 2]]
VROUWEN: Rows = [["Bron", 2023, 2024], ["IND", 3310, 3040], ["Politie", 300, 280]]
REGIO: Rows = [["Bron", 2023, 2024], ["IND", 3310, 3040], ["Politie", 710, 660], ["KMar", 300, 280]]
LATER: Rows = [["Bron", "Aantal"], ["IND", 10150], ["Politie", 2210]]
EERDER: Rows = [["Bron", "Aantal"], ["IND", 11040], ["Politie", 2370]]

WORKBOOKS: Mapping[str, Sequence[Sheet]] = {
    "337-ketenbreed-naast-caseload": [
        Sheet(
            "Blad1",
            [
                [
                    Spread("Soort vertrek", down=2),
                    Spread("Vertrek uit de caseload", 2),
                    None,
                    Spread("Ketenbreed vertrek", 2),
                    None,
                ],
                [None, 2023, 2024, 2023, 2024],
                ["Zelfstandig vertrek", 2710, 2840, 4410, 4560],
                ["Gedwongen vertrek", 2050, 2130, 3720, 3810],
                ["Zelfstandig vertrek zonder toezicht", 5980, 5620, 9990, 9870],
            ],
        )
    ],
    "360-filter-verbergt-rij": [
        Sheet("Blad1", [*VOLLEDIG, ["Totaal", 15920, 14680]], hidden_rows=(3,))
    ],
    "361-jaar-met-datumopmaak": [
        Sheet("Blad1", [["Bron", Styled(2023, "d-m-yyyy"), Styled(2024, "d-m-yyyy")], *BRON[1:]])
    ],
    "362-letterlijk-procentteken": [
        Sheet(
            "Blad1",
            [
                ["Jaar", "Aandeel asiel", "Aandeel zelfstandig vertrek"],
                [2023, Styled(61, '0"%"'), Styled(56.8, '0.0"%"')],
                [2024, Styled(62, '0"%"'), Styled(54.2, '0.0"%"')],
            ],
        )
    ],
    "363-procent-honderd-keer-te-groot": [
        Sheet(
            "Blad1",
            [
                ["Jaar", "Aandeel asiel", "Aandeel regulier"],
                [2023, Styled(61, "0%"), Styled(39, "0%")],
                [2024, Styled(62, "0%"), Styled(38, "0%")],
            ],
        )
    ],
    "364-duizendtallen-op-toelichting": [
        Sheet("Instroom", [["Instroom naar bron"], [], *DUIZENDTALLEN]),
        Sheet("Toelichting", [["Toelichting"], ["Aantallen zijn weergegeven in duizendtallen."]]),
    ],
    "365-voorlopig-op-toelichting": [
        Sheet("Instroom", [["Instroom naar bron"], [], *BRON]),
        Sheet("Toelichting", [["Toelichting"], ["De cijfers over 2024 zijn voorlopig."]]),
    ],
    "366-selectie-op-voorblad": [
        Sheet(
            "Voorblad",
            [["Cijferlevering 2024"], ["Verzonnen dienst"], [], ["Selectie: geslacht = vrouw"]],
        ),
        Sheet("Instroom", [["Instroom naar bron"], [], *VROUWEN]),
    ],
    "367-getallen-door-opmaak-verborgen": [
        Sheet(
            "Blad1",
            [
                ["Bron", 2022, 2023, 2024],
                ["IND", Styled(9480, ";;;"), 11040, 10150],
                ["Politie", Styled(2260, ";;;"), 2370, 2210],
            ],
        )
    ],
    "368-samengevoegde-titel-en-voet": [
        Sheet(
            "Blad1",
            [
                [Spread("Instroom naar bron", 5), None, None, None, None],
                [],
                ["Bron", None, 2023, None, 2024],
                ["IND", None, 11040, None, 10150],
                ["Politie", None, 2370, None, 2210],
                ["KMar", None, 1020, None, 940],
                [],
                [Spread("Gegenereerd op 3 maart 2025 14:02", 5), None, None, None, None],
            ],
        )
    ],
    "369-blad-en-titel-spreken-elkaar-tegen": [
        Sheet("2023", [["Instroom 2023"], *EERDER]),
        Sheet("2024", [["Instroom 2023"], *LATER]),
    ],
    "415-werkmap-met-inhoud": [
        Sheet(
            "Inhoud",
            [["Inhoud"], [], ["Tabel 1", "Instroom naar bron"], ["Tabel 2", "Laissez-passers"]],
        ),
        Sheet(
            "Tabel 1", [["Tabel 1. Instroom naar bron"], [], *VOLLEDIG, ["Totaal", 15920, 14680]]
        ),
        Sheet(
            "Tabel 2",
            [
                ["Tabel 2. Laissez-passers"],
                [],
                ["", 2023, 2024],
                ["Ingediend", 1310, 1420],
                ["Ingetrokken", 140, 160],
            ],
        ),
    ],
    "430-blad-van-een-regio": [Sheet("Regio Noord", [["Instroom naar bron"], [], *REGIO])],
}

ODS: Mapping[str, Rows] = {
    "329-soort-boven-jaar": [
        [Spread("Land", down=2), Spread("Zelfstandig", 2), None, Spread("Gedwongen", 2), None],
        [None, 2023, 2024, 2023, 2024],
        ["Albanië", 310, 290, 440, 430],
        ["Marokko", 260, 280, 370, 360],
    ],
}

if __name__ == "__main__":
    write(WORKBOOKS, ODS, {})
