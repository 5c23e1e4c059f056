"""Small cases on disk, one folder per code."""
