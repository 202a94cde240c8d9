"""server.py FOLDER - a web server on this machine alone that misbehaves in every way, for test/golden/watch.sh.

The name that is asked for says how it behaves: http://drip.localhost:PORT/ drips.  curl takes every name in .localhost for this machine.
FOLDER/ports gets "PORT TLSPORT" when it listens; FOLDER/log a line for each request: seconds, how many of that name run at once, name, method, path, then what
was sent of If-None-Match, If-Modified-Since, User-Agent and Cookie.  What a name serves can be changed while it runs: FOLDER/NAME/PATH, if there is such a file,
is sent instead.  TLS certificates: FOLDER/NAME.pem, or FOLDER/any.pem.
"""
import gzip
import os
import random
import socket
import socketserver
import ssl
import struct
import sys
import threading
import time

folder = sys.argv[1]
lock = threading.Lock()
running = {}
fresh = [0]
limited = [0]
log = open(os.path.join(folder, "log"), "a", buffering=1)
ARTICLE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta property="article:published_time" content="{date}T08:00:00Z"></head><body><article><h1>{title}</h1><p>{text}</p></article></body></html>"""
STORIES = [
    ("Rutte in Kyiv", "Dutch Prime Minister Mark Rutte visited Kyiv on Monday. He met Ukrainian President Volodymyr Zelensky."),
    ("Sweden joins NATO", "Sweden joined NATO on Thursday. Hungary had approved the accession in February."),
    ("Sanctions", "The United States imposed sanctions on Iran on Tuesday. Iran condemned the sanctions."),
]
ETAGS = {"good", "gzipped", "moved-here"}


def article(n, name):
    title, text = STORIES[n % len(STORIES)]
    return ARTICLE.format(title=title, date="2024-03-%02d" % (5 + n % 3), text=text + " It was reported by %s under number %d." % (name, n)).encode()


def feed(base, n, text=False, extra=""):
    items = []
    for i in range(n):
        title, summary = STORIES[i % len(STORIES)]
        items.append("<item><title>%s</title><link>%s/a%d</link><guid>%s/a%d</guid><pubDate>Tue, 05 Mar 2024 10:00:00 +0000</pubDate>%s</item>"
                     % (title, base, i, base, i, "<description>%s Number %d.</description>" % (summary, i) if text else ""))
    return ('<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>The Test Herald</title><link>%s/</link>%s%s</channel></rss>'
            % (base, extra, "".join(items))).encode()


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        try:
            if isinstance(self.server, TlsServer):
                self.request = tls.wrap_socket(self.request, server_side=True)
            while self.one():
                pass
        except (OSError, ssl.SSLError):
            pass

    def finish(self):
        try:
            self.request.close()
        except OSError:
            pass

    def send(self, data):
        self.request.sendall(data)

    def answer(self, body=b"", status="200 OK", type="text/html; charset=utf-8", headers=(), length=None):
        lines = ["HTTP/1.1 " + status, "Content-Type: " + type, "Content-Length: %d" % (len(body) if length is None else length)] + list(headers)
        self.send(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body)
        return True

    def xml(self, body, **more):
        return self.answer(body, type="application/rss+xml", **more)

    def one(self):
        """One request; false: the connection is done."""
        data = b""
        while b"\r\n\r\n" not in data:
            more = self.request.recv(65536)
            if not more:
                return False
            data += more
        lines = data.decode("latin-1").split("\r\n")
        method, target, _ = lines[0].split(" ", 2)
        headers = dict((k.strip().lower(), v.strip()) for k, v in (x.split(":", 1) for x in lines[1:] if ":" in x))
        host = headers.get("host", "")
        if target.startswith("http://"):        # we are a proxy
            host, _, target = target[7:].partition("/")
            target = "/" + target
        name = host.split(":")[0].split(".")[0]
        scheme = "https" if isinstance(self.server, TlsServer) else "http"
        self.base = "%s://%s" % (scheme, host)
        with lock:
            running[name] = running.get(name, 0) + 1
            log.write("%.3f %d %s %s %s | %s\n" % (time.time(), running[name], name, method, target, " | ".join(
                "%s: %s" % (h, headers[h]) for h in ("if-none-match", "if-modified-since", "user-agent", "cookie", "authorization", "referer") if h in headers)))
        try:
            return self.serve(name, target, headers)
        finally:
            with lock:
                running[name] -= 1

    def serve(self, name, path, headers):
        file = os.path.join(folder, name, path.strip("/").replace("/", "_") or "index")
        if os.path.exists(file):
            with open(file, "rb") as f:
                body = f.read()
            if body[:5] == b"HTTP/":
                self.send(body)
                return False
            return self.answer(body, type="application/rss+xml" if path.endswith(".xml") else "text/html")
        if path == "/robots.txt":
            return self.robots(name)
        act = getattr(self, "do_" + name.replace("-", "_"), None)
        if act and path == "/feed.xml":
            return act(path, headers)
        if act and path.startswith("/page"):
            return act(path, headers)
        if path == "/feed.xml":
            if name in ETAGS and headers.get("if-none-match") == '"v1"':
                return self.answer(status="304 Not Modified", headers=['ETag: "v1"'])
            return self.xml(feed(self.base, 3), headers=['ETag: "v1"', "Set-Cookie: id=1; Path=/"] if name in ETAGS else [])
        if path.startswith("/a") and path[2:].isdigit():
            return self.answer(article(int(path[2:]), name))
        return self.answer(b"<html><body><p>There is no such page here.</p></body></html>", status="404 Not Found")

    def robots(self, name):
        if name == "shut":
            return self.answer(b"User-agent: *\nDisallow: /\n", type="text/plain")
        if name == "partly":
            return self.answer(b"# ours\nUser-agent: coulisse\nDisallow: /a1\nAllow: /\nCrawl-delay: 0.3\n\nUser-agent: *\nDisallow: /\n", type="text/plain")
        if name == "norobots":
            return self.answer(b"oops", status="500 Internal Server Error", type="text/plain")
        if name == "hugerobots":
            return self.endless(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", b"Disallow: /xyz\n" * 1000)
        return self.answer(b"", status="404 Not Found")

    def endless(self, head, piece):
        self.send(head)
        while True:
            self.send(piece)

    # ---- what each name does with /feed.xml and /page… ----

    def do_slowheaders(self, path, headers):
        for c in b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + b"X-A: b\r\n" * 10000:
            self.send(bytes([c]))
            time.sleep(0.2)
        return False

    def do_drip(self, path, headers):
        self.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        for i in range(100000):
            self.send(b"<")
            time.sleep(0.2)
        return False

    def do_trickle(self, path, headers):
        """Fast enough, but without end."""
        self.send(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            self.send(b"<!-- -->" * 32)
            time.sleep(0.2)

    def do_silent(self, path, headers):
        time.sleep(600)
        return False

    def do_endless(self, path, headers):
        return self.endless(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body>", b"<p>On and on and on.</p>\n" * 1000)

    def do_endlesschunks(self, path, headers):
        return self.endless(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1000\r\n" + b"x" * 4096 + b"\r\n")

    def do_endlessheaders(self, path, headers):
        return self.endless(b"HTTP/1.1 200 OK\r\n", b"X-More: and more\r\n" * 100)

    def do_interim(self, path, headers):
        return self.endless(b"", b"HTTP/1.1 102 Processing\r\n\r\n")

    def do_hugeheader(self, path, headers):
        self.send(b"HTTP/1.1 200 OK\r\nX-Huge: " + b"h" * 300000 + b"\r\nContent-Length: 0\r\n\r\n")
        return False

    def do_circle(self, path, headers):
        n = int(path[len("/page"):] or 0) if path.startswith("/page") else 0
        return self.answer(status="302 Found", headers=["Location: /page%d" % ((n + 1) % 3)])

    def do_tofile(self, path, headers):
        return self.answer(status="302 Found", headers=["Location: file:///etc/passwd"])

    def do_togopher(self, path, headers):
        return self.answer(status="302 Found", headers=["Location: gopher://127.0.0.1:25/_HELO"])

    def do_touser(self, path, headers):
        return self.answer(status="302 Found", headers=["Location: http://root:secret@good.localhost/"])

    def do_public(self, path, headers):
        """Asked for by proxy."""
        return self.answer(status="302 Found", headers=["Location: http://10.0.0.1/feed.xml"])

    def do_nowhere(self, path, headers):
        return self.answer(status="302 Found")

    def do_short(self, path, headers):
        self.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + feed(self.base, 3))
        return False

    def do_long(self, path, headers):
        body = feed(self.base, 3)
        self.answer(body, type="application/rss+xml", length=len(body) // 2)
        return False

    def do_bomb(self, path, headers):
        return self.answer(bomb, headers=["Content-Encoding: gzip"])

    def do_cutgzip(self, path, headers):
        packed = gzip.compress(feed(self.base, 300))
        return self.answer(packed[:len(packed) // 2], headers=["Content-Encoding: gzip"])

    def do_nogzip(self, path, headers):
        return self.answer(feed(self.base, 3), headers=["Content-Encoding: gzip"])

    def do_packed(self, path, headers):
        return self.answer(b"\x1f\x9d\x90", headers=["Content-Encoding: compress"])

    def do_gzipped(self, path, headers):
        if headers.get("if-none-match") == '"v1"':
            return self.answer(status="304 Not Modified", headers=['ETag: "v1"'])
        return self.xml(gzip.compress(feed(self.base, 2)), headers=["Content-Encoding: gzip", 'ETag: "v1"'])

    def do_reset(self, path, headers):
        self.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + b"<rss>" * 1000)
        time.sleep(0.2)
        self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.request.close()
        return False

    def do_closed(self, path, headers):
        return False

    def do_nohttp(self, path, headers):
        self.send(b"SSH-2.0-OpenSSH_9.2\r\n" * 3)
        return False

    def do_later(self, path, headers):
        return self.answer(b"later", status="429 Too Many Requests", headers=["Retry-After: 7200"])

    def do_gone(self, path, headers):
        return self.answer(b"gone", status="410 Gone")

    def do_moved(self, path, headers):
        return self.answer(status="301 Moved Permanently", headers=["Location: " + self.base.replace("//moved.", "//moved-here.") + "/feed.xml"])

    def do_broken(self, path, headers):
        return self.answer(b"oops", status="500 Internal Server Error")

    def do_empty(self, path, headers):
        return self.answer(b"")

    def do_webpage(self, path, headers):
        return self.answer(article(0, "webpage"))

    def do_latin(self, path, headers):
        """Says UTF-8 and is Latin-1."""
        text = feed(self.base, 1).decode().replace("Herald", "Séance").replace(' encoding="utf-8"', ' encoding="iso-8859-1"')
        return self.answer(text.encode("latin-1"), type="application/rss+xml; charset=utf-8")

    def do_many(self, path, headers):
        return self.xml(feed("http://%s" % headers["host"], 100000))

    def do_fresh(self, path, headers):
        """Five new articles for each poll."""
        with lock:
            fresh[0] += 5
            first = fresh[0]
        items = "".join("<item><title>T</title><link>%s/a%d</link></item>" % (self.base, first + i) for i in range(5))
        return self.xml(('<rss version="2.0"><channel><title>Fresh</title>%s</channel></rss>' % items).encode())

    def do_limited(self, path, headers):
        """Three pages, then not for an hour."""
        if path == "/feed.xml":
            items = "".join("<item><title>T</title><link>%s/page%d</link></item>" % (self.base, i) for i in range(10))
            return self.xml(('<rss version="2.0"><channel><title>Limited</title>%s</channel></rss>' % items).encode())
        with lock:
            limited[0] += 1
            n = limited[0]
        if n > 3 and not os.path.exists(os.path.join(folder, "unlimited")):
            return self.answer(b"slower", status="503 Service Unavailable", headers=["Retry-After: Thu, 01 Jan 2026 11:00:00 GMT"])
        return self.answer(article(n, "limited"))

    def do_random(self, path, headers):
        return self.answer(random.Random(1).randbytes(100000), type="application/octet-stream")

    def do_badlinks(self, path, headers):
        links = ["javascript:alert(1)", "file:///etc/passwd", "ftp://good.localhost/x", "http://user:secret@good.localhost/a0", "http://" + "x" * 3000 + ".localhost/",
                 "http://[::1", "//", "http://good.localhost\\@evil/", self.base + "/a0"]
        items = "".join("<item><title>T</title><link>%s</link></item>" % x for x in links)
        return self.xml(('<rss version="2.0"><channel><title>B</title>%s</channel></rss>' % items).encode())

    def do_badpages(self, path, headers):
        pages = ["bomb", "endless", "reset", "short", "empty", "random", "cutgzip", "circle", "tofile", "broken", "closed"]
        port = headers["host"].split(":")[1]
        items = "".join("<item><title>T</title><link>http://%s.localhost:%s/page</link></item>" % (x, port) for x in pages)
        return self.xml(('<rss version="2.0"><channel><title>Bad pages</title>%s</channel></rss>' % items).encode())


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 64
    block_on_close = False

    def handle_error(self, request, address):
        pass


class TlsServer(Server):
    pass


def context(name):
    c = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    c.load_cert_chain(os.path.join(folder, name + ".pem"))
    return c


def choose(connection, name, _):
    name = (name or "any").split(".")[0]
    if os.path.exists(os.path.join(folder, name + ".pem")):
        connection.context = context(name)


bomb = gzip.compress(bytes(1 << 20))            # one member of a million zeroes, a thousand times
bomb = bomb * 1024
plain = Server(("127.0.0.1", 0), Handler)
secure = None
if os.path.exists(os.path.join(folder, "any.pem")):
    tls = context("any")
    tls.sni_callback = choose
    secure = TlsServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=secure.serve_forever, daemon=True).start()
with open(os.path.join(folder, "ports.new"), "w") as f:
    f.write("%d %d\n" % (plain.server_address[1], secure.server_address[1] if secure else 0))
os.rename(os.path.join(folder, "ports.new"), os.path.join(folder, "ports"))
plain.serve_forever()
