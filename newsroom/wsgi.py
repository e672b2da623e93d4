import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import reverse

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = get_wsgi_application()

# Django would load all views when the first reader waits.
reverse("articles:search")

# What start-up made lives as long as the process: collecting it again and again costs each
# request a tenth of its time.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 50)
