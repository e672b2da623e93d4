"""What a byline credits beside its writers: 图片由县文旅局提供, 来源：柳河融媒, and the like."""

import re

from .after_names import HAN
from .byline_judging import NO_NAME_ENDS_IN
from .lexicon.bylines import (
    ALSO_TAKEN,
    BODIES_OF_WRITERS,
    COMPILED_WORDS,
    CREDITED,
    GIVERS,
    GIVING_WORDS,
    HOMES_NO_NAME_ENDS_IN,
    PAGE_NOTES,
    PICTURE_SOURCES,
    REPRINT_WORDS,
    SOURCE_WORDS,
)
from .lexicon.wordlist import any_of

SEPARATORS = r"\s/／、,，;；:：|丨｜‖▏︱│()（）【】\[\]□☐■◎●○◇◆▲△★☆※"
EDGE = rf"(?=[{SEPARATORS}]|$)"


def either(words: tuple[str, ...]) -> str:
    """A pattern of any of the words, which may be patterns themselves."""
    return f"(?:{'|'.join(words)})"


# 图文：柳河融媒体中心 何青: by whoever is named behind the body.
WORDS_AND_PICTURES_BY = rf"图文[:：]{HAN}{{2,18}}[ \u3000]+{HAN}{{2,4}}(?!{HAN})"
# Not 旗: 王红旗供图 names a person.
GIVING_BODIES = (*BODIES_OF_WRITERS, *HOMES_NO_NAME_ENDS_IN, "市", "区")
# 更新时间：09年06月03日
DAY_OF_PAGE = "(?:发布|更新|发表)?(?:时间|日期)"
CREDIT = re.compile(
    rf"(?:(?:以上)?{either(CREDITED)}?(?:均|都)?[由为][^，,。；;：:\s]{{2,30}}{either(GIVING_WORDS)}"
    rf"|{HAN}{{1,24}}{either(NO_NAME_ENDS_IN)}\s{either(GIVING_WORDS)}"
    rf"|{HAN}{{2,24}}{either(GIVING_BODIES)}{either(GIVING_WORDS)}"
    rf"|{either(GIVERS)}{either(CREDITED)}?{either(GIVING_WORDS)}"
    rf"|(?!{WORDS_AND_PICTURES_BY}){either(CREDITED)}(?:提供)?[:：/]{HAN}{{2,18}}{either(BODIES_OF_WRITERS)}"
    rf"|供图[:：/\s]?{HAN}{{2,18}}{either(BODIES_OF_WRITERS)}"
    rf"|(?:{either(SOURCE_WORDS)}|来\s{{1,2}}源)(?:\s?[:：/／|｜丨]\s?|\s)[^，,。；;：:()（）\s]{{2,30}}"
    rf"|{either(REPRINT_WORDS)}\s?[:：]?\s?[^，,。；;：:()（）\s]{{2,30}}"
    rf"|(?:作者[系为]|系(?![统列数里]))[^，,。；;：:()（）\s]{{3,30}}"
    rf"|据(?:《[^》]{{2,16}}》(?:报道|消息)?|[^，,。；;：:()（）\s]{{2,20}}(?:电|报道|消息|讯|社|网|报|客户端|公众号))"
    rf"|来自[:：]\s?[^，,。；;：:()（）\s]{{2,30}}"
    rf"|(?:作者(?:单位|简介)|单位)\s?[:：]\s?[^，,。；;：:()（）\s]{{2,30}}"
    rf"|(?:据|综合)[^，,。；;：:]{{0,30}}{either(COMPILED_WORDS)}"
    rf"|(?:本报|本网|本刊)?{either(COMPILED_WORDS)}(?![:：])"
    rf"|{DAY_OF_PAGE}\s?[:：]\s?\d{{2}}年\d{{1,2}}月\d{{1,2}}日"
    rf"|(?:{DAY_OF_PAGE}\s?[:：]?\s?)?\d{{4}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?"
    rf"(?:\s+\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?)?|(?<![(（])\d{{1,2}}月\d{{1,2}}日(?=[)）])"
    rf"|{either(PICTURE_SOURCES)}{either(GIVING_WORDS)}?|(?P<note>{either(PAGE_NOTES)}|(?<=[摄影][(（]){either(ALSO_TAKEN)})){EDGE}"
)
# Without one of these in a line, the pattern need not be tried.
CREDIT_SIGN = re.compile(
    any_of(
        (
            *CREDITED,
            *GIVING_WORDS,
            *SOURCE_WORDS,
            *REPRINT_WORDS,
            *COMPILED_WORDS,
            *PICTURE_SOURCES,
            *ALSO_TAKEN,
            *("作者", "来自", "系", "据"),
        ),
        r"\d",
        r"来\s",
        *PAGE_NOTES,
    )
)
