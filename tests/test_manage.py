"""The commands, before Django has even been set up."""

import os
import subprocess
import sys

from django.conf import settings


def test_ctrl_c_while_a_command_still_starts_is_no_fault(tmp_path):
    (tmp_path / "interrupted.py").write_text("raise KeyboardInterrupt\n")
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "interrupted",
        "PYTHONPATH": str(tmp_path),
    }

    done = subprocess.run(
        [sys.executable, "manage.py", "import_legacy", "."],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stderr) == (130, "Stopped.\n")
