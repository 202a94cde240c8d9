"""serve.py WHAT …: what serve.sh asks of answers; exit 0 when it is so."""
import collections, json, os, re, socket, sys, threading, time, urllib.parse, urllib.request, zipfile


def load(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def fetch(url):
    with urllib.request.urlopen(url, timeout=300) as r:
        return r.read().decode("utf-8", "replace"), r.headers


def rows(api, query, name="events"):
    text, _ = fetch(f"{api}/{name}?{query}" if query else f"{api}/{name}")
    return [json.loads(x) for x in text.splitlines()]


def must(so, what):
    if not so:
        sys.exit(what)


def status(documents, path):
    s = load(path)
    must(s["documents"] == int(documents), s)
    must(s["happenings"] > 20 and s["states"] > 5 and s["sources"] >= 2, s)
    must(s["read_only"] is False and set(s["languages"]) >= {"nl", "en"} and s["first"] <= s["last"] and s["revision"] > 0 and s["coders"], s)


def pages(api, query):
    """All pages after each other are all rows."""
    whole, _ = fetch(f"{api}/events?{query}")
    got, cursor, n = "", None, 0
    while True:
        more = f"&cursor={urllib.parse.quote(cursor)}" if cursor else ""
        text, head = fetch(f"{api}/events?{query}&limit=3{more}".replace("?&", "?"))
        got += text
        n += 1
        must(int(head["Coulisse-Total"]) == len(whole.splitlines()), f"total {head['Coulisse-Total']}, not {len(whole.splitlines())}")
        cursor = head["Coulisse-Next"]
        if not cursor:
            break
        must(n < 1000, "no end")
    must(got == whole, f"{len(got.splitlines())} rows in pages, {len(whole.splitlines())} at once")


def label(when, bucket):
    import datetime
    start = when["start"]
    if bucket == "week":
        d = datetime.date.fromisoformat(start)
        return (d - datetime.timedelta(days=d.weekday())).isoformat()
    return start[: {"day": 10, "month": 7, "year": 4}[bucket]]


EXACT = {"week": 1, "month": 2, "season": 3, "year": 3, "decade": 4}


def overview(api, query, path):
    """Every sum is counted again from the rows."""
    o, r = load(path), rows(api, query)
    must(o["total"] == len(r), f"total {o['total']}, not {len(r)}")
    times, inexact, undated = collections.defaultdict(lambda: [0] * 5), 0, 0
    order = ["day", "week", "month", "year"].index(o["bucket"])
    types, statuses, places, actors = collections.Counter(), collections.Counter(), collections.Counter(), collections.Counter()
    for e in r:
        types[e["type"]] += 1
        statuses[e["status"]] += 1
        w = e.get("when") or {}
        if not w.get("start"):
            undated += 1
        elif EXACT.get(w["precision"], 0) > order:
            inexact += 1
        else:
            times[label(w, o["bucket"])][(e["quad"] or 5) - 1] += 1
        p = e.get("where")
        if p and p.get("lat") is not None:
            places[p["id"] or p["name"]] += 1
        for a in {(x["id"]) for x in e["actors"] + e["recipients"] if x["kind"] != "unknown"}:
            actors[a] += 1
    must((o["undated"], o["inexact"]) == (undated, inexact), f"undated, inexact {o['undated'], o['inexact']}, not {undated, inexact}")
    must({t["at"]: t["n"] for t in o["time"]} == dict(times), (o["time"], dict(times)))
    must([t["at"] for t in o["time"]] == sorted(times), "times are not in order")
    must({t["type"]: t["n"] for t in o["types"]} == dict(types), (o["types"], types))
    must({t["status"]: t["n"] for t in o["statuses"]} == dict(statuses), (o["statuses"], statuses))
    must({p["id"]: sum(p["n"]) for p in o["places"]} == dict(places), (o["places"], places))
    shown = {a["id"]: a["n"] for a in o["actors"]}
    must(all(actors[i] == n for i, n in shown.items()), (shown, actors))
    must(len(shown) == min(60, len(actors)), f"{len(shown)} actors of {len(actors)}")
    ids = [a["id"] for a in o["actors"]]
    for t in o["ties"]:
        a, b, n = ids[t["a"]], ids[t["b"]], 0
        for e in r:
            actor, recipient = {x["id"] for x in e["actors"]}, {x["id"] for x in e["recipients"]}
            n += (a in actor and b in recipient) or (b in actor and a in recipient) or (bool(e.get("symmetric")) and a in actor and b in actor)
        must(n == sum(t["n"]), f"tie of {a} and {b}: {sum(t['n'])}, not {n}")


def coming(api, more=""):
    """Pages of what has been, newest first, and of what is to come, the next first, are all rows between them."""
    both = []
    for flag in "01":
        part, cursor = [], None
        while True:
            query = f"{more}&coming={flag}&limit=3" + (f"&cursor={urllib.parse.quote(cursor)}" if cursor else "")
            text, head = fetch(f"{api}/events?{query.lstrip('&')}")
            part += [json.loads(x) for x in text.splitlines()]
            cursor = head.get("Coulisse-Next")
            if not cursor:
                break
        must(len(part) == int(head["Coulisse-Total"]), f"coming={flag}: {len(part)} rows")
        both.append(part)
    o = json.loads(fetch(f"{api}/overview?{more}")[0])
    start = lambda e: (e.get("when") or {}).get("start")
    past, future = both
    must(len(future) == o["coming"] and len(past) + len(future) == o["total"] and (o["coming"] > 0 or more), (o["coming"], o["total"], len(past), len(future)))
    must(all(not start(e) or start(e) <= o["now"] for e in past) and all(start(e) > o["now"] for e in future), o["now"])
    must([start(e) for e in future] == sorted(start(e) for e in future) and o["next"] == (start(future[0]) if future else None), o["next"])
    must(sorted(e["id"] for e in past + future) == sorted(e["id"] for e in rows(api, more)), "other rows")


def parts(api, query, path, *members):
    some, all_ = load(path), json.loads(fetch(f"{api}/overview?{query}")[0])
    must(all(some[m] == all_[m] for m in members), members)
    must(set(all_) - set(some) == {"bucket", "time", "undated", "inexact", "visits", "actors", "ties"}, set(all_) - set(some))


def axis(api, query, since, until, path):
    a, alone = load(path)["axis"], json.loads(fetch(f"{api}/overview?{query}&since={since}&until={until}")[0])
    must(a["time"] == alone["time"] and a["bucket"] == alone["bucket"] and a["time"], a)


def visits(path, which, who, where):
    d = load(path)
    names = lambda e: [p.get("name") for p in e.get("actors", [])]
    must(any(who in names(e) and (e.get("where") or {}).get("name") == where for e in d["visits_" + which]), d["visits_" + which])
    must(any(p["name"] == where for p in d["visit_map"]["places"]) and any(v["to"]["name"] == where for v in d["visit_map"]["visits"]), d["visit_map"])


def unread(url):
    """Who has no token hears so before the body that it says it has."""
    host, port = url.split("//")[1].split(":")
    with socket.create_connection((host, int(port)), timeout=5) as s:
        s.sendall(b"POST /api/v1/corrections HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n")
        must(b" 401 " in s.recv(4096), "no answer")


def leave(url, pid):
    """Told to leave while clients wait for answers, it ends them."""
    import signal
    token = {"Authorization": "Bearer 0123456789abc+efSECRET"}

    def ask(n):
        try:
            urllib.request.urlopen(urllib.request.Request(f"{url}/api/v1/{['overview?text=talks', 'events', 'compare?a=2023&b=2024', 'export/csv'][n % 4]}", headers=token), timeout=20).read()
        except OSError:
            pass
        except Exception as e:
            if "Incomplete" not in repr(e) and "HTTP" not in repr(e):
                raise
    threads = [threading.Thread(target=ask, args=(n,)) for n in range(60)]
    [t.start() for t in threads]
    time.sleep(0.05)
    os.kill(int(pid), signal.SIGTERM)
    [t.join() for t in threads]


def places(path, *names):
    must({p["name"] for p in load(path)["places"]} == set(names), load(path)["places"])


def member(path, file):
    with open(file, encoding="utf-8") as f:
        v = json.loads(f.readline())
    for name in path.split("."):
        v = v[name]
    print(v)


def happening(path, line):
    h = load(path)
    must(line in [x["id"] for x in h["lines"]] and all(x["recorded"] for x in h["lines"]), h)
    must(len(h["lines"]) == h["happening"]["lines"] and h["sources"] and h["happening"]["best"] in [x["id"] for x in h["lines"]], h["happening"])


def document(path):
    d = load(path)
    must(d["document"]["id"] == "g/3" and "Macron" in d["document"]["text"] and isinstance(d["document"]["blocks"], list), d)
    must({x["kind"] for x in d["lines"]} == {"event", "state"}, [x["kind"] for x in d["lines"]])
    for x in d["lines"]:
        e = x["evidence"]
        must(d["document"]["text"][e["start"]:e["end"]] == e["quote"], x)


def actor(path, id_, partners):
    a = load(path)
    must(a["actor"]["id"] == id_ and a["actor"]["country"] == "FRA", a["actor"])
    must(any(re.fullmatch(partners.replace("\\|", "|"), p["name"]) for p in a["partners"]), a["partners"])
    must(a["offices"] and a["memberships"] and a["sources"] and a["time"] and a["total"] > 0, a)
    must(all(m["subject_id"] == id_ for m in a["memberships"]), a["memberships"])
    for k in ("members", "treaties", "relations", "visits_made", "visits_received"):
        must(isinstance(a[k], list), k)


def dyad(api, a, b, path):
    d, r = load(path), rows(api, f"who={a}&with={b}")
    must(d["total"] == len(r) > 0, (d["total"], len(r)))
    dated = sum(1 for e in r if (e.get("when") or {}).get("start"))
    must(sum(sum(s[k]["n"]) for s in d["series"] for k in ("ab", "ba", "both")) <= dated and d["series"], d["series"])
    both = sum(1 for e in r if e.get("symmetric") and (e.get("when") or {}).get("precision") == "day")
    must(sum(sum(s["both"]["n"]) for s in d["series"]) >= both > 0, both)
    must({e["id"] for e in d["largest"]} <= {e["id"] for e in r} and d["largest"], "largest")


def coverage(path):
    c = load(path)
    must(sum(s["documents"] for s in c["sources"]) == c["documents"] == 45 == sum(x["documents"] for x in c["languages"]), c)
    must(sum(b["lines"] for b in c["confidence"]) == c["lines"] == sum(s["lines"] for s in c["sources"]) and len(c["confidence"]) == 10, c["confidence"])
    must(sum(sum(d["documents"]) for d in c["days"]) <= 45 and all(len(d["documents"]) == len(c["sources"]) for d in c["days"]), c["days"])


def compare(api, a, b, path):
    c = load(path)
    before, after = (rows(api, f"known={d}", "states") for d in (a, b))
    key = lambda x: json.dumps(x, sort_keys=True)
    must(not c["only_a"], c["only_a"])
    must(c["only_b"] and {key(x) for x in c["only_b"]} <= {key(x) for x in after} - {key(x) for x in before}, c["only_b"])
    must(len(before) + len(c["only_b"]) == len(after), (len(before), len(c["only_b"]), len(after)))


def archive(path, folder):
    with zipfile.ZipFile(path) as z:
        must(z.testzip() is None, "a file is damaged")
        must(sorted(z.namelist()) == sorted(os.listdir(folder)), (z.namelist(), os.listdir(folder)))
        for n in z.namelist():
            with open(os.path.join(folder, n), "rb") as f:
                must(z.read(n) == f.read(), n)


def openapi(api, path, source):
    d = load(path)
    must(d["openapi"].startswith("3.1") and d["info"]["title"] and d["info"]["version"], d["info"])
    with open(source, encoding="utf-8") as f:
        named = set(re.findall(r'"(/[a-z.]+(?:/\{[a-z]+\})*)", METHOD_(?:GET|POST)', (text := f.read()))) | set(re.findall(r'ROWS\("(/[a-z]+)"', text))
    must(named and {"/api/v1" + n for n in named} == set(d["paths"]), {"/api/v1" + n for n in named} ^ set(d["paths"]))
    seen = set()
    for p, methods in d["paths"].items():
        for m, op in methods.items():
            must(m in ("get", "post") and op["summary"] and op["responses"]["200"]["content"], (p, m))
            must(op["operationId"] not in seen, op["operationId"])
            seen.add(op["operationId"])
            bracket = re.findall(r"\{([a-z]+)\}", p)
            must([x["name"] for x in op["parameters"] if x["in"] == "path"] == bracket and all(x["required"] for x in op["parameters"] if x["in"] == "path"), p)
            must(all("type" in x["schema"] for x in op["parameters"]), p)
            names = [x["name"] for x in op["parameters"]]
            must(len(names) == len(set(names)), names)
            if m == "get" and not bracket and p.endswith(("events", "states", "claims", "overview")):
                for x in op["parameters"]:   # each is taken with a value that fits its schema
                    s = x["schema"]
                    v = s["enum"][0] if "enum" in s else "1" if s["type"] in ("integer", "number") else "2024-01" if "pattern" in s else None
                    if v and x["name"] not in ("cursor", "coming"):
                        fetch(api.removesuffix("/api/v1") + p + "?" + urllib.parse.urlencode({x["name"]: v}))
    refs = set(re.findall(r'"\$ref": ?"#/components/schemas/([A-Za-z]+)"', json.dumps(d)))
    must(refs <= set(d["components"]["schemas"]), refs)


PATHS = ["/", "/api/v1/status", "/api/v1/overview", "/api/v1/events", "/api/v1/events?limit=20", "/api/v1/overview?who=FRA", "/api/v1/coverage", "/api/v1/states",
         "/api/v1/complete?q=who:m", "/api/v1/export/geojson"]


def crowd(url, n):
    n, bad, gate = int(n), [], threading.Barrier(int(n))

    def one(i):
        try:
            gate.wait()
            for k in range(4):
                fetch(url + PATHS[(i + k) % len(PATHS)])
        except Exception as e:
            bad.append((PATHS[(i + k) % len(PATHS)], repr(e)))

    threads = [threading.Thread(target=one, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    must(not bad, f"{len(bad)} of {4 * n}: {bad[:3]}")


def connect(url):
    host, port = url.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=30)


def rude(url):
    """Twenty ask for all rows and go without reading; ten more stay and read nothing.  Others are answered meanwhile, quickly."""
    asks = b"GET /api/v1/events?lines=1 HTTP/1.1\r\nHost: localhost\r\n\r\n" * 20
    stay = []
    for i in range(30):
        s = connect(url)
        s.sendall(asks)
        if i < 20:
            s.close()
        else:
            stay.append(s)
    for _ in range(5):
        began = time.time()
        fetch(url + "/api/v1/overview")
        must(time.time() - began < 20, "the others wait")
    for s in stay:
        s.close()


def garbage(url):
    for b in (b"\x00\x01\x02\x03\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"POST /api/v1/corrections HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
              b"GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\n" + b"X: " + b"a" * 100000 + b"\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20,
              b"POST /api/v1/corrections HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n" + b"100000\r\n" * 3):
        s = connect(url)
        s.settimeout(2)
        try:
            s.sendall(b)
            s.recv(100)
        except OSError:
            pass
        s.close()


def until(url, text):
    for _ in range(60):
        if text in fetch(url)[0]:
            return
        time.sleep(0.5)
    sys.exit(fetch(url)[0])


if __name__ == "__main__":
    {"json": load, "zip": archive, **{f.__name__: f for f in (status, pages, overview, places, member, happening, document, actor, dyad, coverage, compare, openapi, crowd, rude,
                                                            garbage, until, coming, parts, axis, visits, unread, leave)}}[sys.argv[1]](*sys.argv[2:])
