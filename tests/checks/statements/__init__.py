"""Tests of the room for statements."""
