"""Two people saved one story: what differs, what each place may become, and what was chosen."""

import json
import re
from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.admin.differences import marked_html
from articles.admin.form_words import (
    posted_fields,
    posted_rows,
    row_fields,
    shown,
    stored_forms,
    story_fields,
    words_of,
)
from articles.admin.last_editor import last_editor
from articles.body import plain_text, sections
from articles.comparison import compare_texts
from articles.merging import Stretch, common_base, merge_paragraphs
from articles.models import Merge
from articles.placing import moved

THEIRS, MINE, BOTH, MERGED, TYPED = "theirs", "mine", "both", "merged", "typed"
# What the page of a conflict posts beside the form that it carries on.
PREFIX = "merge-"
LOOK = "_look"
PLACE = re.compile(r"photos-\d+-placed_after")


@dataclass(frozen=True)
class Place:
    """One place where the texts differ: a field, some paragraphs of the body, a row of a part."""

    key: str
    label: str
    stretch: Stretch
    read: callable
    is_text: bool = False
    is_body: bool = False
    chosen: str = ""
    typed: str = ""

    @property
    def name(self):
        return PREFIX + self.key

    @property
    def options(self):
        """(value, label) of each choice that makes sense here."""
        yield THEIRS, _("theirs")
        yield MINE, _("mine")
        if self.is_text and self.stretch.is_conflict:
            if self.stretch.proposal is not None:
                yield MERGED, _("both changes, as shown below")
            if self.is_body:
                yield BOTH, _("both, one after the other")
        if self.is_text:
            yield TYPED, _("in other words")

    @property
    def choice(self):
        """What was chosen, else what is proposed; empty where a person has to say."""
        if self.chosen in dict(self.options):
            return self.chosen
        if not self.stretch.is_conflict:
            return MINE if self.stretch.is_changed_by_me else THEIRS
        return MERGED if self.is_text and self.stretch.proposal is not None else ""

    @property
    def result(self):
        if self.choice == TYPED:
            return self._as_typed()
        return {
            THEIRS: self.stretch.theirs,
            MINE: self.stretch.mine,
            BOTH: self.stretch.both,
            MERGED: self.stretch.proposal,
        }[self.choice]

    def _as_typed(self):
        if not self.is_body:
            return (self.typed.strip(),)
        lines = (line.strip() for line in self.typed.splitlines())
        return tuple(f"<p>{escape(line)}</p>" for line in lines if line)

    @property
    def to_type(self):
        """What the field for other words begins with."""
        return self.typed or self._shown(self.stretch.proposal or self.stretch.mine)

    @property
    def merged(self) -> SafeString:
        return self._marked(self.stretch.proposal)

    @property
    def base(self):
        return self._shown(self.stretch.base)

    @property
    def theirs(self) -> SafeString:
        return self._marked(self.stretch.theirs)

    @property
    def mine(self) -> SafeString:
        return self._marked(self.stretch.mine)

    @property
    def set_aside(self):
        """The passages that one of the two wrote and the result has not got."""
        if self.choice in (BOTH, MERGED):
            return
        for is_mine, own, is_changed in (
            (False, self.stretch.theirs, self.stretch.is_changed_by_them),
            (True, self.stretch.mine, self.stretch.is_changed_by_me),
        ):
            if is_changed and own != self.result and (text := self._shown(own)):
                yield {"label": self.label, "is_mine": is_mine, "text": text}

    def _shown(self, side):
        return "\n".join(self.read(one) for one in side)

    def _marked(self, side):
        return marked_html(compare_texts(self.base, self._shown(side))[1], "ins")


@dataclass(frozen=True)
class Conflict:
    """All places, in the order of the form; `body` has the paragraphs that nobody changed too."""

    fields: list[Place]
    body: list[Place]
    parts: list[Place]
    posted: dict = field(repr=False)

    @property
    def changed_body(self):
        return [place for place in self.body if place.stretch.is_changed]

    @property
    def places(self):
        return [*self.fields, *self.changed_body, *self.parts]

    @property
    def added(self):
        """Rows that are mine alone: they are stored without a question."""
        return [row for rows in self.posted.values() for row in rows if row.is_new]

    @property
    def to_decide(self):
        return sum(not place.choice for place in self.places)


