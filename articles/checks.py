"""What a system check says of settings that the machine cannot serve."""

from importlib.util import find_spec

from django.conf import settings
from django.core.checks import Error
from django.utils.translation import gettext as _

from articles.models.stages import OF_A_NEWSROOM
from articles.parsing.second_opinion import PACKAGE


def newsroom_has_a_review(app_configs, **kwargs):
    if settings.REVIEW_STAGES in OF_A_NEWSROOM:
        return []
    return [Error(_("REVIEW_STAGES is 1, 2 or 3."), id="articles.E002")]


def second_opinion_is_installed(app_configs, **kwargs):
    if not settings.SECOND_OPINION or find_spec(PACKAGE):
        return []
    return [
        Error(
            _("SECOND_OPINION is on, but its package is not installed."),
            hint=_(
                "Type: pip install -r requirements-second-opinion.txt, or take SECOND_OPINION out "
                "of the environment."
            ),
            id="articles.E001",
        )
    ]
