/* zip.c - ZIP archives, and WACZ, which is a ZIP with WARC files in it (APPNOTE.TXT 6.3; WACZ 1.1.1).
 *
 *	member: local header, bytes      | … | directory: one entry for each member | [ZIP64 end, its locator] | end of directory (last 65,557 bytes)
 *
 * The directory tells what the archive holds, so an archive is read from its end: from a file that lies still by reading there, from anything else by
 * holding it in memory, up to a limit.  Where the end is missing (cut off on the way), members are found by their own headers.
 *
 * A reader of our own, because libzip and minizip open paths of their own, take an archive whose members overlap, and hold what they like;
 * libarchive brings twenty formats and their past with it.  What is needed here is a table and an inflater under the limits of unpack.h.  Nothing is ever
 * written, so a name of a member, "../../etc/passwd" too, is a word for messages.  Members that lie over each other (a bomb of small size: David
 * Fifield, "A better zip bomb", 2019) are refused: no archiver makes them.
 */
#include "ingest/format.h"
#include "ingest/unpack.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <stdlib.h>

#define HELD_MAX	((size_t)256 << 20)	/* an archive that comes as a stream */
#define HELD_INSIDE_MAX	((size_t)32 << 20)	/* and one inside of something */
#define DIRECTORY_MAX	((uint64_t)256 << 20)
#define UNKNOWN		UINT64_MAX		/* a size that only the packed bytes tell */

enum {
	MEMBERS_MAX = 1 << 20,
	END = 22, END_SEARCHED = END + 65535, LOCATOR = 20, END64 = 56, ENTRY = 46, LOCAL = 30,
	STORED = 0, DEFLATED = 8, ZSTD = 93,
	ENCRYPTED = 1, SIZES_BEHIND = 1 << 3
};

struct member {
	struct str name;		/* as it stands there */
	uint64_t at, packed, size;	/* of the local header; of the bytes, packed and not */
	uint32_t crc;
	uint16_t method, flags;
};

struct zip {
	const struct reading *g;
	struct input *in;		/* that can be read from anywhere */
	struct input *held;		/* the same, where it had to be held */
	uint64_t size, shift;		/* of the whole; what stands before the archive */
	struct arena memory, current;	/* the directory; the member at hand */
	VEC(struct member) members;
	size_t next;
	bool wacz, spent;
	bool torn;			/* the directory was missing: to be said once */
	struct input *span, *plain;	/* under the member that was handed out */
};

static uint16_t u16(const char *p)
{
	return (uint16_t)((unsigned char)p[0] | (unsigned char)p[1] << 8);
}

static uint32_t u32(const char *p)
{
	return u16(p) | (uint32_t)u16(p + 2) << 16;
}

static uint64_t u64(const char *p)
{
	return u32(p) | (uint64_t)u32(p + 4) << 32;
}

static bool has_magic(const char *p, const char *two)
{
	return p[0] == 'P' && p[1] == 'K' && p[2] == two[0] && p[3] == two[1];
}

/* ---- the directory ----------------------------------------------------------------------------- */

/* What does not fit into 32 bits stands in the extra field of id 1, in this order (APPNOTE 4.5.3). */
static void widen(struct member *m, struct str extra)
{
	uint64_t *wide[] = { &m->size, &m->packed, &m->at };

	while (extra.n >= 4) {
		size_t n = u16(extra.p + 2), at = 4;

		if (n > extra.n - 4)
			return;
		for (size_t i = 0; u16(extra.p) == 1 && i < 3; i++)
			if (*wide[i] == UINT32_MAX && at + 8 <= n + 4) {
				*wide[i] = u64(extra.p + at);
				at += 8;
			}
		extra = str_sub(extra, n + 4, extra.n);
	}
}

