"""Whose stories an account works on, where a newsroom divides them by department."""

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from articles.models import VersionDepartment


def is_theirs(user, version):
    """Whether the account may work on this story: one of its departments, or written by itself.

    An account without departments works on all of them, and so does a superuser.
    """
    if user.is_superuser or version.written_by_id == user.pk:
        return True
    departments = _departments_of(user)
    return not departments or version.department_links.filter(department__in=departments).exists()


def theirs(user, versions):
    """Those of the versions that the account may work on: `is_theirs` for a queryset."""
    departments = [] if user.is_superuser else _departments_of(user)
    if not departments:
        return versions
    links = VersionDepartment.objects.filter(version=OuterRef("pk"), department__in=departments)
    return versions.filter(Q(written_by=user) | Exists(links))


def works_for(user, department_id):
    """Whether the account works for a department, given by key; for none in particular, all do."""
    departments = set() if user.is_superuser else _departments_of(user)
    return department_id is None or not departments or department_id in departments


def worked_for(user, rows):
    """Those of the rows, which have a `department`, that `works_for` holds for."""
    departments = set() if user.is_superuser else _departments_of(user)
    if not departments:
        return rows
    return rows.filter(Q(department=None) | Q(department__in=departments))


def check_theirs(user, version):
    """Raise PermissionDenied, with the reason, for a story of other departments."""
    if not is_theirs(user, version):
        raise PermissionDenied(
            _("This story is of departments that your account does not work for.")
        )


def _departments_of(user):
    """Their keys, read once for an account as it is at hand."""
    if not hasattr(user, "_department_keys"):
        user._department_keys = set(user.departments.values_list("pk", flat=True))
    return user._department_keys
