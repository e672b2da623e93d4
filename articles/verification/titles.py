"""Titles against the posts that were held on the day of the story."""

import re
from collections.abc import Iterator
from datetime import date

from articles.parsing.lexicon.titles import FORMER, FORMERLY, HELD_LATER, PARTY_GROUPS
from articles.parsing.lexicon.wordlist import any_of
from people.offices import circle_of
from people.periods import Covers

from .findings import Certainty, Finding
from .holding import (
    Standing,
    Verdict,
    best_official,
    holders_on,
    is_grade,
    is_task,
    may_be_namesake,
    posts_on,
    printed_body,
)
from .names import near_holders
from .reading import Form, Named, Part, Reading, parts_of
from .sentences import sentence_at, tells_of_years_before
from .snapshot import KnownOfficial, KnownPost, Snapshot

FORMER_WORD = re.compile(f"(?:{any_of((*FORMERLY, *FORMER))})$")
LATER_WORD = re.compile(f"(?:{any_of(HELD_LATER)})$")
# 原县水利局局长何青任县财政局局长, 原局长何青退休: the story tells how the office ended.
LEAVING = re.compile(
    "(?:同志)?(?:(?:[现已被拟]|现已)?(?:任命|提名|[调转改接出担升兼]?任)|调[往到离任]|不再|辞去|免去"
    "|离任|卸任|退休|退居|落马|被[查双免撤]|涉嫌|接受|病逝|去世|逝世)"
)
THEN_OR_NOW = re.compile("现任|现为|当年|那年|[上去前]年|当时|年前")
LONGEST_WORD = 6
# Of more holders than these no list is of use.
TOLD = 6
PAST_TITLE = "时任"


def check_titles(reading: Reading, snapshot: Snapshot) -> Iterator[Finding]:
    unchecked: set[int] = set()
    for named in reading.named:
        officials = snapshot.by_name.get(named.name, ())
        if not named.has_title or not officials:
            continue
        text = reading.texts[named.text].closed
        parts = parts_of(named, text)
        if not parts or LATER_WORD.search(_before(text, named)):
            continue
        judge = _Judge(reading, snapshot, named, parts)
        yield from judge.findings(officials, unchecked)


