"""What each field of an answer means, as JSON Schema: the profile of ninjs 3.1 that is used here.

The standard allows more and says less: a field that is not described here is never sent.
"""

from django.utils.translation import gettext_lazy as _


def text(description, **more):
    return {"type": "string", "description": description, **more}


def integer(description):
    return {"type": "integer", "description": description}


def obj(required=(), **properties):
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": properties,
    }


def many(items, description):
    return {"type": "array", "description": description, "items": items}


def uri(description):
    return text(description, format="uri")


def moment(description):
    return text(description, format="date-time")


def day(description):
    return text(description, format="date")


def one_of(*values, description):
    return {"enum": list(values), "description": description}


def or_none(schema):
    return {**schema, "type": [schema["type"], "null"]}


def _valued(*roles):
    return obj(
        ("role", "value"),
        role=one_of(*roles, description=_("Which of them it is.")),
        value=text(_("The text, without markup.")),
    )


STANDARD = {
    **obj(
        ("name", "version", "schema"),
        name={"const": "ninjs", "description": _("Always ninjs.")},
        version={"const": "3.1", "description": _("Of the standard.")},
        schema=uri(_("The schema that the item is valid against.")),
    ),
    "description": _("The standard that the item follows."),
}

RENDITION = obj(
    ("name", "href", "contentType"),
    name=one_of("web", "full", description=_("web: the page for people; full: the picture.")),
    href=uri(_("Where it is fetched.")),
    contentType=text(_("Its media type.")),
    width=integer(_("In pixels.")),
    height=integer(_("In pixels.")),
)

PICTURE = obj(
    ("name", "uri", "type", "renditions"),
    name=text(
        _(
            "photo-1, photo-2, in the order of the story. An empty figure of that id stands in the "
            "body where an editor placed the picture."
        )
    ),
    rel={"const": "picture", "description": _("Always picture.")},
    uri=uri(_("The picture's address; another picture has another one.")),
    type={"const": "picture", "description": _("Always picture.")},
    by=text(_("Photographer or source, as printed.")),
    descriptions=many(_valued("caption", "alt"), _("Its caption, and what it shows.")),
    renditions=many(RENDITION, _("The file and its size.")),
)

ITEM = obj(
    ("standard", "uri", "type", "version", "versionCreated", "pubStatus"),
    standard=STANDARD,
    uri=uri(_("The story's address on the site. It never changes: know the story by it.")),
    type={"const": "text", "description": _("Always text.")},
    representationType={"const": "full", "description": _("The whole story is given.")},
    version=text(_("Rises when the story is corrected; 1 is the first.")),
    firstCreated=moment(_("Since when readers know the story: its true release.")),
    versionCreated=moment(
        _("Since when it stands in these words; of a withdrawn one, when it was withdrawn.")
    ),
    pubStatus=one_of(
        "usable",
        "canceled",
        description=_("canceled: the story was withdrawn. Delete it wherever you keep it."),
    ),
    edNote=text(_("Of a withdrawn story: what the paper tells its readers.")),
    language={"const": "zh-Hans", "description": _("Simplified Chinese.")},
    title=text(_("The headline once more, for lists.")),
    headlines=many(
        _valued("main", "kicker", "deck"),
        _("Headline (主题), kicker above it (引题) and deck below it (副题)."),
    ),
    by=text(_("The names of the byline, as printed.")),
    infoSources=many(
        obj(
            ("name", "role"),
            name=text(_("As printed.")),
            role=one_of(
                *("reporter", "correspondent", "intern", "other"),
                *("source", "original author", "responsible editor", "credit line"),
                description=_("In what capacity; the last four are no persons of the byline."),
            ),
            literal=one_of(
                "文", "图", "文图", description=_("Gave the words (文), the pictures (图) or both.")
            ),
            uri=uri(_("The page about the reporter, where it is sure who is meant.")),
        ),
        _("Who wrote and photographed; of a story from elsewhere, where it comes from."),
    ),
    descriptions=many(
        _valued("summary", "correction"),
        _("The deck or the first words; and each correction with its day."),
    ),
    bodies=many(
        obj(
            ("role", "contentType", "charCount", "value"),
            role={"const": "main", "description": _("Always main.")},
            contentType={"const": "text/html", "description": _("Always text/html.")},
            charCount=integer(_("Length as Chinese newsrooms count (字数).")),
            value=text(
                _(
                    "The text with its dateline, as p, h3, strong, em, a, ul, ol, li, blockquote, "
                    "table and br, without attributes but for links, spans and a class."
                )
            ),
        ),
        _("The text; one entry."),
    ),
    people=many(
        obj(
            ("name", "rel", "literal"),
            name=text(_("As printed.")),
            rel=text(_("What they did, separated by 、 (出席、讲话); else “mentioned”.")),
            literal=text(_("Title and name as printed, which are of that day.")),
            uri=uri(_("The page about the official, where it is sure who is meant.")),
        ),
        _("Whom the story names, in its order."),
    ),
    organisations=many(
        obj(
            ("name", "rel", "uri"),
            name=text(_("The name in the directory.")),
            rel={"const": "about", "description": _("Always about.")},
            uri=uri(_("The page about the department.")),
        ),
        _("Public bodies that the story is about."),
    ),
    places=many(
        obj(
            ("name", "rel"),
            name=text(_("As printed.")),
            rel={"const": "event", "description": _("Always event.")},
        ),
        _("Where the event was."),
    ),
    events=many(
        obj(
            ("id", "name", "rel", "uri", "literal"),
            id=text(_("The number of the event, by which stories are asked for.")),
            name=text(_("Its name; else kind, place and day.")),
            rel={"const": "covered", "description": _("Always covered.")},
            uri=uri(_("The page about the event: two stories of one event share it.")),
            literal=text(_("Its kind: meeting, tour, forum, ceremony, training or activity.")),
        ),
        _("What the story covers; at most one."),
    ),
    subjects=many(
        obj(
            ("name", "rel"),
            name=text(_("The name of the page: 要闻, 民生.")),
            rel={"const": "section", "description": _("Always section.")},
        ),
        _("The section of the paper."),
    ),
    altIds=many(
        obj(
            ("role", "value"),
            role=text(
                _(
                    "number: of the story on this site; dated: the day that it is filed under; "
                    "edition, issue, page: where it was printed; original headline: of a reprint; "
                    "source: the number in the system that the story came from, which it names."
                )
            ),
            value=text(_("The day, or the number there.")),
        ),
        _("The story's number, its place in the paper, its number elsewhere."),
    ),
    associations=many(PICTURE, _("Its pictures.")),
    renditions=many(RENDITION, _("The page for people.")),
    copyrightHolder=text(_("The paper, or whom the story was taken from.")),
    usageTerms=text(_("On which terms it may be used, where the paper says so.")),
)

