"""The sentence of each finding and the name of each rule, in the language of whoever reads them."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.verification import findings

NAMES: dict[str, Promise] = {
    "title_not_held": gettext_lazy("title not held"),
    "title_past": gettext_lazy("title no longer held"),
    "title_future": gettext_lazy("title not yet held"),
    "title_not_checkable": gettext_lazy("title not checkable"),
    "former_needless": gettext_lazy("“former” of a present title"),
    "name_near": gettext_lazy("name almost that of the holder"),
    "name_varies": gettext_lazy("name spelt in two ways"),
    "name_unknown": gettext_lazy("title with an unknown name"),
    "post_twice": gettext_lazy("two holders of one post"),
    "title_missing": gettext_lazy("no title at first mention"),
    "title_late": gettext_lazy("title after the first mention"),
    "title_repeated": gettext_lazy("title repeated"),
    "order_of_names": gettext_lazy("order of names"),
    "body_former": gettext_lazy("former name of a body"),
    "body_wrong": gettext_lazy("wrong name of a body"),
    "date_impossible": gettext_lazy("day that does not exist"),
    "date_weekday": gettext_lazy("weekday that is not that of the date"),
    "date_after_edition": gettext_lazy("news later than the paper"),
    "mark_unclosed": gettext_lazy("mark that is not closed"),
    "mark_unopened": gettext_lazy("mark that is not opened"),
    "word": gettext_lazy("house word list"),
    "word_blocked": gettext_lazy("house word list, not to be released"),
    "protected_name": gettext_lazy("name that must not appear"),
    "assumed_name": gettext_lazy("assumed name"),
}
SENTENCES: dict[str, Promise] = {
    "title_not_held": gettext_lazy("%(name)s was not %(title)s on %(day)s."),
    "title_past": gettext_lazy("%(name)s was %(title)s until %(until)s only."),
    "title_future": gettext_lazy("%(name)s is %(title)s from %(since)s only."),
    "title_not_checkable": gettext_lazy(
        "Whether %(name)s was %(title)s that day cannot be checked: a date is not known for sure."
    ),
    "former_needless": gettext_lazy("%(name)s was still %(title)s on %(day)s."),
    "name_varies": gettext_lazy("Elsewhere in this story the name is %(right)s."),
    "name_unknown": gettext_lazy("Nobody of this name is known as %(title)s."),
    "post_twice": gettext_lazy("%(other)s is %(title)s in this story too."),
    "title_missing": gettext_lazy("%(name)s is named without a title. Known: %(held)s."),
    "title_late": gettext_lazy("The title of %(name)s belongs to the first mention."),
    "title_repeated": gettext_lazy("The title of %(name)s was given before: the name will do."),
    "body_former": gettext_lazy("The name is %(body)s now."),
    "body_wrong": gettext_lazy("The body is called %(body)s."),
    "date_impossible": gettext_lazy("%(date)s does not exist."),
    "date_weekday": gettext_lazy("By the calendar %(day)s is weekday %(weekday)s."),
    "date_after_edition": gettext_lazy(
        "%(date)s lies after the day of the paper, %(edition)s, and is told as done."
    ),
    "mark_unclosed": gettext_lazy("Nothing closes %(mark)s here: %(words)s"),
    "mark_unopened": gettext_lazy("Nothing opens %(mark)s here: %(words)s"),
    "word": gettext_lazy("%(why)s (%(source)s)"),
    "word_blocked": gettext_lazy("%(why)s (%(source)s)"),
    "protected_name": gettext_lazy("After “%(who)s” only the surname with 某 may stand."),
    "assumed_name": gettext_lazy("Use the surname with 某, and no assumed name."),
}
LIKENESS: dict[str, Promise] = {
    "sound": gettext_lazy("%(title)s is %(right)s, which sounds the same."),
    "look": gettext_lazy("%(title)s is %(right)s, which looks almost the same."),
    "character": gettext_lazy("%(title)s is %(right)s, which differs by one character."),
}
ORDER: dict[str, Promise] = {
    "document": gettext_lazy("by the order that a document sets"),
    "head": gettext_lazy("heads before deputies"),
    "party_head": gettext_lazy("the head of the party before that of the government"),
    "party_rank": gettext_lazy("the higher party post first"),
    "standing": gettext_lazy("who stands in for the head first"),
    "party_post": gettext_lazy("who has a party post first"),
    "service": gettext_lazy("who has served longer first"),
    "strokes": gettext_lazy("fewer strokes in the surname first"),
}
# What is told besides, where the fact is known.
BESIDES: dict[str, Promise] = {
    "held": gettext_lazy("Then held: %(held)s."),
    "holders": gettext_lazy("Held by: %(holders)s."),
}
TOLD_BESIDES = {
    "title_not_held": ("held", "holders"),
    "title_past": ("held", "holders"),
    "title_future": ("held", "holders"),
    "name_unknown": ("holders",),
}
# docs/verification.md has them in full.
SOURCES: dict[str, Promise] = {
    findings.DIRECTORY: gettext_lazy("By the directory, as far as somebody confirmed it."),
    findings.ORDER: gettext_lazy("By the rules for the order of officials."),
    findings.XINHUA: gettext_lazy("By the list of words of Xinhua, 2016: names in such news."),
    findings.PROTECTION: gettext_lazy(
        "By the Law on the Protection of Minors, articles 49 and 103, and the list of Xinhua."
    ),
    findings.PUNCTUATION: gettext_lazy("By GB/T 15834—2011, Use of punctuation marks."),
    findings.CALENDAR: gettext_lazy("By the calendar."),
    findings.FIRST_MENTION: gettext_lazy(
        "By custom: title and name at the first mention, the name afterwards."
    ),
    findings.HOUSE: gettext_lazy("By the house word list; the entry names its own source."),
}
ADDRESSES = {
    findings.ORDER: "https://www.360docs.net/doc/5a11128993.html",
    findings.XINHUA: "http://www.2263.com.cn/article/834.html",
}
CERTAINTIES: dict[str, Promise] = {
    findings.Certainty.SURE: gettext_lazy("for sure"),
    findings.Certainty.LIKELY: gettext_lazy("to be looked at"),
    findings.Certainty.UNCHECKED: gettext_lazy("not checkable"),
}
PLACES: dict[str, Promise] = {
    "kicker": gettext_lazy("kicker"),
    "headline": gettext_lazy("headline"),
    "deck": gettext_lazy("deck"),
}


def place_of(passage):
    """The name of a passage; paragraphs and captions are counted from 1."""
    if passage.part == "body":
        return _("Paragraph %(number)s") % {"number": passage.number + 1}
    if passage.part == "caption":
        return _("Caption %(number)s") % {"number": passage.number + 1}
    return str(PLACES[passage.part])


def source_of(rule):
    """Where a rule comes from, in a sentence."""
    return str(SOURCES[findings.RULES[rule].source])


def name_of(rule):
    """The name of a rule, for a list."""
    return str(NAMES[rule])


def sentence_of(finding):
    """What is wrong, in one or two sentences."""
    facts = _facts(finding)
    told = [str(_first(finding)) % facts]
    for fact in TOLD_BESIDES.get(finding.rule, ()):
        if facts.get(fact):
            told.append(str(BESIDES[fact]) % facts)
    return " ".join(told)


def _facts(finding):
    """What the sentences tell. Of a day that is known in part, what is known: “by 2023-05-31”."""
    days = {
        name: _("by %(day)s") % {"day": day.removeprefix("≤")}
        for name in ("since", "until")
        if (day := finding.facts.get(name, "")).startswith("≤")
    }
    return {**finding.facts, **days}


def _first(finding):
    facts = finding.facts
    if finding.rule == "name_near":
        return LIKENESS[facts["why"]]
    if finding.rule == "order_of_names":
        return _("%(name)s comes before %(before)s: {rule}.").format(
            rule=ORDER[facts["order_rule"]]
        )
    if finding.rule == "title_past" and not facts["until"]:
        return _("%(name)s was no longer %(title)s on %(day)s.")
    if finding.rule == "title_not_held" and finding.certainty is findings.Certainty.UNCHECKED:
        return _(
            "The directory knows %(name)s, but not as %(title)s: somebody else of that name,"
            " or a post that nobody has entered yet."
        )
    if finding.rule == "title_not_held" and not facts["day"]:
        return _("%(name)s is not known as %(title)s.")
    return SENTENCES[finding.rule]
