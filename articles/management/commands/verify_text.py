import datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.verification.check import check
from articles.verification.findings import Certainty
from articles.verification.story import BODY, story_of_lines
from articles.verification.words import UnreadableWords
from articles.verification_words import sentence_of
from articles.verifying import house_words, known_directory


class Command(BaseCommand):
    help = (
        "Verify names, titles, dates and words of a text file (UTF-8): its first line is the "
        "headline, each further line a paragraph. Prints line, column and what is wrong. Exits "
        "with 1 where something is; what no date lets be checked is told and does not count."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--date", help="day of the paper, for example 2023-04-04")

    def handle(self, file, date, **options):
        numbers, lines = read_lines(file)
        story = story_of_lines([line.strip() for line in lines], read_date(date) if date else None)
        try:
            findings = check(story, known_directory(), house_words())
        except UnreadableWords as error:
            raise CommandError(str(error)) from error
        for finding in findings:
            paragraph = finding.passage.number + 1 if finding.passage.part == BODY else 0
            indent = len(lines[paragraph]) - len(lines[paragraph].lstrip())
            place = f"{file}:{numbers[paragraph]}:{indent + finding.start + 1}"
            self.stdout.write(f"{place}: {line_of(finding)}")
        count = sum(one.certainty is not Certainty.UNCHECKED for one in findings)
        if count:
            raise CommandError(_("%(count)d findings.") % {"count": count})


def line_of(finding):
    change = f" → {finding.suggestion}" if finding.suggestion else ""
    return f"{finding.printed}{change} · {sentence_of(finding)} [{finding.rule}]"


def read_lines(file):
    """The numbers of the lines that hold text, and the lines."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(
            _("%(path)s cannot be read: %(reason)s.") % {"path": file, "reason": error}
        ) from error
    rows = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not rows:
        raise CommandError(_("%(path)s holds no text.") % {"path": file})
    return [number for number, _line in rows], [line for _number, line in rows]


def read_date(text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(
            _("%(text)s is not a date. Write it as year-month-day, for example 2023-04-04.")
            % {"text": text}
        ) from error
