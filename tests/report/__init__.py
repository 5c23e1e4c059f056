"""Tests of the rooms in report/."""
