# SPDX-License-Identifier: EUPL-1.2
"""A database as source, against a real PostgreSQL: the same findings as from files, read-only,
limited in time, and silent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from standrapport.core.model import Severity
from standrapport.sources import postgres

from .conftest import FIGURES, ROWS, SOURCE, found
from .server import PASSWORD, server

Sourced = Callable[..., Path]
PLANTED = "V271828182"
DATABASE = SOURCE.replace(
    "bestand: bron/vertrek.csv", "sql: SELECT * FROM vertrek\nverbinding: register"
)


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of a database with the invented rows in table `vertrek`."""
    with server() as url:
        with psycopg.connect(url) as connection:
            connection.execute(
                "CREATE TABLE vertrek (vreemdelingnummer text, datum date, soort text, status text, aantal integer)"
            )
            for line in ROWS.splitlines()[1:]:
                connection.execute(
                    "INSERT INTO vertrek VALUES (%s, %s, %s, %s, %s)", line.split(",")
                )
        yield url


@pytest.fixture
def register(address: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The database named `register`, as the environment gives it."""
    monkeypatch.setenv("STANDRAPPORT_DB_REGISTER", address)
    return address


def test_the_same_rows_give_the_same_findings_as_a_file(sourced: Sourced, register: str) -> None:
    """Agreement is silent, a difference has both values; the note counts rows."""
    project = sourced(DATABASE, {})
    assert found(project) == []
    (note,) = found(project, "SR-B012")
    assert (
        note.message
        == "database register (tabel vertrek): 6 rijen gelezen, 5 geteld, 1 buiten 'waar'."
    )
    (finding,) = found(
        sourced(
            DATABASE + "kenmerk: [vreemdelingnummer, datum]\n",
            {},
            "jaar,zelfstandig,gedwongen\n2021,3,4\n",
        )
    )
    assert (
        "vertrek.gedwongen 2021 is 4, maar de bron geeft 2 (rijen geteld in database register)"
        in finding.message
    )


@pytest.mark.parametrize(
    ("measure", "figures"),
    [("som: aantal", "2021,4,4"), ("uniek: vreemdelingnummer", "2021,2,2")],
)
def test_measures(sourced: Sourced, register: str, measure: str, figures: str) -> None:
    """Sums and different values come from the same questions as for files."""
    source = DATABASE.replace("tel: rijen", measure)
    assert found(sourced(source, {}, f"jaar,zelfstandig,gedwongen\n{figures}\n")) == []


def test_counting_in_parts_gives_the_same(
    sourced: Sourced, register: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every value falls in exactly one part, so that what is too large to count at once can be
    counted in parts.
    """
    monkeypatch.setattr(postgres.Postgres, "parts", (8,))
    source = (
        DATABASE.replace("tel: rijen", "uniek: vreemdelingnummer")
        + "kenmerk: [vreemdelingnummer, datum]\n"
    )
    assert found(sourced(source, {}, "jaar,zelfstandig,gedwongen\n2021,2,2\n")) == []
    (finding,) = found(sourced(source, {}, "jaar,zelfstandig,gedwongen\n2021,2,4\n"))
    assert "vertrek.gedwongen 2021 is 4, maar de bron geeft 2" in finding.message


@pytest.mark.parametrize(
    "day",
    [
        "datum",
        "datum::timestamp AS datum",
        "(datum + time '00:30') AT TIME ZONE 'Europe/Amsterdam' AS datum",
        "extract(year FROM datum)::int AS datum",
    ],
)
def test_kinds_of_dates(sourced: Sourced, register: str, day: str) -> None:
    """Dates, moments (with a zone: as in the Netherlands) and years."""
    query = f"SELECT {day}, soort, status FROM vertrek"
    rows = DATABASE.replace("SELECT * FROM vertrek", f'"{query}"')
    assert found(sourced(rows, {})) == []


def test_keys_rest_and_part_of_a_year(sourced: Sourced, register: str) -> None:
    """Keys, a rest key and a period are worked out in the database as well."""
    source = (
        "sql: SELECT datum, status AS land, soort FROM vertrek\nverbinding: register\ntel: rijen\njaar: datum\n"
        "sleutel: {kolom: land, overig: Overige}\nkolommen:\n  zelfstandig: {soort: Zelfstandig}\n  gedwongen: overige\n"
    )
    figures = "jaar,periode,land,zelfstandig,gedwongen\n2021,t/m juni,afgesloten,3,1\n2021,t/m juni,Overige,0,1\n"
    assert found(sourced(source, {}, figures, "    sleutel: land\n")) == []
    assert (
        found(
            sourced(
                source,
                {},
                "jaar,land,zelfstandig,gedwongen\n2021,Overige,3,3\n",
                "    sleutel: land\n",
            )
        )
        == []
    )


def test_credentials_come_from_the_environment_only(
    sourced: Sourced, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """Without them, or with wrong ones, the table is not counted; no message tells any of them."""
    monkeypatch.delenv("STANDRAPPORT_DB_REGISTER", raising=False)
    (finding,) = found(sourced(DATABASE, {}))
    assert (finding.code, finding.severity) == ("SR-B009", Severity.WARNING)
    assert "De omgevingsvariabele STANDRAPPORT_DB_REGISTER ontbreekt" in finding.message
    monkeypatch.setenv("STANDRAPPORT_DB_REGISTER", address.replace(PASSWORD, "ander-wachtwoord"))
    (finding,) = found(sourced(DATABASE, {}))
    assert finding.code == "SR-B009"
    assert "ander-wachtwoord" not in finding.message
    assert "127.0.0.1" not in finding.message


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("DELETE FROM vertrek RETURNING *", "42601"),
        ("SELECT * FROM vertrek) AS a; DROP TABLE vertrek; --", "42601"),
        ("WITH weg AS (DELETE FROM vertrek RETURNING *) SELECT * FROM weg", "is mislukt"),
        ("SELECT * FROM maak()", "wil schrijven; alleen lezen kan"),
        ("SELECT * FROM vertrekken", 'relation "vertrekken" does not exist'),
        ("SELECT datum, soort::integer AS soort, status FROM vertrek", "22P02"),
        ("SELECT 1 AS datum", "heeft geen kolom 'soort'"),
        ("SELECT soort AS datum, soort, status FROM vertrek", "is niet een datum"),
    ],
)
def test_queries_that_cannot_be_used(
    sourced: Sourced, register: str, query: str, words: str
) -> None:
    """Writing, two statements, names that are not there, cells that do not convert: one sentence,
    no row, nothing changed.
    """
    with psycopg.connect(register) as connection:
        connection.execute(
            "CREATE OR REPLACE FUNCTION maak() RETURNS SETOF vertrek LANGUAGE sql AS 'DELETE FROM vertrek RETURNING *'"
        )
    (finding,) = found(sourced(DATABASE.replace("SELECT * FROM vertrek", f'"{query}"'), {}))
    assert finding.code == "SR-B008"
    assert words in finding.message
    assert "Zelfstandig" not in finding.message
    with psycopg.connect(register) as connection:
        assert connection.execute("SELECT count(*) FROM vertrek").fetchone() == (6,)


