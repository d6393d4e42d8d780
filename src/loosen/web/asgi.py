"""The way in for servers that keep a channel open; the pages themselves are served through wsgi.py."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loosen.web.settings")

application = get_asgi_application()
