"""Write strokes.txt from the Unihan database: `python -m people.strokes_making DIRECTORY`.

The directory holds Unihan_IRGSources.txt and Unihan_OtherMappings.txt, plain or as .bz2 (Debian's
package unicode-data has them; https://www.unicode.org/Public/UCD/latest/ucd/Unihan.zip).
"""

import bz2
import sys
from bisect import bisect_right
from itertools import groupby
from pathlib import Path

# The table of general standard Chinese characters (2013) has three levels, each in its own order.
LEVELS = (3500, 6500, 8105)


def read(directory, file, field):
    """The first value that a file gives each character for a field."""
    path = next(Path(directory).glob(f"{file}.txt*"))
    data = path.read_bytes()
    text = (bz2.decompress(data) if path.suffix == ".bz2" else data).decode()
    rows = (line.split("\t") for line in text.splitlines() if f"\t{field}\t" in line)
    return {chr(int(code[2:], 16)): value.split()[0] for code, _, value in rows}


def agreed(counts):
    """The counts made to rise, with the fewest of them changed: each to that of the one before.

    The table is in the order of strokes; where Unihan counts those of another form of the
    character (讻, 鳑), its neighbours in the table say how many there are.
    """
    ends, at, before = [], [], []
    for place, count in enumerate(counts):
        length = bisect_right(ends, count)
        ends[length:], at[length:] = [count, *ends[length + 1 :]], [place, *at[length + 1 :]]
        before.append(at[length - 1] if length else None)
    kept, place = set(), at[-1]
    while place is not None:
        kept.add(place)
        place = before[place]
    result = []
    for place, count in enumerate(counts):
        result.append(count if place in kept else result[-1])
    return result


def lines(directory):
    places = read(directory, "Unihan_OtherMappings", "kTGH")
    strokes = read(directory, "Unihan_IRGSources", "kTotalStrokes")
    table = sorted(places, key=lambda character: int(places[character].split(":")[1]))
    start = 0
    for level, end in enumerate(LEVELS, start=1):
        characters = table[start:end]
        counts = agreed([int(strokes[character]) for character in characters])
        for count, group in groupby(zip(counts, characters, strict=True), key=lambda row: row[0]):
            yield f"{level} {count} {''.join(character for _, character in group)}"
        start = end


if __name__ == "__main__":
    Path(__file__).with_name("strokes.txt").write_text("\n".join(lines(sys.argv[1])) + "\n")
