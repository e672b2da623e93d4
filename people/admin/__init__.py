"""The directory and the accounts in the admin.

entries.py lists and edits the entries; confirming.py, merging.py and splitting.py are what a person
decides about them, and changes.py the log of merges and splits, from which each can be undone.
"""

from people.admin import accounts, changes, entries

__all__ = ["accounts", "changes", "entries"]
