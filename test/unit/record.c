/* What the lines rest on: digests, JSON text, offsets in code points, CoNLL-U. */
#include "record/conllu.h"
#include "base/jsonwrite.h"
#include "record/lines.h"
#include "base/sha256.h"
#include "tap.h"

static bool digest_is(struct str s, size_t step, const char *hex)
{
	struct sha256 h;
	char out[65];

	sha256_init(&h);
	for (size_t at = 0; at < s.n; at += step)
		sha256_add(&h, str_sub(s, at, at + step < s.n ? at + step : s.n));
	sha256_hex(&h, out);
	return str_is(str_c(hex), out);
}

static void sha256(struct arena *a)
{
	char *million = arena_alloc(a, 1000000);

	memset(million, 'a', 1000000);
	/* FIPS 180-4 examples */
	ok(digest_is(STR(""), 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), "SHA-256 of nothing");
	ok(digest_is(STR("abc"), 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), "SHA-256 of abc");
	ok(digest_is(STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), 7,
		     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"), "SHA-256 of two blocks, in pieces");
	ok(digest_is((struct str){ million, 1000000 }, 977, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
	   "SHA-256 of a million");
}

static bool writes(struct arena *a, void (*f)(struct buf *), const char *expected)
{
	struct buf b;

	buf_init(&b, a);
	f(&b);
	return str_is(buf_str(&b), expected);
}

static void escapes(struct buf *b)
{
	json_text(b, STR("a\"b\\c\n\t\x01é\xFF\xED\xA0\x80."));
}

static void nested(struct buf *b)
{
	json_open(b, '{');
	json_key(b, "a");
	json_open(b, '[');
	json_int(b, 1);
	json_text(b, STR("["));
	json_open(b, '{');
	json_close(b, '}');
	json_close(b, ']');
	json_key(b, "b");
	json_null(b);
	json_close(b, '}');
}

static void numbers(struct buf *b)
{
	json_open(b, '[');
	json_fixed(b, 0.935, 2);
	json_fixed(b, -10.0, 1);
	json_fixed(b, 59.6700001, 5);
	json_fixed(b, -0.04, 2);
	json_fixed(b, 0.0 / 1.0, 2);
	json_fixed(b, -0.001, 2);
	json_close(b, ']');
}

static void offsets(struct arena *a)
{
	struct doc d;
	struct buf b;
	struct event *ev;

	doc_init(&d, a);
	d.text = STR("Één zin. Oekraïne.");
	d.id = STR("x");
	ev = vec_push(a, &d.events);
	*ev = (struct event){ .trigger_span = { 11, 20 }, .where = { NONE, NONE, NONE, { 0, 0 } }, .evidence = { { 11, 21 }, 1 } };
	buf_init(&b, a);
	lines_write(&b, &d, STR("c"));
	ok(str_search(buf_str(&b), STR("\"trigger\":{\"text\":\"Oekraïne\",\"start\":9,\"end\":17}")) < b.n,
	   "offsets are code points, the quote is the exact text");
	ok(str_search(buf_str(&b), STR("\"when\":null")) < b.n, "an unknown time is null");
	ok(str_search(buf_str(&b), STR("\"where\":null")) < b.n, "an unknown place is null");
}

static void conllu(struct arena *a)
{
	static const char in[] = "# text\n1\tIt\tx\tx\t_\t_\t0\t_\t_\tSpaceAfter=No\n2\t.\tx\tx\t_\t_\t0\t_\t_\t_\n\n"
				 "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tdo\tx\tx\t_\t_\t0\t_\t_\t_\n2\tn't\tx\tx\t_\t_\t0\t_\t_\t_\n"
				 "3\t!\tx\tx\t_\t_\t0\t_\t_\t_\n";
	struct error e = { 0 };
	struct doc d;

	doc_init(&d, a);
	ok(conllu_read(&d, str_c(in), &e) == 0 && d.sentences.n == 2 && d.tokens.n == 5, "CoNLL-U gives sentences and words");
	ok(str_is(d.text, "It.\ndon't!"), "and the text, with SpaceAfter=No and ranges");
	doc_init(&d, a);
	ok(conllu_read(&d, STR("1\tIt\n"), &e) == COU_EINPUT, "a line with two columns is refused");
}

int main(void)
{
	struct arena a = { 0 };

	sha256(&a);
	ok(writes(&a, escapes, "\"a\\\"b\\\\c\\n\\t\\u0001é\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD.\""), "JSON text is escaped and valid");
	ok(writes(&a, nested, "{\"a\":[1,\"[\",{}],\"b\":null}"), "commas stand where they must");
	ok(writes(&a, numbers, "[0.94,-10,59.67,-0.04,0,0]"), "numbers without needless zeroes");
	offsets(&a);
	conllu(&a);
	arena_free(&a);
	return done();
}
