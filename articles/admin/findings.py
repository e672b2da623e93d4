"""What verification finds in a story, beside its words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.verification.check import check
from articles.verification.findings import RULES, Certainty, Finding
from articles.verification.sentences import sentence_at
from articles.verification.words import UnreadableWords
from articles.verification_words import (
    ADDRESSES,
    CERTAINTIES,
    name_of,
    place_of,
    sentence_of,
    source_of,
)
from articles.verifying import house_words, known_directory, story_of


# What these find is mended by taking it out.
TAKEN_OUT = {"former_needless"}


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
    """A finding; of one in a story at hand, `text` is that of its passage."""

    finding: Finding
    text: str = ""

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
    """`refused` says why nothing was verified, empty where all was."""

    findings: list[ShownFinding]
    unchecked: list[ShownFinding]
    refused: str = ""

    @property
    def status(self):
        if self.refused:
            return _("Nothing is verified: the house word list cannot be read.")
        if not self.findings:
            return _("Nothing was found.")
        return ngettext("%(count)s finding", "%(count)s findings", len(self.findings)) % {
            "count": len(self.findings)
        }


def panel_of(version):
    """The panel for the words of a version as they are stored."""
    return panel(story_of(version))


def panel(story):
    try:
        found = check(story, known_directory(), house_words())
    except UnreadableWords as refused:
        return Panel([], [], str(refused))
    texts = dict(story.passages)
    shown = [ShownFinding(one, texts[one.passage]) for one in found]
    return Panel(
        [one for one in shown if one.finding.certainty != Certainty.UNCHECKED],
        [one for one in shown if one.finding.certainty == Certainty.UNCHECKED],
    )


def _units(text):
    """The length of a text in UTF-16, in which browsers count."""
    return len(text.encode("utf-16-le")) // 2
