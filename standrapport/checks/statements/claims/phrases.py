# SPDX-License-Identifier: EUPL-1.2
"""What stands before or behind the words of a claim and decides what is said with them: denied,
only wished, of another year, of several, of a rank. And which figures can be what only some are: a
time, money, a judgement.
"""

from __future__ import annotations

import re
from functools import cache

from ....core.words import Phrase
from ..named.names import Subject
from ..reading.lexicon import rows
from ..reading.mention import Unit
from ..reading.no_amounts import whole

TURN = Phrase(
    r"\bna (?:de|het) (?:\w+e )?(?:(?P<down>dip|daling|terugval|krimp|afname|dal)|"
    r"(?P<up>piek|stijging|groei|toename|opleving)) (?:van|in|uit) (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
EACH_YEAR = Phrase(
    r"\b(?<!van )(?:beide jaren|alle jaren|elk jaar|ieder jaar|elk van de [^.;,]{0,20}?jaren)\b",
    re.IGNORECASE,
)
AT_LEAST = Phrase(r"\b(?:ten|op zijn|op z'n)\s+\Z", re.IGNORECASE)
OPEN = Phrase(
    r"\b(?:(?<!net )als(?!\s+in\s+(?:19|20)\d\d)|mogelijk|mocht|zou(?:den)?|verwacht\w*|kan|kunnen|"
    r"zal|zullen|willen|moet(?:en)?|om|doel|streven|streefde|hopen|hoopt|dreigde|dreigt)(?:\s+\w+){0,2}\s*\Z",
    re.IGNORECASE,
)
VERDICT = Phrase(  # whether what was wished has come true
    r"\bd(?:at|it) (?:doel )?(?:is|was|werd|hebben we|lukte)\s*(?P<not>(?:\w+ )?niet\s*)?"
    r"(?:helemaal )?(?:ge(?:lukt|haald)|bereikt|uitgekomen|(?=[.,;]))",
    re.IGNORECASE,
)
LATER = Phrase(r"\s*(?:sindsdien|nadien|daarna|daarvoor|vervolgens)\b", re.IGNORECASE)
SINCE_THEN = Phrase(
    r"\b(?P<year>(?:19|20)\d\d)\b[^.;]*?\b(?:sindsdien|sedertdien|nadien)(?:\s+[^\W\d_]+){0,5}\s*\Z",
    re.IGNORECASE,
)
NOT_BEFORE = Phrase(
    r"\b(?:niet|geen|nooit|nimmer|evenmin|allerminst|geenszins)(?:\s+(?:verder|langer|opnieuw|echt|wezenlijk)|\s+\w+)?\s*\Z",
    re.IGNORECASE,
)
NOT_AFTER = Phrase(
    r"[^.;:(),]{0,40}?\b(?:niet|allerminst|geenszins)\b(?!\s+(?:alleen|zozeer|meer|minder|eerder|zo))"
)
NOT_EACH = Phrase(
    r"[^.;:]{0,60}?\bniet\s+(?:elke?|iedere?|altijd|steeds|overal|in\s+(?:alle|beide|elke?|iedere?))\b",
    re.IGNORECASE,
)  # some did and some did not: neither a rise nor a fall is told
HARDLY = Phrase(r"\b(?:nauwelijks|amper|vrijwel niet|bijna niet)\b", re.IGNORECASE)
OVER_TIME = Phrase(
    r"\b(?:sinds|ooit|reeks|periode|in jaren|van de afgelopen|van alle jaren|niet eerder|"
    r"in geen (?:enkel )?jaar|record|meetjaren|sedert|in \w+ jaar|(?:van|uit) de jaren"
    r"(?! (?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)\b)|"
    r"(?:in|over) al die jaren)\b",
    re.IGNORECASE,
)
NEVER = Phrase(
    r"\b(?:nooit|nimmer|niet eerder|"
    r"in geen (?:(?:enkel )?(?:ander )?jaar|van de [^.;,]{0,20}jaren))\b",
    re.IGNORECASE,
)
NO_YEAR = Phrase(r"\bgeen (?:\w+ )?jaar\b[^.;]*\b(?:waarin|dat)\b", re.IGNORECASE)
NEVER_SO = Phrase(
    r"\b(?:nooit|nimmer|niet|geen (?:enkel |ander )?jaar|geen van de [^.;]{0,20}jaren)\b"
    r"[^.;:]{0,80}\Z",
    re.IGNORECASE,
)
NEVER_AFTER = Phrase(
    r"[^.;,]{0,80}\b(?:(?:nooit|nimmer|(?:nog )?niet) (?:eerder|tevoren)|"
    r"in geen [^.;,]{0,30}ja(?:ar|ren))\b",
    re.IGNORECASE,
)  # 'zo weinig als in 2023 waren er nooit eerder'
YEAR_AFTER = Phrase(
    r"\s*(?:in |eind |begin )?(?:(?:19|20)\d\d|dit jaar|vorig jaar|nu\b|toen\b|het jaar)",
    re.IGNORECASE,
)
OTHER_YEARS = Phrase(
    r"\s*(?:ooit|in welk (?:ander )?jaar [^.;]{0,20}ook|in elk van de [^.;]{0,20}jaren|"
    r"in (?:enig|elk|ieder|welk) ander jaar|"
    r"in alle jaren (?:daarvoor|ervoor|hiervoor)|"
    r"in (?:alle|de) (?:andere|eerdere|vorige|voorgaande) jaren|in enig (?:eerder )?jaar)\b",
    re.IGNORECASE,
)
OTHER_KINDS = Phrase(
    r"\s*(?:(?:in|bij|op|voor|aan)\s+)?(?:welke?|elke?|iedere?|alle|enige?|elk van de)\s+andere?\s+"
    r"(?!jaar|jaren)[^\W\d_]+",
    re.IGNORECASE,
)  # 'korter dan in welke andere haven ook'
EVER = Phrase(
    r"\b(?:steeds|weer|opnieuw|telkens|(?:elk|ieder) jaar|jaarlijks)\s+(?:\w+\s+){0,2}?\Z",
    re.IGNORECASE,
)
NOT_BARE = Phrase(
    r"\b(?:hoe|des te|te|onder|niet|geen|of|en|veel te|zonder|zoveel|wat|dan|alleen|"
    r"vooral\s[^.;]{0,60},|terwijl\s[^.;,]{0,40}|geen(?:\s+\w+){1,4})\s*\Z",
    re.IGNORECASE,
)
NO_FIGURE = Phrase(
    r"\s+(?:of minder|en meer|en minder|beroep|onderwijs|opgeleid\w*|(?:daar|hier)?over|weten|"
    r"lezen|leest|informatie|"
    r"dan ook)\b",
    re.IGNORECASE,
)
RANKED = Phrase(
    r"\bop\s+(?:een|één|1|(?P<two>twee|2))\s+na\b|(?<!\bin )(?<!\bin de )\b(?:op\s+)?(?:de\s+)?"
    r"(?P<place>tweede|derde|"
    r"vierde|vijfde|eerste)\s+(?:plaats|plek)\b|\bop\s+(?:plaats|plek|nummer)\s+(?P<number>\d|een|"
    r"één|twee|drie|vier)\b|\bals\s+(?P<as>tweede|derde|vierde|vijfde)\s*(?=[.,;:]|\Z)",
    re.IGNORECASE,
)
RATIO = Phrase(
    r"verdubbel|gehalveerd|halve|verdrievoudig|de helft|ooit te voren|(?:eens|één keer)\b",
    re.IGNORECASE,
)
WON = Phrase(r"[^.;,]*\bbij(?=\s*[.,;])", re.IGNORECASE)
OF_YEARS = Phrase(r"\s+jaar\b", re.IGNORECASE)  # 'in 2020, het stilste jaar'
DEFINITE = Phrase(r"\b(?:de|het|deze|dit|die)\s+(?:(?:veel|iets|wat|nog)\s+)?\Z", re.IGNORECASE)
AND = re.compile(r"\s+(?:en|of)\s+", re.IGNORECASE)
BETWEEN = Phrase(r"\b(?:verschil|kloof|afstand|gat) tussen\b", re.IGNORECASE)
TO_PLACE = Phrase(r"[^.;,]{0,20}?\b(?:naar|tot) (?:de )?\w+ (?:plaats|plek)\b", re.IGNORECASE)
FOLLOWED = Phrase(
    r"\b(?:gevolgd door|daarna (?:volg(?:t|de|en|den)|kom(?:t|en)|kwam(?:en)?)|daarachter "
    r"(?:volg(?:t|de|en|den)|kom(?:t|en)|kwam(?:en)?))\b",
    re.IGNORECASE,
)
SEVERAL = Phrase(r"\s+(?:soorten|groepen|redenen|oorzaken|landen)\b", re.IGNORECASE)
_MARK_UNITS = {"punten", "punt", "cijfer", "cijfers", "rapportcijfer"}
_PLACES = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5}
SINCE_GROUP = Phrase(
    r"\bsinds (?:19|20)\d\d\b[^.;]*ste (?:groep|soort|reden|bron)\Z", re.IGNORECASE
)
MARK = "\ue000"
NOUNS = ("ing", "name", "groei", "krimp", "val", "gang", "loop")
AFTERWARDS = Phrase(
    r"\bna [^,.;]{0,20}?jaren (?:van(?:\s+\w+e)?|(?:waarin|dat)(?:\s+[^\s,.;]+){0,4})\s*\Z|"
    r"\b(?:daarna|daarvoor|vervolgens|sindsdien|later|eerder|na(?:\s+(?:een|de|jaren|\w+ jaar|\w+ "
    r"jaren)){0,2}(?:\s+van)?(?:\s+\w+e)?|waarna(?:\s+[^\W\d_]+){0,4})(?:\s+(?:weer|steeds|juist))?\s*\Z",
    re.IGNORECASE,
)  # what was before or came after the year spoken of


