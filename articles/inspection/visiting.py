"""Walk the site from its front page, nearest pages first, and note the faults of each."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from articles.inspection.pages import Answer, Page
from articles.inspection.rules import SLOW, Fault, faults_of, faults_of_answer

START = ("/", "/editions/", "/stories/", "/events/", "/departments/", "/officials/", "/robots.txt")
START += ("/sitemap.xml", "/sitemaps/news.xml")
MOST = 500


@dataclass(slots=True)
class Inspection:
    """What was found; `is_whole` is False where the limit ended the walk."""

    visited: int = 0
    is_whole: bool = True
    faults: list[Fault] = field(default_factory=list)


def inspect(
    fetch: Callable[[str], Answer], host: str, now: datetime, *, most=MOST, slow=SLOW
) -> Inspection:
    """Visit at most so many addresses. A dead link is a fault of the first page that has it."""
    inspection = Inspection()
    linked_from = dict.fromkeys(START, "/")
    waiting = deque(START)
    while waiting and inspection.visited < most:
        answer = fetch(waiting.popleft())
        inspection.visited += 1
        inspection.faults += faults_of_answer(answer, linked_from[answer.address], slow)
        for link in _look(answer, host, now, inspection.faults):
            if link not in linked_from:
                linked_from[link] = answer.address
                waiting.append(link)
    inspection.is_whole = not waiting
    inspection.faults.sort()
    return inspection


def _look(answer, host, now, faults):
    """Add the faults of the page, and return where it leads."""
    if answer.location:
        target = urlsplit(answer.location)
        return [target.path] if target.netloc in ("", host) else []
    if not answer.is_page:
        return []
    page = Page(answer, host)
    faults += faults_of(page, now)
    return page.links
