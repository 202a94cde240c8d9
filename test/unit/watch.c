/* What may be fetched, when, and from where: robots.txt, addresses, times, unpacking. */
#include "tap.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <zlib.h>

#include "ingest/address.h"
#include "ingest/body.h"
#include "ingest/fetch.h"
#include "ingest/robots.h"
#include "watch/schedule.h"

static struct arena a;

static bool allows(const char *file, const char *path)
{
	struct robots r;

	robots_read(&a, str_c(file), STR("coulisse"), &r);
	return robots_allow(&r, str_c(path));
}

/* Patterns that grow when they are encoded: kept whole or not at all. */
static void long_rules(void)
{
	struct robots r, again;
	struct buf b;

	buf_init(&b, &a);
	buf_add(&b, STR("User-agent: *\n"));
	for (size_t n = 500; n < 9000; n += 500) {
		buf_add(&b, STR("Disallow: /"));
		for (size_t i = 0; i < n; i++)
			buf_byte(&b, '\xE9');
		buf_byte(&b, '\n');
	}
	buf_add(&b, STR("Disallow: /x\n"));
	robots_read(&a, buf_str(&b), STR("coulisse"), &r);
	robots_read(&a, robots_text(&a, &r), STR("coulisse"), &again);
	ok(r.n == 4 && again.n == 4 && !robots_allow(&again, STR("/x")) && robots_allow(&again, STR("/y")), "rules that are too long are none, and no shorter ones either");
}

/* The examples of RFC 9309 §2.2 and §5, and what files of the wild have. */
static void robots(void)
{
	static const char rfc[] = "User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/\n\n"
				  "User-Agent: foobot\nDisallow:/\nAllow:/example/page.html\nAllow:/example/allowed.gif\n\n"
				  "User-Agent: barbot\nUser-Agent: bazbot\nDisallow: /example/page.html\n\nUser-Agent: quxbot\n";
	struct robots r, again;

	ok(allows("", "/a") && allows("nonsense\n\n\xff\xfe", "/a"), "no rules: all is allowed");
	ok(!allows(rfc, "/a/b.gif") && allows(rfc, "/a/b.gif?x") && !allows(rfc, "/example/x") && allows(rfc, "/publications/x"), "the group for all, where none is ours");
	ok(!allows("User-agent: *\nDisallow: /\n", "/x") && allows("User-agent: *\nDisallow: /\n", "/robots.txt"), "all closed, but for robots.txt itself");
	ok(allows("User-agent: *\nDisallow: /\n\nUser-agent: Coulisse/2.0\nDisallow: /private\n", "/x"), "our group instead of that for all, by our name in any case");
	ok(!allows("User-agent: *\nDisallow: /\n\nUser-agent: coulissebot\nAllow: /\n", "/x"), "a name that begins as ours is not ours");
	ok(!allows("User-agent: other\nUser-agent: coulisse\nDisallow: /a\n", "/a") && !allows("User-agent: coulisse\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: coulisse\nDisallow: /c\n", "/c") &&
		   allows("User-agent: coulisse\nDisallow: /a\nUser-agent: x\nDisallow: /b\n", "/b"),
	   "several names for one group, several groups for one name");
	ok(allows("User-agent: *\nDisallow: /p\nAllow: /page\n", "/page1") && !allows("User-agent: *\nDisallow: /page1\nAllow: /p\n", "/page1"), "the longest pattern decides");
	ok(allows("User-agent: *\nDisallow: /page\nAllow: /page\n", "/page"), "of equal ones the one that allows");
	ok(!allows("User-agent: *\nDisallow: /a*b*c$\n", "/aXbYc") && allows("User-agent: *\nDisallow: /a*b*c$\n", "/aXbYcd") && !allows("User-agent: *\nDisallow: /*?print=\n", "/x/y?print=1"),
	   "stars and ends");
	ok(!allows("User-agent: *\nDisallow: /a*bc$\n", "/abcbc") && !allows("User-agent: *\nDisallow: *\n", "/") && allows("User-agent: *\nDisallow: $\n", "/x"), "stars that could fit too early");
	ok(!allows("User-agent: *\nDisallow: /foo/bar/\xE3\x83\x84\n", "/foo/bar/%E3%83%84") && !allows("User-agent: *\nDisallow: /foo/bar/%62%61%7A\n", "/foo/bar/baz") &&
		   !allows("User-agent: *\nDisallow: /%e3\n", "/%E3"),
	   "percent-encoding in either form");
	robots_read(&a, STR("User-agent: *\nDisallow: /%6%31\n"), STR("coulisse"), &r);
	robots_read(&a, robots_text(&a, &r), STR("coulisse"), &again);
	ok(!robots_allow(&r, STR("/%6%31")) && !robots_allow(&again, STR("/%6%31")) && robots_allow(&r, STR("/a")) && robots_allow(&again, STR("/a")),
	   "a percent sign that begins no code makes none with what is decoded behind it, however often");
	ok(!allows("User-agent: *\nDisallow: /file-with-a-%2A.html\n", "/file-with-a-*.html") && allows("User-agent: *\nDisallow: /file-with-a-%2A.html\n", "/file-with-a-b.html"), "an encoded star is a star");
	ok(!allows("\xEF\xBB\xBFUser-agent: * # all\r\nDisallow : /a # this\r\n\r\nSitemap: http://x/\r\n", "/a") && !allows("user-AGENT:*\rdisallow:/a\r", "/a"), "marks, comments, ends of lines");
	ok(allows("User-agent: *\nDisallow:\n", "/a"), "an empty rule is none");
	ok(allows("Disallow: /\n", "/a"), "a rule before any name is nobody's");
	robots_read(&a, STR("User-agent: *\nCrawl-delay: 2.5\nDisallow: /x\n"), STR("coulisse"), &r);
	ok(r.delay_ms == 2500, "a pause between requests");
	robots_read(&a, robots_text(&a, &r), STR("coulisse"), &again);
	ok(again.n == 1 && again.delay_ms == 2500 && !robots_allow(&again, STR("/x")), "what is kept reads as what was read");
	long_rules();
	robots_read(&a, STR("User-agent: *\nCrawl-delay: 99999999999999999999\n"), STR("coulisse"), &r);
	ok(r.delay_ms == ROBOTS_DELAY_MAX * 1000, "which has a maximum");
	robots_read(&a, STR("User-agent: *\nCrawl-delay: -1\nCrawl-delay: x\n"), STR("coulisse"), &r);
	ok(r.delay_ms == 0, "and nonsense is none");
}

