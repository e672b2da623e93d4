"""Check a story's names, titles, dates and words against what is known. Plain Python, no Django.

`check.check(story, snapshot)` asks one module for each family of rules; `findings.RULES` lists
them all.
"""
