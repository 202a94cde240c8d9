"""documents: each document line as its metadata and blocks, a line each; claims: each event as type, who says so, and the sentence."""
import json
import sys

for line in sys.stdin:
    j = json.loads(line)
    if sys.argv[1] == "documents" and j["kind"] == "document":
        for key, value in (("id", j["id"]), ("url", j["url"]), ("source", j["source"]), ("date", j["published"]), ("lang", j["lang"])):
            if value:
                print(key, value)
        for b in j["blocks"]:
            print(b["type"] + ":", j["text"][b["start"]:b["end"]])
        print("--")
    if sys.argv[1] == "claims" and j["kind"] == "event":
        who = ", ".join(c["by"]["name"] + " " + c["stance"] for c in j["claims"]) or "nobody"
        print(j["type"] + ":", who + ":", j["evidence"]["quote"])
