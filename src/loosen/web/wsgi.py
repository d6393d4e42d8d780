"""The server's way in: everything that every visitor needs is loaded before the first one comes."""

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

from loosen.content import loading

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loosen.web.settings")

application = get_wsgi_application()
import_module("loosen.web.urls")
loading.practice()
