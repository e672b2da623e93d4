"""The stages of review (初审、复审、终审), and those that this newsroom has."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.IntegerChoices):
    """Where an approval belongs. The number keeps its meaning however many reviews there are."""

    FIRST = 1, _("first review")
    SECOND = 2, _("second review")
    FINAL = 3, _("final review")

    @property
    def permission(self):
        return f"articles.review_{self.name.lower()}"


OF_A_NEWSROOM = {
    1: (Stage.FINAL,),
    2: (Stage.FIRST, Stage.FINAL),
    3: (Stage.FIRST, Stage.SECOND, Stage.FINAL),
}


def stages_here():
    """The stages of a newsroom of REVIEW_STAGES reviews, in order; the last is the final one."""
    return OF_A_NEWSROOM[settings.REVIEW_STAGES]
