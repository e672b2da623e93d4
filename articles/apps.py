from django.apps import AppConfig
from django.core.checks import register
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("the paper")

    def ready(self):
        from articles import checks, guards
        from articles.models.version import words_written
        from articles.search.index import put_version

        register(checks.second_opinion_is_installed)
        register(checks.newsroom_has_a_review)
        pre_migrate.connect(guards.lift_before_migration, sender=self)
        words_written.connect(put_version)
        post_migrate.connect(guards.set_after_migration, sender=self)
