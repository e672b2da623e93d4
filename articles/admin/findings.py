"""What verification finds in a story, beside its words."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Waiver
from articles.verification.check import check
from articles.verification.findings import RULES, Certainty, Finding
from articles.verification.sentences import sentence_at
from articles.verification_words import (
    ADDRESSES,
    CERTAINTIES,
    name_of,
    place_of,
    sentence_of,
    source_of,
)
from articles.verifying import known_directory, story_of, words_at_hand
from articles.waiving import (
    Waived,
    is_exempt,
    may_waive,
    stops,
    waived_as,
    waivers_of,
    what_stops,
)

APPOINTING = ["people.add_official", "people.add_appointment", "people.change_appointment"]
# What these find is mended by taking it out.
TAKEN_OUT = {"former_needless"}
# The facts that are keys of entries of the directory.
ENTRIES = {"official": "official", "department": "department"}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """By what a page finds the words of a finding again: offsets count as JavaScript counts.

    `sentence` stands at `sentence_start` of its passage, the words at `start` of the sentence.
    """

    passage: str
    sentence: str
    sentence_start: int
    start: int


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding; of one in a story at hand, `text` is that of its passage.

    `stops` where the story is not released with it.
    """

    finding: Finding
    text: str = ""
    waiver: Waiver | None = None
    stops: bool = False

    @property
    def whereabouts(self):
        found = self.finding
        first, sentence = sentence_at(self.text, found.start, found.end)
        return Whereabouts(
            f"{found.passage.part}-{found.passage.number}",
            sentence,
            _units(self.text[:first]),
            _units(self.text[first : found.start]),
        )

    @property
    def waived_as(self) -> Waived:
        return waived_as(self.finding, self.text)

    @property
    def entry(self):
        """The entry of the directory by which it is said, empty where it is said by no one's."""
        for fact, name in ENTRIES.items():
            if fact in self.finding.facts:
                return reverse(f"admin:people_{name}_change", args=[self.finding.facts[fact]])
        return ""

    @property
    def appointment(self):
        """The form for a change of leaders, filled in with whom nobody knows; else empty."""
        facts = self.finding.facts
        if self.finding.rule != "name_unknown":
            return ""
        query = {"department": facts["department"], "title": facts["post"]}
        query |= {"name": facts["name"], "day": facts["day"]}
        return f"{reverse('admin:people_change_of_leaders')}?{urlencode(query)}"

    @property
    def can_be_waived(self):
        """Where nothing is said against the words, there is nothing to let stand."""
        return self.finding.certainty != Certainty.UNCHECKED

    @property
    def fixes(self):
        """What may take the place of the words, an empty text where nothing has to."""
        if self.finding.rule in TAKEN_OUT:
            return [""]
        return [self.finding.suggestion] if self.finding.suggestion else []

    @property
    def certainty(self):
        return CERTAINTIES[self.finding.certainty]

    @property
    def place(self):
        return place_of(self.finding.passage)

    @property
    def sentence(self):
        return sentence_of(self.finding)

    @property
    def rule(self):
        return name_of(self.finding.rule)

    @property
    def source(self):
        return source_of(self.finding.rule)

    @property
    def address(self):
        """Where the source can be read, empty where it is in no public place."""
        return ADDRESSES.get(RULES[self.finding.rule].source, "")


@dataclass(frozen=True, slots=True)
class Panel:
    """`refusal` says why the house word list was not gone by, empty where it was."""

    findings: list[ShownFinding]
    waived: list[ShownFinding]
    unchecked: list[ShownFinding]
    refusal: str = ""

    @property
    def status(self):
        if not self.findings:
            return _("Nothing was found.")
        return ngettext("%(count)s finding", "%(count)s findings", len(self.findings)) % {
            "count": len(self.findings)
        }


def beside(request, version):
    """For the page of a story: the panel for its words as they are stored."""
    return {
        "findings": panel(story_of(version), version),
        "can_waive": may_waive(request.user, version),
        "can_appoint": may_appoint(request.user),
    }


def may_appoint(user):
    """Whether somebody may enter in the directory whom it does not know."""
    return user.has_perms(APPOINTING)


def panel(story, version=None):
    """The panel for these words, of a version where they are stored in one or are to be."""
    words, refusal = words_at_hand()
    found = check(story, known_directory(), words)
    texts = dict(story.passages)
    waivers = waivers_of(version) if version and found else {}
    is_let_be = version is not None and any(map(stops, found)) and is_exempt(version)
    shown = [
        ShownFinding(
            one,
            texts[one.passage],
            waivers.get(waived_as(one, texts[one.passage])),
            stops(one) and not is_let_be,
        )
        for one in found
    ]
    unchecked = [one for one in shown if one.finding.certainty == Certainty.UNCHECKED]
    said = [one for one in shown if one not in unchecked]
    return Panel(
        [one for one in said if not one.waiver],
        [one for one in said if one.waiver],
        unchecked,
        refusal,
    )


def stopping(version):
    """What stops the release of a version, for a page that does not show its words beside it."""
    return [ShownFinding(one, stops=True) for one in what_stops(version)]


def _units(text):
    """The length of a text in UTF-16, in which browsers count."""
    return len(text.encode("utf-16-le")) // 2
