"""Hold the stories of a running site against the IPTC's own file of its schema.

`curl -O https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json`, then
`python -m benchmarks.ninjs ninjs-schema_3.1.json http://127.0.0.1:8000`
walks `/api/v1/stories/` and ends with 1 where a story has a fault.
"""

import json
import sys
from pathlib import Path
from urllib.request import urlopen

from jsonschema import FormatChecker
from jsonschema.validators import validator_for


def main(schema, site):
    schema = json.loads(Path(schema).read_text())
    validator = validator_for(schema)(schema, format_checker=FormatChecker())
    number = faults = 0
    for item in stories(site):
        number += 1
        for fault in validator.iter_errors(item):
            faults += 1
            print(item["uri"], fault.json_path, fault.message)
    print(f"{number} stories, {faults} faults")
    sys.exit(bool(faults))


def stories(site):
    address = f"{site.rstrip('/')}/api/v1/stories/?limit=100"
    while address:
        with urlopen(address) as answer:
            part = json.load(answer)
        yield from part["items"]
        address = part["next"]


if __name__ == "__main__":
    main(*sys.argv[1:])
