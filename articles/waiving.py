"""Findings that somebody let stand for a reason, and those that stop a release.

A waiver is for one rule, on the same words in the same sentence of one article: it holds in
whatever version and paragraph they stand, and no longer once the sentence is another.
"""

import re
from collections import defaultdict
from typing import NamedTuple

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import rights
from articles.models import Version, Waiver
from articles.verification.check import check
from articles.verification.findings import RULES
from articles.verification.sentences import sentence_at
from articles.verification_words import name_of, place_of, sentence_of
from articles.verifying import known_directory, story_of, words_at_hand


class Waived(NamedTuple):
    """By what a finding is known again."""

    rule: str
    words: str
    sentence: str


def waived_as(finding, text) -> Waived:
    """How a finding in a passage with this text would be waived."""
    _place, sentence = sentence_at(text, finding.start, finding.end)
    return Waived(finding.rule, finding.printed, sentence)


def waivers_of(version) -> dict[Waived, Waiver]:
    """The waivers that hold in the article of a version."""
    rows = Waiver.objects.open().filter(version__article=version.article_id).select_related("by")
    return {Waived(row.rule, row.words, row.sentence): row for row in rows}


def waived_in(versions) -> dict[int, set[Waived]]:
    """What is waived in the articles of many versions, by article. One query."""
    rows = Waiver.objects.open().filter(version__article__in={one.article_id for one in versions})
    waived = defaultdict(set)
    for article, *known_by in rows.values_list("version__article", *Waived._fields):
        waived[article].add(Waived(*known_by))
    return waived


def not_waived(found, story, waived):
    """The findings in a story that are not among what is waived."""
    texts = dict(story.passages) if waived else {}
    return [one for one in found if not waived or waived_as(one, texts[one.passage]) not in waived]


def on_record(version):
    """Every waiver of the article, the first made first; each `stands` while its sentence does.

    Of each the name of its rule is `rule_name`.
    """
    rows = Waiver.objects.filter(version__article=version.article_id)
    waivers = list(rows.select_related("by", "taken_back_by"))
    texts = [text for _passage, text in story_of(version).passages] if waivers else []
    for waiver in waivers:
        waiver.rule_name = name_of(waiver.rule)
        waiver.stands = any(_stands(waiver, text) for text in texts)
    return waivers


def let_stand(version):
    """The waivers by which findings in these words stand, as `on_record` gives them."""
    return [one for one in on_record(version) if one.stands and not one.taken_back_at]


def _stands(waiver, text):
    return any(
        sentence_at(text, *place.span())[1] == waiver.sentence
        for place in re.finditer(re.escape(waiver.words), text)
    )


def may_waive(by, version):
    """Whoever may change the words of a story may let a finding stand, until readers have it."""
    return not _is_out(version) and _may_change(by, version)


def _may_change(by, version):
    return by.has_perm("articles.change_version") and rights.is_theirs(by, version)


def _is_out(version):
    return version.publish_at is not None and version.publish_at <= timezone.now()


@transaction.atomic
def waive(version, waived, *, found_in, by, reason):
    """Let the finding stand that is known by `waived`, in the words of the story `found_in`.

    The waiver, or None where it is let stand already. Raises PermissionDenied, or ValidationError
    with a sentence: without a reason, of what readers have, and where no such finding is in these
    words.
    """
    version = _locked(version, by)
    if not reason.strip():
        raise ValidationError(_("Say why it is no error: that goes on record."))
    texts = dict(found_in.passages)
    if waived not in (waived_as(one, texts[one.passage]) for one in _check(found_in)):
        raise ValidationError(_("These words have changed since. Nothing was done."))
    if waived in waivers_of(version):
        return None
    return Waiver.objects.create(version=version, by=by, reason=reason.strip(), **waived._asdict())


@transaction.atomic
def take_back(version, key, by):
    """The waiver of that key in the article, which holds no longer; None if it was taken back.

    Raises PermissionDenied, Waiver.DoesNotExist, or ValidationError with a sentence.
    """
    version = _locked(version, by)
    if version.publish_at is not None:
        raise ValidationError(_("The story goes out by this reason. Cancel the schedule first."))
    waiver = Waiver.objects.get(pk=key, version__article=version.article_id)
    if waiver.taken_back_at:
        return None
    waiver.taken_back_at, waiver.taken_back_by = timezone.now(), by
    waiver.save(update_fields=["taken_back_at", "taken_back_by"])
    return waiver


def _locked(version, by):
    version = Version.objects.select_for_update().get(pk=version.pk)
    if not _may_change(by, version):
        raise PermissionDenied(_("Your account may not change this story."))
    if _is_out(version):
        raise ValidationError(_("The story is released. Nothing was done."))
    return version


def is_printed_earlier(version):
    """Whether these are words that a paper of an earlier day printed, as an import brought them.

    The past keeps its words: the first version of a story that came by an import after the day
    of its paper. A later version is today's work.
    """
    article = version.article
    return (
        version.number == 1
        and bool(article.import_key or article.source_id)
        and version.dated < timezone.localdate(article.created_at)
    )


def is_exempt(version):
    """Whether nothing that is found stops these words: they are released, or were in print."""
    return version.publish_at is not None or is_printed_earlier(version)


def stops(finding):
    """Whether a finding that is not waived stops a release."""
    return finding.certainty in RULES[finding.rule].stops


def what_stops(version):
    """The findings that stop the release of a version, those waived left out."""
    if is_printed_earlier(version):
        return []
    story = story_of(version)
    found = [one for one in _check(story) if stops(one)]
    return not_waived(found, story, waivers_of(version)) if found else []


def refusal_of(findings):
    """Why they stop a release, and what to do."""
    told = [
        _("%(place)s, “%(words)s”: %(sentence)s")
        % {"place": place_of(one.passage), "words": one.printed, "sentence": sentence_of(one)}
        for one in findings
    ]
    return " ".join(
        [*told, _("Mend it, or say why it is no error, under Verification on the story's page.")]
    )


def _check(story):
    words, _refusal = words_at_hand()
    return check(story, known_directory(), words)
