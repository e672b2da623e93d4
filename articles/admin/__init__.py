"""The editing interface, on Django's own admin: stories, editions, events and imports.

versions.py is the list and the form of stories; its parts are forms.py (what is typed), inlines.py
(bylines, people, pictures), filters.py and standing.py (the list), moves.py and doubts.py (what a
person decides, each a POST of its own). Nothing here changes a story's status: workflow.py does.
"""

from articles.admin import editions, events, import_jobs, imports, versions

__all__ = ["editions", "events", "import_jobs", "imports", "versions"]
