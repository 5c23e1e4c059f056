"""Tests of standrapport; the folders mirror the rooms of the package."""
