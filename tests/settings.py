"""The project's settings, as the tests need them: no secret file, quick passwords."""

import os

os.environ["DEBUG"] = "true"

from newsroom.settings import *  # noqa: F403
from newsroom.settings import DATABASES, VAR_DIR, env

DEBUG = False
# Sentences are asserted in the language of the source; the browser tests read Chinese.
LANGUAGE_CODE = "en"
PAPER_NAME = "青澜新报"
ALLOWED_HOSTS = ["testserver", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = VAR_DIR / "test-media"
if url := env.str("TEST_DATABASE_URL", default=""):
    DATABASES["default"] = env.db_url_config(url)
else:
    # A file, not memory: writers wait for each other in a file as they do in production. One for
    # each process: two runs at once never meet.
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / f"test-{os.getpid()}.sqlite3"}