EDITION = obj(
    ("date", "issue", "uri", "href"),
    date=day(_("The day of the paper.")),
    issue=or_none(integer(_("The issue number."))),
    uri=uri(_("The paper on the site.")),
    href=uri(_("The edition with its pages, for programs.")),
)

PAPER = obj(
    ("date", "issue", "uri", "pages", "missing"),
    date=day(_("The day of the paper.")),
    issue=or_none(integer(_("The issue number."))),
    uri=uri(_("The paper on the site.")),
    pages=many(
        obj(
            ("number", "name", "uri", "stories"),
            number=text(_("As printed: 01, A02; empty for stories whose page is not known.")),
            name=text(_("Its section.")),
            uri=uri(_("The page on the site.")),
            stories=many(
                obj(
                    ("uri", "href", "headline"),
                    uri=uri(_("The story on the site.")),
                    href=uri(_("The story as ninjs.")),
                    headline=text(_("Its headline.")),
                ),
                _("In the order of the print."),
            ),
        ),
        _("The pages with what readers can read on them."),
    ),
    missing=many(text(_("A page number.")), _("Pages that the archive lacks.")),
)

DEPARTMENT = obj(
    ("slug", "name", "uri", "parent"),
    slug=text(_("Its part of the address, by which stories are asked for.")),
    name=text(_("The name in the directory.")),
    uri=uri(_("The page about the department.")),
    parent=or_none(text(_("The slug of the body that it belongs to."))),
)

OFFICIAL = obj(
    ("slug", "name", "uri", "posts"),
    slug=text(_("The part of the address, by which stories are asked for.")),
    name=text(_("The name.")),
    uri=uri(_("The page about the official.")),
    posts=many(
        obj(
            ("department", "title", "started", "ended", "confirmed"),
            department=text(_("The slug of the department.")),
            title=text(_("The title.")),
            started=or_none(day(_("The first day in office, where it is known."))),
            ended=or_none(day(_("The first day out of office."))),
            confirmed={
                "type": "boolean",
                "description": _("False while it is only known from a story."),
            },
        ),
        _("Posts held on the day asked for, as somebody confirmed or a story of that day tells."),
    ),
)

EVENT = obj(
    ("id", "kind", "name", "date", "ends_on", "place", "uri", "hosts"),
    id=integer(_("The number, by which stories are asked for.")),
    kind=text(_("Its kind: meeting, tour, forum, ceremony, training or activity.")),
    name=text(_("Empty where the paper gives none.")),
    date=or_none(day(_("Empty where it is not known."))),
    ends_on=or_none(day(_("The last day of an event of more than one; else empty."))),
    place=text(_("As printed.")),
    uri=uri(_("The page about the event.")),
    hosts=many(
        obj(
            ("name", "role"),
            name=text(_("As printed.")),
            role=text(_("host, organiser or supporter.")),
        ),
        _("Who held it."),
    ),
)

CORRECTION = obj(
    ("id", "uri", "wrong", "right", "remark", "corrected"),
    id=integer(_("Its number.")),
    uri=uri(_("The story.")),
    wrong=text(_("What the story had said.")),
    right=text(_("What is right.")),
    remark=text(_("How it came about.")),
    corrected=moment(_("Since when the story has it right.")),
)

PROBLEM = obj(
    ("type", "title", "status", "detail"),
    type=text(_("Always about:blank.")),
    title=text(_("The name of the status.")),
    status=integer(_("The status of the answer.")),
    detail=text(_("What is wrong, in a sentence.")),
    errors=many(
        obj(
            ("parameter", "detail"),
            parameter=text(_("The parameter.")),
            detail=text(_("What is wrong with it.")),
        ),
        _("Of each parameter that cannot be used."),
    ),
)


def listed(items, **more):
    return obj(
        ("items", "next", *more),
        items=many(items, _("This part of the list.")),
        next=or_none(uri(_("Where the next part is; null at the end."))),
        **more,
    )


STORIES = {
    **listed(ITEM),
    "properties": {
        **listed(ITEM)["properties"],
        "later": uri(
            _(
                "Only with changed_since: what to ask next time, to be told what changed after "
                "this part."
            )
        ),
    },
}
