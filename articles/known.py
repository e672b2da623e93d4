"""Which bodies and people readers may know of.

What an import learned and nobody has confirmed is known only while a live story tells it. This is
the only spelling of the rule in the project.
"""

from django.db.models import Exists, OuterRef, Q

from articles.models import Version
from people.models import Department, Official, Reporter

LINKS = {
    Department: "department_links__department",
    Official: "mentions__official",
    Reporter: "credits__reporter",
}


def public(model):
    """The departments, officials or reporters that are confirmed, or that a live story names."""
    telling = Version.objects.live().filter(**{LINKS[model]: OuterRef("pk")})
    return model.objects.filter(Q(is_confirmed=True) | Exists(telling))
