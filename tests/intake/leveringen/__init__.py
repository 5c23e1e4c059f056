"""Delivered files that went wrong once, with what should happen."""
