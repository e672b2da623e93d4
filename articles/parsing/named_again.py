"""Find officials where a story names them again, by the name alone or by surname and title."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from .facts import Mention
from .lexicon.persons import WITHOUT_OFFICE
from .lexicon.titles import TITLES
from .lexicon.wordlist import any_of, places_of
from .surnames import surname_length
from .title_parts import RANKS_AT_END
from .titles import LONGEST_RANK

TITLE_AT_END = re.compile(f"{any_of(TITLES)}$")
WITHOUT_OFFICE_BEFORE = re.compile(f"{any_of(WITHOUT_OFFICE)}$")


def named_again(texts: Sequence[str], titled: list[Mention], whole: str) -> Iterator[Mention]:
    """Officials wherever the story names them outside the mentions with a title.

    By name, or by surname and title (张主任) when that fits one of them only. After a 村民 of the
    same name the name alone may be either: it is nobody's until a title stands with it again.
    """
    latest = {mention.name: mention for mention in reversed(titled)}
    called = latest | _forms_of_address(titled, whole)
    names = [mention.name for mention in titled]
    again = [form for form in called if whole.count(form) > names.count(form)]
    if not again:
        return
    spans: dict[int, list[Mention]] = defaultdict(list)
    for mention in titled:
        spans[mention.paragraph].append(mention)
    for paragraph, text in enumerate(texts):
        found = places_of(again, text)
        place = 0
        for span in (*spans[paragraph], None):
            limit = span.start if span else len(text)
            for start, end, form in found:
                if place <= start and end <= limit:
                    if WITHOUT_OFFICE_BEFORE.search(text, max(0, start - LONGEST_RANK), start):
                        called.pop(form, None)
                    if form not in called:
                        continue
                    yield called[form].at(paragraph, start, end)
                    place = end
            if span:
                place = span.end
                latest[span.name] = called[span.name] = span


@lru_cache(maxsize=1024)
def rank_of(title: str) -> str:
    """What stands in a form of address: 主任 for 副主任."""
    found = TITLE_AT_END.search(title)
    return found[0] if found else RANKS_AT_END.sub("", title)


def _forms_of_address(titled: list[Mention], whole: str) -> dict[str, Mention]:
    """Those that the story has, and that fit one official."""
    forms: dict[str, dict[tuple[str, int], Mention]] = defaultdict(dict)
    for mention in reversed(titled):
        length = surname_length(mention.name)
        for post in mention.posts:
            rank = rank_of(post.title)
            for title in {rank, f"副{rank}"} if length else ():
                if (form := mention.name[:length] + title) in whole:
                    forms[form][mention.name, mention.holder] = mention
    return {form: next(iter(who.values())) for form, who in forms.items() if len(who) == 1}
