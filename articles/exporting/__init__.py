"""Whole editions for other systems and for later times: as JSON Lines and as e-paper HTML.

Both are read back by importing/readers/told.py without the loss of a word; docs/interchange.md.
"""
