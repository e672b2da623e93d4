"""A story as it stands beside what an import proposes, as the desk shows the two."""

import re
from collections import Counter
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.body import blocks, canonical, paragraphs
from articles.comparison import (
    BREAK,
    changed_characters,
    changed_sentences,
    compare_paragraphs,
    compare_texts,
)
from articles.models import Doubt, Version
from articles.proposals import proposed_words

# A line broken inside a paragraph, which is no break between two.
LINE_SEPARATOR = "\u2028"
IMPORTED_TAGS = {"p", "h3", "br"}


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field that differs; `sentences` tell before and after at once, each changed one once."""

    label: str
    before: str
    after: str
    sentences: list[str]


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


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs. `loses_form` where emphasis, links, lists or tables would go."""

    fields: list[ShownField]
    rows: list[ShownRow]
    doubts: list[ShownDoubt]
    loses_form: bool

    @property
    def changes_words(self):
        return bool(self.fields) or any(row.is_changed for row in self.rows)


def difference(version, proposal):
    """What taking the proposal would change in that version."""
    words = proposed_words(proposal)
    source = proposal.document.lines(1, None)
    return Difference(
        fields=[
            field_change(_label(name), getattr(version, name), words[name])
            for name in _other(version, words)
        ],
        rows=list(
            body_rows(version.body, words.get("body", version.body), proposal.record, source)
        ),
        doubts=[_doubt(row, source) for row in proposal.record.get("doubts", ())],
        loses_form=bool(_tags(version.body) - _tags(words.get("body", "")) - IMPORTED_TAGS),
    )


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
    if not parts:
        return (
            _("the same words")
            if canonical(version.body) == canonical(words["body"])
            else _("the same words in another form")
        )
    gone, come = changed_characters(_all_words(version.__dict__), _all_words(words))
    return "{} · −{} +{}".format("、".join(map(str, parts)), gone, come)


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


def body_rows(before, after, record=None, source=()):
    """The paragraphs of two bodies beside each other, with the source lines of what is new."""
    old, new = _paragraphs(before), _paragraphs(after)
    texts = [[text for _tag, text in paragraphs] for paragraphs in (old, new)]
    for row in compare_paragraphs(*texts):
        was_subhead, is_subhead = (
            _is_subhead(old, row.before_numbers),
            _is_subhead(new, row.after_numbers),
        )
        is_changed = row.is_changed or was_subhead != is_subhead
        yield ShownRow(
            before=marked_html(row.before, "del"),
            after=marked_html(row.after, "ins"),
            sentences=_changed_html(_text(row.before), _text(row.after)) if is_changed else [],
            was_subhead=was_subhead,
            is_subhead=is_subhead,
            is_changed=is_changed,
            lines=_lines_of(row.after_numbers, record or {}, source) if is_changed else [],
        )


def _paragraphs(html):
    return [(tag, text.replace(BREAK, LINE_SEPARATOR)) for tag, text in blocks(html)]


def _is_subhead(paragraphs, numbers):
    return any(paragraphs[number][0] == "h3" for number in numbers)


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


def _lines_of(paragraphs, record, source):
    wanted = {
        number
        for row in record.get("sources", ())
        if row["paragraph"] in paragraphs
        for number in range(row["first_line"], row["last_line"] + 1)
    }
    return [(number, line) for number, line in source if number in wanted]


def _doubt(row, source):
    lines = source[row["first_line"] - 1 : row["last_line"]]
    return ShownDoubt(Doubt.Kind(row["kind"]).label, row["quote"], lines)


def _tags(html):
    return set(re.findall(r"<([a-z0-9]+)", canonical(html)))
