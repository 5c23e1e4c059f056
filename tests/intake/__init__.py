"""Delivered tables: the files and what must come of them."""
