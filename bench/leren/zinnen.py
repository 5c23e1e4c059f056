# SPDX-License-Identifier: EUPL-1.2
"""Sentences about invented tables, with the figure each amount in them stands for."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from standrapport.checks.statements.reading.lexicon import closed_words

from .tabellen import Kolom, N, P, S, Tabel

ENVOY = (
    "Door de storm was het drukker dan anders, en ",
    "Ondanks het personeelstekort ",
    "Mede door de verhuizing ",
    "Net als eerder ",
    "Na een rustig voorjaar ",
)
COUNT = (
    "waren er",
    "telde de dienst",
    "kwamen er",
    "registreerden wij",
    "noteerde het bureau",
    "gingen het om",
)


@dataclass(frozen=True)
class Doel:
    """An amount in a sentence: the column (None: the total) and key it stands for."""

    table: Tabel
    column: Kolom | None
    key: str | None = None
    share: bool = False


Deel = str | Doel


def bijvoeglijk(participle: str) -> str:
    """The participle before a noun: 'verleend' is 'verleende'."""
    return (
        participle + "e"
        if participle.endswith(("d", "t")) and " " not in participle
        else participle
    )


class Zinnen:
    """Draws sentences about the tables of one catalogue."""

    def __init__(self, tables: list[Tabel], chance: random.Random) -> None:
        self.tables = tables
        self.chance = chance

    def one_of(self, *options: str) -> str:
        """One of some words."""
        return self.chance.choice(options)

    def year(self) -> str:
        """Words that name a year, or none."""
        return self.chance.choice(
            [
                "In 2023 ",
                "In 2022 ",
                "In 2024 ",
                "Dit jaar ",
                "Vorig jaar ",
                "In het verslagjaar ",
                "",
                "",
                "In 2021 ",
            ]
        )

    def unit(self, table: Tabel) -> str:
        """What is counted, as it is mostly said."""
        return table.unit if self.chance.random() < 0.75 else self.one_of("stuks", "gevallen", "")

    def says(self, doel: Doel) -> list[Deel]:
        """A clause without a year that says one amount; it begins with a small letter or a name."""
        table, column = doel.table, doel.column
        unit, c = self.unit(table), self.chance
        keyed = self.phrase(doel)
        if column is None:
            return c.choice(
                [
                    [
                        "in totaal ",
                        self.one_of("waren er ", "ging het om "),
                        doel,
                        f" {table.unit}{keyed}",
                    ],
                    [
                        "het totale aantal ",
                        table.unit,
                        keyed,
                        self.one_of(" was ", " kwam uit op ", " bedroeg "),
                        doel,
                    ],
                    [
                        self.one_of("alles bij elkaar", "samen"),
                        " waren het ",
                        doel,
                        f" {table.unit}{keyed}",
                    ],
                    [self.one_of(*COUNT), " ", doel, f" {table.unit}{keyed}"],
                ]
            )
        match column:
            case N():
                return c.choice(
                    [
                        [self.one_of(*COUNT), " ", doel, f" {column.noun}{keyed}"],
                        [
                            f"het aantal {column.noun}{keyed} ",
                            self.one_of("was ", "kwam uit op ", "bedroeg "),
                            doel,
                        ],
                        [f"{doel.table.unit} waren er veel: ", doel, f" {column.noun}{keyed}"],
                        [
                            doel,
                            f" {column.noun}{keyed} ",
                            self.one_of("vonden de weg", "stonden op de lijst", "waren dat"),
                        ],
                        [f"{column.noun}{keyed}: ", doel],
                    ]
                )
            case P():
                options: list[list[Deel]] = [
                    [
                        "werden ",
                        self.one_of("er ", ""),
                        doel,
                        f" {unit}{keyed} {column.participle}",
                    ],
                    [doel, f" {unit}{keyed} zijn {column.participle}"],
                    [
                        doel,
                        f" {bijvoeglijk(column.participle)} {table.unit}{keyed} ",
                        self.one_of("telde het bureau", "kwamen er"),
                    ],
                    [
                        f"het aantal {bijvoeglijk(column.participle)} {table.unit}{keyed} ",
                        self.one_of("was ", "bleef steken op "),
                        doel,
                    ],
                    [
                        f"{self.one_of('wij', 'de medewerkers', 'ze')} {column.past} ",
                        doel,
                        f" {unit}{keyed} {column.particle}".rstrip(),
                    ],
                    [
                        f"{column.past} {self.one_of('wij', 'de medewerkers', 'zij')} ",
                        doel,
                        f" {unit}{keyed} {column.particle}".rstrip(),
                    ],
                    [f"van de {table.unit}{keyed} zijn er ", doel, f" {column.participle}"],
                ]
                if column.verbal:
                    options += [
                        [
                            f"het aantal {column.verbal}{keyed} ",
                            self.one_of("was ", "kwam uit op ", "steeg naar "),
                            doel,
                        ],
                        [self.one_of(*COUNT), " ", doel, f" {column.verbal}{keyed}"],
                    ]
                return c.choice(options)
            case _:
                return c.choice(
                    [
                        [
                            f"{column.phrase} ",
                            self.one_of("kwamen ", "gingen ", "waren er ", "telden wij "),
                            doel,
                            f" {unit}{keyed}",
                        ],
                        [self.one_of(*COUNT), " ", doel, f" {table.unit}{keyed} {column.phrase}"],
                        [
                            f"{column.subject} ",
                            self.one_of("was goed voor ", "nam er ", "telde ", "had "),
                            doel,
                            f" {unit}{keyed}",
                        ],
                        [
                            doel,
                            f" {table.unit} ",
                            self.one_of("gingen ", "kwamen ", "liepen "),
                            column.phrase,
                        ],
                    ]
                )

    def phrase(self, doel: Doel) -> str:
        """The words of a key, or none."""
        return next((f" {phrase}" for key, phrase in doel.table.keys if key == doel.key), "")

    def short(self, doel: Doel, *, first: bool) -> list[Deel]:
        """An item of an enumeration."""
        column = doel.column
        if doel.key is not None:
            phrase = self.phrase(doel).strip()
            return [doel, f" {phrase}"] if first else [f"{phrase} ", doel]
        match column:
            case N():
                return [doel, f" {column.noun}"] if first else [f"{column.noun} ", doel]
            case P():
                return [doel, f" {column.participle}"] if first else [f"{column.participle} ", doel]
            case S():
                return [doel, f" {column.phrase}"] if first else [f"{column.phrase} ", doel]
            case _:
                return [doel, " in totaal"]

    def doel(self, table: Tabel | None = None, *, total: float = 0.15) -> Doel:
        """An amount to speak of."""
        paired = [
            one
            for one in self.tables
            if one.marker
            or any(other.marker and other.columns is one.columns for other in self.tables)
        ]
        own = table or self.chance.choice(
            paired if paired and self.chance.random() < 0.4 else self.tables
        )
        key = self.chance.choice(own.keys)[0] if own.keys and self.chance.random() < 0.85 else None
        if own.total and not own.keys and self.chance.random() < total:
            return Doel(own, None)
        return Doel(own, self.chance.choice(own.columns), key)

    def text(self) -> tuple[str, list[Deel]]:
        """A title ('' for none) and a text."""
        kind = self.chance.random()
        first = self.doel()
        title = self.one_of(
            "", first.table.title, "Het jaar in cijfers", self.chance.choice(self.tables).title
        )
        opening: Deel = self.year() if self.chance.random() < 0.8 else self.one_of(*ENVOY)
        if first.table.marker:
            opening = self.one_of(
                f"{opening}{first.table.marker} ",
                f"{first.table.marker} ",
                f"{first.table.marker} ",
            )
        elif self.chance.random() < 0.2:
            opening = f"{opening}{self.one_of('bij', 'voor')} {first.table.population} "
        twins = [t for t in self.tables if t.marker and t.columns is first.table.columns]
        if twins and not first.table.marker and self.chance.random() < 0.25:
            other = Doel(twins[0], first.column, first.key)
            link = self.one_of(". ", ", en ", "; ")
            again = [
                f"{twins[0].marker} ",
                self.one_of("waren het er ", "ging het om ", "waren dat er "),
                other,
                ".",
            ]
            return title, [opening, *self.says(first), link, *again]
        if kind < 0.42 or (first.table.marker and kind < 0.6):
            return title, [opening, *self.says(first), "."]
        if kind < 0.52:
            return title, [
                opening,
                *self.says(first),
                self.one_of(", en ", ". Ook ", ", terwijl ", ". "),
                *self.says(self.doel()),
                ".",
            ]
        if kind < 0.72:
            return title, [opening, *self.enumeration(first), "."]
        if kind < 0.80:
            return title, self.part_and_base(first.table, opening)
        if kind < 0.92:
            return title, self.two_years(first)
        return title, self.share(first.table, opening)

    def enumeration(self, first: Doel) -> list[Deel]:
        """Several columns or keys side by side."""
        table = first.table
        if table.keys and first.column is not None:
            keys = self.chance.sample(table.keys, min(3, len(table.keys)))
            items = [Doel(table, first.column, key) for key, _ in keys]
        else:
            items = [
                Doel(table, c)
                for c in self.chance.sample(
                    table.columns, min(self.chance.choice([2, 3]), len(table.columns))
                )
            ]
        number_first = self.chance.random() < 0.5
        if self.chance.random() < 0.5:
            parts: list[Deel] = [f"ging het om de volgende {table.unit}: "]
        elif table.total and not table.keys and self.chance.random() < 0.6:
            parts = [f"{self.one_of(*COUNT)} ", Doel(table, None), f" {table.unit}: "]
        else:
            opening = self.says(items[0])
            rest = items[1:]
            parts = list(opening)
            for at, item in enumerate(rest):
                parts += [
                    " en " if at == len(rest) - 1 else ", ",
                    *self.short(item, first=number_first),
                ]
            return parts
        for at, item in enumerate(items):
            parts += [
                "" if not at else " en " if at == len(items) - 1 else ", ",
                *self.short(item, first=number_first),
            ]
        return parts

    def part_and_base(self, table: Tabel, opening: Deel) -> list[Deel]:
        """A whole and a part of it."""
        whole = (
            Doel(table, None)
            if table.total and not table.keys
            else Doel(table, table.columns[0], table.keys[0][0] if table.keys else None)
        )
        others = [c for c in table.columns if c is not whole.column] or list(table.columns)
        part = Doel(table, self.chance.choice(others), whole.key)
        link = self.one_of("Daarvan ", "Hiervan ", "Van dit aantal ")
        inside = self.says(part)
        middle = self.chance.choice([[". ", link], [", waarvan "], [f". {link}"]])
        if self.chance.random() < 0.35:
            return ["Van de ", whole, f" {table.unit} ", *self.says(part), "."]
        return [
            opening,
            *self.says(whole),
            *middle,
            *(inside if self.chance.random() < 0.6 else self.short(part, first=True)),
            ".",
        ]

    def two_years(self, doel: Doel) -> list[Deel]:
        """One figure in several years."""
        name = self.named(doel)
        return self.chance.choice(
            [
                [f"{name} steeg van ", doel, " in 2022 naar ", doel, " in 2023."],
                [f"{name} was ", doel, ", tegen ", doel, " een jaar eerder."],
                [f"In 2023 kwam {name} uit op ", doel, ", in 2022 op ", doel, "."],
                [f"{name} daalde van ", doel, " naar ", doel, "."],
                [
                    "In 2022 ",
                    *self.says(doel),
                    f", en in 2023 nam {name} toe van ",
                    doel,
                    " naar ",
                    doel,
                    ".",
                ],
                [*self.says(doel), "; een jaar eerder waren dat er ", doel, "."],
                [f"{name}: ", doel, " in 2021, ", doel, " in 2022 en ", doel, " in 2023."],
                [f"In 2021 was {name} ", doel, ", in 2022 ", doel, " en in 2023 ", doel, "."],
                ["In 2022 ", *self.says(doel), ". In 2023 ", *self.says(doel), "."],
            ]
        )

    def named(self, doel: Doel) -> str:
        """The amount as a noun phrase."""
        table, column, keyed = doel.table, doel.column, self.phrase(doel)
        match column:
            case N():
                return f"het aantal {column.noun}{keyed}"
            case P():
                return f"het aantal {bijvoeglijk(column.participle)} {table.unit}{keyed}"
            case S():
                return f"het aantal {table.unit} {column.phrase}{keyed}"
            case _:
                return f"het totale aantal {table.unit}{keyed}"

    def share(self, table: Tabel, opening: Deel) -> list[Deel]:
        """A share of a base."""
        column = self.chance.choice(table.columns)
        doel = Doel(
            table, column, self.chance.choice(table.keys)[0] if table.keys else None, share=True
        )
        phrase = self.phrase(doel)
        match column:
            case P():
                return self.chance.choice(
                    [
                        [f"Van de {table.unit}{phrase} werd ", doel, f" {column.participle}."],
                        [
                            opening,
                            "werd ",
                            doel,
                            f" van de {table.unit}{phrase} {column.participle}.",
                        ],
                    ]
                )
            case N():
                return [
                    opening,
                    "bestond ",
                    doel,
                    f" van de {table.unit}{phrase} uit {column.noun}.",
                ]
            case _:
                return [opening, "kwam ", doel, f" van alle {table.unit} {column.phrase}."]


def assembled(parts: list[Deel]) -> tuple[str, list[tuple[int, int]], list[Doel]]:
    """The text with every amount as a mark, where those stand, and what they stand for."""
    text, spans, targets = "", [], []
    for part in parts:
        if isinstance(part, str):
            text += part
        else:
            spans.append((len(text), len(text) + 5))
            text += "\ue000" * 5
            targets.append(part)
    return text[:1].upper() + text[1:], spans, targets


def texts(
    tables: list[Tabel], chance: random.Random, many: int
) -> Iterator[tuple[str, str, list[tuple[int, int]], list[Doel]]]:
    """So many texts about a catalogue: title, text, spans and targets."""
    drawn = Zinnen(tables, chance)
    for _ in range(many):
        title, parts = drawn.text()
        text, spans, targets = assembled(parts)
        yield title, strange(text, chance) if chance.random() < 0.3 else text, spans, targets


_OPEN = re.compile(r"[^\W\d_\ue000]{5,}")


def strange(text: str, chance: random.Random) -> str:
    """The text with some of its telling words made unknown, as when staff use words of their own."""

    def other(match: re.Match[str]) -> str:
        word = match[0]
        keep = word.lower() in closed_words() or chance.random() < 0.5
        return word if keep else ("xq" * len(word))[: len(word)]

    return _OPEN.sub(other, text)
