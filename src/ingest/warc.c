/* warc.c - archives of the web: WARC 1.0 and 1.1 (ISO 28500), and the WET files of Common Crawl, which are WARC with the text alone.
 *
 * Records stand one behind the other: a version line, fields, a blank line, Content-Length bytes, two blank lines.  They are read as a stream, nothing is held but
 * the fields of the record at hand; what packs the file (a gzip member or a zstd frame for each record, or one for all, or nothing) is undone before.
 *
 * What may be an article is handed on: pages and texts that a server gave with status 200 (response), that were put there without HTTP (resource), or the
 * text that somebody made of them (conversion).  All else is passed over: requests, metadata, name look-ups, pages that were the same as before (revisit),
 * redirects, images, scripts.
 *
 * A record's length is believed where a record or the end follows it.  Elsewhere reading goes on at the next line that begins as a version
 * line does; never by looking for one inside of what a length covers: a page that holds such a line would be read as a record of its own, under any address
 * that it likes.
 */
#include "ingest/fields.h"
#include "ingest/format.h"
#include "ingest/http.h"

#include <stdlib.h>

#define RECORD_MAX	((uint64_t)1 << 50)	/* a length beyond it is none */

enum { BLANKS_MAX = 1000 };		/* lines between records that are passed over in silence */

struct warc {
	const struct reading *g;
	struct input *in;
	struct arena memory;		/* of the record at hand */
	struct fields fields;
	size_t number;			/* of the record, from 1 */
	size_t before;			/* records of the file that are not read here */
	uint64_t left;			/* of its block */
	struct input *block;		/* over those bytes; NULL: between records */
	struct http_response http;
	bool body_given;		/* the reader closes the input that was handed out */
	bool found;			/* the version line of the next record is read */
	bool cut;			/* the block ended too early, and that was told */
	bool lost;			/* no length tells where the record ends */
	bool broken;			/* the input is at its end */
	bool closely;			/* said that blank lines are missing */
};

/* ---- the block of a record ------------------------------------------------------------------ */

static long read_block(void *state, char *to, size_t n, struct error *e)
{
	struct warc *w = state;

	if (!w->left)
		return 0;
	long got = input_read(w->in, to, n < w->left ? n : (size_t)w->left, e);

	if (got > 0) {
		w->left -= (uint64_t)got;
		return got;
	}
	w->cut = true;
	return got ? got : error_set(e, COU_EINPUT, "the record ends in the middle, %llu bytes early", (unsigned long long)w->left);
}

static const struct input_kind block_kind = { read_block, NULL };

/* Behind the record at hand; negative when the file ends or fails on the way and nobody was told. */
static int leave_record(struct warc *w, struct error *e)
{
	if (!w->block)
		return COU_OK;
	http_close(&w->http, !w->body_given);
	if (!w->body_given || w->http.body != w->block)
		input_close(w->block);
	w->block = NULL;
	w->http.body = NULL;
	uint64_t before = input_at(w->in), left = w->left;
	int rc = w->cut ? COU_EINPUT : input_skip(w->in, left, e);

	w->left = 0;
	w->broken = rc != COU_OK;
	if (!rc && input_at(w->in) - before < left) {
		w->broken = true;
		rc = error_set(e, COU_EINPUT, "the record ends in the middle, %llu bytes early", (unsigned long long)(left - (input_at(w->in) - before)));
	}
	return w->cut ? COU_OK : rc;
}

/* ---- to the next record ----------------------------------------------------------------------- */

static bool is_version(struct str line)
{
	return str_starts(line, STR("WARC/0.")) || str_starts(line, STR("WARC/1."));
}

/* Passes over lines to the next version line; at the end 0. */
static int resynchronise(struct warc *w, struct error *e)
{
	struct str line;

	for (;;) {
		int rc = input_line(w->in, FIELD_LINE_MAX, &line, e);

		if (rc == COU_ELIMIT)
			continue;
		if (rc <= 0)
			return rc;
		if (is_version(line))
			return 1;
	}
}