static int read_directory(struct zip *z, uint64_t from, uint64_t n, struct error *e)
{
	if (n > DIRECTORY_MAX)
		return error_set(e, COU_ELIMIT, "a directory of more than %llu MiB", (unsigned long long)(DIRECTORY_MAX >> 20));
	struct str d = { arena_alloc(&z->memory, n + 1), n };
	int rc = input_from(z->in, from, (char *)d.p, d.n, e);

	while (!rc && d.n >= ENTRY && has_magic(d.p, "\1\2")) {
		size_t name = u16(d.p + 28), extra = u16(d.p + 30), comment = u16(d.p + 32);

		if (ENTRY + name + extra + comment > d.n)
			break;
		if (z->members.n == MEMBERS_MAX)
			return error_set(e, COU_ELIMIT, "more than %d members", MEMBERS_MAX);
		struct member *m = vec_push(&z->memory, &z->members);

		*m = (struct member){
			.name = str_sub(d, ENTRY, ENTRY + name), .at = u32(d.p + 42), .packed = u32(d.p + 20), .size = u32(d.p + 24),
			.crc = u32(d.p + 16), .method = u16(d.p + 10), .flags = u16(d.p + 8)
		};
		widen(m, str_sub(d, ENTRY + name, ENTRY + name + extra));
		m->at = m->at <= UINT64_MAX - z->shift ? m->at + z->shift : UINT64_MAX;
		d = str_sub(d, ENTRY + name + extra + comment, d.n);
	}
	return rc;
}

/* 1: the directory is read; 0: there is none. */
static int find_directory(struct zip *z, struct error *e)
{
	size_t n = z->size < END_SEARCHED ? (size_t)z->size : END_SEARCHED, i;
	char *tail = arena_alloc(&z->memory, n + 1), wide[END64];
	uint64_t base = z->size - n;
	int rc = input_from(z->in, base, tail, n, e);

	if (rc || n < END)
		return rc;
	for (i = n - END; i && !(has_magic(tail + i, "\5\6") && i + END + u16(tail + i + 20) <= n); i--)
		;
	if (!has_magic(tail + i, "\5\6"))
		return 0;
	uint64_t size = u32(tail + i + 12), from = u32(tail + i + 16), end = base + i;

	if (u16(tail + i + 4) != 0 && u16(tail + i + 4) != UINT16_MAX)
		return error_set(e, COU_EINPUT, "an archive in several parts");
	if (i >= LOCATOR && has_magic(tail + i - LOCATOR, "\6\7")) {
		uint64_t at = u64(tail + i - LOCATOR + 8);

		if (at > z->size || z->size - at < END64 || input_from(z->in, at, wide, END64, e) || !has_magic(wide, "\6\6"))
			return 0;
		size = u64(wide + 40);
		from = u64(wide + 48);
		end = at;
	}
	if (size > end || from > end - size)
		return 0;
	/* something may stand before the archive that its offsets do not count: a program that unpacks itself */
	z->shift = end - size - from;
	rc = read_directory(z, end - size, size, e);
	return rc ? rc : 1;
}

/* ---- members without a directory ------------------------------------------------------------------ */

/* The next local header from `at` on; false: none. */
static bool find_local(struct zip *z, uint64_t *at)
{
	char piece[1 << 14];

	while (z->size - *at >= LOCAL) {
		size_t n = z->size - *at < sizeof(piece) ? (size_t)(z->size - *at) : sizeof(piece);

		if (input_from(z->in, *at, piece, n, NULL))
			return false;
		for (size_t i = 0; i + LOCAL <= n; i++)
			if (has_magic(piece + i, "\3\4") && u16(piece + i + 4) < 100) {
				*at += i;
				return true;
			}
		*at += n - LOCAL + 1;
	}
	return false;
}

