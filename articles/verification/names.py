"""Names that are almost that of whoever holds the printed post, and names that nobody knows."""

import re
from collections.abc import Iterator
from datetime import date
from operator import eq
from typing import NamedTuple

from articles.parsing.after_names import HAN, STRONG
from articles.parsing.facts import PrintedPost
from articles.parsing.name_shapes import is_name_shaped
from articles.parsing.names import FIRM, find_name
from articles.parsing.surnames import surname_length

from .boundaries import words_across
from .findings import Certainty, Finding
from .holding import Standing, Verdict, fits, holders_on, is_grade, is_task, printed_body, verdict
from .likeness import ONE_CHARACTER, SAME_SOUND, likeness
from .reading import Form, Named, Reading, Text, ends_there, unread_titles
from .sentences import tells_of_years_before
from .snapshot import KnownOfficial, Snapshot
from .story import BODY

# How many characters after a title may be a name.
LENGTHS = (3, 2, 4, 5, 6, 7)
LONGEST_HAN = 4
DOTTED = re.compile(rf"{HAN}+(?:[·•]{HAN}+)+")
# Among more holders of a post somebody has nearly any name.
FEW = 50
# How many paragraphs on somebody is still spoken of.
NEAR = 1


class Near(NamedTuple):
    """Whoever is called almost as printed; `is_checked` where the days that tell it are known."""

    officials: list[KnownOfficial]
    is_checked: bool


def near_holders(printed: str, named, snapshot: Snapshot, day: date | None) -> Near:
    """Whoever holds a printed post that day and is called almost as is printed: who fits best.

    `named` is whatever has `title` and `posts`.
    """
    found = {}
    for name in snapshot.names_near(printed) if named.posts else ():
        for official in snapshot.by_name[name]:
            judged = [verdict(official, post, named.title, snapshot, day) for post in named.posts]
            telling = [
                one.standing
                for one, post in zip(judged, named.posts, strict=True)
                if fits(one.standing, post) and _is_telling(one, post, snapshot)
            ]
            if telling:
                is_checked = any(one is not Standing.UNKNOWN for one in telling)
                found[official.id] = (sum(one.standing for one in judged), official, is_checked)
    best = min((fit for fit, *_ in found.values()), default=None)
    rows = [row for row in found.values() if row[0] == best]
    return Near([official for _, official, _ in rows], any(row[2] for row in rows))


def _is_telling(one: Verdict, post: PrintedPost, snapshot: Snapshot) -> bool:
    """Whether a printed post is somebody's as confirmed, and leaves few holders: 副主任 without a
    body is held by hundreds.

    A body that was not printed is that of the post before, as the parser tells.
    """
    if not one.post.is_confirmed:
        return False
    if not post.department:
        return len(snapshot.holders(None, one.post.title)) <= FEW
    if not snapshot.is_called(one.post.body, post.department):
        return False
    bodies = snapshot.bodies_called(post.department) or {one.post.body}
    return len(snapshot.holders(bodies, one.post.title)) <= FEW


def check_names(reading: Reading, snapshot: Snapshot) -> Iterator[Finding]:
    day = reading.story.day
    for named in reading.named:
        if named.has_title:
            yield from _titled(named, reading, snapshot, day)
    for number, text in enumerate(reading.texts):
        for mention in unread_titles(reading, number):
            start = mention.end - len(mention.name)
            if finding := _near(text, start, LENGTHS, mention, snapshot, day):
                yield finding


def _titled(named: Named, reading: Reading, snapshot: Snapshot, day) -> Iterator[Finding]:
    text = reading.texts[named.text]
    known = snapshot.by_name.get(named.name, ())
    if any(_fits(official, named, snapshot, day) for official in known):
        return
    lengths = dict.fromkeys((len(named.name), *(() if known else LENGTHS)))
    if finding := _near(text, named.name_start, lengths, named, snapshot, day):
        yield finding
    elif not known:
        yield from _unknown(named, text, snapshot, day)


