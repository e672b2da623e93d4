"""Which bodies, people, posts and editions readers may know of.

What an import learned and nobody has confirmed is known only while a live story tells it. This is
the only spelling of the rule in the project.
"""

from django.db.models import DateTimeField, Exists, OuterRef, Q

from articles.models import Edition, Version
from articles.prepared import prepared
from people.models import Appointment, Department, Official, Reporter

LINKS = {
    Department: ("department_links__department", "mentions__posts__department"),
    Official: ("mentions__official",),
    Reporter: ("credits__reporter",),
}


def public(model, at=None):
    """The departments, officials or reporters that are confirmed, or that a live story names.

    What somebody dismissed as no body is none.
    """
    known = Q(is_confirmed=True)
    for link in LINKS[model]:
        known |= Exists(Version.objects.live(at).filter(**{link: OuterRef("pk")}))
    if model is Department:
        known &= Q(is_dismissed=False)
    return model.objects.filter(known)


def public_by(model, key):
    """A prepared query of those, by one key: `public_by(Department, "slug")(value=…, now=…)`."""
    field = model._meta.get_field(key)

    @prepared(value=field, now=DateTimeField())
    def entries(value, now):
        return public(model, now).filter(**{key: value})

    return entries


def public_appointments(at=None):
    """Those that a live story prints, or that are confirmed, of a body and an official known.

    None is of what somebody dismissed as no body.
    """
    telling = Version.objects.live(at).filter(
        mentions__posts=OuterRef("post"), mentions__official=OuterRef("official")
    )
    body = public(Department, at).filter(pk=OuterRef("post__department"))
    holder = public(Official, at).filter(pk=OuterRef("official"))
    return Appointment.objects.filter(
        Q(Exists(body), Exists(holder), is_confirmed=True) | Exists(telling),
        post__department__is_dismissed=False,
    )


def public_editions(at=None):
    """Those with a live story."""
    return Edition.objects.filter(Exists(Version.objects.live(at).filter(edition=OuterRef("pk"))))
