"""A story as it stands beside what an import proposes, as the desk shows the two."""

import re
from collections import Counter
from dataclasses import astuple, dataclass

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.join_reasons import join_reason
from articles.body import blocks, canonical, paragraphs
from articles.comparison import BREAK, changed_characters, changed_sentences, compare_texts
from articles.importing.changes import PARTS, Change
from articles.importing.partly import LINE_SEPARATOR, compared, with_all_rows
from articles.importing.proposed_record import doubts_of
from articles.importing.settled_before import SettledBefore
from articles.models import (
    Credit,
    Doubt,
    Event,
    Mention,
    Photo,
    SourceDocument,
    Version,
    VersionDepartment,
)
from articles.proposals import BODY, changes_of, proposed_words

IMPORTED_TAGS = {"p", "h3", "br"}
PART_LABELS = {
    "words": gettext_lazy("words"),
    "bylines": gettext_lazy("bylines"),
    "people": gettext_lazy("people and bodies"),
    "pictures": gettext_lazy("pictures"),
}
KIND_LABELS = {
    "credits": Credit._meta.verbose_name,
    "mentions": Mention._meta.verbose_name,
    "departments": VersionDepartment._meta.verbose_name,
    "event": Event._meta.verbose_name,
    "photos": Photo._meta.verbose_name,
    "place": gettext_lazy("date and page"),
}
CONTRIBUTIONS = {"has_text": gettext_lazy("words"), "has_photos": gettext_lazy("pictures")}


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field that differs; `sentences` tell before and after at once, each changed one once."""

    label: str
    before: str
    after: str
    sentences: list[str]


@dataclass(frozen=True, slots=True)
class ShownChange(ShownField):
    """A row that is read otherwise. `is_kept` where an editor made it what it is."""

    name: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class ShownPart:
    """What is read otherwise in the words, the bylines, the people and bodies, or the pictures."""

    name: str
    label: str
    changes: list[ShownChange]


@dataclass(frozen=True, slots=True)
class ShownRow:
    """Paragraphs that answer each other, as HTML, and the source of what is proposed."""

    before: str
    after: str
    sentences: list[str]
    was_subhead: bool
    is_subhead: bool
    is_changed: bool
    lines: list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class ShownDoubt:
    label: str
    quote: str
    lines: list[tuple[int, str]]
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs. `loses_form` where emphasis, links, lists or tables would go.

    `body` is the change of the body, which the rows show; None where only its form differs or
    nothing at all. `is_partly` where rows that differ can be taken one by one.
    """

    parts: list[ShownPart]
    body: Change | None
    rows: list[ShownRow]
    doubts: list[ShownDoubt]
    loses_form: bool
    is_partly: bool

    @property
    def changes_words(self):
        return bool(self.body) or any(part.name == "words" for part in self.parts)

    @property
    def is_empty(self):
        return not self.parts and not self.body


def difference(version, proposal, is_edited=False):
    """What taking the proposal would change in that version."""
    words = proposed_words(proposal)
    sources = _lines_by_document(proposal)
    changes = changes_of(version, proposal, is_edited)
    body = next((change for change in changes if change.name == BODY), None)
    part = with_all_rows(version.body, words["body"])
    taken = part.body if part else words["body"]
    rows = list(body_rows(version.body, words["body"], proposal.record, sources))
    doubts = SettledBefore(version).known_again(doubts_of(proposal), words["body"])
    return Difference(
        parts=list(_parts(changes)),
        body=body,
        rows=rows,
        doubts=[
            _doubt(row, proposal.record, sources)
            for row, written in zip(proposal.record.get("doubts", ()), doubts, strict=True)
            if not written.get("settled_at")
        ],
        loses_form=bool(_tags(version.body) - _tags(taken) - IMPORTED_TAGS),
        is_partly=body is not None and part is not None,
    )


def _parts(changes):
    for part, label in PART_LABELS.items():
        shown = [_shown_change(c) for c in changes if c.part == part and c.name != BODY]
        if shown:
            yield ShownPart(part, label, shown)


def _shown_change(change):
    old, new = _value_text(change, change.before), _value_text(change, change.after)
    field = field_change(_change_label(change), old, new)
    return ShownChange(*astuple(field), change.name, change.is_kept)


def _change_label(change):
    return _label(change.key) if change.kind == "words" else KIND_LABELS[change.kind]


def _value_text(change, value):
    """A row in a line, as an editor reads it; empty where there is none."""
    if value is None:
        return ""
    name, _hash, _number = change.key.partition("#")
    match change.kind:
        case "words":
            return str(value)
        case "credits":
            given = [label for key, label in CONTRIBUTIONS.items() if value[key]]
            capacity = Credit.Capacity(value["capacity"]).label
            return f"{capacity} {name} ({'、'.join(map(str, given))})"
        case "mentions":
            lines = (value["title"] + name, value["acts"], _posts(value))
            return LINE_SEPARATOR.join(filter(None, lines))
        case "event":
            parts = (Event.Kind(value["kind"]).label, value["name"], value["date"])
            return " ".join(str(part) for part in parts if part)
        case "photos":
            return " ".join(filter(None, [value["caption"] or _("no caption"), value["credit"]]))
        case "place":
            return " · ".join(filter(None, [value["day"], value["page"]]))
    return name


