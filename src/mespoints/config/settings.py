"""Django settings. Everything that differs from one place to another comes from the environment (``environment``)."""

from pathlib import Path
from typing import Any

from mespoints.config import databases, environment

DEMO = environment.flag("MESPOINTS_DEMO")
DEBUG = False
SECRET_KEY = environment.secret("MESPOINTS_SECRET_KEY", demo=DEMO)
MESPOINTS_PSEUDONYM_KEY = environment.secret("MESPOINTS_PSEUDONYM_KEY", demo=DEMO)
MESPOINTS_DEMO = DEMO
# « Site de démonstration, non officiel »: only an operator entitled to the official service takes it off.
MESPOINTS_DEMO_BAND = environment.flag("MESPOINTS_DEMO_BAND", default=True)
MESPOINTS_TODAY = environment.day("MESPOINTS_TODAY") if DEMO else None
MESPOINTS_FC_ISSUER = environment.issuer(
    "MESPOINTS_FC_ISSUER", "MESPOINTS_FC_CLIENT_ID", ("MESPOINTS_FC_CLIENT_SECRET", "MESPOINTS_FC_CLIENT_KEY")
)
MESPOINTS_FC_CLIENT_ID = environment.text("MESPOINTS_FC_CLIENT_ID")
# How the service proves who it is: by a key of its own, or by a secret that both keep.
MESPOINTS_FC_CLIENT_KEY = environment.client_key("MESPOINTS_FC_CLIENT_KEY")
MESPOINTS_FC_CLIENT_SECRET = environment.text("MESPOINTS_FC_CLIENT_SECRET")
# Accounts behind FranceConnect that are not let in, by their idp_id: an answer to a wave of stolen accounts.
MESPOINTS_FC_DENIED_IDPS = environment.words("MESPOINTS_FC_DENIED_IDPS")
MESPOINTS_FC_SIGNING_ALG = environment.choice("MESPOINTS_FC_SIGNING_ALG", "ES256", "RS256")

# ProConnect, for the agents of the desk: the directories (idp_id) that it may come from are ours to name.
MESPOINTS_PC_ISSUER = environment.issuer(
    "MESPOINTS_PC_ISSUER",
    "MESPOINTS_PC_CLIENT_ID",
    ("MESPOINTS_PC_CLIENT_SECRET", "MESPOINTS_PC_CLIENT_KEY"),
    "MESPOINTS_PC_IDPS",
)
MESPOINTS_PC_CLIENT_ID = environment.text("MESPOINTS_PC_CLIENT_ID")
MESPOINTS_PC_CLIENT_KEY = environment.client_key("MESPOINTS_PC_CLIENT_KEY")
MESPOINTS_PC_CLIENT_SECRET = environment.text("MESPOINTS_PC_CLIENT_SECRET")
MESPOINTS_PC_SIGNING_ALG = environment.choice("MESPOINTS_PC_SIGNING_ALG", "ES256", "RS256")
MESPOINTS_PC_PKCE = environment.flag("MESPOINTS_PC_PKCE")
MESPOINTS_PC_IDPS = environment.words("MESPOINTS_PC_IDPS")

# What a probe presents to read /metriques/; without it that address does not exist.
MESPOINTS_METRICS_TOKEN = environment.token("MESPOINTS_METRICS_TOKEN")

# Who answers for the site: its name as the legal notice gives it, and where to write to; to report a weakness.
MESPOINTS_PUBLISHER = environment.text("MESPOINTS_PUBLISHER")
MESPOINTS_CONTACT = environment.text("MESPOINTS_CONTACT")
MESPOINTS_SECURITY_CONTACT = environment.contact("MESPOINTS_SECURITY_CONTACT")

# The letters: the folder that the printing house fetches, or the service that is called (post-http/1). Who signs them
# is told below.
MESPOINTS_POST_CLOSES = environment.hour("MESPOINTS_POST_CLOSES", "16:00")
MESPOINTS_POST_ADDRESS = environment.issuer(
    "MESPOINTS_POST_ADDRESS", ("MESPOINTS_POST_TOKEN", "MESPOINTS_POST_CERTIFICATE")
)
# A PEM file that holds the certificate of this service and its key, instead of a token.
MESPOINTS_POST_CERTIFICATE = environment.text("MESPOINTS_POST_CERTIFICATE")
MESPOINTS_POST_TOKEN = environment.text("MESPOINTS_POST_TOKEN")
# How long a service that does not answer is asked again, each time after a longer pause (seconds).
MESPOINTS_POST_PATIENCE = environment.seconds("MESPOINTS_POST_PATIENCE", default=8, most=600)

# The e-mails that tell of a deposit on a compte personnel (art. R. 223-3-1): without a mail server nobody can open one.
MAIL = environment.mail_server("MESPOINTS_MAIL_SERVER", "MESPOINTS_MAIL_FROM")
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_USE_SSL, EMAIL_USE_TLS = MAIL
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = environment.mail_sender("MESPOINTS_MAIL_FROM") or "ne-pas-repondre@demonstration.invalid"
# Where requesters answer, {departement} being that of their préfecture; to the sender when it is not given.
MESPOINTS_REPLY_TO = environment.mail_sender("MESPOINTS_REPLY_TO")
MESPOINTS_HAS_MAIL = DEMO or bool(MAIL.host)

PACKAGE = Path(__file__).resolve().parent.parent
MESPOINTS_SENDER = environment.text("MESPOINTS_SENDER", str(PACKAGE / "demo" / "sender.json") if DEMO else "")
DATA = Path(environment.text("MESPOINTS_DATA", "var")).resolve()
if DEMO and not MAIL.host:  # a demonstration writes its e-mails in a folder
    EMAIL_BACKEND, EMAIL_FILE_PATH = "django.core.mail.backends.filebased.EmailBackend", DATA / "mail"
