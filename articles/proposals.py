"""Settle what a later import read otherwise: take it or parts of it, or leave the story alone."""

from dataclasses import replace

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import contributions, saves
from articles.body import canonical
from articles.importing.changes import changes
from articles.importing.contents import Departments, Standing, known_words
from articles.importing.decided import decided_breaks
from articles.importing.partly import can_be_mixed, compared, mixed, with_all_rows
from articles.importing.printed import remembered
from articles.importing.proposed_record import write_part_of_record, write_record
from articles.importing.settled_before import SettledBefore
from articles.importing.taking import take_changes
from articles.models import (
    Article,
    ImportedFacts,
    Proposal,
    Version,
)
from articles.models.content import content_digest
from articles.revisions import begin_version
from articles.rights import check_theirs
from people.locks import lock_directory

BODY = "words:body"
# Before the number of a row of the body that is taken by itself.
ROW = "body:"
OVERTAKEN = gettext_lazy(
    "A newer file of this story was accepted. Compare the two on its own page."
)
UNDOES = gettext_lazy(
    "What is proposed has not got a break of its paragraphs as somebody decided it. Compare the "
    "two on its own page."
)
# In the order of a story; a JSON field keeps none.
WORDS = (
    "kicker",
    "headline",
    "deck",
    "dateline",
    "date_as_printed",
    "dateline_date",
    "credit_line",
    "body",
)


class ProposalRefused(ValidationError):
    """A proposal that cannot be settled so. Its message says why, and what to do."""


def proposed_words(proposal):
    """The words that it proposes, by the names of a version's fields."""
    fields = {name: Version._meta.get_field(name) for name in WORDS if name in proposal.words}
    words = {name: field.to_python(proposal.words[name]) for name, field in fields.items()}
    return words | {"body": canonical(words["body"])}


def changes_of(version, proposal, is_edited=False):
    """What taking the proposal would change in that version, row by row.

    What an editor touched since the import is marked as kept, and so is a body with a break that
    somebody decided and that the proposed one has not got so. Of a story whose import was not
    remembered, all that stands is kept where it `is_edited`; and all is kept from a file that is
    older than one that was taken.
    """
    remembered_facts = _remembered(proposal.article)
    departments = Departments(proposal.facts, remembered_facts or {})
    words = proposed_words(proposal)
    standing = Standing(version).content(words)
    if remembered_facts:
        of_words = known_words(remembered_facts["words"], standing["words"])
        known = {"words": of_words, **departments.content(remembered_facts)}
    else:
        known = {kind: {} for kind in standing} if is_edited else None
    found = changes(standing, {"words": words, **departments.content(proposal.facts)}, known)
    is_older, undoes = newer_taken(proposal), undone_breaks(version, proposal)
    return [
        replace(change, is_kept=True) if is_older or (undoes and change.name == BODY) else change
        for change in found
    ]


def undone_breaks(version, proposal):
    """The breaks that somebody decided in that version and that the proposal has not got so."""
    return _not_held(proposal, decided_breaks([version]).get(version.article_id, ()))


def undoing(proposals, versions):
    """The keys of those of the proposals that undo a break decided in the versions of them."""
    decided = decided_breaks(versions)
    return {one.pk for one in proposals if _not_held(one, decided.get(one.article_id, ()))}


def _not_held(proposal, decided):
    """Those of the decided breaks that the proposed body has otherwise, or not at all."""
    body = proposed_words(proposal)["body"] if decided else ""
    return [one for one in decided if not one.holds_in(body)]


def newer_taken(proposal):
    """What somebody took of this story from a file that came after this one; None mostly."""
    taken = Proposal.objects.filter(
        article=proposal.article_id, was_taken=True, document__gt=proposal.document_id
    )
    return taken.select_related("document", "settled_by").order_by("settled_at").last()


