# SPDX-License-Identifier: EUPL-1.2
"""The plain deliveries that are workbooks; maak.py writes them. All figures are invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.intake.gevallen.maak import Raised, Rows, Sheet, Spread, Styled, Value


def aantal(*values: int) -> list[Value]:
    """Counts as a spreadsheet shows them, with a separator between the thousands."""
    return [Styled(value, "#,##0") for value in values]


MELDINGEN: Rows = [
    [Spread("Meldingen openbare ruimte", 7), *[None] * 6],
    [],
    [Spread("Wijk", down=2), Spread(2023, 3), None, None, Spread(2024, 3), None, None],
    [None, "Afval", "Groen", "Wegen", "Afval", "Groen", "Wegen"],
    ["Centrum", *aantal(1315, 325, 490, 1360, 340, 470)],
    ["Oude Veën", *aantal(860, 430, 305, 845, 455, 315)],
    ["Sint-André", *aantal(655, 265, 340, 690, 270, 325)],
    ["Havenkwartier", *aantal(940, 135, 425, 1010, 150, 440)],
    ["Totaal", *aantal(3770, 1155, 1560, 3905, 1215, 1550)],
]

EUROSTAT: Rows = [
    ["Data extracted on 03/03/2025 09:12:44"],
    ["Dataset:", "Unemployment by country"],
    ["Last updated:", "28/02/2025 23:00"],
    [],
    ["Time frequency", "Annual"],
    ["Unit of measure", "Percentage"],
    ["Labour market indicator", "Unemployment rate"],
    [],
    ["TIME", "2023", "", "2024", ""],
    ["GEO (Labels)", "", "", "", ""],
    ["Arvenia", 4.9, "", 4.8, "p"],
    ["Belmark", 7.1, "", 6.8, "p"],
    ["Corland", 4.0, "", 4.2, "p"],
    ["Südmark", 6.0, "", 5.9, "p"],
    [],
    ["Special value", ""],
    [":", "not available"],
    ["Available flags:", ""],
    ["p", "provisional"],
]

BRITS: Rows = [
    ["Table 1: Work permits by country, 2023 and 2024"],
    ["This worksheet contains one table. Some cells contain shorthand."],
    ["[c] means a number of fewer than 5, which is not shown to protect confidentiality."],
    ["Source: invented permit register"],
    ["Country", "Granted 2023", "Granted 2024", "Refused 2023", "Refused 2024"],
    ["Arvenia", *aantal(1310, 1365, 104, 118)],
    ["Belmark", *aantal(835, 870, 91, 88)],
    ["Corland", *aantal(102, 98), "[c]", "[c]"],
    ["Südmark", *aantal(655, 671, 77, 69)],
]

WORKBOOKS: Mapping[str, Sequence[Sheet]] = {
    "2008-gemeente-samengevoegde-koppen": [Sheet("Meldingen", MELDINGEN)],
    "2011-eurostat-vlaggen": [Sheet("Data", EUROSTAT)],
    "2013-brits-toegankelijk-blad": [
        Sheet(
            "Cover",
            [
                ["Work permits by country"],
                ["Invented statistics, published 27 February 2025"],
                ["Contact: statistics team"],
            ],
        ),
        Sheet("Table_1", BRITS),
    ],
    "2021-werkmap-met-inhoud-en-toelichting": [
        Sheet(
            "Inhoud",
            [
                ["Inhoud"],
                [],
                ["Tabel 1", "Verwijzingen naar zorgsoort, 2024"],
                ["Tabel 2", "Wachtlijst op 31 december"],
            ],
        ),
        Sheet(
            "Toelichting",
            [
                ["Toelichting"],
                ["De cijfers komen uit het verzonnen zorgregister."],
                ["Vragen? Neem contact op met de zorgregio."],
            ],
        ),
        Sheet(
            "Tabel 1",
            [
                ["Tabel 1. Verwijzingen naar zorgsoort, 2024"],
                [],
                ["Zorgsoort", "Verwezen", "Gestart met zorg"],
                ["Dagbehandeling", *aantal(1295, 1172)],
                ["Thuisbegeleiding", *aantal(3452, 3360)],
                ["Crisisopvang", *aantal(284, 280)],
                ["Logeerzorg", *aantal(47, 6)],
            ],
        ),
        Sheet(
            "Tabel 2",
            [
                ["Tabel 2. Wachtlijst op 31 december"],
                [],
                ["", 2022, 2023, 2024],
                ["Wachtenden", 905, 880, 842],
                ["Langer wachtend dan de norm", 265, 241, 198],
            ],
        ),
    ],
    "2022-twee-blokken-op-een-blad": [
        Sheet(
            "Blad1",
            [
                ["Aanvragen naar soort"],
                ["Soort", 2023, 2024],
                ["Paspoorten", *aantal(15890, 22340)],
                ["Rijbewijzen", *aantal(10115, 10480)],
                ["Uittreksels", *aantal(5980, 5875)],
                [],
                ["Afhandeling van aanvragen"],
                ["", 2023, 2024],
                ["Tijdig afgehandeld", *aantal(29610, 35870)],
                ["Buiten behandeling gesteld", 295, 340],
            ],
        )
    ],
    "2028-een-januari-boven-de-kolommen": [
        Sheet(
            "Inwoners",
            [
                ["Inwoners op 1 januari"],
                [],
                [Spread("Regio", down=2), Spread("Totale bevolking", 2), None],
                [None, "1 januari 2023", "1 januari 2024"],
                ["Hoogland", *aantal(415120, 418005)],
                ["Laagland", *aantal(270115, 271640)],
                ["Zoutmeer", *aantal(97880, 98310)],
            ],
        )
    ],
}

ODS: Mapping[str, Rows] = {
    "2009-ods-met-totaal": [
        ["Aanvragen naar soort, 2022 - 2024"],
        [""],
        ["Soort", 2022, 2023, 2024],
        ["Paspoorten", 15120, 15890, 22340],
        ["Rijbewijzen", 10240, 10115, 10480],
        ["Uittreksels", 6105, 5980, 5875],
        ["Totaal", 31465, 31985, 38695],
    ],
    "2024-voetnoten-met-verwijstekens": [
        ["Aanvragen naar soort"],
        ["Soort", 2023, 2024],
        [Raised("Paspoorten", "1"), 15890, Raised("22.340", "2")],
        ["Rijbewijzen", 10115, 10480],
        ["Uittreksels", 5980, 5875],
        [""],
        ["1 Zie ook de website van de gemeente."],
        ["2 Een toelichting op dit aantal staat in het jaarverslag."],
    ],
}
