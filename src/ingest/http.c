/* http.c - HTTP responses in archives.
 *
 * A crawler keeps what came over the wire, or what it made of it, and its header does not always say which: bodies that were decoded stand under the
 * header of the encoded ones.  So an encoding is undone where the header names it and the bytes begin as it does.
 */
#include "ingest/http.h"

#include "ingest/fields.h"

#include <stdlib.h>

/* ---- chunks ----------------------------------------------------------------------------------- */

struct chunked {
	struct input *in;
	uint64_t left;			/* of this chunk */
	bool begun, ended;
};

/* Hexadecimal digits at the start of s; how many (16 at most, else 0). */
static size_t hexadecimal(struct str s, uint64_t *value)
{
	size_t n = 0;

	*value = 0;
	for (; n < s.n; n++) {
		char c = s.p[n];
		int digit = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;

		if (digit < 0)
			break;
		if (n == 16)
			return 0;
		*value = *value << 4 | (uint64_t)digit;
	}
	return n;
}

static bool begins_chunked(struct str head)
{
	uint64_t size;
	size_t n = hexadecimal(head, &size);

	while (n && n < head.n && head.p[n] == ' ')
		n++;
	return n && n < head.n && (head.p[n] == '\r' || head.p[n] == '\n' || head.p[n] == ';');
}

/* The line before a chunk; 0 at the last. */
static int next_chunk(struct chunked *c, struct error *e)
{
	struct str line;
	int rc = COU_OK;

	if (c->begun)
		rc = input_line(c->in, 2, &line, e);		/* the line end of the chunk before it */
	if (rc >= 0)
		rc = input_line(c->in, 4096, &line, e);
	if (rc < 0)
		return rc;
	if (!rc)
		return error_set(e, COU_EINPUT, "the chunks end in the middle");
	if (!hexadecimal(line, &c->left))
		return error_set(e, COU_EINPUT, "no length before a chunk at byte %llu of the body", (unsigned long long)input_at(c->in));
	c->begun = true;
	return c->left != 0;
}

static long read_chunked(void *state, char *to, size_t n, struct error *e)
{
	struct chunked *c = state;

	if (c->ended)
		return 0;
	if (!c->left) {
		int rc = next_chunk(c, e);

		c->ended = rc <= 0;
		if (rc <= 0)
			return rc;
	}
	long got = input_read(c->in, to, n < c->left ? n : (size_t)c->left, e);

	if (!got)
		return error_set(e, COU_EINPUT, "the chunks end in the middle");
	c->left -= got > 0 ? (uint64_t)got : 0;
	return got;
}

static const struct input_kind chunked_kind = { read_chunked, free };

/* ---- the header --------------------------------------------------------------------------------- */

static void layer(struct http_response *r, struct input *in)
{
	r->layers[r->n_layers++] = in;
	r->body = in;
}

static bool begins_zlib(struct str head)
{
	const unsigned char *p = (const unsigned char *)head.p;

	return head.n >= 2 && (p[0] & 0x0F) == 8 && (p[0] >> 4) <= 7 && (p[0] << 8 | p[1]) % 31 == 0;	/* RFC 1950 §2.2 */
}

/* Is it text already, whatever the header says? */
static bool is_markup(struct str head)
{
	head = str_trim(head);
	return str_starts(head, STR("<")) || str_starts(head, STR("{")) || str_starts(head, STR("\xEF\xBB\xBF"));
}

static int undo(struct http_response *r, struct str encoding, struct unpacked *u, struct error *e)
{
	const struct codec *codec;
	struct str head = input_peek(r->body, CODEC_HEAD);

	if (field_is(encoding, "gzip") || field_is(encoding, "x-gzip"))
		codec = codec_gzip.begins(head) ? &codec_gzip : NULL;
	else if (field_is(encoding, "deflate"))
		codec = begins_zlib(head) ? &codec_zlib : is_markup(head) ? NULL : &codec_deflate;
	else if (field_is(encoding, "br"))
		codec = is_markup(head) ? NULL : &codec_brotli;
	else if (field_is(encoding, "zstd"))
		codec = codec_zstd.begins(head) ? &codec_zstd : NULL;
	else if (!encoding.n || field_is(encoding, "identity") || field_is(encoding, "none") || field_is(encoding, "utf-8"))
		codec = NULL;
	else
		return error_set(e, COU_EINPUT, "a content encoding that is not read: %.*s", (int)(encoding.n < 40 ? encoding.n : 40), encoding.p);
	if (!codec || !head.n)
		return COU_OK;
	if (r->n_layers == HTTP_LAYERS_MAX)
		return error_set(e, COU_ELIMIT, "more than %d encodings one over the other", HTTP_LAYERS_MAX);
	struct input *in = unpack(codec, r->body, u, true);

	if (!in)
		return error_set(e, COU_ELIMIT, "out of memory");
	layer(r, in);
	return COU_OK;
}

/* Encodings stand in the order in which they were applied (RFC 9110 §8.4). */
static int undo_all(struct http_response *r, struct str encodings, struct unpacked *u, struct error *e)
{
	for (size_t i = 0; encodings.n && i <= HTTP_LAYERS_MAX; i++) {
		size_t from = encodings.n;

		while (from && encodings.p[from - 1] != ',')
			from--;
		int rc = undo(r, str_trim(str_sub(encodings, from, encodings.n)), u, e);

		if (rc)
			return rc;
		encodings = str_sub(encodings, 0, from ? from - 1 : 0);
	}
	return COU_OK;
}

static int read_header(struct http_response *r, struct arena *a, struct input *in, struct unpacked *u, struct error *e)
{
	struct fields f;
	struct str line;
	int rc = input_line(in, FIELD_LINE_MAX, &line, e);

	if (rc < 0)
		return rc;
	size_t blank = rc ? str_find(line, ' ') : 0;

	if (!rc || !str_starts(line, STR("HTTP/")) || blank + 4 > line.n)
		return error_set(e, COU_EINPUT, "no HTTP response");
	for (size_t i = blank + 1; i < blank + 4; i++)
		r->status = line.p[i] >= '0' && line.p[i] <= '9' && r->status >= 0 ? r->status * 10 + line.p[i] - '0' : -1;
	rc = fields_read(in, a, &f, e);
	if (rc)
		return rc;
	struct str type = fields_get(&f, "content-type"), transfer = fields_get(&f, "transfer-encoding");

	r->media = field_media(a, type);
	r->charset = field_parameter(a, type, "charset");
	if (r->status != 200)
		return COU_OK;
	if (transfer.n >= 7 && field_is(str_sub(transfer, transfer.n - 7, transfer.n), "chunked") && begins_chunked(input_peek(in, 32))) {
		struct chunked *c = calloc(1, sizeof(*c));

		if (!c)
			return error_set(e, COU_ELIMIT, "out of memory");
		c->in = in;
		layer(r, input_over(&chunked_kind, c));
	}
	return undo_all(r, fields_get(&f, "content-encoding"), u, e);
}

int http_open(struct http_response *r, struct arena *a, struct input *in, struct unpacked *u, struct error *e)
{
	*r = (struct http_response){ .body = in };
	int rc = read_header(r, a, in, u, e);

	if (rc)
		http_close(r, true);
	return rc;
}

void http_close(struct http_response *r, bool all)
{
	while (r->n_layers) {
		struct input *in = r->layers[--r->n_layers];

		if (all || in != r->body)
			input_close(in);
	}
}
