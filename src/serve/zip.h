/* zip.h - a ZIP archive written as it goes (PKWARE APPNOTE 6.3.10): each file deflated, its sizes behind it, the directory at the end. */
#ifndef SERVE_ZIP_H
#define SERVE_ZIP_H

#include "base/error.h"
#include "base/str.h"

enum { ZIP_FILES_MAX = 32 };
#define ZIP_SIZE_MAX 0xFFFFFFFFu	/* bytes of a file, and of the archive: there is no ZIP64 here */

struct zip;

/* write takes bytes, 0 to go on. */
struct zip *zip_open(int (*write)(void *user, const char *bytes, size_t n), void *user);	/* NULL: out of memory */
void zip_close(struct zip *z);		/* frees it; NULL is fine */

/* Each ends the file before.  0; -1: write gave up, or a maximum is passed.  name: ASCII, without folders. */
int zip_begin(struct zip *z, const char *name);
int zip_add(struct zip *z, const char *bytes, size_t n);
int zip_end(struct zip *z);		/* the directory */

#endif
