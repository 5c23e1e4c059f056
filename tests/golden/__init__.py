"""Stored texts of both editions, compared with what is built now."""
