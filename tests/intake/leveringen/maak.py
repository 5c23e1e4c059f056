# SPDX-License-Identifier: EUPL-1.2
"""Makes the workbooks of this folder: `python -m tests.intake.leveringen.maak`.

All figures are invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tests.intake.gevallen.maak import Rows, Sheet, Spread, Styled, open_document, workbook

HERE = Path(__file__).parent
NAMES = ("Totaal geboren", "Eerste groep", "Tweede groep")
WORKBOOKS: Mapping[str, list[Sheet]] = {
    "41-xlsx-gemeente": [
        Sheet(
            "Cijfers",
            [
                ["Geboren naar streek"],
                [],
                [
                    Spread("Streek", down=2),
                    Spread(2022, across=3),
                    None,
                    None,
                    Spread(2023, across=3),
                ],
                [None, *NAMES, *NAMES],
                ["Hoogland", 410, 210, 200, 430, 220, 210],
                ["Laagland", 520, 260, 260, 540, 270, 270],
                ["Bron: burgerzaken"],
            ],
        )
    ],
    "42-xlsx-datumcel": [
        Sheet(
            "Blad1",
            [
                ["Rapportdatum", Styled(date(2024, 3, 8), "d-mmm-yy")],
                [None, "Loket Noord", "Loket Zuid"],
                [2022, 4120, 2310],
                [2023, 4480, 2390],
            ],
        )
    ],
}
ODS: Mapping[str, Rows] = {
    "43-ods": [
        ["Aanvragen naar loket"],
        ["Loket", 2022, 2023],
        ["Loket Noord", 4120, 4480],
        ["Loket Zuid", 2310, 2390],
    ],
}


def main() -> None:
    """Write every workbook."""
    for name, sheets in WORKBOOKS.items():
        (HERE / name / "bestand.xlsx").write_bytes(workbook(sheets))
    for name, rows in ODS.items():
        (HERE / name / "bestand.ods").write_bytes(open_document(rows))


if __name__ == "__main__":
    main()