def is_asked(request):
    """Whether the request looks at the differences, or comes from the page that shows them."""
    return LOOK in request.POST or f"{PREFIX}seen" in request.POST


def answer(model_admin, request, version):
    """The page that brings the two texts together; None where the save may go on.

    Then what the page proposed and the person chose stands in the request, as if typed.
    """
    if not model_admin.has_change_permission(request, version):
        raise PermissionDenied
    forms_as_stored = stored_forms(model_admin, request, version)
    stored = words_of(*forms_as_stored)
    base, posted = _placed_anew(_base(request.POST), request.POST, version.body)
    is_seen = request.POST.get(f"{PREFIX}seen") == version.updated_at.isoformat()
    conflict = find(*forms_as_stored, base, stored, posted, keeps_choices=is_seen)
    is_decided = is_seen and not conflict.to_decide
    if LOOK not in request.POST and (is_decided or stored == base):
        request.set_aside = [row for place in conflict.places for row in place.set_aside]
        request.POST = _applied(conflict, posted, stored, version)
        return None
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "original": version,
        "title": _("Two people wrote in this story"),
        "conflict": conflict,
        "is_incomplete": is_seen and bool(conflict.to_decide),
        "carried": [
            (name, value)
            for name, values in request.POST.lists()
            if name != "csrfmiddlewaretoken" and not name.startswith((PREFIX, "_"))
            for value in values
        ],
        "seen": version.updated_at.isoformat(),
        "who": last_editor(version),
        "draft": request.POST.get("draft_token", ""),
    }
    return TemplateResponse(request, "admin/articles/version/merge.html", context)


def record(request, version):
    """Keep what a merge left out, in the transaction that saves the rest."""
    if rows := getattr(request, "set_aside", None):
        Merge.objects.create(version=version, by=request.user, set_aside=rows)


def find(form, formsets, base, stored, data, *, keeps_choices):
    """What differs between the stored story and the posted form, seen from what both began with."""

    def place(key, label, stretch, read, **kind):
        name = PREFIX + key
        decided = (
            {"chosen": data.get(name, ""), "typed": data.get(f"{name}-text", "")}
            if keeps_choices
            else {}
        )
        return Place(key, str(label), stretch, read, **kind, **decided)

    posted = posted_fields(form, data)
    fields, body = [], []
    for name, one in story_fields(form).items():
        label = capfirst(one.label)
        before = base["fields"].get(name) if base else None
        theirs, mine = stored["fields"][name], posted[name]
        if name == "body":
            body = [
                place(f"body-{n}", label, stretch, plain_text, is_text=True, is_body=True)
                for n, stretch in enumerate(_body_stretches(before, theirs, mine))
            ]
            continue
        stretch = Stretch(*((text,) for text in (before or "", theirs, mine)))
        if theirs != mine or (base and before != theirs):
            is_text = isinstance(one, forms.CharField)
            fields.append(
                place(name, label, stretch, lambda text, one=one: shown(one, text), is_text=is_text)
            )
    rows = {formset.prefix: posted_rows(formset, data) for formset in formsets}
    parts = [
        place(f"{formset.prefix}-{key}", formset.model._meta.verbose_name, stretch, _row(formset))
        for formset in formsets
        for key, stretch in _row_stretches(
            base and base["parts"].get(formset.prefix, {}),
            stored["parts"][formset.prefix],
            rows[formset.prefix],
        )
    ]
    return Conflict(fields, body, parts, rows)


def _base(data):
    """What the form held when it was opened; None where the browser did not say."""
    try:
        base = json.loads(data.get("loaded_words", ""))
    except ValueError:
        return None
    return base if isinstance(base, dict) and {"fields", "parts"} <= base.keys() else None


