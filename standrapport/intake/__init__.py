"""Delivered tables into figure files: read, understand, propose; written only after agreement (decision 0017)."""
