# SPDX-License-Identifier: EUPL-1.2
"""Whether words name a figure well enough to hold a claim against it."""

from __future__ import annotations

from .context import Context, Level
from .names import Subject, SubjectNames

_WELL = 0.5  # the part of a name that must stand near


def spoken_of(names: SubjectNames, subject: Subject, context: Context) -> bool:
    """Whether most of a name itself, not only of its definition, stands near."""
    ways = (*subject.called, *subject.table) if subject.key is None else (subject.key_words,)
    return any(
        sum(
            names.weights[word] * context.near[word][1]
            for word in words
            if word in context.near and context.near[word][0] <= Level.SHARED
        )
        >= _WELL * names.weight(words)
        for words in ways
    )


def explained(subject: Subject, context: Context) -> bool:
    """Whether more of the words near a claim are this subject's than are strange to all."""
    own = sum(
        any(word in subject.every for word, _ in fits)
        for level, fits in context.stretches
        if level <= Level.OWN
    )
    return own > context.unknown[0] or not context.unknown[0]


def is_rest(subject: Subject) -> bool:
    """Whether a key stands for what is left over: 'Overige redenen'."""
    return (subject.key or "").lower().startswith(("overig", "ander", "totaal"))
