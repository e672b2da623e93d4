"""Settings for every installation, configured by the environment.

Values come from environment variables or from a file `.env` beside manage.py;
docs/operating.md lists them. A production start (DEBUG off) without a secret stops with a sentence.
"""

from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
env.read_env(BASE_DIR / ".env")

DEBUG = env.bool("DEBUG", default=False)


def required(name, meaning):
    """The variable's value; a sentence that says what to set when it is missing."""
    value = env.str(name, default="")
    if not value and not DEBUG:
        raise ImproperlyConfigured(
            f"{name} is not set. Set it to {meaning}, in the environment or in .env; "
            "docs/operating.md shows an example. For a try-out on this machine use ./scripts/run."
        )
    return value


SECRET_KEY = required("SECRET_KEY", "a long random string that is kept secret") or "debug-only"
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1"] if DEBUG else [])
if not DEBUG:
    required("ALLOWED_HOSTS", "the host names of the site, separated by commas")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

PAPER_NAME = env.str("PAPER_NAME", default="District News")
PAPER_MOTTO = env.str("PAPER_MOTTO", default="")
PAPER_PUBLISHER = env.str("PAPER_PUBLISHER", default="")
# What the footer and the meta tags of a registered site say: 网站标识码, ICP备案号, 公安备案号.
SITE_ID_CODE = env.str("SITE_ID_CODE", default="")
ICP_RECORD = env.str("ICP_RECORD", default="")
POLICE_RECORD = env.str("POLICE_RECORD", default="")
# Where a request says from which address it came: REMOTE_ADDR, or the header that the web server in
# front sets for it, as HTTP_X_REAL_IP. The limits of searches and of readers' reports count by it.
CLIENT_ADDRESS = env.str("CLIENT_ADDRESS", default="REMOTE_ADDR")
# Reviews by different people before release: 三审三校 asks for three; a very small newsroom may
# take two. The database holds the same number: run `migrate` after changing it.
REVIEW_STAGES = env.int("REVIEW_STAGES", default=3)
# On which terms others may use the stories that the API gives them; empty: nothing is said.
USAGE_TERMS = env.str("USAGE_TERMS", default="")
# Larger pictures are refused before they are decoded, in pixels: 10,000 x 8,000 is a large scan.
PHOTO_MAX_PIXELS = env.int("PHOTO_MAX_PIXELS", default=80_000_000)
# Larger source files, and files of printed pages, are refused, in bytes.
IMPORT_MAX_BYTES = env.int("IMPORT_MAX_BYTES", default=20 * 1024 * 1024)
# Whether an import also asks a general tagger for names that the rules missed, and proposes them.
# Needs requirements-second-opinion.txt.
SECOND_OPINION = env.bool("SECOND_OPINION", default=False)
# What `build_fluency_model` learnt from this paper's archive; the shipped model serves without it.
FLUENCY_MODEL = Path(env.str("FLUENCY_MODEL", default=str(VAR_DIR / "fluency.json.gz")))
# The newsroom's own list of words (docs/verification.md); the shipped one serves without it.
VERIFICATION_WORDS = env.str("VERIFICATION_WORDS", default="")
# Where the desk keeps files that were brought for import. Readers never see them.
IMPORT_ROOT = Path(env.str("IMPORT_ROOT", default=str(VAR_DIR / "imports")))

INSTALLED_APPS = [
    "articles",
    "people",
    "newsroom",
    "newsroom.admin_config.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_filters",
    "django_prose_editor",
    "js_asset",
]

MIDDLEWARE = [
    "newsroom.middleware.nothing_outlasts_a_withdrawal",
    "newsroom.middleware.addresses_are_text",
    "newsroom.large_type.pages_vary_by_type",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.middleware.old_addresses_lead_on",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.context.paper",
            ],
        },
    },
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
IS_SQLITE = DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"
# A connection costs SQLite as much as five queries, because Django prepares each one anew.
# The development server makes a thread for each request and would leave each one's connection open.
DATABASES["default"].setdefault("CONN_MAX_AGE", 0 if DEBUG else None if IS_SQLITE else 60)
if IS_SQLITE:
    # It makes its file, and not the folder for it.
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        # Writers take the lock at BEGIN and wait their turn, so a busy moment never fails midway.
        transaction_mode="IMMEDIATE",
        timeout=20,
        init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-64000",
    )
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

AUTH_USER_MODEL = "people.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
# The inner address under which the web server in front sends files of MEDIA_ROOT when the
# application says so (X-Accel-Redirect). Empty: the application sends them.
PICTURES_BEHIND = env.str("PICTURES_BEHIND", default="")
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR_DIR / "media")))
STORAGES = {
    "default": {"BACKEND": "newsroom.storage.WholeFiles"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"

if not DEBUG:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=365 * 24 * 3600)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = env.bool("COOKIE_SECURE", default=True)
    CSRF_COOKIE_SECURE = env.bool("COOKIE_SECURE", default=True)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
    # It warns of every font of a PDF that leaves out what no text needs.
    "loggers": {"pdfminer": {"level": "ERROR"}},
}
