# SPDX-License-Identifier: EUPL-1.2
"""What every description of the data says of the edition it comes from."""

from __future__ import annotations

from ..core.frozen import dataclass
from ..core.model import Edition, Publication, ResolvedTexts, Text, plain
from ..core.notation import format_datum


@dataclass(frozen=True)
class About:
    """An edition in plain words: dates are ISO, `concept` as the report is marked.

    What is not known is empty.
    """

    year: int
    title: str
    caveat: str
    organisation: str
    date: str
    reference_date: str
    concept: bool
    tool: str
    publication: Publication
    file_name: str

    @property
    def name(self) -> str:
        """The name of the data package, the same as that of the report's files."""
        return self.file_name

    @property
    def status(self) -> str:
        """Concept or definitief."""
        return "concept" if self.concept else "definitief"

    def description(self, tables: int) -> str:
        """What the data are, in two or three sentences."""
        what = (
            f"Alle cijfers van '{self.title}' van {self.organisation}: {tables} tabellen, elk"
            " cijfer met eenheid, afronding, periode en bron."
        )
        marked = " Dit is een concept; de cijfers zijn niet vastgesteld." if self.concept else ""
        caveat = f" {' '.join(self.caveat.split())}" if self.caveat else ""
        return f"{what} Peildatum {format_datum(self.reference_date)}.{marked}{caveat}"


def about(edition: Edition, texts: ResolvedTexts, *, concept: bool, tool: str) -> About:
    """The edition in plain words, its texts worked out."""

    def words(text: Text | None) -> str:
        return "" if text is None else plain(texts.get(text, (text.raw,))).strip()

    return About(
        edition.year,
        words(edition.title),
        words(edition.caveat),
        edition.organisation,
        edition.date,
        edition.reference_date,
        concept,
        tool,
        edition.publication,
        edition.file_name,
    )
