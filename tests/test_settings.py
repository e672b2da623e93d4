import os
import subprocess
import sys

import pytest
from django.conf import settings


def manage(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], "PYTHONWARNINGS": "error"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({"DEBUG": "false", "SECRET_KEY": ""}, "SECRET_KEY"),
        ({"DEBUG": "false", "SECRET_KEY": "x" * 50, "ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
    ],
)
def test_production_start_refused_without_a_setting(environment, name):
    result = manage("check", **environment)

    assert result.returncode != 0
    assert f"{name} is not set. Set it to" in result.stderr


def test_database_file_has_its_folder_made(tmp_path):
    file = tmp_path / "var" / "db.sqlite3"

    result = manage("showmigrations", DEBUG="true", DATABASE_URL=f"sqlite:///{file}")

    assert result.returncode == 0, result.stderr
    assert file.exists()


def test_demo_accounts_refused_in_production():
    result = manage(
        "make_demo",
        DEBUG="false",
        SECRET_KEY="x" * 50,
        ALLOWED_HOSTS="news.example",
        DATABASE_URL="sqlite://:memory:",
    )

    assert result.returncode == 1
    assert "DEBUG" in result.stderr
    assert "Traceback" not in result.stderr
