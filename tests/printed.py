"""What a story printed, with the recorded changes of its marks applied backwards."""

from articles.parsing.punctuation import as_printed


def printed_paragraphs(story):
    changes = {marks.number: marks.changes for marks in story.wide_marks if marks.part == "body"}
    return [
        as_printed(paragraph.text, changes.get(number, ()))
        for number, paragraph in enumerate(story.paragraphs)
    ]