def _fits(official: KnownOfficial, named: Named, snapshot: Snapshot, day) -> bool:
    """Whether nothing that is printed is a post that this person never had."""
    posts = [post for post in named.posts if not is_task(post)]
    return all(
        verdict(official, post, named.title, snapshot, day).standing is not Standing.NEVER
        for post in posts
    )


def _near(text: Text, start: int, lengths, named, snapshot: Snapshot, day) -> Finding | None:
    dotted = DOTTED.match(text.closed, start)
    lengths = [*lengths, *([len(dotted[0])] if dotted else ())]
    for length in _by_what_follows(text.closed, start, lengths):
        printed = text.closed[start : start + length]
        officials, is_checked = near_holders(printed, named, snapshot, day)
        right = list(dict.fromkeys(_near_name(printed, official) for official in officials))
        if not right or any(_is_that_name(text, start, printed, one) for one in right):
            continue
        why = likeness(printed, right[0])
        is_longer = len(printed) > len(right[0]) and not _is_doubled(printed, right[0])
        if is_longer and not any(post.department for post in named.posts):
            continue
        if len(printed) == 2 and not _is_likely(printed, right[0], why, named, snapshot):
            continue
        is_sure = len(right) == 1 and not (why == ONE_CHARACTER and len(printed) == 2)
        certainty = Certainty.SURE if is_sure else Certainty.LIKELY
        if not is_checked:
            certainty = Certainty.UNCHECKED
        place, end = text.place(start), text.end(start + len(printed))
        return Finding(
            "name_near",
            text.passage,
            place,
            end,
            text.printed[place:end],
            right[0] if len(right) == 1 else "",
            {
                "name": printed,
                "official": str(officials[0].id),
                "right": "、".join(right),
                "title": named.title,
                "why": why,
            },
            certainty,
        )
    return None


def _near_name(printed: str, official: KnownOfficial) -> str:
    """The one of somebody's names that is almost the printed one."""
    alike = (name for name in official.names if likeness(printed, name))
    return max(alike, key=lambda name: sum(map(eq, name, printed)))


def _is_that_name(text: Text, start: int, printed: str, known: str) -> bool:
    """Whether the name stands there as it is, and the character more is of another word.

    经理叫程伯钧, 经理梅芳面前; or its paragraph was cut within it.
    """
    if known.startswith(printed) and len(printed) < len(known):
        is_cut = text.passage[0] == BODY and start + len(printed) == len(text.closed)
        return is_cut or text.closed.startswith(known, start)
    if printed.startswith(known):
        return words_across(text.closed, start, start + len(printed)).end
    return printed[1:] == known and not surname_length(printed)


def _is_doubled(printed: str, known: str) -> bool:
    """何青岩岩."""
    return printed == known + known[-1]


def _by_what_follows(text: str, start: int, lengths) -> list[int]:
    """The lengths of a name after which the text surely goes on so; all where it does nowhere."""
    lengths = [length for length in lengths if start + length <= len(text)]
    ending = [length for length in lengths if ends_there(text, start + length)]
    is_whole = any(
        length <= LONGEST_HAN and is_name_shaped(text[start : start + length]) for length in ending
    )
    return ending if is_whole else [*ending, *(one for one in lengths if one not in ending)]


def _is_likely(printed: str, known: str, why: str, named, snapshot: Snapshot) -> bool:
    """Of two characters one is another: with another surname only where the post is of one body."""
    if why != ONE_CHARACTER or printed[0] == known[0]:
        return True
    is_of_one = any(_is_of_one_body(post, snapshot) for post in named.posts)
    return is_of_one and surname_length(printed) > 0


def _is_of_one_body(post: PrintedPost, snapshot: Snapshot) -> bool:
    """Not where a directory of many places knows a 县委 of each."""
    return len(snapshot.bodies_called(post.department)) == 1


