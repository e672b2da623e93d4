"""Who the news is about and who writes it: bodies, officials and their posts in time, reporters."""

from people.models.accounts import StartingGroup, User
from people.models.changes import IdentityChange
from people.models.directory import (
    Addressed,
    Department,
    DepartmentAlias,
    Official,
    OfficialAlias,
    Reporter,
)
from people.models.known import DirectoryChange
from people.models.posts import Appointment, AppointmentQuerySet, Post, known_period
from people.models.timed import Timed, day_in_words

__all__ = [
    "Addressed",
    "Appointment",
    "AppointmentQuerySet",
    "Department",
    "DepartmentAlias",
    "DirectoryChange",
    "IdentityChange",
    "Official",
    "OfficialAlias",
    "Post",
    "Reporter",
    "StartingGroup",
    "Timed",
    "User",
    "day_in_words",
    "known_period",
]