def _placed_anew(base, posted, body):
    """What both began with and what was posted, with the places of photos in the stored body."""
    if base is None:
        return base, posted
    before = base["fields"].get("body", "")

    def anew(place):
        return str(moved(int(place), before, body)) if place.isdecimal() else place

    photos = {
        key: row | {"placed_after": anew(row["placed_after"])} if "placed_after" in row else row
        for key, row in base["parts"].get("photos", {}).items()
    }
    posted = posted.copy()
    for name in posted:
        if PLACE.fullmatch(name):
            posted[name] = anew(posted[name])
    return base | {"parts": base["parts"] | {"photos": photos}}, posted


def _body_stretches(base, theirs, mine):
    theirs, mine = sections(theirs), sections(mine)
    return merge_paragraphs(
        common_base(theirs, mine) if base is None else sections(base), theirs, mine
    )


def _row_stretches(base, theirs, rows):
    """(key, stretch) of the stored rows that differ. A row of one side only is () on the other.

    Rows that are mine alone have no key, and need no decision: they are added.
    """
    mine = {row.key: row.words for row in rows if row.key and not row.is_deleted}
    is_unknown = base is None
    for key in dict.fromkeys([*(base or ()), *theirs, *mine]):
        sides = [one.get(key) for one in (base or {}, theirs, mine)]
        stretch = Stretch(*(() if row is None else (json.dumps(row),) for row in sides))
        if is_unknown and stretch.theirs == stretch.mine:
            continue
        if stretch.is_changed:
            yield key, stretch


def _row(formset):
    fields = row_fields(formset.form.base_fields)

    def read(text):
        row = json.loads(text)
        texts = (
            (one.label, shown(one, row.get(name, "")))
            for name, one in fields.items()
            if name != "position"
        )
        return "；".join(_("%s: %s") % (capfirst(label), text) for label, text in texts if text)

    return read


def _applied(conflict, posted, stored, version):
    """The posted form with what was chosen, over what is stored now."""
    data = posted.copy()
    for name in [name for name in data if name.startswith(PREFIX)]:
        del data[name]
    data["loaded_at"] = version.updated_at.isoformat()
    data["loaded_words"] = json.dumps(stored)
    for place in conflict.fields:
        (data[place.key],) = place.result
    if conflict.body:
        data["body"] = "".join(one for place in conflict.body for one in place.result)
    results = {place.key: place.result for place in conflict.parts}
    for prefix, rows in conflict.posted.items():
        _apply_rows(data, prefix, rows, results, stored["parts"][prefix])
    return data


def _apply_rows(data, prefix, rows, results, stored):
    """Write the chosen rows, and number them anew: those that are stored come first."""
    old, new = [], []
    for row in rows:
        start = f"{prefix}-{row.index}"
        result = results.get(f"{prefix}-{row.key}")
        is_stored = row.key in stored
        if result is not None and not result:
            if not is_stored:
                continue
            data[f"{start}-DELETE"] = "on"
        elif result:
            data.pop(f"{start}-DELETE", None)
            for name, words in json.loads(result[0]).items():
                data.setlist(f"{start}-{name}", words if isinstance(words, list) else [words])
                if not words:
                    del data[f"{start}-{name}"]
        if row.key and not is_stored:
            data[f"{start}-id"] = ""
        (old if is_stored else new).append(row.index)
    posted_keys = {row.key for row in rows}
    for key in stored.keys() - posted_keys:
        if results.get(f"{prefix}-{key}") == ():
            index = len(rows) + len(old)
            data[f"{prefix}-{index}-id"], data[f"{prefix}-{index}-DELETE"] = key, "on"
            old.append(index)
    order = {index: number for number, index in enumerate([*old, *new])}
    field_of_row = re.compile(rf"{re.escape(prefix)}-(\d+)-(.+)")
    posted = [(match, name) for name in data if (match := field_of_row.fullmatch(name))]
    moved = {}
    for match, name in posted:
        values = data.getlist(name)
        del data[name]
        if int(match[1]) in order:
            moved[f"{prefix}-{order[int(match[1])]}-{match[2]}"] = values
    for name, values in moved.items():
        data.setlist(name, values)
    data[f"{prefix}-TOTAL_FORMS"] = str(len(order))
    data[f"{prefix}-INITIAL_FORMS"] = str(len(old))
