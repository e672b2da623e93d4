"""A story as its readers will see it, with what its reviewer needs beside it, and the decision."""

from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.admin import doubts, findings, history, moves, passage_notes
from articles.admin.standing import review_track, standing
from articles.listing import address_of_day
from articles.models.content import content_digest
from articles.readiness import lacks_of
from articles.reading import Reading, unreleased_story
from articles.rights import is_theirs


def page(request, version, context):
    story = unreleased_story(version.pk)
    open_doubts, _settled = doubts.shown_doubts(version, request.user)
    return TemplateResponse(
        request,
        "admin/articles/version/review.html",
        {
            **context,
            **history.changes_for(request, version),
            "title": _("Read and decide"),
            "story": story,
            "reading": Reading(story),
            "day_url": address_of_day(story.dated),
            "standing": standing(version),
            "stages": review_track(version),
            "moves": moves.buttons(version, request.user),
            "words_digest": content_digest(version),
            "open_doubts": open_doubts,
            **findings.beside(request, version),
            "lacks": lacks_of(version) if version.publish_at is None else [],
            "notes": passage_notes.open_notes(version),
            "can_note": version.publish_at is None
            and request.user.has_perm("articles.change_version")
            and is_theirs(request.user, version),
        },
    )
