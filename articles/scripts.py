"""Raised and lowered characters as characters of their own: 10⁴, CO₂. Pure.

Plain text that drops them would print another number.
"""

RAISED = str.maketrans("0123456789+-=()in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ")
LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def raised(text: str) -> str:
    """The text as superscripts; as it is where one of its characters has none, as in [1]."""
    return _written(text, RAISED)


def lowered(text: str) -> str:
    """The text as subscripts; as it is where one of its characters has none."""
    return _written(text, LOWERED)


def _written(text, forms):
    return text.translate(forms) if all(ord(one) in forms for one in text) else text
