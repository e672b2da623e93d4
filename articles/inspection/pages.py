"""A page as an inspector reads it: its tags, what machines are told, its links, its dates."""

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from lxml import html

# A link that says `nofollow` leads to a form, which no visitor of every page is meant to open.
FOLLOWED = "//a[not(contains(concat(' ', @rel, ' '), ' nofollow '))]/@href"
LINKS = f"{FOLLOWED} | //link/@href | //img/@src | //script/@src | //source/@src"
# Of these a reader follows none: the desk, and addresses that are kept secret.
UNVISITED = ("/admin/", "/preview/")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came from an address of the site, a path, and after how many seconds."""

    address: str
    status: int
    seconds: float
    body: bytes = b""
    content_type: str = ""
    location: str = ""

    @property
    def is_page(self):
        return self.status == 200 and self.content_type.startswith("text/html") and bool(self.body)


class Page:
    """An answer that is an HTML page. `host` is the site's, for links written in full."""

    def __init__(self, answer: Answer, host: str):
        self.address, self.host = answer.address, host
        self._tree = html.document_fromstring(answer.body, parser=html.HTMLParser(encoding="utf-8"))

    @cached_property
    def tags(self) -> dict[str, list[str]]:
        """The contents of its meta tags by name or property, and of its canonical links."""
        found = defaultdict(list)
        for tag in self._tree.iterfind(".//meta"):
            if name := tag.get("name") or tag.get("property"):
                found[name].append((tag.get("content") or "").strip())
        for link in self._tree.xpath("//link[@rel='canonical']/@href"):
            found["canonical"].append(link.strip())
        return found

    @cached_property
    def linked_data(self) -> list[dict | None]:
        """The JSON-LD of the page; None for what is no JSON."""
        scripts = self._tree.xpath("//script[@type='application/ld+json']")
        return [_object(script.text or "") for script in scripts]

    @cached_property
    def links(self) -> list[str]:
        """The paths of this site that it leads to, each once, without lists that are narrowed."""
        found = dict.fromkeys(self._path_of(link) for link in self._tree.xpath(LINKS))
        return [path for path in found if path and not path.startswith(UNVISITED)]

    def _path_of(self, link):
        try:
            parts = urlsplit(urljoin(f"//{self.host}{self.address}", link.strip()))
        except ValueError:
            return ""
        if parts.scheme not in ("", "http", "https") or parts.netloc != self.host or parts.query:
            return ""
        return parts.path

    @cached_property
    def stories(self) -> list[str]:
        return self._tree.xpath("//main//a[starts-with(@href, '/stories/')]/@href")

    @cached_property
    def days(self) -> list[date]:
        """The days that its main part names as times."""
        found = []
        for time in self._tree.xpath("//main//time"):
            match = _DAY.search(time.get("datetime") or time.text_content())
            try:
                found.append(date.fromisoformat(match[0]))
            except (TypeError, ValueError):
                continue
        return found


def _object(text):
    try:
        data = json.loads(text)
    except ValueError:
        return None
    return data if isinstance(data, dict) else None
