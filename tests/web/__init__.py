"""Tests of the HTML in a browser and with checkers."""