static int collect_members(struct zip *z, struct error *e)
{
	char head[LOCAL];

	z->torn = true;
	for (uint64_t at = 0; find_local(z, &at); ) {
		if (input_from(z->in, at, head, LOCAL, e))
			return e->code;
		if (z->members.n == MEMBERS_MAX)
			return error_set(e, COU_ELIMIT, "more than %d members", MEMBERS_MAX);
		size_t name = u16(head + 26), extra = u16(head + 28);
		char *rest = arena_alloc(&z->memory, name + extra + 1);

		if (z->size - at - LOCAL < name + extra || input_from(z->in, at + LOCAL, rest, name + extra, NULL))
			break;
		struct member *m = vec_push(&z->memory, &z->members);

		*m = (struct member){
			.name = { rest, name }, .at = at, .packed = u32(head + 18), .size = u32(head + 22), .crc = u32(head + 14),
			.method = u16(head + 8), .flags = u16(head + 6)
		};
		widen(m, (struct str){ rest + name, extra });
		at += LOCAL + name + extra;
		if (m->flags & SIZES_BEHIND)
			m->packed = m->size = UNKNOWN;
		else if (m->packed < z->size - at)
			at += m->packed;
		else
			break;
	}
	return COU_OK;
}

/* ---- opening -------------------------------------------------------------------------------------- */

static int by_place(const void *x, const void *y)
{
	const struct member *a = *(struct member *const *)x, *b = *(struct member *const *)y;

	return a->at != b->at ? a->at < b->at ? -1 : 1 : a < b ? -1 : a > b;
}

/* Does each member end where the next begins, or before? */
static int check_overlaps(struct zip *z, struct error *e)
{
	struct member **order = malloc(z->members.n * sizeof(*order) + 1);
	uint64_t end = 0;
	int rc = COU_OK;

	if (!order)
		return error_set(e, COU_ELIMIT, "out of memory");
	for (size_t i = 0; i < z->members.n; i++)
		order[i] = &z->members.at[i];
	qsort(order, z->members.n, sizeof(*order), by_place);
	for (size_t i = 0; i < z->members.n && !rc; i++) {
		const struct member *m = order[i];
		uint64_t head = LOCAL + m->name.n;

		if (m->at < end)
			rc = error_set(e, COU_EINPUT, "members that lie over each other, at byte %llu: nothing of the archive is read", (unsigned long long)m->at);
		if (m->at <= UINT64_MAX - head && m->packed <= UINT64_MAX - head - m->at && m->at + head + m->packed > end)
			end = m->at + head + m->packed;
	}
	free(order);
	return rc;
}

static bool has_member(const struct zip *z, const char *name)
{
	for (size_t i = 0; i < z->members.n; i++)
		if (str_is(z->members.at[i].name, name))
			return true;
	return false;
}

/* Books and office documents are ZIP archives too. */
static int check_kind(struct zip *z, struct error *e)
{
	if (has_member(z, "META-INF/container.xml"))
		return error_set(e, COU_EINPUT, "an electronic book (EPUB); convert it to text first");
	if (has_member(z, "[Content_Types].xml") || has_member(z, "META-INF/manifest.xml"))
		return error_set(e, COU_EINPUT, "a document of a word processor or a spreadsheet; convert it to text first");
	if (has_member(z, "META-INF/MANIFEST.MF"))
		return error_set(e, COU_EINPUT, "a program (JAR)");
	z->wacz = has_member(z, "datapackage.json");
	bool archive = false;

	for (size_t i = 0; i < z->members.n; i++)
		archive |= str_starts(z->members.at[i].name, STR("archive/"));
	z->wacz &= archive;
	return COU_OK;
}

static void close_zip(void *state)
{
	struct zip *z = state;

	input_close(z->plain != z->span ? z->plain : NULL);
	input_close(z->span);
	input_close(z->held);
	arena_free(&z->current);
	arena_free(&z->memory);
	free(z);
}

static int hold(struct zip *z, struct input *in, struct error *e)
{
	size_t max = z->g->unpacked->file == in ? HELD_MAX : HELD_INSIDE_MAX;
	struct str bytes;
	int rc = input_all(in, &z->memory, max, &bytes, e);

	if (rc == COU_ELIMIT && !bytes.n)
		return error_set(e, rc, "an archive of more than %zu MiB that does not lie in a file", max >> 20);
	if (rc && !bytes.n)
		return rc;
	z->held = input_memory(bytes);
	z->in = z->held;
	return COU_OK;
}

