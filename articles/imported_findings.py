"""What verification finds in the stories that an import brought, as they stand now.

Nothing is kept of it and nothing waits for it: a part is verified when somebody asks.
"""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Exists, Max, OuterRef

from articles.models import ParagraphSource, Version
from articles.paging import Part, part_of
from articles.verification.check import check
from articles.verification.findings import Certainty, Finding
from articles.verifying import house_words, known_directory, story_of
from articles.waiving import not_waived, waived_in

# So many take about half a second.
AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Look:
    """One part of the stories: those in which something is found, and how often by which rule."""

    part: Part
    found: list[tuple[Version, list[Finding]]]

    @property
    def by_rule(self) -> list[tuple[str, int]]:
        """Each rule that finds something with how often, the most frequent first."""
        return Counter(one.rule for _version, found in self.found for one in found).most_common()


def look_at(job, params) -> Look:
    """Verify the part of the stories of an import that an address asks for, the newest first.

    What is waived, or cannot be checked, is left out. Raises UnreadableWords.
    """
    part = part_of(stories_of(job).prefetch_related("photos", "mentions"), params, size=AT_ONCE)
    directory, words = known_directory(), house_words()
    waived = waived_in(part.rows)
    found = []
    for version in part.rows:
        story = story_of(version)
        said = [
            one
            for one in not_waived(check(story, directory, words), story, waived[version.article_id])
            if one.certainty != Certainty.UNCHECKED
        ]
        if said:
            found.append((version, said))
    return Look(part, found)


def stories_of(job):
    """The stories with words from the pages of an import: those that stand, not those spiked."""
    of_its_pages = ParagraphSource.objects.filter(
        version=OuterRef("pk"), document__digest__in=job.pages.values("digest")
    )
    # By the last day of its papers the index is entered where its stories begin.
    last = job.pages.aggregate(last=Max("edition_date"))["last"]
    if last is None:
        return Version.objects.none()
    standing = Version.objects.exclude(status=Version.Status.SPIKED)
    return standing.filter(Exists(of_its_pages), superseded_at=None, dated__lte=last)
