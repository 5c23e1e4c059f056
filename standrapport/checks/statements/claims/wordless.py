# SPDX-License-Identifier: EUPL-1.2
"""Claims without a number in a text: whose they are, for which years, and whether they hold."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ....core.words import Phrase
from ..named.claim_years import Told
from ..named.context import Read
from ..named.passage import TextLine
from ..reading.lexicon import claim_patterns_in, framing_words, prefixes, rows
from ..reading.morphology import roots
from ..reading.parts import TokenKind
from ..reading.vocabulary import SAME, Spoken, Vocabulary
from .claims import claim_words, claims_in
from .groups import ClaimsOfGroups
from .judge import Claim, Claims, Proposition
from .kinds import ClaimsOfKinds
from .over_years import PROPORTION
from .pace import ClaimsOfPace, may_tell_pace
from .reader import JudgedClaim

_QUANTIFIERS = {"meer", "minder", "meeste", "minste", "veel", "weinig", "zoveel", "evenveel"}
_PARTICIPLE = re.compile(r"ge[^\W\d_]{3,}(?:[dt]|en)")
_VERBAL = re.compile(r"[^\W\d_]+(?:[dt]e|[dt]en|eerd|eren)")
_MOVES = frozenset({"stijg", "dal", "groei", "krimp"})  # roots that only ever say a direction
# what a sentence that tells of a group or of a pace does not say of one figure
_OF_WHOLE = (Claims.DIRECTION, Claims.ORDER, Claims.EXTREME, Claims.PEAK)
_NEVER_NAMES = frozenset(f"toe{form}" for form in ("nam", "namen", "neemt", "nemen"))
_LIST = Phrase(r"\b\w*(?:lijst|lijsten|rij|rijen)\b", re.IGNORECASE)
_VALUED = Phrase(
    r"\b(?:ge)?waardeer\w*|\bgewaardeerd\b|\brapportcijfers?\b|\bbeoordeel\w*", re.IGNORECASE
)
_NUMBER_OF = Phrase(
    r"\baantal(?:len)? (?!(?:[^\W\d_]+ )?(?:dagen|weken|maanden|uren|minuten|punten)\b)",
    re.IGNORECASE,
)
_SHARE_OF = Phrase(
    r"\b(?:het|dit|dat|hun|ons|haar|zijn) (?:[^\W\d_]+ )?(?:aandeel|percentage)\b[^.;:,]*\Z",
    re.IGNORECASE,
)  # 'het aandeel huurders … nam toe': a share did, not how many there are
_OFTEN = Phrase(r"\b(?:vaker|minder vaak|vaakst)\b", re.IGNORECASE)
_QUANTITY = Phrase(r"\s+(tijd|geld)\b", re.IGNORECASE)
_ANSWER = Phrase(r"\s*(?:(?:ja|jazeker|inderdaad|zeker)\b|(?P<no>nee)\b)", re.IGNORECASE)
_OTHER_CLAUSE = Phrase(
    r"\s*(?:we|wij|er|ze|zij|men|u|je|jullie|ik|hij|(?:die|deze) twee)\b", re.IGNORECASE
)
_COMPARATIVE = Phrase(
    r"\b(?P<stem>[^\W\d_]{5,})er\s+(?P<after>geworden|worden|werden|dan (?=in|een|het|vorig))",
    re.IGNORECASE,
)


def may_claim(text: str) -> bool:
    """Whether any sentence of a text can claim something without a number."""
    return bool(_COMPARATIVE.search(text)) or claim_words(text) or may_tell_pace(text)


class Wordless(ClaimsOfKinds, ClaimsOfGroups, ClaimsOfPace):
    """Judges the claims of one text."""

    def of(self, line: TextLine, told: Sequence[Told]) -> Iterator[JudgedClaim]:
        """The claims of a sentence; `told` are the figures its amounts stand for."""
        sentence = line.sentence
        self.naming.dimension = ""
        whole, judged = self.of_pace(line)
        if not whole:
            whole, judged = self.of_group(line)
        if judged is not None:
            yield judged
        every = self._claims(line)
        for claim in every:
            if whole and claim.kind in _OF_WHOLE:
                continue
            last = (
                claim.end
                if claim.kind is Claims.TIMES
                else claim.start + len(claim.words.split()[0])
            )
            spans = [(claim.start, last)]
            if claim.than is not None:
                spans = [(claim.start, min(spans[0][1], claim.than[0])), claim.than]
            own = TextLine(
                sentence,
                line.before,
                (0, 1)[: len(spans)],
                self.shown,
                spans,
                self.names.vocabulary,
            )
            self._of_what(own, claim)
            judged = self._judged(own, claim, told)
            if judged is not None:
                yield judged
                self.last = judged.about[0].subject if judged.about else self.last
                self.last_line = sentence
        if told:
            self.last = told[-1].subject

    def _of_what(self, line: TextLine, claim: Claim) -> None:
        """Tell the names what the words of a claim say it can be of."""
        start, end = line.sentence.start, line.sentence.end
        of_what = _QUANTITY.match(self.text, claim.end, end)
        self.naming.quantity = of_what[1].lower() if of_what else ""
        self.naming.often = _OFTEN.search(claim.words) is not None
        self.naming.counted = _counted(line.read, claim, self.names.vocabulary)
        own_words = self.text[start:end]
        self.naming.dimension = _dimension(claim.words, own_words, self.when.clause(line))
        compared = claim.kind in (Claims.DIRECTION, Claims.ORDER)
        if compared and _SHARE_OF.search(self.text, start, claim.start):
            self.naming.dimension = "aandeel"

    def _claims(self, line: TextLine) -> list[Claim]:
        """The claims of a sentence; what is asked is what its answer says."""
        start, end = line.sentence.start, line.sentence.end
        every = list(claims_in(self.text, self.shown, start, end))
        every += self._compared_names(start, end)
        if self.text[:end].rstrip().endswith("?"):
            answer = _ANSWER.match(self.text, end)
            denied = bool(answer and answer["no"])
            every = [replace(one, denied=one.denied is not denied) for one in every if answer]
        words = claim_patterns_in(self.text)["vergelijking"]
        found = (one.finditer(self.text, start, end) for _, one in words)
        compared = {match.start() for match in itertools.chain.from_iterable(found)}
        self.naming.claimed = sorted({one.start for one in every} | compared)
        self.when.claimed = self.naming.claimed
        return every

    def _compared_names(self, start: int, end: int) -> Iterator[Claim]:
        """'Klanten zijn tevredener geworden': the comparative of a word that is a name."""
        for match in _COMPARATIVE.finditer(self.text, start, end):
            fits = self.names.vocabulary.fits(Spoken(match["stem"].lower()))
            if any(how >= SAME for how in fits.values()):
                # Told by the word after it, since the comparative itself names what is told of.
                at, after = match.span("after")
                yield Claim(Claims.DIRECTION, at, after, match[0], "op", bare=True)

    def _judged(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> JudgedClaim | None:
        if self._is_name(claim) or self.naming.counted == frozenset():
            return None
        return self.judged(claim, self._ways(line, claim, told))

    def _ways(self, line: TextLine, claim: Claim, told: Sequence[Told]) -> Iterator[Proposition]:
        """The ways to read a claim."""
        match claim.kind:
            case Claims.ORDER if claim.never:
                return self._never(line, claim, told)
            case Claims.TIMES if not self._names_kind(line, claim):
                return self._many(line, claim, told)
            case Claims.TIMES:
                return self._order(line, claim)
            case Claims.ORDER if claim.verb or self._names_kind(line, claim):
                return self._order(line, claim)
            case Claims.ORDER if self._than_what_else(line, claim):
                return iter(())
            case Claims.MAJORITY:
                return self._majority(line, claim)
            case Claims.ORDER | Claims.DIRECTION:
                return self._direction(line, claim, told)
            case Claims.EXTREME if claim.follows:
                return self._followed(claim, line)
            case Claims.PEAK:
                return self._peak(line, claim, told)
            case _:
                return self._extreme(line, claim, told)

    def _than_what_else(self, line: TextLine, claim: Claim) -> bool:
        """Whether something is compared with what no figure is called here: 'meer fietsen dan we
        kwijtraakten'.
        """
        if claim.than is None:
            return False
        return _OTHER_CLAUSE.match(self.shown, claim.than[1], line.sentence.end) is not None

    def _is_name(self, claim: Claim) -> bool:
        """Whether the word of a direction names a figure here: 'zakten' where candidates fail."""
        if claim.kind is not Claims.DIRECTION:
            return False
        if claim.bare:  # 'een hoger cijfer' may be what is counted here, not what was higher
            word = Spoken(claim.words.lower())
            return " " not in claim.words and bool(self.names.vocabulary.fits(word))
        first, *rest = claim.words.lower().split()
        particle = rest[-1] if rest and prefixes().get(rest[-1]) else ""
        if particle + first in _NEVER_NAMES or roots(first) & _MOVES:
            return False
        fits = self.names.vocabulary.fits(Spoken(first, particle=particle))
        return any(how >= SAME for how in fits.values())


def _counted(read: Read, claim: Claim, known: Vocabulary) -> frozenset[int] | None:
    """The names' words that what a claim counts may stand for: none of 'de meeste tijd' or 'meer
    voorbereiding' where no table knows those. None where it says nothing of what it counts.
    """
    last = claim.words.lower().split()[-1]
    if last not in _QUANTIFIERS and not last.endswith("ere"):
        return None
    behind = [one for one in read.tokens if one.start >= claim.end][:2]
    words = itertools.takewhile(lambda one: one.kind is TokenKind.WORD, behind)
    for word in [one.text for one in words]:
        small = word.lower()
        if small in framing_words() or _PARTICIPLE.fullmatch(small):
            return None
        if fits := known.fits(Spoken(small)):
            return frozenset(fits)
        if _VERBAL.fullmatch(small):
            return None
        if not small.endswith("e"):  # of an adjective what follows it is counted
            return frozenset()
    return None


def _dimension(words: str, sentence: str, clause: str) -> str:
    """Of which figures alone a word says something: 'korter' of a time, 'duurder' of money, of
    shares where a sentence tells of proportions, and of marks where something is valued.
    """
    if _VALUED.search(clause):
        return "oordeel"
    if PROPORTION.search(sentence):
        return "aandeel"
    if _LIST.search(sentence):
        return ""  # a list is longer by what stands on it
    said = next((kind for kind, pattern in _dimensions() if pattern.search(words)), "")
    return said or ("aantal" if _NUMBER_OF.search(clause) else "")


@cache
def _dimensions() -> tuple[tuple[str, Phrase], ...]:
    """Per kind of figure what only says something of those."""
    return tuple(
        (kind, Phrase(rf"\b(?:{words})\b", re.IGNORECASE))
        for kind, words in rows("dimensies.tsv")
        if kind != "eenheid"
    )
