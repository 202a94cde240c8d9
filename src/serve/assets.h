/* assets.h - the files of the page, compiled into the program by assets_build.c from web/dist. */
#ifndef SERVE_ASSETS_H
#define SERVE_ASSETS_H

#include "base/str.h"

struct asset {
	const char *path;		/* "/", "/assets/page.js" */
	const char *type;		/* media type */
	const char *hash;		/* of the bytes */
	struct str bytes, packed;	/* packed: by gzip; empty where that does not pay */
};

/* The file at that path, or NULL. */
const struct asset *assets_find(struct str path);

/* Has the name of the file a hash in it, as bundlers give it ("map-NYBTU44P.json"), so that another content has another name? */
bool assets_is_hashed(const struct asset *f);

/* What assets_build.c makes: [assets_count]. */
extern const struct asset assets[];
extern const size_t assets_count;

#endif
