"""What a story still lacks for its release. A draft is saved without it all the same."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Lack:
    """A sentence for the editor, and the same in `short` for a list.

    `blocks` where the release is refused until it is mended.
    """

    text: str
    short: str
    blocks: bool = True


def lacks_of(version):
    """What is missing, what blocks the release first."""
    return [*_blocking(version), *_advised(version)]


def _blocking(version):
    if not version.headline.strip():
        yield Lack(_("It has no headline."), _("no headline"))
    if not version.paragraphs:
        yield Lack(_("The story has no text yet."), _("no text"))
    if missing := version.missing_particulars:
        yield Lack(
            _("A reprint is released only with its particulars. Still missing: %(fields)s.")
            % {"fields": "、".join(missing)},
            _("particulars of the reprint"),
        )
    without = sum(not photo.alt_text.strip() for photo in version.photos.all())
    if without:
        yield Lack(
            _("Photos without an alternative text: %(count)s. Say what they show.")
            % {"count": without},
            _("no alternative text"),
        )


def _advised(version):
    for correction in version.corrections.all():
        if _still_stands(correction, version):
            yield Lack(
                _("“%(wrong)s” is to be corrected, and still stands in the story.")
                % {"wrong": correction.wrong},
                _("correction not made"),
                blocks=False,
            )
    if not version.page_id:
        yield Lack(
            _("It is on no page: filed under %(day)s, for the web.")
            % {"day": date_format(version.dated, "Y-m-d")},
            _("no page"),
            blocks=False,
        )
    if not version.credits.all():
        yield Lack(_("It has no byline."), _("no byline"), blocks=False)
    if not version.department_links.all():
        yield Lack(_("It is filed under no department."), _("no department"), blocks=False)
    if any(not photo.credit.strip() for photo in version.photos.all()):
        yield Lack(
            _("A photo does not say who took it."), _("photo without its source"), blocks=False
        )


def _still_stands(correction, version):
    """Whether the wrong words stand somewhere else than within the right ones."""
    passages = (version.kicker, version.headline, version.deck, version.text)
    return any(correction.wrong in text.replace(correction.right, "") for text in passages)