/* The version line: 1; 0 at the end; negative: *e filled, and the next one is looked for. */
static int begin_record(struct warc *w, struct error *e)
{
	struct str line = STR_NONE;
	size_t blanks = 0;
	int rc = 1;

	if (w->found) {
		w->found = false;
		return 1;
	}
	if (w->lost) {
		w->lost = false;
		rc = resynchronise(w, e);
		w->broken = rc <= 0;
		return rc;
	}
	while (rc > 0 && blanks <= BLANKS_MAX) {
		rc = input_line(w->in, FIELD_LINE_MAX, &line, e);
		if (rc <= 0 || line.n)
			break;
		blanks++;
	}
	if (!rc || (rc < 0 && rc != COU_ELIMIT)) {
		w->broken = true;
		return rc;
	}
	if (rc > 0 && is_version(line)) {
		if (blanks >= 2 || !w->number || w->closely)
			return 1;
		w->closely = w->found = true;
		return error_set(e, COU_EINPUT, "blank lines are missing behind record %zu; it is read, and this is not said again", w->before + w->number);
	}
	uint64_t where = input_at(w->in);

	error_set(e, COU_EINPUT, "no record begins near byte %llu, where record %zu should end; going on at the next", (unsigned long long)where, w->before + w->number);
	rc = resynchronise(w, NULL);
	w->found = rc > 0;
	w->broken = rc <= 0;
	return COU_EINPUT;
}

static bool whole_number(struct str s, uint64_t *value)
{
	*value = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || *value > RECORD_MAX)
			return false;
		*value = *value * 10 + (uint64_t)(s.p[i] - '0');
	}
	return s.n && *value <= RECORD_MAX;
}

/* The fields, and an input over the block. */
static int open_record(struct warc *w, struct error *e)
{
	w->number++;
	w->cut = w->body_given = false;
	arena_reset(&w->memory);
	int rc = fields_read(w->in, &w->memory, &w->fields, e);

	if (rc) {
		w->broken = rc != COU_ELIMIT;
		return rc;
	}
	struct str length = fields_get(&w->fields, "content-length");

	if (!whole_number(length, &w->left)) {
		w->left = 0;
		w->lost = true;
		return error_set(e, COU_EINPUT, length.n ? "\"%.*s\" is no length" : "the length is missing%.*s", (int)(length.n < 40 ? length.n : 40), length.p ? length.p : "");
	}
	w->block = input_over(&block_kind, w);
	w->http = (struct http_response){ .body = w->block };
	return COU_OK;
}

/* ---- what a record is --------------------------------------------------------------------------- */

static enum found skipped(struct error *e, const char *what, struct str which)
{
	error_set(e, COU_EINPUT, "%s%s%.*s", what, which.n ? " " : "", (int)(which.n < 60 ? which.n : 60), which.p ? which.p : "");
	return FOUND_SKIPPED;
}

static bool may_be_article(struct str media)
{
	static const char *const kinds[] = {
		"", "text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml", "application/rss+xml", "application/atom+xml",
		"application/feed+json", "application/vnd.iptc.g2.newsitem+xml", "application/vnd.iptc.g2.newsmessage+xml", "application/tei+xml", "message/rfc822"
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (str_is(media, kinds[i]))
			return true;
	return false;
}

/* Texts that speak to crawlers, not to readers. */
static bool for_crawlers(struct str url)
{
	return str_ends(url, STR("/robots.txt")) || str_ends(url, STR("/ads.txt")) || str_ends(url, STR("/app-ads.txt")) || str_ends(url, STR("/humans.txt")) ||
	       str_search(url, STR("/.well-known/")) < url.n;
}

static struct str url_of(const struct warc *w)
{
	struct str url = fields_get(&w->fields, "warc-target-uri");

	/* WARC 1.0 writes <…> in its grammar, and some writers do */
	return url.n >= 2 && url.p[0] == '<' && url.p[url.n - 1] == '>' ? str_sub(url, 1, url.n - 1) : url;
}

static struct str name_of(const struct warc *w, struct arena *a)
{
	return str_printf(a, "%.*s:%zu", STR_ARG(w->g->carrier.name), w->before + w->number);
}

/* Records put there without a protocol may be the crawler's own words: "metadata://…", "urn:pageinfo:…". */
static bool from_the_web(struct str url)
{
	static const char *const schemes[] = { "http://", "https://", "ftp://", "file://" };

	for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++)
		if (str_starts(url, str_c(schemes[i])))
			return true;
	return !url.n;
}

static bool is_binary(struct str head)
{
	bool utf16 = head.n >= 2 && ((unsigned char)head.p[0] ^ (unsigned char)head.p[1]) == 1 && (unsigned char)head.p[0] >= 0xFE;

	return !utf16 && str_find(head, 0) < head.n;
}

static struct carrier carrier_of(struct warc *w, struct str media, struct str charset)
{
	return (struct carrier){
		.name = name_of(w, &w->memory), .url = url_of(w), .charset = charset, .date = fields_get(&w->fields, "warc-date"), .media = media, .crawled = true
	};
}