MESPOINTS_SPOOL = Path(environment.text("MESPOINTS_SPOOL", str(DATA / "spool"))).resolve()
# Only on a line that is encrypted by other means is PostgreSQL spoken to in clear on another machine.
MESPOINTS_DATABASE_IN_CLEAR = environment.flag("MESPOINTS_DATABASE_IN_CLEAR")
DATABASES = {
    "default": databases.database(environment.text("DATABASE_URL"), DATA, in_clear=MESPOINTS_DATABASE_IN_CLEAR)
}
# How long a page waits for the database before it says so (seconds); commands wait as long as it takes.
MESPOINTS_PATIENCE = environment.seconds("MESPOINTS_PATIENCE", default=10, most=600)
# The file of the seals, outside the database: `mespoints seal` adds to it, `mespoints verify` reads it.
MESPOINTS_SEALS = environment.text("MESPOINTS_SEALS")
# The PEM file of the key that signs documents, its certificate and those of former keys; a demonstration makes its own.
MESPOINTS_DOCUMENT_KEY = environment.text("MESPOINTS_DOCUMENT_KEY", str(DATA / "documents.pem") if DEMO else "")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "mespoints.register",
    "mespoints.letters",
    "mespoints.records",
    "mespoints.identity",
    "mespoints.intake",
    "mespoints.requests",
    "mespoints.portal",
    "mespoints.desk",
    "mespoints.api",
]

MIDDLEWARE = [
    "mespoints.config.patience.Patience",
    # First: the redirection to https and the refusal of another host bear these headers too.
    "mespoints.config.middleware.Headers",
    "django.middleware.security.SecurityMiddleware",
    "mespoints.config.surfaces.Surfaces",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "mespoints.config.middleware.Language",
    "mespoints.config.middleware.Clock",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "mespoints.config.middleware.Tokens",
]

ROOT_URLCONF = "mespoints.config.urls"
WSGI_APPLICATION = "mespoints.config.wsgi.application"
APPEND_SLASH = True

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,  # with DEBUG off, Django caches what the loaders found
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "mespoints.config.context.place",
            ]
        },
    }
]

# Addresses and transport. A demonstration listens on this machine alone, in clear.

# A host for each surface (``surfaces``), or none: then any host of the list answers everything.
MESPOINTS_HOSTS = environment.hosts("MESPOINTS_HOSTS", "portal", "desk", "api")
ALLOWED_HOSTS = [*environment.words("MESPOINTS_ALLOWED_HOSTS"), *MESPOINTS_HOSTS.values()] or (
    ["localhost", "127.0.0.1", "[::1]"] if DEMO else []
)
CSRF_TRUSTED_ORIGINS = environment.words("MESPOINTS_TRUSTED_ORIGINS")
# Behind a proxy, the WSGI server says which scheme was used (`mespoints serve --proxy`): no header is believed here.
SECURE_SSL_REDIRECT = not DEMO
# A probe asks the process itself, behind the proxy; a program that has said all in clear is refused, and sent nowhere.
SECURE_REDIRECT_EXEMPT = [r"^(sante|pret|metriques)/$", r"^api(/|$)"]
SECURE_HSTS_SECONDS = 0 if DEMO else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEMO
SECURE_CONTENT_TYPE_NOSNIFF = True
# Not "no-referrer": a browser then sends "Origin: null" with a form and the CSRF check refuses it.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        # The forms of sign-in answer with a redirection to their provider, which browsers hold to this list too.
        "form-action": ["'self'", *filter(None, map(environment.origin, (MESPOINTS_FC_ISSUER, MESPOINTS_PC_ISSUER)))],
    }
}

# W002: frame-ancestors says what X-Frame-Options said. W021: to be preloaded by browsers is for the operator to ask.
SILENCED_SYSTEM_CHECKS = ["security.W002", "security.W021"]

# Files that come with a claim stay in memory while they are judged; a larger request is not kept at all.

# clamd, on this machine: without it they are judged by their structure alone, which `serve` says.
MESPOINTS_SCANNER = environment.scanner("MESPOINTS_SCANNER")
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 12_500_000

# Cookies and sessions: kept by the server; Lax, because the return from FranceConnect comes from another site.

COOKIE_PREFIX = "mespoints_" if DEMO else "__Host-mespoints_"
SESSION_COOKIE_NAME = COOKIE_PREFIX + "session"
CSRF_COOKIE_NAME = COOKIE_PREFIX + "csrf"
LANGUAGE_COOKIE_NAME = COOKIE_PREFIX + "langue"
SESSION_ENGINE = "mespoints.config.sessions"
SESSION_COOKIE_AGE = 4 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not DEMO
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600

# Confidential codes. No Django user stands for a driver: of contrib.auth, only the hashers serve.

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

# Language and time.

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "portal" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Paris"

# Static files: served by whitenoise, straight from the packages in a demonstration, hashed and collected elsewhere.

STATIC_URL = "/static/"
STATIC_ROOT = None if DEMO else DATA / "static"
WHITENOISE_USE_FINDERS = DEMO
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEMO
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

MESPOINTS_LOGS = environment.choice("MESPOINTS_LOGS", *(("text", "json") if DEMO else ("json", "text")))
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "text": {"()": "mespoints.config.logs.Formatter"},
        "json": {"()": "mespoints.config.logs.JsonFormatter"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": MESPOINTS_LOGS}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # It warns of every request that waits a moment for a thread.
        "waitress.queue": {"level": "ERROR"},
    },
}
