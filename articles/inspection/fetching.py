"""How an inspection gets a page: from this process, or over HTTP as a reader does."""

import time
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.test import Client

from articles.inspection.pages import Answer

# Whoever takes longer counts as unreachable (国办秘函〔2019〕19号).
UNREACHABLE = 15.0


class SiteItself:
    """The site in this process. Its host is the first that the settings allow."""

    def __init__(self):
        allowed = settings.ALLOWED_HOSTS[0] if settings.ALLOWED_HOSTS else "localhost"
        self.host = "localhost" if allowed == "*" else allowed.lstrip(".")
        self._client = Client(raise_request_exception=False, headers={"host": self.host})

    def fetch(self, address: str) -> Answer:
        started = time.perf_counter()
        response = self._client.get(quote(address), secure=True)
        body = response.getvalue()
        return Answer(
            address,
            response.status_code,
            time.perf_counter() - started,
            body,
            response.headers.get("Content-Type", ""),
            response.headers.get("Location", ""),
        )


class _StayHere(HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


class OverHttp:
    """A site by its address, `https://news.example.cn`. What cannot be reached has status 0."""

    def __init__(self, base: str):
        self._base = base.rstrip("/")
        self.host = urlsplit(base).netloc
        self._opener = build_opener(_StayHere)

    def fetch(self, address: str) -> Answer:
        request = Request(self._base + quote(address), headers={"User-Agent": "inspect_site"})
        started = time.perf_counter()
        try:
            with self._opener.open(request, timeout=UNREACHABLE) as response:
                return self._answer(address, response, started)
        except HTTPError as response:
            with response:
                return self._answer(address, response, started)
        except (URLError, HTTPException, OSError):
            return Answer(address, 0, time.perf_counter() - started)

    def _answer(self, address, response, started):
        body = response.read()
        return Answer(
            address,
            response.status,
            time.perf_counter() - started,
            body,
            response.headers.get("Content-Type", ""),
            response.headers.get("Location", ""),
        )
