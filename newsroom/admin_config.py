from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin, with the newsroom's desk as its first page."""

    default_site = "newsroom.desk.DeskSite"

    def ready(self):
        super().ready()
        _say_yes_and_no()


def _say_yes_and_no():
    """The icons of yes and no are read aloud as "True" and "False" in Django 5.2."""
    from django.contrib.admin.templatetags import admin_list
    from django.utils.safestring import mark_safe
    from django.utils.translation import gettext as _

    drawn = admin_list._boolean_icon

    def spoken(value):
        says = {True: _("Yes"), False: _("No"), None: _("Unknown")}[value]
        return mark_safe(drawn(value).replace(f'alt="{value}"', f'alt="{says}"'))

    admin_list._boolean_icon = spoken
