"""Tests of the rooms in review/."""
