"""Numbers and claims in the text: expressions worked out, words chosen by the value, claims turned into rules."""

from .claims import claims_of
from .numbers import check_numbers
from .resolve import resolve

__all__ = ["check_numbers", "claims_of", "resolve"]
