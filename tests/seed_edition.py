"""The real newspaper page that tests are measured against. It lives beside the project.

NEWSROOM_SEED_EDITION names its folder where it lies elsewhere. A test that needs it fails
without it.
"""

import datetime
import json
import os
from pathlib import Path

FOLDER = Path(
    os.environ.get(
        "NEWSROOM_SEED_EDITION",
        Path(__file__).resolve().parent.parent.parent / "shared" / "seed-edition",
    )
)
PAGE = FOLDER / "legacy.txt"
DATE = datetime.date(2023, 4, 4)


def expected():
    """The hand-made labels of the page."""
    return json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
