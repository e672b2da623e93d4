"""The editorial workflow: the table of moves, and `perform`, the only door to a story's status.

Three reviews by three people (初审、复审、终审), none of them the writer; an approval counts only
for the exact words it was given for. The database holds the same rules (guards/), so a change
that goes around this module is refused there.
"""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import contributions, ledger, photos, rights, snapshots, waiving
from articles.approvals import next_stage, submitted_by
from articles.models import Decision, Doubt, Stage, Version
from articles.models.content import content_digest
from articles.readiness import lacks_of

DRAFT, IN_REVIEW, RELEASED, SPIKED = (
    Version.Status.DRAFT,
    Version.Status.IN_REVIEW,
    Version.Status.RELEASED,
    Version.Status.SPIKED,
)


class MoveRefused(ValidationError):
    """A move that the rules do not allow. Its message says why, and what to do."""


@dataclass(frozen=True)
class Move:
    """One row of the table: from which status, to which, with which permission.

    An approval's permission is that of the stage that is due.
    """

    name: str
    source: str
    target: str
    permission: str
    needs_note: bool = False

    @property
    def label(self):
        return Decision.Move(self.name).label


MOVES = {
    move.name: move
    for move in (
        Move("submit", DRAFT, IN_REVIEW, "articles.change_version"),
        Move("approve", IN_REVIEW, IN_REVIEW, ""),
        Move("send_back", IN_REVIEW, DRAFT, "articles.send_back_version", needs_note=True),
        Move("release", IN_REVIEW, RELEASED, "articles.release_version"),
        Move("reschedule", RELEASED, RELEASED, "articles.release_version"),
        Move("unschedule", RELEASED, IN_REVIEW, "articles.release_version"),
        Move("withdraw", RELEASED, RELEASED, "articles.withdraw_version", needs_note=True),
        Move("restore", RELEASED, RELEASED, "articles.withdraw_version", needs_note=True),
        Move("spike", DRAFT, SPIKED, "articles.spike_version", needs_note=True),
        Move("unspike", SPIKED, DRAFT, "articles.spike_version"),
    )
}


@transaction.atomic
def perform(move, version, by, note="", at=None, digest="", note_to_readers=""):
    """Make one move of the story and return the Decision that records it.

    `at` is the moment of a release, or the one to which it is moved, now when empty; a moment in
    the future is an embargo. `digest` names the words that the person saw: other words are
    refused. `note_to_readers` is what the address of a withdrawn story says; `note` stays inside.
    Raises PermissionDenied, or MoveRefused with the reason in the editor's words.
    """
    row = MOVES[move]
    # The article's row is the lock: two versions of one story never move at the same time.
    version.article.__class__.objects.select_for_update().get(pk=version.article_id)
    version = Version.objects.select_for_update().get(pk=version.pk)
    _check_status(row, version)
    if row.needs_note:
        _check_note(note)
    if version.publish_at is None and version.digest != content_digest(version):
        version.seal()
    _check_words(version, digest)
    stage = next_stage(version) if move == "approve" else None
    _check_permission(row, stage, by)
    rights.check_theirs(by, version)
    decision = Decision(version=version, move=move, stage=stage, by=by, note=note.strip())
    decision.note_to_readers = note_to_readers.strip()
    try:
        with transaction.atomic():
            _CHANGES[move](version, decision, at)
    except IntegrityError as error:
        raise MoveRefused(_refusal(error)) from error
    return decision


def settle_doubt(doubt, by, note):
    """Record that a person looked at a doubt, and in the note why it is none any more.

    Raises PermissionDenied, or MoveRefused for a doubt that is settled already or an empty note.
    """
    if not by.has_perm("articles.change_version"):
        raise PermissionDenied
    rights.check_theirs(by, doubt.version)
    _check_note(note)
    with transaction.atomic():
        doubt = Doubt.objects.select_for_update().get(pk=doubt.pk)
        if not doubt.is_open:
            raise MoveRefused(_("This doubt is already settled."))
        doubt.settled_at, doubt.settled_by, doubt.settled_note = timezone.now(), by, note.strip()
        doubt.save()
    return doubt