@transaction.atomic
def take(proposal, by, digest, chosen=None):
    """Put what is proposed where the story's latest words stand, and return that version.

    `chosen` are the names of the changes to take, and of rows of the body (`ROW` and a number);
    without it all but those that an editor's own rows are kept from, which is refused of a file
    older than one that was taken. A draft is written over; of a released story a new version
    begins, which readers do not see until it is reviewed. `digest` names the words that the person
    compared with: other words are refused. Raises PermissionDenied or ProposalRefused.
    """
    lock_directory()
    article, proposal = _locked(proposal, by)
    version = article.versions.select_for_update().latest("number")
    moment = timezone.now()
    _check_can_be_taken(version, by)
    if digest != content_digest(version):
        raise ProposalRefused(
            _("The words have changed since you opened the page. Compare them again, then decide.")
        )
    if chosen is None and newer_taken(proposal):
        raise ProposalRefused(OVERTAKEN)
    found, part = changes_of(version, proposal), None
    if chosen is None:
        part = with_all_rows(version.body, proposed_words(proposal)["body"])
    elif rows := _rows_of(chosen):
        chosen = set(chosen) | {BODY}
        part = _part_of_body(version, proposal, rows)
    found = [_with_part(change, part) for change in found]
    taken, left = _divided(found, chosen)
    if version.publish_at is not None:
        version = begin_version(version, by=by)
    saves.keep_what_stood(version)
    before = SettledBefore(version)
    _write(version, proposal, taken)
    contributions.record(version, by)
    saves.record(version, by)
    if part and not part.is_all:
        words = {change.key for change in taken if change.kind == "words"}
        write_part_of_record(version, proposal, before, part, words, by, moment)
    elif BODY not in {change.name for change in left}:
        write_record(version, proposal, before, by, moment)
    article.import_digest = proposal.digest
    article.save(update_fields=["import_digest"])
    ImportedFacts.objects.update_or_create(
        article=article, defaults={"facts": remembered(proposal.words, proposal.facts)}
    )
    # What earlier imports proposed is overtaken: it was compared with other words.
    earlier = article.proposals.open().filter(pk__lt=proposal.pk)
    earlier.update(settled_at=moment, settled_by=by)
    _settle(proposal, by, moment, was_taken=True)
    return version


@transaction.atomic
def leave(proposal, by):
    """Leave the story as it stands, whatever the import read. Raises as `take` does."""
    _article, proposal = _locked(proposal, by)
    _settle(proposal, by, timezone.now(), was_taken=False)


def why_not_taken(version):
    """What keeps a proposal from this version, in a sentence that says what to do; or nothing."""
    if version.status == Version.Status.IN_REVIEW:
        return _(
            "The story is in review. Have it sent back to its writer first, then take the "
            "proposal; or leave the story as it stands."
        )
    if version.status == Version.Status.SPIKED:
        return _(
            "The story is spiked. Take it back from there first, then take the proposal; or leave "
            "the story as it stands."
        )
    return ""


def _locked(proposal, by):
    """The article, locked, and the proposal as it is now: still open, or refused."""
    if not by.has_perm("articles.change_version"):
        raise PermissionDenied(_("Your account may not change stories."))
    # The article's row is the lock: it is the workflow's too.
    article = Article.objects.select_for_update().get(pk=proposal.article_id)
    check_theirs(by, article.versions.latest("number"))
    proposal = Proposal.objects.select_related("settled_by").get(pk=proposal.pk)
    if not proposal.is_open:
        raise ProposalRefused(_settled_meanwhile(proposal))
    return article, proposal


def _settled_meanwhile(proposal):
    sentence = (
        _("%(who)s took this proposal at %(time)s.")
        if proposal.was_taken
        else _("%(who)s left the story as it stood at %(time)s.")
    )
    moment = timezone.localtime(proposal.settled_at)
    return sentence % {
        "who": proposal.settled_by,
        "time": date_format(moment, "DATETIME_FORMAT"),
    }


def _remembered(article):
    known = ImportedFacts.objects.filter(article=article).first()
    return known.facts if known else None


def _rows_of(chosen):
    """The numbers of the rows of the body that were chosen one by one."""
    numbers = (name.removeprefix(ROW) for name in chosen if name.startswith(ROW))
    return {int(number) for number in numbers if number.isdecimal() and len(number) < 5}


def _part_of_body(version, proposal, rows):
    """The body with those rows as proposed; None where it can only be taken whole, and is."""
    before, after = version.body, proposed_words(proposal)["body"]
    if can_be_mixed(before, after):
        return mixed(before, after, rows)
    if compared(before, after).changed <= rows:
        return None
    raise ProposalRefused(_("The body can only be taken whole."))


def _with_part(change, part):
    return replace(change, after=part.body) if part and change.name == BODY else change


def _divided(found, chosen):
    """The changes to take, and those that are left."""
    if chosen is None:
        chosen = {change.name for change in found if not change.is_kept}
    elif found and not chosen.intersection(change.name for change in found):
        raise ProposalRefused(_("Nothing was chosen. Tick what you want to take."))
    taken = [change for change in found if change.name in chosen]
    return taken, [change for change in found if change.name not in chosen]


def _check_can_be_taken(version, by):
    check_theirs(by, version)
    reason = why_not_taken(version)
    if reason:
        raise ProposalRefused(reason)


def _write(version, proposal, taken):
    take_changes(
        version,
        taken,
        Departments(proposal.facts).rows(proposal.facts),
        learned_from=f"{version.dated} {proposal.document}"[:200],
    )


def _settle(proposal, by, moment, was_taken):
    proposal.settled_at, proposal.settled_by = moment, by
    proposal.was_taken = was_taken
    proposal.save(update_fields=["settled_at", "settled_by", "was_taken"])
