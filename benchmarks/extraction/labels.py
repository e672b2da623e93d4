"""The labelled stories: what a newspaper printed, and what a person read in it."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parent
PARTS = ("fixing", "measuring")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A source file and its labels, as README.md beside this file describes them."""

    path: Path
    labels: dict

    @property
    def name(self):
        return self.path.stem

    @property
    def data(self):
        return self.path.read_bytes()

    @property
    def text(self):
        return self.path.read_text(encoding="utf-8")

    @property
    def edition_date(self):
        return date.fromisoformat(self.labels["edition_date"])


def read_part(part):
    """The stories of `fixing` or `measuring`, in order of their names."""
    found = []
    for labels in sorted((FOLDER / part).glob("*.json")):
        (path,) = (p for p in labels.parent.glob(f"{labels.stem}.*") if p.suffix != ".json")
        found.append(Labelled(path, json.loads(labels.read_text(encoding="utf-8"))))
    return found
