"""Tests of findings in words and for machines."""
