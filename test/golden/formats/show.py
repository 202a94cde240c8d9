"""Documents of `coulisse code --until ingest --format layers` on standard input, a member a line, then their blocks."""
import json
import sys

for line in sys.stdin:
    d = json.loads(line)
    for name in "id", "title", "published", "source", "url", "lang":
        if d[name] and not (name == "id" and d[name].startswith("d-")):
            print(name, d[name])
    for b in d["blocks"]:
        print("- {}: {}".format(b["type"], d["text"][b["start"]:b["end"]]))
    print()