def possible_moves(version, by):
    """The moves that this person may make now, for the buttons that a screen offers."""
    if not rights.is_theirs(by, version):
        return []
    stage = next_stage(version) if version.status == IN_REVIEW else None
    moves = []
    for row in MOVES.values():
        fits = row.source == version.status
        if row.name == "approve":
            fits = fits and stage is not None and _may_approve(version, stage, by)
        elif row.name == "release":
            fits = fits and stage is None
        elif row.name in ("reschedule", "unschedule"):
            fits = fits and _is_to_come(version)
        elif row.name == "withdraw":
            fits = fits and version.withdrawn_at is None and not version.is_superseded
        elif row.name == "restore":
            fits = fits and version.withdrawn_at is not None and not version.is_superseded
        if fits and (row.name == "approve" or by.has_perm(row.permission)):
            moves.append(row)
    return moves


def _may_approve(version, stage, by):
    submitter = submitted_by(version)
    return (
        by.has_perm(Stage(stage).permission)
        and by.pk not in (version.written_by_id, submitter and submitter.pk)
        and not contributions.keeps_from(version, stage, by)
        and not version.decisions.filter(move="approve", by=by).exclude(stage=stage).exists()
    )


def _check_status(row, version):
    if version.status != row.source:
        raise MoveRefused(
            _("“%(move)s” is for a story that is %(wanted)s; this one is %(is)s. Reload the page.")
            % {
                "move": row.label,
                "wanted": Version.Status(row.source).label,
                "is": version.get_status_display(),
            }
        )


def _check_words(version, digest):
    if digest and digest != version.digest:
        raise MoveRefused(
            _("The words have changed since you opened the page. Read them again, then decide.")
        )


def _check_note(note):
    if not note.strip():
        raise MoveRefused(_("Write a note that says why: it goes on record."))


def _check_permission(row, stage, by):
    if row.name == "approve" and stage is None:
        raise MoveRefused(_("Every stage has approved these words. The story can be released."))
    permission = stage.permission if row.name == "approve" else row.permission
    if not by.has_perm(permission):
        raise PermissionDenied(_("Your account may not make this move."))


def _record(version, decision):
    decision.review_round, decision.digest = version.review_round, version.digest
    decision.save()
    snapshots.take(version)


def _submit(version, decision, at):
    if not version.headline.strip():
        raise MoveRefused(_("The story has no headline yet. Write it, save, then submit."))
    if not version.paragraphs:
        raise MoveRefused(_("The story has no text yet. Write it, save, then submit."))
    version.status = IN_REVIEW
    version.review_round += 1
    version.save()
    _record(version, decision)


def _approve(version, decision, at):
    decision.submitted_by = submitted_by(version)
    _record(version, decision)


def _release(version, decision, at):
    if lacks := [lack.text for lack in lacks_of(version) if lack.blocks]:
        raise MoveRefused(" ".join(lacks))
    _check_verified(version)
    _record(version, decision)
    now = decision.decided_at
    moment = max(at or now, now)
    ledger.append(decision, moment)
    others = _released_others(version)
    if others.filter(number__gt=version.number).exists():
        raise MoveRefused(_("A later version has taken the place of this one. Go on there."))
    # What was scheduled and has not come yet never comes: its interval ends as it begins.
    others.filter(publish_at__gt=now).update(superseded_at=F("publish_at"))
    _still_open(others, now).update(superseded_at=moment)
    Version.objects.filter(pk=version.pk).update(status=RELEASED, publish_at=moment)
    photos.ask_for_renditions(version)


def _check_verified(version, *advice):
    """By the directory as it is now: what was verified for a release may have changed since."""
    if found := waiving.what_stops(version):
        raise MoveRefused(" ".join([waiving.refusal_of(found), *advice]))


def _released_others(version):
    return version.article.versions.exclude(pk=version.pk).filter(publish_at__isnull=False)


def _still_open(versions, now):
    """Those that came and are not superseded at that moment."""
    return versions.filter(
        Q(superseded_at__isnull=True) | Q(superseded_at__gt=now), publish_at__lte=now
    )


def _is_to_come(version):
    return (
        version.publish_at is not None
        and version.publish_at > timezone.now()
        and version.withdrawn_at is None
        and not version.is_superseded
    )


def _check_is_to_come(version):
    _check_not_superseded(version)
    if not _is_to_come(version):
        raise MoveRefused(_("This story is released already: its moment of release stays."))


