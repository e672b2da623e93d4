"""What an import found and did, for the terminal and as JSON."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.importing.matches import shown_matches
from articles.importing.names_proposed import names_proposed, sentence_of_name
from articles.importing.notes import notes_of
from articles.importing.plan import REASONS, Ambiguous, Matched, New, Plan
from articles.models import Doubt
from articles.parsing.continued import is_of_note
from articles.parsing.facts import ParsedPage
from articles.parsing.stories import DROPPED, RULE

STORIES = gettext_lazy(
    "Stories: %(found)d found, %(created)d created, %(unchanged)d unchanged, %(kept)d kept."
)
STORY_COUNTS = ("found", "created", "unchanged", "kept")
NAMES = {
    "officials": gettext_lazy(
        "Officials: %(matched)d matched, %(new)d new, %(ambiguous)d ambiguous."
    ),
    "posts": gettext_lazy("Posts: %(matched)d matched, %(new)d new, %(ambiguous)d ambiguous."),
    "departments": gettext_lazy(
        "Departments: %(matched)d matched, %(new)d new, %(ambiguous)d ambiguous."
    ),
    "reporters": gettext_lazy(
        "Reporters: %(matched)d matched, %(new)d new, %(ambiguous)d ambiguous."
    ),
    "events": gettext_lazy("Events: %(matched)d matched, %(new)d new, %(ambiguous)d ambiguous."),
}

KINDS = {
    "officials": gettext_lazy("official"),
    "posts": gettext_lazy("post"),
    "departments": gettext_lazy("department"),
    "reporters": gettext_lazy("reporter"),
    "events": gettext_lazy("event"),
}
MATCHES = {
    "matched": pgettext_lazy("match", "matched"),
    "new": pgettext_lazy("match", "new"),
    "ambiguous": pgettext_lazy("match", "ambiguous"),
}


@dataclass
class ImportReport:
    """What became of one page. `matches` are those of `matches.shown_matches`.

    `doubts` are those of stories of which anything is written: others are settled where they stand.
    `outside` are the texts that stand in no story, `dropped` the lines that no story has by what
    they are: running heads, page numbers, navigation, rules.
    """

    file_name: str
    edition_date: str
    page: str
    stories: dict = field(default_factory=dict)
    names: dict = field(default_factory=dict)
    matches: list = field(default_factory=list)
    doubts: list = field(default_factory=list)
    outside: list = field(default_factory=list)
    dropped: list = field(default_factory=list)
    characters: dict = field(default_factory=dict)
    notes: list = field(default_factory=list)
    proposed: list = field(default_factory=list)

    @property
    def changes_anything(self):
        """Whether there is anything to write; a story kept as it stands is offered anew."""
        return bool(self.stories["created"] or self.stories["kept"])

    def as_json(self):
        return dict(vars(self))

    def lines(self):
        """The report as sentences, one a line."""
        yield STORIES % self.stories
        for kind, sentence in NAMES.items():
            if any(self.names[kind].values()):
                yield sentence % self.names[kind]
        yield from map(sentence_of_match, self.matches)
        yield from self.problems(but_names=True)

    def problems(self, but_names=False):
        """What a person should look at, one sentence a line."""
        if not but_names:
            ambiguous = (row for row in self.matches if row["match"] == "ambiguous")
            yield from map(sentence_of_match, ambiguous)
        for doubt in self.doubts:
            yield _("Doubt, line %(line)d: %(message)s: %(quote)s (%(headline)s)") % doubt
        for text in self.outside:
            yield _("Line %(line)d stands in no story: %(text)s") % text
        yield from map(sentence_of_name, self.proposed)
        yield from self.notes


@dataclass(frozen=True, slots=True)
class Undated:
    """What is known of a page that is refused as it tells no day: its number, its first words."""

    page_number: str
    opening: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page: its report and what was read in it, or why it was refused.

    A page that was imported before is known: it was passed over unread, and stands where
    `edition_date` and `page_number` say. One that this import saved before it was taken up again
    `is_saved_earlier`, and is not known. `articles` are those made of it, `digest` is that of its
    bytes, `settled` its doubts that somebody settled, `unapplied` how many of them could not be
    settled in a story that the archive holds. `unchanged` are the places of the headlines of
    stories of which nothing is written. One refused as it tells no day is `undated`.
    """

    name: str
    report: ImportReport | None = None
    parsed: ParsedPage | None = None
    refusal: str = ""
    is_known: bool = False
    is_saved_earlier: bool = False
    edition_date: date | None = None
    page_number: str = ""
    digest: str = ""
    articles: tuple[int, ...] = ()
    settled: tuple = ()
    unapplied: int = 0
    unchanged: frozenset = frozenset()
    undated: Undated | None = None

    @classmethod
    def of_known(cls, page):
        return cls(
            page.name,
            is_known=True,
            edition_date=page.edition_date,
            page_number=page.page_number,
            digest=page.digest,
        )

    @property
    def decided(self):
        """How many of its doubts somebody decided in the stories that the archive holds."""
        return sum(row.pk is None for row in self.settled)

    def as_json(self):
        report = self.report.as_json() if self.report else {}
        return {"name": self.name, "refusal": self.refusal, "is_known": self.is_known, **report}


