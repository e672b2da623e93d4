"""The editing interface, on Django's own admin: stories, editions, events and imports.

versions.py is the list and the form of stories; its parts are forms.py (what is typed), inlines.py
(bylines, people, pictures), filters.py and standing.py (the list), moves.py and doubts.py (what a
person decides, each a POST of its own). similar.py is the work list of stories that look alike,
proposals.py that of what later imports read otherwise, proposed_names.py that of names that only a
second opinion found, assignments.py that of stories to be written, reader_reports.py that of errors
that readers report, quality.py that of printed editions read again, differences.py how two texts
are compared.
Nothing here changes a story's status: workflow.py does.
"""

from articles.admin import (
    assignments,
    corrections,
    doubt_list,
    editions,
    events,
    import_jobs,
    imports,
    ledger,
    log,
    missed_searches,
    old_addresses,
    proposals,
    proposed_names,
    quality,
    reader_reports,
    rechecks,
    similar,
    unlinked,
    versions,
)

__all__ = [
    "assignments",
    "corrections",
    "doubt_list",
    "editions",
    "events",
    "import_jobs",
    "imports",
    "ledger",
    "log",
    "missed_searches",
    "old_addresses",
    "proposals",
    "proposed_names",
    "quality",
    "reader_reports",
    "rechecks",
    "similar",
    "unlinked",
    "versions",
]
