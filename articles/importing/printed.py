"""What a story printed, as plain values: the words by field, the rest as a JSON field holds it."""

import hashlib
from datetime import date

from articles.body import canonical, from_paragraphs
from articles.importing.events import event_kind
from articles.models import Credit
from articles.parsing.facts import (
    PrintedEvent,
    PrintedHost,
    PrintedOfficial,
    PrintedPost,
    ToldStory,
)
from articles.parsing.lexicon.wordlist import in_both_scripts

# By the last characters of what is printed: 本报记者, 见习记者 and 记者 are one capacity.
CAPACITIES = {
    word: capacity
    for printed, capacity in (
        ("记者", Credit.Capacity.REPORTER),
        ("通讯员", Credit.Capacity.CORRESPONDENT),
        ("实习生", Credit.Capacity.INTERN),
    )
    for word in in_both_scripts((printed,))
}


def words_of(story):
    """The words of a story, by the names of a version's fields."""
    dateline = story.dateline
    words = {
        "kicker": story.headline.kicker,
        "headline": story.headline.headline,
        "deck": story.headline.deck,
        "dateline": dateline.marker if dateline else "",
        "dateline_date": dateline.date if dateline else None,
        "date_as_printed": dateline.text if dateline else "",
        "credit_line": "　".join(story.credits),
        "body": from_paragraphs((p.text, p.is_subhead) for p in story.paragraphs),
    }
    if isinstance(story, ToldStory):
        words |= {"body": story.body, **dict(story.particulars)}
    return words


def facts_of(story, page, pictures):
    """Everything else that it printed. `page` is the PageSource that it begins on.

    Day and page are among the facts only of a story that is known by its number in another
    system: of all others they are what it is known by.
    """
    facts = {
        "credits": [credit_of(byline) for byline in story.bylines],
        "mentions": [*map(_mention, story.officials), *map(_person, story.persons)],
        "departments": list(story.departments),
        "event": _event(story.event) if story.event else None,
        "photos": [
            {
                "digest": pictures[photo].digest,
                "caption": photo.caption,
                "credit": photo.credit,
            }
            for photo in story.photos
        ],
    }
    if page.source:
        facts["place"] = {
            "day": page.edition_date.isoformat(),
            "page": page.page_number,
            "name": page.page_name,
        }
    return facts


def remembered(words, facts):
    """Words and facts as ImportedFacts keeps them: enough to see what an editor touched since."""
    return facts | {"words": {name: word_digest(name, value) for name, value in words.items()}}


def word_digest(name, value):
    """A field of the words, short: the body as the digest of its canonical form."""
    if name == "body":
        return hashlib.sha256(canonical(value).encode()).hexdigest()
    return str(value or "")


def credit_of(byline):
    """A name of the byline, by the names of a credit's fields."""
    fitting = (value for end, value in CAPACITIES.items() if byline.capacity.endswith(end))
    return {
        "as_printed": byline.name,
        "capacity": str(next(fitting, Credit.Capacity.OTHER)),
        "has_text": "文" in byline.contributions,
        "has_photos": "图" in byline.contributions,
    }


def _mention(official):
    return {
        "name": official.name,
        "title": official.title,
        "acts": "、".join(official.acts),
        "posts": [[post.department, post.title, post.is_held] for post in official.posts],
        "has_office": True,
    }


def _person(person):
    return {
        "name": person.name,
        "title": person.role,
        "acts": "",
        "posts": [],
        "has_office": False,
    }


def official_of(mention):
    """The printed official of whom those are the facts."""
    return PrintedOfficial(
        mention["name"],
        mention["title"],
        tuple(PrintedPost(*post) for post in mention["posts"]),
        tuple(mention["acts"].split("、")) if mention["acts"] else (),
    )


def _event(event):
    return {
        "printed_kind": event.kind,
        "kind": str(event_kind(event.kind)),
        "name": event.name,
        "date": event.date.isoformat() if event.date else None,
        "place": event.place,
        "hosts": [[host.name, host.role] for host in event.hosts],
    } | ({"ends_on": event.ends_on.isoformat()} if event.ends_on else {})


def event_of(facts):
    """The printed event of which those are the facts."""
    return PrintedEvent(
        facts["printed_kind"],
        facts["name"],
        date.fromisoformat(facts["date"]) if facts["date"] else None,
        facts["place"],
        tuple(PrintedHost(*host) for host in facts["hosts"]),
        date.fromisoformat(facts["ends_on"]) if "ends_on" in facts else None,
    )
