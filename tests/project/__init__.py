"""Tests of the rooms in project/."""
