"""The summary of a comparison in one Dutch sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..messages import amount_of
from .changes import Difference
from .views import NOUNS, VERBS


def summary_words(difference: Difference) -> str:
    """'1 cijfer, 4 berekende cijfers, 2 alinea's, 1 controle, 1 tabel vervallen'; 'geen verschillen' when nothing differs."""
    return ", ".join(_summary(difference)) or "geen verschillen"


def _summary(difference: Difference) -> Iterator[str]:
    told = [change for change in difference.figures if change.of_value or "formula" in change.kinds]
    yield from _amounts(sum(not change.derived for change in told), "cijfer", "cijfers")
    yield from _amounts(sum(change.derived for change in told), "berekend cijfer", "berekende cijfers")
    other = len(difference.figures) - len(told)
    yield from _amounts(other, "cijfer met andere status, afronding of peildatum", "cijfers met andere status, afronding of peildatum")
    titles = sum(change.field in ("titel", "ondertitel") for change in difference.texts if change.paragraphs)
    yield from _amounts(titles, "kop", "koppen")
    running = sum(change.paragraphs for change in difference.texts if change.field not in ("titel", "ondertitel"))
    yield from _amounts(running, "alinea", "alinea's")
    yield from _amounts(sum(len(change.references) for change in difference.texts), "verwijzing", "verwijzingen")
    yield from _amounts(len(difference.checks), "controle", "controles")
    built = Counter((change.what if change.what in NOUNS else "blok", change.kind) for change in difference.structure)
    changed = sum(number for (_, kind), number in built.items() if kind == "changed")
    for (noun, kind), number in built.items():
        if kind != "changed":
            yield f"{amount_of(number, noun, NOUNS.get(noun, 'blokken'))} {VERBS[kind]}"
    yield from _amounts(changed, "instelling", "instellingen")
    kinds = Counter(change.what for change in difference.sources)
    yield from _amounts(kinds["bron"], "bron", "bronnen")
    yield from _amounts(kinds["definitie"], "definitie", "definities")
    yield from _amounts(kinds["grote tabel"], "grote tabel", "grote tabellen")
    yield from _amounts(len(difference.pages), "bladzijde", "bladzijden")


def _amounts(number: int, one: str, many: str) -> Iterator[str]:
    if number:
        yield amount_of(number, one, many)