static int open_zip(void **state, const struct reading *g, struct input *in, struct error *e)
{
	struct zip *z = calloc(1, sizeof(*z));
	int rc = COU_OK;

	if (!z)
		return error_set(e, COU_ELIMIT, "out of memory");
	z->g = g;
	z->in = in;
	if (!input_anywhere(in, &z->size)) {
		rc = hold(z, in, e);
		input_anywhere(z->in, &z->size);
	}
	if (!rc) {
		rc = find_directory(z, e);
		rc = rc == 0 ? collect_members(z, e) : rc < 0 ? rc : COU_OK;
	}
	if (!rc && !z->members.n && z->torn)
		rc = error_set(e, COU_EINPUT, "a ZIP archive without a directory and without members");
	if (!rc)
		rc = check_kind(z, e);
	if (!rc && !z->torn)
		rc = check_overlaps(z, e);
	if (rc)
		close_zip(z);
	else
		*state = z;
	return rc;
}

/* ---- a member's bytes ------------------------------------------------------------------------------- */

struct stretch {
	struct input *in;
	uint64_t at, end;
};

static long read_stretch(void *state, char *to, size_t n, struct error *e)
{
	struct stretch *s = state;

	n = n < s->end - s->at ? n : (size_t)(s->end - s->at);
	int rc = n ? input_from(s->in, s->at, to, n, e) : COU_OK;

	s->at += n;
	return rc ? rc : (long)n;
}

static const struct input_kind stretch_kind = { read_stretch, free };

struct checked {
	struct input *in;
	uint64_t left;			/* UNKNOWN: as long as it is, and unchecked */
	uint32_t crc, want;
};

static long read_checked(void *state, char *to, size_t n, struct error *e)
{
	struct checked *c = state;
	long got = input_read(c->in, to, n, e);

	if (got < 0 || c->left == UNKNOWN)
		return got;
	if ((uint64_t)got > c->left || (!got && c->left))
		return error_set(e, COU_EINPUT, got ? "longer than the archive's directory says" : "%llu bytes shorter than the archive's directory says",
				 (unsigned long long)c->left);
	c->left -= (uint64_t)got;
	c->crc = unpack_crc32(c->crc, (struct str){ to, (size_t)got });
	if (!got && c->crc != c->want)
		return error_set(e, COU_EINPUT, "damaged: its checksum is not that of the archive's directory");
	return got;
}

static const struct input_kind checked_kind = { read_checked, free };

/* Where the bytes lie, by the local header. */
static int locate(struct zip *z, const struct member *m, uint64_t *from, uint64_t *to, struct error *e)
{
	char head[LOCAL];

	if (m->at > z->size || z->size - m->at < LOCAL || input_from(z->in, m->at, head, LOCAL, e) || !has_magic(head, "\3\4"))
		return error_set(e, COU_EINPUT, "no member where the archive's directory says, at byte %llu", (unsigned long long)m->at);
	*from = m->at + LOCAL + u16(head + 26) + u16(head + 28);
	*to = m->packed != UNKNOWN && *from <= z->size && m->packed <= z->size - *from ? *from + m->packed : z->size;
	return *from <= z->size ? COU_OK : error_set(e, COU_EINPUT, "ends in the middle");
}

static int open_member(struct zip *z, const struct member *m, struct input **out, struct error *e)
{
	struct stretch *s;
	uint64_t from = 0, to = 0;
	int rc = locate(z, m, &from, &to, e);

	if (rc)
		return rc;
	if (m->flags & ENCRYPTED)
		return error_set(e, COU_EINPUT, "encrypted");
	if (m->method != STORED && m->method != DEFLATED && m->method != ZSTD)
		return error_set(e, COU_EINPUT, "packed by method %u, which is not read", m->method);
	if (m->method == STORED && m->packed == UNKNOWN)
		return error_set(e, COU_EINPUT, "of unknown length");
	s = malloc(sizeof(*s));
	struct checked *c = calloc(1, sizeof(*c));

	if (!s || !c)
		abort();
	*s = (struct stretch){ z->in, from, to };
	z->plain = z->span = input_over(&stretch_kind, s);
	if (m->method != STORED)
		z->plain = unpack(m->method == DEFLATED ? &codec_deflate : &codec_zstd, z->span, z->g->unpacked, true);
	if (!z->plain)
		abort();
	*c = (struct checked){ .in = z->plain, .left = m->size, .want = m->crc };
	*out = input_over(&checked_kind, c);
	return COU_OK;
}

