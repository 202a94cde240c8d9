"""formats-packed.py SAMPLES OUT: archives, tables and messages for formats-packed.sh, good ones and bad ones."""
import gzip
import io
import os
import struct
import sys
import zipfile
import zlib

samples, out = sys.argv[1:]


def put(name, data):
    path = os.path.join(out, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as f:
        f.write(data)


def sample(name):
    with open(os.path.join(samples, name), 'rb') as f:
        return f.read()


def page(title, text, charset='utf-8'):
    head = f'<!DOCTYPE html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>'
    return f'{head}<p>{text}</p></article></body></html>'.encode(charset)


def record(kind, url, media, block, more='', version='1.0', length=None):
    length = len(block) if length is None else length
    head = (f'WARC/{version}\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-05T08:00:00Z\r\n'
            f'WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\nContent-Type: {media}\r\n{more}Content-Length: {length}\r\n\r\n')
    return head.encode() + block + b'\r\n\r\n'


def response(url, body, media='text/html; charset=utf-8', status='200 OK', more='', version='1.0', **k):
    block = f'HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{more}\r\n'.encode() + body
    return record('response', url, 'application/http; msgtype=response', block, version=version, **k)


def chunked(data, size=50):
    pieces = [data[i:i + size] for i in range(0, len(data), size)]
    return b''.join(b'%X;name=value\r\n%s\r\n' % (len(p), p) for p in pieces) + b'0\r\n\r\n'


def raw_deflate(data):
    z = zlib.compressobj(9, zlib.DEFLATED, -15)
    return z.compress(data) + z.flush()


def zipped(members, method=zipfile.ZIP_DEFLATED):
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w', method) as z:
        for name, data in members:
            z.writestr(name, data)
    return b.getvalue()


macron = page('President visits Berlin', 'The president of France, Emmanuel Macron, visited Berlin on Monday, where he met the German chancellor.')
kyiv = page('Minister in Kyiv', 'The Dutch minister of Defence visited Kyiv on Tuesday, where he signed an agreement with the president of Ukraine.')
munchen = page('Minister in München', 'De Nederlandse minister van Defensie bezocht dinsdag München, waar hij over Oekraïne sprak met zijn collega.', 'windows-1252')
text = b'Sanctions on Belarus\n\nThe European Union imposed sanctions on Belarus on Wednesday, said its president in Brussels.\n'

# ---- archives of the web: seven articles among what is none

good = [
    record('warcinfo', '', 'application/warc-fields', b'software: none\r\n'),
    response('https://example.org/plain', macron),
    record('request', 'https://example.org/plain', 'application/http; msgtype=request', b'GET /plain HTTP/1.1\r\n\r\n'),
    response('https://example.org/gzip', gzip.compress(kyiv), more='Content-Encoding: gzip\r\n', version='1.1'),
    response('https://example.org/chunked', chunked(kyiv), more='Transfer-Encoding: chunked\r\n'),
    response('https://example.org/both', chunked(gzip.compress(kyiv)), more='Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n'),
    response('https://example.org/deflate', zlib.compress(kyiv), more='Content-Encoding: deflate\r\n'),
    response('https://example.org/raw', raw_deflate(kyiv), more='Content-Encoding: deflate\r\n'),
    response('https://example.org/br', sample('page.br'), more='Content-Encoding: br\r\n'),
    response('https://example.org/decoded', kyiv, more='Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n'),
    response('https://example.org/gone', b'<html>gone</html>', status='404 Not Found'),
    response('https://example.org/moved', b'', status='301 Moved Permanently', more='Location: /plain\r\n'),
    response('https://example.org/i.png', b'\x89PNG\r\n\x1a\n\0\0', media='image/png'),
    response('https://example.org/s.js', b'alert("<html>")', media='application/javascript'),
    response('https://example.org/robots.txt', b'User-agent: *\nAllow: /\n', media='text/plain'),
    response('https://example.org/empty', b''),
    record('revisit', 'https://example.org/plain', 'application/http; msgtype=response', b'HTTP/1.1 200 OK\r\n\r\n'),
    record('metadata', 'https://example.org/plain', 'application/warc-fields', b'via: https://example.org/\r\n'),
    record('response', 'dns:example.org', 'text/dns', b'20240305080000\r\nexample.org. 600 IN A 192.0.2.1\r\n'),
    record('resource', 'https://example.org/resource', 'text/html', macron),
    record('resource', 'metadata://example.org/log.txt', 'text/plain', b'The crawler said this.\n'),
]
put('good.warc', b''.join(good))
put('good.warc.gz', b''.join(gzip.compress(r) for r in good))
put('whole.warc.gz', gzip.compress(b''.join(good)))
put('charset.warc', response('https://example.org/header', munchen, media='text/html; charset=windows-1252'))
put('wet.warc', record('conversion', 'https://example.org/wet', 'text/plain',
                       'Minister in Kyiv\nMenu\nDe Nederlandse minister van Defensie tekende maandag in Kyiv een akkoord met Oekraïne.\n'.encode()))
# a crawl meets much that is no article
menu = b'<!DOCTYPE html><html><head><title>News</title></head><body><nav><a href="/1">One</a> <a href="/2">Two</a></nav></body></html>'
put('menu.html', menu)
put('nothing.warc', b''.join([
    response('https://example.org/', menu),
    response('https://example.org/map.xml', b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>', media='text/xml'),
    response('https://example.org/paper', b'%PDF-1.4\nwords\n', media='text/html'),
    response('https://example.org/feeds', b'<opml version="2.0"><body><outline xmlUrl="https://example.org/feed"/></body></opml>', media='text/xml'),
    response('https://example.org/blank', b' \n \n', media='text/plain'),
    record('conversion', 'https://example.org/wet', 'text/plain', b' \n'),
    good[1],
]))
put('members/one.warc', good[1])
put('members/two.warc', good[3])

# one fault each, and a good record behind it
tail = good[1]
faults = {
    'short-length': record('metadata', 'https://example.org/x', 'text/plain', b'words and more words', length=5) + tail,
    'long-length': record('metadata', 'https://example.org/x', 'text/plain', b'words', length=100) + good[2] + tail,
    'longer-length': record('metadata', 'https://example.org/x', 'text/plain', b'words', length=7) + tail,
    'negative-length': response('https://example.org/x', kyiv, length=-5) + tail,
    'huge-length': response('https://example.org/x', kyiv, length=99999999999999999999) + tail,
    'no-length': response('https://example.org/x', kyiv).replace(b'Content-Length', b'Content-Size') + tail,
    'no-blank-lines': record('metadata', 'https://example.org/x', 'text/plain', b'words')[:-4] + tail,
    'noise-between': good[2] + b'noise\nnoise\n' + os.urandom(500).replace(b'WARC', b'....') + b'\n' + tail,
    'no-http': record('response', 'https://example.org/x', 'application/http; msgtype=response', b'nothing of the kind') + tail,
    'unknown-encoding': response('https://example.org/x', kyiv, more='Content-Encoding: compress\r\n') + tail,
    'damaged-gzip': response('https://example.org/x', gzip.compress(kyiv)[:60] + b'xxxx' + gzip.compress(kyiv)[64:], more='Content-Encoding: gzip\r\n') + tail,
    'huge-chunk': response('https://example.org/x', b'FFFFFFFFFFFFFFF0\r\n<html><p>cut', more='Transfer-Encoding: chunked\r\n') + tail,
    'no-chunk': response('https://example.org/x', b'5\r\n<html\r\nzz\r\n', more='Transfer-Encoding: chunked\r\n') + tail,
    'endless-header': record('response', 'https://example.org/x', 'application/http; msgtype=response', b'HTTP/1.1 200 OK\r\n' + b'A: b\r\n' * 30000) + tail,
}
for name, data in faults.items():
    put(f'fault/{name}.warc', data)

# a page that holds a record must not be read as one
forged = response('https://elsewhere.example/forged', kyiv)
put('forged.warc', response('https://example.org/x', macron.replace(b'</body>', b'<pre>\r\n\r\n' + forged + b'</pre></body>')) + good[3])

# ---- packed files

lines = b''.join(b'{"id":"%d","text":"The president of France visited Berlin on day %d.","lang":"en"}\n' % (i, i) for i in range(2000))
put('lines.jsonl.gz', gzip.compress(lines))
put('zeroes.jsonl.gz', gzip.compress(lines) + bytes(5000))
put('tail.jsonl.gz', gzip.compress(lines) + b'something else')
put('cut.jsonl.gz', gzip.compress(lines)[:-3000])
wrong = bytearray(gzip.compress(text))
wrong[-6] ^= 0xFF
put('checksum.txt.gz', bytes(wrong))
hurt = bytearray(b''.join(gzip.compress(r) for r in good))
where = bytes(hurt).find(gzip.compress(good[3])[10:])
hurt[where + 40:where + 60] = b'\xff' * 20
put('hurt.warc.gz', bytes(hurt))
put('text.txt.gz', gzip.compress(text))
deep = text
for _ in range(20):
    deep = gzip.compress(deep)
put('deep/gzip.gz', deep)
deep = zipped([('a.txt', text)])
for _ in range(20):
    deep = zipped([('a.zip', deep)])
put('deep/zip.zip', deep)

# ---- bombs

words = b'The president visited Berlin. ' * (2 << 20)
member = gzip.compress(words)
put('bomb/lines.gz', gzip.compress(b'{"text":"' + b'x' * (40 << 20)) + member * 32)
put('bomb/text.gz', member * 32)
put('bomb/body.warc', response('https://example.org/x', member * 8, more='Content-Encoding: gzip\r\n') + good[1])
put('bomb/twice.gz', gzip.compress(member * 32))
nest = zipped([(f'{i}.txt', words) for i in range(2)])
for _ in range(5):
    nest = zipped([(f'{i}.zip', nest) for i in range(16)])
put('bomb/nest.zip', nest)

kernel = raw_deflate(b'x' * (16 << 20))
local = struct.pack('<IHHHHHIIIHH', 0x04034b50, 20, 0, 8, 0, 0, zlib.crc32(b'x' * (16 << 20)), len(kernel), 16 << 20, 5, 0) + b'a.txt'
entries = b''.join(struct.pack('<IHHHHHHIIIHHHHHII', 0x02014b50, 20, 20, 0, 8, 0, 0, zlib.crc32(b'x' * (16 << 20)), len(kernel), 16 << 20, 5, 0, 0, 0, 0, 0, 0)
                   + b'%d.txt' % (i % 10) for i in range(5000))
put('bomb/overlap.zip', local + kernel + entries + struct.pack('<IHHHHIIH', 0x06054b50, 0, 0, 5000, 5000, len(entries), len(local) + len(kernel), 0))

# ---- ZIP

several = [('news/', b''), ('news/a.html', macron), ('news/b.txt', text), ('news/c.jsonl', b''.join(lines.splitlines(True)[:9])), ('../../../escaped.txt', text), ('/etc/escaped', text),
           ('i.png', b'\x89PNG\r\n\x1a\n\0\0'), ('.hidden', text), ('__MACOSX/._a', b'\0\5\x16\7'), ('empty.txt', b'')]
put('several.zip', zipped(several))
put('stored.zip', zipped(several, zipfile.ZIP_STORED))
whole = zipped(several)
put('torn.zip', whole[:whole.rindex(b'PK\1\2')])
bad = bytearray(zipped([('a.txt', text), ('b.txt', text)], zipfile.ZIP_STORED))
bad[bad.index(b'Belarus')] ^= 1
put('crc.zip', bytes(bad))
locked = bytearray(zipped([('a.txt', text), ('b.html', macron)]))
locked[locked.index(b'PK\1\2') + 8] |= 1
put('locked.zip', bytes(locked))
b = io.BytesIO()
with zipfile.ZipFile(b, 'w', zipfile.ZIP_BZIP2) as z:
    z.writestr('a.txt', text)
    z.writestr('b.html', macron, zipfile.ZIP_DEFLATED)
put('method.zip', b.getvalue())
b = io.BytesIO()
with zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED) as z:
    with z.open('a.html', 'w', force_zip64=True) as f:
        f.write(macron)
put('zip64.zip', b.getvalue())
put('book.epub', zipped([('mimetype', b'application/epub+zip'), ('META-INF/container.xml', b'<container/>'), ('a.xhtml', macron)]))
put('crawl.wacz', zipped([('archive/data.warc.gz', b''.join(gzip.compress(r) for r in good)), ('pages/pages.jsonl', b'{"format":"json-pages-1.0","text":"no"}\n'),
                          ('indexes/index.cdx', b'org,example)/ 20240305080000 {}\n'), ('datapackage.json', b'{"profile":"data-package","wacz_version":"1.1.1"}')],
                         zipfile.ZIP_STORED))

# ---- tables

put('text-with-commas.txt', b'Text, date, and title\n\nThe president of France, Emmanuel Macron, visited Berlin, Paris, and Rome on Monday, his office said.\n')
put('tabs.tsv', 'title\ttext\tdate\nA quote\t"We agree" said the president of France in Berlin on Monday.\t2024-03-05\nNo end\t"The minister visited Kyiv.\t2024-03-06\n'.encode())
put('own.csv', 'Rubriek,Verhaal\nBuitenland,De minister bezocht maandag Kyiv.\n'.encode())
rows = ''.join(f'{i},"Title {i}","The president of France visited Berlin on day {i}."\n' for i in range(1, 1001))
put('open-quote.csv', ('id,title,text\n' + rows.replace('"Title 500"', '"Title 500', 1)).encode())
put('open-quotes.csv', ('id,title,text\n' + '1,"a\n' * 30000).encode())
put('latin.csv', 'title;text\nMinister in München;De minister bezocht maandag München.\n'.encode('windows-1252'))

# ---- messages


def nested(depth):
    inner = 'Content-Type: text/plain\n\nThe president of France visited Berlin on Monday.\n'
    for i in range(depth):
        inner = f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n{inner}\n--b{i}--\n'
    return ('From: a@example.org\nDate: Tue, 5 Mar 2024 07:00:00 +0000\nSubject: Deep\n' + inner).encode()


put('mail/ten.eml', nested(10))
put('mail/thousand.eml', nested(1000))
put('mail/boundary.eml', b'From: a@example.org\nDate: Tue, 5 Mar 2024 07:00:00 +0000\nSubject: Open\nContent-Type: multipart/alternative; boundary=x\n\n'
    b'--x\nContent-Type: text/plain\n\nThe president of France visited Berlin on Monday.\n')
put('mail/wrapped.eml', b'From: "Letter, The" <a@example.org>\nDate: 5 Mar 2024 07:00:00 +0000\nSubject: Wrapped\n\n'
    b'The president of France, Emmanuel Macron, visited Berlin on Monday, where he met\nthe German chancellor.\nShort line.\n\nAnother paragraph.\n')

# ---- everything cut at many places

cuts = {'good.warc': b''.join(good[:8]), 'good.warc.gz': b''.join(gzip.compress(r) for r in good[:8]), 'several.zip': whole, 'letter.eml': sample('newsletter.eml'),
        'letters.mbox': sample('letters.mbox'), 'table.csv': sample('table.csv'), 'text.txt.gz': gzip.compress(text)}
for name, data in cuts.items():
    stem, dot, ending = name.partition('.')
    for i in range(40):
        n = 1 + i * (len(data) - 1) // 40
        put(f'cuts/{stem}-{n:06d}.{ending}', data[:n])
        flipped = bytearray(data)
        flipped[n] ^= 0x55
        put(f'flips/{stem}-{n:06d}.{ending}', bytes(flipped))
