"""What full-text search knows of each version: see articles/search/."""

from django.db import models

from articles.models.version import Version


class SearchEntry(models.Model):
    """The folded words of a version. Its key is its day and its number in one: see entries.py.

    On PostgreSQL the table has two more columns, of the pairs: see search/backends/.
    """

    version = models.OneToOneField(
        Version, primary_key=True, on_delete=models.CASCADE, related_name="search_entry"
    )
    key = models.BigIntegerField(unique=True)
    digest = models.CharField(max_length=64)
    text = models.TextField()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.version)


class SearchPairs(models.Model):
    """The table of pairs on SQLite; its rows are searched, never read."""

    key = models.BigIntegerField(primary_key=True, db_column="rowid")

    class Meta:
        managed = False
        db_table = "articles_searchpairs"
        default_permissions = ()

    def __str__(self):
        return str(self.key)
