"""Titles at first mention and at later ones: the first in the body has it, the others do without.

A headline may name somebody without a title, and a caption may repeat it: it is read by itself.
"""

from collections import defaultdict
from collections.abc import Iterator

from articles.parsing.after_names import after_name
from articles.parsing.name_shapes import is_dictionary_word

from .boundaries import words_across
from .findings import Certainty, Finding
from .holding import may_be_namesake, posts_on
from .quoting import is_quoted
from .reading import Form, Named, Reading
from .snapshot import KnownOfficial, Snapshot
from .story import BODY

# A title so short is how people are spoken of: 县长何青.
SHORTEST_REPEATED = 4
SHORT_NAME = 2
# How well the text has to go on after it, in the measure of `after_name`.
SURELY = 1.5
# How many paragraphs on a title is still in mind.
NEAR = 1


def check_mentions(reading: Reading, snapshot: Snapshot) -> Iterator[Finding]:
    mentions = defaultdict(list)
    for one in reading.named:
        if reading.texts[one.text].passage.part == BODY and one.form is not Form.ADDRESS:
            mentions[one.name].append(one)
    for name, named in mentions.items():
        officials = snapshot.by_name.get(name, ())
        if len(officials) == 1:
            if not _is_another(named, officials[0], reading, snapshot):
                yield from _untitled(named, officials[0], reading, snapshot)
            yield from _repeated(named, reading)


def _is_another(
    named: list[Named], official: KnownOfficial, reading: Reading, snapshot: Snapshot
) -> bool:
    """Whether the story speaks of somebody else of that name."""
    day = reading.story.day
    return reading.is_introduced(named[0].name) or any(
        may_be_namesake(official, one.posts, one.title, snapshot, day)
        for one in named
        if one.has_title
    )


def _untitled(
    named: list[Named], official: KnownOfficial, reading: Reading, snapshot: Snapshot
) -> Iterator[Finding]:
    """A finding at the first mention where it has no title."""
    first = next((one for one in named if not _is_quoted(one, reading)), None)
    if first is None:
        return
    held = posts_on(official, snapshot, reading.story.day)
    later = next((one for one in named if one.has_title), None)
    if first.form is not Form.BARE or not held or _has_title_after(first, reading):
        return
    text = reading.texts[first.text].closed
    # 甲（云台镇）: who that is, is told.
    if text.startswith(("（", "("), first.end) or text == first.name:
        return
    if len(first.name) == SHORT_NAME and not _is_surely_named(text, first):
        return
    # 理事长换成了更年轻的甲: the title is near, though not before the name.
    last = first.text + 1 + (0 if later else NEAR)
    near = "".join(one.closed for one in reading.texts[first.text : last])
    if is_dictionary_word(first.name) or any(post.title in near for post in held):
        return
    title = later.title if later else ""
    suggestion = title or (snapshot.called(held[0]) if len(held) == 1 else "")
    yield _finding(
        "title_late" if later else "title_missing",
        first,
        first.name_start,
        reading,
        f"{suggestion}{first.name}" if suggestion else "",
        held="、".join(snapshot.called(post) for post in held),
    )


def _has_title_after(first: Named, reading: Reading) -> bool:
    """Whether the parser knows a title that stands before no mention: 甲，男，…，现任局长."""
    is_titled = any(one.has_title for one in reading.named if one.name == first.name)
    return bool(first.posts) and not is_titled


def _is_quoted(named: Named, reading: Reading) -> bool:
    """Whoever speaks gives a name as they like."""
    text = reading.texts[named.text]
    return not named.has_title and is_quoted(text.printed, text.place(named.name_start))


def _is_surely_named(text: str, named: Named) -> bool:
    """Of two characters, whether they are no words: 蜂王|正在, 高峰|入云."""
    is_across = any(words_across(text, named.name_start, named.end))
    return not is_across and after_name(text, named.end) >= SURELY


def _repeated(named: list[Named], reading: Reading) -> Iterator[Finding]:
    """A title that this paragraph or the one before gave already; later it may be a reminder."""
    last: dict[str, int] = {}
    for one in named:
        if one.form is not Form.TITLED:
            continue
        is_near = one.text - last.get(one.title, -NEAR - 1) <= NEAR
        is_held = all(post.is_held for post in one.posts)
        if is_near and is_held and len(one.title) >= SHORTEST_REPEATED:
            yield _finding("title_repeated", one, one.start, reading, one.name, title=one.title)
        last[one.title] = one.text


def _finding(rule, named: Named, start: int, reading: Reading, suggestion: str, **facts):
    text = reading.texts[named.text]
    start, end = text.place(start), text.end(named.end)
    return Finding(
        rule,
        text.passage,
        start,
        end,
        text.printed[start:end],
        suggestion,
        {"name": named.name, **facts},
        Certainty.LIKELY,
    )
