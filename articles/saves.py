"""Every save of a story that somebody meant, with its words: nothing that was saved is lost.

An autosave is none (articles/models/working_draft.py). Saving unchanged words adds nothing, and a
save soon after another of the same person that only adds to its words takes its place.
"""

import datetime
import json

from django.utils import timezone

from articles.comparison import compare_texts
from articles.models import Save
from articles.models.content import content_of, digest_of_content, links_in, links_of

SOON = datetime.timedelta(minutes=10)


def keep_what_stood(version):
    """Before the first save that is kept: the words of an import, or of an older release."""
    if not version.saves.exists():
        Save.objects.create(version=version, saved_at=version.updated_at, **_said_by(version))


def record(version, by, *, is_restoration=False):
    """Keep the words that stand now as saved by this person."""
    values = _said_by(version) | {
        "by": by,
        "saved_at": timezone.now(),
        "is_restoration": is_restoration,
    }
    last = version.saves.last()
    if last is not None and _text(last.content) == _text(values["content"]):
        return
    if last is not None and _grows_into(last, values):
        Save.objects.filter(pk=last.pk).update(**values)
    else:
        Save.objects.create(version=version, **values)


def links_at(version, moment):
    """What the version was linked to then, as the save that stood says, in the form of a content.

    Before the first save that is kept, and where there is none, as nobody has saved otherwise.
    """
    kept = version.saves.filter(saved_at__lte=moment).last() or version.saves.first()
    return links_in(kept.content) if kept else links_of(version)


def _said_by(version):
    content = content_of(version)
    return {"digest": digest_of_content(content), "content": [*content, *links_of(version)]}


def _grows_into(last, values):
    """Whether the new save has every word of the last one, and its writer just went on.

    A save that somebody decided on stays: it says what the story was linked to at the decision.
    """
    return (
        last.by_id == values["by"].pk
        and not (last.is_restoration or values["is_restoration"])
        and values["saved_at"] - last.saved_at < SOON
        and not last.version.decisions.filter(decided_at__gte=last.saved_at).exists()
        and not any(
            piece.is_changed
            for piece in compare_texts(_text(last.content), _text(values["content"]))[0]
        )
    )


def _text(content):
    return json.dumps(content, ensure_ascii=False)
