"""Write what an import reads otherwise into a draft, change by change.

Names are matched by the importer's own rules. Whoever a printed name was linked to stays linked
as long as the name stands.
"""

from datetime import date

from articles import photos
from articles.importing.changes import in_order
from articles.importing.contents import Standing
from articles.importing.directory import read_directory_of, surroundings_of
from articles.importing.entries import Entries
from articles.importing.plan import Ambiguous, New
from articles.importing.printed import event_of, official_of
from articles.importing.reconcile import Names, hosts_of
from articles.models import Credit, Edition, Mention, Page, VersionDepartment
from people.models import Department, Official, Reporter


def take_changes(version, changes, rows, learned_from):
    """Write the changes into the draft and seal it.

    `rows` are the facts by kind and key; `learned_from` says where new appointments were read.
    """
    writer = _Writer(version, changes, rows)
    for change in changes:
        getattr(writer, f"write_{change.kind}")(change)
    writer.propose_appointments(learned_from)
    writer.put_in_order()
    version.save()


class _Writer:
    def __init__(self, version, changes, rows):
        self.version, self.rows = version, rows
        self.standing = Standing(version).rows
        self.present = {kind: dict(rows) for kind, rows in self.standing.items()}
        self.touched = {change.kind for change in changes}
        read = {
            kind: [
                rows[kind][change.key]
                for change in changes
                if change.kind == kind and change.after is not None
            ]
            for kind in ("credits", "mentions", "departments", "event")
        }
        officials = [official_of(mention) for mention in read["mentions"]]
        bodies = {post.department for one in officials for post in one.posts if post.department}
        self.names = Names(
            read_directory_of(
                officials,
                departments=read["departments"],
                reporters=[credit["as_printed"] for credit in read["credits"]],
                events=[event_of(event) for event in read["event"]],
            )
        )
        self.entries = Entries(self.names.proposed_bodies({*read["departments"], *bodies}))
        self.here = surroundings_of(version)
        self.learned = []

    def write_words(self, change):
        setattr(self.version, change.key, change.after)

    def write_place(self, change):
        place = self.rows["place"][change.key]
        edition, _is_new = Edition.objects.get_or_create(date=date.fromisoformat(place["day"]))
        page = None
        if place["page"]:
            page, _is_new = Page.objects.get_or_create(
                edition=edition, number=place["page"], defaults={"name": place["name"]}
            )
        self.version.dated = edition.date
        self.version.edition, self.version.page = edition, page

    def write_credits(self, change):
        row, printed = self._row(change)
        if row:
            _update(row, change.after)
        elif printed:
            reporter = self.entries.entry(Reporter, self.names.reporter(printed["as_printed"]))
            self._add(change, Credit(version=self.version, reporter=reporter, **printed))

    def write_mentions(self, change):
        row, printed = self._row(change)
        if not printed:
            return
        official = official_of(printed)
        match = self.names.official(official, self.here) if printed["has_office"] else Ambiguous(())
        if row:
            _update(row, {"title_as_printed": printed["title"], "acts": printed["acts"]})
        else:
            row = Mention(
                version=self.version,
                name_as_printed=printed["name"],
                title_as_printed=printed["title"],
                acts=printed["acts"],
                official=self._unnamed(self.entries.entry(Official, match)),
            )
            self._add(change, row)
        posts = [
            (self.entries.post(self.names.posts[post.department, post.title], post), post.is_held)
            for post in official.posts
            if post.department
        ]
        row.posts.set([post.pk for post, _is_held in posts])
        if row.official_id and isinstance(match, New):
            self.learned += [(row.official, post) for post, is_held in posts if is_held]

    def write_departments(self, change):
        row, printed = self._row(change)
        if printed and not row:
            department = self.entries.entry(Department, self.names.department(printed))
            self._add(change, VersionDepartment(version=self.version, department=department))

    def write_event(self, change):
        if change.after is None:
            self.version.event = None
            return
        printed = event_of(self.rows["event"][change.key])
        match = self.names.events.match(printed)
        hosts = hosts_of(printed, self.present["departments"], self.names)
        self.entries.make_events([(match, printed, hosts)])
        self.version.event_id = self.entries.event_key(match)

    def write_photos(self, change):
        row, printed = self._row(change)
        if row:
            was_described = row.alt_text != row.caption
            _update(row, change.after if was_described else _described(change.after))
        elif printed:
            photo = photos.attach_kept(self.version, printed["digest"], **_described(change.after))
            self.present["photos"][change.key] = photo

    def propose_appointments(self, learned_from):
        self.entries.propose_appointments(dict.fromkeys(self.learned, learned_from))

    def put_in_order(self):
        """Give rows of the kinds that changed their places."""
        for kind in self.touched & {"credits", "mentions", "photos"}:
            rows = self.present[kind]
            order = in_order(self.standing[kind], self.rows[kind], rows)
            for position, key in enumerate(order):
                _update(rows[key], {"position": position})

    def _row(self, change):
        """The row that stands, unless the change removes it, and the facts that are read."""
        row = self.present[change.kind].get(change.key)
        if change.after is None:
            if row:
                row.delete()
                del self.present[change.kind][change.key]
            return None, None
        return row, self.rows[change.kind][change.key]

    def _add(self, change, row):
        row.save()
        self.present[change.kind][change.key] = row

    def _unnamed(self, official):
        """The official, unless the story names them already."""
        if official and self.version.mentions.filter(official=official).exists():
            return None
        return official


def _update(row, values):
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


def _described(values):
    return values | {"alt_text": values["caption"]}
