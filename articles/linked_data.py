"""What machines are told of a story: schema.org, Baidu's time factor, the comment of e-papers.

Each function takes a `Reading`; `absolute` makes an address of this site a full one.
"""

import json
from html import escape

from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from articles.listing import address

BAIDU = "https://ziyuan.baidu.com/contexts/cambrian.jsonld"
# What could end the script element, or begin another, as JSON spells it.
_SCRIPT_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


# What XML 1.0 allows no document to hold, and imported text may.
_NO_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))


def xml_text(text):
    """The text without characters that would make the whole document unreadable."""
    return text.translate(_NO_XML)


def news_article(reading, absolute):
    """The story as schema.org's NewsArticle, with its corrections, safe inside a script element."""
    story = reading.version
    return _script(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": story.headline,
            "alternativeHeadline": story.deck,
            "description": reading.summary,
            "articleSection": story.page__name,
            "keywords": reading.keywords,
            "datePublished": reading.released_iso,
            "dateModified": reading.modified_iso,
            "inLanguage": "zh-Hans",
            "url": absolute(address("story", story.article_id)),
            "mainEntityOfPage": absolute(address("story", story.article_id)),
            "correction": [
                {
                    "@type": "CorrectionComment",
                    "text": correction.text.strip(),
                    "datePublished": correction.at.isoformat(timespec="seconds"),
                }
                for correction in reading.corrections
            ],
            "image": [absolute(picture.url) for picture in reading.pictures],
            "author": _authors(reading, absolute),
            "publisher": _publisher(absolute),
        }
    )


def _authors(reading, absolute):
    """Who signed it; an unsigned story is by the body that it comes from."""
    people = [
        {"@type": "Person", "name": credit.text}
        | ({"url": absolute(credit.url)} if credit.url else {})
        for credit in reading.credits
    ]
    if people:
        return people
    if reading.version.source:
        return [{"@type": "Organization", "name": reading.source}]
    return [_publisher(absolute)]


def _publisher(absolute):
    return {
        "@type": "NewsMediaOrganization",
        "name": settings.PAPER_NAME,
        "url": absolute("/"),
        "logo": {"@type": "ImageObject", "url": absolute(static("newsroom/icon.svg"))},
    }


def baidu_times(reading, absolute):
    """The story's moments as Baidu reads them: of the site's time zone, which it does not say.

    The four properties of 时间因子; only the context and the names are Baidu's own.
    """
    return _script(
        {
            "@context": BAIDU,
            "@id": absolute(address("story", reading.version.article_id)),
            "title": reading.version.headline,
            "pubDate": reading.released_iso[:19],
            "upDate": reading.modified_iso[:19],
        }
    )


def epaper_comment(reading, absolute):
    """The `enpproperty` comment by which readers of Chinese e-papers know a story.

    `date` is the day of the paper, as there, and not the moment of release.
    """
    story = reading.version
    properties = {
        "articleid": story.article_id,
        "date": story.dated.isoformat(),
        "author": reading.authors,
        "title": story.headline,
        "keyword": reading.keywords,
        "subtitle": story.deck,
        "introtitle": story.kicker,
        "siteid": settings.SITE_ID_CODE,
        "nodeid": story.page__number or "",
        "nodename": page_as_printed(story.page__number, story.page__name),
        "picurl": absolute(reading.pictures[0].url) if reading.pictures else "",
    }
    return enpproperty(properties)


def enpproperty(properties):
    """The comment that names the properties, each value as text."""
    inner = format_html_join(
        "", "<{}>{}</{}>", ((k, _in_comment(v), k) for k, v in properties.items())
    )
    return format_html("<!--enpproperty {}/enpproperty-->", inner)


def page_as_printed(number, name):
    """第01版:要闻, in Chinese on every site; "" without a number."""
    if not number:
        return ""
    return f"第{number}版" + (f":{name}" if name else "")


def _in_comment(value):
    """Escaped as in HTML, and without two hyphens, which would end a comment."""
    return mark_safe(escape(str(value)).replace("--", "&#45;&#45;"))


def _script(data):
    """Without what is empty."""
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
    return mark_safe(text.translate(_SCRIPT_ESCAPES))