static bool is_public(const char *text)
{
	struct sockaddr_in a4 = { .sin_family = AF_INET };
	struct sockaddr_in6 a6 = { .sin6_family = AF_INET6 };

	if (inet_pton(AF_INET, text, &a4.sin_addr) == 1)
		return address_is_public((struct sockaddr *)&a4);
	if (inet_pton(AF_INET6, text, &a6.sin6_addr) != 1)
		abort();
	return address_is_public((struct sockaddr *)&a6);
}

static void addresses(void)
{
	static const char *const open[] = { "8.8.8.8", "1.0.0.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255",
					    "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2a00:1450:400e::200e", "2001:4860:4860::8888", "2001:200::1",
					    "::ffff:8.8.8.8", "64:ff9b::808:808" };
	static const char *const closed[] = { "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255", "169.254.169.254",
					      "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.1",
					      "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fec0::1", "fc00::1", "fd12::1",
					      "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1",
					      "2001::1", "2001:db8::1", "2002:7f00:1::1", "3fff::1", "100::1", "5f00::1" };

	for (size_t i = 0; i < sizeof(open) / sizeof(*open); i++)
		ok(is_public(open[i]), "%s is public", open[i]);
	for (size_t i = 0; i < sizeof(closed) / sizeof(*closed); i++)
		ok(!is_public(closed[i]), "%s is not", closed[i]);
	ok(!address_is_public(&(struct sockaddr){ .sa_family = AF_UNIX }), "nor is a local socket");
}

