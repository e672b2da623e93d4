"""Text for properties, and the one thing that they all ask: no character is lost or added."""

from collections import Counter

from hypothesis import strategies as st

# What a paper may print: no control characters, and nothing that XML cannot hold.
printable = st.text(
    st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="\ufffe\uffff"),
    max_size=30,
)


def counted(*texts):
    """How often each character stands in the texts, white space aside."""
    return Counter(one for text in texts for one in text if not one.isspace())
