/* zstd.c - Zstandard (RFC 8878); zstd.c alone sees libzstd.
 *
 * A file may be many frames, and skippable ones between them.  Archives of the web in zstd (.warc.zst) have a frame for each record, all with one dictionary,
 * which stands in a skippable frame of magic 0x184D2A5D at the very beginning, itself packed by zstd or not (IIPC, "Use of the Zstandard compression
 * format in WARC files", version 1.0).
 */
#include "ingest/unpack.h"

#include <stdlib.h>
#include <zstd.h>
#include <zstd_errors.h>

enum { WINDOW_LOG_MAX = 27, DICTIONARY_MAX = 16 << 20 };	/* a window of 128 MiB, as the zstd tool takes unasked; unpacked as well as packed */

#define FRAME		0xFD2FB528u
#define DICTIONARY	0x184D2A5Du

struct zstd {
	ZSTD_DCtx *frames;
	size_t head_n;			/* of the file: so much of a frame's head is looked at, 8 when it is done */
	unsigned char head[8];
	size_t head_given;		/* of the head, where it was no dictionary's: handed to the library */
	char *dictionary;		/* as it stands in the file, dictionary_n of dictionary_size bytes read */
	size_t dictionary_n, dictionary_size;
};

static uint32_t little(const unsigned char *p)
{
	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static bool begins(struct str head)
{
	uint32_t magic = head.n >= 4 ? little((const unsigned char *)head.p) : 0;

	return magic == FRAME || (magic & 0xFFFFFFF0u) == 0x184D2A50u;
}

static void close_frames(void *state)
{
	struct zstd *z = state;

	ZSTD_freeDCtx(z->frames);
	free(z->dictionary);
	free(z);
}

static void *open_frames(void)
{
	struct zstd *z = calloc(1, sizeof(*z));

	if (z)
		z->frames = ZSTD_createDCtx();
	if (!z || !z->frames || ZSTD_isError(ZSTD_DCtx_setParameter(z->frames, ZSTD_d_windowLogMax, WINDOW_LOG_MAX))) {
		if (z)
			close_frames(z);
		return NULL;
	}
	return z;
}

static void reset(void *state)
{
	struct zstd *z = state;

	ZSTD_DCtx_reset(z->frames, ZSTD_reset_session_only);
	z->head_n = z->head_given = sizeof(z->head);
}

/* The dictionary is read: unpacked where it is packed, and used for all frames from now on. */
static int use_dictionary(struct zstd *z, struct error *e)
{
	const char *bytes = z->dictionary;
	char *plain = NULL;
	size_t n = z->dictionary_size, rc;

	if (n >= 4 && little((const unsigned char *)bytes) == FRAME) {
		unsigned long long size = ZSTD_getFrameContentSize(bytes, n);

		if (size == ZSTD_CONTENTSIZE_ERROR || (size != ZSTD_CONTENTSIZE_UNKNOWN && size > DICTIONARY_MAX))
			return error_set(e, COU_ELIMIT, "its dictionary is larger than %d bytes", DICTIONARY_MAX);
		n = size == ZSTD_CONTENTSIZE_UNKNOWN ? DICTIONARY_MAX : (size_t)size;
		plain = malloc(n + 1);
		if (!plain)
			return error_set(e, COU_ELIMIT, "out of memory");
		n = ZSTD_decompressDCtx(z->frames, plain, n, bytes, z->dictionary_size);
		if (ZSTD_isError(n)) {
			free(plain);
			return error_set(e, COU_EINPUT, "its dictionary: %s", ZSTD_getErrorName(n));
		}
		bytes = plain;
	}
	ZSTD_DCtx_reset(z->frames, ZSTD_reset_session_only);
	rc = ZSTD_DCtx_loadDictionary(z->frames, bytes, n);
	free(plain);
	free(z->dictionary);
	z->dictionary = NULL;
	return ZSTD_isError(rc) ? error_set(e, COU_EINPUT, "its dictionary: %s", ZSTD_getErrorName(rc)) : COU_OK;
}

static int read_dictionary(struct zstd *z, struct str *in, struct error *e)
{
	size_t n = z->dictionary_size - z->dictionary_n;

	n = n < in->n ? n : in->n;
	memcpy(z->dictionary + z->dictionary_n, in->p, n);
	z->dictionary_n += n;
	*in = str_sub(*in, n, in->n);
	if (z->dictionary_n < z->dictionary_size)
		return 0;
	int rc = use_dictionary(z, e);

	return rc ? rc : 1;
}

/* The first eight bytes of the file: are they those of a dictionary's frame? */
static int read_head(struct zstd *z, struct str *in, struct error *e)
{
	while (z->head_n < sizeof(z->head) && in->n) {
		z->head[z->head_n++] = (unsigned char)in->p[0];
		*in = str_sub(*in, 1, in->n);
	}
	if (z->head_n < sizeof(z->head) || little(z->head) != DICTIONARY)
		return COU_OK;
	z->head_given = sizeof(z->head);
	z->dictionary_size = little(z->head + 4);
	if (!z->dictionary_size || z->dictionary_size > DICTIONARY_MAX)
		return error_set(e, COU_ELIMIT, "its dictionary is empty or larger than %d bytes", DICTIONARY_MAX);
	z->dictionary = malloc(z->dictionary_size);
	return z->dictionary ? COU_OK : error_set(e, COU_ELIMIT, "out of memory");
}

/* As codec's run, for bytes that the library gets. */
static int decompress(struct zstd *z, struct str *in, char *to, size_t room, size_t *made, struct error *e)
{
	ZSTD_inBuffer from = { in->p, in->n, 0 };
	ZSTD_outBuffer out = { to, room, 0 };
	size_t rc = ZSTD_decompressStream(z->frames, &out, &from);

	*in = str_sub(*in, from.pos, in->n);
	*made = out.pos;
	if (ZSTD_isError(rc)) {
		bool memory = ZSTD_getErrorCode(rc) == ZSTD_error_frameParameter_windowTooLarge || ZSTD_getErrorCode(rc) == ZSTD_error_memory_allocation;

		return error_set(e, memory ? COU_ELIMIT : COU_EINPUT, "%s", ZSTD_getErrorName(rc));
	}
	return rc == 0;
}

static int run(void *state, struct str *in, char *to, size_t room, size_t *made, struct error *e)
{
	struct zstd *z = state;

	if (z->head_n < sizeof(z->head)) {
		int rc = read_head(z, in, e);

		if (rc || z->head_n < sizeof(z->head))
			return rc;
	}
	if (z->dictionary)
		return read_dictionary(z, in, e);
	if (z->head_given < sizeof(z->head)) {
		struct str head = { (const char *)z->head + z->head_given, sizeof(z->head) - z->head_given };
		int rc = decompress(z, &head, to, room, made, e);

		z->head_given = sizeof(z->head) - head.n;
		return rc;
	}
	return decompress(z, in, to, room, made, e);
}

const struct codec codec_zstd = { "zstd", begins, open_frames, close_frames, run, reset };
