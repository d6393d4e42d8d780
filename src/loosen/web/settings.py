"""Settings of the Django shell. Only the home folder comes from outside; everything else is decided here."""

from pathlib import Path

from loosen.web import home

HERE = Path(__file__).resolve().parent
HOME = home.place()

# --- who may knock -----------------------------------------------------------------------------------------------
DEBUG = False
SECRET_KEY = home.secret_key(HOME)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ROOT_URLCONF = "loosen.web.urls"
WSGI_APPLICATION = "loosen.web.wsgi.application"
ASGI_APPLICATION = "loosen.web.asgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "loosen.web.people",
    "loosen.web.screening",
    "loosen.web.practice",
    "loosen.web.diary",
    "loosen.web.clinic",
]

MIDDLEWARE = [
    "loosen.web.security.headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # safe beside forms: CSRF tokens are masked anew in every answer
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
]

# --- pages -------------------------------------------------------------------------------------------------------
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "libraries": {"loosen": "loosen.web.templatetags.loosen"},
            "builtins": ["django.templatetags.static", "django.templatetags.i18n", "loosen.web.templatetags.loosen"],
        },
    }
]

LANGUAGE_CODE = "en-gb"
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True

# --- what is kept ------------------------------------------------------------------------------------------------
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HOME / home.DATABASE,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": home.BUSY_TIMEOUT_S,
            "transaction_mode": "IMMEDIATE",
            # FULL: an entry that was acknowledged survives even a power cut.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- who is signed in --------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["loosen.web.people.sign_in.ByLink"]
LOGIN_URL = "people:signed-out"
LOGIN_REDIRECT_URL = "people:welcome"

# Cookies do not know ports: a demo beside the person's own server must not sign the person out.
_COOKIES = f"loosen-{home.short_name(HOME)}"
SESSION_COOKIE_NAME = f"{_COOKIES}-session"
SESSION_COOKIE_AGE = 90 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = f"{_COOKIES}-csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"

SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# --- static files ------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = HOME / home.STATICS
STATICFILES_DIRS = [HERE / "static"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "loosen.web.statics.HashedStatics"},
}

# --- limits and log ----------------------------------------------------------------------------------------------
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
LOGGING = home.logging_settings(HOME)
