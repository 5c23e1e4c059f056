"""Numbers people type in Dutch text: where they stand, what values they say, and which are no amounts at all.

This room knows language, not figures: `find` reads '13.840', 'ruim 60 procent', 'dertien' or '7½ duizend' as intervals and passes over
years, dates, articles, page numbers and the like. What a number must match is for `prose/` to say.
"""

from .find import find
from .mention import Mention, Unit
from .sentences import Sentence, sentences

__all__ = ["Mention", "Sentence", "Unit", "find", "sentences"]