static bool taken(const char *base, const char *address, const char *want)
{
	struct fetch_url u;
	struct error e = { 0 };
	int rc = fetch_url(&a, str_c(base), str_c(address), &u, &e);

	if (!want)
		return rc != 0 && e.text[0];
	if (rc || !str_is(u.url, want))
		printf("# %s: %.*s %s\n", address, STR_ARG(u.url), e.text);
	return !rc && str_is(u.url, want);
}

static void urls(void)
{
	struct fetch_url u;
	char *text = malloc(3000);

	ok(taken("", "https://Example.ORG/a?b=c#d", "https://example.org/a?b=c"), "an address without its fragment");
	ok(taken("", "http://example.org", "http://example.org/"), "without a path");
	ok(taken("", "http://example.org:80/a", "http://example.org/a") && taken("", "http://example.org:8080/a", "http://example.org:8080/a"), "ports");
	ok(taken("https://example.org/a/b.xml", "../c", "https://example.org/c") && taken("https://example.org/a/b", "//other.org/d", "https://other.org/d") &&
		   taken("https://example.org/a/b", "?x=1", "https://example.org/a/b?x=1"),
	   "relative ones");
	ok(taken("", " http://example.org/een artikel ", "http://example.org/een%20artikel"), "blanks in it");
	ok(taken("", "file:///etc/passwd", NULL) && taken("http://example.org/", "file:///etc/passwd", NULL) && taken("", "ftp://example.org/", NULL) &&
		   taken("", "javascript:alert(1)", NULL) && taken("", "data:text/html,x", NULL) && taken("", "gopher://x/", NULL),
	   "no other scheme");
	ok(taken("", "http://user@example.org/", NULL) && taken("", "http://user:secret@example.org/", NULL) && taken("", "http://example.org@evil.org/", NULL), "no users");
	ok(taken("", "", NULL) && taken("", "http://", NULL) && taken("", "/only/a/path", NULL), "nothing without a host");
	memset(text, 'x', 2999);
	text[2999] = 0;
	memcpy(text, "http://example.org/", 19);
	ok(taken("", text, NULL), "nor too long");
	free(text);
	ok(!fetch_url(&a, STR_NONE, STR("http://0x7f.1:99/a?b"), &u, NULL) && str_is(u.origin, "http://127.0.0.1:99") && str_is(u.path, "/a?b"), "numbers in any form are one");
	ok(fetch_is_url(STR("HTTP://x")) && fetch_is_url(STR("https://x")) && !fetch_is_url(STR("http:/x")) && !fetch_is_url(STR("file.html")), "what is an address");
}

static bool stamped(int64_t t, const char *want)
{
	char out[32];

	schedule_stamp(t, out);
	return strcmp(out, want) == 0 && schedule_time(str_c(want)) == t;
}

static void times(void)
{
	int64_t now = schedule_time(STR("2026-11-26T12:00:00Z"));

	ok(stamped(0, "1970-01-01T00:00:00Z") && stamped(1795694400, "2026-11-26T12:00:00Z") && stamped(951868799, "2000-02-29T23:59:59Z"), "seconds to stamps and back");
	ok(schedule_time(STR("2026-13-26T12:00:00Z")) < 0 && schedule_time(STR("2026-11-26")) < 0 && schedule_time(STR("2026-11-26T25:00:00Z")) < 0, "what is no stamp");
	ok(schedule_retry(now, STR("120")) == now + 120, "Retry-After in seconds");
	ok(schedule_retry(now, STR("Thu, 26 Nov 2026 12:30:00 GMT")) == now + 1800, "as a date");
	ok(!schedule_retry(now, STR("Thu, 26 Nov 2026 11:30:00 GMT")) && !schedule_retry(now, STR("0")) && !schedule_retry(now, STR("soon")) && !schedule_retry(now, STR("-5")) &&
		   !schedule_retry(now, STR("")) && !schedule_retry(now, STR("Thu, 99 Nov 2026 12:30:00 GMT")),
	   "past, or nonsense");
	ok(schedule_retry(now, STR("99999999")) == now + SCHEDULE_RETRY_MAX && schedule_retry(now, STR("99999999999999999999")) == now + SCHEDULE_RETRY_MAX, "no longer than a week");
	ok(schedule_backoff(now, 1) == now + 600 && schedule_backoff(now, 2) == now + 1200 && schedule_backoff(now, 4) == now + 4800, "each failure doubles the wait");
	ok(schedule_backoff(now, 8) == now + 76800 && schedule_backoff(now, 9) == now + SCHEDULE_DAY && schedule_backoff(now, 4000000000u) == now + SCHEDULE_DAY, "up to a day");
}

