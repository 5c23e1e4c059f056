"""Tests of trends: a figure over all editions."""
