"""Put the two parts of a stored story together that stand on two pages of an edition.

The importer does it where it is certain (`importing/wholes.py`); here an editor says so, of a story
on three pages twice.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import contributions, saves, workflow
from articles.body import canonical, sections
from articles.models import Article, Doubt, ImportRun, ParagraphSource, Version, WideMarks
from articles.parsing.paragraphs import rejoin
from articles.parsing.source import Source
from articles.parsing.turns import read_turn
from articles.revisions import copy_row
from articles.rights import theirs

PERMISSIONS = ("articles.change_version", "articles.spike_version")
OPEN, CLOSE = "<p>", "</p>"
# Rows beside the words, and by what two of them are the same.
BESIDE = {
    "credits": "as_printed",
    "mentions": "name_as_printed",
    "department_links": "department_id",
    "photos": "digest",
}


class JoinRefused(ValidationError):
    """Two stories that cannot be put together so. Its message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Seam:
    """What becomes of the paragraphs on both sides of the page: one, by which rule, or two."""

    reason: str = ""
    is_doubtful: bool = False
    doubts: tuple = ()

    @property
    def is_one(self):
        return bool(self.reason)


def turn_of(doubt):
    """What a note to another page says that the doubt is about; None for another doubt."""
    is_note = doubt.kind == Doubt.Kind.UNFINISHED and doubt.paragraph is None
    return read_turn(doubt.quote) if is_note else None


def others_of(doubt, by):
    """The drafts that may be the other part, those first that are in doubt about it themselves."""
    turn, version = turn_of(doubt), doubt.version
    if turn is None or version.page is None or not doubt.is_open:
        return []
    drafts = theirs(by, Version.objects.latest_of_each_article()).filter(
        edition=version.edition, status=Version.Status.DRAFT, publish_at=None
    )
    drafts = drafts.exclude(pk=version.pk).exclude(page=None).select_related("page")
    drafts = list(drafts.in_page_order())
    pages = _pages_of([version, *drafts])
    named = [one for one in drafts if _is_named(turn, pages[one.pk], version.page.number)]
    own = pages[version.pk]
    return sorted(named, key=lambda one: _note_back(one, version, own, turn) is None)


@transaction.atomic
def join(doubt, other, *, by):
    """Put the other draft and the one of the doubt together, and return the story that both are.

    The part whose note says that it goes on is the story; the other is spiked. Paragraphs, source
    lines, names, pictures and open doubts of both are kept, and the paragraph that the pages cut
    is joined by the importer's rules. Raises PermissionDenied or JoinRefused.
    """
    if not by.has_perms(PERMISSIONS):
        raise PermissionDenied(_("Your account may not put stories together."))
    pair = sorted([doubt.version.article_id, other.article_id])
    # The articles' rows are the workflow's lock, the versions' that of a form that is being saved.
    list(Article.objects.select_for_update(no_key=True).filter(pk__in=pair).order_by("pk"))
    both = [doubt.version_id, other.pk]
    stored = Version.objects.select_for_update(no_key=True).order_by("pk").in_bulk(both)
    mine, other = (stored[pk] for pk in both)
    doubt.version = mine
    turn = turn_of(doubt)
    if turn is None or other.pk not in {one.pk for one in others_of(doubt, by)}:
        raise JoinRefused(_("This is not the other part of the story. Look at both, then choose."))
    for version in (mine, other):
        if version.status != Version.Status.DRAFT:
            raise JoinRefused(_("Only drafts are put together. Have the story sent back first."))
    is_first = turn.leads_on(mine.page.number)
    note = _note_back(other, mine, _pages_of([mine])[mine.pk], turn)
    first, rest = (mine, other) if is_first else (other, mine)
    ahead = _put_together(first, rest, by)
    # That the first part breaks off where the page ends is in doubt no longer.
    cut = first.doubts.open().filter(kind=Doubt.Kind.UNFINISHED, paragraph=ahead)
    for one in filter(None, (doubt, note, *cut)):
        workflow.settle_doubt(one, by=by, note=_("Put together with the part on the other page."))
    reason = _("Put together with the story that it is the rest of: %(story)s") % {"story": first}
    _hand_over_doubts(first, rest, ahead, by, reason)
    workflow.perform("spike", rest, by=by, note=reason)
    return first


def _pages_of(versions):
    """The numbers of the pages on which each story stands, by key: of what was put to it too.

    They are its own, and those of the files that its paragraphs come from.
    """
    pages = {version.pk: {version.page.number} for version in versions}
    rows = ParagraphSource.objects.filter(version__in=pages).order_by()
    documents = defaultdict(set)
    for pk, digest in rows.values_list("version", "document__digest").distinct():
        documents[digest].add(pk)
    runs = ImportRun.objects.filter(
        file_digest__in=documents, edition_date=versions[0].edition.date
    ).exclude(page="")
    for digest, page in runs.order_by().values_list("file_digest", "page").distinct():
        for pk in documents[digest]:
            pages[pk].add(page)
    return pages


def _is_named(turn, pages, printed_on):
    return any(turn.names(page, printed_on=printed_on) for page in pages)