/* The text that somebody made of a page: its first line is the page's title, then a line for each block. */
static int read_text(const struct reading *g, struct str text, struct doc *d, struct error *e)
{
	struct article x = { 0 };
	int rc = to_utf8(d->a, text, STR_NONE, &text, e);

	if (rc)
		return rc;
	text = str_trim(text);
	if (!text.n)
		return error_set(e, COU_ENONE, "an empty text");
	size_t end = str_find(text, '\n');

	if (end < text.n) {
		x.title = str_trim(str_sub(text, 0, end));
		x.text = str_trim(str_sub(text, end, text.n));
	} else {
		x.text = text;
	}
	return article_document(g, &x, d, e);
}

static enum found take_conversion(struct warc *w, struct doc *d, struct inner *inner, struct error *e)
{
	if (input_all(w->block, d->a, w->g->options->max_bytes, &inner->bytes, e))
		return FOUND_BAD;
	if (!str_trim(inner->bytes).n)
		return skipped(e, "an empty text", STR_NONE);
	inner->carrier = carrier_of(w, STR("text/plain"), STR_NONE);
	return FOUND_PIECE;
}

static enum found hand_on(struct warc *w, struct str media, struct str charset, struct inner *inner, struct error *e)
{
	struct str url = url_of(w);

	if (!may_be_article(media))
		return skipped(e, "of kind", media);
	if (str_is(media, "text/plain") && for_crawlers(url))
		return skipped(e, "a text for crawlers", STR_NONE);
	struct str head = input_peek(w->http.body, 1024);

	if (!head.n) {
		char none;

		return input_read(w->http.body, &none, 1, e) < 0 ? FOUND_BAD : skipped(e, "an empty page", STR_NONE);
	}
	if (!media.n && is_binary(head))
		return skipped(e, "of no kind, and binary", STR_NONE);
	inner->carrier = carrier_of(w, media, charset);
	inner->input = w->http.body;
	w->body_given = true;
	return FOUND_INPUT;
}

static enum found read_response(struct warc *w, struct str media, struct inner *inner, struct error *e)
{
	if (!str_is(media, "application/http"))
		return skipped(e, "an answer of another protocol than HTTP:", media);
	if (http_open(&w->http, &w->memory, w->block, w->g->unpacked, e)) {
		w->http.body = w->block;
		return FOUND_BAD;
	}
	if (w->http.status != 200) {
		error_set(e, COU_EINPUT, "HTTP status %d", w->http.status);
		return FOUND_SKIPPED;
	}
	return hand_on(w, w->http.media, w->http.charset, inner, e);
}

static enum found read_record(struct warc *w, struct doc *d, struct inner *inner, struct error *e)
{
	struct str type = fields_get(&w->fields, "warc-type"), content = fields_get(&w->fields, "content-type");
	struct str media = field_media(&w->memory, content);

	if (field_is(type, "response"))
		return read_response(w, media, inner, e);
	if (field_is(type, "conversion") && (!media.n || str_is(media, "text/plain")))
		return take_conversion(w, d, inner, e);
	if (field_is(type, "resource") && !from_the_web(url_of(w)))
		return skipped(e, "a word of the crawler", STR_NONE);
	if (field_is(type, "resource") || field_is(type, "conversion"))
		return hand_on(w, media, field_parameter(&w->memory, content, "charset"), inner, e);
	return skipped(e, "a record of type", type);
}

/* ---- the format ------------------------------------------------------------------------------------- */

static bool looks(struct str head, const struct carrier *c)
{
	(void)c;
	return is_version(head);
}

static int open(void **state, const struct reading *g, struct input *in, struct error *e)
{
	struct warc *w = calloc(1, sizeof(*w));

	if (!w)
		return error_set(e, COU_ELIMIT, "out of memory");
	w->g = g;
	w->in = in;
	w->before = g->carrier.crawled ? 0 : g->options->part.before;
	*state = w;
	return COU_OK;
}

static enum found next(void *state, struct doc *d, struct inner *inner, struct error *e)
{
	struct warc *w = state;

	if (leave_record(w, e)) {
		d->origin = name_of(w, d->a);
		return FOUND_BAD;
	}
	if (w->broken)
		return FOUND_END;
	int rc = begin_record(w, e);

	if (rc < 0)
		return FOUND_BAD;
	if (!rc)
		return FOUND_END;
	rc = open_record(w, e);
	d->origin = name_of(w, d->a);
	return rc ? FOUND_BAD : read_record(w, d, inner, e);
}

static void close(void *state)
{
	struct warc *w = state;

	if (w->block) {
		http_close(&w->http, !w->body_given);
		if (!w->body_given || w->http.body != w->block)
			input_close(w->block);
	}
	arena_free(&w->memory);
	free(w);
}

const struct format format_warc = {
	.name = "warc", .about = "an archive of the web (WARC, WET)", .packed = true, .looks = looks, .read = read_text, .open = open, .next = next, .close = close
};
