"""Read what each official did: 出席, 主持, 表示 and the like, after each mention of the name."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from .lexicon.acts import (
    ACT_LINKS,
    ACTS,
    COMPANY,
    PARTED_ACTS,
    SAME_SUBJECT,
    SAYING_ACTS,
    SETTING_ENDS,
    SPEECH_SETTINGS,
    SPEECHES,
    TELLING_ACTS,
    TELLING_OTHERS,
    TOGETHER_WITH,
    VISITS,
    WAYS_OF_GOING,
)
from .lexicon.titles import AND_WORDS
from .lexicon.wordlist import any_of, firsts
from .mentions import Mention

SENTENCE = re.compile(r"[^。；;!?！？\n]{0,200}")
CLAUSE = re.compile(r"[^，,：:]+")
# 到现场观摩; but 到现场检查.
PRESENT = "到场"
# 致欢迎辞, 致开幕词; and 一同调研 of those who are not the first of a tour.
SPEECH, ALONG = "致辞", "陪同"
BEGINS = firsts("致", "到", *TOGETHER_WITH, *PARTED_ACTS, *ACTS)
ACT = re.compile(
    f"(?={BEGINS})(?:(?P<speech>致[^，,、]{{0,4}}?[辞词])"
    f"|(?P<along>(?:{'|'.join(TOGETHER_WITH)})(?:{'|'.join(VISITS)}))"
    f"|(?P<present>到现场(?!{any_of(ACTS)}))|{any_of((*PARTED_ACTS, *ACTS))})"
)
NAMED_ACTS = {"speech": SPEECH, "along": ALONG, "present": PRESENT}
SETTING = re.compile(
    f"在[^，,]{{0,12}}?(?:{'|'.join(SPEECH_SETTINGS)})(?:{'|'.join(SETTING_ENDS)})"
    f"|在[^，,]{{2,40}}?(?:{'|'.join(COMPANY)})下"
)
# 在讲话中说, 在动员讲话中强调: the speech was theirs who says something in it.
IN_SPEECH = re.compile(
    f"在(?:[^，,。在]{{0,4}})(?P<speech>{'|'.join(SPEECHES)})[时中](?={'|'.join(SAYING_ACTS)})"
)
BETWEEN_NAMES = re.compile(f"[、,，\\s]*(?:{'|'.join(AND_WORDS)})?")
LINK = re.compile("|".join(ACT_LINKS))
GOING_ON = re.compile(
    f"(?:{any_of((*ACT_LINKS, *SAME_SUBJECT, *WAYS_OF_GOING))}|[^，,]{{0,4}}?(?={any_of(ACTS)}))"
)


def acts_by_official(
    texts: Sequence[str], mentions: Sequence[Mention]
) -> dict[tuple[str, int], tuple[str, ...]]:
    """The acts of each (name, holder) over the whole story, in the order of the text."""
    acts: dict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    for mention, found in zip(mentions, _acts_of_mentions(texts, mentions), strict=True):
        acts[mention.name, mention.holder].update(dict.fromkeys(found))
    return {official: tuple(found) for official, found in acts.items()}


def _acts_of_mentions(texts: Sequence[str], mentions: Sequence[Mention]) -> list[tuple[str, ...]]:
    """Read backwards, since names in a row share the acts printed after the last of them."""
    found: list[tuple[str, ...]] = []
    after: Mention | None = None
    for mention in reversed(mentions):
        text = texts[mention.paragraph]
        limit = len(text)
        if after and after.paragraph == mention.paragraph:
            limit = max(after.start, mention.end)
        if text.endswith(TELLING_OTHERS, 0, mention.start):
            found.append(())
        elif limit < len(text) and BETWEEN_NAMES.fullmatch(text, mention.end, limit):
            found.append(found[-1])
        else:
            found.append(tuple(_read(SENTENCE.match(text, mention.end, limit)[0])))
        after = mention
    return found[::-1]


def _read(predicate: str) -> Iterator[str]:
    if speech := IN_SPEECH.match(predicate):
        yield speech["speech"]
    for number, clause in enumerate(CLAUSE.findall(SETTING.sub("", predicate))):
        if number and not GOING_ON.match(clause):
            return
        for act in _acts_in(clause):
            yield act
            if act in SAYING_ACTS or (act in TELLING_ACTS and clause.endswith(act)):
                return


def _acts_in(clause: str) -> Iterator[str]:
    """The first act, and those after it that a word such as 并 sets beside it; 到会讲话 is two."""
    end = 0
    for match in ACT.finditer(clause):
        act = NAMED_ACTS.get(match.lastgroup) or PARTED_ACTS.get(match[0], match[0])
        is_speech_there = end == match.start() and act in SPEECHES
        if not end or is_speech_there or LINK.search(clause, end, match.start()):
            yield act
            end = match.end()
