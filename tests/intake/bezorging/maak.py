# SPDX-License-Identifier: EUPL-1.2
"""Makes the files that are no UTF-8 text: `python -m tests.intake.bezorging.maak`.

All figures are invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.intake.gevallen.maak import open_document, workbook

from . import gewoon, valstrikken

HERE = Path(__file__).parent

CODED: Mapping[str, tuple[str, str, str]] = {
    "2014-duitse-statistiek": (
        "csv",
        "cp1252",
        """Arbeitslosigkeit nach Ländern;;;;
Land;2023;2023;2024;2024
;Arbeitslose;Arbeitslosenquote;Arbeitslose;Arbeitslosenquote
;1000;Prozent;1000;Prozent
Arvenia;398,2;4,9;391,0;4,8
Belmark;181,5;7,1;174,9;6,8
Corland;101,4;4,0;105,3;4,2
Südmark;233,6;6,0;229,7;5,9
__________
Erfundenes Statistisches Amt | Stand: 26.02.2025 / 10:12:33
""",
    ),
    "2016-codepagina-850": (
        "csv",
        "cp850",
        """Wijk;Jaar;Afval;Groen
Centrum;2023;1315;325
Centrum;2024;1360;340
Oude Veën;2023;860;430
Oude Veën;2024;845;455
Sint-André;2023;655;265
Sint-André;2024;690;270
Havenkwartier;2023;940;135
Havenkwartier;2024;1010;150
""",
    ),
    "2017-windows-1252-met-eurotekens": (
        "csv",
        "cp1252",
        """Subsidies;;
Ontvanger;Verleend bedrag 2023;Verleend bedrag 2024
Stichting De Boei;€ 130.000;€ 132.500
Vereniging 't Veer;€ 51.250;€ 49.900
Coöperatie Zeewind;€ 312.500;€ 298.750
""",
    ),
}
"""Per case the extension, the encoding and the text."""


def files() -> Iterator[tuple[Path, bytes]]:
    """Every file with its content."""
    for part in (gewoon, valstrikken):
        for case, sheets in part.WORKBOOKS.items():
            yield HERE / case / "bestand.xlsx", workbook(sheets)
        for case, rows in part.ODS.items():
            yield HERE / case / "bestand.ods", open_document(rows)
    for case, (kind, encoding, text) in CODED.items():
        yield HERE / case / f"bestand.{kind}", text.encode(encoding)


if __name__ == "__main__":
    for path, content in files():
        path.write_bytes(content)
