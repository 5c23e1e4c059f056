"""Tests of files read as grids."""
