/* brotli.c - Brotli (RFC 7932), as pages in archives of the web may be encoded; brotli.c alone sees libbrotlidec. */
#include "ingest/unpack.h"

#include <brotli/decode.h>

static void *open_brotli(void)
{
	return BrotliDecoderCreateInstance(NULL, NULL, NULL);	/* windows of at most 16 MiB: the large ones are not asked for */
}

static void close_brotli(void *state)
{
	BrotliDecoderDestroyInstance(state);
}

/* There is one member, and no way back. */
static void reset(void *state)
{
	(void)state;
}

static int run(void *state, struct str *in, char *to, size_t room, size_t *made, struct error *e)
{
	const uint8_t *from = (const uint8_t *)in->p;
	uint8_t *out = (uint8_t *)to;
	size_t left = in->n, free_room = room;
	BrotliDecoderResult rc = BrotliDecoderDecompressStream(state, &left, &from, &free_room, &out, NULL);

	*in = str_sub(*in, in->n - left, in->n);
	*made = room - free_room;
	if (rc == BROTLI_DECODER_RESULT_ERROR)
		return error_set(e, COU_EINPUT, "%s", BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state)));
	return rc == BROTLI_DECODER_RESULT_SUCCESS;
}

const struct codec codec_brotli = { "brotli", NULL, open_brotli, close_brotli, run, reset };