class _Judge:
    """One name with its title."""

    def __init__(self, reading: Reading, snapshot: Snapshot, named: Named, parts: list[Part]):
        self.reading, self.snapshot, self.named, self.parts = reading, snapshot, named, parts
        self.text = reading.texts[named.text]
        self.day = reading.story.day
        self.is_namesake = False

    def findings(self, officials, unchecked: set[int]) -> Iterator[Finding]:
        is_unlinked = self.named.name in self.reading.story.unlinked
        self.is_namesake = is_unlinked or all(map(self._may_be_namesake, officials))
        meant = [one for one in officials if not self._may_be_namesake(one)] or officials
        official, verdicts = best_official(
            meant,
            (part.post for part in self.parts),
            self.named.title,
            self.snapshot,
            self.day,
        )
        if any(one.standing is Standing.NEVER for one in verdicts):
            near = near_holders(self.named.name, self.named, self.snapshot, self.day)
            if near.officials and near.is_checked:
                return
        for part, one in zip(self.parts, verdicts, strict=True):
            if one.standing is Standing.UNKNOWN:
                if official.id not in unchecked:
                    unchecked.add(official.id)
                    yield self._finding("title_not_checkable", part, official, one)
            elif finding := self._judged(part, official, one):
                yield finding

    def _may_be_namesake(self, official: KnownOfficial) -> bool:
        posts = [part.post for part in self.parts]
        return may_be_namesake(official, posts, self.named.title, self.snapshot, self.day)

    def _judged(self, part: Part, official: KnownOfficial, one: Verdict) -> Finding | None:
        match one.standing, part.post.is_held:
            case Standing.HELD, False:
                return self._former_needless(part, official, one)
            case (Standing.HELD, True) | (Standing.PAST, False):
                return None
            case Standing.PAST, True:
                return self._finding("title_past", part, official, one)
            case Standing.FUTURE, _:
                return self._finding("title_future", part, official, one)
        is_kept = any(
            post.title == part.post.title for post in self.snapshot.posts_of.get(official.id, ())
        )
        if is_task(part.post) or (is_grade(part.post) and not is_kept):
            return None
        return self._finding("title_not_held", part, official, one)

    def _former_needless(self, part, official, one):
        word = FORMER_WORD.search(_before(self.text.closed, self.named))
        if word is None or self.named.form is not Form.TITLED or self._tells_of_the_past():
            return None
        if LEAVING.match(self.text.closed, self.named.end):
            return None
        # 前纺车间 is a body, and none of old.
        if f"{word[0]}{part.post.department}" in self.snapshot.called(one.post):
            return None
        start = self.named.start - len(word[0])
        return Finding(
            "former_needless",
            self.text.passage,
            self.text.place(start),
            self.text.end(self.named.start),
            word[0],
            "",
            self._facts(part, official, one),
        )

    def _tells_of_the_past(self) -> bool:
        """Whether 时任 is said from another day: beside 现任, or of a year that is over."""
        _, sentence = sentence_at(self.text.closed, self.named.start, self.named.end)
        return bool(THEN_OR_NOW.search(sentence)) or tells_of_years_before(
            self.text.closed, self.named.start, self.named.end, self.day
        )

    def _finding(self, rule: str, part: Part, official: KnownOfficial, one: Verdict) -> Finding:
        start, end = part.start, part.end
        suggestion = self._suggestion(rule, part, official, one)
        if self.named.form is Form.LISTED:
            # The title is printed with the name before: what can be changed here is the name.
            start, end = self.named.name_start, self.named.end
            suggestion = suggestion and f"{suggestion}{self.named.name}"
        start, end = self.text.place(start), self.text.end(end)
        certainty = Certainty.SURE
        if rule == "title_not_checkable" or self._is_open(part, one):
            certainty = Certainty.UNCHECKED
        elif one.standing is Standing.NEVER and not self._is_certain(part, official):
            certainty = Certainty.LIKELY
        return Finding(
            rule,
            self.text.passage,
            start,
            end,
            self.text.printed[start:end],
            suggestion,
            self._facts(part, official, one),
            certainty,
        )

    def _is_open(self, part: Part, one: Verdict) -> bool:
        """Whether somebody else may be meant, or the party group of the body that they lead."""
        if one.standing is not Standing.NEVER:
            return False
        group = part.post.department
        body = circle_of(group)
        is_unknown = body != group and not self.snapshot.bodies_called(group)
        return self.is_namesake or (
            is_unknown
            and any(self.snapshot.is_called(each.post.body, body) for each in self._others(part))
        )

    def _is_certain(self, part: Part, official: KnownOfficial) -> bool:
        """Whether the directory knows the body and what the person holds that day."""
        knows_body = not part.post.department or self.snapshot.bodies_called(part.post.department)
        held = posts_on(official, self.snapshot, self.day)
        return bool(knows_body) and any(post.on(self.day) is Covers.YES for post in held)

    def _suggestion(self, rule: str, part: Part, official: KnownOfficial, one: Verdict) -> str:
        if rule == "title_not_checkable" or self._is_open(part, one):
            return ""
        held = posts_on(official, self.snapshot, self.day)
        if fitting := self._in_place_of(part, held):
            return fitting
        if held and len(self.parts) == 1:
            return "、".join(self.snapshot.called(post) for post in held)
        if rule == "title_past" and part is self.parts[0] and not held:
            return PAST_TITLE + self.text.closed[part.start : part.end]
        return ""

    def _in_place_of(self, part: Part, held: list[KnownPost]) -> str:
        """The printed post with the rank, or with the body, that is right; empty if unclear."""
        printed = self.text.closed[part.start : part.end]
        body, title = part.post.department, part.post.title
        taken = {one.post for one in self._others(part)}
        left = [post for post in held if post not in taken]
        bodies = self.snapshot.bodies_called(body)
        of_body = [post for post in left if bodies == {post.body}]
        before = printed.removesuffix(title)
        # The party group of a body has posts of its own.
        if len(of_body) == 1 and printed.endswith(title) and not before.endswith(PARTY_GROUPS):
            return before + of_body[0].title
        of_title = [post for post in left if post.title == title]
        if len(of_title) == 1 and printed_body(part.post, printed):
            return printed.replace(body, self.snapshot.body[of_title[0].body].name, 1)
        return ""

    def _others(self, part: Part) -> list[Verdict]:
        officials = self.snapshot.by_name[self.named.name]
        posts = [other.post for other in self.parts if other is not part]
        if not posts:
            return []
        verdicts = best_official(officials, posts, self.named.title, self.snapshot, self.day)[1]
        return [one for one in verdicts if one.standing <= Standing.UNKNOWN]

    def _facts(self, part: Part, official: KnownOfficial, one: Verdict) -> dict[str, str]:
        held = posts_on(official, self.snapshot, self.day)
        holders = holders_on(part.post, self.named.title, self.snapshot, self.day)
        names = dict.fromkeys(self.snapshot.official[post.official].name for post in holders)
        names.pop(official.name, None)
        facts = {
            "name": self.named.name,
            "official": str(official.id),
            "title": f"{part.post.department}{part.post.title}",
            "held": "、".join(self.snapshot.called(post) for post in held),
            "holders": "、".join(names) if len(names) <= TOLD else "",
            "day": _iso(self.day),
        }
        if one.post:
            # As far as they are known: 2023, 2023-05, ≤2023-05-31.
            facts["since"] = str(one.post.period.start or "")
            facts["until"] = str(one.post.period.end or "")
        return facts


def _before(text: str, named: Named) -> str:
    return text[max(0, named.start - LONGEST_WORD) : named.start]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