def sentence_of_match(row):
    """One name of a report: what it was taken for, and why."""
    return _("%(kind)s %(name)s: %(match)s, %(reason)s") % {
        "kind": KINDS[row["kind"]],
        "name": printed_name(row),
        "match": MATCHES[row["match"]],
        "reason": _(REASONS[row["reason"]]),
    }


def printed_name(row):
    """Name and title of a match in the order in which a paper prints them."""
    parts = {
        "posts": ("name", "title"),
        "events": ("title", "day", "name" if row["name"] else "place"),
    }.get(row["kind"], ("title", "name"))
    return " ".join(filter(None, (row[part] for part in parts)))


def make_report(page, parsed: ParsedPage, plan: Plan):
    unchanged = plan.unchanged_places
    return ImportReport(
        file_name=page.short_name,
        edition_date=page.edition_date.isoformat(),
        page=page.page_number,
        stories={
            "found": len(parsed.stories) - len(plan.rests),
            "created": len(plan.create),
            "unchanged": len(plan.unchanged),
            "kept": len(plan.kept) + len(plan.torn),
        },
        names=_count_names(plan),
        matches=shown_matches(plan),
        doubts=[
            _describe(doubt, story)
            for story in parsed.stories
            if story.headline.source not in unchanged
            for doubt in story.doubts
        ],
        outside=_lines_of(edit for edit in parsed.edits if edit.reason not in (DROPPED, RULE)),
        dropped=_lines_of(edit for edit in parsed.edits if edit.reason in (DROPPED, RULE)),
        characters=_count_characters(page, parsed),
        notes=[*page.notes, *notes_of(page, plan)],
        proposed=[row for planned in plan.create for row in names_proposed(planned.story)],
    )


def _lines_of(edits):
    return [
        {"line": edit.source.first_line, "text": edit.removed.strip()}
        for edit in edits
        if edit.removed.strip()
    ]


# A story on two pages, of which this import brings one, or does not know for certain which.
OTHER_PART = gettext_lazy(
    "the other part is on another page; choose it at this doubt once the story is imported, and "
    "both become one story"
)


def _count_characters(page, parsed):
    """How many characters the page printed, how many stand in stories, how many were dropped."""
    printed = _length(page.document.text)
    dropped = (edit for edit in parsed.edits if edit.reason in (DROPPED, RULE))
    return {
        "printed": printed,
        "placed": printed - sum(_length(edit.removed) for edit in parsed.edits),
        "dropped": sum(_length(edit.removed) for edit in dropped),
    }


def _length(text):
    return len("".join(text.split()))


def message_of(doubt):
    """What is in doubt, in words."""
    return str(OTHER_PART if is_of_note(doubt) else Doubt.Kind(doubt.kind).label)


def _describe(doubt, story):
    return {
        "line": doubt.source.first_line,
        "kind": doubt.kind,
        "message": message_of(doubt),
        "quote": doubt.quote,
        "headline": story.headline.headline,
    }


def _count_names(plan):
    matches = {
        "officials": [m.official for story in plan.create for m in story.mentions],
        "posts": plan.posts.values(),
        "departments": [m for story in plan.create for m in story.departments],
        "reporters": [m for story in plan.create for m in story.reporters],
        "events": [story.event for story in plan.create if story.event],
    }
    return {kind: _count(matches[kind]) for kind in NAMES}


def _count(matches):
    """Each entry once, however many stories name it; every ambiguous place by itself."""
    entries = {match for match in matches if not isinstance(match, Ambiguous)}
    kinds = Counter(type(match) for match in entries)
    return {
        "matched": kinds[Matched],
        "new": kinds[New],
        "ambiguous": sum(isinstance(match, Ambiguous) for match in matches),
    }