/* ---- the format ---------------------------------------------------------------------------------------- */

/* Archivers without the flag write the names of their machine's code page; the standard says IBM's 437. */
static struct str readable(struct arena *a, struct str name)
{
	struct str utf8 = name;

	if (utf8_check(name) != name.n && unicode_convert(a, name, "ibm437", &utf8, NULL))
		return STR("?");
	return utf8;
}

static bool ends_with_one_of(struct str name, const char *const *endings)
{
	size_t n = name.n;

	while (n && name.p[n - 1] != '.' && name.p[n - 1] != '/')
		n--;
	for (; n && name.p[n - 1] == '.' && *endings; endings++) {
		struct str end = str_sub(name, n, name.n);
		size_t k = 0;

		while (k < end.n && (*endings)[k] && (end.p[k] | 0x20) == (*endings)[k])
			k++;
		if (k == end.n && !(*endings)[k])
			return true;
	}
	return false;
}

/* What stands in an archive beside its articles; NULL: read it. */
static const char *beside(const struct zip *z, const struct member *m)
{
	static const char *const other[] = {
		"png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "bmp", "tif", "tiff", "mp3", "mp4", "m4a", "webm", "ogg", "wav", "mov", "css", "js",
		"mjs", "woff", "woff2", "ttf", "otf", "eot", "pdf", "cdx", "cdxj", "idx", "exe", "dll", NULL
	};
	size_t slash = m->name.n;

	while (slash && m->name.p[slash - 1] != '/')
		slash--;
	struct str base = str_sub(m->name, slash, m->name.n);

	if (!base.n)
		return "a folder";
	if (!m->size)
		return "an empty member";
	if (base.p[0] == '.' || str_starts(m->name, STR("__MACOSX/")))
		return "a hidden file";
	if (z->wacz && !str_starts(m->name, STR("archive/")))
		return "an index of the archive";
	return ends_with_one_of(base, other) ? "an image, a sound, a style, a program or an index" : NULL;
}

static enum found next_member(void *state, struct doc *d, struct inner *inner, struct error *e)
{
	struct zip *z = state;

	input_close(z->plain != z->span ? z->plain : NULL);
	input_close(z->span);
	z->plain = z->span = NULL;
	if (z->torn) {
		z->torn = false;
		error_set(e, COU_EINPUT, "the archive's directory is missing, it was cut off; members are found by their own headers");
		return FOUND_BAD;
	}
	if (z->next == z->members.n || z->spent)
		return FOUND_END;
	const struct member *m = &z->members.at[z->next++];
	const char *what = beside(z, m);

	arena_reset(&z->current);
	if (what) {
		error_set(e, COU_EINPUT, "%s", what);
		return FOUND_SKIPPED;
	}
	inner->carrier = z->g->carrier;
	inner->carrier.media = STR_NONE;
	inner->carrier.name = str_cat(&z->current, str_cat(&z->current, z->g->carrier.name, STR(":")), readable(&z->current, m->name));
	d->origin = str_dup(d->a, inner->carrier.name);
	z->spent = unpacked_spent(z->g->unpacked);
	if (z->spent) {
		error_set(e, COU_ELIMIT, "the members from here on are left: the archive unpacks to too much");
		return FOUND_BAD;
	}
	return open_member(z, m, &inner->input, e) ? FOUND_BAD : FOUND_INPUT;
}

static bool looks(struct str head, const struct carrier *c)
{
	(void)c;
	return head.n >= END && (has_magic(head.p, "\3\4") || has_magic(head.p, "\5\6"));
}

const struct format format_zip = {
	.name = "zip", .about = "a ZIP archive, or one of the web in it (WACZ)", .packed = true, .looks = looks, .open = open_zip, .next = next_member,
	.close = close_zip
};
