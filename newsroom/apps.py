from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class NewsroomConfig(AppConfig):
    name = "newsroom"

    def ready(self):
        from newsroom.groups import make_groups

        # With the last app, when the permissions of all the others are there.
        *_others, last = (app for app in apps.get_app_configs() if app.models_module)
        post_migrate.connect(make_groups, sender=last)
