"""Tests of the two published editions as a whole."""
