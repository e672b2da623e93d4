from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin, with the newsroom's desk as its first page."""

    default_site = "newsroom.desk.DeskSite"