static struct str packed(struct str s, int window)
{
	z_stream z = { .next_in = (z_const Bytef *)s.p, .avail_in = (uInt)s.n };
	char *p = arena_alloc(&a, s.n + 1000);

	z.next_out = (Bytef *)p;
	z.avail_out = (uInt)s.n + 1000;
	if (deflateInit2(&z, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) != Z_OK || deflate(&z, Z_FINISH) != Z_STREAM_END)
		abort();
	deflateEnd(&z);
	return (struct str){ p, z.total_out };
}

static bool unpacks(struct str s, const char *encoding, struct str want)
{
	struct str out;
	bool good = !body_unpack(s, str_c(encoding), 1 << 20, &out, NULL) && str_eq(out, want);

	free((char *)(uintptr_t)out.p);
	return good;
}

static int refusal(struct str s, const char *encoding, size_t max)
{
	struct str out;
	struct error e = { 0 };
	int rc = body_unpack(s, str_c(encoding), max, &out, &e);

	if (rc && (out.p || !e.text[0]))
		abort();
	free((char *)(uintptr_t)out.p);
	return rc;
}

static void unpacking(void)
{
	/* a short text in brotli (RFC 7932) */
	static const char br[] = "\x0B\x13\x80The president of France visited Berlin.\x03";
	struct str text = { arena_alloc(&a, 200000), 200000 }, gz, two, brotli = { br, sizeof(br) - 1 };

	for (size_t i = 0; i < text.n; i++)
		((char *)(uintptr_t)text.p)[i] = (char)((i * 2654435761u) >> 13 & (i % 7 ? 15 : 255));
	gz = packed(text, 15 + 16);
	two = str_cat(&a, gz, gz);
	ok(unpacks(gz, "gzip", text) && unpacks(gz, "X-GZIP", text), "gzip");
	ok(unpacks(packed(text, 15), "deflate", text) && unpacks(packed(text, -15), "deflate", text), "deflate with its header and bare");
	ok(unpacks(brotli, "br", STR("The president of France visited Berlin.")), "brotli");
	ok(unpacks(two, "gzip", str_cat(&a, text, text)), "two members");
	ok(unpacks(str_cat(&a, gz, STR("and more")), "gzip", text), "what stands behind is passed over");
	for (size_t cut = 1; cut < 12; cut++)
		ok(refusal(str_sub(gz, 0, gz.n - cut), "gzip", 1 << 20) == COU_EINPUT, "cut off by %zu", cut);
	ok(refusal(str_sub(gz, 0, gz.n / 2), "gzip", 1 << 20) == COU_EINPUT && refusal(str_sub(gz, 0, 5), "gzip", 1 << 20) == COU_EINPUT &&
		   refusal(str_sub(brotli, 0, brotli.n - 1), "br", 1 << 20) == COU_EINPUT,
	   "cut off in the middle, in the head, before the end");
	ok(refusal(str_cat(&a, gz, str_sub(gz, 0, gz.n / 2)), "gzip", 1 << 20) == COU_EINPUT, "the second member cut off");
	ok(refusal(gz, "gzip", text.n - 1) == COU_ELIMIT && refusal(gz, "gzip", 10) == COU_ELIMIT && !refusal(gz, "gzip", text.n), "a maximum");
	ok(refusal(STR("no gzip at all"), "gzip", 1 << 20) == COU_EINPUT && refusal(STR_NONE, "gzip", 1 << 20) != COU_ELIMIT, "nothing packed");
	ok(refusal(gz, "compress", 1 << 20) == COU_EINPUT && refusal(gz, "gzip, gzip", 1 << 20) == COU_EINPUT, "another encoding than we asked for");
}

int main(void)
{
	arena_init(&a);
	robots();
	addresses();
	urls();
	times();
	unpacking();
	arena_free(&a);
	return done();
}
