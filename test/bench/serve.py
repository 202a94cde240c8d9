#!/usr/bin/env python3
"""What answers of `coulisse serve` cost (test/bench/serve.sh runs it).

usage: serve.py ADDRESS PID

For each question, asked twice: milliseconds of the server's processor (sum over its threads, /proc/PID/task/*/schedstat) and of the clock.  Then 200 clients at a
time, four requests each.
"""
import glob, statistics, sys, threading, time, urllib.request

QUESTIONS = ["overview", "overview?since=2019-03&until=2020-02", "overview?type=CONSULT", "overview?who=RUS", "overview?country=USA", "overview?text=president",
             "overview?min-confidence=0.5", "events?limit=100", "events?limit=100&who=IRN", "complete?q=who:a", "coverage", "actors/Q7747", "actors/USA", "dyads/RUS/UKR",
             "compare?a=2019-01&b=2024-06&who=TUR"]
CLIENTS, EACH = 200, ["status", "overview?who=RUS", "events?limit=100", "complete?q=who:a"]


def spent(pid):
    return sum(int(open(path).read().split()[0]) for path in glob.glob(f"/proc/{pid}/task/*/schedstat")) / 1e6


def main():
    base, pid = sys.argv[1].rstrip("/") + "/api/v1/", sys.argv[2]
    ask = lambda q: urllib.request.urlopen(base + q, timeout=120).read()
    begin = spent(pid)
    ask("overview")
    print(f"the index and a first overview: {spent(pid) - begin:.0f} ms of the processor")
    print(f"{'first':>8} {'again':>8} {'clock':>8} {'again':>8}  milliseconds")
    for q in QUESTIONS:
        row = []
        for _ in range(2):
            cpu, clock = spent(pid), time.time()
            ask(q)
            row.append((spent(pid) - cpu, (time.time() - clock) * 1000))
        print(f"{row[0][0]:8.0f} {row[1][0]:8.0f} {row[0][1]:8.0f} {row[1][1]:8.0f}  /{q}")
    took, bad = [], []

    def client():
        for q in EACH:
            clock = time.time()
            try:
                ask(q)
            except Exception as e:
                bad.append(e)
            took.append(time.time() - clock)
    threads = [threading.Thread(target=client) for _ in range(CLIENTS)]
    clock = time.time()
    [t.start() for t in threads]
    [t.join() for t in threads]
    print(f"{CLIENTS} clients, {len(took)} requests: {len(bad)} errors, {time.time() - clock:.1f} s, median {statistics.median(took):.2f} s")


if __name__ == "__main__":
    main()