def _note_back(version, other, pages, turn):
    """The open doubt of the version about the note that leads the other way, to the other story.

    `pages` are those of the other story, `turn` is its note.
    """
    own = version.page.number
    leads_on = turn.leads_on(other.page.number)
    for doubt in version.doubts.open().filter(kind=Doubt.Kind.UNFINISHED, paragraph=None):
        back = read_turn(doubt.quote)
        if back and _is_named(back, pages, own) and back.leads_on(own) != leads_on:
            return doubt
    return None


def _put_together(first, rest, by):
    """Write words and record of the rest behind those of the first.

    Returns how many paragraphs stand before those of the rest, the one that is joined not among
    them.
    """
    before, after = first.paragraphs, rest.paragraphs
    seam = _seam(first.body, rest.body, before, after)
    saves.keep_what_stood(first)
    ahead = len(before) - seam.is_one
    _copy_record(first, rest, ahead, seam)
    _doubt_seam(first, len(before) - 1, seam)
    parts_ahead = len(sections(first.body)) - seam.is_one
    first.body = _body(first.body, rest.body, before, after, seam)
    first.credit_line = "　".join(filter(None, (first.credit_line, rest.credit_line)))
    first.event = first.event or rest.event
    first.save()
    _copy_beside(first, rest, parts_ahead)
    first.seal()
    contributions.record(first, by)
    saves.record(first, by)
    return ahead


def _seam(body, rest, before, after):
    """The last paragraph and the first of the rest, read as two fragments of a column."""
    if not before or not after or not _parts(body, rest):
        return Seam()
    source = Source(f"{before[-1]}\n\n{after[0]}")
    read = rejoin(source, source.lines())
    if len(read.paragraphs) > 1:
        return Seam(doubts=_of_break(read.doubts))
    (join,) = read.paragraphs[0].joins[-1:] or (None,)
    return Seam(join.reason, join.is_doubtful, _of_break(read.doubts)) if join else Seam()


def _of_break(doubts):
    return tuple(doubt for doubt in doubts if doubt.break_at is not None)


def _parts(body, rest):
    """The paragraphs on both sides as HTML; nothing where one is a heading, a list or a picture."""
    last, following = sections(body)[-1], sections(rest)[0]
    if last.startswith(OPEN) and following.startswith(OPEN):
        return last, following
    return None


def _body(body, rest, before, after, seam):
    if not seam.is_one:
        return canonical(body + rest)
    is_latin = before[-1][-1].isascii() and after[0][0].isascii()
    glue = " " if is_latin and before[-1][-1].isalpha() and after[0][0].isalpha() else ""
    return canonical(body.removesuffix(CLOSE) + glue + rest.removeprefix(OPEN))


def _copy_record(first, rest, ahead, seam):
    """Give the first the sources and marks of the rest, with `ahead` paragraphs before."""
    for number, row in enumerate(rest.paragraph_sources.all()):
        row.paragraph += ahead
        if not number and seam.is_one:
            row.join_reason, row.is_doubtful = seam.reason, seam.is_doubtful
        copy_row(row, first)
    for row in rest.wide_marks.filter(part=WideMarks.Part.BODY):
        # Their numbers tell the order only: the marks are looked for in the words of today.
        row.number += ahead + seam.is_one
        copy_row(row, first)


def _doubt_seam(first, paragraph, seam):
    """Have the break between the pages in doubt, beside the line where the first part ends."""
    last = first.paragraph_sources.filter(paragraph=paragraph).first()
    Doubt.objects.bulk_create(
        Doubt(
            version=first,
            kind=doubt.kind,
            quote=doubt.quote,
            break_at=doubt.break_at,
            paragraph=paragraph,
            document=last and last.document,
            first_line=last and last.last_line,
            last_line=last and last.last_line,
        )
        for doubt in seam.doubts
    )


def _copy_beside(first, rest, parts_ahead):
    """Give the first what stands beside the words of the rest.

    Pictures within the text stand behind as many parts more as the first has before it.
    """
    for name, key in BESIDE.items():
        held = list(getattr(first, name).all())
        for row in getattr(rest, name).all():
            if any(_is_same(row, one, key) for one in held):
                continue
            if hasattr(row, "position"):
                row.position = len(held)
            if getattr(row, "placed_after", None) is not None:
                row.placed_after += parts_ahead
            held.append(copy_row(row, first))


def _is_same(row, other, key):
    """Whether two rows say one thing; of people linked on both sides, whether they are one."""
    linked = [getattr(one, "official_id", None) for one in (row, other)]
    return linked[0] == linked[1] if all(linked) else getattr(row, key) == getattr(other, key)


def _hand_over_doubts(first, rest, ahead, by, note):
    """What is still in doubt in the rest is in doubt in the story, and settled where it was."""
    for doubt in rest.doubts.open():
        paragraph = None if doubt.paragraph is None else doubt.paragraph + ahead
        Doubt.objects.create(
            version=first,
            paragraph=paragraph,
            **{
                name: getattr(doubt, name)
                for name in ("kind", "quote", "break_at", "document", "first_line", "last_line")
            },
        )
        workflow.settle_doubt(doubt, by=by, note=note[:300])
