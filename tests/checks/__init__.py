"""Tests of the rooms in checks/."""
