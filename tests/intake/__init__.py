"""Tests of the delivered tables."""
