"""Plan pages that were read: what each brings, with the stories on two of them made one."""

from articles.importing.attempt import Unparsed, attempt
from articles.importing.decided import with_decided
from articles.importing.directory import read_directory, read_held, read_stories
from articles.importing.limits import check_lengths
from articles.importing.pages import UnusablePictures, read_ahead, read_pictures, with_captions_of
from articles.importing.parallel import Read, parser_options, sheet_of
from articles.importing.planned import PlannedPage
from articles.importing.recognition import Beside, Unknown, recognise
from articles.importing.reconcile import Names, reconcile
from articles.importing.refusals import ImportRefused
from articles.importing.report import Outcome, make_report
from articles.importing.wholes import Entering, join_parts
from articles.origin import own_stories


def plan_batch(batch, earlier=None):
    """What becomes of each page, the pages to save, and the names as they were decided.

    Reads the database, writes nothing. `earlier` are the names of the batch before in a dry run.
    """
    read = [item for item in batch if isinstance(item, Read)]
    names = Names(read_directory(read), earlier)
    own = own_stories(item.page.source for item in read if item.page.source)
    checked = [_checked(item, names, own) if isinstance(item, Read) else item for item in batch]
    entering = [one for one in checked if isinstance(one, Entering)]
    if any(one.is_read_anew for one in entering):
        names = Names(read_directory(entering), earlier)
    join_parts(entering, names)
    unknown = (story for page in entering for story in _unknown(page, names).values())
    held, beside = read_held(unknown), Beside()
    outcomes, planned = [], []
    for one in checked:
        if isinstance(one, Entering):
            names.recognise(_recognised(one, names, held, beside))
            _read_as_decided(one, names)
            plan = _plan(one, names)
            beside.add(one.page, plan)
            planned.append(PlannedPage(one.page, plan, one.pictures))
            one = _outcome(one, plan)
        outcomes.append(one)
    return outcomes, planned, names


def read_pictures_ahead(batch):
    """Read the pictures of new stories, the longest work of all, before anybody waits for it."""
    read = [item for item in batch if isinstance(item, Read)]
    if not any(story.photos for item in read for story in item.parsed.stories):
        return
    names = Names(read_stories(read))
    changed = {
        part.key
        for item in read
        for _story, identity, digest in _stories_of(item)
        if (part := names.part_of(identity)) and part.digest != digest
    }
    for item in read:
        read_ahead(item.page, _fresh(item, names, changed))


def _checked(read, names, own):
    """The page, with the pictures of its stories; or the outcome that says why it is refused.

    A story that this newsroom exported itself, of `own`, is known.
    """
    page, parsed = read.page, read.parsed
    if page.source in own:
        return Outcome.of_known(page)
    try:
        check_lengths(page, parsed)
        usable, pictures = _with_pictures(read, names)
    except ImportRefused as error:
        return Outcome(page.name, refusal=str(error), parsed=parsed, digest=page.digest)
    return Entering(
        usable.page,
        usable.parsed,
        usable.identities,
        usable.digests,
        pictures,
        is_read_anew=usable is not read,
    )


def _with_pictures(read, names):
    """The page, and the pictures of its stories that say anything new.

    Of a picture that cannot be used the caption is left, and the page is read anew with it. A story
    that tells all is refused: it comes in as it was told.
    """
    try:
        return read, read_pictures([read.page], _fresh(read, names))
    except UnusablePictures as error:
        if read.page.document.told:
            raise
        page = with_captions_of(read.page, error.reasons)
        again = attempt(sheet_of(page), *parser_options())
        if isinstance(again, Unparsed):
            raise
        return _with_pictures(Read(page, *again), names)


def _fresh(read, names, changed=()):
    """The stories that say anything new, and the parts of those `changed`, by key, on any page."""
    for story, identity, digest in _stories_of(read):
        part = names.part_of(identity)
        if not names.holds(identity, digest) or (part and part.key in changed):
            yield story


def _stories_of(read):
    """Each story with what tells it from others, and its digest."""
    return zip(read.parsed.stories, read.identities, read.digests, strict=True)


def _unknown(page, names):
    """The stories of text that the archive holds under no such headline, by their key."""
    place = page.edition_date, page.page_number
    return {
        identity.key: Unknown(*place, page.page.digest, story)
        for story, identity in page.stories
        if identity.source is None
        and names.key_of(identity) is None
        and not names.part_of(identity)
    }


def _recognised(page, names, held, beside):
    """Which of its unknown stories stand under another headline than before.

    They may be those `held`, and new ones of the pages before, but for what the page has itself.
    """
    unknown = _unknown(page, names) if held or beside.has(page.page) else {}
    if not unknown:
        return {}
    own = {names.key_of(identity) for _story, identity in page.stories}
    others = (*held, *beside.like(unknown.values()))
    return recognise(unknown, [story for story in others if story.key not in own])


def _read_as_decided(entering, names):
    """Read the page anew where somebody decided breaks in stories that it says otherwise."""
    otherwise = {
        names.key_of(identity): story
        for number, (story, identity, digest) in enumerate(_stories_of(entering))
        if number not in {**entering.wholes, **entering.rests} and not names.holds(identity, digest)
    }
    otherwise.pop(None, None)
    (page,) = with_decided((entering.page,), otherwise)
    if page is entering.page:
        return
    read = attempt(sheet_of(page), *parser_options())
    if not isinstance(read, Unparsed):
        entering.page, (entering.parsed, _digests) = page, read


def _plan(entering, names):
    return reconcile(
        entering.parsed,
        entering.identities,
        entering.digests,
        names,
        wholes=entering.wholes,
        rests=entering.rests,
    )


def _outcome(entering, plan):
    page, shown = entering.page, entering.shown
    report = make_report(page, shown, plan)
    return Outcome(
        page.name,
        report=report,
        parsed=shown,
        digest=page.digest,
        settled=page.settled,
        unchanged=plan.unchanged_places,
    )
