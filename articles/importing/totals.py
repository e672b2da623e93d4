"""The sums of an import: what became of many pages, how fast, and in sentences."""

import datetime
import time
from array import array
from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.importing.matches import Tally
from articles.importing.placed import percent, share_placed
from articles.importing.readers.pages import NOTES
from articles.importing.report import NAMES, STORIES, STORY_COUNTS, Outcome

MOST_KINDS_OF_NOTES = 50
# Before it the first batch hardly is saved.
SECONDS_UNTIL_KNOWN = 15


class Totals:
    """What became of many pages, counted while they come; `articles` are those that were made.

    `is_resumed` where a worker goes on with what one before it did not end; `earlier` are the
    pages and stories that took no time, as they were saved before the import was taken up again.
    """

    def __init__(self, *, is_resumed=False):
        self.started = time.monotonic()
        self.is_resumed = is_resumed
        self.pages = self.known = self.refused = self.undated = 0
        self.doubts = self.decided = self.unapplied = self.outside = self.dropped = 0
        self.last_refusal = ""
        self.stories = Counter()
        self.earlier = Counter()
        self.characters = Counter()
        self.entries = Tally()
        self.articles = array("q")
        self.notes = {}

    def add(self, outcome: Outcome):
        self.pages += 1
        self.known += outcome.is_known
        self.refused += bool(outcome.refusal)
        self.undated += outcome.undated is not None
        self.last_refusal = outcome.refusal or self.last_refusal
        self.decided += outcome.decided
        self.unapplied += outcome.unapplied
        self.articles.extend(outcome.articles)
        if outcome.report:
            self.stories.update(outcome.report.stories)
            if outcome.is_saved_earlier:
                self.earlier.update(pages=1, stories=outcome.report.stories["found"])
            self.doubts += len(outcome.report.doubts)
            self.outside += len(outcome.report.outside)
            self.dropped += len(outcome.report.dropped)
            self.characters.update(outcome.report.characters)
            self.entries.add(outcome.report.matches, outcome.report.names)
            self._add_notes(outcome)

    def _add_notes(self, outcome: Outcome):
        """Count pages by what their reader says of them, each key that is not known by itself.

        Beyond as many kinds as a person reads, such keys are counted together.
        """
        counted = set()
        for sentence, key in filter(None, map(_kind_of_note, outcome.report.notes)):
            kind = f"{sentence} {key}" if key else sentence
            if kind not in self.notes and len(self.notes) >= MOST_KINDS_OF_NOTES:
                kind = sentence
            told = self.notes.setdefault(kind, {"pages": 0, "first": outcome.name})
            told["pages"] += kind not in counted
            counted.add(kind)

    def as_json(self):
        return {
            "pages": self.pages,
            "known": self.known,
            "refused": self.refused,
            "undated": self.undated,
            "doubts": self.doubts,
            "decided": self.decided,
            "unapplied": self.unapplied,
            "outside": self.outside,
            "dropped": self.dropped,
            "characters": self.characters,
            "stories": self.stories,
            "earlier": self.earlier,
            "names": self.entries.counts(),
            "notes": self.notes,
            "seconds": round(time.monotonic() - self.started, 1),
            "is_resumed": self.is_resumed,
        }

    def rate(self):
        """Stories a second, in words."""
        return rate_of(self.as_json())

    def progress(self, total=None):
        """One line on how far the import is; `total` pages, where that is known."""
        return progress_of(self.as_json(), total)

    def lines(self):
        """The sums as sentences, one a line."""
        return lines_of(self.as_json())


def _kind_of_note(note):
    """The sentence of a reader's note, and the key that it names; None for a note on stories."""
    for reason, untranslated in NOTES.items():
        sentence = _(untranslated)
        if note.startswith(sentence):
            detail = note.removeprefix(sentence).strip()
            return sentence, detail.partition(": ")[0] if reason == "unknown_key" else ""
    return None


def rate_of(totals):
    """Stories a second, in words, of totals as JSON."""
    stories = totals["stories"].get("found", 0) - _earlier(totals, "stories")
    rate = stories / (totals.get("seconds") or 1)
    return _("%(rate)d stories a second") % {"rate": rate}


def _earlier(totals, what):
    return totals.get("earlier", {}).get(what, 0)


def progress_of(totals, total=None):
    """One line on how far an import is, of its totals as JSON.

    The time left is told once it is known: the first seconds start processes, and pages that are
    known are passed over at once.
    """
    pages = totals["pages"]
    counts = {
        "pages": pages,
        "stories": totals["stories"].get("found", 0),
        "rate": rate_of(totals),
    }
    seconds = totals.get("seconds", 0)
    read = pages - totals.get("known", 0) - _earlier(totals, "pages")
    if not total:
        return _("%(pages)d pages, %(stories)d stories, %(rate)s") % counts
    if seconds < SECONDS_UNTIL_KNOWN or not read:
        return _("%(pages)d of %(total)d pages, %(stories)d stories, %(rate)s") % {
            **counts,
            "total": total,
        }
    seconds *= max(0, total - pages) / read
    return _("%(pages)d of %(total)d pages, %(stories)d stories, %(rate)s, %(left)s left") % {
        **counts,
        "total": total,
        "left": datetime.timedelta(seconds=round(seconds)),
    }


def lines_of(totals):
    """The totals as JSON in sentences, one a line."""
    yield STORIES % {name: totals["stories"].get(name, 0) for name in STORY_COUNTS}
    for kind, sentence in NAMES.items():
        if any(totals["names"][kind].values()):
            yield sentence % totals["names"][kind]
    if totals["doubts"]:
        yield _("Doubts: %(doubts)d.") % totals
    yield from _lines_of_text(totals)
    undated = totals.get("undated", 0)
    if refused := totals["refused"] - undated:
        counts = {"refused": refused, "pages": totals["pages"]}
        yield _("%(refused)d of %(pages)d pages could not be imported.") % counts
    if undated:
        yield _("%(undated)d of %(pages)d pages tell no day.") % totals
    if totals["known"]:
        yield _("%(known)d of %(pages)d pages were imported before.") % totals


def notes_of_pages(totals):
    """What is said of pages, in sentences: each with the number of pages and the first of them."""
    for kind, told in totals.get("notes", {}).items():
        yield ngettext(
            "%(note)s (%(first)s)", "%(note)s (%(pages)d pages, first %(first)s)", told["pages"]
        ) % {"note": kind, **told}


def _lines_of_text(totals):
    """How much of the text stands in no story; totals of an earlier release do not say."""
    characters = totals.get("characters") or {}
    share = share_placed(characters) if characters else None
    if share is not None:
        yield _("%(share)s %% of the source's characters stand in stories.") % {
            "share": percent(share)
        }
    if totals.get("outside"):
        yield _("Texts that stand in no story: %(outside)d.") % totals
    if totals.get("dropped"):
        yield _(
            "Running heads, page numbers, navigation, rules: %(dropped)d lines, in no story."
        ) % (totals)
