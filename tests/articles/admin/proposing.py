"""What the tests of proposals at the desk share: addresses, words before and after."""

import re

from django.urls import reverse

from articles.models import Proposal
from tests.articles.admin.posting import text_of

LIST = reverse("admin:articles_proposal_changelist")
TAKE_EDITION = reverse("admin:articles_proposal_take_edition")
BEFORE = "<p>开头。</p><p>环湖步道建</p><p>成开放。</p>"
AFTER = "<p>开头。</p><p>环湖步道建成开放了。</p>"


def url(view, proposal):
    return reverse(f"admin:articles_proposal_{view}", args=[proposal.pk])


def as_ticked(page, **posted):
    """What the form of the page sends as it stands."""
    boxes = re.findall(r'<input type="checkbox"[^>]*name="chosen"[^>]*>', text_of(page))
    ticked = [re.search('value="([^"]*)"', box)[1] for box in boxes if "checked" in box]
    return {"digest": page.context["digest"], "chosen": ticked, **posted}


def is_open(proposal):
    return Proposal.objects.get(pk=proposal.pk).is_open