def _unknown(named: Named, text: Text, snapshot: Snapshot, day) -> Iterator[Finding]:
    posts = [post for post in named.posts if post.is_held and not (is_task(post) or is_grade(post))]
    known = [post for post in posts if _is_known(post, named.title, snapshot)]
    if not known or tells_of_years_before(text.closed, named.start, named.end, day):
        return
    holders = [
        snapshot.official[one.official].name
        for one in holders_on(known[-1], named.title, snapshot, day)
    ]
    start, end = text.place(named.name_start), text.end(named.end)
    yield Finding(
        "name_unknown",
        text.passage,
        start,
        end,
        text.printed[start:end],
        "",
        {
            "name": named.name,
            "title": named.title,
            "holders": "、".join(dict.fromkeys(holders)),
            "department": str(*snapshot.bodies_called(known[-1].department)),
            "post": known[-1].title,
            "day": day.isoformat() if day else "",
        },
        Certainty.LIKELY,
    )


def _is_known(post: PrintedPost, title: str, snapshot: Snapshot) -> bool:
    return bool(printed_body(post, title)) and _is_of_one_body(post, snapshot)


def check_variants(reading: Reading, snapshot: Snapshot) -> Iterator[Finding]:
    """Names without a title that are almost that of somebody whom the story names with one."""
    for name in sorted(reading.names):
        others = reading.names - {name}
        for number, text in enumerate(reading.texts):
            for start, printed in _variants(name, text.closed):
                if printed in others or printed in snapshot.by_name:
                    continue
                if _is_named_there(reading, number, start, start + len(name)):
                    continue
                if not _is_a_name(printed, name, text.closed, start):
                    continue
                if _is_another(printed, name, reading, number, start):
                    continue
                place, end = text.place(start), text.end(start + len(name))
                yield Finding(
                    "name_varies",
                    text.passage,
                    place,
                    end,
                    text.printed[place:end],
                    name,
                    {"name": printed, "right": name, "why": likeness(printed, name)},
                    Certainty.LIKELY,
                )


def _is_another(printed: str, name: str, reading: Reading, number: int, start: int) -> bool:
    """Whether the story speaks of two people: 局长王建军 and 王建民, a teacher.

    Without a like sound or look it is a slip only where it stands once, soon after the name, and
    speaks or acts.
    """
    if reading.is_introduced(printed):
        return True
    if likeness(printed, name) != ONE_CHARACTER:
        return False
    titled = [one.text for one in reading.named if one.name == name]
    is_near = any(0 <= number - one <= NEAR for one in titled)
    times = sum(text.closed.count(printed) for text in reading.texts)
    is_acting = STRONG.at(reading.texts[number].closed, start + len(printed))
    return not (printed[0] == name[0] and is_near and times == 1 and is_acting)


def _variants(name: str, text: str) -> Iterator[tuple[int, str]]:
    """(start, characters) wherever all but one of the characters stand in their places."""
    length = len(name)
    seen = set()
    for kept in (name[:-1], name[1:]) if length > 2 else (name[0], name[1]):
        shift = 0 if name.startswith(kept) else 1
        place = text.find(kept)
        while place >= 0:
            seen.add(place - shift)
            place = text.find(kept, place + 1)
    if length > 2:
        place = text.find(name[0])
        while place >= 0:
            if text.startswith(name[2:], place + 2):
                seen.add(place)
            place = text.find(name[0], place + 1)
    for start in sorted(seen):
        printed = text[start : start + length]
        if start >= 0 and len(printed) == length and printed != name:
            yield start, printed


def _is_named_there(reading: Reading, number: int, start: int, end: int) -> bool:
    return any(
        one.name_start < end and start < one.end and one.form is not Form.BARE
        for one in reading.by_text.get(number, ())
    )


def _is_a_name(printed: str, name: str, text: str, start: int) -> bool:
    why = likeness(printed, name)
    if len(name) == 2 and why != SAME_SOUND:
        return False
    return find_name(text, start, FIRM) == printed
