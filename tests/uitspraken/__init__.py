"""Sentences about invented services, and how the reader of statements measures on them."""