def _posts(value):
    return "、".join(f"{department} {title}" for department, title in value["posts"])


def how_much(version, proposal):
    """How much taking the proposal would change, in a few words; quick enough for a long list."""
    words = proposed_words(proposal)
    parts = [_label(name) for name in _other(version, words)]
    before, after = Counter(blocks(version.body)), Counter(blocks(words["body"]))
    changed = max((before - after).total(), (after - before).total())
    if changed:
        parts.append(
            ngettext("%(count)d paragraph", "%(count)d paragraphs", changed) % {"count": changed}
        )
    beside = [str(PART_LABELS[part]) for part in _parts_read_otherwise(proposal)]
    if parts:
        gone, come = changed_characters(_all_words(version.__dict__), _all_words(words))
        beside.insert(0, "{} · −{} +{}".format("、".join(map(str, parts)), gone, come))
    if beside:
        return "; ".join(beside)
    return (
        _("the same words")
        if canonical(version.body) == words["body"]
        else _("the same words in another form")
    )


def _parts_read_otherwise(proposal):
    """The parts beside the words that the import before this one read otherwise."""
    known = getattr(proposal.article, "imported_facts", None)
    if known is None:
        return []
    facts = proposal.facts
    return [
        part
        for part, kinds in PARTS.items()
        if any(kind in facts and facts[kind] != known.facts.get(kind) for kind in kinds)
    ]


def _other(version, words):
    """The names of the fields that differ, but for the body."""
    return [
        name
        for name, value in words.items()
        if name != "body" and (getattr(version, name) or "") != (value or "")
    ]


def _label(name):
    return Version._meta.get_field(name).verbose_name


def _all_words(words):
    fields = ("kicker", "headline", "deck", "dateline", "date_as_printed", "dateline_date")
    return "".join([*(str(words[name] or "") for name in fields), *paragraphs(words["body"])])


def field_change(label, before, after):
    before, after = str(before or ""), str(after or "")
    old, new = compare_texts(before, after)
    return ShownField(
        label, marked_html(old, "del"), marked_html(new, "ins"), _changed_html(before, after)
    )


def body_rows(before, after, record=None, sources=None):
    """The paragraphs of two bodies beside each other, with the source lines of what is new.

    `sources` are the lines of the documents by the keys that the record names them by.
    """
    both = compared(before, after)
    for row in both.rows:
        is_changed = both.is_changed(row)
        yield ShownRow(
            before=marked_html(row.before, "del"),
            after=marked_html(row.after, "ins"),
            sentences=_changed_html(_text(row.before), _text(row.after)) if is_changed else [],
            was_subhead=both.was_subhead(row),
            is_subhead=both.is_subhead(row),
            is_changed=is_changed,
            lines=_lines_of(row.after_numbers, record or {}, sources) if is_changed else [],
        )


def marked_html(pieces, tag):
    """The pieces with what is changed marked; a break that only one text has is shown as ¶."""
    return format_html_join(
        "",
        "{}",
        (
            (format_html(f"<{tag}>{{}}</{tag}>" if piece.is_changed else "{}", _shown(piece.text)),)
            for piece in pieces
        ),
    )


def _changed_html(before, after):
    """Each sentence that differs as HTML, with what went and what came in its place."""
    return [
        format_html_join(
            "",
            "{}{}",
            (
                (_shown(step.before), "")
                if step.is_kept
                else (_tagged("del", step.before), _tagged("ins", step.after))
                for step in sentence
            ),
        )
        for sentence in changed_sentences(before, after)
    ]


def _tagged(tag, text):
    return format_html(f"<{tag}>{{}}</{tag}>", _shown(text)) if text else ""


def _text(pieces):
    return "".join(piece.text for piece in pieces)


def _shown(text):
    return text.replace(BREAK, "¶\n").replace(LINE_SEPARATOR, "\n")


def _lines_by_document(proposal):
    """The lines of the documents of a proposal by key; rows that name no document are of None."""
    rows = [row for kind in ("sources", "doubts") for row in proposal.record.get(kind, ())]
    others = {row.get("document_id") for row in rows} - {None, proposal.document_id}
    lines = proposal.document.lines(1, None)
    found = SourceDocument.objects.defer("data").in_bulk(others) if others else {}
    return {
        None: lines,
        proposal.document_id: lines,
        **{key: document.lines(1, None) for key, document in found.items()},
    }


def _lines_of(paragraphs, record, sources):
    wanted = {}
    for row in record.get("sources", ()):
        if row["paragraph"] in paragraphs:
            numbers = wanted.setdefault(row.get("document_id"), set())
            numbers.update(range(row["first_line"], row["last_line"] + 1))
    return [
        (number, line)
        for document, numbers in wanted.items()
        for number, line in sources[document]
        if number in numbers
    ]


def _doubt(row, record, sources):
    lines = sources[row.get("document_id")][row["first_line"] - 1 : row["last_line"]]
    reason = join_reason({"break_at": None} | row, record.get("sources", ()))
    return ShownDoubt(Doubt.Kind(row["kind"]).label, row["quote"], lines, reason)


def _tags(html):
    return set(re.findall(r"<([a-z0-9]+)", canonical(html)))
