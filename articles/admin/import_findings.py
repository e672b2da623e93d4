"""The stories of an import in which verification finds something, counted by rule and listed."""

from dataclasses import dataclass

from articles.admin.findings import ShownFinding
from articles.imported_findings import look_at
from articles.models import Version
from articles.verification.words import UnreadableWords
from articles.verification_words import name_of


@dataclass(frozen=True, slots=True)
class ShownStory:
    version: Version
    findings: list[ShownFinding]


def shown_findings(job, params):
    """For a page: what the part of the stories that an address asks for says, or why nothing."""
    try:
        look = look_at(job, params)
    except UnreadableWords as refused:
        return {"refused": str(refused)}
    return {
        "part": look.part,
        "rules": [(name_of(rule), count) for rule, count in look.by_rule],
        "stories": [
            ShownStory(version, [ShownFinding(one) for one in found])
            for version, found in look.found
        ],
    }
