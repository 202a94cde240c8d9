"""workers.py examples FOLDER N | corpus FILE N | server PID | timed FILE COMMAND… | table: what workers.sh needs beside the shell."""
import collections
import datetime
import glob
import json
import lzma
import os
import resource
import statistics
import subprocess
import sys


def examples(folder, n):
    texts = [(os.path.basename(p), open(p).read().split("\n", 1)) for p in sorted(glob.glob(folder + "/*.txt"))]
    for i in range(n):
        name, (title, text) = texts[i % len(texts)]
        lines = text.strip().split("\n")
        lines = lines[i % len(lines):] + lines[:i % len(lines)]         # so that they are no reprints of each other, all of them
        day = datetime.date(2010, 1, 1) + datetime.timedelta(i % 4000)
        print(json.dumps({"id": "%s-%d" % (name, i), "date": str(day), "title": title, "text": "\n".join(lines) + "\nNumber %d." % i, "lang": name.split(".")[-2]}))


def corpus(path, n):
    for i, line in enumerate((lzma.open if path.endswith(".xz") else open)(path, "rt")):
        if i == n:
            break
        d = json.loads(line)
        d.setdefault("id", "n%d" % i)
        print(json.dumps({k: d[k] for k in ("id", "date", "title", "text", "url", "source", "lang") if d.get(k)}))


def server(pid):
    hz, ticks = os.sysconf("SC_CLK_TCK"), 0
    own = open("/proc/%s/stat" % pid).read().rsplit(")", 1)[1].split()
    ticks += int(own[11]) + int(own[12]) + int(own[13]) + int(own[14])          # its own, and of children that were waited for
    for p in glob.glob("/proc/[0-9]*/stat"):
        try:
            x = open(p).read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if x[1] == pid:
            ticks += int(x[11]) + int(x[12])
    print("%.2f" % (ticks / hz))


def timed(out, command):
    rc = subprocess.call(command)
    use = resource.getrusage(resource.RUSAGE_CHILDREN)
    open(out, "a").write("%.3f\n" % (use.ru_utime + use.ru_stime))
    sys.exit(rc)


def table():
    runs = collections.defaultdict(lambda: collections.defaultdict(list))
    order = []
    for line in sys.stdin:
        w = line.split()
        label, w, i = w[0], w[1:], 0
        if label not in order:
            order.append(label)
        while i < len(w):
            if i + 2 < len(w) and w[i + 2] == "-":
                runs[label][w[i]].append(float(w[i + 1]) - float(w[i + 3]))
                i += 4
            else:
                runs[label][w[i]].append(float(w[i + 1]))
                i += 2
    words = runs["add"]["words"][0]
    print("%d words; medians of %d rounds, ratios round by round against add" % (words, len(runs["add"]["wall"])))
    print("%-9s %9s %7s %16s %10s %10s %8s %16s %10s" % ("", "words/s", "ratio", "least to most", "client s", "server s", "ratio", "least to most", "lock s"))
    for label in order:
        r = runs[label]
        wall = [a / b for a, b in zip(runs["add"]["wall"], r["wall"])]
        cost = [[c + s for c, s in zip(x["client"], x["server"] or [0] * len(x["client"]))] for x in (runs["add"], r)]
        cpu = [b / a for a, b in zip(*cost)]
        part = [statistics.median(r[k]) if r[k] else float("nan") for k in ("client", "server")]
        print("%-9s %9.0f %7.2f %7.2f to %5.2f %10.2f %10.2f %8.3f %7.3f to %5.3f %10.2f" % (label, words / statistics.median(r["wall"]), statistics.median(wall), min(wall), max(wall),
              *part, statistics.median(cpu), min(cpu), max(cpu), statistics.median(r["writing"]) if r["writing"] else float("nan")))


{"examples": lambda a: examples(a[0], int(a[1])), "corpus": lambda a: corpus(a[0], int(a[1])), "server": lambda a: server(a[0]), "timed": lambda a: timed(a[0], a[1:]), "table": lambda a: table()}[sys.argv[1]](sys.argv[2:])
