# SPDX-License-Identifier: EUPL-1.2
"""The traps that are no text; maak.py writes them. All figures are invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tests.intake.gevallen.maak import Rows, Sheet, Spread, Styled

from .gewoon import aantal

HUISHOUDENS: Rows = [
    ["Huishoudens"],
    [],
    [
        Spread("Regio", down=2),
        Spread("Eenpersoonshuishoudens", 2),
        None,
        Spread("Meerpersoonshuishoudens", 2),
        None,
    ],
    [None, 2023, 2024, 2023, 2024],
    ["Hoogland", 79, 80, 113, 113],
    ["Laagland", 50, 51, 75, 75],
    ["Zoutmeer", 18, 18, 28, 28],
]

BRITS: Rows = [
    ["Table 3: Work permits by country, 2023 and 2024"],
    ["This worksheet contains one table. Some cells contain shorthand, see the Notes sheet."],
    ["Source: invented permit register"],
    ["Country", "Granted 2023", "Granted 2024", "Refused 2023", "Refused 2024"],
    ["Arvenia", *aantal(1310, 1365, 104, 118)],
    ["Belmark", *aantal(835, 870, 91, 88)],
    ["Corland", *aantal(102, 98), "[c]", "[c]"],
    ["Südmark", *aantal(655, 671, 77, 69)],
]

WORKBOOKS: Mapping[str, Sequence[Sheet]] = {
    "2033-schaal-op-de-leeswijzer": [
        Sheet("Tabel", HUISHOUDENS),
        Sheet(
            "Leeswijzer",
            [
                ["Leeswijzer"],
                ["De cijfers komen uit de verzonnen huishoudensstatistiek."],
                ["Alle aantallen staan in duizendtallen; de regio's zijn die van 2022."],
                ["Vragen? Mail de redactie."],
            ],
        ),
    ],
    "2042-cumulatief-boven-de-jaren": [
        Sheet(
            "Verwezen",
            [
                ["Verwijzingen naar zorgsoort"],
                [],
                [Spread("Zorgsoort", down=3), Spread("Verwezen", 3), None, None],
                [None, Spread("Cumulatief vanaf 2022", 3), None, None],
                [None, 2022, 2023, 2024],
                ["Dagbehandeling", *aantal(1240, 2508, 3803)],
                ["Thuisbegeleiding", *aantal(3410, 6795, 10247)],
            ],
        )
    ],
    "2046-aantal-werd-een-datum": [
        Sheet(
            "Verwijzingen",
            [
                ["Verwijzingen naar zorgsoort 2024"],
                ["Zorgsoort", "Verwezen", "Gestart met zorg"],
                ["Dagbehandeling", 1295, 1172],
                ["Thuisbegeleiding", 3452, 3360],
                ["Crisisopvang", 284, 280],
                ["Logeerzorg", 47, Styled(date(2025, 3, 12), "d-mmm")],
            ],
        )
    ],
    "2048-andere-grens-van-onderdrukking": [
        Sheet("Table_3", BRITS),
        Sheet(
            "Notes",
            [
                ["Notes"],
                ["This worksheet contains one table."],
                ["Shorthand", "Meaning"],
                ["[c]", "confidential: number is under 10"],
                ["[x]", "not available"],
                ["[z]", "not applicable"],
            ],
        ),
    ],
    "2054-namen-een-rij-verschoven": [
        Sheet(
            "Bezoeken",
            [
                ["Bezoeken per locatie"],
                [],
                ["Locatie", 2022, 2023, 2024],
                ["Bibliotheek", *aantal(48210, 49050, 51320)],
                ["Stadhuis", *aantal(6130, 6280, 6340)],
                ["Ter Linden (gebouw 1)", *aantal(2450, 2510, 2390)],
                ["Ter Linden (gebouw 2)", *aantal(3820, 3990, 4120)],
            ],
        )
    ],
}

ODS: Mapping[str, Rows] = {
    "2041-gemiddelde-per-maand-in-de-titel": [
        ["Bezoeken per locatie"],
        ["Gemiddeld per maand"],
        [""],
        ["Locatie", 2023, 2024],
        ["Stadhuis", 4090, 4280],
        ["Ter Linden (gebouw 1)", 520, 530],
        ["Ter Linden (gebouw 2)", 210, 200],
        ["Bibliotheek", 330, 340],
    ],
    "2050-twee-koppen-verwisseld": [
        ["Inwoners op 1 januari"],
        ["Regio", "Jaar", "Mannen", "Vrouwen", "Totale bevolking"],
        ["Hoogland", 2022, 208440, 203910, 412350],
        ["Hoogland", 2023, 209790, 205330, 415120],
        ["Hoogland", 2024, 211195, 206810, 418005],
        ["Laagland", 2022, 135480, 133240, 268720],
        ["Laagland", 2023, 136135, 133980, 270115],
        ["Laagland", 2024, 136835, 134805, 271640],
        ["Zoutmeer", 2022, 49410, 48005, 97415],
        ["Zoutmeer", 2023, 49640, 48240, 97880],
        ["Zoutmeer", 2024, 49840, 48470, 98310],
    ],
}
