"""Measurements that anybody can repeat. Those that need a database make it in `VAR`."""

from pathlib import Path

VAR = Path(__file__).parent.parent / "var"
# A fresh clone has no such folder.
VAR.mkdir(exist_ok=True)
