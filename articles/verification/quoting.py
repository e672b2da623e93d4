"""Whether a place in a text lies in a quotation, or in the title of a work."""


def is_quoted(text: str, place: int) -> bool:
    return _is_open(text, place, "“", "”") or text.count('"', 0, place) % 2 == 1


def is_within_title(text: str, place: int) -> bool:
    """Between 《 and 》."""
    return _is_open(text, place, "《", "》")


def _is_open(text: str, place: int, opening: str, closing: str) -> bool:
    return text.count(opening, 0, place) > text.count(closing, 0, place)