def _reschedule(version, decision, at):
    """Move a release that has not come. The version before it is live until the new moment."""
    _check_is_to_come(version)
    _check_verified(version, _("To mend it, or to keep it back, cancel the schedule."))
    _record(version, decision)
    now = decision.decided_at
    moment = max(at or now, now)
    ledger.append(decision, moment)
    own = Version.objects.filter(pk=version.pk)
    steps = [
        lambda: own.update(publish_at=moment),
        lambda: _still_open(_released_others(version), now).update(superseded_at=moment),
    ]
    # The intervals of the two never overlap, not between the two statements either.
    for step in steps if moment > version.publish_at else reversed(steps):
        step()


def _unschedule(version, decision, at):
    """Back to what every stage has approved, and is not released; the version before it stays."""
    _check_is_to_come(version)
    if version.article.versions.filter(number__gt=version.number).exists():
        raise MoveRefused(_("A later version of this story was begun. Move the release instead."))
    _record(version, decision)
    ledger.append(decision, None)
    Version.objects.filter(pk=version.pk).update(status=IN_REVIEW, publish_at=None)
    _still_open(_released_others(version), decision.decided_at).update(superseded_at=None)


def _withdraw(version, decision, at):
    if version.withdrawn_at is not None:
        raise MoveRefused(_("This story is already withdrawn."))
    _check_not_superseded(version)
    _record(version, decision)
    ledger.append(decision, version.publish_at)
    now = decision.decided_at
    Version.objects.filter(pk=version.pk).update(withdrawn_at=now)
    if version.publish_at > now:
        _cancel_schedule(version, now)


def _cancel_schedule(version, now):
    """A version withdrawn before its moment never comes; the one before it stays."""
    Version.objects.filter(pk=version.pk).update(superseded_at=F("publish_at"))
    _still_open(_released_others(version), now).update(superseded_at=None)


def _restore(version, decision, at):
    if version.withdrawn_at is None:
        raise MoveRefused(_("This story is not withdrawn."))
    _check_not_superseded(version)
    _record(version, decision)
    ledger.append(decision, version.publish_at)
    Version.objects.filter(pk=version.pk).update(withdrawn_at=None)


def _check_not_superseded(version):
    if version.is_superseded:
        raise MoveRefused(_("A later version has taken the place of this one. Go on there."))


def _send_back(version, decision, at):
    """The round ends: approvals given in it never count again."""
    _record(version, decision)
    Version.objects.filter(pk=version.pk).update(
        status=DRAFT, review_round=version.review_round + 1
    )


def _change_status(version, decision, at):
    _record(version, decision)
    Version.objects.filter(pk=version.pk).update(status=MOVES[decision.move].target)


_CHANGES = {
    "submit": _submit,
    "approve": _approve,
    "send_back": _send_back,
    "release": _release,
    "reschedule": _reschedule,
    "unschedule": _unschedule,
    "withdraw": _withdraw,
    "restore": _restore,
    "spike": _change_status,
    "unspike": _change_status,
}


def _refusal(error):
    """The sentence for a rule that the database held."""
    text = str(error)
    sentences = {
        "version_release_needs_every_approval": _(
            "Not every stage of review has approved exactly these words. Ask the next reviewer."
        ),
        "version_release_needs_settled_doubts": _("Settle the open doubts first."),
        "version_release_needs_reprint_particulars": _(
            "A reprint is released only with its particulars."
        ),
        "version_release_needs_alternative_texts": _("A photo has no alternative text."),
        "version_release_is_never_backdated": _("The moment of release cannot lie in the past."),
        "decision_writer_never_approves": _("Nobody approves what they wrote."),
        "decision_contributor_never_approves": _("Nobody approves what they wrote."),
        "decision_approver_is_not_the_submitter": _("Nobody approves what they submitted."),
        "decision_nobody_takes_two_stages": _("Nobody takes two stages of one story."),
        "decision_one_stage_per_person": _("Nobody takes two stages of one story."),
        "decision_each_stage_once": _("This stage is already approved."),
        "version_one_open_release_per_article": _("Another version of this story is live."),
        "version_intervals_never_overlap": _("Another version of this story is live at that time."),
    }
    for name, sentence in sentences.items():
        if name in text:
            return sentence
    return _("The database refused this move by its rule %(rule)s.") % {"rule": text}