def test_a_time_limit(sourced: Sourced, register: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A query that takes too long is ended by the server."""
    monkeypatch.setattr(postgres, "SECONDS", 1)
    (finding,) = found(
        sourced(
            DATABASE.replace(
                "SELECT * FROM vertrek", '"SELECT vertrek.* FROM vertrek, pg_sleep(20)"'
            ),
            {},
        )
    )
    assert "antwoordt niet binnen 1 seconden" in finding.message


def test_no_identifier_of_a_database_is_told(sourced: Sourced, register: str) -> None:
    """Rows in no column, unreadable dates and repeated numbers are counted, never shown."""
    rows = f"SELECT '{PLANTED}' AS vreemdelingnummer, datum, CASE WHEN aantal = 2 THEN '{PLANTED}' ELSE soort END AS soort, status FROM vertrek UNION ALL SELECT '{PLANTED}', NULL, '{PLANTED}', 'afgesloten'"
    source = DATABASE.replace("SELECT * FROM vertrek", f'"{rows}"') + "kenmerk: vreemdelingnummer\n"
    findings = found(sourced(source, {}, FIGURES), "SR-B")
    assert {finding.code for finding in findings} >= {"SR-B001", "SR-B002", "SR-B004", "SR-B006"}
    assert not any(PLANTED in finding.message for finding in findings)
