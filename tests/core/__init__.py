"""Tests of the rooms in core/."""
