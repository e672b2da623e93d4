"""Sentences of Django's own admin whose Chinese is missing, or reads as a machine wrote it.

Nothing imports this: makemessages finds the sentences here, and the translations in this project's
catalogue are used before Django's.
"""

from django.utils.translation import gettext_noop, ngettext_lazy

WORDS = (
    gettext_noop("Select %s"),
    gettext_noop("Select %s to change"),
    gettext_noop("Select %s to view"),
    gettext_noop("Add %s"),
    gettext_noop("Add %(name)s"),
    gettext_noop("Add another %(verbose_name)s"),
    gettext_noop("Add another %(model)s"),
    gettext_noop("Change %s"),
    gettext_noop("View %s"),
    gettext_noop("Change history: %s"),
    gettext_noop("Error:"),
    gettext_noop("Model name"),
    gettext_noop("Add link"),
    gettext_noop("Change or view list link"),
    gettext_noop("Save and add another"),
    gettext_noop("Save and continue editing"),
    gettext_noop("0 of %(cnt)s selected"),
    gettext_noop("Run the selected action"),
    gettext_noop("Hold down “Control”, or “Command” on a Mac, to select more than one."),
    gettext_noop("After you’ve created a user, you’ll be able to edit more user options."),
    gettext_noop(
        "Whether the user will be able to authenticate using a password or not. If disabled, they "
        "may still be able to authenticate using other backends, such as Single Sign-On or LDAP."
    ),
    ngettext_lazy("%(counter)s result", "%(counter)s results"),
    ngettext_lazy("%(total_count)s selected", "All %(total_count)s selected"),
)