def several(word: str) -> bool:
    """Whether a word counts more than one; a year counts nothing."""
    year = len(word) == 4 and word.startswith(("19", "20"))
    return not year and (word.isdigit() or (whole(word) or 0) > 1)


def goes_with(text: str, ranked: re.Match[str], match: re.Match[str]) -> bool:
    """Whether a rank goes with a superlative: no other clause between them."""
    low, high = sorted((ranked.span(), match.span()))
    return not {",", ";", ":"} & set(text[low[1] : high[0]])


def rank_of(match: re.Match[str]) -> int:
    """Which place a rank names: 2 for 'de tweede plaats' and for 'op één na'."""
    if word := match["place"] or match["as"]:
        return _PLACES[word.lower()]
    if match["number"]:
        number = match["number"].lower()
        return int(number) if number.isdigit() else whole(number) or 1
    return 3 if match["two"] else 2


def is_denied(before: str) -> bool:
    """Whether what stands before a claim says that it is not so, or only may be."""
    return bool(OPEN.search(before) or NOT_BEFORE.search(before) or HARDLY.search(before[-25:]))


def measures_kind(subject: Subject, kind: str) -> bool:
    """Whether what is only said of times, of money, of shares … is said of a subject."""
    match kind:
        case "tijd":
            return _is_time(subject)
        case "geld":
            return subject.unit is Unit.EURO
        case "oordeel":
            return subject.unit is Unit.PERCENT or subject.unit_name.lower() in _MARK_UNITS
        case "aandeel":
            return subject.unit is Unit.PERCENT
        case "aantal":
            marks = subject.unit_name.lower() in _MARK_UNITS
            return subject.unit is Unit.COUNT and not (_is_time(subject) or marks)
        case _:
            return True


def _is_time(subject: Subject) -> bool:
    return bool(_times_units() & set(subject.unit_name.lower().split()))


@cache
def _times_units() -> frozenset[str]:
    """The units of time."""
    return frozenset(
        word
        for kind, words in rows("dimensies.tsv")
        if kind == "eenheid"
        for word in words.split("|")
    )
