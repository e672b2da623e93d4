"""Write the record of what was taken of a proposal: where it stood, its marks, its doubts."""

from django.utils.translation import gettext as _

from articles.models import Doubt, ParagraphSource, WideMarks
from articles.parsing.punctuation import folded
from people.models import User

Part = WideMarks.Part
HEADINGS = (Part.KICKER, Part.HEADLINE, Part.DECK)


def write_record(version, proposal, before, by, moment):
    """Say where the new paragraphs came from and which marks are changed in them.

    Doubts about the old words are settled by it, at the `moment` when the proposal is: by that it
    is known that nobody decided them. `before` is what somebody settled before (`SettledBefore`).
    """
    version.paragraph_sources.all().delete()
    _create(ParagraphSource, version, _sources(proposal))
    # Pictures stay as they are, and so do the marks of their captions.
    version.wide_marks.exclude(part=Part.CAPTION).delete()
    _create(WideMarks, version, _marks(proposal, [*HEADINGS, Part.BODY]))
    _settle(version.doubts.open(), by, moment)
    _add_doubts(version, before.known_again(doubts_of(proposal), version.body))


def write_part_of_record(version, proposal, before, part, taken, by, moment):
    """As `write_record`, of a body that has some paragraphs of both (`partly.Mixed`).

    `taken` are the other words that were. What is in doubt of a whole story stays so.
    """
    sources = [
        *_placed(_rows_of(version.paragraph_sources.all()), "paragraph", part.standing),
        *_placed(_sources(proposal), "paragraph", part.proposed),
    ]
    version.paragraph_sources.all().delete()
    _create(ParagraphSource, version, sources)
    headings = [heading for heading in HEADINGS if heading in taken]
    marks = [
        *_placed(_rows_of(version.wide_marks.filter(part=Part.BODY)), "number", part.standing),
        *_placed(_marks(proposal, [Part.BODY]), "number", part.proposed),
        *_marks(proposal, headings),
    ]
    version.wide_marks.filter(part__in=[*headings, Part.BODY]).delete()
    _create(WideMarks, version, marks)
    _settle(version.doubts.filter(pk__in=_of_words_gone(version, part)), by, moment)
    for doubt in version.doubts.exclude(paragraph=None).filter(paragraph__in=part.standing):
        doubt.paragraph = part.standing[doubt.paragraph]
        doubt.save(update_fields=["paragraph"])
    doubts = _placed(doubts_of(proposal), "paragraph", part.proposed)
    _add_doubts(version, before.known_again(doubts, version.body))


def _of_words_gone(version, part):
    """The keys of the open doubts about words that stand no longer.

    Where somebody put a paragraph in or took one out since, a doubt has another number than its
    words have.
    """
    texts = version.paragraphs
    words = folded("".join(texts[place] for place in sorted(part.standing.values())))
    doubts = version.doubts.open().exclude(paragraph=None).exclude(paragraph__in=part.standing)
    return [one.pk for one in doubts if not one.quote or folded(one.quote) not in words]


def _sources(proposal):
    return [_of_document(row, proposal) for row in proposal.record.get("sources", ())]


def _marks(proposal, parts):
    return [row for row in proposal.record.get("wide_marks", ()) if row["part"] in parts]


def doubts_of(proposal):
    """The rows of its doubts; those that somebody settled, whose account is gone, are open."""
    rows = proposal.record.get("doubts", ())
    by = {row["settled_by_id"] for row in rows if "settled_by_id" in row}
    gone = by - set(User.objects.filter(pk__in=by).values_list("pk", flat=True))
    for row in rows:
        is_open = row.get("settled_by_id") in gone
        kept = {name: row[name] for name in row if not (is_open and name.startswith("settled_"))}
        yield _of_document(kept, proposal)


def _of_document(row, proposal):
    """The row of a record, which says of what document it is where a story stands on two pages."""
    return {"document_id": proposal.document_id, **row}


def _rows_of(queryset):
    fields = queryset.model._meta.concrete_fields
    return list(
        queryset.values(*(one.attname for one in fields if one.name not in ("id", "version")))
    )


def _placed(rows, key, places):
    """Those of the rows that have a place, with it."""
    return [row | {key: places[row[key]]} for row in rows if row[key] in places]


def _create(model, version, rows):
    model.objects.bulk_create(model(version=version, **row) for row in rows)


def _settle(doubts, by, moment):
    note = _("The words were replaced by those of a later import.")
    doubts.update(settled_at=moment, settled_by=by, settled_note=note)


def _add_doubts(version, rows):
    """What was settled of the words before, and still is, is on record."""
    settled = version.doubts.exclude(settled_at=None).values_list("settled_at", flat=True)
    known = {one.isoformat() for one in settled}
    _create(Doubt, version, (row for row in rows if row.get("settled_at") not in known))
