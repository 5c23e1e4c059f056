"""Tests of the rooms in pipeline/."""
