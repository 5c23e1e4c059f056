"""Tests of standrapport/open_data."""
