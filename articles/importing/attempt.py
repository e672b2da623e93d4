"""Parse pages where a failure must not stop the work: also in a process of its own."""

import gc
import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread

from articles.importing.completing import complete
from articles.importing.identity import story_digest
from articles.parsing.continued import Part, parse_continued
from articles.parsing.documents import UnreadableSource
from articles.parsing.facts import ParsedPage, Story
from articles.parsing.fluency import model_at
from articles.parsing.pipeline import Sheet, parse_sheets
from articles.parsing.second_opinion import load_tagger

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unparsed:
    """Why there is no parsed page: a reason of `documents.UNREADABLE`, or none for a fault."""

    reason: str
    detail: str


Attempted = tuple[ParsedPage, list[str]] | Unparsed


def begin_child():
    """Prepare a process that parses: it ends with its parent, even one that was killed."""
    Thread(target=_end_with_parent, daemon=True).start()
    collect_seldom()


def collect_seldom():
    """Search for garbage a hundred times less often, and never in what is loaded by now.

    Parsing and saving make many objects and hardly any cycles: looking for them takes a quarter of
    the time. Returns the thresholds that stood before.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    return before


def _end_with_parent():
    parent_process().join()
    os._exit(1)


def attempt(sheet: Sheet, *options) -> Attempted:
    """One page as `attempt_all` gives it."""
    (attempted,) = attempt_all([sheet], *options)
    return attempted


def attempt_all(
    sheets: Sequence[Sheet], model: Path | None = None, has_second_opinion: bool = False
) -> list[Attempted]:
    """Each parsed page and the digests of its stories. `model` is where a newsroom's own lies.

    The digests are of what is read without the rulings: whoever imports the same file again
    without those of the first time finds the same stories.
    """
    try:
        parse = partial(
            parse_sheets,
            model=model and model_at(model),
            tagger=load_tagger() if has_second_opinion else None,
        )
        pages = parse([sheet._replace(rulings=None) for sheet in sheets])
        return [_finished(sheet, page, parse) for sheet, page in zip(sheets, pages, strict=True)]
    except Exception as error:  # A fault of the parser must not stop ten thousand other pages.
        if len(sheets) > 1:
            return [attempt(sheet, model, has_second_opinion) for sheet in sheets]
        return [Unparsed("", f"{type(error).__name__}: {error}")]


def _finished(sheet, page, parse):
    """The page as its rulings want it, and its digests without them; with bodies completed."""
    if isinstance(page, UnreadableSource):
        return Unparsed(page.reason, page.detail)
    page = _completed(page)
    digests = [story_digest(story) for story in page.stories]
    if sheet.rulings:
        (page,) = map(_completed, parse([sheet]))
    return page, digests


def _completed(page):
    return replace(page, stories=tuple(map(complete, page.stories)))


def attempt_whole(
    parts: tuple[Part, Part],
    edition_date: date,
    model: Path | None = None,
    has_second_opinion: bool = False,
    rulings: tuple[Mapping[int, bool], Mapping[int, bool]] = ({}, {}),
) -> tuple[Story, str] | None:
    """A story on two pages and its digest, as `attempt` gives those of a page.

    None for a fault: the parts can still be imported by themselves.
    """
    parse = partial(
        parse_continued,
        *parts,
        edition_date=edition_date,
        model=model and model_at(model),
        tagger=load_tagger() if has_second_opinion else None,
    )
    try:
        story = complete(parse())
        digest = story_digest(story)
        return complete(parse(rulings=rulings)) if any(rulings) else story, digest
    except Exception:
        logger.exception("The two parts of a story could not be read as one")
        return None
