#include "serve/zip.h"

#include <stdlib.h>

#include "serve/deflate.h"

enum {
	LEVEL = 4,
	VERSION = 20, DEFLATED = 8, SIZES_BEHIND = 1 << 3,
	DATE_1980 = 0 << 9 | 1 << 5 | 1		/* MS-DOS: the first day it can say; no clock reaches the output */
};

struct entry {
	char name[64];
	uint32_t crc;
	uint64_t at, packed, size;
};

struct zip {
	int (*write)(void *user, const char *bytes, size_t n);
	void *user;
	struct entry entries[ZIP_FILES_MAX];
	size_t n;
	struct deflate *open;		/* of the last entry; NULL: none is being written */
	uint64_t at;			/* bytes written */
};

struct record {				/* a header while it is put together, little-endian */
	unsigned char bytes[128];
	size_t n;
};

static void put(struct record *r, uint64_t v, unsigned bytes)
{
	for (unsigned i = 0; i < bytes; i++)
		r->bytes[r->n++] = (unsigned char)(v >> (8 * i));
}

static int out(void *zip, const char *bytes, size_t n)
{
	struct zip *z = zip;

	z->at += n;
	return z->at > ZIP_SIZE_MAX ? -1 : z->write(z->user, bytes, n);
}

static int out_record(struct zip *z, const struct record *r)
{
	return out(z, (const char *)r->bytes, r->n);
}

struct zip *zip_open(int (*write)(void *user, const char *bytes, size_t n), void *user)
{
	struct zip *z = calloc(1, sizeof(*z));

	if (z)
		*z = (struct zip){ .write = write, .user = user };
	return z;
}

void zip_close(struct zip *z)
{
	if (z)
		deflate_close(z->open);
	free(z);
}

/* What local header and directory have in common. */
static void describe(struct record *r, const struct entry *e, bool sizes)
{
	put(r, VERSION, 2);
	put(r, SIZES_BEHIND, 2);
	put(r, DEFLATED, 2);
	put(r, 0, 2);
	put(r, DATE_1980, 2);
	put(r, sizes ? e->crc : 0, 4);
	put(r, sizes ? e->packed : 0, 4);
	put(r, sizes ? e->size : 0, 4);
	put(r, strlen(e->name), 2);
	put(r, 0, 2);
}

static int end_file(struct zip *z)
{
	struct entry *e = &z->entries[z->n - 1];
	struct record r = { 0 };

	if (!z->open)
		return 0;
	if (deflate_put(z->open, STR(""), true, out, z))
		return -1;
	deflate_close(z->open);
	z->open = NULL;
	e->packed = z->at - e->packed;		/* it held where the data begin */
	put(&r, 0x08074b50, 4);
	put(&r, e->crc, 4);
	put(&r, e->packed, 4);
	put(&r, e->size, 4);
	return e->size > ZIP_SIZE_MAX ? -1 : out_record(z, &r);
}

int zip_begin(struct zip *z, const char *name)
{
	struct record r = { 0 };
	struct entry *e;

	if (z->n && end_file(z))
		return -1;
	if (z->n == ZIP_FILES_MAX || strlen(name) >= sizeof(e->name))
		return -1;
	e = &z->entries[z->n++];
	memcpy(e->name, name, strlen(name) + 1);
	e->at = z->at;
	z->open = deflate_open(LEVEL);
	put(&r, 0x04034b50, 4);
	describe(&r, e, false);
	if (!z->open || out_record(z, &r) || out(z, name, strlen(name)))
		return -1;
	e->packed = z->at;
	return 0;
}

int zip_add(struct zip *z, const char *bytes, size_t n)
{
	struct entry *e = &z->entries[z->n - 1];

	e->crc = deflate_crc(e->crc, (struct str){ bytes, n });
	e->size += n;
	return deflate_put(z->open, (struct str){ bytes, n }, false, out, z);
}

static int out_directory(struct zip *z, const struct entry *e)
{
	struct record r = { 0 };

	put(&r, 0x02014b50, 4);
	put(&r, VERSION, 2);
	describe(&r, e, true);
	put(&r, 0, 2);			/* comment, disk, attributes */
	put(&r, 0, 2);
	put(&r, 0, 2);
	put(&r, 0, 4);
	put(&r, e->at, 4);
	return out_record(z, &r) || out(z, e->name, strlen(e->name)) ? -1 : 0;
}

int zip_end(struct zip *z)
{
	struct record r = { 0 };
	uint64_t from;

	if (z->n && end_file(z))
		return -1;
	from = z->at;
	for (size_t i = 0; i < z->n; i++)
		if (out_directory(z, &z->entries[i]))
			return -1;
	put(&r, 0x06054b50, 4);
	put(&r, 0, 4);			/* disks */
	put(&r, z->n, 2);
	put(&r, z->n, 2);
	put(&r, z->at - from, 4);
	put(&r, from, 4);
	put(&r, 0, 2);
	return out_record(z, &r);
}
