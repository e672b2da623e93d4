"""How the lists are written: words between spaces."""


def words(text: str) -> tuple[str, ...]:
    """The words, the longest first, so that an alternation of them prefers it."""
    return tuple(sorted(dict.fromkeys(text.split()), key=lambda word: (-len(word), word)))
