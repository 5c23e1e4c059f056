# SPDX-License-Identifier: EUPL-1.2
"""Source data: 10 million invented rows counted and compared by check, beside DuckDB's bare
aggregation and pandas.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from .process import python, show, timed

ROWS = 10_000_000
_NEEDED = 2 << 30  # bytes of disk

_MAKE = """
import duckdb, sys
duckdb.execute("SET enable_progress_bar = false")
rows = '''SELECT 'V' || lpad(i::VARCHAR, 9, '0') AS vreemdelingnummer, DATE '2021-01-01' + (hash(i) % 365)::INTEGER AS datum,
 CASE WHEN hash(i * 3) % 10 < 5 THEN 'Zelfstandig vertrek' WHEN hash(i * 3) % 10 < 8 THEN 'Gedwongen vertrek' ELSE 'Uitzetting' END AS soort,
 CASE WHEN hash(i * 5) % 20 = 0 THEN 'open' ELSE 'afgesloten' END AS status, 'Land ' || (hash(i * 11) % 180) AS nationaliteit, 1 + hash(i * 13) % 3 AS aantal
 FROM range(CAST(? AS BIGINT)) AS r(i)'''
for number, name in ((int(sys.argv[2]), 'vertrek.csv'), (int(sys.argv[2]), 'vertrek.parquet'), (1_000_000, 'klein.csv')):
    duckdb.execute(f"COPY ({rows.replace('?', str(number))}) TO '{sys.argv[1]}/{name}'")
    print(*duckdb.execute(f"SELECT count(*) FILTER (WHERE soort LIKE 'Z%'), count(*) FILTER (WHERE soort NOT LIKE 'Z%') FROM '{sys.argv[1]}/{name}' WHERE status = 'afgesloten'").fetchone(), sep=',')
"""
_BARE = "import duckdb, sys; duckdb.connect(config={'threads': 2}).execute(\"SELECT year(datum), soort, count(*) FROM '\" + sys.argv[1] + \"' WHERE status = 'afgesloten' GROUP BY ALL\").fetchall()"
_PANDAS = "import pandas, sys; rows = pandas.read_csv(sys.argv[1], parse_dates=['datum']); rows = rows[rows.status == 'afgesloten']; rows.groupby([rows.datum.dt.year, 'soort']).size()"
_CATALOGUE = """\
tabellen:
  vertrek:
    titel: Verzonnen
    kolommen:
      zelfstandig: {titel: Z}
      gedwongen: {titel: G}
    uit_bron:
      bestand: bron/FILE
      tel: rijen
      jaar: datum
      waar: {status: afgesloten}
      kolommen:
        zelfstandig: {soort: Zelfstandig vertrek}
        gedwongen: {soort: [Gedwongen vertrek, Uitzetting]}
"""


def run() -> None:
    """Print the rows; everything is made in a temporary folder and removed."""
    with tempfile.TemporaryDirectory(prefix="standrapport-bench-") as folder:
        if shutil.disk_usage(folder).free < _NEEDED:
            raise SystemExit(f"the benchmark of sources needs {_NEEDED >> 30} GB in {folder}")
        project = Path(folder)
        figures = iter(_project(project))
        bron = project / "figures/2021/bron"
        for name, rows, aim in (
            ("vertrek.csv", "10 million", "4 s, 1000 MiB"),
            ("vertrek.parquet", "10 million", "1.5 s, 1000 MiB"),
            ("klein.csv", "1 million", ""),
        ):
            (project / "figures/indicatoren.yaml").write_text(_CATALOGUE.replace("FILE", name))
            size = (bron / name).stat().st_size / 1e6
            (project / "figures/2021/vertrek.csv").write_text(
                f"jaar,zelfstandig,gedwongen\n2021,{next(figures)}\n"
            )
            ours = timed(python("-m", "standrapport", "check", "2021", "--project", folder), runs=3)
            show(f"check, {rows} rows, {name} ({size:.0f} MB)", ours, aim)
            bare = timed(python("-c", _BARE, str(bron / name)), runs=3)
            show(f"  bare DuckDB, {name}", bare)
            ratio, work = ours.median / bare.median, ours.processor / bare.processor
            print(
                f"{'  ratio, whole processes':<38} {ratio:8.2f}     (processor {work:.2f})   aim 1.3; peak {ours.memory:.0f} MiB"
            )
        show("  pandas, klein.csv", timed(python("-c", _PANDAS, str(bron / "klein.csv")), runs=3))


def _project(project: Path) -> list[str]:
    """A project with its invented sources; gives the figures that follow from each."""
    for name in ("figures/2021/bron", "content/2021"):
        (project / name).mkdir(parents=True)
    command = python("-c", _MAKE, str(project / "figures/2021/bron"), str(ROWS))
    made = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    (project / "figures/afgeleid.yaml").write_text("afgeleid: {}\n")
    (project / "figures/regels.yaml").write_text(
        "regels:\n  - {id: r, toets: vertrek.zelfstandig >= vertrek.gedwongen, uitleg: U.}\n"
    )
    (project / "content/2021/rapport.yaml").write_text(
        "titel: T\norganisatie: O\ndatum: 2022-01-01\npeildatum: 2021-12-31\nstatus: concept\nhoofdstukken: [c]\n"
    )
    (project / "content/2021/c.yaml").write_text(
        "titel: C\nblokken:\n  - {soort: tekst, tekst: x}\n"
    )
    return made.splitlines()
