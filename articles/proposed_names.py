"""Settle names that are not certain: confirm one as a mention, or dismiss it."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import contributions, rights, saves
from articles.importing.completing import Places, posts_in_full
from articles.importing.directory import read_directory_of, surroundings_of
from articles.importing.entries import Entries
from articles.importing.plan import New
from articles.importing.reconcile import Names
from articles.models import Article, Mention, ProposedName, Version
from articles.parsing.facts import PrintedOfficial
from articles.parsing.titles import split_title
from articles.revisions import begin_version
from people.locks import lock_directory
from people.models import Official


class ProposedNameRefused(ValidationError):
    """A proposed name that cannot be settled so. Its message says why, and what to do."""


@transaction.atomic
def confirm(proposed, by):
    """Make the name a mention of the story's latest version, and return that version.

    It is linked as the importer links the names it reads itself; one without a title is linked to
    nobody. Of a released story a new version begins. Raises PermissionDenied or ValidationError.
    """
    lock_directory()
    proposed, version = _locked(proposed, by)
    if version.status in (Version.Status.IN_REVIEW, Version.Status.SPIKED):
        raise ProposedNameRefused(
            _("%(story)s is %(status)s: it takes no new name. Have it sent or taken back first.")
            % {"story": version, "status": version.get_status_display()}
        )
    if version.mentions.filter(name_as_printed=proposed.name_as_printed).exists():
        raise ProposedNameRefused(
            _("%(story)s names %(name)s already. Dismiss the proposal.")
            % {"story": version, "name": proposed.name_as_printed}
        )
    if version.publish_at is not None:
        version = begin_version(version, by=by)
    stage = contributions.stage_of(version, by)
    saves.keep_what_stood(version)
    _add_mention(version, proposed)
    version.seal()
    contributions.record(version, by, stage)
    saves.record(version, by)
    _settle(proposed, by, was_confirmed=True)
    return version


@transaction.atomic
def dismiss(proposed, by):
    """The name is none: it is not proposed again for its story. Raises as `confirm` does."""
    proposed, _version = _locked(proposed, by)
    _settle(proposed, by, was_confirmed=False)


def _locked(proposed, by):
    """The name as it is now, still open, and its story's latest version; both locked."""
    if not by.has_perm("articles.change_version"):
        raise PermissionDenied(_("Your account may not change stories."))
    # The article's row is the lock: it is the workflow's too.
    article = Article.objects.select_for_update().get(pk=proposed.article_id)
    proposed = ProposedName.objects.select_related("settled_by").get(pk=proposed.pk)
    if not proposed.is_open:
        raise ProposedNameRefused(
            _("%(who)s settled %(name)s meanwhile.")
            % {"who": proposed.settled_by, "name": proposed}
        )
    version = article.versions.select_for_update().latest("number")
    rights.check_theirs(by, version)
    return proposed, version


def _add_mention(version, proposed):
    here = surroundings_of(version)
    posts = (
        split_title(proposed.title_as_printed, is_held=not proposed.is_former)
        if proposed.title_as_printed
        else ()
    )
    bodies = (*here.bodies, *(post.department for post in posts))
    printed = PrintedOfficial(
        proposed.name_as_printed,
        proposed.title_as_printed,
        posts_in_full(posts, Places(here, bodies)),
        tuple(proposed.acts.split("、")),
    )
    names = Names(read_directory_of([printed]))
    entries = Entries(names.proposed_bodies(post.department for post in printed.posts))
    match = names.official(printed, here) if printed.title else None
    official = entries.entry(Official, match) if match else None
    if official and version.mentions.filter(official=official).exists():
        official = None
    last = version.mentions.aggregate(last=Max("position"))["last"]
    mention = Mention.objects.create(
        version=version,
        official=official,
        name_as_printed=printed.name,
        title_as_printed=printed.title,
        acts=proposed.acts,
        position=0 if last is None else last + 1,
    )
    posts = [
        (entries.post(names.posts[post.department, post.title], post), post.is_held)
        for post in printed.posts
        if post.department
    ]
    mention.posts.set([post.pk for post, _is_held in posts])
    if isinstance(match, New):
        entries.propose_appointments(
            {(official, post): str(version.dated) for post, is_held in posts if is_held}
        )


def _settle(proposed, by, was_confirmed):
    proposed.settled_at, proposed.settled_by = timezone.now(), by
    proposed.was_confirmed = was_confirmed
    proposed.save(update_fields=["settled_at", "settled_by", "was_confirmed"])
