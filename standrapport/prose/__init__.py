"""Numbers and claims in the text: expressions worked out, words chosen by the value, claims turned into rules."""

from .claims import claims_of
from .resolve import resolve

__all__ = ["claims_of", "resolve"]
